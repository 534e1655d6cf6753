/** Takes what people of outside channels say into the record: the same person the same conversation, the same message once. */
import type { Conversations } from '../../conversation/conversations.js';
import type { PersonAnswer } from '../../conversation/hand-over.js';
import type { Channel, Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Locale } from '../../domain/locale.js';
import type { Message, Wordless } from '../../domain/message.js';
import type { ChannelThreads, NewThread } from '../../ports/channel-threads.js';

export interface ChannelPerson {
  readonly channel: Channel;
  readonly externalId: string;
  /** What sending an answer takes. */
  readonly address: Readonly<Record<string, unknown>>;
  readonly locale: Locale | null;
}

export interface ChannelIntakeDeps {
  readonly threads: ChannelThreads;
  readonly conversations: Conversations;
}

export interface Said {
  /** The channel's own id of the message, at most 128 printable characters: said again it is not taken again. */
  readonly id: string;
  readonly text: string;
  readonly action?: { readonly id: string; readonly value?: string };
  readonly wordless?: Wordless;
}

export class ChannelIntake {
  constructor(private readonly deps: ChannelIntakeDeps) {}

  /** Durable when it resolves; the answer follows by the channel's delivery. */
  async say(person: ChannelPerson, said: Said): Promise<Message | Refusal> {
    const conversation = await this.conversationOf(person);
    if (isRefusal(conversation)) return conversation;
    const { id: clientId, ...rest } = said;
    return this.deps.conversations.receive(conversation, { clientId, ...rest });
  }

  async askForPerson(person: ChannelPerson, reason: string | null): Promise<PersonAnswer | Refusal> {
    const conversation = await this.conversationOf(person);
    return isRefusal(conversation) ? conversation : this.deps.conversations.askForPerson(conversation, reason);
  }

  /** As stored; nothing is kept of who asks, who may be somebody else than the person. */
  async known({ channel, externalId }: Pick<ChannelPerson, 'channel' | 'externalId'>): Promise<Conversation | null> {
    const thread = await this.deps.threads.find(channel, externalId);
    return thread && this.deps.conversations.find(thread.conversationId);
  }

  /** As stored, or as it will be stored with the first message. */
  async conversationOf(person: ChannelPerson): Promise<Conversation | Refusal> {
    const { threads, conversations } = this.deps;
    const known = await threads.find(person.channel, person.externalId);
    const opened = await conversations.open({ resumeToken: null, msisdn: null, locale: person.locale, channel: person.channel });
    if (isRefusal(opened)) return opened;
    const kept = await threads.keep({ ...threadOf(person), conversationId: known?.conversationId ?? opened.conversation.id });
    if (kept.conversationId === opened.conversation.id) return opened.conversation;
    const stored = await conversations.find(kept.conversationId);
    if (stored) return stored;
    // Another request began this conversation and has not stored its first message yet.
    return { ...opened.conversation, id: kept.conversationId };
  }
}

function threadOf({ channel, externalId, address }: ChannelPerson): Omit<NewThread, 'conversationId'> {
  return { channel, externalId, address };
}

/** Ids that are too long or hold unusual characters could not be stored as they are. */
export function isFitId(id: string): boolean {
  return /^[!-~]{1,128}$/.test(id);
}

export const UNFIT = refuse('bad-request', 'an id of 1 to 128 printable characters');
