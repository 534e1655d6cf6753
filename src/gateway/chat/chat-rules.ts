/** What a subscriber's socket may ask for, as one visible table. */
import type { z } from 'zod';
import type { Conversations } from '../../conversation/conversations.js';
import { isRefusal } from '../../domain/errors.js';
import { chatRequests } from '../../protocol/chat.js';
import type { ChatSend } from '../../protocol/chat.js';
import { rule } from '../sockets/requests.js';
import type { RequestRule } from '../sockets/requests.js';
import { toSubscriberMessage } from '../wire.js';
import type { ChatSession } from './chat-session.js';

const HISTORY = 50;

export function chatRules(conversations: Conversations): ReadonlyMap<string, RequestRule<ChatSession>> {
  const rules: { [Name in keyof typeof chatRequests]: RequestRule<ChatSession> } = {
    send: rule(chatRequests.send, 'chat.send', async (session: ChatSession, sent) => {
      const message =
        'attachment' in sent
          ? await conversations.receiveFile(session.conversation, { clientId: sent.clientId, attachmentId: sent.attachment.id })
          : await conversations.receive(session.conversation, incoming(sent));
      return isRefusal(message) ? message : { id: message.id, seq: message.seq };
    }),
    handoff: rule(chatRequests.handoff, 'chat.act', (session: ChatSession, asked) => conversations.askForPerson(session.conversation, asked.reason ?? null)),
    history: rule(chatRequests.history, 'chat.read', async (session: ChatSession, range: z.infer<typeof chatRequests.history>) => {
      const messages = await conversations.messages(session.conversation.id, {
        ...(range.beforeSeq === undefined ? {} : { beforeSeq: range.beforeSeq }),
        limit: range.limit ?? HISTORY,
      });
      return { messages: messages.map((message) => toSubscriberMessage(message, session.conversation, conversations.personal.linksBelow(message, session.conversation))) };
    }),
    read: rule(chatRequests.read, 'chat.read', async (session: ChatSession, { seq }) => {
      if (session.conversation.lastSeq > 0 || seq > 0) await conversations.markRead(session.conversation.id, 'subscriber', seq);
      return {};
    }),
    typing: rule(chatRequests.typing, 'chat.read', async (session: ChatSession, { on, text }) => {
      await conversations.typing(session.conversation.id, { from: 'subscriber', isOn: on, text });
      return {};
    }),
    rate: rule(chatRequests.rate, 'chat.act', async (session: ChatSession, rated) => {
      const kept = await conversations.rate(session.conversation.id, ratedBy(rated));
      return isRefusal(kept) ? kept : {};
    }),
    end: rule(chatRequests.end, 'chat.act', async (session: ChatSession) => (await conversations.end(session.conversation.id)) ?? {}),
  };
  return new Map(Object.entries(rules));
}

/** The same reason twice is said once. */
function ratedBy({ score, comment = '', reasons = [] }: z.infer<typeof chatRequests.rate>) {
  return { score, comment, reasons: [...new Set(reasons)] };
}

/** A button's press is stored as what the button said: the room below finds its label in the record. */
function incoming(sent: Exclude<ChatSend, { attachment: unknown }>) {
  if ('text' in sent) return { clientId: sent.clientId, text: sent.text };
  const { id, value } = sent.action;
  return { clientId: sent.clientId, text: value ?? id, action: value === undefined ? { id } : { id, value } };
}
