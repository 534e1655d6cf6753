/** Keeps threads whole: opens them, fills holes after a lost connection, and fetches what came before. */
import type { WireMessage } from '../../../protocol/chat.js';
import type { OpenedConversation } from '../../../protocol/desk.js';
import type { DeskStore } from '../state/store.js';
import { findGap, hasEarlier } from '../state/thread-view.js';
import type { DeskSocket } from './desk-socket.js';

/** News of one change come as several events; a hole that closes by itself within this time is none. */
const SETTLE_MS = 400;
const PAGE = 200;

export class HistoryKeeper {
  readonly #checks = new Map<string, ReturnType<typeof setTimeout>>();
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
      return;
    }
    store.dispatch({ type: 'opened', conversationId, opened: answer });
    await this.#fill(conversationId);
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
    const running = this.#fetchingEarlier.get(conversationId);
    if (running) return running;
    const fetching = this.#earlier(conversationId).finally(() => this.#fetchingEarlier.delete(conversationId));
    this.#fetchingEarlier.set(conversationId, fetching);
    return fetching;
  }

  async #earlier(conversationId: string): Promise<void> {
    const { store } = this.parts;
    const thread = store.get().threads[conversationId];
    const first = thread?.messages[0];
    if (!thread || !first || !hasEarlier(thread)) return;
    store.dispatch({ type: 'earlier-asked', conversationId });
    await this.#fetch(conversationId, { beforeSeq: first.seq, limit: PAGE });
    store.dispatch({ type: 'earlier-ended', conversationId });
  }

  /** Everything down to the first message; ends early when the server has no more to give. */
  async wholePast(conversationId: string): Promise<void> {
    for (;;) {
      const before = this.#firstSeq(conversationId);
      await this.earlier(conversationId);
      if (this.#firstSeq(conversationId) === before) return;
    }
  }

  #firstSeq(conversationId: string): number | undefined {
    return this.parts.store.get().threads[conversationId]?.messages[0]?.seq;
  }

  stop(): void {
    for (const timer of this.#checks.values()) clearTimeout(timer);
    this.#checks.clear();
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

  async #fetch(conversationId: string, range: { readonly beforeSeq: number; readonly limit: number }): Promise<number> {
    const answer = await this.parts.ask<{ messages: readonly WireMessage[] }>('history', { conversationId, ...range });
    if (!answer.ok) return 0;
    this.parts.store.dispatch({ type: 'messages', conversationId, messages: answer.messages });
    return answer.messages.length;
  }
}
