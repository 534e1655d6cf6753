/** One conversation on the desk: merged by `seq` whatever the order, holes found, unread and waiting told right. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WireMessage } from '../../../src/protocol/chat.js';
import { emptyThread } from '../../../src/web/desk/state/desk-state.js';
import type { Thread } from '../../../src/web/desk/state/desk-state.js';
import type { ThreadEvent } from '../../../src/web/desk/state/desk-events.js';
import { reduceThread } from '../../../src/web/desk/state/thread-reducer.js';
import { rowsOf as writeRows } from '../../../src/web/desk/state/rows.js';
import { awaitedSince, countUnread, findGap, hasEarlier, lastSpoken } from '../../../src/web/desk/state/thread-view.js';
import { conversation, message, opened } from './builders.js';

type Bare = ThreadEvent extends infer One ? (One extends ThreadEvent ? Omit<One, 'conversationId'> : never) : never;

function thread(...events: readonly Bare[]): Thread {
  return events.reduce<Thread>(
    (before, event) => reduceThread(before, { conversationId: 'c1', ...event } as ThreadEvent),
    emptyThread('c1'),
  );
}
const rowsOf = (of: Thread, zoneMs: number) => writeRows({ ...of, agentName: '林晓' }, zoneMs);
const arrived = (...messages: readonly WireMessage[]): Bare => ({ type: 'messages', messages });
const mine = (seq: number, change: Partial<WireMessage> = {}) => message(seq, { from: 'agent', agentName: '林晓', ...change });
const item = (clientId: string, text = '您好') => ({ clientId, text, at: 5000, status: 'sending', error: null }) as const;

describe('merging', () => {
  it('ends with the same messages in order, however they come and however often', () => {
    const all = Array.from({ length: 12 }, (_, index) => message(index + 1));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 40 }), fc.shuffledSubarray(all, { minLength: 12 }), (some, rest) => {
        const events = [...some.map((one) => arrived(one)), arrived(...rest)];
        expect(thread(...events).messages.map((one) => one.seq)).toEqual(all.map((one) => one.seq));
      }),
    );
  });

  it('shows a reply once, whether the acknowledgement or the message comes first', () => {
    const ack = { type: 'acked', clientId: 'k1', id: 'm3', seq: 3 } as const;
    const copy = arrived(mine(3, { clientId: 'k1' }));
    for (const order of [
      [ack, copy],
      [copy, ack],
    ] as const) {
      const done = thread({ type: 'sending', item: item('k1') }, ...order);
      expect(done.outgoing).toEqual([]);
      expect(done.messages.map((one) => one.id)).toEqual(['m3']);
    }
  });

  it('does not take a subscriber’s message for its own because the client ids agree', () => {
    const state = thread({ type: 'sending', item: item('k1') }, arrived(message(3, { clientId: 'k1' })));
    expect(state.outgoing).toHaveLength(1);
  });

  it('keeps a failed reply with its client id until it is sent again or taken back', () => {
    const failed = thread({ type: 'sending', item: item('k1') }, { type: 'failed', clientId: 'k1', error: 'timeout' });
    expect(failed.outgoing[0]).toMatchObject({ clientId: 'k1', status: 'failed', error: 'timeout' });
    expect(reduceThread(failed, { conversationId: 'c1', type: 'retry', clientId: 'k1' }).outgoing[0]).toMatchObject({
      clientId: 'k1',
      status: 'sending',
    });
    expect(reduceThread(failed, { conversationId: 'c1', type: 'discard', clientId: 'k1' }).outgoing).toEqual([]);
  });

  it('ends the typing of a subscriber whose message has come', () => {
    expect(thread({ type: 'typing', on: true }, arrived(message(1))).isSubscriberTyping).toBe(false);
  });

  it('never goes back in what the agent has read', () => {
    const state = thread(
      { type: 'opened', opened: opened([message(1), message(2)]) },
      { type: 'read', seq: 2 },
      { type: 'conversation', conversation: conversation({ lastSeq: 2, readSeq: { subscriber: 0, agent: 1 } }) },
    );
    expect(state.conversation?.readSeq.agent).toBe(2);
  });
});

describe('holes', () => {
  const whole = { type: 'opened', opened: opened([message(5), message(6)]) } as const;

  it('finds none where nothing is missing, though more came before', () => {
    expect(findGap(thread(whole))).toBeNull();
    expect(hasEarlier(thread(whole))).toBe(true);
    expect(hasEarlier(thread({ type: 'opened', opened: opened([message(1)]) }))).toBe(false);
  });

  it('asks for exactly what is missing between', () => {
    expect(findGap(thread(whole, arrived(message(9))))).toEqual({ beforeSeq: 9, limit: 2 });
  });

  it('knows from the conversation that the newest are missing', () => {
    const state = thread(whole, { type: 'conversation', conversation: conversation({ lastSeq: 8 }) });
    expect(findGap(state)).toEqual({ beforeSeq: 9, limit: 2 });
  });
});

describe('unread and waiting', () => {
  it('counts what the subscriber said since the agent read or spoke', () => {
    const read = { readSeq: { subscriber: 0, agent: 2 } };
    expect(countUnread(thread({ type: 'opened', opened: opened([message(1), message(2), message(3), message(4)], read) }))).toBe(2);
    expect(countUnread(thread({ type: 'opened', opened: opened([message(1), message(3), mine(4), message(5)], read) }))).toBe(1);
  });

  it('counts the wait from the first unanswered message, but not from before the agent joined', () => {
    const since = { since: 2500 };
    expect(awaitedSince(thread({ type: 'opened', opened: opened([message(1), message(2)], since) }))).toBe(2500);
    expect(awaitedSince(thread({ type: 'opened', opened: opened([mine(3), message(4), message(5)], since) }))).toBe(4000);
    expect(awaitedSince(thread({ type: 'opened', opened: opened([message(4), mine(5)], since) }))).toBeNull();
    // What was taken back answered nothing.
    expect(awaitedSince(thread({ type: 'opened', opened: opened([message(4), { ...mine(5), recalled: true }], since) }))).toBe(4000);
    expect(awaitedSince(thread({ type: 'opened', opened: opened([message(4)], { ...since, state: 'closed' }) }))).toBeNull();
  });

  it('shows in the list of chats the last words that still stand', () => {
    const taken = { ...mine(3), recalled: true as const };
    expect(lastSpoken(thread({ type: 'opened', opened: opened([message(1), message(2), taken]) }))?.seq).toBe(2);
    expect(lastSpoken(thread({ type: 'opened', opened: opened([taken]) }))).toBeNull();
  });

  it('shows there no card that says all there is to say, as the one of what the agent was told', () => {
    const told = message(3, { from: 'bot', kind: 'card', text: '我会这样告诉客服\n要办的事：查账单', card: { type: 'facts', asOf: 0, title: '我会这样告诉客服', rows: [{ name: '要办的事', value: '查账单' }] } });
    expect(lastSpoken(thread({ type: 'opened', opened: opened([message(1), message(2), told]) }))?.seq).toBe(2);
  });

  it('marks where the new begins, and takes the mark away with the answer', () => {
    const state = thread({ type: 'opened', opened: opened([message(1), mine(2), message(3)], { readSeq: { subscriber: 0, agent: 2 } }) });
    expect(rowsOf(state, 0).map((row) => row.type)).toEqual(['day', 'message', 'message', 'unread', 'message']);
    const answered = reduceThread(state, { conversationId: 'c1', type: 'sending', item: item('k1') });
    expect(rowsOf(answered, 0).map((row) => row.type)).not.toContain('unread');
  });
});

describe('rows', () => {
  it('puts notes where they were written and starts each day anew', () => {
    const note = {
      id: 'n1',
      conversationId: 'c1',
      kind: 'note',
      text: '查过了',
      at: 1500,
      author: { staffId: 'me', name: '林晓' },
    } as const;
    const state = thread({ type: 'opened', opened: { ...opened([message(1), message(2), message(90_000)]), notes: [note] } });
    expect(rowsOf(state, 0).map((row) => row.type)).toEqual(['day', 'message', 'note', 'message', 'day', 'message']);
  });

  it('keeps the key of a reply from sending to sent, so that it stays in its place', () => {
    const before = rowsOf(thread({ type: 'sending', item: item('k1') }), 0).at(-1)?.key;
    const after = rowsOf(thread(arrived(mine(1, { clientId: 'k1' }))), 0).at(-1)?.key;
    expect(after).toBe(before);
  });

  it('names a speaker once for what was said in one breath', () => {
    const rows = rowsOf(thread(arrived(message(1), message(2), mine(3), message(4, { at: 4000 + 600_000 }))), 0);
    expect(rows.filter((row) => row.type === 'message').map((row) => row.isFirst)).toEqual([true, false, true, true]);
  });
});
