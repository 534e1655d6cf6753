/**
 * What has been kept for longer than it is to be kept, and its going.
 *
 * Promises: `remove` takes only conversations that are still at rest, each whole or not at all, and never one in which somebody speaks at
 * that moment: the words that come are stored, in the conversation as it was or in one that begins anew. What is counted of them stays in
 * the figures, without a word. The audit log is not touched.
 */
import type { ConversationId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';

/** Where a look through has got to: oldest first. */
export interface Place {
  readonly createdAt: number;
  readonly id: string;
}

export interface Question {
  /** Epoch ms: older than this. */
  readonly before: number;
  readonly after: Place | null;
  readonly limit: number;
}

export interface Retention {
  /** Nobody has it or waits in it, nothing was said since `before`, and no case, promise or follow-up of it is open. */
  resting(question: Question): Promise<{ readonly ids: readonly ConversationId[]; readonly next: Place | null }>;
  /** Answers which of them have gone. */
  remove(ids: readonly ConversationId[], before: number): Promise<readonly ConversationId[]>;
  /** In conversations that go on, what was said and noted before. `withFiles`: where a file was among it. */
  blank(question: Question & { readonly words: Readonly<Record<Locale, string>> }): Promise<{ readonly messages: number; readonly withFiles: readonly ConversationId[]; readonly next: Place | null }>;
  /** Closed and unchanged since `before`, with their promises. */
  removeCases(question: Question): Promise<{ readonly removed: number; readonly next: Place | null }>;
}
