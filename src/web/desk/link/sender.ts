/** Sends replies: shown at once, confirmed once durable, and sent again under the same `clientId` until then. */
import type { DeskStore } from '../state/store.js';
import type { Outgoing } from '../state/desk-state.js';
import { mayHaveArrived } from '../state/thread-view.js';
import type { DeskSocket } from './desk-socket.js';

export interface SenderParts {
  readonly ask: DeskSocket['ask'];
  readonly store: DeskStore;
  readonly now: () => number;
  readonly newId: () => string;
}

export class Sender {
  constructor(private readonly parts: SenderParts) {}

  /** Resolves to whether it is durable. */
  async send(conversationId: string, text: string): Promise<boolean> {
    const { store, now, newId } = this.parts;
    const item: Outgoing = { clientId: newId(), text, at: now(), status: 'sending', error: null };
    store.dispatch({ type: 'sending', conversationId, item });
    return this.#deliver(conversationId, item);
  }

  async retry(conversationId: string, clientId: string): Promise<void> {
    const item = this.#outgoing(conversationId).find((candidate) => candidate.clientId === clientId);
    if (!item) return;
    this.parts.store.dispatch({ type: 'retry', conversationId, clientId });
    await this.#deliver(conversationId, item);
  }

  /** In their order: what was lost on the way goes again, what the server refused waits for the agent. */
  async resend(conversationId: string): Promise<void> {
    for (const item of this.#outgoing(conversationId)) {
      if (item.status === 'failed' && mayHaveArrived(item)) await this.retry(conversationId, item.clientId);
    }
  }

  #outgoing(conversationId: string): readonly Outgoing[] {
    return this.parts.store.get().threads[conversationId]?.outgoing ?? [];
  }

  async #deliver(conversationId: string, item: Outgoing): Promise<boolean> {
    const { ask, store } = this.parts;
    const { clientId, text } = item;
    const answer = await ask<{ id: string; seq: number }>('send', { conversationId, clientId, text });
    if (answer.ok) store.dispatch({ type: 'acked', conversationId, clientId, id: answer.id, seq: answer.seq });
    else store.dispatch({ type: 'failed', conversationId, clientId, error: answer.error.code });
    return answer.ok;
  }
}
