/** The shape of a message as far as a wish for a person goes: what its words do, in their order, with all other words left out. */
import { BLOCK } from './features.js';
import type { FeatureBuffer } from './features.js';
import { FUZZY_EN, NOT_FUZZY_EN, PERSON_WORDS_EN } from './person-words-en.js';
import { personVerdictOf } from './person-rules.js';
import type { PersonVerdict } from './person-rules.js';
import { PERSON_WORDS_ZH } from './person-words-zh.js';
import { isDigit, isHan, isLetter } from './script.js';

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { imul } = Math;

const SEED = 0x1f83d9ab;
/** A wish stands at the beginning or the end of a long message, not beyond this many words that matter. */
const MOST = 60;
/** Words this far apart may still belong together. */
const REACH = 4;

/** Words that say nothing about persons, the end of a clause, and the ends of the message. */
const OTHER = 1;
const BREAK = 2;
const START = 3;
const END = 4;
const FIRST_PART = 5;
const VERDICTS: readonly PersonVerdict[] = ['asked', 'refused', 'unclear'];
/** What the rules are about: a message without any of it is none of their business. */
const RULED = ['human', 'transfer_human', 'desk', 'chief', 'staff', 'man', 'able', 'machine', 'callme', 'youren', 'noone', 'anyone', 'handyman', 'agent', 'someone', 'nobody', 'call_me', 'connect', 'enough', 'noman', 'kin', 'contact', 'find_one', 'useless', 'blind', 'talk', 'trap', 'identity', 'you', 'hurt', 'unwilling', 'withme', 'human_check', 'someone_else', 'mine', 'named', 'team', 'post'];

export class PersonShape {
  private readonly han = new Map<string, number>();
  private readonly phrases = new Map<string, number>();
  /** English words that are what they are. */
  private readonly words = new Set<string>(NOT_FUZZY_EN);
  /** Of the phrases that begin with each character, the longest. */
  private readonly longestHan = new Uint8Array(0x10000);
  /** Of the phrases that begin with each English word, the number of words in the longest. */
  private readonly mostWords = new Map<string, number>();
  private readonly fuzzy = new Map<string, readonly string[]>();
  private readonly ruled: Uint8Array;
  /** Whether the text told last holds any word that the rules about persons are about. */
  private isRuled = false;
  private readonly parts: number[] = [];

  constructor() {
    const names = [...new Set([...Object.keys(PERSON_WORDS_EN), ...Object.keys(PERSON_WORDS_ZH)])];
    const idOf = new Map(names.map((name, index) => [name, FIRST_PART + index]));
    for (const [name, words] of [...Object.entries(PERSON_WORDS_EN), ...Object.entries(PERSON_WORDS_ZH)]) {
      const part = idOf.get(name) ?? OTHER;
      for (const phrase of words.split('|')) {
        if (isHan(phrase.charCodeAt(0))) {
          this.han.set(phrase, part);
          const first = phrase.charCodeAt(0);
          this.longestHan[first] = Math.max(this.longestHan[first] ?? 0, phrase.length);
          continue;
        }
        this.phrases.set(phrase, part);
        const parts = phrase.split(' ');
        for (const word of parts) this.words.add(word);
        const [first = ''] = parts;
        this.mostWords.set(first, Math.max(this.mostWords.get(first) ?? 0, parts.length));
      }
    }
    this.ruled = new Uint8Array(FIRST_PART + names.length);
    for (const name of RULED) this.ruled[idOf.get(name) ?? OTHER] = 1;
    this.ruled[OTHER] = 0;
    for (const word of FUZZY_EN) this.fuzzy.set(word.charAt(0), [...(this.fuzzy.get(word.charAt(0)) ?? []), word]);
  }

  get isAboutPersons(): boolean {
    return this.isRuled;
  }

  /** Each part, each run of up to four, each pair not far apart, and what the rules say, which it returns. */
  addTo(folded: string, canonical: string, into: FeatureBuffer): PersonVerdict {
    const parts = this.partsOf(canonical);
    const verdict = this.isRuled ? personVerdictOf(folded, canonical) : 'unclear';
    for (let from = 0; from < parts.length; from += 1) {
      const first = parts[from] ?? 0;
      into.add(mix(SEED, first), BLOCK.cue);
      let run = mix(SEED, first);
      for (let reach = 1; reach <= REACH && from + reach < parts.length; reach += 1) {
        const next = parts[from + reach] ?? 0;
        run = mix(run, next);
        if (reach < REACH) into.add(run, BLOCK.cue);
        if (reach > 1) into.add(mix(mix(~SEED, first), next), BLOCK.cue);
      }
    }
    into.add(mix(SEED ^ 0x5a5a, VERDICTS.indexOf(verdict)), BLOCK.cue);
    return verdict;
  }

