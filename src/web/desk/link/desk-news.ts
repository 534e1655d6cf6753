/** What the server tells, put into the store; holes and stale typing are minded along the way. */
import type { DeskCase } from '../../../protocol/cases.js';
import type { DeskConversation } from '../../../protocol/desk.js';
import type { WireFollowUp } from '../../../protocol/follow-ups.js';
import { standingOf } from '../state/desk-view.js';
import type { DeskStore } from '../state/store.js';
import type { AlertsSeen } from './alerts-seen.js';
import type { Incoming } from './desk-socket.js';
import type { HistoryKeeper } from './history-keeper.js';

export interface DeskNewsParts {
  readonly store: DeskStore;
  readonly history: HistoryKeeper;
  readonly now: () => number;
  readonly alertsSeen: AlertsSeen;
  readonly onDesk: (desk: Extract<Incoming, { name: 'desk' }>['payload']) => void;
}

type AboutOne = Extract<Incoming, { name: 'conversation' | 'message' | 'note' | 'typing' | 'brief' | 'message:recall' | 'viewers' }>;

const TYPING_FADES_MS = 7000;
/** By then the server has told of a lapse, where it can. */
const LAPSE_TOLD_MS = 1500;

export class DeskNews {
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #lapses = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #ofCases = new Set<(one: DeskCase) => void>();
  readonly #ofFollowUps = new Set<(one: WireFollowUp) => void>();
  #alertCount = 0;

  constructor(private readonly parts: DeskNewsParts) {}

  stop(): void {
    for (const timer of [...this.#typing.values(), ...this.#lapses.values()]) clearTimeout(timer);
  }

  /** Cases are kept where they are shown. Returns the way to stop listening. */
  onCase(listen: (one: DeskCase) => void): () => void {
    this.#ofCases.add(listen);
    return () => void this.#ofCases.delete(listen);
  }

  /** Follow-ups of low ratings, likewise. */
  onFollowUp(listen: (one: WireFollowUp) => void): () => void {
    this.#ofFollowUps.add(listen);
    return () => void this.#ofFollowUps.delete(listen);
  }

  heard(incoming: Incoming): void {
    const { store, history } = this.parts;
    switch (incoming.name) {
      case 'desk':
        this.#desk(incoming.payload);
        break;
      case 'queue':
        store.dispatch({ type: 'queue', queue: incoming.payload });
        break;
      case 'offer':
        store.dispatch({ type: 'offer', offer: { ...incoming.payload, shownAt: this.parts.now() } });
        this.#mindLapse(incoming.payload.conversationId);
        break;
      case 'offer:withdrawn':
        store.dispatch({ type: 'offer-gone', conversationId: incoming.payload.conversationId });
        break;
      case 'assigned':
        store.dispatch({ type: 'assigned', conversationId: incoming.payload.conversationId });
        void history.open(incoming.payload.conversationId);
        break;
      case 'released':
        store.dispatch({ type: 'released', ...incoming.payload });
        break;
      case 'pass:ended':
        store.dispatch({ type: 'pass-ended', ended: incoming.payload });
        break;
      case 'board':
        store.dispatch({ type: 'board', board: incoming.payload });
        break;
      case 'alert':
        this.#alert(incoming.payload);
        break;
      case 'case':
        store.dispatch({ type: 'case', case: incoming.payload });
        for (const listen of this.#ofCases) listen(incoming.payload);
        break;
      case 'follow-up':
        for (const listen of this.#ofFollowUps) listen(incoming.payload);
        break;
      default:
        this.#heardOfOne(incoming);
    }
  }

  #alert(told: Extract<Incoming, { name: 'alert' }>['payload']): void {
    const { store, alertsSeen, now } = this.parts;
    if (!alertsSeen.isNew(told)) return;
    this.#alertCount += 1;
    store.dispatch({ type: 'alert', alert: { ...told, id: this.#alertCount, at: told.at ?? now() } });
  }

  /** That it lapsed is told by the server, but not over a dead line: it would go on ringing for what nobody can accept. */
  #mindLapse(conversationId: string): void {
    const { store, now } = this.parts;
    clearTimeout(this.#lapses.get(conversationId));
    const { offers, link } = store.get();
    const expiresAt = offers.find((offer) => offer.conversationId === conversationId)?.expiresAt;
    if (expiresAt === undefined) return;
    const leftMs = expiresAt + LAPSE_TOLD_MS - now();
    if (leftMs <= 0 && link !== 'online') store.dispatch({ type: 'offer-gone', conversationId });
    else this.#lapses.set(conversationId, setTimeout(() => this.#mindLapse(conversationId), Math.max(leftMs, LAPSE_TOLD_MS)));
  }

  /** A list written just before an assignment may come just after it, so what it leaves out is looked at once more. */
  #desk(desk: Extract<Incoming, { name: 'desk' }>['payload']): void {
    const { store, history } = this.parts;
    const before = store.get().mine;
    this.parts.alertsSeen.here(this.parts.now());
    store.dispatch({ type: 'desk', desk });
    const after = new Set(store.get().mine);
    for (const id of before) if (!after.has(id)) void history.open(id);
    this.parts.onDesk(desk);
  }

  #heardOfOne(incoming: AboutOne): void {
    const { store, history } = this.parts;
    switch (incoming.name) {
      case 'conversation':
        this.#conversation(incoming.payload);
        break;
      case 'message': {
        const { conversationId } = incoming.payload;
        store.dispatch({ type: 'messages', conversationId, messages: [incoming.payload] });
        history.mind(conversationId);
        break;
      }
      case 'message:recall':
        store.dispatch({ type: 'messages', conversationId: incoming.payload.conversationId, messages: [incoming.payload] });
        break;
      case 'viewers':
        store.dispatch({ type: 'viewers', ...incoming.payload });
        break;
      case 'note':
        store.dispatch({ type: 'note', conversationId: incoming.payload.conversationId, note: incoming.payload });
        break;
      case 'brief':
        store.dispatch({ type: 'brief', conversationId: incoming.payload.conversationId, brief: incoming.payload.brief });
        break;
      case 'typing':
        if (incoming.payload.from === 'subscriber') this.#subscriberTyping(incoming.payload);
        break;
    }
  }

  /** Who helps or looks on is told anew why somebody else has it now. */
  #conversation(conversation: DeskConversation): void {
    const { store, history } = this.parts;
    const { id } = conversation;
    const before = store.get().threads[id]?.conversation;
    store.dispatch({ type: 'conversation', conversationId: id, conversation });
    const isAnothers = before !== undefined && before !== null && before.ownerId !== conversation.ownerId && ['helping', 'watching'].includes(standingOf(store.get(), id));
    if (isAnothers && conversation.ownerId !== null) void history.open(id);
    else history.mind(id);
  }

  /** The end of typing may be lost with a connection; it fades by itself. */
  #subscriberTyping({ conversationId, on, text }: { readonly conversationId: string; readonly on: boolean; readonly text?: string | undefined }): void {
    clearTimeout(this.#typing.get(conversationId));
    this.parts.store.dispatch({ type: 'typing', conversationId, on, ...(text === undefined ? {} : { text }) });
    if (on)
      this.#typing.set(
        conversationId,
        setTimeout(() => this.#subscriberTyping({ conversationId, on: false }), TYPING_FADES_MS),
      );
  }
}
