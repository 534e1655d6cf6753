/** What subscribers really asked of late, and what the assistant made of it: for trying new content before it is published. */
import type { ConversationId } from '../domain/ids.js';

export interface AskedQuestion {
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly text: string;
  readonly at: number;
  /** Rule and intent of the assistant's reply; null when there was none, e.g. because an agent had the conversation. */
  readonly rule: string | null;
  readonly intent: string | null;
}

export interface AskedQuestions {
  /** Newest first; typed words only, no pressed buttons. `limit` from 1 to 5,000. */
  last(limit: number): Promise<readonly AskedQuestion[]>;
}
