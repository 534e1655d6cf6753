/** Everything the desk can do, as plain calls: asks the server, and tells the store what came of it. */
import type { Proposed, WireAccount, WireProposalKind, WireBehindACode, WireSignInAsked } from '../../../protocol/account.js';
import type { WireBoard } from '../../../protocol/board.js';
import type { DeskConversation, Suggested, Summarised, WireColleague } from '../../../protocol/desk.js';
import type { Offer, Presence } from '../state/desk-state.js';
import { helpingIn } from '../state/desk-view.js';
import type { DeskStore } from '../state/store.js';
import type { AlertsSeen } from './alerts-seen.js';
import { DeskNews } from './desk-news.js';
import type { Answer, DeskSocket, OpenDeskSocket } from './desk-socket.js';
import { HistoryKeeper } from './history-keeper.js';
import { NoteSender } from './note-sender.js';
import { PresenceKeeper } from './presence-keeper.js';
import { Sender } from './sender.js';
import { keepShown, loadShown } from './session.js';

export type TransferTarget = { readonly staffId: string } | { readonly skill: string };
/** Refusals after which an offer can still be answered. */
const STILL_OFFERED: ReadonlySet<string> = new Set(['no-capacity', 'rate-limited', 'offline', 'timeout', 'unavailable', 'internal']);

export type Tone = 'warm' | 'formal' | 'short' | 'plain';

export interface DeskClientParts {
  readonly store: DeskStore;
  readonly open: OpenDeskSocket;
  readonly storage: Storage;
  readonly alertsSeen: AlertsSeen;
  readonly now: () => number;
  readonly newId: () => string;
  /** The session ended, by sign-out elsewhere or by age; or it never opened this door. */
  readonly onSessionLost: (why: string) => void;
}

export class DeskClient {
  readonly sender: Sender;
  readonly notes: NoteSender;
  readonly history: HistoryKeeper;
  readonly #presence: PresenceKeeper;
  readonly #news: DeskNews;
  #socket: DeskSocket | null = null;

