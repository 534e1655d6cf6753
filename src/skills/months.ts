/** Which month a message means: named outright, or counted from the month that was just talked about. */
import { addMonths, monthOf } from '../domain/calendar.js';
import { heardOnce } from '../domain/heard.js';
import type { Entity } from '../domain/reading.js';
import type { SkillRequest } from './skill.js';

const EARLIER =
  /再上(?:一?[个個])?月|再上一?[个個]|再往前|再前(?:一?[个個])?月|再早|更早|前一[个個]月|(?:month|one) before\b(?! last)|\bbefore that\b|\bearlier (?:one|month)\b/iu;
const LATER = /再下(?:一?[个個])?月|[后後]一[个個]月|(?:month|one) after\b|\bafter that\b/iu;
/** What comes after these is only measured against: 「比前一个月多了什么」, "compare it with the month before". */
const MEASURED_AGAINST = /(?:比(?:起|较|較)?|对比(?:一下)?|對比(?:一下)?|\b(?:than|versus|vs\.?|against|(?:compare|compared|comparing)(?: it| that| this)? (?:with|to))(?: (?:in|for|the|was))*) *$/iu;
const MONTH = /^\d{4}-\d{2}$/u;

function slotMonth(request: SkillRequest): string | null {
  const month = request.slots['month'];
  return month !== undefined && MONTH.test(month) ? month : null;
}

/** 「25号」 on the first: of what has been, that of the month before is meant. */
const DAY_ALONE = /^[\d一二三十廿四五六七八九]{1,4}[号日]$/u;

export function isDayToCome({ value, text }: Pick<Entity, 'text'> & { readonly value: unknown }, today: string): boolean {
  return String(value) > today && DAY_ALONE.test(text);
}

function namedMonth(request: SkillRequest): string | null {
  for (const entity of request.entities) {
    if (isMeasuredAgainst(request.text, request.text.indexOf(entity.text))) continue;
    if (entity.kind === 'month' && MONTH.test(entity.value)) return entity.value;
    if (entity.kind === 'date') return isDayToCome(entity, request.today) ? addMonths(monthOf(entity.value), -1) : monthOf(entity.value);
  }
  return monthOfNoDay(request);
}

/** 「2月30号」 is no day, and of February all the same: of the last one there was. */
function monthOfNoDay({ text, today, entities }: SkillRequest): string | null {
  const named = entities.length > 0 ? undefined : /(?<!\d)(1[0-2]|[1-9])月(?:29|3[01])[号日]/u.exec(text.normalize('NFKC'))?.[1];
  if (named === undefined) return null;
  const ofThisYear = `${today.slice(0, 4)}-${named.padStart(2, '0')}`;
  return ofThisYear <= monthOf(today) ? ofThisYear : addMonths(ofThisYear, -12);
}

/** 「跟前一个月比」: the word that compares may come after. */
export function isMeasuredAgainst(text: string, start: number): boolean {
  const before = text.slice(0, start);
  return MEASURED_AGAINST.test(before) || (/[跟和与與同] *$/u.test(before) && /比|差|[多少][了在]/u.test(text.slice(start)));
}

/** Months backwards or forwards from the one talked about. */
const stepsIn = heardOnce((text) => {
  const earlier = EARLIER.exec(text);
  if (earlier !== null) return isMeasuredAgainst(text, earlier.index) ? 0 : -1;
  return LATER.test(text) ? 1 : 0;
});

const YEAR = /(大前年|前年|去年|上一?年)|(?<!\d)(20\d{2}) ?年|\b(last year)\b|\b(?:in|of|for|from) (20\d{2})\b/u;

const yearIn = heardOnce((text) => {
  const [, zh, year, en, of] = YEAR.exec(text.normalize('NFKC').toLowerCase()) ?? [];
  return { zh, year, en, of };
});

/** A year named with no month of it: "2025"; null where a month is named too, or no other year than this one. */
export function askedYear({ text, entities, today }: Pick<SkillRequest, 'text' | 'entities' | 'today'>): string | null {
  if (entities.some(({ kind }) => kind === 'month' || kind === 'date')) return null;
  const { zh, year, en, of } = yearIn(text);
  const running = Number(today.slice(0, 4));
  const back = zh === '大前年' ? 3 : zh === '前年' ? 2 : (zh ?? en) === undefined ? 0 : 1;
  const meant = back > 0 ? String(running - back) : (year ?? of);
  return meant === undefined || meant === String(running) ? null : meant;
}

/** The month these words themselves mean; one that was talked about before counts only as where they count from. */
export function saidMonth(request: SkillRequest, running: string): string {
  const steps = stepsIn(request.text);
  if (steps !== 0) return addMonths(slotMonth(request) ?? running, steps);
  return namedMonth(request) ?? running;
}

/** Two months that are named: 「9月和10月对比」, 「10月比8月多了什么」; null where one, or more, are. */
export function monthsCompared({ entities }: Pick<SkillRequest, 'entities'>): { readonly earlier: string; readonly later: string } | null {
  const [earlier, later, ...more] = [...new Set(entities.filter(({ kind, value }) => kind === 'month' && MONTH.test(String(value))).map(({ value }) => String(value)))].sort();
  return earlier === undefined || later === undefined || more.length > 0 ? null : { earlier, later };
}

/** 「比8月多了什么」, "compare it with August": what the month is measured against. */
export function measuredMonth({ text, entities }: Pick<SkillRequest, 'text' | 'entities'>): string | null {
  const found = entities.find(({ kind, value, text: said }) => kind === 'month' && MONTH.test(String(value)) && isMeasuredAgainst(text, text.indexOf(said)));
  return found === undefined ? null : String(found.value);
}

/** 「再上个月」 is looked at before 「上个月」, which it contains. `latest` stands in when no month was talked about. */
export function askedMonth(request: SkillRequest, latest: string): string {
  const spoken = slotMonth(request);
  const year = askedYear(request);
  if (year !== null) return `${year}-12`;
  const steps = stepsIn(request.text);
  if (steps !== 0) return addMonths(spoken ?? latest, steps);
  return namedMonth(request) ?? spoken ?? latest;
}
