/** The only writer of the record: changes the log, and once that is durable tells everybody what happened. */
import { askedSignIn } from '../domain/asked-sign-in.js';
import type { Channel, Conversation, Offer } from '../domain/conversation.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { handoffStep } from '../domain/handoff-steps.js';
import type { ReleaseReason, WithdrawalReason } from '../domain/facts.js';
import { waitingProposal } from '../domain/proposal.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Changed, ChangeRequest, ConversationLog, Duplicate, Step } from '../ports/conversation-log.js';
import type { HandoffEnd } from '../ports/handoff-book.js';
import { ArrivalOrder } from './arrival-order.js';
import { ledgerEntry } from './handoff-ledger.js';
import { leftBeside } from './left-beside.js';

export interface Why {
  readonly released?: ReleaseReason;
  readonly assigned?: string;
  /** Of an offer that ends with this change. */
  readonly withdrawn?: WithdrawalReason;
  /** How a handoff ended that did not end with an agent, when the subscriber was not the one to leave. */
  readonly ending?: Pick<HandoffEnd, 'ending' | 'detail'>;
}

/** Of what was changed on this node. */
export type Follower = (changed: Changed<unknown>) => void;

export class Record {
  /** Of what a subscriber does. */
  readonly arrivals = new ArrivalOrder();
  readonly #followers = new Set<Follower>();

  constructor(private readonly deps: { log: ConversationLog; bus: Bus; clock: Clock }) {}

  async change<Result>(request: ChangeRequest<Result>, why: Why = {}): Promise<Changed<Result> | Duplicate | Refusal> {
    const { id, initial, clientId, step } = request;
    const changed = await this.deps.log.change({ id, initial, clientId, step: (current) => this.#kept(current, followed(current, step(current)), why) });
    if (isRefusal(changed) || 'duplicate' in changed) return changed;
    this.#tell(changed, why);
    for (const follower of this.#followers) follower(changed);
    return changed;
  }

  /** For what is done once, by the node that made the change: the bus tells all of them. Returns the end of it. */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** A handoff begins and ends in the book with the very change that does it, and so does a service: none is announced before, none is left open by a crash. */
  #kept<Result>(before: Conversation, step: Step<Result> | Refusal, why: Why): Step<Result> | Refusal {
    if (isRefusal(step)) return step;
    const now = this.deps.clock.now();
    const beside = leftBeside(before, step, { now, released: why.released });
    const kept = beside.length === 0 ? step : { ...step, beside: [...(step.beside ?? []), ...beside] };
    if (step.handoff || before.state === step.conversation.state) return kept;
    const how = { now, isTransfer: why.released === 'transferred', ...(why.ending ? { ending: why.ending } : {}) };
    return { ...kept, handoff: ledgerEntry(before, step.conversation, how) };
  }

  #tell<Result>({ before, conversation, messages }: Changed<Result>, why: Why): void {
    const { id: conversationId, channel } = conversation;
    if (isVisiblyChanged(before, conversation)) {
      this.deps.bus.publish({ type: 'conversation.changed', conversationId, conversation });
    }
    const ownerId = conversation.owner?.staffId ?? null;
    for (const message of messages) this.deps.bus.publish({ type: 'message.added', conversationId, channel, message, ownerId });
    const formerId = before.owner?.staffId ?? null;
    if (formerId !== null && formerId !== ownerId) {
      this.deps.bus.publish({ type: 'agent.released', conversationId, staffId: formerId, reason: why.released ?? 'returned' });
    }
    if (ownerId !== null && ownerId !== formerId) {
      this.deps.bus.publish({ type: 'agent.assigned', conversationId, staffId: ownerId, reason: why.assigned ?? 'accepted' });
    }
    if (before.offer !== null && !isSameOffer(before.offer, conversation.offer) && before.offer.staffId !== ownerId) {
      const reason = why.withdrawn ?? (ownerId !== null ? 'taken' : before.offer.expiresAt <= this.deps.clock.now() ? 'lapsed' : 'left');
      this.deps.bus.publish({ type: 'offer.withdrawn', conversationId, staffId: before.offer.staffId, reason });
    }
    if (isLineChanged(before, conversation)) this.deps.bus.publish({ type: 'line.changed' });
  }
}

/** Channels whose hubs follow a handoff from outside. */
const FOLLOWED: ReadonlySet<Channel> = new Set(['bot-framework', 'direct-line']);

/** The words that tell of a handoff carry its step, so that a hub is told with them: in order, once, and through crashes. */
function followed<Result>(before: Conversation, step: Step<Result> | Refusal): Step<Result> | Refusal {
  if (!FOLLOWED.has(before.channel) || isRefusal(step)) return step;
  const handoff = handoffStep(before, step.conversation);
  const at = step.additions.findLastIndex(({ from }) => from !== 'subscriber');
  if (handoff === null || at < 0) return step;
  return { ...step, additions: step.additions.map((draft, index) => (index === at ? { ...draft, handoff } : draft)) };
}

function isSameOffer(one: Offer, other: Offer | null): boolean {
  return one.staffId === other?.staffId && one.at === other.at;
}

function isVisiblyChanged(before: Conversation, after: Conversation): boolean {
  return (
    before.state !== after.state ||
    before.epoch !== after.epoch ||
    before.owner !== after.owner ||
    before.pass !== after.pass ||
    before.helpers !== after.helpers ||
    before.recalled !== after.recalled ||
    waitingProposal(before) !== waitingProposal(after) ||
    askedSignIn(before) !== askedSignIn(after) ||
    before.identity !== after.identity ||
    before.locale !== after.locale ||
    before.isElderMode !== after.isElderMode ||
    before.readSeq !== after.readSeq ||
    before.rating !== after.rating ||
    (before.subscriberSeq === 0) !== (after.subscriberSeq === 0)
  );
}

function isLineChanged(before: Conversation, after: Conversation): boolean {
  const touches = before.state === 'queued' || after.state === 'queued' || before.state === 'live' || after.state === 'live';
  return touches && (before.state !== after.state || before.owner !== after.owner || before.offer !== after.offer || before.waiting !== after.waiting);
}
