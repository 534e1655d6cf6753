/** No promise that is not kept: what the assistant said of a person who comes, as somebody is there to come, not yet, or not at all. */
import type { Waiting } from '../domain/conversation.js';
import type { MessageDraft } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import type { ConversationRoom } from './room.js';

/** A hub outside has agents of its own, of whom nothing is known here. */
export async function isThere({ line }: Pick<ConversationRoom, 'line'>, { skillGroup, hub }: Pick<Waiting, 'skillGroup' | 'hub'>): Promise<boolean> {
  return hub !== undefined || line.isAnybodyThere(skillGroup);
}

/** They stand in line, and nobody is online yet. */
export function announcedLater(reply: Reply): readonly MessageDraft[] {
  return put(reply, reply.handoff?.announcing?.later);
}

/** Nobody is fetched: what announced it gives way to the choice. Advice that came with it stays. */
export function unannounced(reply: Reply): readonly MessageDraft[] {
  return put(reply, reply.handoff?.announcing?.alone).filter(({ text }) => text !== '');
}

function put({ messages, handoff }: Reply, words: string | undefined): readonly MessageDraft[] {
  const said = handoff?.announcing?.now;
  return said === undefined || words === undefined ? messages : messages.map((message) => (message.text === said ? { ...message, text: words } : message));
}
