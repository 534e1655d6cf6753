/** When articles hold that follow one another: in their order, with the days on which none holds or two do. Pure. */
import type { ArticleEntry } from '../link/wire.js';

export type Held = Pick<ArticleEntry, 'id' | 'locale' | 'title' | 'validFrom' | 'validTo' | 'successor'>;

export interface Seam {
  readonly kind: 'gap' | 'overlap';
  /** First and last day, "YYYY-MM-DD"; what has no end goes on. */
  readonly from: string;
  readonly to: string | null;
  readonly before: string;
  readonly after: string;
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The article with all that came before it and all that comes after, earliest first. */
export function chainOf(articles: readonly Held[], article: Held): readonly Held[] {
  const own = articles.map((one) => (isSame(one, article) ? article : one)).filter(({ locale }) => locale === article.locale);
  const all = own.some((one) => one === article) ? own : [...own, article];
  const chain = new Set<Held>([article]);
  let size = 0;
  while (size < chain.size) {
    size = chain.size;
    for (const one of all) if ([...chain].some((known) => known.successor === one.id || one.successor === known.id)) chain.add(one);
  }
  return [...chain].sort((one, other) => (one.validFrom === other.validFrom ? one.id.localeCompare(other.id) : one.validFrom < other.validFrom ? -1 : 1));
}

/** Between an article and the one it names as its successor. */
export function seamsOf(chain: readonly Held[]): readonly Seam[] {
  return chain.flatMap((one): readonly Seam[] => {
    const next = chain.find(({ id }) => id === one.successor);
    if (!next) return [];
    const place = { before: one.id, after: next.id };
    const from = next.validFrom > one.validFrom ? next.validFrom : one.validFrom;
    if (!one.validTo) return [{ kind: 'overlap', from, to: next.validTo ?? null, ...place }];
    if (dayAfter(one.validTo, 1) < next.validFrom) return [{ kind: 'gap', from: dayAfter(one.validTo, 1), to: dayAfter(next.validFrom, -1), ...place }];
    const ends = next.validTo && next.validTo < one.validTo ? next.validTo : one.validTo;
    return next.validFrom <= one.validTo ? [{ kind: 'overlap', from, to: ends, ...place }] : [];
  });
}

export interface Span {
  readonly held: Held;
  /** Shares of the whole time shown, 0 to 1. */
  readonly start: number;
  readonly end: number;
}

/** Bars of one calendar: what has no end goes on to its right edge. */
export function spansOf(chain: readonly Held[], today: string): { readonly spans: readonly Span[]; readonly today: number } {
  const days = [today, ...chain.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [validTo] : [])])].map((day) => Date.parse(day)).filter((at) => !Number.isNaN(at));
  const first = Math.min(...days);
  const most = Math.max(...days, first + 30 * DAY_MS) + 30 * DAY_MS;
  const share = (at: number): number => Math.min(1, Math.max(0, (at - first) / (most - first)));
  const spans = chain.map((held) => ({ held, start: share(Date.parse(held.validFrom)), end: held.validTo ? share(Date.parse(held.validTo) + DAY_MS) : 1 }));
  return { spans, today: share(Date.parse(today)) };
}

function isSame(one: Held, other: Held): boolean {
  return one.id === other.id && one.locale === other.locale;
}
