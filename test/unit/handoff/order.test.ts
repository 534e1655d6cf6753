/** The serving order: rank and time, and that nobody starves. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation, Priority } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, visitorId } from '../../../src/domain/ids.js';
import { DEFAULT_LINE_SETTINGS } from '../../../src/domain/line-settings.js';
import { servingOrder } from '../../../src/handoff/order.js';

const MINUTE = 60_000;

function waits(id: string, since: number, priority: Priority = 0): Conversation {
  const base = newConversation({ id: conversationId(id), visitorId: visitorId(id), channel: 'web', locale: 'zh-CN', identity: null, now: 0 });
  const rest = { skillGroup: 'general', language: 'zh-CN', reason: 'asked', headline: '', mood: 'calm', preferredStaffId: null, passedBy: [], note: null } as const;
  return { ...base, state: 'queued', waiting: { ...rest, since, priority } };
}

const order = (line: readonly Conversation[], isAgeing = true) => servingOrder(line, { ...DEFAULT_LINE_SETTINGS, isAgeing }).map(({ id }) => String(id));

describe('the serving order', () => {
  it('puts who came within the head start of a higher rank behind it', () => {
    expect(order([waits('normal', 0), waits('vip', 4 * MINUTE, 1), waits('urgent', 9 * MINUTE, 4)])).toEqual(['urgent', 'vip', 'normal']);
  });

  it('lets whoever waited longer than a head start go first, so that nobody starves', () => {
    expect(order([waits('vip', 6 * MINUTE, 1), waits('normal', 0)])).toEqual(['normal', 'vip']);
  });

  it('puts the higher rank first for ever when ageing is off', () => {
    expect(order([waits('normal', 0), waits('vip', 600 * MINUTE, 1)], false)).toEqual(['vip', 'normal']);
  });

  it('never lets anyone overtake within one rank, and never changes between two who wait', () => {
    const someone = fc.record({ since: fc.nat(500 * MINUTE), priority: fc.constantFrom(0, 1, 2, 3, 4) as fc.Arbitrary<Priority> });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 40 }), fc.boolean(), (people, isAgeing) => {
        const line = people.map(({ since, priority }, index) => waits(`c${String(index).padStart(2, '0')}`, since, priority));
        const served = order(line, isAgeing);
        for (const rank of [0, 1, 2, 3, 4]) {
          const since = served.flatMap((id) => line.find((one) => one.id === id && one.waiting?.priority === rank)?.waiting?.since ?? []);
          expect(since).toEqual([...since].sort((one, other) => one - other));
        }
        expect(order(line.slice(1), isAgeing)).toEqual(served.filter((id) => id !== 'c00'));
      }),
    );
  });
});
