/** Cases for tests of the assistant alone: kept in memory, numbered from one. */
import { caseNumber } from '../../src/domain/case.js';
import type { Case } from '../../src/domain/case.js';
import { dayOf } from '../../src/domain/calendar.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { newCase } from '../../src/domain/case-steps.js';
import type { PromiseMade } from '../../src/domain/promise.js';
import { caseId } from '../../src/domain/ids.js';
import type { CaseOpenings } from '../../src/ports/case-openings.js';

export interface MemoryCases extends CaseOpenings {
  readonly all: readonly Case[];
  readonly promised: PromiseMade[];
}

export function memoryCases(now: () => number): MemoryCases {
  const all: Case[] = [];
  const promised: PromiseMade[] = [];
  return {
    all,
    promised,
    promisedTo: ({ msisdn, conversationId }) => Promise.resolve(promised.filter((one) => (msisdn === null ? one.conversationId === conversationId : one.msisdn === msisdn))),
    openFor(wish) {
      const same = all.find((one) => one.source === wish.source || (one.matter === wish.matter && one.kind === wish.kind && (wish.matter === undefined ? one.conversationId === wish.conversationId : one.msisdn === wish.msisdn)));
      if (same) return Promise.resolve({ case: same, isNew: same.source === wish.source, wrongCharges: [] });
      const at = now();
      const opening = { ...wish, visitorId: wish.visitorId ?? null, by: 'assistant' as const };
      const opened = { ...newCase(caseId(`case-${all.length + 1}`), opening, { now: at, rules: CASE_RULES }), number: caseNumber(dayOf(at), all.length + 1) };
      all.push(opened);
      return Promise.resolve({ case: opened, isNew: true, wrongCharges: [] });
    },
    repairHours: () => CASE_RULES.faultTownHours,
    ofHolder: ({ msisdn, conversationId }) =>
      Promise.resolve(all.filter((one) => (msisdn !== null && one.msisdn === msisdn) || (one.msisdn === null && one.conversationId === conversationId))),
  };
}
