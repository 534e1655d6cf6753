/** What is said on outside channels where pages would show buttons, pictures and names. English. */
import { enFormats as f } from '../formats.js';
import type { ChannelWording } from './zh-cn.js';

export const channels: ChannelWording = {
  chooseByNumber: 'Reply with a number to choose:',
  agentSays: (name, text) => `[Agent ${name}] ${text}`,
  leadsTo: (words, target) => `${words} (${target})`,
  agentUnnamed: 'agent',
  picture: '[picture]',
  voice: '[voice message that could not be put into words]',
  place: (name) => `[place] ${name}`,
  hello: 'Hello',
  sources: (titles) => `Source: ${titles}`,
  file: (name) => `[file] ${name}`,
  fileNotTaken: (name) => `[file whose contents did not arrive] ${name}`,
  choose: 'Please choose:',
  video: '[video]',
  link: ({ title, url }) => `[link] ${title} ${url}`.trim(),
  visitingCard: '[visiting card]',
  miniProgram: (title) => `[mini program] ${title}`.trim(),
  unseen: '[a message that cannot be shown here]',
  notReached: { unknown: 'WeChat gives no reason', expired: 'the user last wrote more than 48 hours ago', ended: 'the session has ended', 'too-many': 'no more than 5 messages until the user answers', refused: 'the user does not accept messages' },
  greeting:
    'Hello, I am Xiaojie, the AI assistant of Jiebang Telecom. Ask me about your balance, data, bills or plan, or tell me what is not working; a person is one tap away at any time. AI answers can be wrong: for figures of your account the bill counts. Please send no passwords.',
  person: 'Talk to a person',
  privateOnly: 'To protect your account I only serve you one to one. Please send me a private message.',
  inLine: ({ position, low, high }) => (low === null || high === null ? `You are number ${position} in line.` : `You are number ${position} in line, about ${waitOf(low, high)}.`),
  survey: 'How did we do? Choose 1 to 5; 5 is best.',
  surveyByNumber: 'How was this service? Please reply with a number from 1 to 5; 5 is best.',
  surveyOver: 'This service can no longer be rated. Thank you.',
  surveyThanks: 'Thank you for your rating!',
  stars: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
  submit: 'Submit',
  card: {
    asOf: (at) => `As of ${f.time(at)}`,
    balance: 'Balance',
    owed: 'Owed',
    credit: 'Credit limit',
    expires: 'Valid until',
    lastTopUp: 'Last top-up',
    topUp: (fen, at) => `${f.amount(fen)} (${f.time(at)})`,
    usageData: 'Data usage',
    usageVoice: 'Call usage',
    left: ({ left, total, resets }) => `${left} of ${total} left, resets ${resets}`,
    used: (used) => `${used} used`,
    bill: (month) => `Bill for ${month}`,
    total: 'Total',
    paid: 'Paid',
    unpaid: (day) => `To pay by ${day}`,
    state: 'State',
    change: (month, previous) => `${month} against ${previous}`,
    monthly: (amount, average) => `${amount} a month; ${average} in an average month at your recent usage`,
    undo: (how) => `To undo: ${how}`,
  },
};

function waitOf(low: number, high: number): string {
  const [from, to] = [Math.max(1, Math.round(low / 60)), Math.max(1, Math.ceil(high / 60))];
  return from === to ? `${to} min` : `${from} to ${to} min`;
}
