/** What a picture really is, by its bytes from end to end: kind and size, and that nothing hangs behind it. Pure. */
import type { PictureEnding } from '../domain/picture.js';

export interface PictureFound {
  readonly ending: PictureEnding;
  readonly width: number;
  readonly height: number;
}

/** A browser takes four bytes a dot to show it. */
const MOST_DOTS = 40_000_000;

/** Null for what is no whole picture of ours, or would be too large to show. */
export function pictureIn(bytes: Uint8Array): PictureFound | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = pngIn(bytes, view) ?? gifIn(bytes, view) ?? webpIn(bytes, view) ?? jpegIn(bytes, view);
    return found && found.width > 0 && found.height > 0 && found.width * found.height <= MOST_DOTS ? found : null;
  } catch {
    // It ended before it said how large it is.
    return null;
  }
}

const says = (bytes: Uint8Array, at: number, words: string): boolean => [...words].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Chunk by chunk to the last one. */
function pngIn(bytes: Uint8Array, view: DataView): PictureFound | null {
  if (!says(bytes, 0, '\x89PNG\r\n\x1a\n') || !says(bytes, 12, 'IHDR')) return null;
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    if (says(bytes, at + 4, 'IEND')) return at + 12 === bytes.length ? { ending: 'png', width: view.getUint32(16), height: view.getUint32(20) } : null;
  }
  return null;
}

function gifIn(bytes: Uint8Array, view: DataView): PictureFound | null {
  if (!says(bytes, 0, 'GIF87a') && !says(bytes, 0, 'GIF89a')) return null;
  return bytes.at(-1) === 0x3b ? { ending: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) } : null;
}

function webpIn(bytes: Uint8Array, view: DataView): PictureFound | null {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP') || view.getUint32(4, true) + 8 !== bytes.length) return null;
  const size = (width: number, height: number): PictureFound => ({ ending: 'webp', width, height });
  if (says(bytes, 12, 'VP8X')) return size(1 + (view.getUint32(24, true) & 0xffffff), 1 + ((view.getUint32(26, true) >> 8) & 0xffffff));
  if (says(bytes, 12, 'VP8L')) return size(1 + (view.getUint16(21, true) & 0x3fff), 1 + ((view.getUint32(21, true) >> 14) & 0x3fff));
  if (says(bytes, 12, 'VP8 ')) return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  return null;
}

/** Marker by marker to the frame that tells the size; the last two bytes end it. */
function jpegIn(bytes: Uint8Array, view: DataView): PictureFound | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return null;
  for (let at = 2; at < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xda) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { ending: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
