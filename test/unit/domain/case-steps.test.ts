/** A case keeps its first owner, asks whether it is solved, and pays back a wrong charge twice over by two people. */
import { describe, expect, it } from '@jest/globals';
import { caseNumber, caseNumberIn, nextDue } from '../../../src/domain/case.js';
import type { Case } from '../../../src/domain/case.js';
import { CASE_RULES, deadlinesFor, isCountryArea } from '../../../src/domain/case-rules.js';
import * as steps from '../../../src/domain/case-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import type { Refusal } from '../../../src/domain/errors.js';
import { caseId, conversationId, messageId, staffId } from '../../../src/domain/ids.js';
import { breaking, keeping, voiding } from '../../../src/domain/promise.js';
import type { PromiseMade } from '../../../src/domain/promise.js';
import { decidingRefund, proposingRefund, refundPaid } from '../../../src/domain/refund-steps.js';

const NOW = 1_763_800_000_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const lina = { staffId: staffId('lina'), name: '李娜' };
const wang = { staffId: staffId('wang'), name: '王强' };

function aCase(over: Partial<steps.CaseOpening> = {}): Case {
  const opening = { kind: 'complaint', source: 's', msisdn: null, visitorId: null, conversationId: null, locale: 'zh-CN', title: '投诉', by: 'subscriber' } as const;
  return steps.newCase(caseId('c'), { ...opening, ...over }, { now: NOW, rules: CASE_RULES });
}

function done(step: Case | Refusal): Case {
  if (isRefusal(step)) throw new Error(`refused: ${step.refused} ${step.detail ?? ''}`);
  return step;
}

const asked = (one: Case): Case => done(steps.askingSolved(one, { by: lina, text: '已修复', now: NOW + HOUR }));

describe('deadlines', () => {
  const due = (kind: Case['kind'], isCountry = false) => deadlinesFor({ kind, isCountry, callAt: null, now: NOW }, CASE_RULES);

  it('give a complaint its first answer in 24 hours and an end in 15 days', () => {
    expect(due('complaint')).toEqual({ firstAnswer: { dueAt: NOW + DAY, metAt: null }, close: { dueAt: NOW + 15 * DAY, metAt: null } });
  });

  it('repair broadband within 48 hours in town and 72 in the country', () => {
    expect(due('fault').close.dueAt).toBe(NOW + 48 * HOUR);
    expect(due('fault', true).close.dueAt).toBe(NOW + 72 * HOUR);
    expect(['长沙-浏阳市文家市镇', '长沙-宁乡县', 'Wenjiashi village'].map(isCountryArea)).toEqual([true, true, true]);
    expect(['杭州-西湖', '北京-朝阳'].map(isCountryArea)).toEqual([false, false]);
  });

  it('call back when it was said', () => {
    expect(aCase({ kind: 'call-back', callAt: NOW + 3 * HOUR }).close.dueAt).toBe(NOW + 3 * HOUR);
  });

  it('run one after another: the first answer, then the end, none while the subscriber is asked', () => {
    const opened = aCase();
    expect(nextDue(opened)).toBe(NOW + DAY);
    const answered = done(steps.noting(opened, { by: lina, text: '已联系', now: NOW + HOUR, isPublic: true }));
    expect(answered.firstAnswer?.metAt).toBe(NOW + HOUR);
    expect(nextDue(answered)).toBe(NOW + 15 * DAY);
    expect(nextDue(asked(answered))).toBeNull();
  });

  it('are not met by an inner note', () => {
    const noted = done(steps.noting(aCase(), { by: lina, text: '查过了', now: NOW, isPublic: false }));
    expect(noted.firstAnswer?.metAt).toBeNull();
    expect(noted.stage).toBe('received');
  });
});

it('a case says when it last moved', () => {
  const noted = done(steps.noting(aCase(), { by: lina, text: '查过了', now: NOW + HOUR, isPublic: false }));
  expect(noted.updatedAt).toBe(NOW + HOUR);
});

