/**
 * Where conversations of outside channels (WeChat, Bot Framework …) are answered: who out there stands for which conversation, and
 * up to which message they have been told.
 *
 * Promises: one conversation for one person of a channel, whoever asks at once. Only the holder of a running lease moves `deliveredSeq`,
 * and only forward, so that a message leaves once and in order, whichever node sends it. What is not told yet stays due through a crash.
 */
import type { Channel } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';

export interface ChannelThread {
  readonly channel: Channel;
  /** Who it is out there, in the channel's own words; at most 512 characters. */
  readonly externalId: string;
  readonly conversationId: ConversationId;
  /** What sending an answer takes, in the channel's own words; the newest known. */
  readonly address: Readonly<Record<string, unknown>>;
  readonly deliveredSeq: number;
  /** Telling up to there was begun by `begin`; beyond `deliveredSeq`, nobody knows whether it arrived. */
  readonly begunSeq: number;
  /** How often telling failed since it last got on. */
  readonly failures: number;
}

export type NewThread = Omit<ChannelThread, 'deliveredSeq' | 'begunSeq' | 'failures'>;

/** `notBefore`: epoch ms. */
export interface ThreadRest {
  readonly notBefore: number;
  readonly failures: number;
}

export interface ThreadLease {
  /** Who sends, e.g. the node's id. */
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

export interface ChannelThreads {
  find(channel: Channel, externalId: string): Promise<ChannelThread | null>;
  of(conversationId: ConversationId): Promise<ChannelThread | null>;
  /** They wrote: adds the thread, or changes its address and lets go on what was put off; the conversation that is there already stays. */
  keep(thread: NewThread): Promise<ChannelThread>;
  /** A new conversation for this person, told from its first message on. */
  move(thread: NewThread): Promise<ChannelThread>;
  /** The thread as it stands when nobody else sends on it and it is not put off; null otherwise. */
  claim(conversationId: ConversationId, lease: ThreadLease): Promise<ChannelThread | null>;
  /** Telling goes on: the lease holds until then. False when it was lost. */
  renew(conversationId: ConversationId, holder: string, until: number): Promise<boolean>;
  /** Telling up to there begins, in one piece; false when the lease was lost. */
  begin(conversationId: ConversationId, holder: string, throughSeq: number): Promise<boolean>;
  /** False when the lease was lost. */
  delivered(conversationId: ConversationId, holder: string, seq: number): Promise<boolean>;
  /** Gives the lease back; until then nobody tries again, unless they wrote since it was claimed. */
  release(conversationId: ConversationId, holder: string, rest: ThreadRest): Promise<void>;
  /** Conversations of these channels with something untold that may be told now: those that were not put off first, then longest untouched first. */
  due(channels: readonly Channel[], now: number, limit: number): Promise<readonly ConversationId[]>;
}
