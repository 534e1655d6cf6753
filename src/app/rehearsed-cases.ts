/** Cases for an editor's try-out: as they would be opened, numbered 0000, and kept nowhere. */
import { caseNumber } from '../domain/case.js';
import { dayOf } from '../domain/calendar.js';
import { CASE_RULES, isCountryArea, repairHours } from '../domain/case-rules.js';
import { newCase } from '../domain/case-steps.js';
import { caseId } from '../domain/ids.js';
import type { CaseOpenings } from '../ports/case-openings.js';
import type { Clock } from '../ports/clock.js';

export function rehearsedCases(clock: Clock): CaseOpenings {
  return {
    openFor(wish) {
      const now = clock.now();
      const opening = { ...wish, visitorId: wish.visitorId ?? null, by: 'assistant' as const };
      const rehearsed = newCase(caseId(`rehearsed:${wish.source}`), opening, { now, rules: CASE_RULES });
      return Promise.resolve({ case: { ...rehearsed, number: caseNumber(dayOf(now), 0) }, isNew: true, wrongCharges: [] });
    },
    ofHolder: () => Promise.resolve([]),
    promisedTo: () => Promise.resolve([]),
    repairHours: (region) => repairHours(isCountryArea(region), CASE_RULES),
  };
}
