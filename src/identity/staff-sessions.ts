/** Where somebody of staff is signed in: their own list, ending one or all others, and an admin ending another's; audited. */
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { StaffId } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { StaffDirectory, StaffSession } from '../ports/staff-directory.js';
import { sessionIdOf, sessionIdOfToken } from './staff-sign-in.js';

export interface OpenSession extends Omit<StaffSession, 'tokenHash' | 'staffId'> {
  readonly id: string;
}

export interface StaffSessionsDeps {
  readonly staff: StaffDirectory;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told of each session that was ended, so that its pages end with it. */
  readonly onEnded: (id: StaffId, sessionId: string) => void;
}

export class StaffSessions {
  constructor(private readonly deps: StaffSessionsDeps) {}

  /** Newest first. */
  async of(id: StaffId): Promise<readonly OpenSession[]> {
    const open = await this.deps.staff.sessionsOf(id, this.deps.clock.now());
    return open.map(openSession).reverse();
  }

  /** One of one's own, or an admin's act on another's: the door decides who may. */
  async end(by: Staff, id: StaffId, sessionId: string): Promise<null | Refusal> {
    const ended = await this.#end(by, id, (one) => one === sessionId);
    return ended > 0 ? null : refuse('not-found', 'no such session');
  }

  /** Everywhere but here. */
  endOthers(by: Staff, token: string): Promise<number> {
    const own = sessionIdOfToken(token);
    return this.#end(by, by.id, (one) => one !== own);
  }

  async #end(by: Staff, id: StaffId, isMeant: (sessionId: string) => boolean): Promise<number> {
    const { staff, clock, ids, onEnded } = this.deps;
    const now = clock.now();
    const meant = (await staff.sessionsOf(id, now)).filter(({ tokenHash }) => isMeant(sessionIdOf(tokenHash)));
    for (const { tokenHash, device = '' } of meant) {
      await staff.closeSession(tokenHash, { id: ids.next(), at: now, staff: { id: by.id, name: by.name }, act: 'staff.session-ended', conversationId: null, target: id, reason: '', detail: device });
      onEnded(id, sessionIdOf(tokenHash));
    }
    return meant.length;
  }
}

export function openSession({ tokenHash, staffId: _who, ...session }: StaffSession): OpenSession {
  return { id: sessionIdOf(tokenHash), ...session };
}
