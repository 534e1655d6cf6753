/** Finds known names in a text in one pass: by first character, longest first, Latin names as whole words. */
import { isDigit, isHan, isLetter } from '../script.js';

export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
}

export interface PhraseHit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export class PhraseFinder<T> {
  private readonly byFirst = new Map<number, Phrase<T>[]>();
  /** 1 where a name begins with this character: most characters begin none. */
  private readonly begins = new Uint8Array(0x10000);

  constructor(phrases: readonly Phrase<T>[]) {
    for (const phrase of phrases) {
      this.begins[phrase.text.charCodeAt(0)] = 1;
      const held = this.byFirst.get(phrase.text.charCodeAt(0));
      if (held === undefined) this.byFirst.set(phrase.text.charCodeAt(0), [phrase]);
      else held.push(phrase);
    }
    for (const held of this.byFirst.values()) held.sort((one, other) => other.text.length - one.text.length);
  }

  find(folded: string): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    let index = 0;
    while (index < folded.length) {
      const phrase = this.at(folded, index);
      if (phrase === null) index += 1;
      else {
        hits.push({ start: index, end: index + phrase.text.length, value: phrase.value });
        index += phrase.text.length;
      }
    }
    return hits;
  }

  private at(folded: string, index: number): Phrase<T> | null {
    const first = folded.charCodeAt(index);
    if (this.begins[first] !== 1 || (index > 0 && isLatin(first) && isLatin(folded.charCodeAt(index - 1)))) return null;
    const held = this.byFirst.get(first);
    if (held === undefined) return null;
    for (const phrase of held) if (folded.startsWith(phrase.text, index) && isWhole(folded, index, index + phrase.text.length)) return phrase;
    return null;
  }
}

function isLatin(code: number): boolean {
  return !isHan(code) && (isLetter(code) || isDigit(code));
}

export function isWhole(text: string, start: number, end: number): boolean {
  if (start > 0 && isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) return false;
  return !(end < text.length && isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)));
}
