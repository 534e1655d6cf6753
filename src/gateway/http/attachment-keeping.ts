/** Keeps a file that came in by any door, once it is known what it really is. */
import { attachmentName, nameFitting } from '../../domain/attachment.js';
import type { Attachment } from '../../domain/attachment.js';
import { refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import { attachmentType } from './attachment-type.js';

export interface KeepingDeps {
  readonly attachments: AttachmentStore;
  readonly ids: Ids;
  readonly clock: Clock;
}

export type GivenFile = Pick<Attachment, 'conversationId' | 'by'> & { readonly name: string; readonly content: Uint8Array };

export async function keepAttachment({ attachments, ids, clock }: KeepingDeps, given: GivenFile): Promise<Attachment | Refusal> {
  const { conversationId, by, content } = given;
  const name = attachmentName(given.name);
  const mime = await attachmentType(content, name);
  if (mime === null) return refuse('bad-file');
  const attachment: Attachment = { id: ids.next(), conversationId, name: nameFitting(name, mime), mime, bytes: content.byteLength, at: clock.now(), by };
  await attachments.put(attachment, content);
  return attachment;
}
