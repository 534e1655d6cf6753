/** Adds notes and whispers; one whose answer was lost is asked for again under the same `clientId`, for it may be in the record. */
import type { WireNote } from '../../../protocol/desk.js';
import type { DeskStore } from '../state/store.js';
import { isFateUnknown } from '../state/thread-view.js';
import type { Answer, DeskSocket } from './desk-socket.js';

export interface NoteSenderParts {
  readonly ask: DeskSocket['ask'];
  readonly store: DeskStore;
  readonly newId: () => string;
}

export interface NoteWish {
  readonly kind: 'note' | 'whisper';
  readonly text: string;
}

export class NoteSender {
  /** What was not answered, by its words: other words are another note. */
  readonly #unanswered = new Map<string, string>();

  constructor(private readonly parts: NoteSenderParts) {}

  async add(conversationId: string, { kind, text }: NoteWish): Promise<Answer> {
    const { ask, store, newId } = this.parts;
    const same = JSON.stringify([conversationId, kind, text.trim()]);
    const clientId = this.#unanswered.get(same) ?? newId();
    this.#unanswered.set(same, clientId);
    const answer = await ask<{ note?: WireNote }>(kind, { conversationId, clientId, text });
    if (answer.ok || !isFateUnknown(answer.error.code)) this.#unanswered.delete(same);
    if (answer.ok && answer.note) store.dispatch({ type: 'note', conversationId, note: answer.note });
    return answer;
  }
}
