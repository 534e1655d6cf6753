/** What the use cases of this room share: the book, the record to read from, the operator's systems and the clock. */
import type { Alert, AlertedCase } from '../domain/alert.js';
import type { AuditedAct, AuditEntry } from '../domain/audit.js';
import { nextDue } from '../domain/case.js';
import type { Case, CasePerson } from '../domain/case.js';
import type { CaseRules } from '../domain/case-rules.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { CaseId } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';
import type { Bus } from '../ports/bus.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { CaseBook, Follows } from '../ports/case-book.js';
import type { Clock } from '../ports/clock.js';
import type { ConversationLog } from '../ports/conversation-log.js';
import type { ErrandBook } from '../ports/errand-book.js';
import type { Ids } from '../ports/ids.js';
import type { PresenceBoard } from '../ports/presence-board.js';
import type { ServiceOrders } from '../ports/service-orders.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { WaitingLine } from '../ports/waiting-line.js';

export interface CaseRoom {
  readonly book: CaseBook;
  readonly log: ConversationLog;
  readonly waitingLine: WaitingLine;
  readonly board: PresenceBoard;
  readonly staff: StaffDirectory;
  readonly business: BusinessSystem;
  readonly orders: ServiceOrders;
  readonly errands: ErrandBook;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  /** As they are in force now. */
  readonly rules: () => CaseRules;
  readonly onTrouble: (error: unknown, what: string) => void;
}

export const personOf = ({ id, name }: Pick<Staff, 'id' | 'name'>): CasePerson => ({ staffId: id, name });

/** Of one change of a case each kind is raised once. */
export const alertOf = (kind: string, { id, version }: Pick<Case, 'id' | 'version'>, at: number): Pick<Alert, 'id' | 'at' | 'kind'> => ({ id: `${kind}:${id}:${version}`, at, kind });

/** What an alert says of its case, so that it is over when the case moves on. */
export const alerted = (one: Case): AlertedCase => ({ id: one.id, dueAt: nextDue(one) });

/** One change, and once it is durable the word of it. */
export async function changeCase(room: CaseRoom, id: CaseId, step: (one: Case) => Case | Refusal, follows: Follows<Case> = {}): Promise<Case | Refusal> {
  const changed = await room.book.change(id, step, follows);
  if (isRefusal(changed)) return changed;
  room.bus.publish({ type: 'case.changed', case: changed, news: follows.news ?? null });
  raise(room, follows.alert?.(changed) ?? null);
  return changed;
}

/** It is kept already, with the change it is of. */
export function raise({ bus }: Pick<CaseRoom, 'bus'>, alert: Alert | null): void {
  if (alert) bus.publish({ type: 'alert.raised', ...alert });
}

/** What is kept of a sensitive act with the change that it is. */
export function auditOf({ ids, clock }: Pick<CaseRoom, 'ids' | 'clock'>, { id, name }: Staff, act: { readonly act: AuditedAct; readonly reason?: string; readonly detail?: (one: Case) => string }): (one: Case) => AuditEntry {
  const { reason = '', detail = () => '' } = act;
  const entry = { id: ids.next(), at: clock.now(), staff: { id, name }, act: act.act, reason };
  return (one) => ({ ...entry, conversationId: one.conversationId, target: one.number, detail: detail(one) });
}
