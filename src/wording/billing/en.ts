/** Balance, bills, payments, arrears and points, in English. */
import { plural } from '../plural.js';
import { enFormats as f } from '../formats.js';
import type { BillingWording } from './zh-cn.js';

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  GB: ['GB', 'GB'], MB: ['MB', 'MB'], min: ['minute', 'minutes'], sms: ['text', 'texts'], day: ['day', 'days'], card: ['SIM', 'SIMs'],
};
const WAYS: Readonly<Record<string, string>> = { app: 'app', wechat: 'WeChat', alipay: 'Alipay', bank: 'bank', store: 'store', auto: 'automatic payment', refund: 'refund' };
const STATES: Readonly<Record<string, string>> = { arrived: 'arrived', pending: 'in progress', failed: 'failed' };
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

export const billing: BillingWording = {
  space: ' ',
  quantity: (v) => `${v.amount} ${UNITS[v.unit]?.[v.amount === 1 ? 0 : 1] ?? v.unit}`,
  way: (way) => WAYS[way] ?? way,
  paymentState: (state) => STATES[state] ?? state,

  balance: (v) =>
    `As of ${f.time(v.asOf)}, your balance is ${f.amount(v.balanceFen)}${v.creditFen > 0 ? `, with a credit limit of ${f.amount(v.creditFen)}` : ''}.`,
  balanceExpires: (v) => (v.on === null ? 'It does not expire.' : `It is valid until ${f.date(v.on)}.`),
  balanceLasts: (v) => {
    const covers = (fen: number, enough: string): string => (v.balanceFen >= fen ? enough : `is ${f.amount(fen - v.balanceFen)} short`);
    const owed = v.owedFen === 0 ? '' : `The ${f.amount(v.owedFen)} past their due date come first: your balance ${covers(v.owedFen, 'covers them')}. `;
    return `${owed}This month's bill comes out on ${f.shortDate(v.on)}, so its sum is not known yet. Going by the last one (${f.shortMonth(v.month)}, ${f.amount(v.totalFen)}), ${v.owedFen === 0 ? 'your balance' : 'and with what is overdue, your balance'} ${covers(v.owedFen + v.totalFen, 'covers it')}.`;
  },
  owed: (v) => `You also have ${f.amount(v.owedFen)} of bills past their due date.`,
  lastTopUp: (v) => `Last payment: ${f.amount(v.amountFen)} on ${f.time(v.at)}.`,
  pendingTopUp: (v) => `A payment of ${f.amount(v.amountFen)} from ${f.time(v.at)} is still in progress.`,

  monthPicked: (v) => `Of your last ${v.count} bills, ${f.month(v.month)} is the ${v.isLeast ? 'lowest' : 'highest'}, ${f.amount(v.totalFen)}.`,
  billTotal: (v) => `Your bill for ${f.month(v.month)} (as of ${f.time(v.asOf)}) comes to ${f.amount(v.totalFen)}:`,
  billItem: (v) => `• ${v.name}${v.quantity === null ? '' : ` (${v.quantity})`}: ${f.amount(v.amountFen)}`,
  itemPicked: (v) => `The ${v.isLeast ? 'smallest' : 'biggest'} item is "${v.name}": ${f.amount(v.amountFen)}.`,
  billPaid: (v) => `Issued on ${f.shortDate(v.issuedOn)}, due on ${f.shortDate(v.dueOn)}, paid in full.`,
  billDue: (v) => `${f.amount(v.unpaidFen)} is still to be paid by ${f.shortDate(v.dueOn)}.`,
  billOverdue: (v) => `${f.amount(v.unpaidFen)} is still unpaid, and the due date of ${f.shortDate(v.dueOn)} has passed.`,
  trend: (v) => `The last ${v.months.length} months: ${v.months.map(({ month, totalFen }) => `${f.shortMonth(month)} ${f.amount(totalFen)}`).join(', ')}.`,
  sumOfOne: (v) => `One bill, ${f.month(v.month)}: ${f.amount(v.totalFen)}. ${readAt(v)}`,
  sum: (v) => `Your ${v.count} bills from ${f.month(v.first)} to ${f.month(v.last)} come to ${f.amount(v.totalFen)}, on average ${f.amount(v.eachFen)} a month. ${readAt(v)}`,
  eachMonth: (v) => `Each month: ${v.months.map(({ month, totalFen }) => `${f.shortMonth(month)} ${f.amount(totalFen)}`).join(', ')}.`,
  sumOfKept: (v) => `Of ${f.month(v.first)} to ${f.month(v.last)} I have the bills of these months.`,
  sumTitle: (v) => `${v.count} months together`,
  sumTotal: 'Total',
  sumEach: 'Average a month',
  doubled: (v) => `Note: "${v.name}" was charged ${v.times} times on this bill. That may be a mistake, and you can ask for a refund.`,
  notIssued: (v) => (v.on === null ? `The bill for ${f.month(v.month)} is not out yet.` : `The bill for ${f.month(v.month)} comes out on ${f.date(v.on)}.`),
  tooOld: (v) => `I do not have a bill for ${f.month(v.month)}. I can show ${f.month(v.oldest)} to ${f.month(v.newest)}. Which month would you like?`,
  tooOldYear: (v) => `I do not have the bills of ${v.year}. I can show ${f.month(v.oldest)} to ${f.month(v.newest)}. Which month would you like?`,
  latestInstead: (v) => `The latest one is ${f.month(v.month)}: ${f.amount(v.totalFen)}. ${readAt(v)}`,
  noBills: 'No bill has been issued for your number yet. The first one comes out on the 1st of next month.',

  changeUp: (v) => `${compare(v)}: ${f.amount(v.totalFen - v.previousTotalFen)} more. ${readAt(v)} Here is why:`,
  changeDown: (v) => `${compare(v)}: ${f.amount(v.previousTotalFen - v.totalFen)} less. ${readAt(v)} What changed:`,
  changeNone: (v) => `${compare(v)}: the total is the same. ${readAt(v)}`,
  changeLine: (v) => `• ${v.name}: ${f.amount(v.beforeFen)} → ${f.amount(v.afterFen)} (${f.difference(v.afterFen - v.beforeFen)}), ${v.reason}`,
  noPrevious: (v) => `Your bill for ${f.month(v.month)} was ${f.amount(v.totalFen)}. ${readAt(v)} There is no earlier bill to compare it with.`,
  reason: {
    overData: (v) => `you used ${f.data(v.usedMb)} of data, beyond the plan, charged as ${v.gb} GB`,
    overVoice: (v) => `you called for ${f.minutes(v.usedMinutes)}, ${f.minutes(v.minutes)} beyond the plan`,
    overSms: (v) => `you sent ${f.messages(v.usedCount)}, ${f.messages(v.count)} beyond the plan`,
    overBeyond: (v) => `beyond the plan, charged as ${v.amount} ${v.unit === 'sms' ? 'texts' : v.unit}`,
    overGone: 'you stayed within the plan this time',
    roamingMb: (v) => `you used ${v.mb} MB abroad without a roaming pack, charged by the MB`,
    roamingDays: (v) => `you used a roaming pass for ${days(v.days)}`,
    roamingGone: 'no roaming this time',
    extraDoubled: (v) => `charged ${v.times} times in one month, possibly by mistake`,
    extraOnce: 'charged twice the month before, back to normal now',
    extraNew: (v) => `started on ${f.shortDate(v.since)}`,
    extraTrialOver: 'the free trial has ended',
    extraAdded: 'added this month',
    extraGone: 'cancelled',
    packAdded: 'bought this month',
    packGone: 'not bought again this month',
    discountOver: 'the discount has ended',
    discountNew: 'a discount has begun',
    planChanged: (v) => `your plan changed from "${v.from}" to "${v.to}"`,
    planPaused: 'no plan fee while the number is paused',
    planBack: 'the plan fee is charged again',
    other: (v) => (v.isMore ? 'it went up' : 'it went down'),
    pause: 'charged each month while the number is paused',
  },
  cause: {
    item: (v) => `${v.isFirst ? (v.fen > 0 ? 'What went up most is ' : 'What changed most is ') : ''}"${v.name}", ${f.amount(Math.abs(v.fen))} ${v.fen > 0 ? 'more' : 'less'}:`,
    usedData: (v) => `• You used ${f.data(v.used)} of domestic data in ${f.shortMonth(v.month)}${against(v, f.data)}`,
    usedVoice: (v) => `• You called for ${f.minutes(v.used)} in ${f.shortMonth(v.month)}${against(v, f.minutes)}`,
    usedSms: (v) => `• You sent ${f.messages(v.used)} in ${f.shortMonth(v.month)}${against(v, f.messages)}`,
    included: (v) => `• ${v.plan} includes ${v.volumes} a month`,
    charged: (v) => `• What was beyond it is charged as ${v.quantity}, ${f.amount(v.eachFen)} per ${UNITS[v.unit]?.[0] ?? v.unit}: ${f.amount(v.totalFen)}`,
    roaming: (v) => `• In ${f.shortMonth(v.month)} you used ${v.mb} MB on ${days(v.days)} abroad, with no roaming pass to cover it, at ${f.amount(v.eachFen)} per MB`,
    roamingPass: (v) => `• A roaming day pass costs from ${f.amount(v.fromFen)} a day; next time you can buy one before you leave`,
    roamingDays: (v) => `• You used a roaming day pass for ${days(v.days)}, at ${f.amount(v.eachFen)} a day`,
    extraDoubled: (v) =>
      `• You hold ${v.held} of it (since ${f.date(v.since)}, ${f.amount(v.priceFen)} a month), yet it was charged ${v.times} times in ${f.shortMonth(v.month)}\n• You can ask for what was charged too much`,
    extraTrial: (v) => `• You took it on ${f.date(v.since)}; it was free at first, and from ${f.shortMonth(v.month)} it costs ${f.amount(v.priceFen)} a month\n• It goes on every month until you cancel it`,
    extraNew: (v) => `• You took it on ${f.date(v.since)}, at ${f.amount(v.priceFen)} a month\n• It goes on every month until you cancel it`,
    plan: (v) => `• Before it was "${v.from}" at ${f.amount(v.fromFen)}, now it is "${v.to}" at ${f.amount(v.toFen)}${v.since === null ? '' : `, since ${f.date(v.since)}`}`,
    pack: (v) => `• You bought "${v.name}" for ${f.amount(v.amountFen)}`,
    other: (v) => `• ${v.reason.charAt(0).toUpperCase()}${v.reason.slice(1)}`,
    byMonth: 'The bill counts by the month: it does not say on which day, or for what.',
    callsByDay: 'The bill counts by the month; the call record shows every call.',
    noMore: 'That is all the account says. It holds no closer reason, and I will not guess. If it looks wrong to you, a person can check it.',
    unchanged: 'What you ask about did not change between the two bills.',
    noChange: 'The two bills are the same, so there is nothing further to look into.',
  },

  paymentsTitle: 'Recent payments',
  payments: (v) => `As of ${f.time(v.asOf)}, your recent payments:`,
  paymentLine: (v) => `• ${f.time(v.at)}, ${v.way}: ${f.amount(v.amountFen)}, ${v.state}`,
  paidInMonth: (v) =>
    v.count === 0 ? `No payment has arrived in ${f.month(v.month)}.` : `In ${f.month(v.month)}: ${v.count} ${v.count === 1 ? 'payment' : 'payments'}, ${f.amount(v.amountFen)} in all.`,
  noPayments: (v) => `As of ${f.time(v.asOf)}, there are no payments on your account.`,
  stillPending: (v) => `Your ${f.amount(v.amountFen)} from ${f.time(v.at)} is still in progress, longer than the usual 10 minutes. I can open a ticket to have it traced.`,
  justPending: (v) => `Your ${f.amount(v.amountFen)} from ${f.time(v.at)} is in progress. It usually arrives within 10 minutes.`,
  paymentLast: (v) => `The latest is ${f.amount(v.amountFen)} on ${f.time(v.at)}.`,
  paymentMost: (v) => `The biggest of these is ${f.amount(v.amountFen)} on ${f.time(v.at)}.`,
  paymentLeast: (v) => `The smallest of these is ${f.amount(v.amountFen)} on ${f.time(v.at)}.`,
  autoPaid: (v) => `Your last automatic payment was ${f.amount(v.amountFen)} on ${f.time(v.at)}. Whether it is still on is shown under "Top up – Automatic payment" in the app, where it is changed or ended too.`,
  autoPaidNone: 'None of your recent payments was automatic. Whether it is on is shown under "Top up – Automatic payment" in the app, where it can be set up too.',
  noneOfSum: (v) => (v.on === null ? `I see no recent payment of ${f.amount(v.fen)}.` : `I see no payment of ${f.amount(v.fen)} on ${f.date(v.on)}.`),
  noneByWay: (v) => `I see no recent payment by ${v.way}.`,
  notThrough: (v) => `Your ${f.amount(v.amountFen)} from ${f.time(v.at)} did not go through, so nothing was credited. If the money was taken from you all the same, I can open a ticket to have it traced.`,
  allArrived: 'None of these is missing. If yours is not among them, please check that the payment went through and to the right number; then I can open a ticket.',
  balanceShort: (v) => `Your balance is ${f.amount(v.balanceFen)}.`,

  status: {
    active: 'Your number is in service and not suspended.',
    'outgoing-suspended': 'Because of the unpaid bill, outgoing calls, texts and data are suspended. You can still receive calls.',
    suspended: 'Because of the unpaid bill, your number is suspended in both directions.',
    'lost-suspended': 'Your number is suspended because it was reported lost, not because of money.',
    paused: 'Your number is paused at your own request, not because of money.',
  },
  unpaidTitle: 'Unpaid bills',
  arrearsOwed: (v) => `As of ${f.time(v.asOf)}, you owe ${f.amount(v.owedFen)} past its due date.`,
  arrearsNone: (v) => `As of ${f.time(v.asOf)}, you owe nothing past its due date.`,
  topUpOwed: (v) => (v.shortFen === 0 ? `${f.amount(v.addFen)} covers it.` : `${f.amount(v.addFen)} is not enough: ${f.amount(v.shortFen)} would still be owed.`),
  topUpAfter: (v) => `Your balance is ${f.amount(v.balanceFen)}; with ${f.amount(v.addFen)} more it would be ${f.amount(v.afterFen)}.`,
  arrearsBill: (v) => `• Bill for ${f.month(v.month)}: ${f.amount(v.unpaidFen)} unpaid, due on ${f.date(v.dueOn)}`,
  arrearsFirst: 'Service cannot come back before the payment: only once all that is owed is paid, and a part payment does not do it. If that is hard just now, ask for a person, who will see what else can be done.',
  arrearsRestore: (v) => `Once ${f.amount(v.owedFen)} is paid, service comes back by itself, usually within 10 minutes. There is no fee and nothing to apply for.`,

  points: (v) => `As of ${f.time(v.asOf)}, you have ${plural(v.total, 'point')}.`,
  pointsExpiring: (v) => `${v.points} of them lapse on ${f.date(v.on)}. You can spend them in the points shop of the app.`,
  pointsNoneExpiring: 'None of them lapse this year.',
  pointsTitle: 'Points',
  pointsTotal: 'Total',
  pointsExpiringRow: (v) => `Lapse on ${f.date(v.on)}`,
  pointsUnit: (v) => plural(v.points, 'point'),
};

type CauseUse = Parameters<BillingWording['cause']['usedData']>[0];

function against(v: CauseUse, said: (amount: number) => string): string {
  return v.before === null ? '' : `, against ${said(v.before)} in ${f.shortMonth(v.previousMonth)}`;
}

type Change = Parameters<BillingWording['changeUp']>[0];

function compare(v: Change): string {
  return `Your bill for ${f.month(v.month)} was ${f.amount(v.totalFen)}, against ${f.amount(v.previousTotalFen)} in ${f.month(v.previousMonth)}`;
}

function readAt(v: { readonly asOf: number }): string {
  return `(As of ${f.time(v.asOf)}.)`;
}
