/** Usage, network, broadband, card, calls, tickets and personal data, in English. */
import { enFormats as f } from '../formats.js';
import type { LineWording } from './zh-cn.js';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

export const line: LineWording = {
  usageData: (v) => `As of ${f.time(v.asOf)}, your domestic data this month:`,
  usageVoice: (v) => `As of ${f.time(v.asOf)}, your calls and texts this month:`,
  usagePast: (v) => `In ${f.month(v.month)} you used (from the issued bill, as of ${f.time(v.asOf)}):`,
  usedData: (v) => `• Domestic data: ${v.amount}`,
  usedRoaming: (v) => `• Roaming data: ${v.amount}`,
  usedVoice: (v) => `• Domestic calls: ${v.amount}`,
  usedTexts: (v) => `• Domestic texts: ${v.amount}`,
  usageTooOld: (v) => `Usage goes back to ${f.month(v.oldest)}; that of ${f.month(v.month)} is no longer kept.`,
  usageUnknown: (v) => `The system holds no usage for ${f.month(v.month)}, and I would rather not guess.`,
  thisMonth: 'This month',
  lapses: (v) => `Plan data left over is lost ${v.on === '' ? 'at the end of the month' : `on ${f.shortDate(v.on)}`} and not carried into the next month; a pack you bought lasts until it ends, and what is left of it is not carried over either.`,
  usageRoaming: 'Roaming data, counted apart:',
  noRoaming: 'You have no roaming data in use.',
  bucket: (v) => `• ${v.name}: ${v.used} used, ${v.left} left of ${v.total}, resets on ${f.shortDate(v.resetsOn)}`,
  bucketOver: (v) => ` (${v.over} beyond the plan, charged on top)`,
  bucketNone: (v) => `• ${v.name}: not in your plan, ${v.used} used, charged on top`,
  pace: { data: 'domestic data', voice: 'domestic calls', sms: 'domestic texts' },
  paceEnough: (v) =>
    `At this pace your ${v.what} will last until the end of the month: ${v.used} in ${days(v.days)} is ${v.perDay} a day, so about ${v.needed} more in the ${days(v.toCome)} to come, and ${v.left} is left.`,
  paceShort: (v) =>
    `At this pace your ${v.what} will not last until the end of the month, and will be gone about ${f.shortDate(v.goneOn)}: ${v.used} in ${days(v.days)} is ${v.perDay} a day, so about ${v.needed} for the ${days(v.toCome)} to come, and only ${v.left} is left.`,
  paceLastDay: (v) => `This is the last day, it resets on ${f.shortDate(v.on)}: ${v.left} of your ${v.what} is left, and you used ${v.perDay} a day over ${days(v.days)}.`,
  paceTooEarly: (v) => `${v.left} of your ${v.what} is left until it resets on ${f.shortDate(v.on)}. After ${days(v.days)} and ${v.used} it is too early to say whether that is enough.`,
  paceGone: (v) => `No: your ${v.what} is used up, and resets on ${f.shortDate(v.on)}.`,
  nearlyGone: (v) => `Only ${v.left} of domestic data is left until it resets on ${f.shortDate(v.on)}. A data pack would help.`,
  throttled: (v) => `Your data is used up and you are slowed down until ${f.shortDate(v.on)}. A data pack restores full speed at once.`,

  ownNumber: (v) => `Your number is ${v.msisdn}, registered to ${v.name}.`,
  ownTitle: 'My number',
  ownRow: { number: 'Number', holder: 'Holder' },

  suspendTitle: 'Confirm: report the SIM lost',
  suspendAsk: (v) => `Please confirm: block ${v.msisdn} now. The SIM can then make no calls, texts or data, whoever has it; the plan fee goes on as usual.`,
  suspendRow: { number: 'Number', effect: 'Effect' },
  suspendEffect: 'No calls, texts or data',
  suspendWhen: 'at once',
  suspendFee: 'blocking is free; the plan fee goes on as usual',
  suspendBinds: 'until you unblock it or get a new SIM',
  suspendUndo: 'If you find it, tell me "unblock my SIM" and verify yourself. For a new SIM, bring your ID card to any Jiebang store; you get it on the spot.',
  suspendDone: (v) => `Blocked. Order number ${v.orderId}. Please get a new SIM at a Jiebang store with your ID card soon, and freeze the payment and bank accounts tied to the number. If you find it, tell me "unblock my SIM".`,
  resumeTitle: 'Confirm: unblock the SIM',
  resumeAsk: (v) => `Please confirm: unblock ${v.msisdn} and restore calls, texts and data.`,
  resumeEffect: 'Calls, texts and data come back',
  resumeFee: 'free',
  resumeBinds: 'not at all',
  resumeUndo: 'You can block it again at any time.',
  resumeDone: (v) => `Unblocked. Order number ${v.orderId}. Switch the phone off and on once.`,
  notLost: 'Your number is not reported lost, so there is nothing to unblock.',
  alreadyLost: 'Your number is already blocked as lost. If you found the SIM you can unblock it; if not, bring your ID card to a Jiebang store for a new one.',

  puk: (v) => `The PUK of your SIM is ${v.puk}. Enter it and set a new PIN. After 10 wrong tries the SIM is locked for good and has to be replaced, so take your time.`,

  pukWrong: 'There are 10 tries in all, and the phone shows how many are left. After 10 wrong ones the SIM is locked for good and has to be replaced in a Jiebang store with your ID card; the number is not lost. If you are not sure, do not guess: talk to a person first.',

  calls: (v) =>
    `Calls of ${f.month(v.month)} (as of ${f.time(v.asOf)}): ${v.out} made, ${f.minutes(v.minutes)} in all, ${v.answered} received, ${f.amount(v.chargedFen)} beyond the plan. The last ${v.out + v.answered < 10 ? v.out + v.answered : 10}:`,
  callLine: (v) => `• ${f.time(v.at)} ${v.isOut ? 'to' : 'from'} ${v.peer}, ${v.duration}, ${f.amount(v.amountFen)}`,
  duration: (v) => (v.seconds < 60 ? `${v.seconds} s` : `${Math.floor(v.seconds / 60)} min ${v.seconds % 60} s`),
  callName: (v) => `${f.time(v.at)} ${v.isOut ? 'made' : 'received'}`,
  callsNone: (v) => `There are no calls in ${f.month(v.month)} (as of ${f.time(v.asOf)}). The last 6 months can be looked up.`,
  callsMost: (v) => `The number you called most in ${f.month(v.month)} is ${v.peer}: ${v.calls === 1 ? 'once' : `${v.calls} times`}, ${f.minutes(v.minutes)} in all.`,
  callsNoMost: (v) => `No number was called most in ${f.month(v.month)}: ${v.numbers} numbers were called, each of them once.`,
  callsNoneMade: (v) => `You made no calls in ${f.month(v.month)}.`,
  callsLongest: (v) => `The longest call: ${f.time(v.at)} to ${v.peer}, ${v.duration}.`,
  callsWhose: 'The list does not say whose number it is, so I cannot tell.',
  callsTitle: (v) => `Calls of ${f.month(v.month)}`,
  callsFree: 'Looking them up is free. The full list can be downloaded in the app.',

  tickets: (v) => `As of ${f.time(v.asOf)}, your latest ${v.count === 1 ? 'ticket' : `${v.count} tickets`}:`,
  ticketLine: (v) => `• ${v.id} ${v.title}: ${v.state}. ${f.time(v.at)}: ${v.step}${v.due}`,
  ticketDue: (v) =>
    v.leftMs > 0 ? `; to be closed by ${f.time(v.at)} (${f.left(v.leftMs)} left)` : `; was to be closed by ${f.time(v.at)} and is late; we are sorry`,
  ticketState: { open: 'received', 'in-progress': 'in progress', solved: 'solved', closed: 'closed' },
  ticketsNone: (v) => `As of ${f.time(v.asOf)}, you have no tickets.`,

  askCity: 'Which city are you in? I will check the network there.',
  outage: (v) =>
    `${v.isOwnArea ? 'Your area' : v.region}: ${v.text}, since ${f.time(v.since)}${v.restoredBy === null ? '; no end is known yet' : `, expected to be over by ${f.time(v.restoredBy)}`}. Sorry for the trouble.`,
  noOutage: (v) => `As of ${f.time(v.asOf)}, there is no outage in ${v.isOwnArea ? 'your area' : v.region}.`,
  noSignalSteps: 'Please try in turn:\n1. Switch flight mode on and off, or restart the phone.\n2. Take the SIM out, wipe it and put it back.\n3. Try another place, or the SIM in another phone.',
  notByDay: 'What was used on a single day is not recorded here; I can only see the month:',
  usedByWhat: 'Which app used it cannot be seen from here; the data usage page in the settings of your phone lists it by app.',
  triedEnough: 'Thank you for trying; no need to try again.',
  outageKnown: 'It is known and being repaired, so there is no need to report it. If you would like an answer once it is mended, I can open a ticket for you.',
  stillBad: 'If it still does not work, I can report a fault.',
  slowNotThrottled: (v) => `As of ${f.time(v.asOf)}, you are not slowed down, and ${v.left} of domestic data is left.`,
  slowThrottled: (v) => `As of ${f.time(v.asOf)}, your data is used up, so you are slowed down until ${f.date(v.on)}. A data pack restores full speed at once.`,
  slowOver: (v) => `As of ${f.time(v.asOf)}, you are not slowed down, but you are ${v.over} beyond your plan's data, which is charged on top.`,
  slowSteps: 'Please try in turn:\n1. Switch flight mode on and off.\n2. Move to a window or another place; crowds slow everybody down.\n3. Check whether a data saver or a VPN is on.',

  noBroadband: 'There is no broadband on your number. If a family member ordered it, please ask with their number, or talk to a person.',
  lineCheck: {
    none: (v) => `I have just tested your line (${f.time(v.asOf)}): the modem is online, the light signal is good, and no fault was found.`,
    'loss-of-signal': (v) => `I have just tested your line (${f.time(v.asOf)}): the modem is offline and gets no light signal. Most likely the fibre is broken or a plug is loose.`,
    authentication: (v) => `I have just tested your line (${f.time(v.asOf)}): the modem is online but sign-in fails, perhaps because of a wrong account or password.`,
    slow: (v) => `I have just tested your line (${f.time(v.asOf)}): the modem is online but the light signal is weak, which slows it down.`,
    router: (v) => `I have just tested your line (${f.time(v.asOf)}): the line is fine; the trouble is probably your router.`,
  },
  broadbandSteps: 'Please look first:\n1. Is the LOS light of the modem red, is the fibre plug loose or the fibre bent?\n2. Unplug modem and router for a minute.',
  visitAsk: (v) => `If that does not help, pick a time and I will book a repair, done within ${v.hours} hours:`,
  visit: (v) => `${f.shortDate(v.day)} ${v.isMorning ? 'morning' : 'afternoon'}`,
  visitOnly: 'These are the times that can be booked. For another, pick one and then say "change it to …", or ask for a person.',
  bookFirst: 'No repair is booked yet, so there is nothing to hurry up. Pick a time and I will book it at once; the first is the earliest:',
  visitPick: (v) => `Pick a time and I will book a repair, done within ${v.hours} hours:`,
  visitBooked: (v) => `Repair booked: ticket ${v.id}, visit on ${v.visit}, to be fixed by ${f.time(v.due)}. The technician will call first.`,
  reported: (v) => `Reported as ticket ${v.id}. You will hear from us by ${f.time(v.due)}.`,
};
