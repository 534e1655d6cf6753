/** Pending one-time codes and when codes were sent to a number. */
import type { Selectable, Transaction } from 'kysely';
import type { Msisdn } from '../../domain/ids.js';
import type { OneTimeCodes, PendingCode, SendingLimit } from '../../ports/one-time-codes.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { OneTimeCodeTable, Tables } from './tables.js';

/** Longer than any limit looks back. */
const KEPT_MS = 48 * 60 * 60 * 1000;

export class StoredOneTimeCodes implements OneTimeCodes {
  readonly #db: Engine['db'];
  readonly #engine: Pick<Engine, 'writingAlone'>;

  constructor(engine: Engine) {
    this.#db = engine.db;
    this.#engine = engine;
  }

  async put(code: PendingCode, limit?: SendingLimit): Promise<boolean> {
    const changing = {
      msisdn: code.msisdn,
      code_hash: code.codeHash,
      sent_at: code.sentAt,
      expires_at: code.expiresAt,
      tries_left: code.triesLeft,
    };
    return this.#db.transaction().execute(async (trx) => {
      await this.#engine.writingAlone(trx, 'code_sendings');
      await trx.deleteFrom('one_time_codes').where('expires_at', '<', code.sentAt - KEPT_MS).execute();
      await trx.deleteFrom('code_sendings').where('msisdn', '=', code.msisdn).where('sent_at', '<', code.sentAt - KEPT_MS).execute();
      if (limit && (await isReached(trx, code, limit))) return false;
      const insert = trx.insertInto('one_time_codes').values({ key: code.key, ...changing });
      await insert.onConflict((conflict) => conflict.column('key').doUpdateSet(changing)).execute();
      await trx.insertInto('code_sendings').values({ msisdn: code.msisdn, sent_at: code.sentAt }).execute();
      return true;
    });
  }

  async find(key: string): Promise<PendingCode | null> {
    if (!isStorableKey(key)) return null;
    const row = await this.#db.selectFrom('one_time_codes').selectAll().where('key', '=', key).executeTakeFirst();
    return row === undefined ? null : codeOf(row);
  }

  async takeTry(key: string): Promise<PendingCode | null> {
    if (!isStorableKey(key)) return null;
    const update = this.#db
      .updateTable('one_time_codes')
      .set((eb) => ({ tries_left: eb('tries_left', '-', 1) }))
      .where('key', '=', key)
      .where('tries_left', '>', 0);
    const row = await update.returningAll().executeTakeFirst();
    return row === undefined ? null : codeOf(row);
  }

  async remove(key: string): Promise<void> {
    if (!isStorableKey(key)) return;
    await this.#db.deleteFrom('one_time_codes').where('key', '=', key).execute();
  }

  async sentTo(msisdn: Msisdn, since: number): Promise<readonly number[]> {
    const query = this.#db.selectFrom('code_sendings').select('sent_at').where('msisdn', '=', msisdn).where('sent_at', '>=', since);
    return (await query.orderBy('sent_at', 'desc').execute()).map((row) => row.sent_at);
  }
}

async function isReached(trx: Transaction<Tables>, { msisdn, sentAt }: PendingCode, { restMs, most, withinMs }: SendingLimit): Promise<boolean> {
  const sent = await trx.selectFrom('code_sendings').select('sent_at').where('msisdn', '=', msisdn).where('sent_at', '>=', sentAt - withinMs).execute();
  return sent.length >= most || sent.some((one) => one.sent_at > sentAt - restMs);
}

function codeOf(row: Selectable<OneTimeCodeTable>): PendingCode {
  return {
    key: row.key,
    msisdn: row.msisdn as Msisdn,
    codeHash: row.code_hash,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    triesLeft: row.tries_left,
  };
}
