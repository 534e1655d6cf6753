/** Orders and tickets on the demo accounts, each key once. */
import type { Msisdn } from '../../domain/ids.js';
import type { OrderBook, OrderRecord } from '../../ports/order-book.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

export class StoredOrderBook implements OrderBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async put(record: OrderRecord): Promise<OrderRecord> {
    const row = { key: record.key, msisdn: record.msisdn, at: record.at, body: JSON.stringify(record) };
    await this.#db.insertInto('orders').values(row).onConflict((conflict) => conflict.column('key').doNothing()).execute();
    const stored = await this.#db.selectFrom('orders').select('body').where('key', '=', record.key).executeTakeFirstOrThrow();
    return orderOf(stored);
  }

  async of(msisdn: Msisdn): Promise<readonly OrderRecord[]> {
    if (!isStorableKey(msisdn)) return [];
    const query = this.#db.selectFrom('orders').select('body').where('msisdn', '=', msisdn);
    return (await query.orderBy('at').orderBy('key').execute()).map(orderOf);
  }
}

function orderOf(row: { readonly body: string }): OrderRecord {
  return JSON.parse(row.body) as OrderRecord;
}
