/** Digests and days of figures in the database. */
import { sql } from 'kysely';
import type { CaseCount, ConversationDigest, DayFigures } from '../../domain/figures.js';
import { conversationId } from '../../domain/ids.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Figures, KeptDay, Spell, Undigested } from '../../ports/figures.js';
import type { Engine } from './engine.js';

/** Asked for in one query. */
const MOST_IDS = 500;
const HOUR_MS = 3_600_000;
/** Clocks of several nodes differ by less. */
const CLOCK_SKEW_MS = 2_000;

export class StoredFigures implements Figures {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async undigested(after: ConversationId | null, among: number): Promise<Undigested> {
    let query = this.#db
      .selectFrom('conversations as c')
      .leftJoin('conversation_digests as d', 'd.conversation_id', 'c.id')
      .select(['c.id', 'c.updated_at as now', 'd.updated_at as then'])
      .orderBy('c.id')
      .limit(among);
    if (after !== null) query = query.where('c.id', '>', after);
    const rows = await query.execute();
    const last = rows.length < among ? undefined : rows.at(-1);
    return {
      ids: rows.filter((row) => row.then === null || row.then < row.now).map((row) => conversationId(row.id)),
      after: last ? conversationId(last.id) : null,
    };
  }

  async keepDigest(digest: ConversationDigest, touched: readonly number[], now: number): Promise<void> {
    const { conversationId: id, createdAt, updatedAt } = digest;
    const kept = { updated_at: updatedAt, body: JSON.stringify(digest) };
    const insert = this.#db.insertInto('conversation_digests').values({ conversation_id: id, created_at: createdAt, ...kept });
    await insert.onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(kept).where('conversation_digests.updated_at', '<=', updatedAt)).execute();
    // Only now: a day that is made between the two is made anew once too often, never once too seldom.
    const hours = [...new Set([createdAt, updatedAt, ...touched].map((at) => Math.floor(at / HOUR_MS)))].sort((one, other) => one - other);
    const marks = this.#db.insertInto('figure_hours').values(hours.map((hour) => ({ hour, changed_at: now })));
    await marks.onConflict((conflict) => conflict.column('hour').doUpdateSet({ changed_at: now }).where('figure_hours.changed_at', '<', now)).execute();
  }

  async digestedAt(id: ConversationId): Promise<number | null> {
    const row = await this.#db.selectFrom('conversation_digests').select('updated_at').where('conversation_id', '=', id).executeTakeFirst();
    return row?.updated_at ?? null;
  }

  async digests({ from, to }: Spell): Promise<readonly ConversationDigest[]> {
    const query = this.#db.selectFrom('conversation_digests').select('body').where('created_at', '>=', from).where('created_at', '<', to);
    return (await query.execute()).map(({ body }) => JSON.parse(body) as ConversationDigest);
  }

  async digestsOf(ids: readonly ConversationId[]): Promise<readonly ConversationDigest[]> {
    const found: ConversationDigest[] = [];
    for (let from = 0; from < ids.length; from += MOST_IDS) {
      const query = this.#db.selectFrom('conversation_digests').select('body').where('conversation_id', 'in', ids.slice(from, from + MOST_IDS));
      for (const { body } of await query.execute()) found.push(JSON.parse(body) as ConversationDigest);
    }
    return found;
  }

  async keptDays(timezone: string, days: readonly { readonly day: string; readonly span: Spell }[]): Promise<readonly KeptDay[]> {
    const from = Math.min(...days.map(({ span }) => span.from));
    const to = Math.max(...days.map(({ span }) => span.to));
    const [rows, hours] = await Promise.all([
      this.#db.selectFrom('figure_days').selectAll().where('timezone', '=', timezone).where('starts_at', '>=', from).where('ends_at', '<=', to).execute(),
      this.#db.selectFrom('figure_hours').selectAll().where('hour', '>=', Math.floor(from / HOUR_MS)).where('hour', '<=', Math.floor(to / HOUR_MS)).execute(),
    ]);
    const wanted = new Set(days.map(({ day }) => day));
    const isFresh = (row: (typeof rows)[number]): boolean =>
      hours.every(({ hour, changed_at }) => hour * HOUR_MS >= row.ends_at || (hour + 1) * HOUR_MS <= row.starts_at || changed_at + CLOCK_SKEW_MS < row.made_at);
    return rows
      .filter((row) => wanted.has(row.day) && isFresh(row))
      .map((row) => ({ timezone, day: row.day, span: { from: row.starts_at, to: row.ends_at }, madeAt: row.made_at, figures: JSON.parse(row.body) as DayFigures }));
  }

  async keepDay({ timezone, day, span, madeAt, figures }: KeptDay): Promise<void> {
    const made = { starts_at: span.from, ends_at: span.to, made_at: madeAt, body: JSON.stringify(figures) };
    const insert = this.#db.insertInto('figure_days').values({ timezone, day, ...made });
    await insert.onConflict((conflict) => conflict.columns(['timezone', 'day']).doUpdateSet(made).where('figure_days.made_at', '<', madeAt)).execute();
  }

  async handlingTimes({ from, to }: Spell): Promise<readonly number[]> {
    const rows = await this.#db.selectFrom('services').select(['started_at', 'ended_at']).where('ended_at', '>=', from).where('ended_at', '<', to).execute();
    return rows.map((row) => row.ended_at - row.started_at);
  }

  async cases({ from, to }: Spell): Promise<readonly CaseCount[]> {
    const rows = await this.#db
      .selectFrom('cases')
      .select(['kind', 'stage', sql<number>`count(*)`.as('count')])
      .where('created_at', '>=', from)
      .where('created_at', '<', to)
      .groupBy(['kind', 'stage'])
      .orderBy('kind')
      .orderBy('stage')
      .execute();
    return rows.map(({ kind, stage, count }) => ({ kind, stage, count: Number(count) }));
  }

  async promises({ from, to }: Spell): Promise<Readonly<Record<string, number>>> {
    const query = this.#db.selectFrom('promises').select(['state', sql<number>`count(*)`.as('count')]).where('due_at', '>=', from).where('due_at', '<', to);
    return Object.fromEntries((await query.groupBy('state').execute()).map(({ state, count }) => [state, Number(count)]));
  }
}
