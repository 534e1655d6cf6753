/** The desk's reducer: whose a conversation is, what is never lost, and what an old tab may not do. */
import { describe, expect, it } from '@jest/globals';
import type { DeskCase } from '../../../src/protocol/cases.js';
import type { DeskEvent } from '../../../src/web/desk/state/desk-events.js';
import { reduceDesk } from '../../../src/web/desk/state/desk-reducer.js';
import { EMPTY_DESK } from '../../../src/web/desk/state/desk-state.js';
import { neighbour, nextChat, standingOf, totalUnread } from '../../../src/web/desk/state/desk-view.js';
import { BRIEF, conversation, desk, listed, ME, message, openedEvent, sending, signedIn } from './builders.js';

const released = (reason: string) => ({ type: 'released', conversationId: 'c1', reason }) as const;

describe('whose a conversation is', () => {
  it('takes in what the server lists and what is assigned later', () => {
    const state = desk(signedIn, listed(conversation()), { type: 'assigned', conversationId: 'c2' });
    expect(state.mine).toEqual(['c1', 'c2']);
    expect(standingOf(state, 'c1')).toBe('mine');
  });

  it('makes a released conversation read-only and says why', () => {
    const state = desk(signedIn, listed(conversation()), openedEvent([message(1)]), released('transferred'));
    expect(state.mine).toEqual([]);
    expect(state.recent).toEqual(['c1']);
    expect(state.threads['c1']).toMatchObject({ ended: 'transferred', conversation: { ownerId: null, state: 'queued' } });
    expect(standingOf(state, 'c1')).toBe('ended');
  });

  it('lets go of what is no longer listed after a lost connection', () => {
    const state = desk(signedIn, listed(conversation()), { type: 'link', link: 'offline' }, listed());
    expect(state.mine).toEqual([]);
    expect(state.threads['c1']?.ended).toBe('lost');
  });

  it('takes a conversation back when a second look shows it is still mine', () => {
    const state = desk(signedIn, listed(conversation()), listed(), openedEvent([message(1)]));
    expect(state.mine).toEqual(['c1']);
    expect(state.recent).toEqual([]);
    expect(state.threads['c1']?.ended).toBeNull();
  });

  it('learns the true reason even when the list told of the parting first', () => {
    const state = desk(signedIn, listed(conversation()), listed(), released('taken-over'));
    expect(state.threads['c1']?.ended).toBe('taken-over');
  });

  it('follows a conversation that tells it has another owner', () => {
    const taken = conversation({ ownerId: 'boss', epoch: 2 });
    const state = desk(signedIn, listed(conversation()), { type: 'conversation', conversationId: 'c1', conversation: taken });
    expect(state.mine).toEqual([]);
    expect(state.threads['c1']?.ended).toBe('taken-over');
  });

  it('never lets older news undo newer', () => {
    const state = desk(signedIn, listed(conversation({ epoch: 5 })), {
      type: 'conversation',
      conversationId: 'c1',
      conversation: conversation({ epoch: 4, ownerId: 'boss' }),
    });
    expect(state.mine).toEqual(['c1']);
  });

  it('gives a supervisor a silent view of what is not hers, but not of what is closed', () => {
    const boss = { ...ME, role: 'supervisor' as const };
    const watched = desk({ type: 'signed-in', staff: boss }, openedEvent([message(1)], { ownerId: 'other' }));
    expect(standingOf(watched, 'c1')).toBe('watching');
    const closed = desk({ type: 'signed-in', staff: boss }, openedEvent([message(1)], { ownerId: null, state: 'closed' }));
    expect(standingOf(closed, 'c1')).toBe('ended');
  });
});

describe('words that must not be lost', () => {
  const refused = { type: 'failed', conversationId: 'c1', clientId: 'k1', error: 'not-yours' } as const;

  it('puts what the server refused back into the draft when the conversation is taken away, and nothing that may have arrived', () => {
    const state = desk(
      signedIn,
      listed(conversation()),
      { type: 'draft', conversationId: 'c1', mode: 'reply', text: '还没写完' },
      sending('k1', '发了一半'),
      released('agent-gone'),
    );
    expect(state.drafts['c1']?.reply).toBe('还没写完');
    expect(state.threads['c1']?.outgoing).toHaveLength(1);
    const told = reduceDesk(state, refused);
    expect(told.drafts['c1']?.reply).toBe('发了一半\n还没写完');
    expect(told.threads['c1']?.outgoing).toEqual([]);
  });

  it('takes for said what the server had when the connection broke, though the conversation went elsewhere meanwhile', () => {
    const lost = desk(signedIn, listed(conversation()), sending('k1', '已经到了'), { ...refused, error: 'offline' }, listed());
    expect(lost.threads['c1']?.ended).toBe('lost');
    expect(lost.drafts['c1']).toBeUndefined();
    const state = reduceDesk(lost, { type: 'acked', conversationId: 'c1', clientId: 'k1', id: 'm1', seq: 1 });
    expect(state.drafts['c1']).toBeUndefined();
    expect(state.threads['c1']).toMatchObject({ outgoing: [], messages: [{ seq: 1, text: '已经到了' }] });
  });

  it('keeps drafts of replies and notes apart, per chat', () => {
    const state = desk(
      signedIn,
      { type: 'draft', conversationId: 'c1', mode: 'reply', text: '给用户' },
      { type: 'draft', conversationId: 'c1', mode: 'note', text: '给同事' },
      { type: 'draft', conversationId: 'c2', mode: 'reply', text: '另一个' },
    );
    expect(state.drafts).toEqual({ c1: { reply: '给用户', note: '给同事' }, c2: { reply: '另一个', note: '' } });
  });

  it('forgets a draft that was emptied', () => {
    const written = { type: 'draft', conversationId: 'c1', mode: 'reply', text: '好' } as const;
    expect(desk(signedIn, written, { ...written, text: '' }).drafts).toEqual({});
  });

  it('brings drafts and unconfirmed messages back after a reload', () => {
    const item = { clientId: 'k1', text: '发了吗', at: 1, status: 'failed', error: 'offline' } as const;
    const state = desk(
      signedIn,
      { type: 'restored', drafts: { c1: { reply: '草稿', note: '' } }, outgoing: { c1: [item] } },
      listed(conversation()),
    );
    expect(state.threads['c1']?.outgoing).toEqual([item]);
    expect(state.drafts['c1']?.reply).toBe('草稿');
  });

  it('leaves nothing of one person behind for the next', () => {
    expect(desk(signedIn, listed(conversation()), { type: 'signed-out' })).toEqual(EMPTY_DESK);
  });
});

