/** Keeps threads whole: opens them, fills holes after a lost connection, and fetches what came before. */
import type { WireMessage } from '../../../protocol/chat.js';
import type { OpenedConversation } from '../../../protocol/desk.js';
import type { DeskStore } from '../state/store.js';
import { findGap, hasEarlier } from '../state/thread-view.js';
import type { Answer, DeskSocket } from './desk-socket.js';

/** News of one change come as several events; a hole that closes by itself within this time is none. */
const SETTLE_MS = 400;
const PAGE = 200;
/** Refusals that pass while the line stands; when it is lost, the next connection looks at everything anew. */
const PASSING: ReadonlySet<string> = new Set(['timeout', 'rate-limited', 'unavailable', 'internal']);
const AGAIN_MS = 5000;

interface HistoryRange {
  readonly beforeSeq: number;
  readonly limit: number;
}

interface History {
  readonly messages: readonly WireMessage[];
}

export class HistoryKeeper {
  readonly #checks = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #again = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #opening = new Map<string, Promise<void>>();
  readonly #fetchingEarlier = new Map<string, Promise<void>>();

  constructor(private readonly parts: { readonly ask: DeskSocket['ask']; readonly store: DeskStore }) {}

  open(conversationId: string): Promise<void> {
    const running = this.#opening.get(conversationId);
    if (running) return running;
    const opening = this.#open(conversationId).finally(() => this.#opening.delete(conversationId));
    this.#opening.set(conversationId, opening);
    return opening;
  }

  async #open(conversationId: string): Promise<void> {
    const { ask, store } = this.parts;
    store.dispatch({ type: 'opening', conversationId });
    const answer = await ask<OpenedConversation>('open', { conversationId });
    if (!answer.ok) {
      store.dispatch({ type: 'open-failed', conversationId, code: answer.error.code });
      this.#tryAgain(conversationId, answer.error.code);
      return;
    }
    store.dispatch({ type: 'opened', conversationId, opened: answer });
    await this.#fill(conversationId);
  }

  /** Of a thread that is shown already nobody sees that it could not be looked at anew; of one that is not, the page says so. */
  #tryAgain(conversationId: string, code: string): void {
    if (!PASSING.has(code) || this.parts.store.get().threads[conversationId]?.loading !== 'loaded') return;
    clearTimeout(this.#again.get(conversationId));
    this.#again.set(conversationId, setTimeout(() => void this.open(conversationId), AGAIN_MS));
  }

  /** Looks for a hole soon after something arrived. */
  mind(conversationId: string): void {
    if (this.#checks.has(conversationId)) return;
    const check = (): void => {
      this.#checks.delete(conversationId);
      void this.#fill(conversationId);
    };
    this.#checks.set(conversationId, setTimeout(check, SETTLE_MS));
  }

  /** Asked for twice it is fetched once. */
  earlier(conversationId: string): Promise<void> {
    return this.#fetchingEarlier.get(conversationId) ?? this.#fetchEarlier(conversationId, 1);
  }

  /** Everything down to the first message; ends early when the server has no more to give. */
  async wholePast(conversationId: string): Promise<void> {
    for (let running = this.#fetchingEarlier.get(conversationId); running; running = this.#fetchingEarlier.get(conversationId)) await running;
    await this.#fetchEarlier(conversationId, Number.POSITIVE_INFINITY);
  }

  #fetchEarlier(conversationId: string, mostPages: number): Promise<void> {
    const fetching = this.#earlier(conversationId, mostPages).finally(() => this.#fetchingEarlier.delete(conversationId));
    this.#fetchingEarlier.set(conversationId, fetching);
    return fetching;
  }

  /** However many pages, they are put in at once: each putting in orders and lays out all that is there. */
  async #earlier(conversationId: string, mostPages: number): Promise<void> {
    const { store } = this.parts;
    const thread = store.get().threads[conversationId];
    const first = thread?.messages[0];
    if (!thread || !first || !hasEarlier(thread)) return;
    store.dispatch({ type: 'earlier-asked', conversationId });
    const messages = await this.#pagesBefore(conversationId, first.seq, mostPages);
    store.dispatch({ type: 'messages', conversationId, messages });
    store.dispatch({ type: 'earlier-ended', conversationId });
  }

  async #pagesBefore(conversationId: string, seq: number, mostPages: number): Promise<readonly WireMessage[]> {
    const messages: WireMessage[] = [];
    let beforeSeq = seq;
    for (let page = 0; page < mostPages && beforeSeq > 1; page += 1) {
      const older = messagesIn(await this.#ask(conversationId, { beforeSeq, limit: PAGE }));
      const lowest = older.reduce((low, message) => Math.min(low, message.seq), beforeSeq);
      if (lowest === beforeSeq) break;
      messages.push(...older);
      beforeSeq = lowest;
    }
    return messages;
  }

  stop(): void {
    for (const timer of [...this.#checks.values(), ...this.#again.values()]) clearTimeout(timer);
    this.#checks.clear();
    this.#again.clear();
  }

  async #fill(conversationId: string): Promise<void> {
    for (;;) {
      const thread = this.parts.store.get().threads[conversationId];
      // Only what was opened is kept whole; the rest is opened when somebody looks.
      if (thread?.loading !== 'loaded') return;
      const gap = findGap(thread);
      if (!gap) return;
      const count = await this.#fetch(conversationId, gap);
      if (count === 0) return;
    }
  }

  async #fetch(conversationId: string, range: HistoryRange): Promise<number> {
    const answer = await this.#ask(conversationId, range);
    if (!answer.ok) this.#tryAgain(conversationId, answer.error.code);
    const messages = messagesIn(answer);
    this.parts.store.dispatch({ type: 'messages', conversationId, messages });
    return messages.length;
  }

  #ask(conversationId: string, range: HistoryRange): Promise<Answer<History>> {
    return this.parts.ask<History>('history', { conversationId, ...range });
  }
}

function messagesIn(answer: Answer<History>): readonly WireMessage[] {
  return answer.ok ? answer.messages : [];
}
