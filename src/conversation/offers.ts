/** Offers what waits to who is free. Runs on every node; every effect is a claim, so running twice does nothing twice. */
import type { Conversation, Offer, PassedOffer } from '../domain/conversation.js';
import { offering, passing, withdrawing } from '../domain/conversation-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { Match } from '../handoff/match.js';
import { accept } from './agent-acts.js';
import type { ConversationRoom } from './room.js';
import { setAwayUnanswered } from './silent-agents.js';

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
        const matches = await this.room.line.nextOffers();
        // Different conversations: their changes may share a transaction.
        await Promise.all(matches.map((match) => this.#offer(match)));
      });
    } catch (error) {
      this.room.logger.error({ error }, 'matching the line failed');
    }
  }

  async #offer({ conversationId, staffId, why }: Match): Promise<void> {
    const now = this.room.clock.now();
    const { offerSeconds, isAutoAccept } = this.room.settings.current('line');
    const offer = { staffId, at: now, expiresAt: now + offerSeconds * 1000, why };
    const changed = await this.room.record.change({
      id: conversationId,
      step: (current) => {
        const offered = offering(current, offer);
        return isRefusal(offered) ? offered : { conversation: offered, additions: [], result: null };
      },
    });
    if (isRefusal(changed)) return;
    this.room.logger.info({ conversationId, staffId, why }, 'offered');
    if (isAutoAccept && (await this.#acceptFor(conversationId, staffId))) return;
    this.room.bus.publish({ type: 'offer.made', conversationId, offer });
    this.room.clock.after(offerSeconds * 1000, () => void this.lapse(conversationId, staffId).catch((error: unknown) => this.room.logger.error({ error }, 'an offer could not lapse')));
  }

  /** The conversation as this offer was made on it, without asking the database when it is at hand; else as it stands. */
  async madeOn(id: ConversationId, offer: Offer): Promise<Conversation | null> {
    const known = this.room.log.lastKnown(id);
    return known !== null && isSame(known.offer, offer) ? known : this.room.log.find(id);
  }

  /** False when this node knows that the offer `made` was read with is over. What it remembers from before, while another node had the conversation, says nothing of it. */
  mayStand(made: Conversation): boolean {
    const known = this.room.log.lastKnown(made.id);
    return known === null || known.updatedAt <= made.updatedAt || (made.offer !== null && isSame(known.offer, made.offer));
  }

  async #acceptFor(conversationId: ConversationId, staffId: StaffId): Promise<boolean> {
    const staff = await this.room.staff.find(staffId);
    return staff !== null && !isRefusal(await accept(this.room, staff, conversationId, 'auto'));
  }

  /** The countdown ran out: the next in turn gets it. An agent who lets several lapse is not there. */
  async lapse(conversationId: ConversationId, staffId: StaffId): Promise<void> {
    if (isRefusal(await this.#take(conversationId, staffId, { how: 'lapsed' }))) return;
    const isAway = await setAwayUnanswered(this.room, staffId);
    if (isAway) await this.withdrawAll(staffId);
  }

  async decline(conversationId: ConversationId, staffId: StaffId, reason = ''): Promise<Conversation | Refusal> {
    const taken = await this.#take(conversationId, staffId, { how: 'declined', ...(reason === '' ? {} : { reason }) });
    if (isRefusal(taken)) return taken;
    await this.room.board.clearLapses(staffId);
    this.room.logger.info({ conversationId, staffId, reason }, 'declined');
    return taken;
  }

  /** The agent left the floor before answering. */
  async withdraw(conversationId: ConversationId, staffId: StaffId): Promise<void> {
    await this.#take(conversationId, staffId, 'withdrawn');
  }

  async withdrawAll(staffId: StaffId): Promise<void> {
    for (const { id, offer } of await this.room.waitingLine.queued()) {
      if (offer?.staffId === staffId) await this.withdraw(id, staffId);
    }
  }

  async #take(conversationId: ConversationId, staffId: StaffId, passed: 'withdrawn' | Pick<PassedOffer, 'how' | 'reason'>): Promise<Conversation | Refusal> {
    const now = this.room.clock.now();
    const isLapse = passed !== 'withdrawn' && passed.how === 'lapsed';
    const step = (current: Conversation) => {
      const isStillRunning = isLapse && (current.offer?.expiresAt ?? 0) > now;
      if (isStillRunning) return refuse('conflict');
      const taken = passed === 'withdrawn' ? withdrawing(current, staffId) : passing(current, { staffId, at: now, ...passed });
      return isRefusal(taken) ? taken : { conversation: taken, additions: [], result: null };
    };
    const changed = await this.room.record.change({ id: conversationId, step }, { withdrawn: passed === 'withdrawn' ? 'left' : isLapse ? 'lapsed' : 'taken' });
    if (isRefusal(changed)) return changed;
    if ('duplicate' in changed) return refuse('internal');
    return changed.conversation;
  }
}

function isSame(one: Offer | null, other: Offer): boolean {
  return one?.staffId === other.staffId && one.at === other.at;
}