  /** What the words of a canonical text do, in order. */
  private partsOf(canonical: string): readonly number[] {
    const text = this.corrected(joined(canonical));
    const { parts } = this;
    parts.length = 0;
    parts.push(START);
    this.isRuled = false;
    let at = 0;
    while (at < text.length && parts.length < MOST) at = this.step(text, at);
    parts.push(END);
    return parts;
  }

  private step(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (isHan(code)) return this.hanStep(text, at);
    if (isWordCode(code)) return this.latinStep(text, at);
    if (code !== 32 || isHan(text.charCodeAt(at + 1)) || isHan(text.charCodeAt(at - 1))) this.push(BREAK);
    return at + 1;
  }

  private hanStep(text: string, at: number): number {
    for (let size = Math.min(this.longestHan[text.charCodeAt(at)] ?? 0, text.length - at); size > 0; size -= 1) {
      const part = this.han.get(text.slice(at, at + size));
      if (part === undefined) continue;
      this.push(part);
      return at + size;
    }
    this.push(OTHER);
    return at + 1;
  }

  private latinStep(text: string, at: number): number {
    let end = at;
    let longest = 0;
    let found: number | undefined;
    const word = text.slice(at, wordEnd(text, at));
    const most = this.mostWords.get(word) ?? 0;
    for (let words = 0; words < most && end < text.length; words += 1) {
      end = wordEnd(text, end);
      const part = this.phrases.get(text.slice(at, end));
      if (part !== undefined) {
        found = part;
        longest = end;
      }
      if (text.charCodeAt(end) !== 32 || !isWordCode(text.charCodeAt(end + 1))) break;
      end += 1;
    }
    if (found === undefined) {
      longest = at + word.length;
      found = OTHER;
    }
    this.push(found);
    return longest;
  }

  private push(part: number): void {
    const { parts } = this;
    if (this.ruled[part] === 1) this.isRuled = true;
    if ((part === OTHER || part === BREAK) && parts[parts.length - 1] === part) return;
    parts.push(part);
  }

  /** English words as they were meant, where one slip away from a word that matters. */
  private corrected(text: string): string {
    return /[a-z]{4}/u.test(text) ? text.replace(/[a-z]{4,16}/gu, (word) => this.meant(word)) : text;
  }

  private meant(word: string): string {
    if (this.words.has(word)) return word;
    return this.fuzzy.get(word.charAt(0))?.find((candidate) => isOneSlip(word, candidate)) ?? word;
  }
}

function mix(hash: number, part: number): number {
  const once = imul(hash ^ (part + 0x9e37), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** 「转 人 工」 is spelt out for emphasis. */
function joined(text: string): string {
  return text.length <= 16 && /^[\u4e00-\u9fff](?:[ ,.!?;]+[\u4e00-\u9fff])+[ ,.!?;]*$/u.test(text) ? text.replace(/[ ,.!?;]+/gu, '') : text;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isHan(text.charCodeAt(end)) && isWordCode(text.charCodeAt(end))) end += 1;
  return end === at ? at + 1 : end;
}

/** One letter more, less, other or changed places; two in long words. */
function isOneSlip(word: string, meant: string): boolean {
  const allowed = meant.length >= 8 ? 2 : 1;
  if (Math.abs(word.length - meant.length) > allowed || word.charAt(0) !== meant.charAt(0)) return false;
  return slips(word, meant) <= allowed;
}

function slips(one: string, other: string): number {
  let previous: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one.charAt(at - 1) === other.charAt(to - 1);
      let best = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = at > 1 && to > 1 && one.charAt(at - 1) === other.charAt(to - 2) && one.charAt(at - 2) === other.charAt(to - 1);
      if (isSwapped) best = Math.min(best, (previous[to - 2] ?? 0) + 1);
      next.push(best);
    }
    previous = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
