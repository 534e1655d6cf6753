/** One subscriber's socket: which conversation it shows and up to which `seq` it has been told. */
import type { Socket } from 'socket.io';
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import type { Place } from '../../handoff/line.js';
import { toWireConversation, toWireMessage } from '../wire.js';

const PAGE = 200;

export class ChatSession {
  #sentSeq: number;
  #isCatchingUp = false;
  #lastPlace: string | null = null;

  constructor(
    readonly socket: Socket,
    public conversation: Conversation,
    private readonly resumeToken: string,
    afterSeq: number | null,
  ) {
    this.#sentSeq = Math.min(afterSeq ?? conversation.lastSeq, conversation.lastSeq);
  }

  /** Tells what the page missed, in order and once; then live messages follow on from there. */
  async begin(conversations: Conversations): Promise<void> {
    this.tellConversation(this.conversation);
    await this.#catchUp(conversations);
    const { state, rating, closed } = this.conversation;
    if (state === 'closed' && !rating && closed?.by !== 'assistant') this.socket.emit('survey', { scale: 5 });
  }

  tellConversation(conversation: Conversation): void {
    this.conversation = conversation;
    if (conversation.state !== 'queued') this.#lastPlace = null;
    this.socket.emit('conversation', toWireConversation(conversation, this.resumeToken));
  }

  /** In order, without gaps and without repeats: what does not follow on is fetched from the log. */
  tellMessage(message: Message, conversations: Conversations): void {
    if (message.seq <= this.#sentSeq || this.#isCatchingUp) return;
    if (message.seq === this.#sentSeq + 1) {
      this.#send(message);
      return;
    }
    void this.#catchUp(conversations).catch(() => this.socket.disconnect(true));
  }

  /** Only when it differs from what the page already shows. */
  tellPlace(place: Place): void {
    const key = `${place.position}/${place.eta?.low ?? '-'}/${place.eta?.high ?? '-'}`;
    if (key === this.#lastPlace) return;
    this.#lastPlace = key;
    this.socket.emit('queue', { position: place.position, eta: place.eta });
  }

  async #catchUp(conversations: Conversations): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    try {
      for (;;) {
        const page = await conversations.messages(this.conversation.id, { afterSeq: this.#sentSeq, limit: PAGE });
        for (const message of page) this.#send(message);
        // Messages that were told during the read were left to it: only an empty page read after them is the end.
        if (page.length === 0) return;
      }
    } finally {
      this.#isCatchingUp = false;
    }
  }

  #send(message: Message): void {
    this.#sentSeq = message.seq;
    this.socket.emit('message', toWireMessage(message));
  }
}
