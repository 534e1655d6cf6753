/** One subscriber's socket: which conversation it shows and up to which `seq` it has been told. */
import type { Socket } from 'socket.io';
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRated } from '../../domain/rating.js';
import type { Message } from '../../domain/message.js';
import type { Place } from '../../handoff/line.js';
import type { WireMessage } from '../../protocol/chat.js';
import { toSurvey, toToldMessage, toWireConversation } from '../wire.js';

const PAGE = 200;

export type LinksBelow = (message: Message, conversation: Conversation) => WireMessage['links'];

export class ChatSession {
  #sentSeq: number;
  /** The newest message this page must have, told or not. */
  #dueSeq: number;
  #isCatchingUp = false;
  #lastPlace: string | null = null;
  #writing: 'agent' | 'bot' | null = null;

  constructor(
    readonly socket: Socket,
    public conversation: Conversation,
    private readonly resumeToken: string,
    afterSeq: number | null,
    /** Files offered below a message to this page alone. */
    private readonly linksBelow: LinksBelow = () => [],
  ) {
    this.#sentSeq = Math.min(afterSeq ?? conversation.lastSeq, conversation.lastSeq);
    this.#dueSeq = conversation.lastSeq;
  }

  /** Tells what the page missed, in order and once; then live messages follow on from there. */
  async begin(conversations: Conversations): Promise<void> {
    const admitted = this.conversation;
    this.tellConversation(admitted);
    await this.#catchUp(conversations);
    await this.#seeAgain(admitted, conversations);
    const { state, closed } = this.conversation;
    if (state === 'closed' && !isRated(this.conversation) && closed?.by !== 'assistant') this.askForRating();
  }

  tellConversation(conversation: Conversation): void {
    // News of two nodes may overtake each other; what was before never undoes what came after.
    if (isBefore(conversation, this.conversation)) return;
    // Whoever was writing, and lost it before saying that it stopped, is not heard of again.
    if (this.#writing === 'agent' && conversation.owner?.staffId !== this.conversation.owner?.staffId) this.tellTyping('agent', false);
    this.conversation = conversation;
    if (conversation.state !== 'queued') this.#lastPlace = null;
    this.socket.emit('conversation', toWireConversation(conversation, this.resumeToken));
  }

  tellTyping(from: 'agent' | 'bot', on: boolean): void {
    this.#writing = on ? from : null;
    this.socket.emit('typing', { from, on });
  }

  /** In order, without gaps and without repeats: what does not follow on is fetched from the log. */
  tellMessage(message: Message, conversations: Conversations): void {
    this.#dueSeq = Math.max(this.#dueSeq, message.seq);
    if (message.seq <= this.#sentSeq || this.#isCatchingUp) return;
    if (message.seq === this.#sentSeq + 1) {
      this.#send(message);
      return;
    }
    void this.#catchUp(conversations).catch(() => this.socket.disconnect(true));
  }

  askForRating(): void {
    this.socket.emit('survey', toSurvey(this.conversation.locale));
  }

  /** Only when it differs from what the page already shows. */
  tellPlace(place: Place): void {
    const key = `${place.position}/${place.eta?.low ?? '-'}/${place.eta?.high ?? '-'}`;
    if (key === this.#lastPlace) return;
    this.#lastPlace = key;
    this.socket.emit('queue', { position: place.position, eta: place.eta });
  }

  /** Between being let in and being told of changes the conversation may have moved on. */
  async #seeAgain(admitted: Conversation, conversations: Conversations): Promise<void> {
    if (admitted.lastSeq === 0) return;
    const current = await conversations.find(admitted.id);
    if (!current || this.conversation !== admitted) return;
    if (current.epoch !== admitted.epoch || current.state !== admitted.state) this.tellConversation(current);
  }

  async #catchUp(conversations: Conversations): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    try {
      for (;;) {
        const page = await conversations.messages(this.conversation.id, { afterSeq: this.#sentSeq, limit: PAGE });
        for (const message of page) this.#send(message);
        // Messages told during a read were left to it, and it may have begun before they were written: then it reads once more.
        if (page.length === 0 && this.#sentSeq >= this.#dueSeq) return;
      }
    } finally {
      this.#isCatchingUp = false;
    }
  }

  #send(message: Message): void {
    this.#sentSeq = message.seq;
    this.socket.emit('message', toToldMessage(message, this.conversation, this.linksBelow(message, this.conversation)));
  }
}

/** None of the three ever counts down. */
function isBefore(one: Conversation, other: Conversation): boolean {
  return one.epoch < other.epoch || one.lastSeq < other.lastSeq || one.updatedAt < other.updatedAt;
}
