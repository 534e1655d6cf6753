/**
 * A turn begun while its message is still on its way into the record. An answer that is there at once is recorded together
 * with the message, in one change: both or neither. Until then nobody is told anything and nothing in the world is changed.
 */
import type { Conversation } from '../domain/conversation.js';
import { changed } from '../domain/conversation-copy.js';
import { isRefusal } from '../domain/errors.js';
import type { Fact } from '../domain/facts.js';
import { messageId } from '../domain/ids.js';
import { placed } from '../domain/message.js';
import type { Message, MessageDraft } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import type { Step } from '../ports/conversation-log.js';
import { answeredBy, turnGiven } from './asking.js';
import type { ConversationRoom } from './room.js';
import { isAboutNumber } from './other-number.js';
import { isOfCallBack } from './call-back-standing.js';
import { saysMessage } from './choice-words.js';
import { isCodeAlone, numberAlone } from './sign-in-words.js';
import { wishToBeTold } from './tell-later.js';
import { asksOfWait } from './wait-asked.js';

export interface Together {
  readonly asksForRating: boolean;
}

export class EarlyTurn {
  readonly #room: ConversationRoom;
  readonly #base: Conversation;
  readonly #message: Message;
  readonly #reply: Promise<Reply>;
  #there: Reply | null = null;
  #isRecorded = false;
  #held: (() => void)[] = [];
  readonly #untold: Fact[] = [];

  /** Null when the message has to be recorded before anything can be said about it. */
  static begin(room: ConversationRoom, initial: Conversation, draft: MessageDraft): EarlyTurn | null {
    const base = room.log.lastKnown(initial.id) ?? (initial.lastSeq === 0 ? initial : null);
    return base !== null && isSimple(base, draft) ? new EarlyTurn(room, base, draft) : null;
  }

  private constructor(room: ConversationRoom, base: Conversation, draft: MessageDraft) {
    const { id: conversationId } = base;
    const id = messageId(room.ids.next());
    const at = Math.max(room.clock.now(), base.updatedAt);
    const seq = base.lastSeq + 1;
    this.#room = room;
    this.#base = base;
    this.#message = placed(draft, { id, conversationId, seq, at });
    const conversation = changed(base, { lastSeq: seq, subscriberSeq: seq, updatedAt: at });
    const asked = { message: this.#message, decidedIntent: null, recorded: () => this.#recorded(), tell: (fact: Fact) => this.#tell(fact) };
    this.#reply = room.assistant.respond(turnGiven(room, conversation, asked));
  }

  /** As it is to be recorded, with the id the answer was worked out for. */
  get draft(): MessageDraft {
    return this.#message;
  }

  /** Resolves, with what it was given, when the answer is there, or else when the event loop has come round once: the message waits no longer. */
  comeRound<With>(given: With): Promise<With> {
    return new Promise((resolve) => {
      const goOn = (): void => resolve(given);
      this.#reply.then((reply) => {
        this.#there = reply;
        goOn();
        // Of what failed, whoever goes on with the turn hears again.
      }, goOn);
      nextRound(goOn);
    });
  }

  /** The step that records message and answer; null when there is no answer yet, it takes more than words, or somebody was faster. */
  stepOn(conversation: Conversation): Step<Together> | null {
    const reply = this.#there;
    if (reply === null || conversation !== this.#base || reply.handoff !== null || reply.verification !== null) return null;
    const answered = answeredBy(reply, conversation, { epoch: conversation.epoch, seq: this.#message.seq });
    if (isRefusal(answered)) return null;
    return { conversation: answered, additions: [this.#message, ...reply.messages], result: { asksForRating: reply.asksForRating } };
  }

  /** The answer under way, now that its message is recorded and its turn has come; null when it was begun on something else. */
  continuedOn(conversation: Conversation): Promise<Reply> | null {
    if (!this.#isBegunOn(conversation)) return null;
    this.#isRecorded = true;
    for (const letGo of this.#held.splice(0)) letGo();
    for (const fact of this.#untold.splice(0)) this.#room.bus.publish(fact);
    return this.#reply;
  }

  #isBegunOn({ state, epoch, lastSeq, handledSeq, locale, isElderMode, identity }: Conversation): boolean {
    const base = this.#base;
    const isSame = state === base.state && epoch === base.epoch && lastSeq === this.#message.seq && handledSeq === base.handledSeq;
    return isSame && locale === base.locale && isElderMode === base.isElderMode && identity?.msisdn === base.identity?.msisdn;
  }

  #recorded(): Promise<void> {
    return this.#isRecorded ? Promise.resolve() : new Promise((resolve) => this.#held.push(resolve));
  }

  #tell(fact: Fact): void {
    if (this.#isRecorded) this.#room.bus.publish(fact);
    else this.#untold.push(fact);
  }
}

/** Words to the assistant, which owes nothing else and asks for nothing: no secret can be in them, and no answer to a form. */
function isSimple(conversation: Conversation, draft: MessageDraft): boolean {
  const { state, handledSeq, subscriberSeq, memory, identity } = conversation;
  const { action, attachment, wordless } = draft;
  // Whoever may have an open case is told of it first, which takes a look into the book.
  if (identity !== null && memory.hasToldCases !== true) return false;
  const isToAssistant = state === 'bot' && handledSeq >= subscriberSeq && memory.form === null && action === undefined && attachment === undefined && wordless === undefined;
  if (saysMessage(draft.text) || isOfCallBack(draft.text) || asksOfWait(draft.text) || isCodeAlone(draft)) return false;
  return isToAssistant && !isAboutNumber(conversation, draft) && numberAlone(draft) === null && wishToBeTold(conversation, draft) === null;
}

let waiting: (() => void)[] = [];

/** When the event loop has come round once: a hundred messages that come together wait by one timer. */
function nextRound(arrive: () => void): void {
  if (waiting.push(arrive) > 1) return;
  setImmediate(() => {
    const arrived = waiting;
    waiting = [];
    for (const one of arrived) one();
  });
}
