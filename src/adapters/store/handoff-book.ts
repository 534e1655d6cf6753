/** Every wish for a person as one row. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { HandoffReason } from '../../domain/conversation.js';
import { conversationId } from '../../domain/ids.js';
import type { FirstRange, Handoff, HandoffBook, HandoffEnding, HandoffKey } from '../../ports/handoff-book.js';
import type { Engine } from './engine.js';
import { idOf } from './handoff-entries.js';
import type { HandoffTable } from './tables-of-the-line.js';

export class StoredHandoffBook implements HandoffBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async showFirst(key: HandoffKey, first: FirstRange): Promise<void> {
    const shown = { first_position: first.position, first_low: first.low, first_likely: first.likely, first_high: first.high };
    await this.#db.updateTable('handoffs').set(shown).where('id', '=', idOf(key)).where('first_high', 'is', null).execute();
  }

  async find(key: HandoffKey): Promise<Handoff | null> {
    const row = await this.#db.selectFrom('handoffs').selectAll().where('id', '=', idOf(key)).executeTakeFirst();
    return row === undefined ? null : handoffOf(row);
  }

  async between(from: number, to: number): Promise<readonly Handoff[]> {
    const query = this.#db.selectFrom('handoffs').selectAll().where('asked_at', '>=', from).where('asked_at', '<', to);
    return (await query.orderBy('asked_at').orderBy('id').execute()).map(handoffOf);
  }

  async leaving(since: number, now: number): Promise<{ waitedMs: number; left: number }> {
    const query = this.#db.selectFrom('handoffs').where('asked_at', '>=', since).where('asked_at', '<=', now);
    // Clocks of several nodes differ: nobody waited less than not at all.
    const waited = sql<number | string | null>`sum(case when coalesce(ended_at, ${now}) > asked_at then coalesce(ended_at, ${now}) - asked_at else 0 end)`;
    const left = sql<number | string | null>`sum(case when ending = 'left' then 1 else 0 end)`;
    const row = await query.select([waited.as('waited'), left.as('gone')]).executeTakeFirst();
    return { waitedMs: Number(row?.waited ?? 0), left: Number(row?.gone ?? 0) };
  }

  async open(limit: number): Promise<readonly Handoff[]> {
    const query = this.#db.selectFrom('handoffs').selectAll().where('ended_at', 'is', null).orderBy('asked_at').orderBy('id');
    return (await query.limit(limit).execute()).map(handoffOf);
  }
}

function handoffOf(row: Selectable<HandoffTable>): Handoff {
  const isShown = row.first_position !== null && row.first_low !== null && row.first_likely !== null && row.first_high !== null;
  return {
    id: row.id,
    conversationId: conversationId(row.conversation_id),
    askedAt: row.asked_at,
    reason: row.reason as HandoffReason,
    skillGroup: row.skill_group,
    priority: row.priority,
    first: isShown ? { position: row.first_position ?? 0, low: row.first_low ?? 0, likely: row.first_likely ?? 0, high: row.first_high ?? 0 } : null,
    end: row.ended_at === null ? null : { endedAt: row.ended_at, ending: row.ending as HandoffEnding, detail: row.detail ?? '', endedBy: row.ended_by },
  };
}
