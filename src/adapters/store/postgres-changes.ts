/** The transaction of `change` on PostgreSQL: statements are sent ahead of their answers, and rows known in their present version are not sent at all. */
import type { Pool, PoolClient, QueryResult } from 'pg';
import { ProductError } from '../../domain/errors.js';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { CACHED_CONVERSATIONS } from './change-storage.js';
import { Gathered } from './gathered.js';
import type { ChangeStorage, ConversationWrite, Standing, Wanted, Writes } from './change-storage.js';
import { BEGIN, CREATE, DUPLICATES, HANDOFF, HAPPENED, LOCK, LOOK, UNCREATE, WRITE } from './postgres-statements.js';
import { conversationOf, conversationRow, countedOnRow, isOnlyCountedOn, messageOf, messageRow, type MessageRow, type WholeConversation } from './rows.js';

interface Known {
  readonly version: string;
  readonly conversation: Conversation;
}

interface Locked extends Omit<WholeConversation, 'body'> {
  readonly id: ConversationId;
  readonly version: string;
  /** Null when it is the version that was named. */
  readonly body: string | null;
}

/** What was there when it was looked for was removed before it could be held: asked again, it is created. */
class RowsGone extends Error {}

const MOST_ATTEMPTS = 5;

type Work<Result> = (standing: Standing) => Writes<Result>;

export class PostgresChanges implements ChangeStorage {
  readonly #pool: Pool;
  readonly #reading: Pool;
  /** Used only for a row whose lock is held and whose version is the same. */
  readonly #cache = new RecentlyUsed<ConversationId, Known>(CACHED_CONVERSATIONS);

  readonly #found = new Gathered<ConversationId, Conversation | null>((ids) => this.#look(ids));

  constructor({ changes, queries }: { changes: Pool; queries: Pool }) {
    this.#pool = changes;
    this.#reading = queries;
  }

