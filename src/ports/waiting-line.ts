/**
 * Views of the line. There is no second list: the line is the conversations in state `queued`, by priority
 * (higher first), then by `waiting.since`, then by id. Joining, claiming and leaving are changes of the record.
 */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';

export interface HandoffEnding {
  readonly conversationId: string;
  readonly skillGroup: string;
  readonly joinedAt: number;
  readonly endedAt: number;
  readonly ending: 'accepted' | 'failed' | 'timed-out' | 'left';
  readonly detail: string;
}

export interface WaitingLine {
  /** In the order in which they are to be served. */
  queued(): Promise<readonly Conversation[]>;
  live(): Promise<readonly Conversation[]>;
  liveOf(staffId: StaffId): Promise<readonly Conversation[]>;
  /** Every handoff ends in exactly one row. */
  recordEnding(ending: HandoffEnding): Promise<void>;
  /** Newest first; for the waiting-time estimate. */
  endings(limit: number): Promise<readonly HandoffEnding[]>;
  recordService(service: { staffId: StaffId; conversationId: string; skillGroup: string; startedAt: number; endedAt: number }): Promise<void>;
  /** Whether this agent ever served the conversation. */
  hasServed(staffId: StaffId, conversationId: ConversationId): Promise<boolean>;
  /** Durations in ms of the last services, newest first. */
  handlingTimes(limit: number): Promise<readonly number[]>;
}
