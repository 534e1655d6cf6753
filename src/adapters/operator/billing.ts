/** The items of one month's bill: plan, discount, use beyond the plan, extras, packs, roaming, extra SIMs. */
import { addMonths, firstDay } from '../../domain/calendar.js';
import type { BilledUsage, BillItem, Plan } from '../../domain/account.js';
import { sumFen } from '../../domain/money.js';
import { PRICES, findProduct } from './catalogue.js';
import { extrasIn, isPausedIn, monthAt, packsIn, planIn, type Era } from './era.js';
import { useOf } from './monthly-use.js';

const SUB_CARD_FEN = 1000;
const PAUSE_FEN = 500;
const MB_PER_GB = 1024;
const OVERAGE = {
  'overage-data': { name: { 'zh-CN': '套餐外流量费', en: 'Data beyond the plan' }, unit: 'GB', priceFen: PRICES.dataGbFen },
  'overage-voice': { name: { 'zh-CN': '套餐外通话费', en: 'Calls beyond the plan' }, unit: 'min', priceFen: PRICES.voiceMinuteFen },
  'overage-sms': { name: { 'zh-CN': '套餐外短信费', en: 'Texts beyond the plan' }, unit: 'sms', priceFen: PRICES.smsFen },
} as const;

export interface IssuedBill {
  readonly month: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalFen: number;
  readonly items: readonly BillItem[];
  readonly usage: BilledUsage;
}

const item = (entry: Omit<BillItem, 'quantity'> & { quantity?: BillItem['quantity'] }): BillItem => ({ quantity: null, ...entry });

/** Nothing when the plan was enough. */
function overage(kind: 'overage-data' | 'overage-voice' | 'overage-sms', amount: number): readonly BillItem[] {
  if (amount <= 0) return [];
  const { name, unit, priceFen } = OVERAGE[kind];
  return [item({ code: kind, kind, name, quantity: { amount, unit }, amountFen: amount * priceFen })];
}

function overageItems(plan: Plan, packMb: number, use: BilledUsage): readonly BillItem[] {
  return [
    ...overage('overage-data', Math.ceil((use.dataMb - plan.dataMb - packMb) / MB_PER_GB)),
    ...overage('overage-voice', use.voiceMinutes - plan.voiceMinutes),
    ...overage('overage-sms', use.smsCount - plan.smsCount),
  ];
}

function extraItems(era: Era, offset: number): readonly BillItem[] {
  return extrasIn(era, offset).flatMap((extra) => {
    const product = findProduct(extra.id);
    if (product === undefined || (extra.freeUntil !== undefined && offset <= extra.freeUntil)) return [];
    const line = item({ code: product.id, kind: 'extra', name: product.name, amountFen: product.priceFen });
    return extra.doubledIn === offset ? [line, line] : [line];
  });
}

function roamingItems(era: Era, offset: number, use: BilledUsage): readonly BillItem[] {
  const trip = era.script.trips?.find((candidate) => candidate.month === offset);
  if (trip === undefined) return [];
  const pass = trip.packId === null ? undefined : findProduct(trip.packId);
  if (pass !== undefined) {
    return [item({ code: pass.id, kind: 'roaming', name: pass.name, quantity: { amount: trip.days, unit: 'day' }, amountFen: trip.days * pass.priceFen })];
  }
  const name = { 'zh-CN': '国际漫游流量费', en: 'Roaming data without a pack' };
  return [item({ code: 'roaming-data', kind: 'roaming', name, quantity: { amount: use.roamingMb, unit: 'MB' }, amountFen: use.roamingMb * PRICES.roamingMbFen })];
}

function standingItems(era: Era, offset: number, plan: Plan): readonly BillItem[] {
  const items = [item({ code: plan.id, kind: 'plan', name: { 'zh-CN': `${plan.name['zh-CN']} 月费`, en: `${plan.name.en} monthly fee` }, amountFen: plan.monthlyFen })];
  const { discount, subCards = 0 } = era.script;
  if (discount !== undefined && offset <= discount.lastMonth) {
    items.push(item({ code: 'discount', kind: 'discount', name: discount.name, amountFen: -discount.amountFen }));
  }
  if (subCards > 0) {
    const name = { 'zh-CN': '副卡月费', en: 'Extra SIM monthly fee' };
    items.push(item({ code: 'sub-card', kind: 'other', name, quantity: { amount: subCards, unit: 'card' }, amountFen: subCards * SUB_CARD_FEN }));
  }
  return items;
}

function itemsOf(era: Era, offset: number, use: BilledUsage): readonly BillItem[] {
  if (isPausedIn(era, offset)) {
    return [item({ code: 'pause', kind: 'other', name: { 'zh-CN': '停机保号费', en: 'Fee for keeping a paused number' }, amountFen: PAUSE_FEN })];
  }
  const plan = planIn(era, offset);
  const packs = packsIn(era, offset).map(({ product }) => product);
  return [
    ...standingItems(era, offset, plan),
    ...overageItems(plan, packs.reduce((total, pack) => total + pack.dataMb, 0), use),
    ...packs.map((pack) => item({ code: pack.id, kind: 'pack', name: pack.name, amountFen: pack.priceFen })),
    ...extraItems(era, offset),
    ...roamingItems(era, offset, use),
  ];
}

/** Issued on the 1st for the month before, due on the 20th. */
export function billOf(era: Era, offset: number): IssuedBill {
  const month = monthAt(era, offset);
  const usage = useOf(era, offset);
  const items = itemsOf(era, offset, usage);
  const issueMonth = addMonths(month, 1);
  return { month, issuedOn: firstDay(issueMonth), dueOn: `${issueMonth}-20`, totalFen: sumFen(items.map((entry) => entry.amountFen)), items, usage };
}
