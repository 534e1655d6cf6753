/** Places that an intent or an article is limited to and nobody knows: a slip there keeps it from everybody. Pure. */
import { isKnownPlace } from '../domain/place.js';
import type { Seed } from './seed.js';

export interface UnknownPlaces {
  readonly path: string;
  readonly places: readonly string[];
}

export function unknownPlacesOf({ intents, articles }: Pick<Seed, 'intents' | 'articles'>): readonly UnknownPlaces[] {
  const all = [
    ...intents.map(({ id, regions = [] }) => ({ path: `intents/${id}.yaml`, regions })),
    ...articles.map(({ id, locale, regions }) => ({ path: `knowledge-base/${id}.${locale}.md`, regions })),
  ];
  return all.map(({ path, regions }) => ({ path, places: regions.filter((one) => !isKnownPlace(one)) })).filter(({ places }) => places.length > 0);
}
