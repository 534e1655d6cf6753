/** Which articles may be used for this subscriber today: dates, successors, plan and place. Pure. */
import type { Article } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import { liesIn, placeName } from '../domain/place.js';
import type { Entity } from '../domain/reading.js';

export interface Asker {
  readonly today: string;
  /** Null while nobody is verified, or the business system is silent. */
  readonly planId: string | null;
  /** Where the subscriber is at home: city, and region as the business system writes it. */
  readonly home: readonly string[];
  /** What the question names. */
  readonly entities: readonly Entity[];
  readonly text: string;
}

/** The article in force that answers in place of this one: itself, or the successor of a withdrawn one. Null when there is none. */
export function inForce(article: Article, today: string, find: (id: string, locale: Locale) => Article | null): Article | null {
  let current: Article | null = article;
  const seen = new Set<string>();
  while (current && current.validTo !== null && current.validTo < today) {
    if (current.successor === null || seen.has(current.id)) return null;
    seen.add(current.id);
    current = find(current.successor, article.locale);
  }
  return current && current.validFrom <= today ? current : null;
}

export function mayUse(article: Pick<Article, 'plans' | 'regions' | 'keywords'>, asker: Asker): boolean {
  return fitsPlan(article, asker) && fitsPlace(article, asker);
}

/** Written for the holders of a plan that this asker is not known to have and has not named. */
export function isForOthers({ plans }: Article, { planId, entities }: Asker): boolean {
  return plans.length > 0 && planId === null && !entities.some((entity) => entity.kind === 'plan' && plans.includes(entity.value));
}

/** Somebody unknown may read about any plan; somebody known only about their own, unless they name another. */
function fitsPlan({ plans }: Pick<Article, 'plans'>, { planId, entities }: Asker): boolean {
  if (plans.length === 0 || planId === null || plans.includes(planId)) return true;
  return entities.some((entity) => entity.kind === 'plan' && plans.includes(entity.value));
}

/** The place in the question decides; without one, where the subscriber is at home. A keyword may name a city of the region. */
function fitsPlace({ regions, keywords }: Pick<Article, 'regions' | 'keywords'>, { home, entities, text }: Asker): boolean {
  if (regions.length === 0) return true;
  const own = regions.map(placeName);
  const named = new Set(keywords.map(placeName));
  const isOurs = (written: string): boolean => {
    const place = placeName(written);
    return named.has(place) || own.some((area) => liesIn(place, area));
  };
  const said = text.toLowerCase();
  if (own.some((place) => place.length > 1 && place.split('-').every((part) => said.includes(part)))) return true;
  const cities = entities.filter(({ kind }) => kind === 'city');
  return cities.length > 0 ? cities.some((city) => isOurs(String(city.value)) || isOurs(city.text)) : home.some(isOurs);
}
