/** The audit trail of the content: every change of the draft and of what is in force, by whom and why, for the store to keep with the change. */
import type { AuditEntry } from '../domain/audit.js';
import type { ContentAuthor } from '../domain/content.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';

export type ContentAct = 'content.saved' | 'content.deleted' | 'content.imported' | 'content.published' | 'content.restored' | 'content.overridden' | 'content.asked' | 'content.approved' | 'content.cancelled' | 'content.failed';

export interface Trace {
  readonly act: ContentAct;
  /** A text by its path, a revision by its number, a plan by its id. */
  readonly target: string;
  readonly reason?: string;
  readonly detail?: string;
}

export class Trail {
  constructor(private readonly deps: { readonly clock: Clock; readonly ids: Ids }) {}

  entry(by: ContentAuthor, { act, target, reason = '', detail = '' }: Trace): AuditEntry {
    const { clock, ids } = this.deps;
    return { id: ids.next(), at: clock.now(), staff: { id: by.staffId, name: by.name }, act, conversationId: null, target, reason, detail };
  }
}
