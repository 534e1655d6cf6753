/** Identifiers and secrets from the operating system's randomness. */
import { randomFillSync } from 'node:crypto';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';

/** Crockford's base 32: sorts like the numbers it stands for and has no letters that are easily confused. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;
const POOL_BYTES = 4096;

export class SystemIds implements Ids {
  readonly #clock: Clock;
  readonly #pool = Buffer.alloc(POOL_BYTES);
  #used = POOL_BYTES;
  #lastMs = 0;
  /** The last id, character by character: most of it stays from one to the next. */
  readonly #text = Buffer.alloc(TIME_CHARS + RANDOM_CHARS);
  readonly #random: number[] = new Array<number>(RANDOM_CHARS).fill(0);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** ULID: 48 bits of milliseconds, then 80 bits that are random once a millisecond and count up within it. */
  next(): string {
    const now = this.#clock.now();
    if (now > this.#lastMs) {
      this.#setTime(now);
      for (let index = 0; index < RANDOM_CHARS; index += 1) this.#setDigit(index, this.#byte() & 31);
    } else {
      this.#countUp();
    }
    return this.#text.toString('latin1');
  }

  secret(bytes: number): string {
    return randomFillSync(Buffer.alloc(bytes)).toString('base64url');
  }

  digits(count: number): string {
    let text = '';
    while (text.length < count) {
      const byte = this.#byte();
      // 250 is the last multiple of ten in a byte: keeping the rest would favour 0 to 5.
      if (byte < 250) text += String(byte % 10);
    }
    return text;
  }

  #countUp(): void {
    for (let index = RANDOM_CHARS - 1; index >= 0; index -= 1) {
      const digit = this.#random[index] ?? 0;
      this.#setDigit(index, digit < 31 ? digit + 1 : 0);
      if (digit < 31) return;
    }
    this.#setTime(this.#lastMs + 1);
  }

  #setDigit(index: number, digit: number): void {
    this.#random[index] = digit;
    this.#text[TIME_CHARS + index] = ALPHABET.charCodeAt(digit);
  }

  #setTime(ms: number): void {
    this.#lastMs = ms;
    let rest = ms;
    for (let index = TIME_CHARS - 1; index >= 0; index -= 1) {
      this.#text[index] = ALPHABET.charCodeAt(rest % 32);
      rest = Math.floor(rest / 32);
    }
  }

  #byte(): number {
    if (this.#used >= POOL_BYTES) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    const byte = this.#pool[this.#used] ?? 0;
    // A byte handed out is wiped, so that no code can be read from memory afterwards.
    this.#pool[this.#used] = 0;
    this.#used += 1;
    return byte;
  }
}
