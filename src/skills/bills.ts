/** What bill skills share: finding the month that is meant, the chart of totals, and what to say where there is no bill. */
import type { Bill } from '../domain/account.js';
import { addMonths, firstDay, monthOf } from '../domain/calendar.js';
import type { Asked } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton } from './buttons.js';
import { askedMonth, askedYear } from './months.js';
import type { SkillAnswer } from './skill.js';

export const BILLS_KEPT = 6;
const MONTH_BUTTONS = 3;

export const trendOf = (bills: readonly Bill[]): readonly { month: string; totalFen: number }[] =>
  bills.map(({ month, totalFen }) => ({ month, totalFen })).reverse();

export function noBillsYet(asked: Asked): SkillAnswer {
  const { billing, buttons } = asked.words;
  return answered(asked, {
    lines: [billing.noBills],
    buttons: [nextButton('balance_query', buttons.balance), nextButton('data_usage_query', buttons.dataUsage)],
  });
}

/** A month without a bill: not issued yet, or no longer (or never) kept. The nearest that exist are one tap away. */
export function missingBill(asked: Asked, bills: readonly [Bill, ...Bill[]], month: string): SkillAnswer {
  const { billing, formats, buttons } = asked.words;
  const [newest] = bills;
  const oldest = bills.at(-1) ?? newest;
  const isComing = month > newest.month;
  const year = askedYear(asked);
  const isUp = isComing && asked.intent === 'bill_query' && bills[1] !== undefined && newest.totalFen > bills[1].totalFen;
  const choices = isComing ? bills.slice(0, MONTH_BUTTONS) : bills.slice(-MONTH_BUTTONS);
  return answered(asked, {
    lines: isComing
      ? [billing.notIssued({ month, on: firstDay(addMonths(month, 1)) }), billing.latestInstead(newest)]
      : [year === null ? billing.tooOld({ month, oldest: oldest.month, newest: newest.month }) : billing.tooOldYear({ year, oldest: oldest.month, newest: newest.month })],
    buttons: [
      ...choices.map((bill) => nextButton(asked.intent, formats.month(bill.month), `month=${bill.month}`)),
      ...(isUp ? [nextButton('bill_explain', buttons.billExplain, `month=${newest.month}`)] : []),
    ],
    slots: { month: isComing ? monthOf(asked.today) : oldest.month },
  });
}

export function billOf(bills: readonly [Bill, ...Bill[]], month: string): Bill | null {
  return bills.find((bill) => bill.month === month) ?? null;
}

export const monthMeant = (asked: Asked, bills: readonly [Bill, ...Bill[]]): string => askedMonth(asked, bills[0].month);

export function isSome<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0;
}
