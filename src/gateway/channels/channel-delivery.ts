/** Tells outside channels what was said: every message once and in order, by whichever node gets to it, through crashes and outages. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Channel, Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import { nextTry } from '../../domain/trying-again.js';
import type { Bus } from '../../ports/bus.js';
import type { ChannelThread, ChannelThreads, ThreadRest } from '../../ports/channel-threads.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { ToldWord } from '../../ports/told-words.js';
import type { Logger } from '../../telemetry/logger.js';

/** `later`: the channel is away (then ever later) or its own rules say wait; `never`: it will never take this message, which is passed over and logged. */
export type Sending = { readonly kind: 'sent' } | { readonly kind: 'later'; readonly afterMs: number; readonly isAway?: boolean } | { readonly kind: 'never'; readonly why: string };

/** Keeps that telling up to there begins, so that after a crash the same is told again as the same; false: somebody else tells now. */
export type Begin = (throughSeq: number) => Promise<boolean>;

export interface ChannelSender {
  readonly channel: Channel;
  /**
   * `messages` are untold ones in order, at least one, what the subscriber said among them; they are sent as one when the channel
   * must save messages. Resolves with how many of them, from the front, are done with, and why it stopped.
   */
  send(thread: ChannelThread, messages: readonly Message[], conversation: Conversation, begin: Begin): Promise<{ readonly done: number; readonly then: Sending }>;
  /** Shows that somebody writes, where the channel can. */
  typing?(thread: ChannelThread): Promise<void>;
  /** Replaces what was told by the word that it was taken back; false: not now. */
  recall?(thread: ChannelThread, word: ToldWord, conversation: Conversation): Promise<boolean>;
  /** Says something beside the record, at most once. */
  say?(thread: ChannelThread, text: string, conversation: Conversation): Promise<void>;
}

export interface ChannelDeliveryDeps {
  readonly threads: ChannelThreads;
  readonly conversations: Pick<Conversations, 'find' | 'messages'>;
  readonly senders: readonly ChannelSender[];
  readonly bus: Bus;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Tells this node from the others. */
  readonly nodeId: string;
}

/** Longer than any one call takes; whoever loses it meanwhile stops. A node that died is replaced after it. */
const LEASE_MS = 12_000;
/** The bus is only a hint: what it lost is found by looking. */
const LOOK_EVERY_MS = 5_000;
/** An agent's word waits as long for a channel that is back. */
const TRYING_AGAIN = { firstMs: LOOK_EVERY_MS, mostMs: 120_000 };
const TOLD: ThreadRest = { notBefore: 0, failures: 0 };
const MOST_DUE = 200;
const PAGE = 50;

export class ChannelDelivery {
  readonly #senders: ReadonlyMap<Channel, ChannelSender>;
  readonly #underWay = new Map<ConversationId, Promise<void>>();
  readonly #again = new Set<ConversationId>();
  #stopListening: () => void = () => undefined;
  #cancelLooking: () => void = () => undefined;
  #isStopped = false;

  constructor(private readonly deps: ChannelDeliveryDeps) {
    this.#senders = new Map(deps.senders.map((sender) => [sender.channel, sender]));
  }

  start(): void {
    if (this.#senders.size === 0) return;
    this.#stopListening = this.deps.bus.subscribe((fact) => {
      // Most conversations are held on pages of our own: they cost no look into the store.
      if (fact.type === 'message.added' && this.#senders.has(fact.channel)) this.nudge(fact.conversationId);
      if (fact.type === 'typing.changed' && this.#senders.has(fact.channel) && fact.isOn && fact.from !== 'subscriber') this.#showTyping(fact.conversationId);
    });
    this.#look();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    this.#cancelLooking();
    this.#isStopped = true;
    // What came while something was told is told after it.
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay.values());
  }

