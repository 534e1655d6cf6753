/** What a verified subscriber may have done with what is kept of them: a count of it, and its erasure. For skills. */
import type { ConversationId, Msisdn } from '../domain/ids.js';

export interface HeldCounts {
  readonly conversations: number;
  readonly messages: number;
  readonly files: number;
  readonly openCases: number;
}

export interface PersonalData {
  counts(msisdn: Msisdn): Promise<HeldCounts>;
  /** Resolves once it is gone. `conversationId` is where it was asked for. */
  erase(msisdn: Msisdn, conversationId: ConversationId): Promise<HeldCounts>;
}
