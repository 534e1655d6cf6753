/**
 * Under which id an outside channel keeps what was said, for the words that are taken back later.
 *
 * Promises: what is to be taken back is due until somebody says that it is done, through crashes; one caller at a time has it, and is
 * replaced when its claim ends.
 */
import type { ConversationId } from '../domain/ids.js';

export interface ToldWord {
  readonly conversationId: ConversationId;
  readonly seq: number;
  /** In the channel's own words. */
  readonly outsideId: string;
}

export interface ToldWords {
  keep(told: ToldWord, now: number): Promise<void>;
  /** Nothing when the channel was never told, or has no ids. */
  takeBack(conversationId: ConversationId, seq: number): Promise<void>;
  claimDue(when: { readonly now: number; readonly until: number; readonly limit: number }): Promise<readonly ToldWord[]>;
  done(told: ToldWord): Promise<void>;
  /** Forgets what can no longer be taken back. */
  prune(before: number): Promise<void>;
}
