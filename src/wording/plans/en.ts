/** Plan, advice, changes, packs, extras and contract, in English. */
import { enFormats as f } from '../formats.js';
import type { PlanWording } from './zh-cn.js';

const difference = (fen: number): string =>
  fen === 0 ? 'the same monthly fee' : fen > 0 ? `${f.amount(fen)} more a month` : `${f.amount(-fen)} less a month`;
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
const months = (count: number): string => (count === 1 ? 'month' : `${count} months`);

export const plans: PlanWording = {
  volumes: (v) =>
    f.list([
      `${f.data(v.dataMb)} of data`,
      f.minutes(v.voiceMinutes),
      ...(v.smsCount > 0 ? [f.messages(v.smsCount)] : []),
      ...(v.broadbandMbps > 0 ? [`${v.broadbandMbps}M broadband`] : []),
    ]),
  current: (v) => `As of ${f.time(v.asOf)}, you are on ${v.name} at ${f.amount(v.monthlyFen)} a month, with ${v.volumes}.`,
  since: (v) => `You have had it since ${f.date(v.on)}.`,
  next: (v) => `From ${f.date(v.on)} you move to ${v.name} at ${f.amount(v.monthlyFen)} a month.`,
  withdrawn: (v) => `This plan is no longer sold, but you may keep it; its successor is ${v.name}.`,
  contractShort: (v) => `You have a ${v.name} until ${f.date(v.to)}.`,
  currentTitle: 'My plan',
  row: { plan: 'Plan', fee: 'Monthly fee', volumes: 'Each month', since: 'Since', next: 'Next plan', contract: 'Contract' },
  onDate: (v) => `${v.name}, from ${f.date(v.on)}`,
  untilDate: (v) => `${v.name}, until ${f.date(v.on)}`,

  adviceIntro: (v) =>
    `On your real use of the last ${months(v.months)} (on average ${f.data(v.dataMb)} of data, ${f.minutes(v.voiceMinutes)} and ${f.messages(v.smsCount)} a month, as of ${f.time(v.asOf)}):`,
  adviceLine: (v) =>
    `• ${v.name}${v.isCurrent ? ' (yours now)' : ''}: fee ${f.amount(v.monthlyFen)} + beyond the plan on average ${f.amount(v.overFen)} = ${f.amount(v.averageFen)} a month`,
  advicePrice: (v) =>
    `${v.name} costs ${f.amount(v.monthlyFen)} a month${v.isCurrent ? '; it is the plan you have' : ''}. On your recent use (as of ${f.time(v.asOf)}) ${v.overFen > 0 ? `there are ${f.amount(v.overFen)} beyond the plan as well, ` : 'nothing comes on top, '}on average ${f.amount(v.averageFen)} a month.`,
  adviceSave: (v) => `Moving to ${v.name} would save ${f.amount(v.saveFen)} a month on average, from the 1st of next month.`,
  adviceStay: (v) => `Your ${v.name} already suits you best. No need to change.`,
  adviceBound: 'Moving to a cheaper plan during the contract costs a penalty, which a person has to agree with you first.',
  adviceNoHistory: 'No bill has been issued for your number yet, so there is no use to reckon with. After a full month I can compare plans for you.',
  adviceSwitch: (v) => `Switch to ${v.name}`,
  adviceTitle: (v) => `Compared on the last ${months(v.months)}`,
  adviceNote: { current: 'Your plan now', over: (v) => `Beyond the plan on average ${f.amount(v.overFen)}`, within: 'Your use stays within the plan' },
  adviceWithoutExtras: 'Extras, data packs and roaming are not counted.',

  noPlanAt: (v) => `There is no plan at ${f.amount(v.fen)} a month.`,
  askPlan: 'Which plan would you like to move to?',
  planLine: (v) => `• ${v.name}: ${f.amount(v.monthlyFen)} a month, ${v.volumes}`,
  planButton: (v) => v.name,
  changeTitle: 'Confirm the plan change',
  changeAsk: (v) =>
    `Please confirm: move from ${v.from} (${f.amount(v.fromFen)} a month) to ${v.to} (${f.amount(v.toFen)} a month), ${difference(v.differenceFen)}, from ${f.date(v.on)}. Nothing changes until you press "Confirm".`,
  undoTitle: 'Take back the plan change',
  undoAsk: (v) => `Please confirm: drop the move to ${v.to} and stay on ${v.name}.`,
  changeRow: { from: 'Now', to: 'New' },
  difference: (v) => difference(v.fen),
  boundUntil: (v) => (v.on === null ? 'no contract; you may change again at any time' : `your contract until ${f.date(v.on)} goes on unchanged`),
  changeUndo: (v) => `You can take it back until it starts on ${f.date(v.on)}: just say "undo the plan change".`,
  undoFee: (v) => `still ${f.amount(v.fen)} a month`,
  undoStarts: 'at once',
  undoUndo: 'You can order another move at any time.',
  changeDone: (v) => `Done: you will be on ${v.name} from ${f.date(v.on)}. Order number ${v.orderId}.`,
  alreadyOn: (v) => `You are on ${v.name} already, so there is nothing to change.`,
  alreadyOrdered: (v) => `The change to ${v.name} from ${f.date(v.on)} is ordered already; nothing more to do.`,
  undoNone: (v) => `As of ${f.time(v.asOf)}, no plan change is waiting: you are on ${v.name}, and there is nothing to take back.`,
  undoDone: (v) => `Taken back: you stay on ${v.name}. Order number ${v.orderId}.`,
  obstacle: {
    arrears: 'You have a bill past its due date. This can be done once it is paid.',
    contract: 'You are under contract, and moving to a cheaper plan costs a penalty. A person has to agree the amount with you first.',
    'senior-only': 'This plan is only for account holders aged 60 or over.',
    'students-only': 'This plan is only for students, and student status has to be checked first.',
    'business-only': 'This plan is only for business customers.',
    withdrawn: 'This plan is no longer sold.',
    'already-so': 'That is how it is already, so there is nothing to do.',
    'not-held': 'You do not have this service.',
    'line-not-active': 'Your number is out of service at the moment. This can be done once it is back.',
    unknown: 'I could not find that. Please put it another way, or talk to a person.',
  },

  askPack: 'Which data pack would you like?',
  packLine: (v) => `• ${v.name}: ${f.data(v.dataMb)}, ${f.amount(v.priceFen)}`,
  packTitle: 'Confirm the data pack',
  packAsk: (v) =>
    `Please confirm: ${v.name}, ${f.data(v.dataMb)}, ${f.amount(v.priceFen)}, starting at once and valid until the end of ${f.date(v.until)}. It goes on this month's bill.`,
  packRow: { name: 'Data pack', data: 'Data', until: 'Valid until' },
  packFee: (v) => `${f.amount(v.priceFen)} once, on this month's bill`,
  packStarts: 'at once',
  packBinds: 'this once; it never renews by itself',
  packUndo: 'Once started it cannot be cancelled, and unused data does not carry over.',
  packDone: (v) => `${v.name} is active until the end of ${f.date(v.until)}. Order number ${v.orderId}.`,

  packStays: 'A data pack is bought once and does not renew. Once it runs it cannot be returned; it ends by itself. What renews monthly are extras, which you can cancel.',

  extras: (v) => `As of ${f.time(v.asOf)}, you have ${v.count} ${v.count === 1 ? 'extra' : 'extras'}, ${f.amount(v.totalFen)} a month in all:`,
  extraLine: (v) => `• ${v.name}: ${f.amount(v.priceFen)} a month, since ${f.date(v.since)}${v.note}`,
  extraFree: (v) => `, free until ${f.date(v.on)}`,
  extraEnds: (v) => `, cancelled, usable until ${f.date(v.on)}`,
  perMonth: (v) => `${f.amount(v.fen)} a month`,
  extraSinceRow: (v) => `since ${f.date(v.on)}${v.note}`,
  noExtras: (v) => `As of ${f.time(v.asOf)}, you have no extras.`,
  extrasTitle: 'My extras',
  endsExtra: (v) => `Cancel ${v.name}`,
  extraPicked: (v) => `The ${v.isLeast ? 'cheapest' : 'dearest'} of them is ${v.name}, ${f.amount(v.priceFen)} a month.`,
  extrasTotal: 'In all',
  askExtra: 'Which one would you like to cancel?',
  notHeld: (v) => `You do not have ${v.name}.`,
  notAmongExtras: 'I did not find that one among your extras.',
  offTitle: 'Confirm the cancellation',
  offAsk: (v) =>
    `Please confirm: cancel ${v.name} (${f.amount(v.priceFen)} a month). No charge from ${f.date(v.on)}; you can use it until ${f.date(v.until)}, and this month's fee is not refunded.`,
  offRow: { name: 'Cancel', price: 'Fee now', until: 'Usable until' },
  offFee: (v) => difference(-v.priceFen),
  offStarts: (v) => `no charge from ${f.date(v.on)}`,
  offBinds: 'not at all; order it again at any time',
  offUndo: 'You can order it again at any time.',
  offStays: 'It has been cancelled, and that cannot be taken back; you can order it again at any time, and a person can do it for you.',
  offDone: (v) => `${v.name} is cancelled; no charge from ${f.date(v.on)}. Order number ${v.orderId}.`,

  offAlready: (v) => `${v.name} has been cancelled already: you can use it until ${f.date(v.until)}, and there is no charge from ${f.date(v.on)}. Nothing more to do.`,
  allEnded: 'All your extras have been cancelled already; there is nothing left to cancel:',
  offAllAsk: (v) =>
    `Please confirm: cancel these ${v.count} extras together (${f.amount(v.priceFen)} a month in all). No charge from ${f.date(v.on)}; you can use them until ${f.date(v.until)}. This month's fees are not returned.`,
  offAllDone: (v) => `${v.count} extras are cancelled; no charge from ${f.date(v.on)}:`,
  offAllLine: (v) => `• ${v.name}, order number ${v.orderId}`,
  offAllLeft: (v) => `Not done: ${f.list(v.names)}. Something has changed; please look again and cancel then, or ask for a person.`,

  contract: (v) => `Your ${v.name} runs from ${f.date(v.from)} to ${f.date(v.to)}, ${days(v.days)} from now.`,
  contractPenalty: (v) =>
    `Ending it now would cost ${f.amount(v.monthlyFen)} × ${v.months} remaining ${v.months === 1 ? 'month' : 'months'} × ${v.percent}% = ${f.amount(v.penaltyFen)} (as of ${f.time(v.asOf)}).`,
  contractAfter: (v) => `After that your number simply goes on at the standard monthly fee of ${f.amount(v.monthlyFen)}, and changing plan or leaving costs nothing. We never renew a contract by ourselves.`,
  contractNone: (v) => `As of ${f.time(v.asOf)}, you have no contract: changing plan, porting or giving up the number costs no penalty.`,
  contractTitle: 'My contract',
  contractRow: { name: 'Contract', from: 'From', to: 'To', days: 'Left', penalty: 'Penalty if ended now' },
  daysLeft: (v) => days(v.days),
};
