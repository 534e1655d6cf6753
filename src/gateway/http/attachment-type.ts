/** What a file really is, by its bytes; null for what is not taken. */
import { fileTypeFromBuffer } from 'file-type';
import { ATTACHMENT_TYPES } from '../../domain/attachment.js';
import type { AttachmentType } from '../../domain/attachment.js';

const TYPES: ReadonlySet<string> = new Set(ATTACHMENT_TYPES);
/** Text that a browser or an office program would run when it is opened from the disk is not plain. */
const PLAIN = /\.(txt|log|md|csv)$/i;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export async function attachmentType(content: Uint8Array, name: string): Promise<AttachmentType | null> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (found !== undefined) return TYPES.has(found.mime) ? (found.mime as AttachmentType) : null;
  return PLAIN.test(name) && isText(content) ? 'text/plain' : null;
}

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.trim() !== '' && !CONTROLS.test(text);
  } catch {
    return false;
  }
}
