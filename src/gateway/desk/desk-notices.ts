/** Tells desks what calls for somebody's attention beside the chats: alerts, cases, follow-ups of low ratings. */
import type { Case } from '../../domain/case.js';
import type { Fact } from '../../domain/facts.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { StaffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import type { RolePermission } from '../../identity/permissions.js';
import { toDeskCase } from '../case-wire.js';
import { toWireFollowUp } from '../follow-up-wire.js';
import type { DeskSession } from './desk-session.js';

const may = ({ staff }: DeskSession, permission: RolePermission): boolean => mayByRole({ kind: 'staff', staff }, permission);

export class DeskNotices {
  readonly #sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>;

  constructor(sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>) {
    this.#sessions = sessions;
  }

  /** To whom answers for it, and to supervisors. */
  tellCase(one: Case): void {
    const told = toDeskCase(one);
    for (const session of this.#all()) {
      const { id } = session.staff;
      const answers = one.owner?.staffId === id || one.handler?.staffId === id || (one.conversationId !== null && session.watching.has(one.conversationId));
      if (answers || may(session, 'cases.supervise')) session.socket.emit('case', told);
    }
  }

  tellFollowUp(one: FollowUp): void {
    const told = toWireFollowUp(one);
    for (const session of this.#all()) if (may(session, 'follow-ups.use')) session.socket.emit('follow-up', told);
  }

  /** Who is spoken of is spoken to. */
  tellAlert({ kind, conversationId, text, staffIds, key, toOneself, ofCase }: Extract<Fact, { type: 'alert.raised' }>): void {
    for (const session of this.#all()) {
      const isNamed = staffIds?.includes(session.staff.id) ?? false;
      if (!isNamed && !may(session, 'line.supervise')) continue;
      const said = toOneself?.staffId === session.staff.id ? toOneself.text : text;
      session.socket.emit('alert', { kind, conversationId, isOnBoard: key !== undefined, text: typeof said === 'string' ? said : said[session.locale], ...(ofCase === undefined ? {} : { ofCase }) });
    }
  }

  *#all(): Iterable<DeskSession> {
    for (const sessions of this.#sessions.values()) yield* sessions;
  }
}
