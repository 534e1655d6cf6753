/** Figures for a range of days, with the range before it: kept days where nothing changed since, the others counted anew. */
import { addDays, daysBetween } from '../domain/calendar.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { CaseCount, DayFigures } from '../domain/figures.js';
import { daysFrom, startOfZonedDay, zonedDay } from '../domain/zoned-day.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Figures, Spell } from '../ports/figures.js';
import type { HandoffBook } from '../ports/handoff-book.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { dayOfFigures, sumOfDays } from './day.js';
import { summaryOf } from './summary.js';
import type { Summary } from './summary.js';

export interface FiguresDeps {
  readonly figures: Figures;
  readonly handoffs: HandoffBook;
  readonly revisions: Pick<ContentStore, 'revisions'>;
  readonly content: PublishedContent;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
  /** Reads what has moved but is not counted yet. */
  readonly catchUp: () => Promise<void>;
}

export interface DayRow {
  readonly day: string;
  readonly summary: Summary;
}

export interface RangeOfFigures {
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  readonly total: Summary;
  readonly before: Summary | null;
  readonly days: readonly DayRow[];
  readonly cases: readonly CaseCount[];
  readonly promises: Readonly<Record<string, number>>;
  readonly published: readonly { readonly number: number; readonly at: number; readonly day: string; readonly note: string }[];
  readonly intentNames: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>>;
}

export const MOST_DAYS = 366;

interface PlacedDay {
  readonly day: string;
  readonly span: Spell;
}

export class FiguresRoom {
  constructor(private readonly deps: FiguresDeps) {}

  /** The operator's today. */
  today(): string {
    return zonedDay(this.#timezone, this.deps.clock.now());
  }

  /** Both days included; `comparing` adds the sum of as many days before. */
  async range(from: string, to: string, comparing: boolean): Promise<RangeOfFigures | Refusal> {
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > MOST_DAYS) return refuse('bad-request', `from 1 to ${MOST_DAYS} days`);
    await this.deps.catchUp();
    const timezone = this.#timezone;
    const days = await this.#days(timezone, daysFrom(from, to));
    const before = comparing ? await this.#days(timezone, daysFrom(addDays(from, -length), addDays(from, -1))) : null;
    const span = { from: startOfZonedDay(timezone, from), to: startOfZonedDay(timezone, addDays(to, 1)) };
    const [cases, promises, revisions] = await Promise.all([this.deps.figures.cases(span), this.deps.figures.promises(span), this.deps.revisions.revisions()]);
    const total = summaryOf(sumOfDays(days.map(({ figures }) => figures)));
    return {
      ...{ timezone, from, to, total, cases, promises },
      before: before && summaryOf(sumOfDays(before.map(({ figures }) => figures))),
      days: days.map(({ day, figures }) => ({ day, summary: summaryOf(figures) })),
      published: revisions.filter(({ at }) => at >= span.from && at < span.to).map(({ number, at, note }) => ({ number, at, day: zonedDay(timezone, at), note })),
      intentNames: this.#namesOf(total),
    };
  }

  get #timezone(): string {
    return this.deps.settings.current('hours').timezone;
  }

  #namesOf({ intents }: Summary): RangeOfFigures['intentNames'] {
    const known = this.deps.content.current().intents;
    return Object.fromEntries(intents.flatMap(({ intent }) => (known.has(intent) ? [[intent, known.get(intent)?.names ?? { 'zh-CN': intent, en: intent }]] : [])));
  }

  async #days(timezone: string, days: readonly string[]): Promise<readonly { readonly day: string; readonly figures: DayFigures }[]> {
    const starts = [...days, addDays(days.at(-1) ?? '', 1)].map((day) => startOfZonedDay(timezone, day));
    const placed = days.map((day, index) => ({ day, span: { from: starts[index] ?? 0, to: starts[index + 1] ?? 0 } }));
    const kept = new Map((await this.deps.figures.keptDays(timezone, placed)).map(({ day, figures }) => [day, figures]));
    const whole: { day: string; figures: DayFigures }[] = [];
    // One after another: each day is a moment's work, and messages are answered in between.
    for (const one of placed) whole.push({ day: one.day, figures: kept.get(one.day) ?? (await this.#count(timezone, one)) });
    return whole;
  }

  async #count(timezone: string, { day, span }: PlacedDay): Promise<DayFigures> {
    const { figures, handoffs, clock } = this.deps;
    const madeAt = clock.now();
    const [digests, asked, handlingMs] = await Promise.all([figures.digests(span), handoffs.between(span.from, span.to), figures.handlingTimes(span)]);
    const ids = [...new Set(asked.map(({ conversationId }) => conversationId))];
    const agentAt = new Map((await figures.digestsOf(ids)).map((digest) => [digest.conversationId as string, digest.agentAt]));
    const counted = dayOfFigures({ digests, handoffs: asked, agentAt, handlingMs });
    await figures.keepDay({ timezone, day, span, madeAt, figures: counted });
    return counted;
  }
}
