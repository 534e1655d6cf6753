/** Where the first sentence of a growing text ends, decided by the text alone and never by how it arrived. */

const CHINESE_ENDS = '。！？；…';
const LATIN_ENDS = '.!?';
const CLOSERS = '”’」』）》】)"\'*_~`';
const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|vs|etc|approx|incl|excl|tel|fig|e\.g|i\.e|a\.m|p\.m|u\.s|ext|max|min|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/iu;
const LIST_MARK = /^\s*(?:[-*+•]\s*)?\(?\d{1,3}\.$/u;
/** The number of a passage, as in 「每月 1 日生效。[2]」. */
const SOURCE = /^\[\d{1,2}\]/u;
const PERHAPS_SOURCE = /^\[\d{0,2}$/u;
/** What begins a picture or a fence ends no sentence before it. */
const NEXT = /^(?:!\[|```|~~~)/u;
const FENCE = /^[ \t]*(?:```|~~~)/u;

/** The length of the first sentence with the blanks behind it; null when more text might still belong to it. */
export function sentenceEnd(text: string, isLast: boolean): number | null {
  const found = FENCE.test(text) ? fenceEnd(text) : /^[ \t]*\|/u.test(text) ? tableEnd(text) : plainEnd(text);
  const whole = found === null ? null : withBlanks(text, found, isLast);
  return whole ?? (isLast ? text.length : null);
}

/** Blanks and the marks of its sources go with the sentence before them; at the edge of what has come there may be more. */
function withBlanks(text: string, end: number, isLast: boolean): number | null {
  let at = end;
  for (;;) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
    const mark = SOURCE.exec(text.slice(at, at + 5))?.[0];
    if (mark !== undefined) at += mark.length;
    else return (at < text.length && !PERHAPS_SOURCE.test(text.slice(at))) || isLast ? at : null;
  }
}

function plainEnd(text: string): number | null {
  let isBegun = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!/\s/u.test(character)) isBegun = true;
    if (character === '\n' && isBegun) return at;
    if (CHINESE_ENDS.includes(character) && !isInsideWord(text, at)) return behindClosers(text, at + 1);
    if (LATIN_ENDS.includes(character) && endsHere(text, at)) return behindClosers(text, at + 1);
  }
  return null;
}

/** "evil。com": between Latin letters it is a dot in disguise, and the text on both sides is judged as one. */
function isInsideWord(text: string, at: number): boolean {
  return at > 0 && /[a-z0-9]/iu.test(text.charAt(at - 1)) && /^[a-z0-9]?$/iu.test(text.charAt(at + 1));
}

function behindClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && `${CLOSERS}${CHINESE_ENDS}${LATIN_ENDS}`.includes(text.charAt(at)) && !NEXT.test(text.slice(at, at + 3))) at += 1;
  return at;
}

/** A Latin mark ends a sentence before a blank or a Chinese character, a full stop only unless it belongs to an abbreviation, a list or a number. */
function endsHere(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && `${CLOSERS}${LATIN_ENDS}`.includes(text.charAt(next))) next += 1;
  if (next >= text.length || !/[\s\p{Script=Han}]/u.test(text.charAt(next))) return false;
  if (text.charAt(at) !== '.') return true;
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at + 1);
  return !ABBREVIATION.test(line) && !LIST_MARK.test(line);
}

/** The rows of a table are judged together: a cell means nothing without its head. */
function tableEnd(text: string): number | null {
  let at = 0;
  while (/^[ \t]*\|/u.test(text.slice(at, at + 40))) {
    const line = text.indexOf('\n', at);
    if (line < 0 || line + 1 >= text.length) return null;
    at = line + 1;
  }
  return at;
}

function fenceEnd(text: string): number | null {
  const mark = /```|~~~/u.exec(text)?.[0] ?? '```';
  const close = text.indexOf(mark, text.indexOf(mark) + mark.length);
  if (close < 0) return null;
  const line = text.indexOf('\n', close);
  return line < 0 ? null : line;
}
