/**
 * Changes of conversations nobody else has touched since this node wrote or read them: one statement that writes where the row is still in the
 * version known here, and nowhere else. Nothing is held and nothing asked beforehand; what has moved, or might be a message sent twice, is left to others.
 */
import type { Pool } from 'pg';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { BodiesKept } from './bodies-kept.js';
import { CACHED_CONVERSATIONS } from './change-storage.js';
import type { ConversationWrite, Outcome, Request, Standing, Work, Writes } from './change-storage.js';
import { isFromServer, lostWhileCommitting } from './postgres-errors.js';
import { BETWEEN_BODIES, WRITE_KNOWN } from './postgres-statements.js';
import { isFoundAsBefore, isOnlyCountedOn, spokenOf } from './rows.js';

export interface Known {
  readonly version: string;
  readonly conversation: Conversation;
}


interface Written {
  readonly id: ConversationId;
  readonly writer: string;
}

const NOTHING: ReadonlySet<ConversationId> = new Set();

export class KnownRows {
  readonly #rows = new RecentlyUsed<ConversationId, Known>(CACHED_CONVERSATIONS);
  readonly #bodies = new BodiesKept();
  readonly #pool: Pool;
  /** Whether a message was sent before nobody knows here: the index that keeps client ids apart does. */
  readonly #standing: Standing = { conversation: (id) => this.#rows.get(id)?.conversation ?? null, duplicate: () => null };

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  get(id: ConversationId): Known | undefined {
    return this.#rows.get(id);
  }

  put(conversation: Conversation, version: string): void {
    this.#rows.put(conversation.id, { version, conversation });
  }

  written(conversations: readonly ConversationWrite[], writer: string): void {
    for (const { now } of conversations) this.put(now, `${writer}.${now.updatedAt}`);
  }

  forget(id: ConversationId): void {
    this.#rows.forget(id);
  }

  clear(): void {
    this.#rows.clear();
    this.#bodies.forget();
  }

  /** In the order of the requests; null where nothing was written and somebody else has to look. */
  async change(requests: readonly Request[], work: Work): Promise<readonly (Outcome | null)[]> {
    const writes = work(this.#standing, requests);
    const turns = turnsOf(requests, writes);
    const written = turns.length === 0 ? NOTHING : await this.#write(turns, writes);
    return requests.map(({ id }, index) => (written.has(id) ? (writes.outcomes[index] ?? null) : null));
  }

  async #write(turns: readonly ConversationWrite[], writes: Writes): Promise<ReadonlySet<ConversationId>> {
    const rows = await this.#send(this.#valuesOf(turns, writes));
    const writers = new Map(rows.map(({ id, writer }) => [id, writer]));
    for (const turn of turns) {
      const writer = writers.get(turn.now.id);
      // Somebody else's version is not known here any more.
      if (writer === undefined) this.forget(turn.now.id);
      else this.written([turn], writer);
    }
    return new Set(writers.keys());
  }

  async #send(values: readonly unknown[]): Promise<readonly Written[]> {
    const client = await this.#pool.connect();
    try {
      const { rows } = await client.query<Written>({ name: 'known', text: WRITE_KNOWN, values: [...values] });
      client.release();
      return rows;
    } catch (error) {
      client.release(!isFromServer(error));
      if (!isFromServer(error)) throw lostWhileCommitting(error);
      // One of them was sent before, or the server refuses one: nothing was written.
      return [];
    }
  }

  #valuesOf(turns: readonly ConversationWrite[], { messages }: Writes): readonly unknown[] {
    const ids = new Set(turns.map(({ now }) => now.id));
    const said = messages.filter(({ conversationId }) => ids.has(conversationId));
    return [
      turns.map(({ now }) => now.id),
      turns.map(({ now }) => this.#rows.get(now.id)?.version ?? ''),
      turns.map(({ now }) => now.lastSeq),
      turns.map(({ now }) => now.subscriberSeq),
      turns.map(({ now }) => now.handledSeq),
      turns.map(({ before }) => before !== null && before.handledSeq < before.subscriberSeq),
      turns.map(({ now }) => now.updatedAt),
      turns.map(({ before, now }) => (before !== null && isOnlyCountedOn(before, now) ? '' : this.#bodies.bodyOf(now))).join(BETWEEN_BODIES),
      said.map(({ conversationId }) => conversationId),
      said.map(({ seq }) => seq),
      said.map(({ id }) => id),
      said.map(({ clientId = null }) => clientId),
      said.map(({ at }) => at),
      said.map(({ from }) => from),
      said.map(spokenOf).join(BETWEEN_BODIES),
    ];
  }
}

/**
 * Where something is written, nothing a conversation is searched by moves, nobody outside is told, nothing is kept beside, and each client id asked about comes with a
 * message: what was decided without a look at the row, a refusal say, is decided anew with one.
 */
function turnsOf(requests: readonly Request[], { conversations, messages, happenings, handoffs, besides }: Writes): readonly ConversationWrite[] {
  const others = new Set<string>(happenings.map((row) => row.conversation_id ?? ''));
  for (const [, conversation] of handoffs) others.add(conversation);
  for (const { id } of besides) others.add(id);
  const named = new Map<string, number>();
  for (const { id, clientId } of requests) if (clientId !== undefined) named.set(id, (named.get(id) ?? 0) + 1);
  for (const { conversationId, clientId } of messages) if (clientId !== undefined) named.set(conversationId, (named.get(conversationId) ?? 0) - 1);
  const known = conversations.filter(({ before, now }) => before !== null && isFoundAsBefore(before, now) && !others.has(now.id) && (named.get(now.id) ?? 0) === 0);
  // In the order in which everybody locks them.
  return known.sort((one, other) => (one.now.id < other.now.id ? -1 : 1));
}
