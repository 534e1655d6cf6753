/** Keys of programs in the database, by their hashes. */
import type { ApiKey } from '../../domain/api-key.js';
import type { AuditEntry } from '../../domain/audit.js';
import type { ApiKeyBook } from '../../ports/api-key-book.js';
import { withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

interface Row {
  readonly body: string;
  readonly revoked_at: number | null;
  readonly last_used_at: number | null;
}

const READ = ['body', 'revoked_at', 'last_used_at'] as const;

export class StoredApiKeys implements ApiKeyBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async add(key: ApiKey, hash: string, audit?: AuditEntry): Promise<void> {
    const row = { id: key.id, hash, created_at: key.createdAt, revoked_at: null, last_used_at: null, body: JSON.stringify(key) };
    await withEntry(this.#db, audit, (db) => db.insertInto('api_keys').values(row).execute());
  }

  async findByHash(hash: string): Promise<ApiKey | null> {
    if (!isStorableKey(hash)) return null;
    const row = await this.#db.selectFrom('api_keys').select(READ).where('hash', '=', hash).executeTakeFirst();
    return row === undefined ? null : keyOf(row);
  }

  async list(): Promise<readonly ApiKey[]> {
    return (await this.#db.selectFrom('api_keys').select(READ).orderBy('created_at', 'desc').orderBy('id').execute()).map(keyOf);
  }

  async revoke(id: string, at: number, audit?: AuditEntry): Promise<boolean> {
    if (!isStorableKey(id)) return false;
    return withEntry(this.#db, audit, async (db) => {
      const done = await db.updateTable('api_keys').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
      return Number(done.numUpdatedRows) > 0;
    });
  }

  async used(id: string, at: number): Promise<void> {
    await this.#db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
  }
}

function keyOf(row: Row): ApiKey {
  return { ...(JSON.parse(row.body) as ApiKey), revokedAt: row.revoked_at, lastUsedAt: row.last_used_at };
}
