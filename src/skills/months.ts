/** Which month a message means: named outright, or counted from the month that was just talked about. */
import { addMonths, monthOf } from '../domain/calendar.js';
import type { SkillRequest } from './skill.js';

const EARLIER =
  /再上(?:一?[个個])?月|再上一?[个個]|再往前|再前(?:一?[个個])?月|再早|更早|前一[个個]月|(?:month|one) before\b(?! last)|\bbefore that\b|\bearlier (?:one|month)\b/iu;
const LATER = /再下(?:一?[个個])?月|[后後]一[个個]月|(?:month|one) after\b|\bafter that\b/iu;
const MONTH = /^\d{4}-\d{2}$/u;

function slotMonth(request: SkillRequest): string | null {
  const month = request.slots['month'];
  return month !== undefined && MONTH.test(month) ? month : null;
}

function namedMonth(request: SkillRequest): string | null {
  for (const entity of request.entities) {
    if (entity.kind === 'month' && MONTH.test(entity.value)) return entity.value;
    if (entity.kind === 'date') return monthOf(entity.value);
  }
  return null;
}

/** The month these words themselves mean; one that was talked about before counts only as where they count from. */
export function saidMonth(request: SkillRequest, running: string): string {
  const spoken = slotMonth(request) ?? running;
  if (EARLIER.test(request.text)) return addMonths(spoken, -1);
  if (LATER.test(request.text)) return addMonths(spoken, 1);
  return namedMonth(request) ?? running;
}

/** 「再上个月」 is looked at before 「上个月」, which it contains. `latest` stands in when no month was talked about. */
export function askedMonth(request: SkillRequest, latest: string): string {
  const spoken = slotMonth(request);
  if (EARLIER.test(request.text)) return addMonths(spoken ?? latest, -1);
  if (LATER.test(request.text)) return addMonths(spoken ?? latest, 1);
  return namedMonth(request) ?? spoken ?? latest;
}
