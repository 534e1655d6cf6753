/** Replaces known wordings by standard ones in one pass, longest first: Chinese anywhere, Latin only as whole words. */
import { fold } from './fold.js';
import type { Lexicon, Rewording } from './lexicon.js';
import { isDigit, isHan, isLetter } from './script.js';

interface Entry {
  readonly from: string;
  readonly to: string;
}

const APOSTROPHE = 39;

export class Rewriter {
  private readonly byFirst = new Map<number, Entry[]>();
  /** 1 where a wording begins with this character: most characters begin none. */
  private readonly begins = new Uint8Array(0x10000);

  /** With `isSpaced`, spaces between Latin syllables do not matter: "hua fei" is huafei. */
  constructor(
    rewordings: readonly Pick<Rewording, 'from' | 'to'>[],
    private readonly isSpaced = false,
  ) {
    for (const { from, to } of rewordings) {
      const entry = { from: fold(from), to: fold(to) };
      const first = entry.from.charCodeAt(0);
      if (entry.from === entry.to || Number.isNaN(first)) continue;
      this.begins[first] = 1;
      const held = this.byFirst.get(first);
      if (held === undefined) this.byFirst.set(first, [entry]);
      else held.push(entry);
    }
    for (const entries of this.byFirst.values()) entries.sort((one, other) => other.from.length - one.from.length);
  }

  apply(text: string): string {
    let result = '';
    let copied = 0;
    let index = 0;
    while (index < text.length) {
      const entry = this.entryAt(text, index);
      if (entry === null) {
        index += 1;
        continue;
      }
      result += text.slice(copied, index) + entry.to;
      index = this.endOf(text, index, entry.from);
      copied = index;
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  private entryAt(text: string, index: number): Entry | null {
    const first = text.charCodeAt(index);
    if (this.begins[first] !== 1) return null;
    // A Latin wording begins where a word does.
    if (index > 0 && isWordCode(first) && !isHan(first) && isLetter(text.charCodeAt(index - 1))) return null;
    const entries = this.byFirst.get(first);
    if (entries === undefined) return null;
    for (const entry of entries) {
      const end = this.endOf(text, index, entry.from);
      if (end > 0 && isWhole(text, index, end)) return entry;
    }
    return null;
  }

  /** Where `from` ends when it stands at `index`, 0 when it does not. */
  private endOf(text: string, index: number, from: string): number {
    if (!this.isSpaced) return text.startsWith(from, index) ? index + from.length : 0;
    let at = index;
    for (let letter = 0; letter < from.length; letter += 1) {
      if (letter > 0 && text.charCodeAt(at) === 32 && from.charCodeAt(letter) !== 32) at += 1;
      if (text.charCodeAt(at) !== from.charCodeAt(letter)) return 0;
      at += 1;
    }
    return at;
  }
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** A Latin wording must not begin or end inside a longer word, nor be what an apostrophe left of one (i'll); Chinese has no such boundary. */
function isWhole(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (isWordCode(first) && !isHan(first) && start > 0 && isWithinWord(text.charCodeAt(start - 1))) return false;
  return !(isWordCode(last) && end < text.length && isLetter(text.charCodeAt(end)));
}

function isWithinWord(before: number): boolean {
  return isLetter(before) || before === APOSTROPHE;
}

export interface Rewriters {
  readonly typos: Rewriter;
  readonly pinyin: Rewriter;
  readonly dialects: Rewriter;
  readonly fillers: Rewriter;
}

export function rewritersOf(lexicon: Lexicon): Rewriters {
  return {
    typos: new Rewriter(lexicon.typos),
    pinyin: new Rewriter(lexicon.pinyin, true),
    dialects: new Rewriter(lexicon.dialects),
    fillers: new Rewriter(lexicon.fillers.map((from) => ({ from, to: '' }))),
  };
}
