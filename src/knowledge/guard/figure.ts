/** What counts as a figure: a measure and a value in that measure's smallest unit, so that all ways of writing it are one. */

/**
 * `money` in fen, `data` in MB, `speed` in Mbit/s, `time` in seconds, `workdays`, `months`, `percent`, `multiple`, `count` (of things named by a
 * classifier), `clock` in minutes of the day, `weekday` 1 to 7, `near` (tomorrow, next month), `bare` without a unit, `token` (letters with digits).
 */
export type Measure = 'money' | 'data' | 'speed' | 'time' | 'workdays' | 'months' | 'percent' | 'multiple' | 'count' | 'clock' | 'weekday' | 'near' | 'bare' | 'token' | 'date';

export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly measure: Measure;
  readonly value: number | string;
  /** The number as it was said, before its unit made it larger; what a cell of a table without units is compared by. */
  readonly said: number | null;
  /** Of a date, the parts that were said. */
  readonly date?: CalendarParts;
  /** Of the later end of 「下午 3 点到 6 点」: morning or evening was said before. */
  readonly isHalfDay?: boolean;
}

export interface CalendarParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The text with what was recognised taken out, so that nothing is read twice. */
export class Reader {
  readonly figures: Figure[] = [];
  private readonly original: string;

  constructor(private text: string) {
    this.original = text;
  }

  /** Every match of what has not been taken yet; a figure takes its place in the text, null leaves it. */
  take(pattern: RegExp, read: (match: RegExpExecArray, reader: Reader) => Figure | readonly Figure[] | null): void {
    for (const match of [...this.text.matchAll(pattern)]) {
      const found = read(match, this);
      if (found === null) continue;
      const all = Array.isArray(found) ? (found as readonly Figure[]) : [found as Figure];
      this.figures.push(...all);
      const start = Math.min(match.index, ...all.map((one) => one.start));
      const end = Math.max(match.index + match[0].length, ...all.map((one) => one.end));
      this.blank(start, end);
    }
  }

  /** Takes out what looks like a figure and is none. */
  drop(pattern: RegExp): void {
    this.text = this.text.replace(pattern, (part: string) => BLANK.repeat(part.length));
  }

  mayHave(hint: RegExp): boolean {
    return hint.test(this.text);
  }

  before(at: number, length: number): string {
    return this.text.slice(Math.max(0, at - length), at);
  }

  after(at: number, length: number): string {
    return this.text.slice(at, at + length);
  }

  /** What stands before in the text as it was, taken or not. */
  originallyBefore(at: number, length: number): string {
    return this.original.slice(Math.max(0, at - length), at);
  }

  private blank(start: number, end: number): void {
    this.text = this.text.slice(0, start) + BLANK.repeat(end - start) + this.text.slice(end);
  }
}

/** A sign no pattern knows. */
const BLANK = '\u0001';

/** Rounds what floating point leaves behind. */
export function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
