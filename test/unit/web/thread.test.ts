/** Whatever order, loss or repetition the network deals out, the subscriber sees one conversation, in order, once. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WireMessage } from '../../../src/protocol/chat.js';
import { EMPTY_THREAD, reduceThread, type Outgoing, type Thread, type ThreadEvent } from '../../../src/web/kit/thread.js';
import { countUnread, findGap, rowsOf, wholeUpTo } from '../../../src/web/kit/thread-view.js';
import { conversationOf, messageOf } from './fake-socket.js';

const run = (thread: Thread, ...events: ThreadEvent[]): Thread => events.reduce(reduceThread, thread);
const messages = (...list: WireMessage[]): ThreadEvent => ({ type: 'messages', messages: list });
const outgoing = (clientId: string, text = clientId): Outgoing => ({ clientId, body: { text }, text, at: 5, status: 'sending', error: null });
const sending = (clientId: string): ThreadEvent => ({ type: 'sending', item: outgoing(clientId) });

/** Asks the full record for every hole, as the page does, until there is none. */
function healed(thread: Thread, log: readonly WireMessage[]): Thread {
  let whole = thread;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const gap = findGap(whole);
    if (gap === null) return whole;
    const answer = log.filter((message) => message.seq < gap.beforeSeq).slice(-gap.limit);
    whole = run(whole, messages(...answer));
  }
  throw new Error('the holes never closed');
}

describe('a thread', () => {
  it('is the same ordered record once for any interleaving, repetition and loss, after history filled the holes', () => {
    const deliveries = fc.integer({ min: 1, max: 60 }).chain((length) =>
      fc.record({ length: fc.constant(length), floor: fc.integer({ min: 0, max: length - 1 }), arrivals: fc.array(fc.integer({ min: 1, max: length }), { maxLength: 120 }) }),
    );
    fc.assert(
      fc.property(deliveries, ({ length, floor, arrivals }) => {
        const log = Array.from({ length }, (_, index) => messageOf(index + 1));
        const arrived = arrivals.reduce((thread, seq) => run(thread, messages(...log.slice(seq - 1, seq))), run(EMPTY_THREAD, { type: 'opening', floor }));
        const whole = healed(run(arrived, { type: 'conversation', conversation: conversationOf({ lastSeq: length }) }), log);
        const shown = whole.messages.filter((message) => message.seq > floor);
        expect(shown).toEqual(log.slice(floor));
        expect(wholeUpTo(whole)).toBe(length);
      }),
    );
  });

  it('shows each sent message exactly once, in whatever order acknowledgement, echo and failure come', () => {
    const happening = fc.constantFrom<'ack' | 'echo' | 'fail' | 'retry'>('ack', 'echo', 'fail', 'retry');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), happening), { maxLength: 40 }), (steps) => {
        let thread = run(EMPTY_THREAD, { type: 'conversation', conversation: conversationOf() }, ...[1, 2, 3, 4, 5].map((n) => sending(`s${n}`)));
        for (const [n, what] of steps) {
          const clientId = `s${n}`;
          if (what === 'ack') thread = run(thread, { type: 'acked', clientId, id: `m${n}`, seq: n });
          if (what === 'echo') thread = run(thread, messages(messageOf(n, { from: 'subscriber', clientId })));
          if (what === 'fail') thread = run(thread, { type: 'failed', clientId, error: 'late' });
          if (what === 'retry') thread = run(thread, { type: 'retry', clientId });
          const shown = rowsOf(thread, null).flatMap((row) => (row.type === 'message' || row.type === 'outgoing' ? [row.key] : []));
          expect([...shown].sort()).toEqual(['s1', 's2', 's3', 's4', 's5']);
        }
      }),
    );
  });

  it('places an acknowledged message even when the server sends no copy of it', () => {
    const thread = run(EMPTY_THREAD, sending('a'), { type: 'acked', clientId: 'a', id: 'm1', seq: 1 });
    expect(thread.outgoing).toEqual([]);
    expect(thread.messages.map(({ seq, text, from }) => ({ seq, text, from }))).toEqual([{ seq: 1, text: 'a', from: 'subscriber' }]);
  });

  it('keeps a failed message with its reason until it is retried under the same id', () => {
    const failed = run(EMPTY_THREAD, sending('a'), { type: 'failed', clientId: 'a', error: 'rate-limited' });
    expect(failed.outgoing).toEqual([{ ...outgoing('a'), status: 'failed', error: 'rate-limited' }]);
    expect(run(failed, { type: 'retry', clientId: 'a' }).outgoing).toEqual([outgoing('a')]);
  });

  it('asks for the topmost hole first and never for what lies under its floor', () => {
    const thread = run(EMPTY_THREAD, { type: 'opening', floor: 10 }, messages(messageOf(12), messageOf(15)));
    expect(findGap(thread)).toEqual({ beforeSeq: 15, limit: 2 });
    expect(findGap(run(thread, messages(messageOf(13), messageOf(14))))).toEqual({ beforeSeq: 12, limit: 1 });
    expect(findGap(run(thread, messages(messageOf(11), messageOf(13), messageOf(14))))).toBeNull();
  });

  it('notices messages it never saw from the count the server tells', () => {
    const thread = run(EMPTY_THREAD, messages(messageOf(1)), { type: 'conversation', conversation: conversationOf({ lastSeq: 3 }) });
    expect(findGap(thread)).toEqual({ beforeSeq: 4, limit: 2 });
    expect(wholeUpTo(thread)).toBe(1);
  });

  it('lowers its floor by exactly what was fetched from before, and to zero when nothing is left', () => {
    const thread = run(EMPTY_THREAD, { type: 'opening', floor: 10 }, messages(messageOf(11)));
    const lowered = run(thread, { type: 'earlier', messages: [messageOf(9), messageOf(10)] });
    expect(lowered.floor).toBe(8);
    expect(run(lowered, { type: 'earlier', messages: [] }).floor).toBe(0);
  });

  it('starts over for another conversation but keeps what is still being sent', () => {
    const thread = run(EMPTY_THREAD, { type: 'conversation', conversation: conversationOf() }, messages(messageOf(1)), sending('a'));
    const other = run(thread, { type: 'conversation', conversation: conversationOf({ id: 'c2' }) });
    expect(other.messages).toEqual([]);
    expect(other.outgoing.map((item) => item.clientId)).toEqual(['a']);
  });

  it('builds a reply from its pieces and lets the finished message replace them', () => {
    const pieces = run(EMPTY_THREAD, { type: 'delta', id: 'm1', text: '您的' }, { type: 'delta', id: 'm1', text: '余额' });
    expect(pieces.drafts).toEqual([{ id: 'm1', text: '您的余额' }]);
    const done = run(pieces, messages(messageOf(1)), { type: 'delta', id: 'm1', text: '迟到' });
    expect(done.drafts).toEqual([]);
    expect(done.messages).toHaveLength(1);
  });

  it('takes an unfinished reply back when it is cancelled or the connection is lost', () => {
    const pieces = run(EMPTY_THREAD, { type: 'delta', id: 'm1', text: '您的' }, { type: 'typing', from: 'bot', on: true });
    expect(run(pieces, { type: 'cancel', id: 'm1' }).drafts).toEqual([]);
    expect(run(pieces, { type: 'disconnected' })).toMatchObject({ drafts: [], typing: null });
  });

  it('counts as unread what the assistant or an agent said after the last look, not events or one’s own words', () => {
    const thread = run(
      EMPTY_THREAD,
      messages(messageOf(1), messageOf(2, { from: 'subscriber' }), messageOf(3, { from: 'agent' }), messageOf(4, { from: 'system', kind: 'event' })),
    );
    expect(countUnread(thread)).toBe(2);
    expect(countUnread(run(thread, { type: 'read', seq: 1 }))).toBe(1);
    expect(countUnread(run(thread, { type: 'read', seq: 3 }, { type: 'read', seq: 1 }))).toBe(0);
  });

  it('forgets its place in line as soon as it is no longer queued', () => {
    const queued = run(EMPTY_THREAD, { type: 'conversation', conversation: conversationOf({ state: 'queued' }) }, { type: 'queue', place: { position: 2, eta: null } });
    expect(queued.queue?.position).toBe(2);
    expect(run(queued, { type: 'conversation', conversation: conversationOf({ state: 'live' }) }).queue).toBeNull();
  });
});

