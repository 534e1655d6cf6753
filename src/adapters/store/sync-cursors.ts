/** How far accounts were fetched; each lease is one conditional update. */
import { sql } from 'kysely';
import type { SyncCursors, SyncLease, SyncPlace } from '../../ports/sync-cursors.js';
import type { Engine } from './engine.js';

export class StoredSyncCursors implements SyncCursors {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async announce(account: string, token: string | null, now: number): Promise<void> {
    const row = { account, cursor: '', token, announced: 1, fetched: 0, holder: null, lease_until: 0, not_before: 0, since: now };
    const changed = { announced: sql<number>`sync_cursors.announced + 1`, ...(token === null ? {} : { token }) };
    await this.#db.insertInto('sync_cursors').values(row).onConflict((conflict) => conflict.column('account').doUpdateSet(changed)).execute();
  }

  async accounts(): Promise<readonly string[]> {
    return (await this.#db.selectFrom('sync_cursors').select('account').orderBy('account').execute()).map(({ account }) => account);
  }

  async claim(account: string, { holder, now, until }: SyncLease): Promise<SyncPlace | null> {
    const claimed = await this.#db
      .updateTable('sync_cursors')
      .set({ holder, lease_until: until })
      .where('account', '=', account)
      .where('not_before', '<=', now)
      .where((where) => where.or([where('holder', 'is', null), where('lease_until', '<=', now)]))
      .executeTakeFirst();
    if (Number(claimed.numUpdatedRows) === 0) return null;
    const row = await this.#db.selectFrom('sync_cursors').select(['cursor', 'token', 'announced', 'since']).where('account', '=', account).executeTakeFirstOrThrow();
    return { account, ...row };
  }

  moved(account: string, cursor: string, lease: SyncLease): Promise<boolean> {
    return this.#held(account, lease, { cursor });
  }

  renew(account: string, lease: SyncLease): Promise<boolean> {
    return this.#held(account, lease, {});
  }

  async #held(account: string, { holder, now, until }: SyncLease, changed: { readonly cursor?: string }): Promise<boolean> {
    const held = await this.#db
      .updateTable('sync_cursors')
      .set({ ...changed, lease_until: until })
      .where('account', '=', account)
      .where('holder', '=', holder)
      .where('lease_until', '>', now)
      .executeTakeFirst();
    return Number(held.numUpdatedRows) > 0;
  }

  async release(account: string, holder: string, { fetched, notBefore }: { fetched: number; notBefore: number }): Promise<void> {
    const changed = { holder: null, lease_until: 0, not_before: notBefore, fetched };
    await this.#db.updateTable('sync_cursors').set(changed).where('account', '=', account).where('holder', '=', holder).execute();
  }

  async due(now: number): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('sync_cursors')
      .select('account')
      .whereRef('fetched', '<', 'announced')
      .where('not_before', '<=', now)
      .where((where) => where.or([where('holder', 'is', null), where('lease_until', '<=', now)]))
      .orderBy('account')
      .execute();
    return rows.map(({ account }) => account);
  }
}
