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
  #timePart = '';
  readonly #random: number[] = new Array<number>(RANDOM_CHARS).fill(0);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** ULID: 48 bits of milliseconds, then 80 bits that are random once a millisecond and count up within it. */
  next(): string {
    const now = this.#clock.now();
    if (now > this.#lastMs) {
      this.#lastMs = now;
      this.#timePart = timePart(now);
      for (let index = 0; index < RANDOM_CHARS; index += 1) this.#random[index] = this.#byte() & 31;
    } else {
      this.#countUp();
    }
    let text = this.#timePart;
    for (const digit of this.#random) text += ALPHABET.charAt(digit);
    return text;
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
      if (digit < 31) {
        this.#random[index] = digit + 1;
        return;
      }
      this.#random[index] = 0;
    }
    this.#lastMs += 1;
    this.#timePart = timePart(this.#lastMs);
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

function timePart(ms: number): string {
  let rest = ms;
  let text = '';
  for (let index = 0; index < TIME_CHARS; index += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