describe('the rows of the screen', () => {
  it('divide by time after five quiet minutes and mark where the unread part begins', () => {
    const thread = run(EMPTY_THREAD, messages(messageOf(1, { at: 0 + 600_000 }), messageOf(2, { at: 610_000, from: 'subscriber' }), messageOf(3, { at: 1_000_000 })));
    expect(rowsOf(thread, 1).map((row) => row.type)).toEqual(['time', 'message', 'message', 'time', 'unread', 'message']);
  });

  it('offer buttons while a word that was not taken still stands there, and not while one is on its way', () => {
    const asked = run(EMPTY_THREAD, messages(messageOf(1, { from: 'subscriber' }), messageOf(2)), sending('a'));
    const open = (thread: Thread): readonly boolean[] => rowsOf(thread, null).flatMap((row) => (row.type === 'message' ? [row.isOpen] : []));
    expect(open(asked)).toEqual([false, false]);
    expect(open(run(asked, { type: 'failed', clientId: 'a', error: 'rate-limited' }))).toEqual([false, true]);
  });

  it('offer buttons only after one’s own last word', () => {
    const thread = run(EMPTY_THREAD, messages(messageOf(1), messageOf(2, { from: 'subscriber' }), messageOf(3)));
    const open = rowsOf(thread, null).flatMap((row) => (row.type === 'message' ? [row.isOpen] : []));
    expect(open).toEqual([false, false, true]);
    const live = run(thread, { type: 'conversation', conversation: conversationOf({ state: 'live' }) });
    expect(rowsOf(live, null).some((row) => row.type === 'message' && row.isOpen)).toBe(false);
  });
});
