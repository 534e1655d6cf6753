/** Tells desks what calls for somebody's attention beside the chats: alerts, cases, follow-ups of low ratings. The bus is a hint: alerts are looked for in their book as well. */
import type { Alert } from '../../domain/alert.js';
import type { Case } from '../../domain/case.js';
import type { Fact } from '../../domain/facts.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { StaffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import type { RolePermission } from '../../identity/permissions.js';
import type { AlertBook } from '../../ports/alert-book.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../telemetry/logger.js';
import { toDeskCase } from '../case-wire.js';
import { toWireFollowUp } from '../follow-up-wire.js';
import type { DeskSession } from './desk-session.js';

const may = ({ staff }: DeskSession, permission: RolePermission): boolean => mayByRole({ kind: 'staff', staff }, permission);

type Raised = Extract<Fact, { type: 'alert.raised' }>;

export interface DeskNoticesDeps {
  readonly alerts: AlertBook;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the bus lost is found this late at most. */
const LOOK_EVERY_MS = 10_000;
/** Clocks of nodes differ, and what was raised earlier may be stored later. */
const OVERLAP_MS = 60_000;
const AT_ONCE = 50;
/** Longer than a weekend. */
const KEPT_MS = 4 * 24 * 3_600_000;
const PRUNE_EVERY_MS = 3_600_000;

export class DeskNotices {
  /** When each alert was raised that the pages here were told. */
  readonly #told = new Map<string, number>();
  #cancelLooking: () => void = () => undefined;
  #prunedAt = -Infinity;
  #isStopped = false;

  constructor(
    private readonly deps: DeskNoticesDeps,
    private readonly sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>,
  ) {}

  start(): void {
    const { clock, logger } = this.deps;
    this.#cancelLooking = clock.after(LOOK_EVERY_MS, () => {
      void this.look()
        .catch((error: unknown) => logger.error({ error }, 'alerts could not be looked for'))
        .finally(() => {
          if (!this.#isStopped) this.start();
        });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelLooking();
  }

  /** Tells what the bus did not: its node went down with the word of it, or nothing came through. */
  async look(): Promise<void> {
    const { alerts, clock } = this.deps;
    const now = clock.now();
    for (const [id, at] of this.#told) if (at < now - 2 * OVERLAP_MS) this.#told.delete(id);
    if (this.sessions.size > 0) for (const alert of await alerts.since(now - OVERLAP_MS, AT_ONCE)) this.tellAlert({ type: 'alert.raised', ...alert });
    if (now - this.#prunedAt < PRUNE_EVERY_MS) return;
    this.#prunedAt = now;
    await alerts.prune(now - KEPT_MS);
  }

  /** What was raised while this page was away; it knows by their ids what it has seen. */
  async catchUp(session: DeskSession, after: number): Promise<void> {
    for (const alert of await this.deps.alerts.since(Math.max(after, this.deps.clock.now() - KEPT_MS) - OVERLAP_MS, AT_ONCE)) tellAlertTo(session, alert);
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
  tellAlert(raised: Raised): void {
    const { id, at } = raised;
    if (id !== undefined && this.#told.has(id)) return;
    if (id !== undefined) this.#told.set(id, at ?? this.deps.clock.now());
    for (const session of this.#all()) tellAlertTo(session, raised);
  }

  *#all(): Iterable<DeskSession> {
    for (const sessions of this.sessions.values()) yield* sessions;
  }
}

function tellAlertTo(session: DeskSession, { kind, conversationId, text, staffIds, toOneself, ofCase, id, at, ...raised }: Raised | Alert): void {
  const isNamed = staffIds?.includes(session.staff.id) ?? false;
  if (!isNamed && !may(session, 'line.supervise')) return;
  const said = toOneself?.staffId === session.staff.id ? toOneself.text : text;
  const isOnBoard = 'key' in raised && raised.key !== undefined;
  const kept = id === undefined || at === undefined ? {} : { id, at };
  session.socket.emit('alert', { kind, conversationId, isOnBoard, text: typeof said === 'string' ? said : said[session.locale], ...kept, ...(ofCase === undefined ? {} : { ofCase }) });
}