  /** Tells what is untold, now; one run at a time for each conversation on this node. */
  nudge(id: ConversationId): void {
    if (this.#underWay.has(id)) {
      this.#again.add(id);
      return;
    }
    const run = this.#tell(id)
      .catch((error: unknown) => this.deps.logger.error({ error }, 'a channel could not be told'))
      .finally(() => {
        this.#underWay.delete(id);
        if (this.#again.delete(id)) this.nudge(id);
      });
    this.#underWay.set(id, run);
  }

  /** Every node hears of it; one of them shows it, now and then. */
  #showTyping(id: ConversationId): void {
    const show = async () => {
      const thread = await this.deps.threads.of(id);
      const sender = thread && this.#senders.get(thread.channel);
      if (thread && sender?.typing && (await this.deps.rateLimit.take('channel.typing', id)).allowed) await sender.typing(thread);
    };
    show().catch((error: unknown) => this.deps.logger.debug({ error }, 'typing could not be shown'));
  }

  async #tell(id: ConversationId): Promise<void> {
    const { threads, clock, nodeId } = this.deps;
    const known = await threads.of(id);
    const sender = known && this.#senders.get(known.channel);
    if (!sender) return;
    const now = clock.now();
    const thread = await threads.claim(id, { holder: nodeId, now, until: now + LEASE_MS });
    if (!thread) return;
    let rest: ThreadRest | null = null;
    const letGo = this.#holdOn(id);
    try {
      rest = await this.#tellAll(sender, thread);
    } finally {
      letGo();
      await threads.release(id, nodeId, rest ?? this.#failed(thread, 0));
    }
  }

  /** A long answer in pieces, or a large file on a slow line, takes longer than one lease: it is renewed for as long as this node tells. */
  #holdOn(id: ConversationId): () => void {
    const { threads, clock, nodeId, logger } = this.deps;
    let cancel: () => void = () => undefined;
    const again = (): void => {
      cancel = clock.after(LEASE_MS / 3, () => {
        again();
        threads.renew(id, nodeId, clock.now() + LEASE_MS).catch((error: unknown) => logger.warn({ error }, 'the lease of a channel could not be renewed'));
      });
    };
    again();
    return () => cancel();
  }

  #failed({ failures }: ChannelThread, afterMs: number): ThreadRest {
    const now = this.deps.clock.now();
    return { notBefore: Math.max(now + afterMs, nextTry(now, failures, TRYING_AGAIN)), failures: failures + 1 };
  }

  /** When to go on; zero when everything is told. */
  async #tellAll(sender: ChannelSender, thread: ChannelThread): Promise<ThreadRest> {
    const { threads, conversations, clock, logger, nodeId } = this.deps;
    let told = thread.deliveredSeq;
    for (;;) {
      const found = await conversations.messages(thread.conversationId, { afterSeq: told, limit: PAGE });
      const conversation = found.length > 0 ? await conversations.find(thread.conversationId) : null;
      // A message may be read a moment before the change it came with is known here; its own fact brings us back.
      const messages = found.filter(({ seq }) => seq <= (conversation?.lastSeq ?? 0));
      if (!conversation || messages.length === 0) return TOLD;
      const { done, then } = await sender.send({ ...thread, deliveredSeq: told }, messages, conversation, (seq) => threads.begin(thread.conversationId, nodeId, seq));
      const passed = then.kind === 'never' ? Math.min(done + 1, messages.length) : done;
      if (then.kind === 'never') logger.warn({ channel: thread.channel, why: then.why }, 'a message that the channel does not take');
      const last = messages[passed - 1];
      if (last && !(await threads.delivered(thread.conversationId, nodeId, last.seq))) return TOLD;
      told = last?.seq ?? told;
      if (then.kind === 'later' && then.isAway && told === thread.deliveredSeq) return this.#failed(thread, then.afterMs);
      if (then.kind === 'later') return { notBefore: clock.now() + then.afterMs, failures: 0 };
      if (passed === 0) return this.#failed(thread, 0);
    }
  }

  #look(): void {
    const look = async () => {
      for (const id of await this.deps.threads.due([...this.#senders.keys()], this.deps.clock.now(), MOST_DUE)) if (!this.#isStopped) this.nudge(id);
    };
    look()
      .catch((error: unknown) => this.deps.logger.error({ error }, 'untold messages could not be looked for'))
      .finally(() => {
        if (!this.#isStopped) this.#cancelLooking = this.deps.clock.after(LOOK_EVERY_MS, () => this.#look());
      });
  }
}