describe('offers', () => {
  const offer = { conversationId: 'c9', brief: BRIEF, expiresAt: 20_000, shownAt: 5000, skill: 'general', headline: '查账单' };

  it('takes what was on offer before a connection was lost as gone: the server offers again what still stands', () => {
    const offered = [signedIn, { type: 'offer', offer }] as const;
    const lost = [...offered, { type: 'link', link: 'offline' }] as const;
    expect(desk(...lost).offers).toHaveLength(1);
    expect(desk(...lost, { type: 'link', link: 'online' }).offers).toEqual([]);
    expect(desk(...lost, { type: 'link', link: 'online' }, { type: 'offer', offer }).offers).toHaveLength(1);
  });

  it('lets an offer that is told once more go on from when it came, and one that is made anew begin', () => {
    expect(desk(signedIn, { type: 'offer', offer }, { type: 'offer', offer: { ...offer, shownAt: 9000 } }).offers).toEqual([offer]);
    expect(desk(signedIn, { type: 'offer', offer }, { type: 'offer', offer: { ...offer, expiresAt: 29_000, shownAt: 9000 } }).offers).toMatchObject([{ shownAt: 9000 }]);
  });

  it('shows an offer once however often it is told, and drops it when it is gone or accepted', () => {
    const offered = desk(signedIn, { type: 'offer', offer }, { type: 'offer', offer: { ...offer, expiresAt: 30_000 } });
    expect(offered.offers.map((one) => one.expiresAt)).toEqual([30_000]);
    expect(desk(signedIn, { type: 'offer', offer }, { type: 'offer-gone', conversationId: 'c9' }).offers).toEqual([]);
    expect(desk(signedIn, { type: 'offer', offer }, { type: 'assigned', conversationId: 'c9' }).offers).toEqual([]);
  });
});

describe('an alert of a case', () => {
  const alert = (kind: string, id: number): DeskEvent => ({ type: 'alert', alert: { id, kind, conversationId: null, text: kind, at: 1, isOnBoard: false, ofCase: { id: 'case-1', dueAt: 50 } } });
  const moved = (change: Partial<DeskCase>): DeskEvent => ({ type: 'case', case: { id: 'case-1', dueAt: 50, refund: { state: 'waits' }, ...change } as DeskCase });
  const called = desk(signedIn, alert('refund-waits', 1), alert('case-near-due', 2));
  const kinds = (...events: readonly DeskEvent[]) => events.reduce(reduceDesk, called).alerts.map(({ kind }) => kind);

  it('is over when its refund is decided or its deadline is met, and not before', () => {
    expect(kinds(moved({}))).toEqual(['case-near-due', 'refund-waits']);
    expect(kinds(moved({ id: 'case-2', dueAt: null, refund: null }))).toHaveLength(2);
    expect(kinds(moved({ refund: { state: 'paid' } as DeskCase['refund'] }))).toEqual(['case-near-due']);
    expect(kinds(moved({ dueAt: 90 }))).toEqual(['refund-waits']);
  });
});

describe('finding the way between chats', () => {
  const three = desk(signedIn, listed(conversation({ id: 'a' }), conversation({ id: 'b' }), conversation({ id: 'c' })), {
    type: 'show',
    conversationId: 'a',
  });

  it('goes round in both directions', () => {
    expect(neighbour(three, 1)).toBe('b');
    expect(neighbour(three, -1)).toBe('c');
    expect(neighbour(desk(signedIn), 1)).toBeNull();
  });

  it('turns to the unread one first', () => {
    const withNews = [
      openedEvent([message(1, { from: 'agent', agentName: '林晓' })], { id: 'b', readSeq: { subscriber: 0, agent: 1 } }),
      openedEvent([message(1), message(2)], { id: 'c', readSeq: { subscriber: 0, agent: 1 } }),
    ].reduce(reduceDesk, three);
    expect(nextChat(withNews)).toBe('c');
    expect(totalUnread(withNews)).toBe(1);
  });
});
