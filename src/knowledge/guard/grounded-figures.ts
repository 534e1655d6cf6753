/** Whether a figure of a text stands in what it may stand on. */
import { addDays, addMonths, monthOf } from '../../domain/calendar.js';
import type { CalendarParts, Figure } from './figure.js';
import { figuresOf } from './figures.js';

export class FigureGround {
  private readonly keys = new Set<string>();
  private readonly bare = new Set<number>();
  private readonly said = new Set<number>();
  private readonly dates: CalendarParts[] = [];
  private readonly clocks: Figure[] = [];
  private readonly tokens = new Set<string>();

  /** `text` as `legible` makes it; a figure of one line never reaches into the next. */
  constructor(
    private readonly text: string,
    private readonly today: string,
    ownMsisdn: string | null,
  ) {
    for (const line of text.split('\n')) for (const figure of figuresOf(line)) this.add(figure);
    if (ownMsisdn !== null) this.addOwn(ownMsisdn);
  }

  private add(figure: Figure): void {
    const { measure, value, said, date } = figure;
    this.keys.add(`${measure}:${value}`);
    if (said !== null) this.said.add(said);
    if (measure === 'bare' && typeof value === 'number') this.bare.add(value);
    if (date) this.dates.push(date);
    if (measure === 'clock') this.clocks.push(figure);
    if (measure === 'token' && typeof value === 'string') this.addToken(value);
  }

  private addToken(value: string): void {
    this.tokens.add(value);
    for (const part of value.split(/[.\-_@]/u)) {
      this.tokens.add(part);
      for (const run of part.match(/\d+/gu) ?? []) if (run.length < 6 && /[a-z]/u.test(part)) this.bare.add(Number(run));
    }
  }

  private addOwn(msisdn: string): void {
    this.addToken(msisdn);
    for (const shape of [`${msisdn.slice(0, 3)}*${msisdn.slice(-4)}`, `*${msisdn.slice(-4)}`, `${msisdn.slice(0, 3)}*`]) this.tokens.add(shape);
    this.tokens.add(msisdn.slice(-4));
  }

  has(figure: Figure): boolean {
    if (this.keys.has(`${figure.measure}:${figure.value}`)) return true;
    if (figure.measure === 'date' && figure.date) return this.hasDate(figure.date);
    if (figure.measure === 'clock') return this.hasClock(figure);
    if (figure.measure === 'token') return this.hasToken(String(figure.value));
    if (figure.said === null) return false;
    return this.hasNumber(figure, figure.said);
  }

  private hasNumber(figure: Figure, said: number): boolean {
    if (figure.measure === 'bare') return this.said.has(said) || this.bare.has(said) || this.tokens.has(String(said));
    if (this.bare.has(said)) return true;
    // A discount stands in a bill with its sign and is spoken of without.
    return typeof figure.value === 'number' && figure.value > 0 && this.keys.has(`${figure.measure}:${-figure.value}`);
  }

  private hasToken(value: string): boolean {
    if (this.tokens.has(value)) return true;
    return value.length >= 4 && standsAlone(this.text, value);
  }

  private hasDate({ year, month, day }: CalendarParts): boolean {
    const fits = (wanted: number | null, known: number | null): boolean => wanted === null || wanted === known;
    const thisYear = Number(this.today.slice(0, 4));
    return this.dates.some((known) => fits(month, known.month) && fits(day, known.day) && (fits(year, known.year) || (known.year === null && year === thisYear)));
  }

  private hasClock({ value, isHalfDay }: Figure): boolean {
    return this.clocks.some((known) => known.value === value || (Number(known.value) % 720 === Number(value) % 720 && (isHalfDay === true || known.isHalfDay === true)));
  }

  /** 「下个月」 stands when the grounds say so in any word, or name a date of it. */
  hasNear(near: Near): boolean {
    if (near.pattern.test(this.text)) return true;
    const { days, months } = near;
    if (days !== undefined) return this.hasDay(addDays(this.today, days));
    if (months === undefined) return false;
    const [year, month] = addMonths(monthOf(this.today), months).split('-').map(Number);
    return this.dates.some((known) => known.month === month && (known.year === null || known.year === year));
  }

  private hasDay(day: string): boolean {
    const [year, month, date] = day.split('-').map(Number);
    return this.dates.some((known) => known.day === date && known.month === month && (known.year === null || known.year === year));
  }
}

function standsAlone(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!/[a-z0-9]/u.test(text.charAt(at - 1)) && !/[a-z0-9]/u.test(text.charAt(at + value.length))) return true;
  }
  return false;
}

/** A day or month named by its distance from now. */
export interface Near {
  readonly pattern: RegExp;
  readonly days?: number;
  readonly months?: number;
}

export const NEARS: readonly Near[] = [
  { pattern: /大后天/u, days: 3 },
  { pattern: /(?<!大)后天|day after tomorrow/u, days: 2 },
  { pattern: /明天|明日|明早|明晚|次日|第二天|(?<!after )tomorrow|next day/u, days: 1 },
  { pattern: /昨天|昨日|昨晚|yesterday/u, days: -1 },
  { pattern: /(?<!大)前天|day before yesterday/u, days: -2 },
  { pattern: /今晚|tonight/u },
  { pattern: /下个?(?:周|星期|礼拜)|next week/u },
  { pattern: /下个?月|次月|next month|following month|month after/u, months: 1 },
  { pattern: /明年|次年|next year/u, months: 12 },
];
