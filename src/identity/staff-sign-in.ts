/** Staff sign-in: password against its argon2 hash, lockout, and sessions whose tokens are stored only as hashes. */
import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { AuditEntry } from '../domain/audit.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { StaffId } from '../domain/ids.js';
import { InTurn } from '../domain/in-turn.js';
import type { Role, Staff } from '../domain/staff.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import { KEY_PREFIX, type ApiKeys } from './api-keys.js';

const SESSION_MS = 12 * 3_600_000;
/** Use is kept to the minute: a page asks many times a second. */
const SEEN_EVERY_MS = 60_000;
const LOCK_AFTER = 5;
const LOCK_MS = 15 * 60_000;
/** Checked when the e-mail is unknown, so that both answers take as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$7kBGiT0MnZ1WK9cTSWQWUTQIs4nS0V7cKpMk0Y4z0t4';

/** What the door knows of where somebody signs in. */
export interface SessionOrigin {
  readonly device?: string;
  readonly address?: string;
}

export interface StaffSignInDeps {
  readonly staff: StaffDirectory;
  readonly keys: Pick<ApiKeys, 'whoIs'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of the session, so that all its pages end with it: a copied tab has the same one. */
  readonly onSignedOut: (id: StaffId, sessionId: string) => void;
}

export class StaffSignIn {
  /** Whoever signs in on many screens at once is right on each: a try taken and not yet known to be right counts against the next. */
  readonly #trying = new InTurn<string>();

  constructor(private readonly deps: StaffSignInDeps) {}

  signIn(email: string, password: string, from: SessionOrigin = {}): Promise<{ token: string; staff: Staff } | Refusal> {
    return this.#trying.do(email, () => this.#signIn(email, password, from));
  }

  async #signIn(email: string, password: string, from: SessionOrigin): Promise<{ token: string; staff: Staff } | Refusal> {
    const { staff, clock } = this.deps;
    const now = clock.now();
    const found = await staff.credentials(email);
    const taken = found && (await staff.takeTry(found.staff.id, { now, most: LOCK_AFTER, lockUntil: now + LOCK_MS }));
    if (found && !taken) return refuse('locked');
    const isRight = await verify(found?.passwordHash ?? NOBODY, password).catch(() => false);
    if (!found || !isRight || !found.staff.isActive) {
      if (found && taken?.isLast) await this.deps.audit.add(this.#entry(found.staff, 'staff.locked', `${LOCK_AFTER} wrong passwords`));
      return refuse('unauthenticated');
    }
    await staff.recordFailure(found.staff.id, 0, null);
    return { token: await this.open(found.staff, 'password', from), staff: found.staff };
  }

  /** For somebody who has proved who they are. */
  async open(person: Staff, how: 'password' | 'oidc', from: SessionOrigin = {}): Promise<string> {
    const { staff, clock, ids } = this.deps;
    const now = clock.now();
    const token = ids.secret(32);
    await staff.openSession({ tokenHash: tokenHash(token), staffId: person.id, createdAt: now, expiresAt: now + SESSION_MS, seenAt: now, ...from }, this.#entry(person, 'staff.signed-in', how));
    return token;
  }

  /** Null for an unknown, closed or expired session or key, and for staff who were deactivated. */
  async whoIs(token: string): Promise<Staff | null> {
    if (token.startsWith(KEY_PREFIX)) return this.deps.keys.whoIs(token);
    const { staff, clock } = this.deps;
    const now = clock.now();
    const found = await staff.session(tokenHash(token), now);
    if (!found?.staff.isActive) return null;
    const { tokenHash: hash, seenAt } = found.session;
    if (now - (seenAt ?? 0) > SEEN_EVERY_MS) await staff.touchSession(hash, now);
    return found.staff;
  }

  /** Asked of a page that is open, which is no use of the session: with the role it began with, since what a page may do was read then. */
  async isSignedIn(token: string, role: Role): Promise<boolean> {
    const { keys, staff, clock } = this.deps;
    const person = token.startsWith(KEY_PREFIX) ? await keys.whoIs(token) : (await staff.session(tokenHash(token), clock.now()))?.staff;
    return person?.role === role;
  }

  /** Until when a session is good, epoch ms; null for a key, which has its own end. */
  async endOf(token: string): Promise<number | null> {
    const found = token.startsWith(KEY_PREFIX) ? null : await this.deps.staff.session(tokenHash(token), this.deps.clock.now());
    return found?.session.expiresAt ?? null;
  }

  async signOut(token: string): Promise<void> {
    const { staff, clock, onSignedOut } = this.deps;
    const found = await staff.session(tokenHash(token), clock.now());
    await staff.closeSession(tokenHash(token));
    if (found) onSignedOut(found.staff.id, sessionIdOfToken(token));
  }

  /** Of a lock nobody on staff is the author. */
  #entry({ id, name }: Staff, act: 'staff.signed-in' | 'staff.locked', detail: string): AuditEntry {
    const { ids, clock } = this.deps;
    const staff = act === 'staff.locked' ? null : { id, name };
    return { id: ids.next(), at: clock.now(), staff, act, conversationId: null, target: id, reason: '', detail };
  }
}

/** Argon2id with the library's defaults (19 MiB, 2 passes), as OWASP advises. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Names a session to people; opens nothing, and does not tell the token's hash. */
export function sessionIdOf(hash: string): string {
  return createHash('sha256').update(`session:${hash}`).digest('base64url').slice(0, 22);
}

export function sessionIdOfToken(token: string): string {
  return sessionIdOf(tokenHash(token));
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
