/**
 * Publications that wait, and who is at work on which text right now.
 *
 * Promises: a plan `add` resolved for is durable with its texts; `move` and `claim` change it only from what was named, so of two nodes
 * or two editors one is told no; a claim that was not finished is due again once its lease has run out.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { ContentText } from '../domain/content.js';
import type { EditorAtWork, PlannedPublication, PlanState } from '../domain/planned-publication.js';

export interface ContentPlans {
  /** The entry of an act is kept with it, here and below. */
  add(plan: PlannedPublication, texts: readonly ContentText[], audit?: AuditEntry): Promise<void>;
  find(id: string): Promise<PlannedPublication | null>;
  /** All that wait, and of those that ended the `limit` asked for last; newest first. */
  list(limit: number): Promise<readonly PlannedPublication[]>;
  textsOf(id: string): Promise<readonly ContentText[]>;
  /** False when it is no longer in a state of `from`, or with `unclaimedAt` when somebody's lease runs then. */
  move(plan: PlannedPublication, from: readonly PlanState[], also?: { readonly unclaimedAt?: number; readonly audit?: AuditEntry | null }): Promise<boolean>;
  /** Scheduled for now or before, and claimed by nobody whose lease still runs. */
  due(now: number): Promise<readonly PlannedPublication[]>;
  claim(id: string, lease: { readonly now: number; readonly until: number }): Promise<boolean>;
  /** A sign of life of an editor at a text; replaces the one before from the same tab. */
  see(tab: string, at: EditorAtWork): Promise<void>;
  leave(staffId: string, tab: string): Promise<void>;
  /** Seen since then; each editor once at each text. */
  atWork(since: number): Promise<readonly EditorAtWork[]>;
}