describe('the owner', () => {
  it('is the first agent asked, through every hand-over', () => {
    const first = steps.askingFirst(aCase(), lina, NOW);
    const second = steps.askingFirst(first, wang, NOW + HOUR);
    const handed = done(steps.handingTo(second, { to: wang, by: lina, now: NOW + HOUR }));
    expect(handed.owner).toEqual(lina);
    expect(handed.handler).toEqual(wang);
    expect(steps.askingFirst(handed, wang, NOW)).toBe(handed);
  });

  it('gets it back to work on when it was not solved', () => {
    const handed = done(steps.handingTo(steps.askingFirst(aCase(), lina, NOW), { to: wang, by: lina, now: NOW }));
    const again = done(steps.answeringSolved(asked(handed), { isSolved: false, comment: '还是断', now: NOW + 2 * HOUR }, CASE_RULES));
    expect(again).toMatchObject({ stage: 'working', owner: lina, handler: lina, reopened: 1, alerted: 0 });
    expect(again.close).toEqual({ dueAt: NOW + 15 * DAY, metAt: null });
    expect(again.priority).toBeGreaterThan(handed.priority);
  });
});

describe('solved', () => {
  it('is asked, not assumed: only the subscriber or, with a reason, a supervisor ends a case', () => {
    expect(steps.answeringSolved(aCase(), { isSolved: true, comment: '', now: NOW }, CASE_RULES)).toMatchObject({ refused: 'wrong-state' });
    expect(steps.closingUnanswered(aCase(), { by: wang, text: '联系不上', now: NOW })).toMatchObject({ refused: 'wrong-state' });
    expect(done(steps.answeringSolved(asked(aCase()), { isSolved: true, comment: '', now: NOW }, CASE_RULES)).stage).toBe('closed');
    expect(done(steps.closingUnanswered(asked(aCase()), { by: wang, text: '联系不上', now: NOW })).stage).toBe('closed');
  });

  it('is asked once at a time, and never about a closed case', () => {
    const once = asked(aCase());
    expect(steps.askingSolved(once, { by: lina, text: '', now: NOW })).toMatchObject({ refused: 'conflict' });
    const closed = done(steps.answeringSolved(once, { isSolved: true, comment: '', now: NOW }, CASE_RULES));
    for (const step of [
      steps.askingSolved(closed, { by: lina, text: '', now: NOW }),
      steps.noting(closed, { by: lina, text: '', now: NOW, isPublic: false }),
      steps.handingTo(closed, { to: wang, by: lina, now: NOW }),
    ]) expect(step).toMatchObject({ refused: 'wrong-state' });
  });

  it('denied late leaves time to work', () => {
    const late = asked(aCase({ kind: 'message' }));
    const again = done(steps.answeringSolved(late, { isSolved: false, comment: '', now: NOW + 40 * DAY }, CASE_RULES));
    expect(again.close.dueAt).toBe(NOW + 41 * DAY);
  });
});

describe('an alert', () => {
  it('is claimed once for each deadline and raises the priority only when it has passed', () => {
    const near = done(steps.alerting(aCase(), 1, NOW));
    expect(near.priority).toBe(0);
    expect(steps.alerting(near, 1, NOW)).toMatchObject({ refused: 'conflict' });
    const passed = done(steps.alerting(near, 2, NOW));
    expect(passed).toMatchObject({ priority: 1, alerted: 2 });
    const answered = done(steps.noting(passed, { by: lina, text: '抱歉', now: NOW, isPublic: true }));
    expect(answered.alerted).toBe(0);
    expect(steps.alerting(asked(answered), 1, NOW)).toMatchObject({ refused: 'gone' });
  });
});

