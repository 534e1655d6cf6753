/** Brings a message to the form the classifier reads: standard wording, no decoration, digits as one sign. */
import { fold } from './fold.js';
import type { Lexicon } from './lexicon.js';
import { withoutParticulars } from './particulars.js';
import { PinyinRuns } from './pinyin-runs.js';
import { rewritersOf } from './rewriter.js';
import type { Rewriters } from './rewriter.js';
import { isDigit, isHan, isLetter } from './script.js';

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/gu, 'will not'],
  [/\bcan't\b|\bcannot\b|\bcant\b/gu, 'can not'],
  [/n't\b/gu, ' not'],
  [/\b(do|does|did|is|was|have|has|could|would|should|are)nt\b/gu, '$1 not'],
  [/\bi'?m\b/gu, 'i am'],
  [/'re\b/gu, ' are'],
  [/'ve\b/gu, ' have'],
  [/'ll\b/gu, ' will'],
  [/'d\b/gu, ' would'],
  [/'s\b/gu, ' is'],
  [/\b(?:pls|plz)\b/gu, 'please'],
  [/\bu\b/gu, 'you'],
  [/\bur\b/gu, 'your'],
  [/\bwanna\b/gu, 'want to'],
  [/\bgonna\b/gu, 'going to'],
  [/\bgotta\b/gu, 'got to'],
];

export class Canon {
  private readonly rewriters: Rewriters;
  private readonly runs: PinyinRuns;

  constructor(lexicon: Lexicon) {
    this.rewriters = rewritersOf(lexicon);
    this.runs = new PinyinRuns(lexicon.pinyin);
  }

  /** `folded` as `fold` returns it. */
  of(folded: string): string {
    let text = withoutParticulars(tidy(folded));
    const { typos, pinyin, dialects, fillers } = this.rewriters;
    text = typos.apply(text);
    // Pinyin comes before English is looked at: what it turns into Chinese is no English.
    if (hasLatin(text)) text = expand(pinyin.apply(this.runs.apply(spelt(text))));
    text = dialects.apply(text);
    const plain = fillers.apply(text).trim();
    return blurDigits(plain === '' ? text : plain);
  }

  ofText(text: string): string {
    return this.of(fold(text));
  }
}

/** Letters set apart for emphasis are one word: h-u-m-a-n. */
function spelt(text: string): string {
  return text.replace(/(?<![a-z])[a-z](?: [a-z]){3,}(?![a-z])/gu, (letters) => letters.replace(/ /gu, ''));
}

function hasLatin(text: string): boolean {
  return /[a-z]/u.test(text);
}

/** What any of the contractions needs; most texts hold none. */
const CONTRACTED = /'|\b(?:cannot|cant|(?:do|does|did|is|was|have|has|could|would|should|are)nt|im|pls|plz|u|ur|wanna|gonna|gotta)\b/u;

function expand(text: string): string {
  if (!CONTRACTED.test(text)) return text;
  let expanded = text;
  for (const [pattern, standard] of CONTRACTIONS) expanded = expanded.replace(pattern, standard);
  return expanded;
}

/** Drops emoji and signs and shortens what is repeated for emphasis. */
function tidy(folded: string): string {
  let result = '';
  let run = 0;
  let last = 0;
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    const kept = isHan(code) || isLetter(code) || isDigit(code) ? code : isQuote(folded, index) ? 39 : isPunctuation(code) ? code : 32;
    run = kept === last ? run + 1 : 1;
    last = kept;
    if (kept === 32 && run > 1) continue;
    if (run > limitOf(kept)) continue;
    result += String.fromCharCode(kept);
  }
  return result.trim();
}

function limitOf(code: number): number {
  if (isDigit(code)) return 20;
  if (isHan(code) || isLetter(code)) return 2;
  return 1;
}

function isQuote(folded: string, index: number): boolean {
  return folded.charCodeAt(index) === 39 && isLetter(folded.charCodeAt(index - 1)) && isLetter(folded.charCodeAt(index + 1));
}

function isPunctuation(code: number): boolean {
  return code === 44 || code === 46 || code === 33 || code === 63 || code === 59;
}

/** Numbers of one length look alike, but the generations of the network and the authorities' numbers are words. */
function blurDigits(text: string): string {
  if (!/\d/u.test(text)) return text;
  return text.replace(/\d+(?:\.\d+)?/gu, (digits, at: number) => {
    if (digits.length === 1 && /[2-6]/u.test(digits) && text.charAt(at + 1) === 'g' && !isLetter(text.charCodeAt(at + 2))) return digits;
    if (digits === '12315' || digits === '12300' || digits === '12321') return digits;
    return '0'.repeat(Math.min(digits.length, 4));
  });
}
