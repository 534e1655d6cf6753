/** Files in a folder of the data directory: for one process. The bytes are there before the entry that names them. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../domain/attachment.js';
import type { ConversationId } from '../../domain/ids.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';

/** Ids become file names, so nothing else may. */
const ID = /^[0-9A-Za-z_-]{1,64}$/;
const MODE = 0o600;

export class AttachmentFolder implements AttachmentStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(attachment: Attachment, content: Uint8Array): Promise<void> {
    if (!ID.test(attachment.id)) throw new TypeError('an id that cannot be a file name');
    if ((await this.find(attachment.id)) !== null) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#write(this.#bytesOf(attachment.id), content);
    await this.#write(this.#entryOf(attachment.id), Buffer.from(JSON.stringify(attachment)));
  }

  async find(id: string): Promise<Attachment | null> {
    const entry = ID.test(id) ? await read(this.#entryOf(id)) : null;
    return entry === null ? null : (JSON.parse(entry.toString('utf8')) as Attachment);
  }

  async content(id: string): Promise<Uint8Array | null> {
    return (await this.find(id)) === null ? null : read(this.#bytesOf(id));
  }

  /** The entries are looked through one by one: it is done once in a long while. */
  async erase(conversations: readonly ConversationId[], before = Infinity): Promise<void> {
    const gone = new Set(conversations);
    for await (const attachment of this.all()) {
      if (!gone.has(attachment.conversationId) || attachment.at >= before) continue;
      await rm(this.#bytesOf(attachment.id), { force: true });
      await rm(this.#entryOf(attachment.id), { force: true });
    }
  }

  /** Those that are there whole, one after the other. */
  async *all(): AsyncIterable<Attachment> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const attachment = await this.find(name.slice(0, -'.json'.length));
      if (attachment) yield attachment;
    }
  }

  #bytesOf(id: string): string {
    return join(this.#folder, `${id}.bin`);
  }

  #entryOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  /** Whole or not at all: under another name first, on disk, then renamed. */
  async #write(path: string, content: Uint8Array): Promise<void> {
    const draft = `${path}.${randomUUID()}`;
    try {
      const file = await open(draft, 'wx', MODE);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }
}

async function read(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