describe('a wrong charge', () => {
  const agent = { ...lina, role: 'agent' as const };
  const supervisor = { ...wang, role: 'supervisor' as const };
  const charge = (chargedFen: number) => ({ month: '2026-10', itemCode: 'video-vip', item: '视频会员', chargedFen });
  const proposed = (chargedFen: number, by: typeof agent | typeof supervisor = agent) =>
    proposingRefund(aCase({ kind: 'refund' }), { charge: charge(chargedFen), by, now: NOW }, CASE_RULES);

  it('goes back twice over, at once within the authority of who found it', () => {
    expect(done(proposed(1_500)).refund).toMatchObject({ refundFen: 3_000, state: 'approved', decidedBy: null });
    expect(done(proposed(5_000)).refund?.state).toBe('approved');
    expect(done(proposed(5_001)).refund?.state).toBe('waits');
  });

  it('above it waits for a second person, who must be a supervisor and somebody else', () => {
    const waits = done(proposed(20_000));
    const decide = (by: { staffId: typeof lina.staffId; name: string; role: 'agent' | 'supervisor' | 'admin' }) => decidingRefund(waits, { isApproved: true, by, now: NOW });
    expect(decide({ staffId: staffId('zhao'), name: '赵敏', role: 'agent' })).toMatchObject({ refused: 'forbidden' });
    expect(decide({ ...lina, role: 'supervisor' })).toMatchObject({ refused: 'forbidden' });
    expect(done(decide(supervisor)).refund).toMatchObject({ state: 'approved', decidedBy: wang });
    const bySupervisor = done(proposed(100_000, supervisor));
    expect(decidingRefund(bySupervisor, { isApproved: true, by: supervisor, now: NOW })).toMatchObject({ refused: 'forbidden' });
  });

  it('is paid once, only when approved, and may be proposed again after a refusal', () => {
    const waits = done(proposed(20_000));
    expect(refundPaid(waits, 'o-1', NOW)).toMatchObject({ refused: 'wrong-state' });
    expect(proposingRefund(waits, { charge: charge(1), by: agent, now: NOW }, CASE_RULES)).toMatchObject({ refused: 'conflict' });
    const refused = done(decidingRefund(waits, { isApproved: false, by: supervisor, now: NOW }));
    expect(refundPaid(refused, 'o-1', NOW)).toMatchObject({ refused: 'wrong-state' });
    const paid = done(refundPaid(done(proposingRefund(refused, { charge: charge(1_500), by: agent, now: NOW }, CASE_RULES)), 'o-1', NOW));
    expect(paid.refund).toMatchObject({ state: 'paid', orderId: 'o-1' });
    // The subscriber is told of it: that is an answer.
    expect(paid).toMatchObject({ stage: 'working', firstAnswer: { metAt: NOW } });
    expect(refundPaid(paid, 'o-1', NOW)).toBe(paid);
    expect(refundPaid(paid, 'o-2', NOW)).toMatchObject({ refused: 'wrong-state' });
  });
});

describe('a promise', () => {
  const made: PromiseMade = {
    ...{ id: 'p', caseId: null, conversationId: conversationId('v'), messageId: messageId('m'), msisdn: null, by: 'assistant', text: '' },
    ...{ madeAt: NOW, dueAt: NOW + HOUR, state: 'open', endedAt: null, isNearTold: false },
  };

  it('is broken only once its time has passed, and stays broken', () => {
    expect(breaking(made, NOW)).toMatchObject({ refused: 'gone' });
    const broken = breaking(made, NOW + HOUR);
    expect(broken).toMatchObject({ state: 'broken' });
    expect(isRefusal(broken) || keeping(broken, NOW)).toMatchObject({ refused: 'wrong-state' });
    expect(isRefusal(broken) || voiding(broken, NOW)).toMatchObject({ refused: 'gone' });
    expect(keeping(made, NOW)).toMatchObject({ state: 'kept' });
  });
});

describe('a case number', () => {
  it('is found in what people type', () => {
    expect(caseNumber('2026-11-22', 7)).toBe('JB-20261122-0007');
    for (const text of ['我的工单 JB-20261122-0007 呢', 'jb20261122 0007'.replace(' ', '-'), 'ＪＢ－20261122－0007']) expect(caseNumberIn(text)).toBe('JB-20261122-0007');
    for (const text of ['', '工单 20261122', 'AJB-20261122-00']) expect(caseNumberIn(text)).toBeNull();
  });
});
