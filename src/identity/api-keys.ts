/** Keys of programs: made and revoked by admins, shown once, and read as the person whose rights they borrow. */
import { createHash } from 'node:crypto';
import type { ApiKey } from '../domain/api-key.js';
import type { AuditEntry } from '../domain/audit.js';
import { refuse, type Refusal } from '../domain/errors.js';
import { staffId } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';
import type { ApiKeyBook } from '../ports/api-key-book.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import { mayByRole, ROLE_PERMISSIONS, type RolePermission } from './permissions.js';

export const KEY_PREFIX = 'jbk_';
/** Nobody makes keys, or looks after people, with a key. */
const NEVER: ReadonlySet<RolePermission> = new Set<RolePermission>(['staff.manage', 'keys.manage']);
export const SCOPES = ROLE_PERMISSIONS.filter((permission) => !NEVER.has(permission));
/** When it was used last is kept to the minute, so that a busy program does not write with every call. */
const USED_EVERY_MS = 60_000;
const SECRET_BYTES = 32;

export interface KeyWish {
  readonly name: string;
  readonly staffId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

export interface ApiKeysDeps {
  readonly keys: ApiKeyBook;
  readonly staff: StaffDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

export class ApiKeys {
  constructor(private readonly deps: ApiKeysDeps) {}

  list(): Promise<readonly ApiKey[]> {
    return this.deps.keys.list();
  }

  /** The key in clear is in this answer and nowhere else. */
  async issue(by: Staff, wish: KeyWish): Promise<{ key: ApiKey; secret: string } | Refusal> {
    const { keys, staff, clock, ids } = this.deps;
    const now = clock.now();
    const person = await staff.find(staffId(wish.staffId));
    if (!person?.isActive) return refuse('not-found', 'nobody with this id works here');
    const excess = wish.scopes.filter((scope) => !SCOPES.some((known) => known === scope && mayByRole({ kind: 'staff', staff: person }, known)));
    if (excess.length > 0 || wish.scopes.length === 0) return refuse('bad-request', excess.length > 0 ? `this person may not: ${excess.join(', ')}` : 'at least one scope');
    if (wish.expiresAt !== null && wish.expiresAt <= now) return refuse('bad-request', 'expiresAt lies in the past');
    const secret = `${KEY_PREFIX}${ids.secret(SECRET_BYTES)}`;
    const key: ApiKey = {
      id: ids.next(), name: wish.name, staffId: person.id, scopes: [...new Set(wish.scopes)], createdBy: by.id, createdAt: now, expiresAt: wish.expiresAt, revokedAt: null, lastUsedAt: null,
    };
    await keys.add(key, hashOf(secret), this.#entry(by, { act: 'key.issued', target: key.id, detail: `${key.name}: ${key.scopes.join(', ')}` }));
    return { key, secret };
  }

  async revoke(by: Staff, id: string): Promise<{ readonly revoked: true } | Refusal> {
    if (!(await this.deps.keys.revoke(id, this.deps.clock.now(), this.#entry(by, { act: 'key.revoked', target: id, detail: '' })))) return refuse('not-found');
    return { revoked: true };
  }

  /** Null for what is no key, is revoked or over, or belongs to somebody who was shut out. */
  async whoIs(token: string): Promise<Staff | null> {
    if (!token.startsWith(KEY_PREFIX)) return null;
    const { keys, staff, clock } = this.deps;
    const key = await keys.findByHash(hashOf(token));
    const now = clock.now();
    if (key === null || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) return null;
    const person = await staff.find(key.staffId);
    if (!person?.isActive) return null;
    if (now - (key.lastUsedAt ?? 0) >= USED_EVERY_MS) await keys.used(key.id, now);
    return { ...person, scopes: key.scopes };
  }

  #entry(by: Staff, { act, target, detail }: { act: string; target: string; detail: string }): AuditEntry {
    const { clock, ids } = this.deps;
    return { id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, act, conversationId: null, target, reason: '', detail };
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
