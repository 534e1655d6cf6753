/** Tells people of outside channels where they stand in line: when the place changes, and not more often than can be read. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { ToldPlaces } from '../../ports/told-places.js';
import type { Logger } from '../../telemetry/logger.js';
import { channelWords } from '../../wording/channels/words.js';
import type { ChannelSender } from './channel-delivery.js';

export interface PlaceTellerDeps {
  readonly told: ToldPlaces;
  readonly conversations: Pick<Conversations, 'find' | 'places'>;
  /** Only those that can say something beside the record. */
  readonly senders: readonly ChannelSender[];
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The line moves in bursts, and the word that one waits goes first. */
const GATHER_MS = 1_500;
const LOOK_EVERY_MS = 15_000;
/** Between two tellings to the same person. */
const REST_MS = 20_000;

export class PlaceTeller {
  #stopListening: () => void = () => undefined;
  #cancel: () => void = () => undefined;
  #isGathering = false;
  #isStopped = false;

  constructor(private readonly deps: PlaceTellerDeps) {}

  start(): void {
    if (!this.deps.senders.some((sender) => sender.say)) return;
    this.#stopListening = this.deps.bus.subscribe((fact) => {
      if (fact.type === 'line.changed') this.#soon(GATHER_MS);
    });
    this.#soon(LOOK_EVERY_MS);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopListening();
    this.#cancel();
  }

  #soon(ms: number): void {
    if (this.#isStopped || (ms === GATHER_MS && this.#isGathering)) return;
    this.#isGathering = ms === GATHER_MS;
    this.#cancel();
    this.#cancel = this.deps.clock.after(ms, () => {
      this.#isGathering = false;
      this.#tellAll()
        .catch((error: unknown) => this.deps.logger.error({ error }, 'places could not be told on the channels'))
        .finally(() => this.#isGathering || this.#soon(LOOK_EVERY_MS));
    });
  }

  async #tellAll(): Promise<void> {
    for (const sender of this.deps.senders) {
      if (!sender.say) continue;
      const waiting = await this.deps.told.queued(sender.channel);
      if (waiting.length === 0) continue;
      const places = await this.deps.conversations.places();
      for (const thread of waiting) {
        const place = places.get(thread.conversationId);
        if (!place) continue;
        const { position, eta, askedAt } = place;
        const now = this.deps.clock.now();
        if (!(await this.deps.told.mayTell(thread.conversationId, { place: `${askedAt}/${position}`, now, restMs: REST_MS }))) continue;
        const conversation = await this.deps.conversations.find(thread.conversationId);
        if (conversation?.state !== 'queued') continue;
        await sender.say(thread, channelWords(conversation.locale).inLine({ position, low: eta?.low ?? null, high: eta?.high ?? null }), conversation);
      }
    }
  }
}
