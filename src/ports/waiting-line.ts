/**
 * Views of the line. There is no second list: the line is the conversations in state `queued`, here by priority (higher
 * first), then by `waiting.since`, then by id; `handoff/order.ts` puts them in serving order. Joining, claiming and leaving are changes of the record.
 */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';

export interface WaitingLine {
  queued(): Promise<readonly Conversation[]>;
  /** Queued, but for an outside hub to take: no part of the line. */
  atHub(): Promise<readonly Conversation[]>;
  live(): Promise<readonly Conversation[]>;
  liveOf(staffId: StaffId): Promise<readonly Conversation[]>;
  /** Whether this agent ever served the conversation. */
  hasServed(staffId: StaffId, conversationId: ConversationId): Promise<boolean>;
  /** Who served any of these conversations last. */
  lastServer(conversationIds: readonly ConversationId[]): Promise<StaffId | null>;
  /** Durations in ms of the last services, newest first. */
  handlingTimes(limit: number): Promise<readonly number[]>;
}
