/** What pages of this node are told, made whole: what another node did and the bus lost the word of is found in the record, and told late instead of never. */
import type { Conversation, Offer } from '../../domain/conversation.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { CaseBook } from '../../ports/case-book.js';
import type { ConversationLog } from '../../ports/conversation-log.js';
import type { WaitingLine } from '../../ports/waiting-line.js';
import type { Logger } from '../../telemetry/logger.js';
import { CasesHeard } from './cases-heard.js';

export interface WholeNewsDeps {
  readonly bus: Bus;
  readonly line: Pick<WaitingLine, 'live' | 'queued'>;
  readonly log: Pick<ConversationLog, 'find' | 'messages'>;
  readonly cases: Pick<CaseBook, 'changedSince' | 'find'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is still not heard of at the next look is lost, and not on its way. */
const LOOK_EVERY_MS = 5_000;

/** How a conversation stands by all that was heard of it. */
interface Heard {
  readonly lastSeq: number;
  readonly epoch: number;
  readonly ownerId: StaffId | null;
  readonly offer: Offer | null;
}

type OfFloor = Pick<Conversation, 'lastSeq' | 'epoch' | 'owner' | 'offer'>;

export class WholeNews implements Bus {
  readonly #handlers = new Set<(fact: Fact) => void>();
  /** Of all who wait or are served. */
  readonly #heard = new Map<ConversationId, Heard>();
  #behind: ReadonlySet<ConversationId> = new Set();
  #isFirst = true;
  #stops: (() => void)[] = [];

  readonly #cases: CasesHeard;

  constructor(private readonly deps: WholeNewsDeps) {
    this.#cases = new CasesHeard(deps);
  }

  start(): void {
    const { bus, clock, logger } = this.deps;
    let cancel: () => void = () => undefined;
    const again = (): void => {
      cancel = clock.after(LOOK_EVERY_MS, () => {
        void this.look()
          .catch((error: unknown) => logger.error({ error }, 'what was not heard of could not be looked for'))
          .finally(() => {
            if (this.#stops.length > 0) again();
          });
      });
    };
    this.#stops = [bus.subscribe((fact) => this.#note(fact)), () => cancel()];
    again();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  publish(fact: Fact): void {
    this.deps.bus.publish(fact);
  }

  subscribe(handler: (fact: Fact) => void): () => void {
    const stop = this.deps.bus.subscribe(handler);
    this.#handlers.add(handler);
    return () => {
      stop();
      this.#handlers.delete(handler);
    };
  }

  async look(): Promise<void> {
    const found = await this.#standing();
    const behind = new Set<ConversationId>();
    for (const conversation of found) {
      const { id } = conversation;
      const heard = this.#heard.get(id);
      if (heard ? !isBehind(heard, conversation) : this.#isFirst) this.#heard.set(id, heard ?? heardIn(conversation));
      else if (this.#behind.has(id)) await this.#tell(conversation, heard);
      else behind.add(id);
      if (!isOnFloor(conversation) && !behind.has(id)) this.#heard.delete(id);
    }
    this.#behind = behind;
    this.#isFirst = false;
    // What the subscriber is told of it in the conversation is kept with the case, and needs no word from here.
    for (const one of await this.#cases.lost()) this.#pass({ type: 'case.changed', case: one, news: null });
  }

  /** All who wait or are served, and those who did by what was heard. */
  async #standing(): Promise<readonly Conversation[]> {
    const { line, log } = this.deps;
    const floor = [...(await line.live()), ...(await line.queued())];
    const there = new Set(floor.map(({ id }) => id));
    const left = [...this.#heard.keys()].filter((id) => !there.has(id));
    const gone = await Promise.all(left.map(async (id) => ({ id, conversation: await log.find(id) })));
    for (const { id, conversation } of gone) if (!conversation) this.#heard.delete(id);
    return [...floor, ...gone.flatMap(({ conversation }) => conversation ?? [])];
  }

  /** The newest message alone: whoever shows the conversation fetches what came before it. */
  async #tell(conversation: Conversation, heard: Heard | undefined): Promise<void> {
    const { id: conversationId, channel, owner } = conversation;
    this.#heard.set(conversationId, heardIn(conversation));
    const ownerId = owner?.staffId ?? null;
    const [message] = await this.deps.log.messages(conversationId, { limit: 1 });
    this.#pass({ type: 'conversation.changed', conversationId, conversation });
    if (message) this.#pass({ type: 'message.added', conversationId, channel, message, ownerId });
    for (const fact of movesOf(conversation, heard, this.deps.clock.now())) this.#pass(fact);
    this.#pass({ type: 'line.changed' });
  }

  #pass(fact: Fact): void {
    for (const handle of [...this.#handlers]) {
      try {
        handle(fact);
      } catch (error) {
        this.deps.logger.error({ error, fact: fact.type }, 'what was found could not be told');
      }
    }
  }

  #note(fact: Fact): void {
    if (fact.type === 'case.changed') this.#cases.note(fact.case);
    if (!('conversationId' in fact) || fact.conversationId === null) return;
    const { conversationId: id } = fact;
    if (fact.type === 'conversation.changed') {
      const heard = this.#heard.get(id);
      this.#heard.set(id, { ...heardIn(fact.conversation), ...(heard ? { lastSeq: heard.lastSeq, offer: heard.offer } : {}) });
      return;
    }
    const heard = this.#heard.get(id);
    if (!heard) return;
    if (fact.type === 'message.added') this.#heard.set(id, { ...heard, lastSeq: Math.max(heard.lastSeq, fact.message.seq) });
    if (fact.type === 'offer.made') this.#heard.set(id, { ...heard, offer: fact.offer });
    if (fact.type === 'offer.withdrawn') this.#heard.set(id, { ...heard, offer: null });
    if (fact.type === 'agent.assigned') this.#heard.set(id, { ...heard, offer: null });
  }
}

const isOnFloor = ({ state }: Conversation): boolean => state === 'live' || state === 'queued';

function heardIn({ lastSeq, epoch, owner, offer }: OfFloor): Heard {
  return { lastSeq, epoch, ownerId: owner?.staffId ?? null, offer };
}

/** Read before what was heard since: the record may be the older of the two, and is never behind then. */
function isBehind(heard: Heard, { lastSeq, epoch, offer }: OfFloor): boolean {
  return lastSeq > heard.lastSeq || epoch > heard.epoch || (epoch === heard.epoch && offer !== null && offer.at > (heard.offer?.at ?? 0));
}

function movesOf({ id: conversationId, state, owner, offer }: Conversation, heard: Heard | undefined, now: number): readonly Fact[] {
  const facts: Fact[] = [];
  const [before, ownerId] = [heard?.ownerId ?? null, owner?.staffId ?? null];
  if (before !== null && before !== ownerId) facts.push({ type: 'agent.released', conversationId, staffId: before, reason: state === 'closed' ? 'closed' : 'returned' });
  if (ownerId !== null && ownerId !== before) facts.push({ type: 'agent.assigned', conversationId, staffId: ownerId, reason: owner?.why ?? 'accepted' });
  const shown = heard?.offer ?? null;
  if (shown !== null && shown.at !== offer?.at && shown.staffId !== ownerId) facts.push({ type: 'offer.withdrawn', conversationId, staffId: shown.staffId, reason: ownerId === null ? 'left' : 'taken' });
  if (offer !== null && offer.at !== shown?.at && offer.expiresAt > now) facts.push({ type: 'offer.made', conversationId, offer });
  return facts;
}
