/** Replies kept ready. Promises: `listFor` gives what is shared and what is this agent's own, never anybody else's; the entry of an act is kept with it. */
import type { AuditEntry } from '../domain/audit.js';
import type { CannedReply } from '../domain/canned-reply.js';
import type { StaffId } from '../domain/ids.js';

export interface CannedReplies {
  listFor(staffId: StaffId | null): Promise<readonly CannedReply[]>;
  find(id: string): Promise<CannedReply | null>;
  /** Creates it, or replaces the one with this id. */
  save(reply: CannedReply, audit?: AuditEntry): Promise<void>;
  remove(id: string, audit?: AuditEntry): Promise<void>;
}
