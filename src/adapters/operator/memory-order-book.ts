/** Orders kept in memory: they last as long as the process. */
import type { OrderBook, OrderRecord } from '../../ports/order-book.js';

export function createMemoryOrderBook(): OrderBook {
  const byKey = new Map<string, OrderRecord>();
  const byNumber = new Map<string, OrderRecord[]>();
  return {
    put(record) {
      const stored = byKey.get(record.key);
      if (stored !== undefined) return Promise.resolve(stored);
      byKey.set(record.key, record);
      byNumber.set(record.msisdn, [...(byNumber.get(record.msisdn) ?? []), record]);
      return Promise.resolve(record);
    },
    of: (msisdn) => Promise.resolve(byNumber.get(msisdn) ?? []),
  };
}
