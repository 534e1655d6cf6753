/** Who waits and who is served, on a database that other nodes write to: only what changed since the last look is read again. */
import { sql, type Kysely } from 'kysely';
import type { Conversation } from '../../domain/conversation.js';
import { LINE_ORDERS, type LineState } from './lines-at-hand.js';
import { conversationOf, type WholeConversation } from './rows.js';
import type { Tables } from './tables.js';

interface Known {
  readonly version: string;
  readonly conversation: Conversation;
}

interface Look {
  /** The ids and versions of all in it, as the database put them down. */
  readonly stamp: string;
  readonly known: ReadonlyMap<string, Known>;
  readonly list: readonly Conversation[];
}

const NOTHING: Look = { stamp: '[]', known: new Map(), list: [] };

export class SharedLines {
  readonly #db: Kysely<Tables>;
  readonly #looks: Record<LineState, Look> = { queued: NOTHING, live: NOTHING };

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The same list again until one in it changes. */
  async list(state: LineState): Promise<readonly Conversation[]> {
    const stamp = await this.#stamp(state);
    const before = this.#looks[state];
    if (before.stamp === stamp) return before.list;
    const look = await this.#look(state, stamp, before);
    this.#looks[state] = look;
    return look.list;
  }

  /** The transaction that wrote a row last and its time name one version of it. */
  async #stamp(state: LineState): Promise<string> {
    const versions = sql<{ stamp: string | null }>`select json_agg(json_build_array(id, xmin::text || '.' || updated_at))::text as stamp
      from (select id, xmin, updated_at from conversations where state = ${sql.lit(state)} order by id) as line`;
    return (await versions.execute(this.#db)).rows[0]?.stamp ?? NOTHING.stamp;
  }

  async #look(state: LineState, stamp: string, before: Look): Promise<Look> {
    const listed = JSON.parse(stamp) as [id: string, version: string][];
    const known = new Map(listed.flatMap(([id, version]) => {
      const one = before.known.get(id);
      return one?.version === version ? [[id, one] as const] : [];
    }));
    // One that has left since is not among those read; one that changed once more is there as it is now.
    for (const { id, ...one } of await this.#read(state, listed.flatMap(([id]) => (known.has(id) ? [] : [id])))) known.set(id, one);
    const list = [...known.values()].map(({ conversation }) => conversation).sort(LINE_ORDERS[state]);
    return { stamp, known, list };
  }

  async #read(state: LineState, ids: readonly string[]): Promise<readonly (Known & { readonly id: string })[]> {
    if (ids.length === 0) return [];
    const rows = sql<WholeConversation & { id: string; version: string }>`select id, xmin::text || '.' || updated_at as version,
      body, last_seq, subscriber_seq, handled_seq, updated_at from conversations where id = any(${ids}) and state = ${sql.lit(state)}`;
    return (await rows.execute(this.#db)).rows.map((row) => ({ id: row.id, version: row.version, conversation: conversationOf(row) }));
  }
}
