/** A sign-in that an agent asked for while she has the conversation: the form is the house's, every other word is hers to answer. Pure. */
import type { Conversation } from './conversation.js';
import type { FormInProgress, Proposed } from './dialogue-memory.js';
import { parseMsisdn } from './ids.js';

export type AskedSignIn = Extract<FormInProgress, { kind: 'verify' }> & { readonly asked: Proposed };

/** What may be asked for together with a fresh code: the answer follows the code. */
export const BEHIND_A_CODE = ['puk', 'call-details'] as const;
export type BehindACode = (typeof BEHIND_A_CODE)[number];

export function askedSignIn({ memory: { form } }: Conversation): AskedSignIn | null {
  return form?.kind === 'verify' && form.asked !== undefined ? (form as AskedSignIn) : null;
}

export interface SaidToForm {
  readonly action?: { readonly id: string; readonly value?: string } | undefined;
  readonly text: string;
}

/** The form's own taps, and a whole number or code written where there are no forms to tap. A code that the record left out counts: it is still owed its answer. */
export function answersSignIn(conversation: Conversation, said: SaidToForm | undefined): boolean {
  const form = askedSignIn(conversation);
  if (!form || !said || conversation.state !== 'live' || conversation.owner === null) return false;
  if (said.action) return said.action.id.startsWith('verify.');
  const text = said.text.normalize('NFKC').replace(/[\s-]/g, '');
  return parseMsisdn(text) !== null || (form.step === 'code' && /^(\d{6}|•{6})$/u.test(text));
}
