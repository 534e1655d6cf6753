/** Branded identifiers: one kind of id can never be passed where another is meant. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ConversationId = Branded<'ConversationId'>;
export type MessageId = Branded<'MessageId'>;
export type StaffId = Branded<'StaffId'>;
export type CaseId = Branded<'CaseId'>;
/** A visitor is whoever holds one resume token; a subscriber is a visitor whose number is verified. */
export type VisitorId = Branded<'VisitorId'>;
/** Mainland mobile number, 11 digits, no country code. */
export type Msisdn = Branded<'Msisdn'>;

export const conversationId = (text: string): ConversationId => text as ConversationId;
export const messageId = (text: string): MessageId => text as MessageId;
export const staffId = (text: string): StaffId => text as StaffId;
export const caseId = (text: string): CaseId => text as CaseId;
export const visitorId = (text: string): VisitorId => text as VisitorId;

const MSISDN = /^1[3-9]\d{9}$/;

/** Null when the text is no mainland mobile number; spaces, dashes, +86 and the invisible marks that phones copy around a number are tolerated. */
export function parseMsisdn(text: string): Msisdn | null {
  const digits = text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '');
  return MSISDN.test(digits) ? (digits as Msisdn) : null;
}

/** 13800000001 → 138****0001. */
export function maskMsisdn(msisdn: string): string {
  return `${msisdn.slice(0, 3)}****${msisdn.slice(-4)}`;
}
