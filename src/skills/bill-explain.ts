/** Why a bill differs from the month before: item by item, in words, with the reasons the account shows. */
import type { Bill } from '../domain/account.js';
import { addMonths } from '../domain/calendar.js';
import type { Button } from '../domain/message.js';
import { sumFen } from '../domain/money.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { asksCause, asksOfItem, causeOf, namedIn, namesRoaming, type Cause } from './bill-cause.js';
import { changedBetween, toldChange, type BillChange, type Change, type Comparison } from './bill-difference.js';
import { BILLS_KEPT, billOf, comesOutOn, isSome, missingBill, monthMeant, noBillsYet, trendOf } from './bills.js';
import { nextButton, personButton } from './buttons.js';
import { measuredMonth, monthsCompared } from './months.js';
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
  /** One item was asked of, and is not among what changed. */
  readonly isUnchanged: boolean;
}

function explain(asked: Asked, bills: readonly Bill[], { bill, previous, changes, coming, isUnchanged }: Explained): SkillAnswer {
  const { billing, buttons } = asked.words;
  const trend = trendOf(bills);
  const notYet = coming === null ? [] : [billing.notIssued({ month: coming, on: comesOutOn(asked, coming) })];
  return answered(asked, {
    lines: [...notYet, isUnchanged ? billing.cause.unchanged : null, opening(asked, bill, previous), ...changes.map((change) => onCard(billing.changeLine(change))), onCard(billing.trend({ months: trend }))],
    card: {
      type: 'bill-change', asOf: bill.asOf, month: bill.month, previousMonth: previous.month,
      totalFen: bill.totalFen, previousTotalFen: previous.totalFen, changes, trend,
    },
    buttons: [nextButton('bill_query', buttons.bill, `month=${bill.month}`), helpfulButton(asked, bill), personButton(asked.words)],
    slots: { month: bill.month, ...mainRise(changes), told: 'changes' },
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
  const month = monthsCompared(asked)?.later ?? monthMeant(asked, bills);
  return month === addMonths(bills[0].month, 1) ? { month: bills[0].month, coming: month } : { month, coming: null };
}

/** The month it is set against: the one that was named for it, or the one before. */
function earlierOf(asked: Asked, month: string): string {
  const named = monthsCompared(asked)?.earlier ?? measuredMonth(asked);
  return named !== null && named < month ? named : addMonths(month, -1);
}

/** How far it was told already: the changes, where the largest comes from, or all there is. */
type Told = 'changes' | 'cause' | 'all';

const NEXT = {
  'call-detail': { intent: 'call_detail', label: 'callDetail' },
  roaming: { intent: 'roaming_international', label: 'roaming' },
  refund: { intent: 'refund_dispute', label: 'refund' },
  cancel: { intent: 'vas_cancel', label: 'extraCancel' },
  recommend: { intent: 'plan_recommend', label: 'planRecommend' },
} as const;

function nextOf(asked: Asked, bill: Bill, next: Cause['next']): readonly Button[] {
  if (next === null) return [];
  const { intent, label } = NEXT[next];
  const value = next === 'refund' || next === 'call-detail' ? [`month=${bill.month}`] : [];
  return [nextButton(intent, asked.words.buttons[label], ...value)];
}

interface Compared {
  readonly comparison: Comparison;
  readonly changed: readonly Change[];
}

/** One step further than the card; whoever asks on after that is told that there is no more, and to whom to turn. */
async function goFurther({ businessSystem, catalogue }: SkillPorts, asked: Asked, { comparison, changed }: Compared): Promise<SkillAnswer> {
  const { cause } = asked.words.billing;
  const { bill } = comparison;
  const named = namedIn(asked.text, changed);
  const change = named ?? (namesRoaming(asked.text) ? undefined : changed[0]);
  const { told, ...kept } = asked.slots;
  const say = (lines: readonly string[], told: Told, next: Cause['next']): SkillAnswer =>
    answered(asked, { lines, buttons: [...nextOf(asked, bill, next), nextButton('bill_query', asked.words.buttons.bill, `month=${bill.month}`), personButton(asked.words)], slots: { ...kept, month: bill.month, told } });
  if (change === undefined) return say([changed.length === 0 ? cause.noChange : cause.unchanged], 'all', null);
  if (named === undefined && (told === 'cause' || told === 'all')) return say([cause.noMore], 'all', null);
  const [plans, products, holding] = await Promise.all([catalogue.plans(), catalogue.products(), businessSystem.planHolding(asked.msisdn)]);
  const found = causeOf(change, named === undefined && changed.length > 1, { ...comparison, plans, products, holding });
  return say(found.lines, found.isKnown ? 'cause' : 'all', found.next);
}

export const billExplain = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'bill-explain',
    async run(asked) {
      const { businessSystem } = ports;
      const { billing, buttons } = asked.words;
      const [bills, { list: subscriptions }] = await Promise.all([
        businessSystem.bills(asked.msisdn, BILLS_KEPT),
        businessSystem.subscriptions(asked.msisdn),
      ]);
      if (!isSome(bills)) return noBillsYet(asked);
      const { month, coming } = explainable(asked, bills);
      const bill = billOf(bills, month);
      if (bill === null) return missingBill(asked, bills, month);
      const earlier = earlierOf(asked, month);
      const previous = billOf(bills, earlier);
      if (previous === null && earlier !== addMonths(month, -1)) return missingBill(asked, bills, earlier);
      if (previous === null) {
        return answered(asked, {
          lines: [asksCause(asked.text) && asked.slots['told'] !== undefined ? billing.cause.noMore : billing.noPrevious(bill)],
          buttons: [nextButton('bill_query', buttons.bill, `month=${month}`), personButton(asked.words)],
          slots: { month, told: 'all' },
        });
      }
      const comparison = { bill, previous, subscriptions, locale: asked.locale, words: asked.words };
      const changed = changedBetween(comparison);
      const asksOfOne = asked.slots['told'] !== undefined && asked.slots['month'] === month && namedIn(asked.text, changed) !== undefined;
      if (asksCause(asked.text) || asksOfOne) return goFurther(ports, asked, { comparison, changed });
      const isUnchanged = asked.slots['told'] !== undefined && asksOfItem(asked.text);
      return explain(asked, bills, { bill, previous, changes: changed.map((change) => toldChange(change, comparison)), coming, isUnchanged });
    },
  });
