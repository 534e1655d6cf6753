/** Tells supervisors who have the board in front how the floor stands: soon after it moved, and now and then anyway. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Board } from '../../handoff/board.js';
import type { StaffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import type { Clock } from '../../ports/clock.js';
import type { WireBoard } from '../../protocol/board.js';
import type { Logger } from '../../telemetry/logger.js';
import { masked } from '../wire.js';
import type { DeskSession } from './desk-session.js';

/** However fast the floor moves, the board is drawn once a second. */
const SOON_MS = 1000;
/** Silence grows without any event. */
const ANYWAY_MS = 10_000;
const LIVE_ROWS = 300;

export class BoardTeller {
  #cancel: (() => void) | null = null;
  #isSoon = false;

  constructor(
    private readonly deps: { readonly conversations: Conversations; readonly clock: Clock; readonly logger: Logger },
    private readonly sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>,
  ) {}

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Something moved. */
  moved(): void {
    if (this.#isSoon || this.#watchers().length === 0) return;
    this.#isSoon = true;
    this.#tellIn(SOON_MS);
  }

  #tellIn(delayMs: number): void {
    this.#cancel?.();
    this.#cancel = this.deps.clock.after(delayMs, () => {
      this.#isSoon = false;
      this.#tell().catch((error: unknown) => this.deps.logger.error({ error }, 'the supervisors’ board could not be told'));
    });
  }

  async #tell(): Promise<void> {
    if (this.#watchers().length === 0) return;
    const board = toWireBoard(await this.deps.conversations.board.now());
    for (const session of this.#watchers()) session.socket.emit('board', board);
    if (!this.#isSoon) this.#tellIn(ANYWAY_MS);
  }

  #watchers(): readonly DeskSession[] {
    return [...this.sessions.values()].flatMap((sessions) =>
      [...sessions].filter((session) => session.hasBoard && mayByRole({ kind: 'staff', staff: session.staff }, 'line.supervise')),
    );
  }
}

export function toWireBoard({ live, ...board }: Board): WireBoard {
  const chats = live.slice(0, LIVE_ROWS).map(({ conversation, mood, unansweredSince }) => {
    const { id, identity, waiting, owner, memory, createdAt } = conversation;
    return {
      conversationId: id,
      subscriber: identity ? masked(identity.msisdn) : null,
      headline: waiting?.headline ?? memory.recent.at(-1) ?? '',
      skill: waiting?.skillGroup ?? null,
      ...{ mood, unansweredSince },
      since: owner?.since ?? createdAt,
      ownerId: owner?.staffId ?? '',
      ownerName: owner?.name ?? '',
    };
  });
  return { ...board, live: chats };
}
