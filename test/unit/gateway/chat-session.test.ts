/** What one page is told: every message once and in order, whatever happens while it catches up. */
import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import type { Conversations } from '../../../src/conversation/conversations.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, messageId, visitorId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import { ChatSession } from '../../../src/gateway/chat/chat-session.js';

const ID = conversationId('c1');

function at(lastSeq: number, change: Partial<Conversation> = {}): Conversation {
  const fresh = newConversation({ id: ID, visitorId: visitorId('v1'), channel: 'web', locale: 'zh-CN', identity: null, now: 0 });
  return { ...fresh, lastSeq, ...change };
}

const message = (seq: number): Message => ({ id: messageId(`m${seq}`), conversationId: ID, seq, at: seq, from: 'agent', kind: 'text', text: String(seq) });

/** A log whose readings the test lets through one by one. */
class HeldLog {
  stored: Message[] = [];
  current: Conversation = at(0);
  readonly #held: (() => void)[] = [];

  readonly conversations = {
    messages: (_id: string, { afterSeq = 0 }: { afterSeq?: number }) => {
      const read = this.stored.filter(({ seq }) => seq > afterSeq);
      return new Promise<readonly Message[]>((resolve) => this.#held.push(() => resolve(read)));
    },
    find: () => Promise.resolve(this.current),
  } as unknown as Conversations;

  get readingCount(): number {
    return this.#held.length;
  }

  async letThrough(): Promise<void> {
    this.#held.shift()?.();
    for (let step = 0; step < 8; step += 1) await Promise.resolve();
  }
}

function page(conversation: Conversation, afterSeq: number | null) {
  const told: [event: string, payload: { seq?: number; state?: string }][] = [];
  const socket = { emit: (event: string, payload: object) => told.push([event, JSON.parse(JSON.stringify(payload)) as object]) } as unknown as Socket;
  const session = new ChatSession(socket, conversation, 'token', afterSeq);
  return {
    session,
    seqs: () => told.filter(([event]) => event === 'message').map(([, payload]) => payload.seq),
    states: () => told.filter(([event]) => event === 'conversation').map(([, payload]) => payload.state),
  };
}

describe('a page of a conversation', () => {
  it('is not told again how it stood before, when news of two nodes overtake each other', () => {
    const { session, states } = page(at(4, { state: 'live', epoch: 1, updatedAt: 10 }), null);
    session.tellConversation(at(5, { state: 'closed', epoch: 2, updatedAt: 20 }));
    session.tellConversation(at(4, { state: 'live', epoch: 1, updatedAt: 19 }));
    session.tellConversation(at(4, { state: 'closed', epoch: 2, updatedAt: 20 }));
    session.tellConversation(at(5, { state: 'closed', epoch: 2, updatedAt: 19 }));
    expect(states()).toEqual(['closed']);
    expect(session.conversation).toMatchObject({ state: 'closed', epoch: 2, lastSeq: 5, updatedAt: 20 });
    session.tellConversation(at(5, { state: 'closed', epoch: 2, updatedAt: 20, isElderMode: true }));
    session.tellConversation(at(6, { state: 'bot', epoch: 3, updatedAt: 20 }));
    expect(states()).toEqual(['closed', 'closed', 'bot']);
  });

  it('gets what it missed and goes on with what comes', async () => {
    const log = new HeldLog();
    log.stored = [1, 2, 3].map(message);
    log.current = at(3);
    const { session, seqs } = page(at(3), 1);
    void session.begin(log.conversations);
    await log.letThrough();
    await log.letThrough();
    session.tellMessage(message(4), log.conversations);
    expect(seqs()).toEqual([2, 3, 4]);
  });

  it('does not lose a message that is told after the log was read and before the reading arrived', async () => {
    const log = new HeldLog();
    log.stored = [message(1)];
    log.current = at(1);
    const { session, seqs } = page(at(1), 0);
    void session.begin(log.conversations);
    await log.letThrough();
    log.stored.push(message(2));
    session.tellMessage(message(2), log.conversations);
    await log.letThrough();
    expect(log.readingCount).toBe(1);
    await log.letThrough();
    await log.letThrough();
    expect(seqs()).toEqual([1, 2]);
  });

  it('fetches what lies between when a message comes early, and is told nothing twice', async () => {
    const log = new HeldLog();
    log.stored = [1, 2, 3].map(message);
    const { session, seqs } = page(at(1), null);
    session.tellMessage(message(3), log.conversations);
    session.tellMessage(message(2), log.conversations);
    await log.letThrough();
    await log.letThrough();
    session.tellMessage(message(3), log.conversations);
    expect(seqs()).toEqual([2, 3]);
  });

  it('shows the state as it is when the conversation moved on while the page was being let in', async () => {
    const log = new HeldLog();
    log.stored = [message(1)];
    log.current = at(1, { state: 'live', epoch: 1 });
    const { session, states } = page(at(1, { state: 'queued' }), 1);
    void session.begin(log.conversations);
    await log.letThrough();
    expect(states()).toEqual(['queued', 'live']);
  });
});
