/** Takes words back on outside channels that can: what an agent recalled is replaced there too, by one node, and tried again when the channel is away. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Channel } from '../../domain/conversation.js';
import type { Bus } from '../../ports/bus.js';
import type { ChannelThreads } from '../../ports/channel-threads.js';
import type { Clock } from '../../ports/clock.js';
import type { ToldWord, ToldWords } from '../../ports/told-words.js';
import type { Logger } from '../../telemetry/logger.js';
import type { ChannelSender } from './channel-delivery.js';

export interface WordRecallDeps {
  readonly told: ToldWords;
  readonly threads: Pick<ChannelThreads, 'of'>;
  readonly conversations: Pick<Conversations, 'find'>;
  /** Only those that can take words back. */
  readonly senders: readonly ChannelSender[];
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LOOK_EVERY_MS = 5_000;
/** Longer than a call takes. */
const HELD_MS = 12_000;
const AT_ONCE = 50;
/** Agents may take words back for two minutes. */
const KEPT_MS = 3_600_000;

export class WordRecall {
  readonly #senders: ReadonlyMap<Channel, ChannelSender>;
  #stopListening: () => void = () => undefined;
  #cancel: () => void = () => undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly deps: WordRecallDeps) {
    this.#senders = new Map(deps.senders.filter((sender) => sender.recall).map((sender) => [sender.channel, sender]));
  }

  start(): void {
    if (this.#senders.size === 0) return;
    this.#stopListening = this.deps.bus.subscribe((fact) => {
      if (fact.type !== 'message.recalled') return;
      this.deps.told
        .takeBack(fact.conversationId, fact.message.seq)
        .then(() => this.#soon(0))
        .catch((error: unknown) => this.deps.logger.error({ error }, 'words could not be marked as taken back'));
    });
    this.#soon(LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    this.#cancel();
    await this.#looking;
  }

  #soon(ms: number): void {
    this.#cancel();
    if (this.#isStopped) return;
    this.#cancel = this.deps.clock.after(ms, () => {
      this.#looking = this.#looking
        .then(() => this.#look())
        .catch((error: unknown) => this.deps.logger.error({ error }, 'words could not be taken back on a channel'))
        .finally(() => this.#soon(LOOK_EVERY_MS));
    });
  }

  async #look(): Promise<void> {
    const { told, clock } = this.deps;
    const now = clock.now();
    await told.prune(now - KEPT_MS);
    for (const word of await told.claimDue({ now, until: now + HELD_MS, limit: AT_ONCE })) {
      if (await this.#takeBack(word)) await told.done(word);
    }
  }

  async #takeBack(word: ToldWord): Promise<boolean> {
    const [thread, conversation] = await Promise.all([this.deps.threads.of(word.conversationId), this.deps.conversations.find(word.conversationId)]);
    const sender = thread && this.#senders.get(thread.channel);
    return !thread || !conversation || !sender?.recall || sender.recall(thread, word, conversation);
  }
}
