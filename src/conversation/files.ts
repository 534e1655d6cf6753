/** Files on their way into the record: only what was uploaded into this very conversation. */
import type { Conversation } from '../domain/conversation.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

export interface FileMessage {
  readonly text: string;
  readonly attachment: NonNullable<MessageDraft['attachment']>;
}

/** A file of another conversation and none at all look the same. */
export async function fileToSend(room: Pick<ConversationRoom, 'attachments'>, conversation: Conversation, attachmentId: string): Promise<FileMessage | Refusal> {
  const file = await room.attachments.find(attachmentId);
  if (file?.conversationId !== conversation.id) return refuse('not-found', 'no such attachment');
  const { id, name, mime, bytes } = file;
  const text = conversationWords(conversation.locale).files.sent(name, mime.startsWith('image/'));
  return { text, attachment: { id, name, mime, bytes } };
}
