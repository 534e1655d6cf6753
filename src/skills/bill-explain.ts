/** Why a bill differs from the month before: item by item, in words, with the reasons the account shows. */
import type { Bill } from '../domain/account.js';
import { addMonths, firstDay } from '../domain/calendar.js';
import { sumFen } from '../domain/money.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { billChanges, type BillChange } from './bill-difference.js';
import { BILLS_KEPT, billOf, isSome, missingBill, monthMeant, noBillsYet, trendOf } from './bills.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill, SkillAnswer } from './skill.js';

function opening(asked: Asked, bill: Bill, previous: Bill): string {
  const { billing } = asked.words;
  const values = {
    asOf: bill.asOf, month: bill.month, totalFen: bill.totalFen, previousMonth: previous.month, previousTotalFen: previous.totalFen,
  };
  if (bill.totalFen === previous.totalFen) return billing.changeNone(values);
  return bill.totalFen > previous.totalFen ? billing.changeUp(values) : billing.changeDown(values);
}

function helpfulButton(asked: Asked, bill: Bill): ReturnType<typeof nextButton> {
  const { buttons } = asked.words;
  const extras = bill.items.filter((item) => item.kind === 'extra').map((item) => item.code);
  if (new Set(extras).size < extras.length) return nextButton('refund_dispute', buttons.refund, `month=${bill.month}`);
  const isOverage = bill.items.some((item) => item.kind.startsWith('overage'));
  return isOverage ? nextButton('plan_recommend', buttons.planRecommend) : nextButton('vas_query', buttons.extras);
}

interface Explained {
  readonly bill: Bill;
  readonly previous: Bill;
  readonly changes: readonly BillChange[];
  /** The month that was asked for, where its bill is not issued yet. */
  readonly coming: string | null;
}

function explain(asked: Asked, bills: readonly Bill[], { bill, previous, changes, coming }: Explained): SkillAnswer {
  const { billing, buttons } = asked.words;
  const trend = trendOf(bills);
  const notYet = coming === null ? [] : [billing.notIssued({ month: coming, on: firstDay(addMonths(coming, 1)) })];
  return answered(asked, {
    lines: [...notYet, opening(asked, bill, previous), ...changes.map((change) => onCard(billing.changeLine(change))), onCard(billing.trend({ months: trend }))],
    card: {
      type: 'bill-change', asOf: bill.asOf, month: bill.month, previousMonth: previous.month,
      totalFen: bill.totalFen, previousTotalFen: previous.totalFen, changes, trend,
    },
    buttons: [nextButton('bill_query', buttons.bill, `month=${bill.month}`), helpfulButton(asked, bill), personButton(asked.words)],
    slots: { month: bill.month, ...mainRise(changes) },
  });
}

/** What made most of a rise: whoever wants money back next means that, unless something else is named. */
function mainRise(changes: readonly BillChange[]): { item: string; amount: string } | Record<string, never> {
  const rises = changes.map(({ name, beforeFen, afterFen }) => ({ item: name, fen: afterFen - beforeFen })).filter(({ fen }) => fen > 0);
  const [most] = rises.sort((one, other) => other.fen - one.fen);
  return most !== undefined && most.fen * 2 > sumFen(rises.map(({ fen }) => fen)) ? { item: most.item, amount: String(most.fen) } : {};
}

/** 「这个月怎么这么贵」 means the bill one has just got: the running month has none yet, which is said. */
function explainable(asked: Asked, bills: readonly [Bill, ...Bill[]]): { month: string; coming: string | null } {
  const month = monthMeant(asked, bills);
  return month === addMonths(bills[0].month, 1) ? { month: bills[0].month, coming: month } : { month, coming: null };
}

export const billExplain = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'bill-explain',
    async run(asked) {
      const { billing, buttons } = asked.words;
      const [bills, { list: subscriptions }] = await Promise.all([
        businessSystem.bills(asked.msisdn, BILLS_KEPT),
        businessSystem.subscriptions(asked.msisdn),
      ]);
      if (!isSome(bills)) return noBillsYet(asked);
      const { month, coming } = explainable(asked, bills);
      const bill = billOf(bills, month);
      if (bill === null) return missingBill(asked, bills, month);
      const previous = billOf(bills, addMonths(month, -1));
      if (previous === null) {
        return answered(asked, {
          lines: [billing.noPrevious(bill)],
          buttons: [nextButton('bill_query', buttons.bill, `month=${month}`), personButton(asked.words)],
          slots: { month },
        });
      }
      const changes = billChanges({ bill, previous, subscriptions, locale: asked.locale, words: asked.words });
      return explain(asked, bills, { bill, previous, changes, coming });
    },
  });
