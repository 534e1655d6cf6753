/** Sentences every account answer may need, in English. */
import { plural } from '../plural.js';
import { enFormats as f } from '../formats.js';
import type { AnswerWording } from './zh-cn.js';

export const answers: AnswerWording = {
  unavailable: 'Sorry, the account system is not answering right now, and I would rather not guess. Please try again shortly, or talk to a person.',
  unknownNumber: 'I cannot find this number in our system. Please talk to a person to have it checked.',
  onlyYours: (v) => `I can only see the account of ${v.masked}, which you verified, and no other number. For that number please sign in with it, or have its owner ask.`,
  asOf: (v) => `As of ${v.time}`,
  row: (v) => `• ${v.name}: ${v.value}`,
  confirmRow: { fee: 'Cost', starts: 'Starts', binds: 'Binds you' },
  confirmUntil: (v) => `You have ${plural(v.minutes, 'minute')} to confirm (until ${f.time(v.at)}); after that nothing is changed.`,
  changeGone: 'Things have changed in the meantime, so nothing was done. You can try again, or talk to a person.',
  done: (v) => `Done. Your order number is ${v.orderId}.`,
  cancelled: 'All right, nothing was changed.',
  ticketOpened: (v) => `I opened ticket ${v.id}. You will hear from us by ${v.due}.`,
};
