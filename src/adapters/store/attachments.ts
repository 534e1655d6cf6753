/** Files in the database: where several nodes must see the same ones. */
import type { Attachment } from '../../domain/attachment.js';
import type { ConversationId } from '../../domain/ids.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

export class StoredAttachments implements AttachmentStore {
  readonly #db: Engine['db'];

  constructor({ db }: Pick<Engine, 'db'>) {
    this.#db = db;
  }

  async put(attachment: Attachment, content: Uint8Array): Promise<void> {
    const { id, conversationId: conversation, at } = attachment;
    const row = { id, conversation_id: conversation, at, body: JSON.stringify(attachment), content: Buffer.from(content) };
    await this.#db.insertInto('attachments').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }

  async find(id: string): Promise<Attachment | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('attachments').select('body').where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.body) as Attachment);
  }

  async content(id: string): Promise<Uint8Array | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('attachments').select('content').where('id', '=', id).executeTakeFirst();
    return row?.content ?? null;
  }

  async erase(conversations: readonly ConversationId[], before = Infinity): Promise<void> {
    const until = Math.min(before, Number.MAX_SAFE_INTEGER);
    for (const id of conversations) await this.#db.deleteFrom('attachments').where('conversation_id', '=', id).where('at', '<', until).execute();
  }
}
