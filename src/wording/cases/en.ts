/** Cases as a subscriber reads them, in English. */
import { enFormats as f } from '../formats.js';
import type { CasesWording } from './zh-cn.js';

export const cases: CasesWording = {
  kind: {
    complaint: 'complaint', fault: 'fault report', refund: 'refund request', 'call-back': 'call-back', 'privacy-request': 'personal data request', message: 'message',
  },
  paymentCheck: 'payment check',
  stage: { received: 'received', working: 'being worked on', asked: 'waiting for your word', closed: 'closed' },
  next: {
    answer: (v) => `first answer by ${f.time(v.due)} at the latest`,
    close: (v) => `done by ${f.time(v.due)} at the latest`,
    call: (v) => `we call you back by ${f.time(v.due)}`,
    confirm: 'please tell us whether it is solved',
    done: 'you confirmed that it is solved',
  },
  opened: (v) => `Your ${v.kind} is registered as case ${v.number}: ${v.due}. You can follow it under "My progress" at any time.`,
  openedBefore: (v) => `Your ${v.kind}, case ${v.number}, is still open: ${v.due}. I have added what you just said.`,
  calledOff: 'A case is not called off by itself: whoever works on it reads this and ends it. If it is urgent, talk to a person.',
  inHand: (v) => `This is registered as case ${v.number}${v.title === '' ? '' : ` (${v.title})`}: ${v.stage}, ${v.next}.`,
  matter: { payment: 'Missing payment', 'no-signal': 'No signal', 'slow-data': 'Slow data', broadband: 'Broadband fault' },
  solvedAsk: (v) => `Your ${v.kind}, case ${v.number}, has been dealt with${v.text === '' ? '' : `: ${v.text}`}. Is it solved?`,
  solvedYes: (v) => `Thank you. Case ${v.number} is closed on your word.`,
  solvedNo: (v) =>
    `Understood. Case ${v.number} is open again${v.owner === null ? '' : `, still with ${v.owner}`}; you get a new answer by ${f.time(v.due)} at the latest. Sorry that it was not right the first time.`,
  callDue: (v) => `Call back now (promised for ${f.time(v.at)}): ${v.number} · ${v.title}, given to ${v.name}`,
  alerts: {
    refundWaits: (v) => `${v.name} proposed to give back ${f.amount(v.amountFen)}; a second person has to approve: ${v.number}`,
    refundRefused: (v) => `${v.by} did not approve the refund of ${f.amount(v.amountFen)} that ${v.name} proposed: ${v.number}`,
    refundRefusedOneself: (v) => `${v.by} did not approve the refund of ${f.amount(v.amountFen)} you proposed; please explain to the customer: ${v.number}`,
    caseNear: (v) => `A case is nearly due, by ${f.time(v.due)}: ${v.number} · ${v.title}`,
    caseOverdue: (v) => `A case is overdue, it was due by ${f.time(v.due)}: ${v.number} · ${v.title}`,
    promiseNear: (v) => `A promise of ${v.by ?? 'Xiaojie'} is nearly due, by ${f.time(v.due)}: ${v.text}`,
    promiseNearOneself: (v) => `A promise of yours is nearly due, by ${f.time(v.due)}: ${v.text}`,
    promiseBroken: (v) => `A promise of ${v.by ?? 'Xiaojie'} was not kept, it was due by ${f.time(v.due)}: ${v.text}`,
    promiseBrokenOneself: (v) => `A promise of yours was not kept, it was due by ${f.time(v.due)}: ${v.text}`,
  },
  solvedGone: 'This case needs no answer any more. "My progress" shows where it stands.',
  answered: (v) => `News on case ${v.number}: ${v.text}`,
  paid: (v) => `Case ${v.number}: the charge was our mistake. ${f.amount(v.amountFen)}, twice the amount, is back on your account; order ${v.orderId}.`,
  refunded: (v) => `The charge was our mistake: ${f.amount(v.amountFen)}, twice the amount, is back on your account`,
  greeting: (v) => `About your last ${v.kind} (${v.number}): ${v.stage}, ${v.next}.`,
  greetingAsked: (v) => `Your last ${v.kind} (${v.number}) has been dealt with. Is it solved?`,
  list: (v) => `As of ${f.time(v.asOf)}, you have ${v.count} ${v.count === 1 ? 'case' : 'cases'}:`,
  item: (v) => `• ${v.number}, ${v.kind}: ${v.stage}, ${v.next}${v.leftMs === null ? '' : v.leftMs > 0 ? ` (${f.left(v.leftMs)} left)` : ' (late; we are sorry)'}`,
  title: 'My progress',
  promises: (v) => `Promised to you and not done yet: ${v.count}`,
  promise: (v) => `• “${v.text}”, promised by ${v.by ?? 'Xiaojie'}, ${v.leftMs > 0 ? `by ${f.time(v.due)} (${f.left(v.leftMs)} left)` : `was due by ${f.time(v.due)} and is late; we are sorry`}`,
  promiseName: 'A promise to you',
  promiseNote: (v) => `${v.text} · promised by ${v.by ?? 'Xiaojie'}`,
  promiseState: { open: 'under way', late: 'late' },
  yes: 'It is solved',
  no: 'Not solved',
  doubleFound: (v) =>
    `I checked your bills: in ${f.month(v.month)}, "${v.item}" was charged ${f.amount(v.chargedFen)} too much. A wrong charge goes back twice over: ${f.amount(v.refundFen)}.`,
  doubleNone: 'I checked your bills of the last months and saw no double charge; an agent will check once more by hand.',
};
