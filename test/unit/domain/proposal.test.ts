/** Which taps are answered while an agent has the conversation, and when a card counts no more. */
import { describe, expect, it } from '@jest/globals';
import { answersProposal, owesTap, proposalOf, waitingProposal, withoutProposal } from '../../../src/domain/proposal.js';
import { newConversation, owned, receiving, requeueing } from '../../../src/domain/conversation-steps.js';
import type { Conversation, Waiting } from '../../../src/domain/conversation.js';
import type { FormInProgress } from '../../../src/domain/dialogue-memory.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';

const AGENT = { id: staffId('a'), name: 'A' };
const proposed = { by: { staffId: AGENT.id, name: AGENT.name }, seq: 3 };
const CARD: FormInProgress = { kind: 'confirm', token: 't', intent: 'plan_change', change: {}, expiresAt: 10, proposed };
const STEPS: FormInProgress = { kind: 'steps', intent: 'no_signal', values: ['report=yes'], expiresAt: 10, proposed };

function live(form: FormInProgress | null): Conversation {
  const fresh = newConversation({ id: conversationId('c'), visitorId: visitorId('c'), channel: 'web', locale: 'zh-CN', identity: null, now: 1 });
  const waiting = { since: 1, passedBy: [], preferredStaffId: null } as unknown as Waiting;
  const mine = { ...fresh, waiting, ...owned(fresh, AGENT, { now: 2 }), lastSeq: 3, subscriberSeq: 1, handledSeq: 3 };
  return { ...mine, memory: { ...mine.memory, form } };
}

describe('a proposal', () => {
  it('is answered by its own taps alone', () => {
    for (const id of ['confirm', 'cancel']) expect(answersProposal(live(CARD), { id })).toBe(true);
    expect(answersProposal(live(STEPS), { id: 'intent:no_signal', value: 'report=yes' })).toBe(true);
    expect(answersProposal(live(STEPS), { id: 'intent:no_signal' })).toBe(false);
    expect(answersProposal(live(CARD), { id: 'intent:no_signal', value: 'report=yes' })).toBe(false);
    expect(answersProposal(live(CARD), { id: 'handoff' })).toBe(false);
    expect(answersProposal(live(CARD), undefined)).toBe(false);
    expect(answersProposal({ ...live(CARD), state: 'queued' }, { id: 'confirm' })).toBe(false);
    expect(answersProposal({ ...live(CARD), owner: null }, { id: 'confirm' })).toBe(false);
  });

  it('is owed its answer until that is there, whatever is said meanwhile; words to an agent owe none', () => {
    const tapped = { ...receiving(live(CARD), { text: '确认', action: { id: 'confirm' } }), lastSeq: 4, subscriberSeq: 4 };
    expect(owesTap(tapped)).toBe(true);
    expect(waitingProposal(tapped)).toBeNull();
    const spoken = { ...receiving(tapped), lastSeq: 5, subscriberSeq: 5 };
    expect(owesTap(spoken)).toBe(true);
    expect(owesTap({ ...receiving(live(CARD)), lastSeq: 4, subscriberSeq: 4 })).toBe(false);
  });

  it('ends with its agent, and an own card of the assistant is none', () => {
    const { proposed: _by, ...own } = CARD as Extract<FormInProgress, { kind: 'confirm' }>;
    expect(proposalOf(live(own))).toBeNull();
    expect(withoutProposal(live(own)).memory.form).toEqual(own);
    expect(withoutProposal(live(CARD), 2).memory.form).toEqual(CARD);
    expect(withoutProposal(live(CARD), 3).memory.form).toBeNull();
    expect(requeueing(live(CARD), AGENT.id, {})).toMatchObject({ state: 'queued', memory: { form: null } });
    expect(owned(live(CARD), { id: staffId('b'), name: 'B' }, { now: 4 }).memory.form).toBeNull();
  });
});
