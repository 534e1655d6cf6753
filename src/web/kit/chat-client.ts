/** One subscriber's side of the conversation: the thread, the connection and the memory of the browser, behind plain verbs. */
import type { OwnCase } from '../../protocol/cases.js';
import type { WireButton } from '../../protocol/cards.js';
import type { ChatHandshake, WireConversation, WireMessage } from '../../protocol/chat.js';
import { Connection, type Incoming, type Link, type OpenSocket } from './connection.js';
import { GapFiller } from './gap-filler.js';
import { KeptDraft } from './kept-draft.js';
import { Passport } from './passport.js';
import type { ResumeStore } from './resume-store.js';
import { SendQueue, type Placed } from './send-queue.js';
import { Signal } from './signal.js';
import { EMPTY_THREAD, reduceThread, type Outgoing, type OutgoingBody, type Thread, type ThreadEvent } from './thread.js';
import { lastSeqOf, wholeUpTo, type HistoryRequest } from './thread-view.js';
import type { Timing } from './timing.js';
import { TypingHint } from './typing-hint.js';

/** After a reload this much is fetched at once; the rest comes when the subscriber scrolls up. */
const KEPT_ON_RELOAD = 60;
const EARLIER_PAGE = 50;
/** Of what is being written the agent sees the end. */
const MAX_PREVIEW = 500;

export interface ChatClientParts {
  readonly open: OpenSocket;
  readonly store: ResumeStore;
  readonly timing: Timing;
  readonly newId: () => string;
  readonly page: 'web' | 'wechat';
  readonly locale: () => 'zh-CN' | 'en';
  /** Signed by the operator's site; null for a visitor it does not know. */
  readonly token: string | null;
}

/** Nobody could be asked, and what the server offers instead. */
export interface NoPerson {
  readonly reason: string;
  readonly options: readonly WireButton[];
}

export class ChatClient {
  readonly thread = new Signal<Thread>(EMPTY_THREAD);
  readonly link = new Signal<Link>('idle');
  readonly noPerson = new Signal<NoPerson | null>(null);
  /** A person was asked for and the server has not answered yet; survives a lost connection. */
  readonly isAskingForPerson = new Signal(false);
  /** The case that moved last. */
  readonly movedCase = new Signal<OwnCase | null>(null);
  readonly refusedToken = new Signal<string | null>(null);
  readonly draft: KeptDraft;
  readonly #parts: ChatClientParts;
  readonly #passport: Passport;
  readonly #connection: Connection;
  readonly #queue: SendQueue;
  readonly #gaps: GapFiller;
  readonly #hint: TypingHint;

