/** What stands in the form of a notice: as it begins, as it was left, and as it is sent. */
import type { WireNotice, WireNoticeWords } from '../../../protocol/notices.js';
import { momentOfField, operatorField } from '../../../wording/operator-time.js';

export const SERVICES = ['mobile', 'broadband'] as const;

export interface NoticeFields {
  readonly areas: string;
  readonly services: readonly string[];
  readonly since: string;
  readonly expectedEnd: string;
  readonly zh: string;
  readonly en: string;
}

/** Of a form that was left: the same notice however often it is sent, also after a reload. */
export interface LeftNotice {
  readonly fields: NoticeFields;
  readonly clientId: string;
}

/** `area`: where one was led here from. */
export function placeOf(notice: WireNotice | null, area: string): string {
  if (notice !== null) return `notices/${notice.id}`;
  return area === '' ? 'notices/new' : `notices/new/${area}`;
}

export function fieldsOf({ areas, services, since, expectedEnd, texts }: WireNotice, list: (areas: readonly string[]) => string): NoticeFields {
  return { areas: list(areas), services, since: operatorField(since), expectedEnd: expectedEnd === null ? '' : operatorField(expectedEnd), zh: texts['zh-CN'], en: texts.en };
}

export function blankFields(area: string, now: number): NoticeFields {
  return { areas: area, services: ['mobile'], since: operatorField(now), expectedEnd: '', zh: '', en: '' };
}

export function fieldsIn(form: HTMLFormElement): NoticeFields {
  const entered = new FormData(form);
  const text = (name: string): string => {
    const value = entered.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { areas: text('areas'), services: entered.getAll('services').map(String), since: text('since'), expectedEnd: text('expectedEnd'), zh: text('zh'), en: text('en') };
}

/** Null where something of it does not fit. */
export function wordsOf(fields: NoticeFields): WireNoticeWords | null {
  const since = momentOfField(fields.since.trim());
  const expectedEnd = fields.expectedEnd.trim() === '' ? null : momentOfField(fields.expectedEnd.trim());
  const services = SERVICES.filter((service) => fields.services.includes(service));
  const texts = { 'zh-CN': fields.zh.trim(), en: fields.en.trim() };
  const isSound = Number.isFinite(since) && (expectedEnd === null || expectedEnd > since) && services.length > 0 && texts['zh-CN'] !== '' && texts.en !== '';
  const areas = fields.areas.split(/[,，、;；\n]/).map((one) => one.trim()).filter(Boolean);
  return isSound ? { areas, services, since, expectedEnd, texts } : null;
}
