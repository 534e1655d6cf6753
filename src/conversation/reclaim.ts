/** Takes conversations back from agents who are gone, and offers and questions from who did not answer. Runs on every node. */
import type { StaffId } from '../domain/ids.js';
import { reclaim } from './agent-acts.js';
import { giveUpSilentHub, takeBackFromHub } from './hub.js';
import type { Offers } from './offers.js';
import type { ConversationRoom } from './room.js';
import { returnUnanswered } from './silent-agents.js';
import { lapsePass } from './team-acts.js';
import { giveUpWaiting, openNow } from './when-nobody-comes.js';

const SWEEP_MS = 1000;

export class Reclaim {
  #stop: (() => void) | null = null;

  constructor(
    private readonly room: ConversationRoom,
    private readonly offers: Offers,
  ) {}

  start(): void {
    const again = () => {
      this.#stop = this.room.clock.after(SWEEP_MS, () => {
        void this.sweep()
          .catch((error: unknown) => this.room.logger.error({ error }, 'the sweep failed'))
          .finally(() => {
            if (this.#stop) again();
          });
      });
    };
    again();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Returns how many conversations went back into the line, or out of it. */
  async sweep(): Promise<number> {
    const now = this.room.clock.now();
    const [rows, live, queued] = await Promise.all([this.room.board.all(), this.room.waitingLine.live(), this.room.waitingLine.queued()]);
    const leases = new Map(rows.map((row) => [row.staffId, row]));
    let count = 0;
    // Looked at after the board was read: what was away then is known by now.
    const isKnown = this.room.presence.knowsWhoIsGone;
    for (const conversation of live) {
      const ownerId = conversation.owner?.staffId;
      if (!isKnown || ownerId === undefined || (leases.get(ownerId)?.leaseUntil ?? 0) > now) continue;
      if (await reclaim(this.room, conversation.id, ownerId, 'agent-gone')) count += 1;
    }
    for (const conversation of live) await lapsePass(this.room, conversation);
    count += await returnUnanswered(this.room, live);
    if (this.room.hub) for (const conversation of await this.room.waitingLine.atHub()) if (await giveUpSilentHub(this.room, conversation)) count += 1;
    for (const conversation of live) if (await takeBackFromHub(this.room, conversation)) count += 1;
    let isSomebodyReady = false;
    const isOpen = openNow(this.room);
    for (const conversation of queued) {
      const { id, offer } = conversation;
      if (await giveUpWaiting(this.room, conversation, isOpen)) {
        count += 1;
      } else if (!offer) {
        isSomebodyReady = true;
      } else if (offer.expiresAt <= now) {
        await this.offers.lapse(id, offer.staffId);
      } else {
        const row = leases.get(offer.staffId);
        // Her node may have died: then nobody has said that she is gone, and her lease runs out.
        if (!row?.isConnected || row.leaseUntil <= now || row.status !== 'online') await this.offers.withdraw(id, offer.staffId);
      }
    }
    // Passes cool down with time alone, which no fact announces.
    if (isSomebodyReady) this.offers.ask();
    return count;
  }

  /** Somebody signed off for the day: what she had goes back at once, nobody waits for a lease to run out. */
  async releaseAll(staffId: StaffId): Promise<void> {
    for (const conversation of await this.room.waitingLine.liveOf(staffId)) {
      await reclaim(this.room, conversation.id, staffId, 'returned');
    }
  }
}
