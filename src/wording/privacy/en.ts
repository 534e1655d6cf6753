/** What a subscriber is told about what is kept of them, and the words of the copy. English. */
import { enFormats as f } from '../formats.js';
import type { PrivacyWording } from './zh-cn.js';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const privacy: PrivacyWording = {
  offer: 'You may have a copy of every service record we keep of you (conversations, cases, promises, ratings, and who looked at your number), or have them deleted. Bills, call details and identity records are kept by the business system as the law demands and are not among them. Either needs a one-time code first.',
  copyButton: 'Export my records',
  eraseButton: 'Delete my records',
  copyReady: (v) => `The copy of your records is ready: use the links below until ${f.time(v.until)}, and ask again if they have expired. They appear in your own chat window on the web only; please do not pass them on.`,
  copyLinks: { html: 'As a page (to read)', json: 'As JSON (for machines)' },
  eraseTitle: 'Delete my service records',
  eraseAsk: 'Please confirm: once deleted, neither you nor we can see any of it again.',
  eraseRow: { what: 'Deleted', files: 'Files', stays: 'Kept by law', open: 'In progress' },
  eraseWhat: (v) => `${counted(v.messages, 'message')} in ${counted(v.conversations, 'conversation')}, staff notes, words of ratings, and your number in them`,
  eraseThis: 'all messages of this conversation, notes of staff, comments to ratings, and the numbers in them',
  eraseFiles: (v) => String(v.files),
  eraseStays: 'number, kind, times and refunded sums of cases (proof of acceptance and accounts, without words or your number), and the log of who looked at your number and of this deletion (for audits). Bills and identity records stay in the business system until their legal time is up',
  eraseOpen: (v) => `${v.cases} open cases are worked on, but their words are deleted too and they are no longer tied to your number; to have them finished first, cancel`,
  eraseFee: 'free',
  eraseWhen: 'at once',
  eraseBinds: 'cannot be restored',
  erasedStays: 'What was deleted cannot be brought back.',
  eraseUndo: 'It cannot be undone; cancel does nothing at all.',
  erased: (v) =>
    `Deleted for good: ${counted(v.messages, 'message')} in ${counted(v.conversations, 'conversation')} and ${counted(v.files, 'file')}. Kept by law are only case numbers, times, sums and the log of acts, without words and without your number. What the business system holds is dealt with by its legal terms, under number ${v.id}. You are no longer verified here; verify again whenever you need to.`,
  gone: '(deleted at the subscriber’s request)',
  keptNoLonger: '(deleted: kept no longer)',
  copy: {
    title: 'Copy of personal data',
    lead: 'Every service record this system keeps on this number. Bills, call details and identity records are kept by the business system and can be asked for in the chat.',
    made: 'Made',
    number: 'Number',
    conversations: 'Conversations',
    cases: 'Cases',
    promises: 'Promises',
    ratings: 'Ratings',
    reveals: 'Who looked at your number',
    none: 'none',
    file: 'file',
    summary: 'Summary for staff (written by AI)',
    staff: 'staff',
  },
  linkExpired: 'This link has expired. Please ask for it again in the chat.',
};
