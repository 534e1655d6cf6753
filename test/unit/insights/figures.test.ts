/** Figures: a conversation in short, days that can be added up, shares that say when they say nothing, and files without formulas. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { conversationId, messageId, staffId } from '../../../src/domain/ids.js';
import { UNHELPFUL } from '../../../src/domain/message.js';
import type { Message, MessageDraft } from '../../../src/domain/message.js';
import { startOfZonedDay, zonedDay } from '../../../src/domain/zoned-day.js';
import { csvOf } from '../../../src/insights/csv.js';
import { dayOfFigures, NOTHING, sumOfDays } from '../../../src/insights/day.js';
import { digestOf } from '../../../src/insights/digest.js';
import { quantile, spreadOf } from '../../../src/insights/spread.js';
import { summaryOf } from '../../../src/insights/summary.js';
import type { Handoff } from '../../../src/ports/handoff-book.js';
import { aConversation, START } from '../../contracts/record-builders.js';

const id = conversationId('c-1');
const NO_MODEL = { tokens: 0, costMicros: 0 };
const record = (...drafts: readonly MessageDraft[]): Message[] => drafts.map((draft, index) => ({ ...draft, id: messageId(`m-${index}`), conversationId: id, seq: index + 1, at: START + index * 1000 }));
const asks: MessageDraft = { from: 'subscriber', kind: 'text', text: '查话费' };
const answers: MessageDraft = { from: 'bot', kind: 'text', text: '余额 20 元', rule: 'clear-intent', intent: 'balance_query' };
const isLost: MessageDraft = { from: 'bot', kind: 'text', text: '没听懂', rule: 'fallback' };
const agent: MessageDraft = { from: 'agent', kind: 'text', text: '您好', author: { staffId: staffId('s-1'), name: '李娜' } };
const presses = (action: string): MessageDraft => ({ ...asks, action: { id: action } });
const digest = (...drafts: readonly MessageDraft[]) => digestOf(aConversation({ id, state: 'closed' }), record(...drafts), NO_MODEL);

describe('a conversation in short', () => {
  it.each([
    ['assistant', [asks, answers]],
    ['assistant', [asks, isLost, asks, answers]],
    ['unanswered', [asks, answers, asks, isLost]],
    ['unanswered', [asks, answers, presses(UNHELPFUL), { ...answers, rule: 'pressed-button' }]],
    ['person', [asks, answers, agent]],
    ['person', [asks, isLost, presses('handoff'), presses('line:leave')]],
    ['none', [{ from: 'system', kind: 'event', text: '已转接' }]],
  ] as const)('ended with %s', (outcome, drafts) => {
    expect(digest(...drafts).outcome).toBe(outcome);
  });

  it('counts what was asked, not understood and said, once for each question', () => {
    const counted = digest(asks, answers, { ...answers, intent: 'bill_explain' }, asks, isLost, asks, { ...isLost, rule: 'two-close-intents' });
    expect(counted).toMatchObject({ questions: 3, fallbacks: 1, clarified: 1, intents: { balance_query: 1 }, answerMs: 1000 });
    expect(digestOf(aConversation({ id, rating: { score: 2, comment: '', at: START } }), record(asks, agent, agent), NO_MODEL)).toMatchObject({ rating: { score: 2, of: 'agent' }, agentAt: [START + 1000] });
  });

  it('takes for the first answer of an agent the first that she did not take back', () => {
    const recalled = (...seqs: readonly number[]) => seqs.map((seq) => ({ seq, at: START, attachmentId: null }));
    const spoke = (taken: readonly number[]) => digestOf(aConversation({ id, recalled: recalled(...taken) }), record(asks, agent, agent, asks, agent), NO_MODEL);
    expect(spoke([]).agentAt).toEqual([START + 1000, START + 4000]);
    expect(spoke([2]).agentAt).toEqual([START + 2000, START + 4000]);
    expect(spoke([2, 3]).agentAt).toEqual([START + 4000]);
    // Somebody was there all the same.
    expect(spoke([2, 3, 5])).toMatchObject({ agentAt: [], outcome: 'person' });
  });
});

describe('days of figures', () => {
  const handoff = (over: Partial<Handoff>): Handoff => ({ id: 'h', conversationId: id, askedAt: START, reason: 'asked', skillGroup: 'general', priority: 0, first: { position: 1, low: 10, likely: 30, high: 60 }, end: null, ...over });
  const came = (seconds: number): Handoff => handoff({ end: { endedAt: START + seconds * 1000, ending: 'accepted', detail: '', endedBy: 's-1' } });
  const left = handoff({ end: { endedAt: START + 5000, ending: 'left', detail: '', endedBy: null } });
  const parts = { digests: [digest(asks, answers)], handlingMs: [60_000], agentAt: new Map([[id as string, [START + 34_000]]]) };

  it('judge waits, ranges and first replies by those whom an agent took', () => {
    const { waits, rangeHitRate, abandonment, firstReplies, handoffs } = summaryOf(dayOfFigures({ ...parts, handoffs: [came(30), came(90), left, handoff({})] }));
    expect(waits.count).toBe(2);
    expect(rangeHitRate).toBe(0.5);
    expect(abandonment).toBeCloseTo(1 / 3);
    expect(handoffs).toMatchObject({ asked: 4, accepted: 2, left: 1, open: 1 });
    expect(firstReplies).toMatchObject({ count: 1 });
    expect(Math.abs((firstReplies.p50 ?? 0) - 4)).toBeLessThan(0.2);
  });

  it('add up to what one day with all of it would be', () => {
    const one = dayOfFigures({ ...parts, handoffs: [came(30)] });
    const other = dayOfFigures({ ...parts, digests: [digest(asks, isLost), digest(asks, agent)], handoffs: [left] });
    const both = dayOfFigures({ digests: [digest(asks, answers), digest(asks, isLost), digest(asks, agent)], handoffs: [came(30), left], agentAt: parts.agentAt, handlingMs: [60_000, 60_000] });
    expect(summaryOf(sumOfDays([one, other, NOTHING]))).toEqual(summaryOf(both));
  });

  it('say nothing where nothing was', () => {
    expect(summaryOf(NOTHING)).toMatchObject({ conversations: 0, containment: null, fallbackShare: null, abandonment: null, rangeHitRate: null, waits: { count: 0, p50: null, p90: null }, ratings: { agent: { average: null } } });
  });

  it('read quantiles within two and a half per cent', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 200 }), fc.constantFrom(0.5, 0.9), (times, share) => {
        const exact = [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
        expect(Math.abs((quantile(spreadOf(times), share) ?? 0) - exact)).toBeLessThanOrEqual((1 + exact) * 0.025 + 0.06);
      }),
    );
  });
});

describe("the operator's day", () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'UTC'])('begins and ends where its date does, in %s', (zone) => {
    for (const day of ['2026-03-08', '2026-04-05', '2026-11-01', '2026-12-31']) {
      const start = startOfZonedDay(zone, day);
      expect(zonedDay(zone, start)).toBe(day);
      expect(zonedDay(zone, start - 1) < day).toBe(true);
    }
    expect(startOfZonedDay('Asia/Shanghai', '2026-11-28')).toBe(Date.parse('2026-11-28T00:00:00+08:00'));
  });
});

describe('an exported file', () => {
  it('holds what was written, and nothing a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('=1+1', '+a', '-2', '@x', '\t=1', '  =cmd|x', '%0A', 'a"b', 'a\nb')), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n', skip_empty_lines: false }) as string[][];
        expect(read.length).toBe(rows.length);
        read.flat().forEach((cell, index) => {
          const written = rows.flat()[index] ?? '';
          expect([written, `'${written}`]).toContain(cell);
          expect(cell).not.toMatch(/^[\s\0]*[=+\-@|%]/);
        });
      }),
    );
  });
});
