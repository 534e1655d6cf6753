/** Whether a double charge is true: the account's own bills say so, not the person who asks. Pure. */
import type { Bill, BillItem } from '../domain/account.js';
import type { Locale } from '../domain/locale.js';
import type { WrongCharge } from '../domain/refund-steps.js';

/** Packs may be bought twice; a plan or an extra is due once a month. */
const ONCE_A_MONTH: ReadonlySet<BillItem['kind']> = new Set(['extra', 'plan']);

/** Newest bill first; one entry for each item that was charged more than once. */
export function wrongChargesIn(bills: readonly Bill[], locale: Locale): readonly WrongCharge[] {
  const newestFirst = [...bills].sort((one, other) => (one.month < other.month ? 1 : -1));
  return newestFirst.flatMap(({ month, items }) => {
    const seen = new Map<string, WrongCharge | null>();
    for (const { code, kind, name, amountFen } of items) {
      if (!ONCE_A_MONTH.has(kind) || amountFen <= 0) continue;
      const before = seen.get(code);
      const chargedFen = before === undefined ? null : (before?.chargedFen ?? 0) + amountFen;
      seen.set(code, chargedFen === null ? null : { month, itemCode: code, item: name[locale], chargedFen });
    }
    return [...seen.values()].filter((charge): charge is WrongCharge => charge !== null);
  });
}
