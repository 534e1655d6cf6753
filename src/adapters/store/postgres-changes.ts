/**
 * `change` on PostgreSQL. What concerns conversations known here is written at once, see `postgres-known.ts`; all else in a transaction that holds
 * its rows: statements are sent ahead of their answers, and rows known in their present version are not sent at all.
 */
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import { Gathered } from './gathered.js';
import type { ChangeStorage, ConversationWrite, Outcome, Request, Standing, Work, Writes } from './change-storage.js';
import { isFromServer, lostWhileCommitting } from './postgres-errors.js';
import { KnownRows, type Known } from './postgres-known.js';
import { BEGIN, BESIDE, CREATE, DUPLICATES, HANDOFF, HAPPENED, LOCK, LOOK, UNCREATE, WRITE } from './postgres-statements.js';
import { conversationOf, conversationRow, countedOnRow, isOnlyCountedOn, messageOf, messageRow, type MessageRow, type WholeConversation } from './rows.js';

/** What a batch is about. */
interface Wanted {
  /** Each once. */
  readonly ids: readonly ConversationId[];
  /** Those that may be created. */
  readonly initials: ReadonlyMap<ConversationId, Conversation>;
  readonly clientIds: readonly { readonly id: ConversationId; readonly clientId: string }[];
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

export class PostgresChanges implements ChangeStorage {
  readonly #pool: Pool;
  readonly #lookups: Pool;
  /** Used only where the row is in the same version. */
  readonly #known: KnownRows;

  readonly #found = new Gathered<ConversationId, Conversation | null>((ids) => this.#look(ids));

  constructor({ changes, lookups }: { changes: Pool; lookups: Pool }) {
    this.#pool = changes;
    this.#lookups = lookups;
    this.#known = new KnownRows(changes);
  }

  async transact(requests: readonly Request[], work: Work): Promise<readonly Outcome[]> {
    const outcomes = new Array<Outcome | null>(requests.length).fill(null);
    const isKnown = requests.map(({ id }) => this.#known.get(id) !== undefined);
    const all = [...requests.keys()];
    // Different conversations: neither waits for the other.
    await Promise.all([
      fill(outcomes, requests, { places: all.filter((at) => isKnown[at]), by: (known) => this.#known.change(known, work) }),
      fill(outcomes, requests, { places: all.filter((at) => !isKnown[at]), by: (unknown) => this.#holding(unknown, work) }),
    ]);
    await fill(outcomes, requests, { places: all.filter((at) => outcomes[at] === null), by: (left) => this.#holding(left, work) });
    return outcomes.map((outcome) => outcome ?? { failed: new Error('a batch answered too little') });
  }

  async #holding(requests: readonly Request[], work: Work): Promise<readonly Outcome[]> {
    const wanted = wantedBy(requests);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(wanted, (standing) => work(standing, requests));
      } catch (error) {
        if (!(error instanceof RowsGone) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  async #attempt(wanted: Wanted, work: (standing: Standing) => Writes): Promise<readonly Outcome[]> {
    const client = await this.#pool.connect();
    let isBroken = true;
    try {
      const outcomes = await this.#within(client, wanted, work);
      isBroken = false;
      return outcomes;
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
    return this.#known.get(id)?.conversation;
  }

  /** Rows were removed: what was known of them is not kept in memory either. */
  forget(): void {
    this.#known.clear();
  }

  async #within(client: PoolClient, wanted: Wanted, work: (standing: Standing) => Writes): Promise<readonly Outcome[]> {
    const { standing, created } = await this.#hold(client, wanted);
    const writes = work(standing);
    const written = new Set(writes.conversations.map(({ now }) => now.id));
    const unused = created.filter((id) => !written.has(id));
    const uncreating = unused.length === 0 ? null : client.query(UNCREATE, [unused]);
    const writing = written.size === 0 ? null : write(client, writes);
    const telling = writes.happenings.length === 0 ? null : client.query({ name: 'happened', text: HAPPENED, values: [JSON.stringify(writes.happenings)] });
    const keeping = writes.handoffs.map((row) => client.query({ name: 'handoff', text: HANDOFF, values: [...row] }));
    const beside = writes.besides.map(({ row: { table, values } }) => client.query({ name: `beside-${table}`, text: BESIDE[table], values: [...values] }));
    await committed([uncreating, writing, telling, ...keeping, ...beside, client.query('commit')]);
    const writer = (await writing)?.rows[0]?.writer;
    if (writer !== undefined) this.#known.written(writes.conversations, writer);
    return writes.outcomes;
  }

  async #hold(client: PoolClient, { ids, initials, clientIds }: Wanted): Promise<{ standing: Standing; created: ConversationId[] }> {
    const known = new Map(ids.map((id) => [id, this.#known.get(id)]));
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
    for (const id of gone) this.#known.forget(id);
    if (gone.length > 0) throw new RowsGone();
    return { created, standing: standingOn(rows, (await seeking)?.rows ?? []) };
  }

  /** What is known in its present version is not sent again, and what was read without a lock takes no newer one's place. */
  async #look(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, Conversation | null>> {
    const known = new Map(ids.map((id) => [id, this.#known.get(id)]));
    const values = [ids, ids.map((id) => known.get(id)?.version ?? '')];
    const { rows } = await this.#lookups.query<Locked>({ name: 'look', text: LOOK, values });
    return new Map(rows.map((row) => [row.id, (row.body === null ? known.get(row.id)?.conversation : undefined) ?? conversationOf({ ...row, body: row.body ?? '' })]));
  }

  #current(row: Locked, known: Known | undefined): Conversation {
    if (row.body === null && known !== undefined) return known.conversation;
    const conversation = conversationOf({ ...row, body: row.body ?? '' });
    this.#known.put(conversation, row.version);
    return conversation;
  }
}

function write(client: PoolClient, { conversations, messages }: Writes): Promise<QueryResult<{ writer: string }>> {
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
    throw lostWhileCommitting(error);
  }
  const last = await statements.at(-1);
  if (last?.command !== 'COMMIT') throw new Error('the transaction was rolled back');
}

interface Part {
  readonly places: readonly number[];
  /** Null where it is left to others. */
  readonly by: (requests: readonly Request[]) => Promise<readonly (Outcome | null)[]>;
}

/** Puts in what becomes of some of the requests. Never rejects: of the others something may be written, so failure is told of each. */
async function fill(outcomes: (Outcome | null)[], requests: readonly Request[], { places, by }: Part): Promise<void> {
  if (places.length === 0) return;
  const asked = places.flatMap((at) => requests[at] ?? []);
  const answers = await by(asked).catch((failed: unknown) => asked.map(() => ({ failed })));
  for (const [index, at] of places.entries()) outcomes[at] = answers[index] ?? null;
}

function wantedBy(requests: readonly Request[]): Wanted {
  const ids = new Set<ConversationId>();
  const initials = new Map<ConversationId, Conversation>();
  const clientIds: { id: ConversationId; clientId: string }[] = [];
  for (const { id, initial, clientId } of requests) {
    ids.add(id);
    if (initial !== undefined && !initials.has(id)) initials.set(id, initial);
    if (clientId !== undefined) clientIds.push({ id, clientId });
  }
  return { ids: [...ids], initials, clientIds };
}

const isDone = (): boolean => true;
const isNotDone = (): boolean => false;