  async transact<Result>(wantedBy: () => Wanted, work: Work<Result>): Promise<Result> {
    const wanted = wantedBy();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(wanted, work);
      } catch (error) {
        if (!(error instanceof RowsGone) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  async #attempt<Result>(wanted: Wanted, work: Work<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let isBroken = true;
    try {
      const result = await this.#within(client, wanted, work);
      isBroken = false;
      return result;
    } catch (error) {
      isBroken = !(await client.query('rollback').then(isDone, isNotDone));
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** Other nodes write too, so nothing in memory is surely current: looked for together with all others asked for in this moment. */
  find(id: ConversationId): Promise<Conversation | null> {
    return this.#found.get(id);
  }

  /** Other nodes write them too. */
  inState(): undefined {
    return undefined;
  }

  lastKnown(id: ConversationId): Conversation | undefined {
    return this.#cache.get(id)?.conversation;
  }

  /** Rows were removed: what was known of them is not kept in memory either. */
  forget(): void {
    this.#cache.clear();
  }

  async #within<Result>(client: PoolClient, wanted: Wanted, work: Work<Result>): Promise<Result> {
    const { standing, created } = await this.#hold(client, wanted);
    const writes = work(standing);
    const written = new Set(writes.conversations.map(({ now }) => now.id));
    const unused = created.filter((id) => !written.has(id));
    const uncreating = unused.length === 0 ? null : client.query(UNCREATE, [unused]);
    const writing = written.size === 0 ? null : write(client, writes);
    const telling = writes.happenings.length === 0 ? null : client.query({ name: 'happened', text: HAPPENED, values: [JSON.stringify(writes.happenings)] });
    const keeping = writes.handoffs.map((row) => client.query({ name: 'handoff', text: HANDOFF, values: [...row] }));
    await committed([uncreating, writing, telling, ...keeping, client.query('commit')]);
    const writer = (await writing)?.rows[0]?.writer;
    if (writer !== undefined) this.#remember(writes.conversations, writer);
    return writes.result;
  }

  async #hold(client: PoolClient, { ids, initials, clientIds }: Wanted): Promise<{ standing: Standing; created: ConversationId[] }> {
    const known = new Map(ids.map((id) => [id, this.#cache.get(id)]));
    const news = [...initials.values()].filter((initial) => known.get(initial.id) === undefined);
    const begun = client.query(BEGIN);
    const creating = news.length === 0 ? null : client.query<{ id: ConversationId }>(CREATE, [JSON.stringify(news.map(conversationRow))]);
    const versions = ids.map((id) => known.get(id)?.version ?? '');
    const locking = client.query<Locked>({ name: 'lock', text: LOCK, values: [ids, versions] });
    const asked = [clientIds.map(({ id }) => id), clientIds.map(({ clientId }) => clientId)];
    const seeking = clientIds.length === 0 ? null : client.query<MessageRow>({ name: 'duplicates', text: DUPLICATES, values: asked });
    await allOf([begun, creating, locking, seeking]);
    const created = ((await creating)?.rows ?? []).map((row) => row.id);
    const locked = (await locking).rows.filter((row) => !created.includes(row.id));
    const rows = new Map(locked.map((row) => [row.id, this.#current(row, known.get(row.id))]));
    const gone = [...initials.keys()].filter((id) => !rows.has(id) && !created.includes(id));
    for (const id of gone) this.#cache.forget(id);
    if (gone.length > 0) throw new RowsGone();
    return { created, standing: standingOn(rows, (await seeking)?.rows ?? []) };
  }

  /** What is known in its present version is not sent again, and what was read without a lock takes no newer one's place. */
  async #look(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, Conversation | null>> {
    const known = new Map(ids.map((id) => [id, this.#cache.get(id)]));
    const values = [ids, ids.map((id) => known.get(id)?.version ?? '')];
    const { rows } = await this.#reading.query<Locked>({ name: 'look', text: LOOK, values });
    return new Map(rows.map((row) => [row.id, (row.body === null ? known.get(row.id)?.conversation : undefined) ?? conversationOf({ ...row, body: row.body ?? '' })]));
  }

  #current(row: Locked, known: Known | undefined): Conversation {
    if (row.body === null && known !== undefined) return known.conversation;
    const conversation = conversationOf({ ...row, body: row.body ?? '' });
    this.#cache.put(row.id, { version: row.version, conversation });
    return conversation;
  }

  #remember(conversations: readonly ConversationWrite[], writer: string): void {
    for (const { now } of conversations) this.#cache.put(now.id, { version: `${writer}.${now.updatedAt}`, conversation: now });
  }
}

function write(client: PoolClient, { conversations, messages }: Writes<unknown>): Promise<QueryResult<{ writer: string }>> {
  const values = [JSON.stringify(conversations.map(rowOf)), JSON.stringify(messages.map(messageRow))];
  return client.query<{ writer: string }>({ name: 'write', text: WRITE, values });
}

function rowOf({ before, now }: ConversationWrite): object {
  return before !== null && isOnlyCountedOn(before, now) ? countedOnRow(now) : conversationRow(now);
}

function standingOn(rows: ReadonlyMap<ConversationId, Conversation>, duplicates: readonly MessageRow[]): Standing {
  const byClientId = new Map(duplicates.map((row) => [`${row.conversation_id}\0${row.client_id ?? ''}`, row]));
  return {
    conversation: (id) => rows.get(id) ?? null,
    duplicate: (id, clientId) => {
      const row = byClientId.get(`${id}\0${clientId}`);
      return row === undefined ? null : messageOf(row);
    },
  };
}

/** Every statement is awaited even after one failed: their answers come in order on one connection. */
async function allOf(statements: readonly (Promise<unknown> | null)[]): Promise<void> {
  for (const outcome of await Promise.allSettled(statements)) if (outcome.status === 'rejected') throw outcome.reason;
}

async function committed(statements: readonly [...(Promise<QueryResult> | null)[], Promise<QueryResult>]): Promise<void> {
  try {
    await allOf(statements);
  } catch (error) {
    if (isFromServer(error)) throw error;
    throw new ProductError('unavailable', 'the connection was lost while committing; the change may be stored or not', error);
  }
  const last = await statements.at(-1);
  if (last?.command !== 'COMMIT') throw new Error('the transaction was rolled back');
}

/** An error the server sent ended the transaction without a commit; a lost connection leaves it open whether it took place. */
function isFromServer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error;
}

const isDone = (): boolean => true;
const isNotDone = (): boolean => false;
