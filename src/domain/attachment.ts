/** A file somebody sent in a conversation: what is known of it beside its bytes. */
import type { ConversationId, StaffId } from './ids.js';

export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;

/** What may be sent. Found out by looking into the file; what it calls itself decides nothing. */
export const ATTACHMENT_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export interface Attachment {
  readonly id: string;
  /** Where it was uploaded: only there can it be sent, and only who may see that conversation may open it. */
  readonly conversationId: ConversationId;
  readonly name: string;
  readonly mime: AttachmentType;
  readonly bytes: number;
  readonly at: number;
  readonly by: { readonly kind: 'subscriber' } | { readonly kind: 'staff'; readonly staffId: StaffId };
}

/** The whole of a file as it comes in, or null when it is larger than what is kept; the rest is not read then. */
export async function wholeFile(coming: AsyncIterable<Uint8Array> | null): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of coming ?? []) {
    size += part.byteLength;
    if (size > MAX_ATTACHMENT_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const MAX_NAME = 120;
const FORBIDDEN = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;

/** A name that is safe on every system and in every header; its ending is kept. */
export function attachmentName(given: string): string {
  const clean = given.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  if (clean.length <= MAX_NAME) return clean === '' ? 'file' : clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${[...clean].slice(0, MAX_NAME - ending.length).join('').slice(0, MAX_NAME - ending.length).toWellFormed()}${ending}`;
}

const ENDINGS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'log', 'md', 'csv'],
};

/** Whoever saves a picture called a.html and opens it would run what is hidden behind the picture: its ending says what was found. */
export function nameFitting(name: string, mime: AttachmentType): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || ENDINGS[mime].includes(ending) ? name : attachmentName(`${name}.${ENDINGS[mime][0] ?? ''}`);
}
