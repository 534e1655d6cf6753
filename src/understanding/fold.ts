/** Folds width, case, accents and traditional characters one for one, so that positions in the folded text are positions in the original. */
import { SIMPLIFIED, TRADITIONAL } from './traditional.js';

const PUNCTUATION: readonly (readonly [string, string])[] = [
  ['，、﹐､', ','],
  ['。｡', '.'],
  ['！﹗', '!'],
  ['？﹖', '?'],
  ['；﹔', ';'],
  ['：﹕∶', ':'],
  ['“”„「」『』《》〈〉＂', '"'],
  ['‘’‚′＇`´', "'"],
  ['（【〔', '('],
  ['）】〕', ')'],
  ['—–‐‑−－～〜', '-'],
  ['\u3000\u00a0\t\n\r\u2002\u2003\u2009', ' '],
  ['￥¥', '¥'],
];

const TABLE = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code += 1) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0;
  for (let code = 0; code < TRADITIONAL.length; code += 1) table[TRADITIONAL.charCodeAt(code)] = SIMPLIFIED.charCodeAt(code);
  for (const [from, to] of PUNCTUATION) for (const mark of from) table[mark.charCodeAt(0)] = to.charCodeAt(0);
  for (let code = 0; code < table.length; code += 1) {
    const now = table[code] ?? code;
    if (now >= 65 && now <= 90) table[code] = now + 32;
    else if (now >= 0xc0 && now <= 0x17f) table[code] = plainLetter(now);
  }
  return table;
}

function plainLetter(code: number): number {
  const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
  return base.charCodeAt(0);
}

export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    folded += String.fromCharCode(TABLE[text.charCodeAt(index)] ?? 32);
  }
  return folded;
}
