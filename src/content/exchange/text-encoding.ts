/** Bytes of a file an editor made, as text: UTF-8 with or without its mark, UTF-16 with one, else GBK. */

export type Encoding = 'utf-8' | 'utf-16' | 'gb18030';

/** Null when the bytes are none of these: nothing is guessed. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'utf-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 'utf-16');
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'gb18030', 'gb18030');
}

function decoded(bytes: Uint8Array, label: string, encoding: Encoding): { readonly text: string; readonly encoding: Encoding } | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
