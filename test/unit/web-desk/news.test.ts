/** What is told to an agent as new: once, when it comes, wherever she looks, and never what was there before. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DeskEvent } from '../../../src/web/desk/state/desk-events.js';
import { AlertsSeen } from '../../../src/web/desk/link/alerts-seen.js';
import { DeskNews } from '../../../src/web/desk/link/desk-news.js';
import { HistoryKeeper } from '../../../src/web/desk/link/history-keeper.js';
import { reduceDesk } from '../../../src/web/desk/state/desk-reducer.js';
import type { DeskState } from '../../../src/web/desk/state/desk-state.js';
import { newsSince } from '../../../src/web/desk/state/news.js';
import { DeskStore } from '../../../src/web/desk/state/store.js';
import { BRIEF, conversation, desk, listed, ME, message, openedEvent, signedIn } from './builders.js';

const says = (seq: number, at: number): DeskEvent => ({ type: 'messages', conversationId: 'c1', messages: [message(seq, { at })] });
/** Those told of after each of the events. */
function told(state: DeskState, events: readonly DeskEvent[], looking: { begunAt?: number; seenId?: string | null } = {}): string[][] {
  let [now, counts]: [DeskState, ReadonlyMap<string, number>] = [state, newsSince(new Map(), state, { begunAt: 0, seenId: null, ...looking }).counts];
  return events.map((event) => {
    now = reduceDesk(now, event);
    const news = newsSince(counts, now, { begunAt: 0, seenId: null, ...looking });
    counts = news.counts;
    return news.told.map(({ id }) => id);
  });
}

describe('what a subscriber says', () => {
  const had = desk(signedIn, listed(conversation({ since: 1500 })), openedEvent([message(1)], { since: 1500 }));

  it('is told once, of every chat that is not in sight', () => {
    expect(told(had, [says(2, 2000), says(2, 2000), says(3, 3000)])).toEqual([['c1'], [], ['c1']]);
    expect(told(had, [says(2, 2000)], { seenId: 'c1' })).toEqual([[]]);
  });

  it('before she had the chat is no news, though it comes late', () => {
    const taken = desk(signedIn, listed(conversation({ since: 2500 })));
    expect(told(taken, [openedEvent([message(1), message(2)], { since: 2500 }), says(3, 3000)])).toEqual([[], ['c1']]);
  });

  it('while it stood in line is no news to who had it before and has it again', () => {
    const queued = { state: 'queued', ownerId: null, epoch: 2, since: 1800 } as const;
    const lost = [{ type: 'conversation', conversationId: 'c1', conversation: conversation(queued) }, says(2, 2000)] as const;
    const again: readonly DeskEvent[] = [
      { type: 'assigned', conversationId: 'c1' },
      { type: 'conversation', conversationId: 'c1', conversation: conversation({ epoch: 3, since: 2500 }) },
      says(3, 3000),
    ];
    expect(told(had, [...lost, ...again])).toEqual([[], [], [], [], ['c1']]);
  });

  it('before the page was loaded anew was told by the page before', () => {
    const before = desk(signedIn, listed(conversation({ since: 1500 })));
    expect(told(before, [openedEvent([message(1), message(2)], { since: 1500 }), says(3, 3000)], { begunAt: 2500 })).toEqual([[], ['c1']]);
  });

  it('over a dead line is told when it is back, in every chat', () => {
    const two = desk(signedIn, listed(conversation({ id: 'a', since: 0 }), conversation({ id: 'b', since: 0 })), openedEvent([], { id: 'a', since: 0 }), openedEvent([], { id: 'b', since: 0 }));
    expect(told(two, [openedEvent([message(1)], { id: 'a', since: 0 }), openedEvent([message(1)], { id: 'b', since: 0 })])).toEqual([['a'], ['b']]);
  });
});

describe('the mark of the new', () => {
  const markOf = (...events: readonly DeskEvent[]) => desk(signedIn, listed(conversation()), ...events).threads['c1']?.unreadAfter;
  const away: DeskEvent = { type: 'looked-away', conversationId: 'c1' };

  it('stands where the eye left, and nowhere when it left before there was anything to see', () => {
    expect(markOf(openedEvent([message(1), message(2)]), away)).toBe(2);
    expect(markOf(away, openedEvent([message(1), message(2)]))).toBeNull();
  });
});

