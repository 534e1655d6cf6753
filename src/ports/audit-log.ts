/**
 * The log of sensitive acts.
 *
 * Promises: an entry that `add` resolved for is durable, is never changed and never removed; the same id is stored once.
 * `list` is newest first.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { ConversationId, StaffId } from '../domain/ids.js';

export interface AuditQuery {
  readonly conversationId?: ConversationId;
  readonly staffId?: StaffId;
  readonly act?: string;
  /** Only what is older than this. */
  readonly before?: number;
  /** With `before`: the entry of that time which was read last, so that others of the same millisecond follow. */
  readonly beforeId?: string;
  readonly limit: number;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
}
