/** The steps of a handoff as the Bot Framework's protocol tells them to an outside hub: asked for, with context and record, and how it went on. */
import type { ConversationReference } from 'botbuilder';
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import { masked } from '../wire.js';
import type { OutActivity } from './activity-of.js';
import type { BotAddress } from './bot-address.js';

/** What a hub's agent reads before the first word. */
const TOLD = 200;

export class HandoffEvents {
  constructor(private readonly conversations: Pick<Conversations, 'messages'>) {}

  /** Null for words that are no step of a handoff. */
  async of({ handoff, seq, text }: Message, conversation: Conversation, to: BotAddress): Promise<OutActivity | null> {
    if (!handoff) return null;
    // Loaded with the first handoff: most conversations have none, and the library is large.
    const { CloudAdapter, EventFactory, TurnContext } = await import('botbuilder');
    if (handoff.step !== 'asked') {
      const { value, ...status } = EventFactory.createHandoffStatus(placeOf(to), handoff.step, text);
      return { ...status, value: { ...(value as object), handoffId: handoff.id } };
    }
    const context = new TurnContext(new CloudAdapter(), { ...conversationOf(to), type: 'message', locale: conversation.locale });
    const activities = (await this.conversations.messages(conversation.id, { beforeSeq: seq + 1, limit: TOLD })).map((message) => asTranscript(message, to));
    return EventFactory.createHandoffInitiation(context, contextOf(conversation, handoff.id), { activities: activities as never });
  }
}

function placeOf({ conversation }: BotAddress): ConversationReference['conversation'] {
  // The library wants more of a conversation than a channel gives.
  return { isGroup: false, conversationType: '', name: '', ...conversation };
}

function conversationOf(to: BotAddress) {
  const { serviceUrl, channelId, bot, user } = to;
  return { serviceUrl, channelId, conversation: placeOf(to), from: { id: user.id, name: user.name ?? '' }, recipient: { id: bot.id, name: bot.name ?? '' } };
}

/** Facts for routing and for the agent; the number as agents of our own see it. */
function contextOf({ waiting, identity, locale, memory }: Conversation, handoffId: string): object {
  const { skillGroup, priority, reason, mood, headline, ownWords } = waiting ?? {};
  return {
    handoffId,
    ...{ skill: skillGroup, priority, reason, mood, headline, ownWords, locale },
    verified: identity !== null,
    subscriber: identity ? masked(identity.msisdn) : null,
    tried: memory.tried.map(({ intent, outcome }) => ({ intent, outcome })),
  };
}

function asTranscript({ id, from, text, at, author }: Message, { user, bot }: BotAddress): object {
  const speaker = from === 'subscriber' ? { ...user, role: 'user' } : { ...bot, ...(author ? { name: author.name } : {}), role: 'bot' };
  return { type: 'message', id, text, timestamp: new Date(at).toISOString(), from: speaker };
}
