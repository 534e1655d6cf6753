/** Whether a sum that is named would do: 「充50够不够」, "is 50 enough". Reckoned against what is owed, and else against the last bill. Pure. */
import type { Balance, Bill } from '../domain/account.js';
import { addMonths, firstDay, monthOf } from '../domain/calendar.js';
import { heardOnce, plainText } from '../domain/heard.js';
import type { Asked } from './account-skill.js';

const NAMED = /(?:充值?|交|缴|付)(?:了|上|个|完)?[^\d,，。]{0,3}(\d{1,4})(?:元|块钱?)?[^\d,，。]{0,6}(?:够|能|可以|行)|\b(?:top(?:ped|ping)? ?up|pay|add|put|recharge|is|are|will|would)\b[^\d]{0,16}(\d{1,4})\b.{0,16}\b(?:enough|do|cover|work|ok)\b/iu;

/** In yuan; null where none is named, or nothing asked of it. */
export const sumToTopUp = heardOnce((text): number | null => {
  const found = NAMED.exec(plainText(text));
  return found === null ? null : Number(found[1] ?? found[2]);
});

export function toppedUpLines({ text, today, words: { billing } }: Asked, { balanceFen, owedFen }: Balance, [last]: readonly Bill[]): readonly string[] {
  const yuan = sumToTopUp(text);
  if (yuan === null) return [];
  const addFen = yuan * 100;
  if (owedFen > 0) return [billing.topUpOwed({ addFen, shortFen: Math.max(0, owedFen - addFen) })];
  const afterFen = balanceFen + addFen;
  const told = billing.topUpAfter({ addFen, balanceFen, afterFen });
  return last === undefined ? [told] : [told, billing.balanceLasts({ month: last.month, totalFen: last.totalFen, balanceFen: afterFen, owedFen, on: firstDay(addMonths(monthOf(today), 1)) })];
}
