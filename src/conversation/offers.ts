/** Offers what waits to who is free. Runs on every node; every effect is a claim, so running twice does nothing twice. */
import { offering, passing, withdrawing } from '../domain/conversation-steps.js';
import { isRefusal } from '../domain/errors.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import { OFFER_MS } from '../domain/staff.js';
import type { Match } from '../handoff/match.js';
import type { ConversationRoom } from './room.js';

export class Offers {
  #isAsked = false;
  #isRunning = false;
  #unsubscribe: (() => void) | null = null;

  constructor(private readonly room: ConversationRoom) {}

  start(): void {
    this.#unsubscribe = this.room.bus.subscribe((fact) => {
      if (fact.type === 'line.changed') this.ask();
    });
    this.ask();
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Many changes of one moment are matched once. */
  ask(): void {
    this.#isAsked = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    setImmediate(() => {
      void this.#run().finally(() => {
        this.#isRunning = false;
        if (this.#isAsked && this.#unsubscribe) this.ask();
      });
    });
  }

  async #run(): Promise<void> {
    this.#isAsked = false;
    try {
      await this.room.turnLock.run('line:match', async () => {
        for (const match of await this.room.line.nextOffers()) await this.#offer(match);
      });
    } catch (error) {
      this.room.logger.error({ error }, 'matching the line failed');
    }
  }

  async #offer({ conversationId, staffId, why }: Match): Promise<void> {
    const now = this.room.clock.now();
    const offer = { staffId, at: now, expiresAt: now + OFFER_MS };
    const changed = await this.room.record.change({
      id: conversationId,
      step: (current) => {
        const offered = offering(current, offer);
        return isRefusal(offered) ? offered : { conversation: offered, additions: [], result: null };
      },
    });
    if (isRefusal(changed)) return;
    this.room.logger.info({ conversationId, staffId, why }, 'offered');
    this.room.bus.publish({ type: 'offer.made', conversationId, offer });
    this.room.clock.after(OFFER_MS, () => void this.lapse(conversationId, staffId).catch((error: unknown) => this.room.logger.error({ error }, 'an offer could not lapse')));
  }

  /** The countdown ran out: the next in turn gets it. */
  async lapse(conversationId: ConversationId, staffId: StaffId): Promise<void> {
    await this.#take(conversationId, staffId, 'lapsed');
  }

  async decline(conversationId: ConversationId, staffId: StaffId): Promise<ReturnType<typeof passing>> {
    return this.#take(conversationId, staffId, 'declined');
  }

  /** The agent left the floor before answering. */
  async withdraw(conversationId: ConversationId, staffId: StaffId): Promise<void> {
    await this.#take(conversationId, staffId, 'withdrawn');
  }

  async #take(conversationId: ConversationId, staffId: StaffId, how: 'lapsed' | 'declined' | 'withdrawn'): Promise<ReturnType<typeof passing>> {
    const now = this.room.clock.now();
    const changed = await this.room.record.change({
      id: conversationId,
      step: (current) => {
        const isStillRunning = how === 'lapsed' && (current.offer?.expiresAt ?? 0) > now;
        if (isStillRunning) return { refused: 'conflict' };
        const passed = how === 'withdrawn' ? withdrawing(current, staffId) : passing(current, staffId, now);
        return isRefusal(passed) ? passed : { conversation: passed, additions: [], result: null };
      },
    });
    if (isRefusal(changed)) return changed;
    if ('duplicate' in changed) return { refused: 'internal' };
    this.room.bus.publish({ type: 'offer.withdrawn', conversationId, staffId, reason: how === 'withdrawn' ? 'left' : how === 'lapsed' ? 'lapsed' : 'taken' });
    return changed.conversation;
  }
}
