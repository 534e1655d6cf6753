/** Runs the steps of a batch in order of arrival, each on what the one before left; decides what to write. No I/O. */
import type { Conversation } from '../../domain/conversation.js';
import { changed } from '../../domain/conversation-copy.js';
import { ProductError, isRefusal, refuse, type Refusal } from '../../domain/errors.js';
import { messageId, type ConversationId } from '../../domain/ids.js';
import { placed, type Message, type MessageDraft } from '../../domain/message.js';
import { happened } from '../../domain/happening.js';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import type { Answer, BesideOf, ConversationWrite, Outcome, Request, Standing, Writes } from './change-storage.js';
import { besideRow } from './beside-rows.js';
import { handoffRow, type HandoffRow } from './handoff-entries.js';
import { happeningRow, type HappeningRow } from './happenings.js';
import { isStorableKey } from './rows.js';

/** Before anything is asked of the database, so that one bad key cannot fail the batch it is in. */
export function refuseKeys(request: Request): Refusal | null {
  const areStorable = isStorableKey(request.id) && isStorableKey(request.clientId ?? '') && isStorableKey(request.initial?.visitorId ?? '');
  if (!areStorable) return refuse('bad-text', 'an id holds NUL or broken UTF-16');
  if (request.initial !== undefined && request.initial.id !== request.id) return refuse('bad-request', 'initial has another id');
  return null;
}

/** What the steps so far have made of a conversation. */
interface ChangedHere extends ConversationWrite {
  /** Those of its new messages that carry a client id. */
  readonly named: readonly Message[];
}

const NONE_NAMED: readonly Message[] = [];

export class ChangeBatch {
  readonly #standing: Standing;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #changed = new Map<ConversationId, ChangedHere>();
  readonly #messages: Message[] = [];
  readonly #happenings: HappeningRow[] = [];
  readonly #handoffs: HandoffRow[] = [];
  readonly #besides: BesideOf[] = [];

  constructor(standing: Standing, clock: Clock, ids: Ids) {
    this.#standing = standing;
    this.#clock = clock;
    this.#ids = ids;
  }

  run(requests: readonly Request[]): Writes {
    const outcomes = requests.map((request): Outcome => {
      try {
        return { answer: this.#take(request) };
      } catch (thrown) {
        return { thrown };
      }
    });
    return { conversations: [...this.#changed.values()], messages: this.#messages, happenings: this.#happenings, handoffs: this.#handoffs, besides: this.#besides, outcomes };
  }

  #take(request: Request): Answer {
    const earlier = this.#changed.get(request.id);
    const stored = earlier?.now ?? this.#standing.conversation(request.id);
    const duplicate = stored === null || request.clientId === undefined ? null : this.#duplicate(request.id, request.clientId, earlier);
    if (duplicate !== null) return { duplicate };
    const before = stored ?? freshly(request.initial);
    if (before === null) return refuse('not-found');
    const step = request.step(before);
    if (isRefusal(step)) return step;
    const isUntouched = step.conversation === before && step.additions.length === 0;
    if (isUntouched && stored !== null) return { before, conversation: before, messages: [], result: step.result };
    const at = Math.max(this.#clock.now(), before.updatedAt);
    const messages = step.additions.map((addition, index) => this.#message(addition, request, { seq: before.lastSeq + 1 + index, at }));
    const conversation = counted(step.conversation, { before, messages, at });
    this.#keep(conversation, { messages, earlier, stored });
    const happening = happened(before, conversation);
    if (happening !== null) this.#happenings.push(happeningRow(this.#ids.next(), happening));
    if (step.handoff) this.#handoffs.push(handoffRow(step.handoff));
    if (step.beside) for (const one of step.beside) this.#besides.push({ id: request.id, row: besideRow(request.id, one) });
    return { before, conversation, messages, result: step.result };
  }

  #duplicate(id: ConversationId, clientId: string, earlier: ChangedHere | undefined): Message | null {
    return earlier?.named.find((message) => message.clientId === clientId) ?? this.#standing.duplicate(id, clientId);
  }

  #message(addition: MessageDraft, request: Request, place: { seq: number; at: number }): Message {
    const { id, clientId } = addition;
    if (clientId !== undefined && clientId !== request.clientId) {
      throw new ProductError('internal', 'an addition carries a clientId its request did not ask about');
    }
    if (id !== undefined && !isStorableKey(id)) throw new ProductError('bad-text', 'a message id holds NUL or broken UTF-16');
    return placed(addition, { id: messageId(id ?? this.#ids.next()), conversationId: request.id, seq: place.seq, at: place.at });
  }

  #keep(now: Conversation, { messages, earlier, stored }: { messages: readonly Message[]; earlier: ChangedHere | undefined; stored: Conversation | null }): void {
    const { before, named } = earlier ?? { before: stored, named: NONE_NAMED };
    const added = messages.filter((message) => message.clientId !== undefined);
    if (added.length > 1) throw new ProductError('internal', 'two additions carry one clientId');
    this.#messages.push(...messages);
    this.#changed.set(now.id, { before, now, named: named.length === 0 ? added : [...named, ...added] });
  }
}

function freshly(initial: Conversation | undefined): Conversation | null {
  if (initial === undefined) return null;
  const isFresh = initial.lastSeq === 0 && initial.subscriberSeq === 0 && initial.handledSeq === 0;
  return isFresh ? initial : { ...initial, lastSeq: 0, subscriberSeq: 0, handledSeq: 0 };
}

function counted(conversation: Conversation, after: { before: Conversation; messages: readonly Message[]; at: number }): Conversation {
  const { id, visitorId, createdAt } = after.before;
  if (conversation.id !== id || conversation.visitorId !== visitorId || conversation.createdAt !== createdAt) {
    throw new ProductError('internal', 'a step changed what a conversation keeps for ever: its id, its visitor, when it began');
  }
  const lastOfSubscriber = after.messages.findLast((message) => message.from === 'subscriber')?.seq;
  return changed(conversation, {
    lastSeq: after.before.lastSeq + after.messages.length,
    subscriberSeq: lastOfSubscriber ?? after.before.subscriberSeq,
    updatedAt: after.at,
  });
}