describe('a note of somebody else', () => {
  const note = (id: string, staffId: string, conversationId = 'c1') => ({ id, conversationId, kind: 'whisper', text: '先看看账单', at: 1, author: { staffId, name: '陈主管' } }) as const;
  const noted = (id: string, staffId: string, conversationId = 'c1'): DeskEvent => ({ type: 'note', conversationId, note: note(id, staffId, conversationId) });
  const mine = desk(signedIn, listed(conversation(), conversation({ id: 'c2' })), openedEvent([message(1)]), { type: 'show', conversationId: 'c2' });

  it('calls who serves the chat, and shows in the list until she looks', () => {
    const called = reduceDesk(mine, noted('n1', 'boss'));
    expect([called.noteForMe?.id, called.threads['c1']?.unseenNote?.id]).toEqual(['n1', 'n1']);
    expect(reduceDesk(called, { type: 'show', conversationId: 'c1' }).threads['c1']?.unseenNote).toBeNull();
  });

  it('is not marked in the list where it is read as it comes', () => {
    const called = reduceDesk(mine, noted('n1', 'boss', 'c2'));
    expect([called.noteForMe?.id, called.threads['c2']?.unseenNote]).toEqual(['n1', null]);
  });

  it('calls nobody for her own, for one that is known, nor in a chat she only looked into', () => {
    expect(reduceDesk(mine, noted('n1', ME.id)).noteForMe).toBeNull();
    const known = reduceDesk(desk(signedIn, listed(conversation()), { type: 'opened', conversationId: 'c1', opened: { conversation: conversation(), messages: [], notes: [note('n1', 'boss')], brief: BRIEF } }), noted('n1', 'boss'));
    expect(known.noteForMe).toBeNull();
    expect(reduceDesk(mine, noted('n1', 'boss', 'c3')).noteForMe).toBeNull();
  });
});

function aStorage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as unknown as Storage;
}

describe('alerts that a browser was told', () => {
  it('are known after a reload and told from where it was, for each of the staff by themselves', () => {
    const storage = aStorage();
    const seen = new AlertsSeen(storage, 'lina');
    expect(seen.after).toBeNull();
    seen.here(5_000.5);
    expect([seen.isNew({ id: 'a', at: 4_000 }), seen.isNew({ id: 'a', at: 4_000 }), seen.isNew({ id: 'b', at: 6_000 })]).toEqual([true, false, true]);
    // What the board shows has no id, and is told each time.
    expect([seen.isNew({}), seen.isNew({})]).toEqual([true, true]);
    const again = new AlertsSeen(storage, 'lina');
    expect([again.after, again.isNew({ id: 'b', at: 6_000 })]).toEqual([6_000, false]);
    expect(new AlertsSeen(storage, 'wang').after).toBeNull();
  });
});

describe('an offer over a dead line', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 0 }));
  afterEach(() => void jest.useRealTimers());

  it('rings until it lapsed and no longer, and stands for as long as the server can still say that it does', () => {
    const store = new DeskStore();
    const ask = () => Promise.resolve({ ok: true }) as never;
    const news = new DeskNews({ store, history: new HistoryKeeper({ ask, store }), now: () => Date.now(), alertsSeen: new AlertsSeen(aStorage(), 'me'), onDesk: () => undefined });
    store.dispatch(signedIn);
    store.dispatch({ type: 'link', link: 'online' });
    news.heard({ name: 'offer', payload: { conversationId: 'c9', brief: BRIEF, expiresAt: 20_000, skill: 'general', headline: '查账单' } });
    jest.advanceTimersByTime(30_000);
    expect(store.get().offers).toHaveLength(1);
    store.dispatch({ type: 'link', link: 'offline' });
    jest.advanceTimersByTime(2_000);
    expect(store.get().offers).toEqual([]);
    news.heard({ name: 'offer', payload: { conversationId: 'c9', brief: BRIEF, expiresAt: 60_000, skill: 'general', headline: '查账单' } });
    jest.advanceTimersByTime(20_000);
    expect(store.get().offers).toHaveLength(1);
    news.stop();
  });
});
