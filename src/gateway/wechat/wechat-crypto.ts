/** WeChat's signatures and its message encryption, as its documents lay them down. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-1 over the sorted parts: what the platform calls a signature. */
export function signatureOf(parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join('')).digest('hex');
}

export function isSignature(given: string, parts: readonly string[]): boolean {
  const [one, other] = [Buffer.from(given.toLowerCase()), Buffer.from(signatureOf(parts))];
  return one.length === other.length && timingSafeEqual(one, other);
}

const BLOCK = 32;
const RANDOM_BYTES = 16;

/** AES-256-CBC with the platform's own padding to 32 bytes: 16 random bytes, length, message, the receiver's id. */
export class WechatCipher {
  readonly #key: Buffer;

  /** `encodingAesKey` is 43 characters of base64. */
  constructor(encodingAesKey: string) {
    this.#key = Buffer.from(`${encodingAesKey}=`, 'base64');
  }

  /** Null when it was not encrypted with this key for this receiver. */
  open(encrypted: string, receiver: string): string | null {
    try {
      const decipher = createDecipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false);
      const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
      const padding = padded.at(-1) ?? 0;
      if (padding < 1 || padding > BLOCK) return null;
      const plain = padded.subarray(0, padded.length - padding);
      const size = plain.readUInt32BE(RANDOM_BYTES);
      const from = RANDOM_BYTES + 4;
      if (plain.subarray(from + size).toString('utf8') !== receiver) return null;
      return plain.subarray(from, from + size).toString('utf8');
    } catch {
      return null;
    }
  }

  seal(message: string, receiver: string): string {
    const text = Buffer.from(message, 'utf8');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(text.length);
    const plain = Buffer.concat([randomBytes(RANDOM_BYTES), size, text, Buffer.from(receiver, 'utf8')]);
    const padding = BLOCK - (plain.length % BLOCK);
    const cipher = createCipheriv('aes-256-cbc', this.#key, this.#key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
  }
}
