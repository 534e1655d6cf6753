/**
 * Files sent in conversations.
 *
 * Promises: what `put` resolved for is durable and is given back byte for byte, whichever node asks; an id is stored
 * once and never changed. Nothing is served from here by name or path: the door decides who may open what.
 */
import type { Attachment } from '../domain/attachment.js';
import type { ConversationId } from '../domain/ids.js';

export interface AttachmentStore {
  put(attachment: Attachment, content: Uint8Array): Promise<void>;
  find(id: string): Promise<Attachment | null>;
  content(id: string): Promise<Uint8Array | null>;
  /** Every file of these conversations goes for good, or every one from before a time. */
  erase(conversations: readonly ConversationId[], before?: number): Promise<void>;
}
