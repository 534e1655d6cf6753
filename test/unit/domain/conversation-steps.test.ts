/** Whatever happens to a conversation in whatever order, its rules hold. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation, Waiting } from '../../../src/domain/conversation.js';
import * as steps from '../../../src/domain/conversation-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';

const agents = ['a', 'b', 'c'].map((name) => ({ id: staffId(name), name }));

function fresh(): Conversation {
  return steps.newConversation({ id: conversationId('c1'), visitorId: visitorId('v1'), channel: 'web', locale: 'zh-CN', identity: null, now: 0 });
}

const waiting = (since: number): Waiting => ({
  since,
  priority: 0,
  skillGroup: 'general',
  language: 'zh-CN',
  reason: 'asked',
  headline: '',
  mood: 'calm',
  preferredStaffId: null,
  passedBy: [],
  note: null,
});

type Act = { readonly name: string; readonly agent: number; readonly after: number };
const act = fc.record({
  name: fc.constantFrom('receive', 'answer', 'join', 'leave', 'offer', 'accept', 'pass', 'withdraw', 'requeue', 'return', 'close', 'take-over'),
  agent: fc.nat(2),
  after: fc.nat(30_000),
});

function apply(conversation: Conversation, { name, agent }: Act, now: number) {
  const who = agents[agent] ?? { id: staffId('a'), name: 'a' };
  switch (name) {
    case 'receive':
      return steps.receiving(conversation);
    case 'answer':
      return steps.answering(conversation, { epoch: conversation.epoch, seq: conversation.lastSeq, memory: conversation.memory });
    case 'join':
      return steps.joiningLine(conversation, waiting(now));
    case 'leave':
      return steps.leavingLine(conversation);
    case 'offer':
      return steps.offering(conversation, { staffId: who.id, at: now, expiresAt: now + 20_000 });
    case 'accept':
      return steps.accepting(conversation, who, now);
    case 'pass':
      return steps.passing(conversation, { staffId: who.id, at: now, how: 'declined' });
    case 'withdraw':
      return steps.withdrawing(conversation, who.id);
    case 'requeue':
      return steps.requeueing(conversation, who.id, { reason: 'returned' });
    case 'return':
      return steps.returningToAssistant(conversation, who.id);
    case 'close':
      return steps.closing(conversation, { at: now, by: 'agent', disposition: 'solved', summary: '' });
    default:
      return { ...steps.takingOver(conversation, who, now), waiting: conversation.waiting ?? waiting(now) };
  }
}

function walk(acts: readonly Act[], check: (before: Conversation, after: Conversation, act: Act) => void): void {
  let conversation = fresh();
  let now = 0;
  for (const one of acts) {
    now += one.after;
    const after = apply(conversation, one, now);
    if (isRefusal(after)) continue;
    check(conversation, after, one);
    conversation = after;
  }
}

describe('the state machine of a conversation', () => {
  it('has an owner exactly while live, an offer only while queued, and a place in line while queued or live', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        walk(acts, (_before, after) => {
          expect(after.owner !== null).toBe(after.state === 'live');
          if (after.offer) expect(after.state).toBe('queued');
          expect(after.waiting !== null).toBe(after.state === 'queued' || after.state === 'live');
          expect(after.closed !== null).toBe(after.state === 'closed');
        });
      }),
    );
  });

  it('raises the epoch at every change of owner, so that what was begun before is dropped', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        walk(acts, (before, after) => {
          if (before.owner?.staffId !== after.owner?.staffId) expect(after.epoch).toBeGreaterThan(before.epoch);
          expect(after.epoch).toBeGreaterThanOrEqual(before.epoch);
          const late = steps.answering(after, { epoch: before.epoch, seq: 1, memory: after.memory });
          if (after.epoch !== before.epoch) expect(late).toMatchObject({ refused: 'gone' });
        });
      }),
    );
  });

  it('keeps the old place in line from the first joining until it leaves the line for good', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        walk(acts, (before, after) => {
          if (before.waiting && after.waiting) expect(after.waiting.since).toBe(before.waiting.since);
        });
      }),
    );
  });

  it('never lets the assistant answer while an agent has it, and owes no turn for what was said to the agent', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        walk(acts, (before, after, { name }) => {
          if (name === 'answer') expect(['bot', 'queued']).toContain(before.state);
          if (name === 'receive' && before.state === 'live') expect(after.handledSeq).toBe(before.lastSeq + 1);
        });
      }),
    );
  });

  it('gives an offer to one agent only, and only while it runs', () => {
    const offered = steps.offering(joined(), { staffId: staffId('a'), at: 0, expiresAt: 20_000 });
    if (isRefusal(offered)) throw new Error('could not be offered');
    expect(steps.offering(offered, { staffId: staffId('b'), at: 10_000, expiresAt: 30_000 })).toMatchObject({ refused: 'conflict' });
    expect(steps.accepting(offered, { id: staffId('b'), name: 'b' }, 1)).toMatchObject({ refused: 'gone' });
    expect(steps.accepting(offered, { id: staffId('a'), name: 'a' }, 20_000)).toMatchObject({ refused: 'gone' });
    expect(steps.accepting(offered, { id: staffId('a'), name: 'a' }, 19_999)).toMatchObject({ state: 'live', owner: { staffId: 'a' } });
  });

  it('moves up who already waits when the matter turns urgent, and never down', () => {
    const urgent = steps.joiningLine(joined(), { ...waiting(5000), priority: 4, skillGroup: 'security', reason: 'fraud' });
    expect(urgent).toMatchObject({ state: 'queued', waiting: { since: 0, priority: 4, skillGroup: 'security', reason: 'fraud' } });
    if (isRefusal(urgent)) throw new Error('could not move up');
    expect(steps.joiningLine(urgent, waiting(9000))).toBe(urgent);
  });

  it('reopens a closed conversation with its next message, in the hands of the assistant', () => {
    const closed = steps.closing(joined(), { at: 1, by: 'agent', disposition: 'solved', summary: '' });
    if (isRefusal(closed)) throw new Error('could not be closed');
    expect(steps.receiving(closed)).toMatchObject({ state: 'bot', closed: null, waiting: null, owner: null });
  });

  function joined(): Conversation {
    const queued = steps.joiningLine(fresh(), waiting(0));
    if (isRefusal(queued)) throw new Error('could not join');
    return queued;
  }
});
