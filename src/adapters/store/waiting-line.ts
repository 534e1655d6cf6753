/** The waiting line as views of the record, and how handoffs and services ended. */
import type { Conversation } from '../../domain/conversation.js';
import { staffId as toStaffId, type ConversationId, type StaffId } from '../../domain/ids.js';
import type { WaitingLine } from '../../ports/waiting-line.js';
import type { Engine } from './engine.js';
import type { LineState } from './lines-at-hand.js';
import { conversationOf, WHOLE_CONVERSATION } from './rows.js';
import { SharedLines } from './shared-lines.js';

export class StoredWaitingLine implements WaitingLine {
  readonly #db: Engine['db'];
  readonly #changes: Engine['changes'];
  readonly #shared: SharedLines;
  #ours: { readonly all: readonly Conversation[]; readonly ours: readonly Conversation[] } | null = null;

  constructor(engine: Engine) {
    this.#db = engine.db;
    this.#changes = engine.changes;
    this.#shared = new SharedLines(engine.db);
  }

  /** Whoever looks often knows an unchanged line by its identity. */
  async queued(): Promise<readonly Conversation[]> {
    const all = await this.#inState('queued');
    if (this.#ours?.all !== all) this.#ours = { all, ours: all.some(isAtHub) ? all.filter((conversation) => !isAtHub(conversation)) : all };
    return this.#ours.ours;
  }

  async atHub(): Promise<readonly Conversation[]> {
    return (await this.#inState('queued')).filter(isAtHub);
  }

  async live(): Promise<readonly Conversation[]> {
    return this.#inState('live');
  }

  async liveOf(staffId: StaffId): Promise<readonly Conversation[]> {
    const atHand = this.#changes.inState('live');
    if (atHand !== undefined) return atHand.filter(({ owner }) => owner?.staffId === staffId);
    const query = this.#db.selectFrom('conversations').select(WHOLE_CONVERSATION).where('state', '=', 'live').where('owner_id', '=', staffId);
    return (await query.orderBy('id').execute()).map(conversationOf);
  }

  async hasServed(staffId: StaffId, conversationId: ConversationId): Promise<boolean> {
    const query = this.#db.selectFrom('services').select('staff_id').where('conversation_id', '=', conversationId).where('staff_id', '=', staffId);
    return (await query.limit(1).executeTakeFirst()) !== undefined;
  }

  async lastServer(conversationIds: readonly ConversationId[]): Promise<StaffId | null> {
    if (conversationIds.length === 0) return null;
    const query = this.#db.selectFrom('services').select('staff_id').where('conversation_id', 'in', conversationIds);
    const row = await query.orderBy('ended_at', 'desc').orderBy('staff_id').limit(1).executeTakeFirst();
    return row === undefined ? null : toStaffId(row.staff_id);
  }

  async handlingTimes(limit: number): Promise<readonly number[]> {
    const query = this.#db.selectFrom('services').select(['started_at', 'ended_at']).orderBy('ended_at', 'desc');
    return (await query.limit(limit).execute()).map((row) => row.ended_at - row.started_at);
  }

  async #inState(state: LineState): Promise<readonly Conversation[]> {
    return this.#changes.inState(state) ?? this.#shared.list(state);
  }
}

function isAtHub({ waiting }: Conversation): boolean {
  return waiting?.hub !== undefined;
}
