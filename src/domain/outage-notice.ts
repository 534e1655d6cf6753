/** An outage notice: what the house tells everybody in an area while a service is down, and once it is back. Steps are pure. */
import type { Outage } from './account.js';
import type { ContentAuthor } from './content.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { Localised } from './locale.js';
import { liesIn, placeName } from './place.js';

export const NOTICE_SERVICES = ['mobile', 'broadband'] as const;
export type NoticeService = (typeof NOTICE_SERVICES)[number];

export interface OutageNotice {
  readonly id: string;
  /** Provinces, cities or districts, "浙江", "杭州" or "杭州-西湖"; empty: everywhere. */
  readonly areas: readonly string[];
  readonly services: readonly NoticeService[];
  /** Epoch ms. */
  readonly since: number;
  readonly expectedEnd: number | null;
  readonly texts: Localised;
  readonly startedAt: number;
  readonly startedBy: ContentAuthor;
  /** `tells`: everybody who was told of it is told that it is over. */
  readonly end: { readonly at: number; readonly by: ContentAuthor; readonly tells: boolean } | null;
  readonly version: number;
}

export type NoticeWords = Pick<OutageNotice, 'areas' | 'services' | 'since' | 'expectedEnd' | 'texts'>;

/** A district lies in its city; who names only the city is told of an outage in one of its districts. */
export function covers({ areas }: Pick<OutageNotice, 'areas'>, region: string): boolean {
  const place = placeName(region);
  return areas.length === 0 || areas.map(placeName).some((area) => liesIn(place, area) || liesIn(area, place));
}

/** Its words go on to since when and until when: the mark that ends a sentence would stand in the middle of one. */
export function inSentence(texts: Localised): Localised {
  const open = (text: string): string => text.replace(/[。.！!；;，,\s]{1,20}$/, '');
  return { 'zh-CN': open(texts['zh-CN']), en: open(texts.en) };
}

export function outagesOf(notice: OutageNotice, region: string): readonly Outage[] {
  const { id, services, since, expectedEnd, texts } = notice;
  return covers(notice, region) ? services.map((service) => ({ id: `${id}:${service}`, service, region, since, restoredBy: expectedEnd, text: inSentence(texts) })) : [];
}

export function hasWords(one: OutageNotice, words: NoticeWords): boolean {
  const plain = ({ areas, services, since, expectedEnd, texts }: NoticeWords): string => JSON.stringify([areas, services, since, expectedEnd, texts['zh-CN'], texts.en]);
  return plain(one) === plain(words);
}

export function reworded(one: OutageNotice, words: NoticeWords, version: number): OutageNotice | Refusal {
  if (one.end !== null) return refuse('wrong-state', 'it has ended');
  return one.version === version ? { ...one, ...words } : refuse('conflict', 'somebody changed it meanwhile');
}

export function ended(one: OutageNotice, end: NonNullable<OutageNotice['end']>): OutageNotice | Refusal {
  return one.end === null ? { ...one, end } : refuse('wrong-state', 'it has ended');
}