  constructor(private readonly parts: DeskClientParts) {
    const ask = <Result extends object>(...asked: Parameters<DeskSocket['ask']>): Promise<Answer<Result>> => this.#ask<Result>(...asked);
    this.sender = new Sender({ ask, store: parts.store, now: parts.now, newId: parts.newId });
    this.notes = new NoteSender({ ask, store: parts.store, newId: parts.newId });
    this.history = new HistoryKeeper({ ask, store: parts.store });
    this.#presence = new PresenceKeeper({ ask, storage: parts.storage });
    this.#news = new DeskNews({
      store: parts.store,
      history: this.history,
      now: parts.now,
      alertsSeen: parts.alertsSeen,
      onDesk: (desk) => {
        if (this.#presence.heard(desk)) void this.#returned();
      },
    });
  }

  start(token: string): void {
    const { store } = this.parts;
    this.#socket = this.parts.open(token, {
      onLink: (link) => {
        if (link !== 'online') this.#presence.disconnected();
        store.dispatch({ type: 'link', link });
      },
      onRefused: (code) => this.parts.onSessionLost(code),
      onEvent: (incoming) => this.#news.heard(incoming),
    });
    this.#socket.connect();
  }

  /** Returns the way to stop listening. */
  onFollowUp(listen: Parameters<DeskNews['onFollowUp']>[0]): () => void {
    return this.#news.onFollowUp(listen);
  }

  onCase(listen: Parameters<DeskNews['onCase']>[0]): () => void {
    return this.#news.onCase(listen);
  }

  stop(): void {
    this.#news.stop();
    this.history.stop();
    this.#socket?.close();
    this.#socket = null;
  }

  setPresence(status: Presence, capacity: number): Promise<Answer> {
    return this.#presence.want({ status, capacity });
  }

  /** Puts a conversation in front, and fetches what is not here yet. */
  show(conversationId: string | null): void {
    this.parts.store.dispatch({ type: 'show', conversationId });
    keepShown(this.parts.storage, conversationId);
    if (conversationId !== null) void this.history.open(conversationId);
  }

  /** `isShown`: whether it comes to the front. An offer that a refusal leaves standing stays. */
  async accept(conversationId: string, { isShown = true }: { readonly isShown?: boolean } = {}): Promise<Answer> {
    const isForHelp = this.#offered(conversationId)?.pass?.kind === 'join';
    const answer = await this.#ask<{ conversation?: DeskConversation }>('accept', { conversationId });
    if (!answer.ok && STILL_OFFERED.has(answer.error.code)) return answer;
    this.parts.store.dispatch({ type: 'offer-gone', conversationId });
    if (!answer.ok) return answer;
    if (!isForHelp) this.parts.store.dispatch({ type: 'assigned', conversationId });
    if (isShown) this.show(conversationId);
    return answer;
  }

  async decline(conversationId: string, reason: string): Promise<Answer> {
    const offer = this.#offered(conversationId);
    this.parts.store.dispatch({ type: 'offer-gone', conversationId });
    const answer = await this.#ask('decline', { conversationId, reason });
    if (!answer.ok && STILL_OFFERED.has(answer.error.code) && offer) this.parts.store.dispatch({ type: 'offer', offer });
    return answer;
  }

  /** A colleague is asked, and it stays here until she accepts; to a group it goes at once. */
  transfer(conversationId: string, to: TransferTarget, note: string): Promise<Answer> {
    return this.#ask('transfer', { conversationId, to, note, isAskedOnly: true });
  }

  invite(conversationId: string, staffId: string, note: string): Promise<Answer> {
    return this.#ask('invite', { conversationId, staffId, note });
  }

  withdrawPass(conversationId: string): Promise<Answer> {
    return this.#ask('pass:withdraw', { conversationId });
  }

  stopHelping(conversationId: string): Promise<Answer> {
    return this.#ask('leave', { conversationId });
  }

  recall(conversationId: string, seq: number): Promise<Answer> {
    return this.#ask('recall', { conversationId, seq });
  }

  sendFile(conversationId: string, id: string): Promise<Answer> {
    return this.#ask('send', { conversationId, clientId: this.parts.newId(), attachment: { id } });
  }

  viewing(conversationId: string | null): void {
    void this.#ask('viewing', { conversationId });
  }

  giveBack(conversationId: string): Promise<Answer> {
    return this.#ask('return', { conversationId });
  }

  close(conversationId: string, ending: { readonly disposition: string; readonly summary: string; readonly tags: readonly string[] }): Promise<Answer> {
    return this.#ask('close', { conversationId, ...ending });
  }

  async takeOver(conversationId: string): Promise<Answer> {
    const answer = await this.#ask('takeover', { conversationId });
    if (answer.ok) {
      this.parts.store.dispatch({ type: 'assigned', conversationId });
      await this.history.open(conversationId);
    }
    return answer;
  }

  reveal(conversationId: string, reason: string): Promise<Answer<{ msisdn: string }>> {
    return this.#ask('reveal', { conversationId, reason });
  }

  summary(conversationId: string): Promise<Answer<Summarised>> {
    return this.#ask('summary', { conversationId });
  }

  account(conversationId: string): Promise<Answer<{ account: WireAccount }>> {
    return this.#ask('account', { conversationId });
  }

  askToSignIn(conversationId: string, about?: WireBehindACode): Promise<Answer<WireSignInAsked>> {
    return this.#ask('signin', { conversationId, clientId: this.parts.newId(), ...(about === undefined ? {} : { about }) });
  }

  propose(conversationId: string, wish: { readonly kind: WireProposalKind; readonly target?: string }): Promise<Answer<Proposed>> {
    return this.#ask('propose', { conversationId, clientId: this.parts.newId(), ...wish });
  }

  withdrawProposal(conversationId: string): Promise<Answer> {
    return this.#ask('propose:withdraw', { conversationId });
  }

  suggest(conversationId: string): Promise<Answer<Suggested>> {
    return this.#ask('suggest', { conversationId });
  }

  rephrase(conversationId: string, text: string, tone: Tone): Promise<Answer<{ text: string }>> {
    return this.#ask('rephrase', { conversationId, text, tone });
  }

  translate(conversationId: string, text: string, to: 'zh-CN' | 'en'): Promise<Answer<{ text: string }>> {
    return this.#ask('translate', { conversationId, text, to });
  }

  /** From now on the store holds the floor as it stands. */
  async watchBoard(): Promise<void> {
    const answer = await this.#ask<{ board?: WireBoard }>('board', { on: true });
    if (answer.ok && answer.board) this.parts.store.dispatch({ type: 'board', board: answer.board });
  }

  reassign(staffId: string): Promise<Answer<{ count: number }>> {
    return this.#ask('reassign', { staffId });
  }

  colleagues(): Promise<Answer<{ colleagues: readonly WireColleague[] }>> {
    return this.#ask('colleagues', {});
  }

  typing(conversationId: string, on: boolean): void {
    if (this.#socket?.isOnline) void this.#ask('typing', { conversationId, on });
  }

  read(conversationId: string, seq: number): void {
    this.parts.store.dispatch({ type: 'read', conversationId, seq });
    void this.#ask('read', { conversationId, seq });
  }

  #offered(conversationId: string): Offer | undefined {
    return this.parts.store.get().offers.find((offer) => offer.conversationId === conversationId);
  }

  #ask<Result extends object>(...asked: Parameters<DeskSocket['ask']>): Promise<Answer<Result>> {
    return this.#socket?.ask<Result>(...asked) ?? Promise.resolve({ ok: false, error: { code: 'offline', message: '' } });
  }

  /** After a reload the chat that was in front is in front again, if it is still hers. */
  #showAgain(): void {
    const { shownId, mine } = this.parts.store.get();
    const before = shownId === null ? loadShown(this.parts.storage) : null;
    if (before !== null && mine.includes(before)) this.parts.store.dispatch({ type: 'show', conversationId: before });
  }

  /** Connected, and the server has said what is ours: look at everything anew, then send what was left over. */
  async #returned(): Promise<void> {
    this.#showAgain();
    const { shownId, threads, staff, mine: owned } = this.parts.store.get();
    const mine = [...owned, ...helpingIn({ threads, staff })];
    const ids =
      shownId !== null && !mine.includes(shownId)
        ? [shownId, ...mine]
        : [...mine].sort((a, b) => Number(b === shownId) - Number(a === shownId));
    for (const id of ids) {
      await this.history.open(id);
      await this.sender.resend(id);
    }
    // Of a chat that went elsewhere meanwhile the server still says which words it has: it gives the same answer to the same `clientId`.
    for (const { id, outgoing } of Object.values(threads)) if (outgoing.length > 0 && !ids.includes(id)) await this.sender.resend(id);
  }
}
