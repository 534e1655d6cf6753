/**
 * Which place in line somebody of an outside channel was told last.
 *
 * Promises: of all nodes that ask at once for the same place, one is told to tell it; what was told is remembered through a restart.
 */
import type { Channel } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { ChannelThread } from './channel-threads.js';

export interface PlaceToTell {
  /** What is told, in a word for programs: the same one is not told twice running. */
  readonly place: string;
  readonly now: number;
  /** Not again before this many ms have passed. */
  readonly restMs: number;
}

export interface ToldPlaces {
  /** Threads of this channel whose conversations wait in line. */
  queued(channel: Channel): Promise<readonly ChannelThread[]>;
  mayTell(conversationId: ConversationId, told: PlaceToTell): Promise<boolean>;
}
