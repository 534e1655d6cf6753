/** Which staff hold a socket on this node, and the lease on the presence board that this keeps alive. */
import type { StaffId } from '../domain/ids.js';
import { InTurn } from '../domain/in-turn.js';
import { DEFAULT_CAPACITY, OWNER_GRACE_MS } from '../domain/staff.js';
import type { PresenceStatus } from '../domain/staff.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { PresenceBoard, PresenceRow } from '../ports/presence-board.js';

/** Three renewals fit into one grace period, so that one late one costs nobody their conversations. */
const RENEW_MS = OWNER_GRACE_MS / 3;
/** So that what somebody had is back in the line a grace period after their node died, with the sweep that finds it. */
const HELD_LEASE_MS = OWNER_GRACE_MS - 1000;
/** Without a renewal for so long leases here may lapse before the next one, and so may those of other nodes. */
const LONGEST_SILENCE_MS = HELD_LEASE_MS - RENEW_MS;

export class Presence {
  readonly #sockets = new Map<StaffId, number>();
  /** For each of the staff a change reads what the one before it left: who says "online" with the first breath is not overtaken by having arrived. */
  readonly #writing = new InTurn<StaffId>();
  #stopRenewing: (() => void) | null = null;
  /** When the board last took what this node had to say; null before it has to say anything. */
  #heardAt: number | null = null;
  /** After a silence every node is given the time to say who is there. */
  #knowsFrom = -Infinity;

  constructor(private readonly deps: { board: PresenceBoard; bus: Bus; clock: Clock }) {}

  /** Keeps the leases of everybody with a socket here; runs until `stop`. */
  start(): void {
    const tick = () => {
      void this.#renew().catch(() => undefined);
      this.#stopRenewing = this.deps.clock.after(RENEW_MS, tick);
    };
    this.#heardAt = this.deps.clock.now();
    this.#stopRenewing = this.deps.clock.after(RENEW_MS, tick);
  }

  stop(): void {
    this.#stopRenewing?.();
  }

  /** False while a lapsed lease says nothing: the database, or this process, was away for so long that nobody could renew hers. */
  get knowsWhoIsGone(): boolean {
    const now = this.deps.clock.now();
    return now >= this.#knowsFrom && (this.#heardAt === null || now - this.#heardAt <= LONGEST_SILENCE_MS);
  }

  async #renew(): Promise<void> {
    const { board, clock } = this.deps;
    const here = [...this.#sockets.keys()];
    await (here.length > 0 ? board.renew(here, this.#lease(HELD_LEASE_MS), true) : board.all());
    const now = clock.now();
    if (this.#heardAt !== null && now - this.#heardAt > LONGEST_SILENCE_MS) this.#knowsFrom = now + OWNER_GRACE_MS;
    this.#heardAt = now;
  }

  socketOpened(staffId: StaffId): Promise<PresenceRow> {
    this.#sockets.set(staffId, (this.#sockets.get(staffId) ?? 0) + 1);
    return this.#writing.do(staffId, () => this.#arrived(staffId));
  }

  async #arrived(staffId: StaffId): Promise<PresenceRow> {
    const known = await this.deps.board.find(staffId);
    // A page that comes back within the grace is where it was; after that, presence is offline until set.
    const isBack = known !== null && known.leaseUntil > this.deps.clock.now();
    return this.#write({
      staffId,
      status: isBack ? known.status : 'offline',
      capacity: known?.capacity ?? DEFAULT_CAPACITY,
      idleSince: known?.idleSince ?? this.deps.clock.now(),
      lapses: known?.lapses ?? 0,
      wrapUpUntil: known?.wrapUpUntil ?? 0,
    });
  }

  async socketClosed(staffId: StaffId): Promise<void> {
    const left = (this.#sockets.get(staffId) ?? 1) - 1;
    if (left > 0) {
      this.#sockets.set(staffId, left);
      return;
    }
    this.#sockets.delete(staffId);
    await this.#writing.do(staffId, () => this.#left(staffId));
  }

  async #left(staffId: StaffId): Promise<void> {
    // A page that was loaded anew may be back already.
    if (this.#sockets.has(staffId)) return;
    await this.deps.board.renew([staffId], this.#lease(), false);
    const row = await this.deps.board.find(staffId);
    if (row) this.#tell(row);
  }

  set(staffId: StaffId, status: PresenceStatus, capacity?: number): Promise<PresenceRow> {
    return this.#writing.do(staffId, () => this.#say(staffId, status, capacity));
  }

  async #say(staffId: StaffId, status: PresenceStatus, capacity: number | undefined): Promise<PresenceRow> {
    const known = await this.deps.board.find(staffId);
    const comesOnline = status === 'online' && known?.status !== 'online';
    return this.#write({
      staffId,
      status,
      capacity: capacity ?? known?.capacity ?? DEFAULT_CAPACITY,
      idleSince: comesOnline || !known ? this.deps.clock.now() : known.idleSince,
      // Whoever says that she is ready is: nothing from before counts against her.
      lapses: status === 'online' ? 0 : (known?.lapses ?? 0),
      wrapUpUntil: status === 'online' ? 0 : (known?.wrapUpUntil ?? 0),
    });
  }

  /** After a restart of the only node everybody gets one grace period to come back. */
  async graceForAll(): Promise<void> {
    const rows = await this.deps.board.all();
    const lately = rows.filter((row) => row.status !== 'offline').map((row) => row.staffId);
    await this.deps.board.renew(lately, this.#lease(), false);
  }

  async #write(row: Omit<PresenceRow, 'leaseUntil' | 'isConnected'>): Promise<PresenceRow> {
    const isConnected = this.#sockets.has(row.staffId);
    const full = { ...row, leaseUntil: this.#lease(isConnected ? HELD_LEASE_MS : OWNER_GRACE_MS), isConnected };
    await this.deps.board.set(full);
    this.#tell(full);
    return full;
  }

  #tell(row: PresenceRow): void {
    this.deps.bus.publish({
      type: 'presence.changed',
      presence: { staffId: row.staffId, status: row.status, capacity: row.capacity, goneSince: row.isConnected ? null : this.deps.clock.now(), idleSince: row.idleSince },
    });
    this.deps.bus.publish({ type: 'line.changed' });
  }

  #lease(ms = OWNER_GRACE_MS): number {
    return this.deps.clock.now() + ms;
  }
}
