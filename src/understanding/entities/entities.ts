/** All entities of a message, each with its place in the original text and its normal form. */
import type { Entity } from '../../domain/reading.js';
import type { CatalogueFinder } from './catalogue-names.js';
import { findDates } from './dates.js';
import { entityOf, settle } from './found.js';
import type { Found } from './found.js';
import { findMonths } from './months.js';
import { findPlaces } from './places.js';
import { findAmounts, findNumbers, findVolumes } from './quantities.js';

/** Words without which there is no number, month or day in a message: most messages stop here. */
const HAS_TIME = /[月日号天昨今明周期拜]|20\d\d|day|night|tomorrow|month|morning|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|year/u;
const HAS_NUMBER = /\b(?:ten|\w+ty|hundred|thousand)\b|[\d零〇一二两三四五六七八九十百千万半]|yuan|kuai|bucks|dollar|\bgigs?\b|\bmegs?\b/u;

export function findEntities(original: string, folded: string, today: string, catalogue: CatalogueFinder): Entity[] {
  const found: Found[] = [...catalogue.find(folded), ...findPlaces(folded)];
  if (HAS_TIME.test(folded)) found.push(...findMonths(folded, today), ...findDates(folded, today));
  if (HAS_NUMBER.test(folded)) found.push(...findAmounts(folded), ...findVolumes(folded), ...findNumbers(folded));
  return settle(found).map((one) => entityOf(one, original));
}
