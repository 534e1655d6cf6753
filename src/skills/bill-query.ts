/** One month's bill, item by item, with its due date and the totals of the months around it. */
import type { Bill } from '../domain/account.js';
import { addMonths } from '../domain/calendar.js';
import { heardOnce, plainText } from '../domain/heard.js';
import type { Button } from '../domain/message.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard, type Line } from './answering.js';
import { asksOfItems, asksWhichMonth, extremeAsked } from './asked-extremes.js';
import { BILLS_KEPT, billOf, isSome, missingBill, monthMeant, noBillsYet, trendOf } from './bills.js';
import { billsTogether } from './bills-together.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill, SkillAnswer } from './skill.js';
import { asksCostOfDay } from './usage-days.js';

const asksOfExtreme = heardOnce((text) => asksWhichMonth(text.normalize('NFKC').toLowerCase()));

/** That it is paid stands on the card; what is still to be paid, and until when, is worth words. */
function paymentLine(asked: Asked, bill: Bill): Line {
  const { billing } = asked.words;
  const unpaidFen = bill.totalFen - bill.paidFen;
  if (unpaidFen <= 0) return onCard(billing.billPaid(bill));
  const { dueOn } = bill;
  return dueOn < asked.today ? billing.billOverdue({ unpaidFen, dueOn }) : billing.billDue({ unpaidFen, dueOn });
}

/** Extras that were charged more than once on one bill. */
function doubledLines(asked: Asked, bill: Bill): readonly string[] {
  const times = new Map<string, number>();
  for (const item of bill.items) {
    if (item.kind === 'extra') times.set(item.name[asked.locale], (times.get(item.name[asked.locale]) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count > 1).map(([name, count]) => asked.words.billing.doubled({ name, times: count }));
}

/** Only where there is a month before to set it against. */
function compareButton({ words: { buttons } }: Asked, bills: readonly Bill[], { month, totalFen }: Bill): readonly Button[] {
  const before = bills.find((bill) => bill.month === addMonths(month, -1));
  return before ? [nextButton('bill_explain', totalFen > before.totalFen ? buttons.billExplain : buttons.billCompare, `month=${month}`)] : [];
}

/** 「哪一项最贵」, "what is the biggest item" of the bill that is shown. */
const asksOfItemsIn = heardOnce((text) => asksOfItems(plainText(text).toLowerCase().replace(/[\p{P}\p{S}\s]+$/gu, '')));

function picked(asked: Asked, bill: Bill): string | null {
  const most = asksOfItemsIn(asked.text) ? extremeAsked(asked.text, bill.items.filter(({ amountFen }) => amountFen > 0), ({ amountFen }) => amountFen) : undefined;
  return most === undefined ? null : asked.words.billing.itemPicked({ name: most.name[asked.locale], amountFen: most.amountFen, isLeast: most.amountFen === Math.min(...bill.items.filter(({ amountFen }) => amountFen > 0).map(({ amountFen }) => amountFen)) && bill.items.length > 1 });
}

/** 「哪个月最贵」: which it is, before its bill. */
function monthPicked({ words: { billing } }: Asked, bills: readonly Bill[], { month, totalFen }: Bill): string {
  return billing.monthPicked({ month, totalFen, count: bills.length, isLeast: totalFen === Math.min(...bills.map((one) => one.totalFen)) && bills.length > 1 });
}

function show(asked: Asked, bills: readonly Bill[], bill: Bill, lead: string | null): SkillAnswer {
  const { billing, buttons } = asked.words;
  const { asOf, month, totalFen, dueOn } = bill;
  const trend = trendOf(bills);
  const doubled = doubledLines(asked, bill);
  return answered(asked, {
    lines: [
      lead,
      picked(asked, bill),
      onCard(billing.billTotal(bill)),
      ...bill.items.map(({ name, quantity, amountFen }) =>
        onCard(billing.billItem({ name: name[asked.locale], quantity: quantity === null ? null : billing.quantity(quantity), amountFen })),
      ),
      paymentLine(asked, bill),
      ...doubled,
      trend.length > 1 ? onCard(billing.trend({ months: trend })) : null,
    ],
    card: {
      type: 'bill', asOf, month, totalFen, dueOn,
      isPaid: bill.paidFen >= totalFen,
      items: bill.items.map((item) => ({ name: item.name[asked.locale], amountFen: item.amountFen })),
      trend,
    },
    buttons: [
      ...compareButton(asked, bills, bill),
      doubled.length > 0 ? nextButton('refund_dispute', buttons.refund, `month=${month}`) : nextButton('recharge', buttons.recharge),
      personButton(asked.words),
    ],
    slots: { month },
  });
}

export const billQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'bill-query',
    async run(asked) {
      const bills = await businessSystem.bills(asked.msisdn, BILLS_KEPT);
      if (!isSome(bills)) return noBillsYet(asked);
      const together = billsTogether(asked, bills);
      if (together !== null) return together;
      const extreme = asksOfExtreme(asked.text) ? extremeAsked(asked.text, bills, ({ totalFen }) => totalFen) : undefined;
      if (extreme) return show(asked, bills, extreme, monthPicked(asked, bills, extreme));
      const month = monthMeant(asked, bills);
      const bill = billOf(bills, month);
      const lead = asksCostOfDay(asked.text) ? asked.words.line.costNotByDay : null;
      return bill === null ? missingBill(asked, bills, month, lead) : show(asked, bills, bill, lead);
    },
  });
