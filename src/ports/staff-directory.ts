/** Staff, their passwords (as argon2 hashes) and their sessions (only a hash of each token is stored). */
import type { AuditEntry } from '../domain/audit.js';
import type { StaffId } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';

export interface StaffSession {
  readonly tokenHash: string;
  readonly staffId: StaffId;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When it was last used, to the minute or so; absent in what was opened before that was kept. */
  readonly seenAt?: number;
  /** What the browser called itself, and from which address. */
  readonly device?: string;
  readonly address?: string;
}

export interface TryLimit {
  readonly now: number;
  readonly most: number;
  readonly lockUntil: number;
}

export interface StaffDirectory {
  /** The entry of an act is kept with it, here and below. */
  save(staff: Staff, passwordHash: string | null, audit?: AuditEntry): Promise<void>;
  /** False when another password is there by now, or somebody was shut out: a link is used once, and reopens nothing. */
  changePassword(id: StaffId, hashes: { readonly from: string | null; readonly to: string }, audit?: AuditEntry): Promise<boolean>;
  find(id: StaffId): Promise<Staff | null>;
  /** E-mail is compared without regard to case. */
  credentials(email: string): Promise<{ staff: Staff; passwordHash: string | null; failures: number; lockedUntil: number | null } | null>;
  /** Counts a try before its password is looked at, so that of many at once none goes uncounted; the last of `most` locks until then. Null while it is locked. */
  takeTry(id: StaffId, limit: TryLimit): Promise<{ readonly isLast: boolean } | null>;
  recordFailure(id: StaffId, failures: number, lockedUntil: number | null): Promise<void>;
  list(): Promise<readonly Staff[]>;
  openSession(session: StaffSession, audit?: AuditEntry): Promise<void>;
  session(tokenHash: string, now: number): Promise<{ session: StaffSession; staff: Staff } | null>;
  /** Not yet expired, oldest first. */
  sessionsOf(id: StaffId, now: number): Promise<readonly StaffSession[]>;
  closeSession(tokenHash: string, audit?: AuditEntry): Promise<void>;
  /** It was used at this time; one that is closed stays closed. */
  touchSession(tokenHash: string, seenAt: number): Promise<void>;
}
