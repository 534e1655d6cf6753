/** What bill skills share: finding the month that is meant, the chart of totals, and what to say where there is no bill. */
import type { Bill } from '../domain/account.js';
import { addMonths, firstDay, monthOf } from '../domain/calendar.js';
import { heardOnce, plainText } from '../domain/heard.js';
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

/** When the bill of a month comes out; null where it should be out by now, and is not. */
export function comesOutOn({ today }: Pick<Asked, 'today'>, month: string): string | null {
  const on = firstDay(addMonths(month, 1));
  return on > today ? on : null;
}

/** A month without a bill: not issued yet, or no longer (or never) kept. The nearest that exist are one tap away. */
export function missingBill(asked: Asked, bills: readonly [Bill, ...Bill[]], month: string, lead: string | null = null): SkillAnswer {
  const { billing, formats, buttons } = asked.words;
  const [newest] = bills;
  const oldest = bills.at(-1) ?? newest;
  const isComing = month > newest.month;
  const year = askedYear(asked);
  const isUp = isComing && asked.intent === 'bill_query' && bills[1] !== undefined && newest.totalFen > bills[1].totalFen;
  const choices = isComing ? bills.slice(0, MONTH_BUTTONS) : bills.slice(-MONTH_BUTTONS);
  return answered(asked, {
    lines: isComing
      ? [lead, billing.notIssued({ month, on: comesOutOn(asked, month) }), billing.latestInstead(newest)]
      : [lead, year === null ? billing.tooOld({ month, oldest: oldest.month, newest: newest.month }) : billing.tooOldYear({ year, oldest: oldest.month, newest: newest.month })],
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

const LATEST =
  /最新|最近(?:的|出的)?(?:那|这|一)*[期张]|^(?:我?[想要]?|帮我|请)*(?:查询?|看)?(?:一?下|看)?(?:我的?)?(?:话费|手机)?[账帐]单(?:查询)?[。.!！]*$|\b(?:latest|newest|most recent|last) (?:bill|statement|invoice)\b|^(?:(?:can i |please |let me )?(?:check|show(?: me)?|see|view) )?my (?:phone )?bill[.!?]*$/iu;
const OLDEST = /最早|最老|\b(?:oldest|earliest|first) (?:bill|statement)\b/iu;

/** Asked for by being the latest or the oldest, whichever was shown before: 「最新一期账单」, "my bill". */
const endIn = heardOnce((text): 'latest' | 'oldest' | null => (OLDEST.test(plainText(text)) ? 'oldest' : LATEST.test(plainText(text)) ? 'latest' : null));

export function monthMeant(asked: Asked, bills: readonly [Bill, ...Bill[]]): string {
  const isNamed = asked.entities.some(({ kind }) => kind === 'month' || kind === 'date');
  const end = isNamed ? null : endIn(asked.text);
  if (end === null) return askedMonth(asked, bills[0].month);
  return end === 'latest' ? bills[0].month : (bills.at(-1) ?? bills[0]).month;
}

export function isSome<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0;
}
