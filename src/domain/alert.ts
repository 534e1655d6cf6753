/** What calls somebody's attention and is in no chat: kept for a while, so that a page that was away hears of it when it is back. */
import type { CaseId, ConversationId, StaffId } from './ids.js';
import type { Localised } from './locale.js';

/** `dueAt`: the case's deadline as it stood; when the case moves on, the alert is over. */
export interface AlertedCase {
  readonly id: CaseId;
  readonly dueAt: number | null;
}

export interface Alert {
  /** Says what it is about: of one it is raised once. */
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly conversationId: ConversationId | null;
  readonly text: Localised;
  /** Whom it is for, beside supervisors. */
  readonly staffIds?: readonly StaffId[];
  readonly toOneself?: { readonly staffId: StaffId; readonly text: Localised };
  readonly ofCase?: AlertedCase;
}
