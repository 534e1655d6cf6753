/** The transaction of `change` on PostgreSQL: rows locked in order of their ids, statements sent ahead of their answers, JSON in bulk. */
import type { Pool, PoolClient, QueryResult } from 'pg';
import { ProductError } from '../../domain/errors.js';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { ChangeStorage, Standing, Wanted, Writes } from './change-storage.js';
import { conversationOf, conversationRow, messageOf, messageRow, type MessageRow } from './rows.js';

const CONVERSATION_COLUMNS = `id text, visitor_id text, created_at bigint, msisdn text, state text, priority integer,
  waiting_since bigint, owner_id text, offer_expires_at bigint, last_seq integer, subscriber_seq integer,
  handled_seq integer, updated_at bigint, body text`;

/** Whoever asks second for the same new id waits here until the first has committed, and then creates nothing. */
const CREATE = `insert into conversations
  select * from json_to_recordset($1) as r(${CONVERSATION_COLUMNS}) order by id collate "C"
  on conflict (id) do nothing returning id`;

const LOCK = 'select id, body from conversations where id = any($1) order by id for update';

const DUPLICATES = `select m.* from unnest($1::text[], $2::text[]) as w(id, client_id)
  join messages m on m.conversation_id = w.id and m.client_id = w.client_id`;

const UPDATE = `with r as materialized (select * from json_to_recordset($1) as r(${CONVERSATION_COLUMNS})),
  due as (
    insert into turns_due (conversation_id, since) select id, updated_at from r where handled_seq < subscriber_seq
    on conflict (conversation_id) do nothing),
  done as (
    delete from turns_due t using r where t.conversation_id = r.id and r.handled_seq >= r.subscriber_seq),
  changed as (
    update conversations c set msisdn = r.msisdn, state = r.state, priority = r.priority, waiting_since = r.waiting_since,
      owner_id = r.owner_id, offer_expires_at = r.offer_expires_at, last_seq = r.last_seq, subscriber_seq = r.subscriber_seq,
      handled_seq = r.handled_seq, updated_at = r.updated_at, body = r.body
    from r where c.id = r.id)
  insert into messages (conversation_id, seq, id, client_id, at, speaker, body)
  select * from json_to_recordset($2)
    as m(conversation_id text, seq integer, id text, client_id text, at bigint, speaker text, body text)`;

const UNCREATE = 'delete from conversations where id = any($1)';

const KNOWN_IDS = 50_000;

export class PostgresChanges implements ChangeStorage {
  readonly #pool: Pool;
  /** Conversations seen committed, so that only what may be new is tried to be created. */
  #known = new Set<ConversationId>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async transact<Result>(wanted: Wanted, work: (standing: Standing) => Writes<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let isBroken = true;
    try {
      const result = await this.#within(client, wanted, work);
      isBroken = false;
      return result;
    } catch (error) {
      this.#known.clear();
      isBroken = !(await client.query('rollback').then(isDone, isNotDone));
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** Other nodes write too, so nothing in memory is surely current. */
  atHand(): undefined {
    return undefined;
  }

  async #within<Result>(client: PoolClient, wanted: Wanted, work: (standing: Standing) => Writes<Result>): Promise<Result> {
    const { standing, created } = await this.#hold(client, wanted);
    const { conversations, messages, result } = work(standing);
    const written = new Set(conversations.map((conversation) => conversation.id));
    const unused = created.filter((id) => !written.has(id));
    const statements = [
      ...(unused.length > 0 ? [client.query(UNCREATE, [unused])] : []),
      ...(written.size > 0 ? [this.#write(client, conversations, messages)] : []),
      client.query('commit'),
    ];
    await committed(statements);
    this.#remember(written);
    return result;
  }

  async #hold(client: PoolClient, { ids, initials, clientIds }: Wanted): Promise<{ standing: Standing; created: ConversationId[] }> {
    const news = [...initials.values()].filter((initial) => !this.#known.has(initial.id));
    const begun = client.query('begin');
    const creating = news.length === 0 ? null : client.query<{ id: ConversationId }>(CREATE, [JSON.stringify(news.map(conversationRow))]);
    const locking = client.query<{ id: string; body: string }>({ name: 'lock', text: LOCK, values: [ids] });
    const values = [clientIds.map((asked) => asked.id), clientIds.map((asked) => asked.clientId)];
    const seeking = clientIds.length === 0 ? null : client.query<MessageRow>({ name: 'duplicates', text: DUPLICATES, values });
    await allOf([begun, creating, locking, seeking]);
    const created = ((await creating)?.rows ?? []).map((row) => row.id);
    const rows = new Map((await locking).rows.map((row) => [row.id, row]));
    const fresh = new Set<string>(created);
    const duplicates = new Map(((await seeking)?.rows ?? []).map((row) => [`${row.conversation_id}\0${row.client_id ?? ''}`, row]));
    return { created, standing: standingOn(rows, fresh, duplicates) };
  }

  #write(client: PoolClient, conversations: readonly Conversation[], messages: Writes<unknown>['messages']): Promise<QueryResult> {
    const values = [JSON.stringify(conversations.map(conversationRow)), JSON.stringify(messages.map(messageRow))];
    return client.query({ name: 'write', text: UPDATE, values });
  }

  #remember(ids: ReadonlySet<ConversationId>): void {
    if (this.#known.size > KNOWN_IDS) this.#known = new Set();
    for (const id of ids) this.#known.add(id);
  }
}

function standingOn(rows: ReadonlyMap<string, { body: string }>, fresh: ReadonlySet<string>, duplicates: ReadonlyMap<string, MessageRow>): Standing {
  return {
    conversation: (id) => {
      const row = fresh.has(id) ? undefined : rows.get(id);
      return row === undefined ? null : conversationOf(row);
    },
    duplicate: (id, clientId) => {
      const row = duplicates.get(`${id}\0${clientId}`);
      return row === undefined ? null : messageOf(row);
    },
  };
}

/** Every statement is awaited even after one failed: their answers come in order on one connection. */
async function allOf(statements: readonly (Promise<unknown> | null)[]): Promise<void> {
  for (const outcome of await Promise.allSettled(statements)) if (outcome.status === 'rejected') throw outcome.reason;
}

async function committed(statements: readonly Promise<QueryResult>[]): Promise<void> {
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
