/** Looking after the accounts of staff: inviting, changing, deactivating, passwords and sessions; each act is kept in the audit log. */
import type { AuditEntry } from '../domain/audit.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { staffId } from '../domain/ids.js';
import type { StaffId } from '../domain/ids.js';
import type { Role, Staff } from '../domain/staff.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { PasswordLinks } from './password-links.js';
import { openSession } from './staff-sessions.js';
import type { OpenSession } from './staff-sessions.js';
import { hashPassword } from './staff-sign-in.js';

export interface StaffAccount {
  readonly staff: Staff;
  readonly hasPassword: boolean;
  readonly lockedUntil: number | null;
  readonly sessions: readonly OpenSession[];
}
export type StaffProfile = Omit<Staff, 'id'>;

export interface StaffAccountsDeps {
  readonly staff: StaffDirectory;
  readonly audit: AuditLog;
  readonly links: PasswordLinks;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told whenever somebody's sessions were ended, so that open pages end with them. */
  readonly onSignedOut: (id: StaffId) => void;
}

export class StaffAccounts {
  constructor(private readonly deps: StaffAccountsDeps) {}

  async list(): Promise<readonly StaffAccount[]> {
    const { staff, clock } = this.deps;
    const now = clock.now();
    const one = async (person: Staff): Promise<StaffAccount> => {
      const [credentials, sessions] = await Promise.all([staff.credentials(person.email), staff.sessionsOf(person.id, now)]);
      const lockedUntil = credentials?.lockedUntil ?? null;
      return { staff: person, hasPassword: Boolean(credentials?.passwordHash), lockedUntil: lockedUntil !== null && lockedUntil > now ? lockedUntil : null, sessions: sessions.map(openSession).reverse() };
    };
    return Promise.all((await staff.list()).map(one));
  }

  /** Somebody new has no password, and gets in by the link alone. `by`: null from the machine itself, where the first admin comes from. */
  async invite(by: Staff | null, profile: StaffProfile): Promise<Staff | Refusal> {
    if (await this.deps.staff.credentials(profile.email)) return refuse('conflict', 'another member of staff has this e-mail');
    const invited: Staff = { ...profile, id: staffId(this.deps.ids.next()) };
    await this.deps.staff.save(invited, null, this.#entry(by, 'staff.invited', invited.id, profile.role));
    return invited;
  }

  /** Nobody changes their own role or shuts themselves out: so one admin is always left. */
  async change(by: Staff, id: StaffId, profile: StaffProfile): Promise<Staff | Refusal> {
    const { staff } = this.deps;
    const before = await staff.find(id);
    if (!before) return refuse('not-found');
    if (id === by.id && (profile.role !== before.role || !profile.isActive)) return refuse('wrong-state', 'one’s own role stays');
    const namesake = await staff.credentials(profile.email);
    if (namesake && namesake.staff.id !== id) return refuse('conflict', 'another member of staff has this e-mail');
    const changed: Staff = { ...profile, id };
    await staff.save(changed, null, this.#entry(by, profile.isActive ? 'staff.changed' : 'staff.deactivated', id, `${before.role} → ${profile.role}`));
    // What a page may do was read when it connected.
    if (before.role !== profile.role || !profile.isActive) await this.#endSessions(id);
    return changed;
  }

  /** Where the operator's provider says who has which role, its word counts, also for one's own. */
  async roleByProvider(person: Staff, role: Role): Promise<Staff> {
    if (person.role === role) return person;
    const changed: Staff = { ...person, role };
    await this.deps.staff.save(changed, null, this.#entry(null, 'staff.changed', person.id, `${person.role} → ${role} (oidc)`));
    await this.#endSessions(person.id);
    return changed;
  }

  async link(by: Staff | null, id: StaffId): Promise<{ token: string; expiresAt: number } | Refusal> {
    const holder = await this.#holder(id);
    if (!holder) return refuse('not-found');
    await this.deps.audit.add(this.#entry(by, 'staff.password-link', id, ''));
    return this.deps.links.issue({ staffId: id, passwordHash: holder.passwordHash }, this.deps.clock.now());
  }

  /** Chosen by who has the link; every session from before ends, and a lock is lifted. */
  async choosePassword(token: string, password: string): Promise<{ email: string } | Refusal> {
    const { links, clock, staff } = this.deps;
    const claimed = links.staffIdOf(token);
    const holder = claimed === null ? null : await this.#holder(staffId(claimed));
    if (!holder || !links.opens({ staffId: holder.staff.id, passwordHash: holder.passwordHash }, token, clock.now())) return refuse('gone', 'the link was used or has lapsed');
    if (!(await staff.changePassword(holder.staff.id, { from: holder.passwordHash, to: await hashPassword(password) }, this.#entry(holder.staff, 'staff.password-chosen', holder.staff.id, '')))) return refuse('gone', 'the link was used or has lapsed');
    await staff.recordFailure(holder.staff.id, 0, null);
    await this.#endSessions(holder.staff.id);
    return { email: holder.staff.email };
  }

  async signOutEverywhere(by: Staff, id: StaffId): Promise<{ ended: number } | Refusal> {
    if (!(await this.deps.staff.find(id))) return refuse('not-found');
    const open = await this.deps.staff.sessionsOf(id, this.deps.clock.now());
    const entry = this.#entry(by, 'staff.signed-out', id, String(open.length));
    if (open.length === 0) await this.deps.audit.add(entry);
    return { ended: await this.#endSessions(id, entry) };
  }

  async #holder(id: StaffId): Promise<{ staff: Staff; passwordHash: string | null } | null> {
    const person = await this.deps.staff.find(id);
    return person?.isActive ? this.deps.staff.credentials(person.email) : null;
  }

  async #endSessions(id: StaffId, entry?: AuditEntry): Promise<number> {
    const open = await this.deps.staff.sessionsOf(id, this.deps.clock.now());
    for (const { tokenHash } of open) await this.deps.staff.closeSession(tokenHash, entry);
    this.deps.onSignedOut(id);
    return open.length;
  }

  #entry(by: Staff | null, act: string, target: StaffId, detail: string): AuditEntry {
    const { ids, clock } = this.deps;
    return { id: ids.next(), at: clock.now(), staff: by && { id: by.id, name: by.name }, act, conversationId: null, target, reason: '', detail };
  }
}
