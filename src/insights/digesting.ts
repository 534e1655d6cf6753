/** Keeps every conversation's digest up to date: a little after it moved, and after a start whatever was missed. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { ConversationLog } from '../ports/conversation-log.js';
import type { Figures } from '../ports/figures.js';
import type { ModelLedger } from '../ports/model-ledger.js';
import type { TurnLock } from '../ports/turn-lock.js';
import { digestOf } from './digest.js';

/** Whoever reads the same conversation as well, with its messages at hand. */
export type AlsoReads = (conversation: Conversation, messages: readonly Message[]) => Promise<void>;

export interface DigestingDeps {
  readonly figures: Figures;
  readonly log: ConversationLog;
  readonly ledger: ModelLedger;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly turnLock: TurnLock;
  readonly alsoReads: readonly AlsoReads[];
  readonly onTrouble: (error: unknown) => void;
}

const EVERY_MS = 2_000;
/** A conversation rests for so long before it is read, or else it is read again with every message; none waits longer than the second. */
const RESTS_MS = 5_000;
const WAITS_MS = 60_000;
/** Read in one round, so that answering comes first. */
const ONE_ROUND = 20;
const LOOKED_THROUGH = 1_000;
const PAGE = 500;
/** What comes later in one conversation is read no more. */
const MOST_MESSAGES = 2_000;
/** How far back a change may count: a handoff that ends belongs to the hour it was asked for. */
const COUNTS_BACK_MS = 2 * 3_600_000;
const HOUR_MS = 3_600_000;

export class Digesting {
  readonly #moved = new Map<ConversationId, { first: number; last: number }>();
  #stopListening: (() => void) | null = null;
  #cancel: (() => void) | null = null;
  #isStopped = true;
  #running: Promise<void> = Promise.resolve();
  /** Where the look through everything has got to; undefined once it is through. */
  #after: ConversationId | null | undefined = null;

  constructor(private readonly deps: DigestingDeps) {}

  start(): void {
    this.#isStopped = false;
    this.#stopListening = this.deps.bus.subscribe((fact) => {
      if (fact.type === 'message.added' || fact.type === 'conversation.changed') this.#note(fact.conversationId);
    });
    this.#later();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening?.();
    this.#cancel?.();
    await this.#running;
  }

  /** Reads at once whatever has moved, for who looks at the figures now. */
  async catchUp(): Promise<void> {
    for (const id of [...this.#moved.keys()].slice(0, ONE_ROUND)) await this.#digest(id);
  }

  #note(id: ConversationId): void {
    const now = this.deps.clock.now();
    const moved = this.#moved.get(id);
    if (moved === undefined) this.#moved.set(id, { first: now, last: now });
    else moved.last = now;
  }

  #later(): void {
    if (this.#isStopped) return;
    this.#cancel = this.deps.clock.after(EVERY_MS, () => {
      // One node at a time: what the other has read by then is found read.
      const round = this.deps.turnLock.tryRun('insights', () => this.#round());
      this.#running = round.then(() => undefined, this.deps.onTrouble).then(() => this.#later());
    });
  }

  async #round(): Promise<void> {
    const now = this.deps.clock.now();
    const due = [...this.#moved].filter(([, { first, last }]) => now - last >= RESTS_MS || now - first >= WAITS_MS).slice(0, ONE_ROUND);
    for (const [id, moved] of due) await this.#digestOrKeep(id, moved);
    if (due.length < ONE_ROUND) await this.#lookThrough();
  }

  async #lookThrough(): Promise<void> {
    if (this.#after === undefined) return;
    const { ids, after } = await this.deps.figures.undigested(this.#after, LOOKED_THROUGH);
    for (const id of ids) {
      if (this.#isStopped) return;
      await this.#digest(id);
    }
    this.#after = after ?? undefined;
  }

  /** What could not be read is tried again, after the others. */
  async #digestOrKeep(id: ConversationId, moved: { first: number; last: number }): Promise<void> {
    try {
      await this.#digest(id);
    } catch (error) {
      if (!this.#moved.has(id)) this.#moved.set(id, moved);
      throw error;
    }
  }

  async #digest(id: ConversationId): Promise<void> {
    const { figures, log, ledger, clock, alsoReads } = this.deps;
    this.#moved.delete(id);
    const conversation = await log.find(id);
    if (!conversation) return;
    const known = await figures.digestedAt(id);
    if (known !== null && known > conversation.updatedAt) return;
    const messages = await this.#messagesOf(conversation);
    const { tokens, costMicros } = await ledger.ofConversation(id);
    for (const read of alsoReads) await read(conversation, messages);
    const digest = digestOf(conversation, messages, { tokens: tokens.input + tokens.output, costMicros });
    const touched = [conversation.updatedAt - HOUR_MS, conversation.updatedAt - COUNTS_BACK_MS, ...(conversation.waiting ? [conversation.waiting.since] : [])];
    await figures.keepDigest(digest, touched, clock.now());
  }

  async #messagesOf({ id, lastSeq }: Conversation): Promise<readonly Message[]> {
    const messages: Message[] = [];
    for (let afterSeq = 0; afterSeq < Math.min(lastSeq, MOST_MESSAGES); afterSeq += PAGE) messages.push(...(await this.deps.log.messages(id, { afterSeq, limit: PAGE })));
    return messages;
  }
}
