/**
 * Who of the staff is there. A staff member is there while `leaseUntil` is ahead: the node that holds a socket keeps
 * pushing it forward, and nobody needs to notice that a node died.
 */
import type { StaffId } from '../domain/ids.js';
import type { PresenceStatus } from '../domain/staff.js';

export interface PresenceRow {
  readonly staffId: StaffId;
  readonly status: PresenceStatus;
  readonly capacity: number;
  readonly leaseUntil: number;
  /** False from the moment the last socket closed; offers go only to those connected. */
  readonly isConnected: boolean;
  /** When the last service ended or they came online; longest idle is served first. */
  readonly idleSince: number;
  /** Offers in a row that were left unanswered. */
  readonly lapses: number;
  /** No new offers before this, epoch ms. */
  readonly wrapUpUntil: number;
}

export interface PresenceBoard {
  /** Creates or changes the row; the lease is set as well. */
  set(row: PresenceRow): Promise<void>;
  find(staffId: StaffId): Promise<PresenceRow | null>;
  all(): Promise<readonly PresenceRow[]>;
  /** Sets the lease and `isConnected` of those given; unknown ones are left out. */
  renew(staffIds: readonly StaffId[], leaseUntil: number, isConnected: boolean): Promise<void>;
  /** A service ended: idle from then on, and wrapping up until then. */
  touchIdle(staffId: StaffId, idleSince: number, wrapUpUntil: number): Promise<void>;
  /** Counts one more, and answers how many there are now; 0 for an unknown one. */
  countLapse(staffId: StaffId): Promise<number>;
  clearLapses(staffId: StaffId): Promise<void>;
}