  constructor(parts: ChatClientParts) {
    this.#parts = parts;
    this.#passport = new Passport(parts.store, parts.token);
    this.draft = new KeptDraft(parts.store, this.#passport.who);
    this.#connection = new Connection(parts.open, {
      timing: parts.timing,
      handshake: () => this.#handshake(),
      watcher: {
        onLink: (link) => this.#onLink(link),
        onRefused: (code) => this.#onRefused(code),
        onEvent: (incoming) => this.#onEvent(incoming),
      },
    });
    this.#queue = new SendQueue(
      (item) => this.#connection.ask<Placed>('send', { clientId: item.clientId, ...item.body }),
      (event) => this.#dispatch(event),
    );
    this.#gaps = new GapFiller(
      parts.timing,
      () => this.thread.get(),
      (request) => this.#fillFrom(request),
    );
    this.#hint = new TypingHint(parts.timing, (on, text) => void this.#connection.ask('typing', { on, text }));
    this.#recall();
  }

  /** Null until there is a conversation to come back to. Opens the transcript too. */
  get resumeToken(): string | null {
    return this.#passport.resumeToken;
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
  }

  hurry(): void {
    this.#connection.hurry();
  }

  send(text: string): void {
    this.#hint.stopped();
    this.#post({ text }, text);
  }

  /** `shown`: what the bubble says; a code must not stand there. */
  act(action: { readonly id: string; readonly value?: string }, shown: string): void {
    if (action.id === 'handoff') void this.askForPerson();
    else this.#post({ action }, shown);
  }

  /** `shown`: its name, until the server's copy comes. */
  sendFile(id: string, shown: string): void {
    this.#post({ attachment: { id } }, shown);
  }

  retry(clientId: string): void {
    const item = this.thread.get().outgoing.find((candidate) => candidate.clientId === clientId);
    if (item === undefined) return;
    this.#dispatch({ type: 'retry', clientId });
    this.#queue.add(item);
  }

  /** Resolves to false when the server stands but did not take the wish. Offline, the wish waits for the connection. */
  async askForPerson(): Promise<boolean> {
    this.isAskingForPerson.set(true);
    this.start();
    const answer = await this.#connection.ask<HandoffAnswer>('handoff', {});
    if (answer === 'lost') return true;
    this.isAskingForPerson.set(false);
    if (answer === 'late' || !answer.ok) return false;
    this.noPerson.set(answer.queued ? null : { reason: answer.reason ?? '', options: buttonsIn(answer.options) });
    return true;
  }

  async rate(score: number, comment: string, reasons: readonly string[]): Promise<boolean> {
    const answer = await this.#connection.ask('rate', { score, reasons, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) });
    const isDone = typeof answer === 'object' && answer.ok;
    if (isDone) this.#dispatch({ type: 'rated' });
    return isDone;
  }

  async end(): Promise<boolean> {
    const answer = await this.#connection.ask('end', {});
    return typeof answer === 'object' && answer.ok;
  }

  markRead(): void {
    const seq = lastSeqOf(this.thread.get());
    if (seq <= this.thread.get().readSeq) return;
    this.#dispatch({ type: 'read', seq });
    void this.#connection.ask('read', { seq });
  }

  async loadEarlier(): Promise<void> {
    const { floor } = this.thread.get();
    if (floor === 0) return;
    const messages = await this.#askHistory({ beforeSeq: floor + 1, limit: EARLIER_PAGE });
    if (messages !== null) this.#dispatch({ type: 'earlier', messages });
  }

  /** Only an agent is told; the assistant needs no such hint. */
  noteWriting(text: string): void {
    if (this.thread.get().conversation?.state === 'live') this.#hint.writing(text.slice(-MAX_PREVIEW));
  }

  /** The site learned who this is, or that they left. */
  identify(token: string | null): void {
    const { messages, outgoing } = this.thread.get();
    const hasSpoken = outgoing.length > 0 || messages.some((message) => message.from === 'subscriber');
    if (this.#passport.change(token, hasSpoken) === 'another') {
      this.#queue.clear();
      this.noPerson.set(null);
      this.isAskingForPerson.set(false);
      this.thread.set(EMPTY_THREAD);
      this.#recall();
    }
    this.draft.passOnTo(this.#passport.who);
    this.#connection.restart();
  }

  /** The next handshake carries the language now chosen. */
  relocate(): void {
    this.#connection.restart();
  }

  #recall(): void {
    this.#dispatch({ type: 'opening', floor: Math.max(0, (this.#passport.point?.lastSeq ?? 0) - KEPT_ON_RELOAD) });
    for (const item of this.#parts.store.loadUnsent(this.#passport.who)) this.#enqueue({ ...item, status: 'sending', error: null });
  }

  #handshake(): ChatHandshake {
    const { passes } = this.#passport;
    return {
      locale: this.#parts.locale(),
      page: this.#parts.page,
      ...passes,
      ...(passes.resumeToken === undefined ? {} : { afterSeq: wholeUpTo(this.thread.get()) }),
    };
  }

  #post(body: OutgoingBody, text: string): void {
    this.noPerson.set(null);
    this.#enqueue({ clientId: this.#parts.newId(), body, text, at: this.#parts.timing.now(), status: 'sending', error: null });
    this.start();
  }

  #enqueue(item: Outgoing): void {
    this.#dispatch({ type: 'sending', item });
    this.#queue.add(item);
  }

  #onLink(link: Link): void {
    this.link.set(link);
    if (link !== 'online') this.#dispatch({ type: 'disconnected' });
    else this.#gaps.reset();
    // Where nothing will ever be sent, what was written is not left as on its way.
    if (link === 'online' || link === 'barred') void this.#queue.flush().then(() => (this.isAskingForPerson.get() ? this.askForPerson() : false));
  }

  #onRefused(code: string): void {
    if (code === 'rate-limited' || code === 'unavailable') return;
    const dropped = this.#passport.refused();
    if (dropped === 'token') this.refusedToken.set(code);
    if (dropped === 'resume') this.thread.set({ ...EMPTY_THREAD, outgoing: this.thread.get().outgoing });
  }

  #onEvent(incoming: Incoming): void {
    switch (incoming.name) {
      case 'conversation':
        return this.#onConversation(incoming.payload);
      case 'message':
        if (incoming.payload.clientId !== undefined) this.#queue.settle(incoming.payload.clientId);
        return this.#dispatch({ type: 'messages', messages: [incoming.payload] });
      case 'message:recall':
        return this.#dispatch({ type: 'messages', messages: [incoming.payload] });
      case 'message:delta':
        return this.#dispatch({ type: 'delta', ...incoming.payload });
      case 'message:cancel':
        return this.#dispatch({ type: 'cancel', ...incoming.payload });
      case 'queue':
        return this.#dispatch({ type: 'queue', place: incoming.payload });
      case 'typing':
        return this.#dispatch({ type: 'typing', ...incoming.payload });
      case 'case':
        return this.movedCase.set(incoming.payload);
      case 'survey':
        return this.#dispatch({ type: 'survey', reasons: incoming.payload.reasons });
    }
  }

  #onConversation(conversation: WireConversation): void {
    // Another conversation than the one remembered: everything in it is new to this page.
    if (this.#passport.point?.conversationId !== conversation.id) this.#dispatch({ type: 'opening', floor: 0 });
    this.#passport.issued(conversation.resumeToken);
    this.#dispatch({ type: 'conversation', conversation });
  }

  #dispatch(event: ThreadEvent): void {
    const before = this.thread.get();
    const thread = reduceThread(before, event);
    if (thread === before) return;
    this.thread.set(thread);
    this.#gaps.check();
    if (thread.outgoing !== before.outgoing) this.#parts.store.saveUnsent(this.#passport.who, thread.outgoing);
    const hasMoved = thread.conversation !== before.conversation || thread.messages !== before.messages;
    if (hasMoved && thread.conversation !== null) this.#passport.remember(thread.conversation.id, lastSeqOf(thread));
  }

  async #fillFrom(request: HistoryRequest): Promise<boolean> {
    const messages = await this.#askHistory(request);
    if (messages !== null) this.#dispatch({ type: 'messages', messages });
    return messages !== null && messages.length > 0;
  }

  async #askHistory(request: HistoryRequest): Promise<readonly WireMessage[] | null> {
    const answer = await this.#connection.ask<{ messages: readonly WireMessage[] }>('history', request);
    return typeof answer === 'object' && answer.ok ? answer.messages : null;
  }
}

interface HandoffAnswer {
  readonly queued: boolean;
  readonly reason?: string;
  readonly options?: unknown;
}

function buttonsIn(options: unknown): readonly WireButton[] {
  if (!Array.isArray(options)) return [];
  return options.filter((option): option is WireButton => typeof (option as Partial<WireButton> | null)?.label === 'string');
}
