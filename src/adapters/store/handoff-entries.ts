/** What a change of the record means for a handoff, as a row of the book: written in the transaction of the change. */
import type { HandoffEntry, HandoffKey } from '../../ports/handoff-book.js';

/** In the order of `HANDOFF_COLUMNS`. */
export type HandoffRow = readonly [id: string, conversationId: string, askedAt: number, reason: string, group: string, priority: number, endedAt: number | null, ending: string | null, detail: string | null, endedBy: string | null];

export const HANDOFF_COLUMNS = 'id, conversation_id, asked_at, reason, skill_group, priority, ended_at, ending, detail, ended_by';

/** What is begun is open, whatever it was before; an ending stands until then. */
export const HANDOFF_CONFLICT = `on conflict (id) do update set ended_at = excluded.ended_at, ending = excluded.ending,
  detail = excluded.detail, ended_by = excluded.ended_by where excluded.ended_at is null or handoffs.ended_at is null`;

/** The same on every node, so that nobody can begin one handoff twice. */
export function idOf(key: HandoffKey): string {
  return `h-${key.conversationId}-${key.askedAt}`;
}

export function handoffRow(entry: HandoffEntry): HandoffRow {
  const { asked } = entry;
  const end = entry.kind === 'end' ? entry.end : null;
  return [idOf(asked), asked.conversationId, asked.askedAt, asked.reason, asked.skillGroup, asked.priority, end?.endedAt ?? null, end?.ending ?? null, end?.detail ?? null, end?.endedBy ?? null];
}
