/** What is kept of a sensitive act: who did what to whom, when and why. */
import type { ConversationId, StaffId } from './ids.js';

/** Open set: whoever adds a sensitive act names it here. */
export const AUDITED_ACTS = ['number.revealed', 'account.opened', 'change.proposed', 'change.withdrawn', 'change.confirmed', 'change.cancelled', 'conversation.opened', 'conversation.taken-over', 'conversation.drafted-from', 'message.recalled', 'canned.shared', 'canned.removed', 'settings.changed', 'case.opened', 'case.closed', 'case.handed', 'refund.proposed', 'refund.approved', 'refund.refused', 'refund.ended', 'notice.started', 'notice.changed', 'notice.ended'] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number] | (string & {});

/** `reason` is in the words of who acted; `detail` never holds what was uncovered, only that it was. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  /** Null when the house itself acted. */
  readonly staff: { readonly id: StaffId; readonly name: string } | null;
  readonly act: AuditedAct;
  readonly conversationId: ConversationId | null;
  /** What else it was done to, by its id. */
  readonly target: string | null;
  readonly reason: string;
  readonly detail: string;
}
