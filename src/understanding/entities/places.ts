/** Cities and countries named in a message. */
import type { Found } from './found.js';
import { CITIES, COUNTRIES } from './place-names.js';
import { PhraseFinder } from './phrases.js';
import type { Phrase } from './phrases.js';

interface Place {
  readonly kind: 'city' | 'country';
  readonly value: string;
}

const PAIRED = new Set(['hong kong', 'south korea', 'north korea', 'sri lanka', 'united states', 'the states', 'new york', 'los angeles', 'united kingdom', 'new zealand', 'saudi arabia', 'south africa']);

/** A street, a dish, a bank or a film named after a place is not the place. */
const OTHER_SENSE = /^(?:[东南西北中]?[路街]|时间|烤鸭|烧鹅|菜|话|牌|银行|小吃|火锅|料理|剧|电影|片|队|股市|总统|政府|烤肉|泡菜| time\b| movie| food)/u;

export const PLACES = new PhraseFinder<Place>([...cities(), ...countries()]);

function cities(): Phrase<Place>[] {
  return CITIES.split(/\s+/u).flatMap((entry) => {
    const [chinese = '', latin] = entry.split(':');
    const place: Place = { kind: 'city', value: chinese };
    return [chinese, `${chinese}市`, ...(latin === undefined ? [] : [latin])].map((text) => ({ text, value: place }));
  });
}

function countries(): Phrase<Place>[] {
  return COUNTRIES.split('|').flatMap((entry) => {
    const [code = '', ...rest] = entry.split(' ');
    const place: Place = { kind: 'country', value: code };
    return namesOf(rest).map((text) => ({ text, value: place }));
  });
}

/** Chinese names stand alone; Latin words in a row are one name unless a known one ends before. */
function namesOf(words: readonly string[]): string[] {
  const names: string[] = [];
  const joined = words.join(' ');
  for (const chinese of joined.match(/[\u4e00-\u9fff]+/gu) ?? []) names.push(chinese);
  for (const run of joined.match(/[a-z][a-z ]*[a-z]/gu) ?? []) names.push(...latinNames(run));
  return names;
}

function latinNames(run: string): string[] {
  const words = run.split(' ');
  const names: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const pair = `${words[index] ?? ''} ${words[index + 1] ?? ''}`;
    if (PAIRED.has(pair)) {
      names.push(pair);
      index += 1;
    } else names.push(words[index] ?? '');
  }
  return names;
}

export function findPlaces(folded: string): Found[] {
  return PLACES.find(folded)
    .filter(({ end }) => !OTHER_SENSE.test(folded.slice(end, end + 4)))
    .map(({ start, end, value }) => ({ start, end, kind: value.kind, value: value.value }));
}
