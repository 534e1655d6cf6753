/** Words that are exactly a button's label, or its number, are that button pressed. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Said } from './channel-intake.js';
import { choiceOf, labelled } from './plain-text.js';

const RECENT = 10;

export async function pressed(conversations: Pick<Conversations, 'messages'>, { id, lastSeq }: Conversation, said: Said): Promise<Said> {
  if (said.action || said.wordless || lastSeq === 0) return said;
  const recent = await conversations.messages(id, { limit: RECENT });
  const button = labelled(said.text, recent) ?? choiceOf(said.text, recent);
  if (!button) return said;
  return { ...said, text: button.label, action: { id: button.id, ...(button.value === undefined ? {} : { value: button.value }) } };
}
