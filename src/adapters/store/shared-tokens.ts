/** Shared access tokens: who fetches one is decided by one conditional update. */
import type { FetchedToken, SharedTokens } from '../../ports/shared-tokens.js';
import type { Engine } from './engine.js';

const FETCH_WITHIN_MS = 10_000;

export class StoredSharedTokens implements SharedTokens {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async read(name: string, now: number): Promise<string | null> {
    const row = await this.#db.selectFrom('shared_tokens').select('value').where('name', '=', name).where('expires_at', '>', now).executeTakeFirst();
    return row?.value ?? null;
  }

  async mayFetch(name: string, now: number): Promise<boolean> {
    const row = { name, value: null, expires_at: 0, fetching_until: 0 };
    await this.#db.insertInto('shared_tokens').values(row).onConflict((conflict) => conflict.column('name').doNothing()).execute();
    const claimed = await this.#db
      .updateTable('shared_tokens')
      .set({ fetching_until: now + FETCH_WITHIN_MS })
      .where('name', '=', name)
      .where('fetching_until', '<=', now)
      .where('expires_at', '<=', now)
      .executeTakeFirst();
    return Number(claimed.numUpdatedRows) > 0;
  }

  async keep(name: string, { value, expiresAt }: FetchedToken): Promise<void> {
    await this.#db.updateTable('shared_tokens').set({ value, expires_at: expiresAt, fetching_until: 0 }).where('name', '=', name).execute();
  }

  async forget(name: string, value: string): Promise<void> {
    await this.#db.updateTable('shared_tokens').set({ expires_at: 0 }).where('name', '=', name).where('value', '=', value).execute();
  }
}
