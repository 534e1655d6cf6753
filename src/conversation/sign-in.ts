/** Signing in within the chat: the number, then the one-time code, then the question that waited is answered. */
import { bareAnswerIn } from '../dialogue/bare-words.js';
import type { Conversation } from '../domain/conversation.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import { maskMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Button, Message, MessageDraft } from '../domain/message.js';
import type { VerificationWish } from '../domain/reply.js';
import { RESEND_AFTER_MS } from '../identity/verification.js';
import type { CodeRequest } from '../identity/verification.js';
import { nextButton } from '../skills/buttons.js';
import { conversationWords } from '../wording/conversation/words.js';
import { wordingFor } from '../wording/wording.js';
import { canBeReached } from './gap-news.js';
import type { ConversationRoom } from './room.js';
import { isCodeAlone, numberAlone, readFormText } from './sign-in-words.js';
import type { Aside } from './sign-in-words.js';
import { wasUnanswered, wishToBeTold } from './tell-later.js';

type VerifyForm = Extract<FormInProgress, { kind: 'verify' }>;

/** A step-up counts this long after its code was entered. */
const STEP_UP_MS = 10 * 60_000;
const SECOND_TAP_MS = 60_000;

interface Asks {
  readonly kind: 'asks';
  readonly messages: readonly MessageDraft[];
  readonly form: VerifyForm | null;
}

export type SignInOutcome =
  /** Not meant for the form: the assistant answers, the form stays. */
  | { readonly kind: 'not-for-us' }
  | Asks
  | { readonly kind: 'verified'; readonly identity: NonNullable<Conversation['identity']>; readonly form: VerifyForm };

/**
 * Begins a sign-in for a question that needs one. A step-up goes straight to the verified number's own phone; a code that was
 * already sent serves the new question as well.
 */
export async function beginSignIn(room: ConversationRoom, conversation: Conversation, wish: VerificationWish): Promise<Asks> {
  return counted(room, await begun(room, conversation, wish));
}

async function begun(room: ConversationRoom, conversation: Conversation, wish: VerificationWish): Promise<Asks> {
  const { locale, identity } = conversation;
  const sentTo = codeSentTo(conversation, wish);
  if (sentTo && (await room.verification.isAwaited(conversation.id, sentTo.msisdn))) {
    return afterRequest(locale, { ...sentTo, ...wish }, { kind: 'sent' });
  }
  const form: VerifyForm = { kind: 'verify', step: 'number', msisdn: null, ...wish };
  if (!identity) return { kind: 'asks', form, messages: [firstForm(locale, wish)] };
  const sent = await requestCode(room, conversation, identity.msisdn);
  return afterRequest(locale, { ...form, step: 'code', msisdn: identity.msisdn }, sent);
}

/** The form that is open already and asks for a code as good as the one wished for. */
function codeSentTo({ memory: { form }, identity }: Conversation, wish: VerificationWish): (VerifyForm & { msisdn: Msisdn }) | null {
  if (form?.kind !== 'verify' || form.step !== 'code' || form.msisdn === null || form.level !== wish.level) return null;
  return identity === null || identity.msisdn === form.msisdn ? { ...form, msisdn: form.msisdn } : null;
}

/** What is left of the minute between two codes, whenever one is asked for: who mistyped the code, or asks what it is for, waits for no new minute. */
async function counted<Outcome extends SignInOutcome>(room: ConversationRoom, outcome: Outcome): Promise<Outcome> {
  if (outcome.kind !== 'asks' || outcome.form?.step !== 'code' || outcome.form.msisdn === null) return outcome;
  const resendAfterSeconds = await room.verification.secondsUntilNext(outcome.form.msisdn);
  const messages = outcome.messages.map((message) => (message.card?.type === 'form' && message.card.form === 'verify.code' ? { ...message, card: { ...message.card, resendAfterSeconds } } : message));
  return { ...outcome, messages };
}

/** Takes a message while the form is open. */
export async function continueSignIn(room: ConversationRoom, conversation: Conversation, message: Message): Promise<SignInOutcome> {
  return counted(room, await continued(room, conversation, message));
}

async function continued(room: ConversationRoom, conversation: Conversation, message: Message): Promise<SignInOutcome> {
  const form = conversation.memory.form;
  if (form?.kind !== 'verify') return { kind: 'not-for-us' };
  const { locale, identity } = conversation;
  const words = conversationWords(locale).verify;
  const said = readFormText(message);
  // Whoever is signed in is asked once more for their own number, and for no other.
  const isBound = form.level === 'step-up' && identity !== null;
  switch (said.kind) {
    case 'cancel':
      return { kind: 'asks', form: null, messages: [plain(words.cancelled)] };
    case 'other-number':
      return isBound ? { kind: 'not-for-us' } : { kind: 'asks', form: { ...form, step: 'number', msisdn: null }, messages: [numberForm(locale, words.askNumber)] };
    case 'resend':
      return form.msisdn === null ? { kind: 'asks', form, messages: [numberForm(locale, words.askNumber)] } : request(room, conversation, form, form.msisdn);
    case 'number':
      return isBound ? { kind: 'not-for-us' } : request(room, conversation, form, said.msisdn);
    case 'digits':
      if (form.step === 'number' || form.msisdn === null) return { kind: 'asks', form, messages: [numberForm(locale, words.badNumber)] };
      return said.digits.length === 6 ? check(room, conversation, { ...form, msisdn: form.msisdn }, said.digits) : { kind: 'asks', form, messages: [codeForm(locale, words.badCode)] };
    case 'unwilling':
    case 'asks-why':
    case 'forgot-number':
    case 'helpless':
    case 'asks-of-code':
      return form.asked === undefined ? aside(locale, form, said.kind) : { kind: 'not-for-us' };
    case 'words':
      return form.asked === undefined && bareAnswerIn(message.text) === 'doubt' ? askedAgain(locale, form) : { kind: 'not-for-us' };
  }
}

/** 「什么？」 to the form is no question to the assistant. */
function askedAgain(locale: Locale, form: VerifyForm): SignInOutcome {
  const words = conversationWords(locale).verify;
  const again = form.step === 'code' ? codeForm(locale, words.whyCode) : numberForm(locale, words.whyNumber);
  return { kind: 'asks', form, messages: [again] };
}

/** Whoever hesitates hears what the number is for, and what can be had without it. */
function aside(locale: Locale, form: VerifyForm, said: Aside): SignInOutcome {
  const words = conversationWords(locale).verify;
  if (said === 'unwilling') return { kind: 'asks', form: null, messages: [plain(words.unwilling, [personButton(locale)])] };
  if (said === 'asks-of-code' && form.step === 'code' && form.msisdn !== null) return { kind: 'asks', form, messages: [withPerson(codeForm(locale, words.aboutCode(maskMsisdn(form.msisdn))), locale)] };
  if (said === 'helpless' || said === 'asks-of-code') return { kind: 'asks', form, messages: [withPerson(form.step === 'code' ? codeForm(locale, words.howCode) : numberForm(locale, words.howNumber), locale)] };
  // 「不知道」 to the code is helplessness: the number is known already.
  if (form.step === 'code') return { kind: 'asks', form, messages: [said === 'asks-why' ? codeForm(locale, words.whyCode) : withPerson(codeForm(locale, words.howCode), locale)] };
  return { kind: 'asks', form, messages: [numberForm(locale, said === 'asks-why' ? words.whyNumber : words.forgotNumber)] };
}

/** Where the wish to be told later is kept by itself, it is said so; else the number is verified first, since only its owner is told. */
export async function takeWishToBeTold(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Asks | null> {
  const wish = wishToBeTold(conversation, message);
  if (wish === null) return null;
  const { locale } = conversation;
  const { toldLater, numberToTell } = conversationWords(locale).verify;
  if (canBeReached(conversation)) return { kind: 'asks', form: null, messages: [plain(toldLater)] };
  if (wish.number !== null) return forTelling(room, conversation, wish.number);
  return { kind: 'asks', form: { ...TELLING, step: 'number', msisdn: null }, messages: [numberForm(locale, numberToTell)] };
}

/** Signed in to nothing in particular. */
const FOR_NOTHING = { level: 'basic', pendingText: '', pendingIntent: null } as const;

/** A code and nothing else, after the form for it went: the form as it stood, with the question that waited if there was one. */
export async function lateCode(room: ConversationRoom, { id, identity, memory }: Conversation, message: Message): Promise<VerifyForm | null> {
  const { form, signInFor = FOR_NOTHING } = memory;
  if ((identity !== null && signInFor.level === 'basic') || form !== null || !isCodeAlone(message)) return null;
  const msisdn = await room.verification.awaitedFor(id);
  return msisdn === null || (identity !== null && identity.msisdn !== msisdn) ? null : { kind: 'verify', step: 'code', msisdn, ...signInFor };
}

const TELLING = { kind: 'verify', ...FOR_NOTHING, isForTelling: true } as const;

async function forTelling(room: ConversationRoom, conversation: Conversation, msisdn: Msisdn): Promise<Asks> {
  const asked = await counted(room, await request(room, conversation, { ...TELLING, step: 'code', msisdn }, msisdn));
  const [first, ...rest] = asked.messages;
  const { codeToTell } = conversationWords(conversation.locale).verify;
  return first && asked.form ? { ...asked, messages: [{ ...first, text: `${codeToTell}${first.text}` }, ...rest] } : asked;
}

/**
 * A number and nothing else, which nobody asked for: whoever is not signed in means to be, and is asked for the code; whoever is, hears whose
 * account this is.
 */
export async function takeNumber(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Asks | null> {
  const { locale, identity, memory, state } = conversation;
  if (state === 'bot' && memory.form === null && isSecondTap(room, conversation, message)) return { kind: 'asks', form: null, messages: [plain(conversationWords(locale).verify.verified, whatNext(locale))] };
  // In the line a number is one's own: whoever comes sees the account then.
  const isTaken = state === 'bot' || (state === 'queued' && identity === null);
  const msisdn = isTaken && memory.form === null ? numberAlone(message) : null;
  if (msisdn === null) return null;
  const words = conversationWords(locale).verify;
  if (identity === null && wasUnanswered(memory)) return forTelling(room, conversation, msisdn);
  if (identity === null) {
    const sent = await room.verification.request(conversation.id, msisdn);
    return counted(room, afterRequest(locale, { kind: 'verify', step: 'code', msisdn, ...(memory.signInFor ?? FOR_NOTHING) }, sent));
  }
  const masked = maskMsisdn(identity.msisdn);
  return { kind: 'asks', form: null, messages: [plain(identity.msisdn === msisdn ? words.isYou(masked) : wordingFor(locale).answers.onlyYours({ masked }), whatNext(locale))] };
}

/** The code that has just signed them in, sent again: from another tab, or by a finger that hit twice. */
function isSecondTap(room: ConversationRoom, { identity }: Conversation, message: Message): boolean {
  return identity?.via === 'one-time-code' && room.clock.now() - identity.at < SECOND_TAP_MS && isCodeAlone(message);
}

/** For whoever signed in without a question that waits. */
export function welcomed(locale: Locale, { isForTelling = false }: Pick<VerifyForm, 'isForTelling'>): MessageDraft {
  const words = conversationWords(locale).verify;
  return isForTelling ? plain(words.toldLater) : plain(words.verified, whatNext(locale));
}

export function whatNext(locale: Locale): Button[] {
  const { buttons } = wordingFor(locale);
  return [nextButton('balance_query', buttons.balance), nextButton('data_usage_query', buttons.dataUsage), nextButton('bill_query', buttons.bill), personButton(locale)];
}

async function request(room: ConversationRoom, conversation: Conversation, form: VerifyForm, msisdn: Msisdn): Promise<Asks> {
  const sent = await requestCode(room, conversation, msisdn);
  return afterRequest(conversation.locale, { ...form, step: 'code', msisdn }, sent);
}

type CodeSent = CodeRequest | (Omit<Extract<CodeRequest, { kind: 'too-soon' }>, 'counts'> & { readonly counts: 'entered' });

/** A code that was entered here is gone from the book: it is told apart from one that another chat asked for. */
async function requestCode(room: ConversationRoom, { id, identity }: Conversation, msisdn: Msisdn): Promise<CodeSent> {
  const sent = await room.verification.request(id, msisdn);
  if (sent.kind !== 'too-soon' || sent.counts !== 'elsewhere' || identity?.via !== 'one-time-code' || identity.msisdn !== msisdn) return sent;
  // To the second, as the wait is told.
  const sentAt = room.clock.now() + sent.waitSeconds * 1000 - RESEND_AFTER_MS;
  return identity.at + 1000 >= sentAt ? { ...sent, counts: 'entered' } : sent;
}

function afterRequest(locale: Locale, form: VerifyForm & { msisdn: Msisdn }, sent: CodeSent): Asks {
  const words = conversationWords(locale).verify;
  const masked = maskMsisdn(form.msisdn);
  switch (sent.kind) {
    case 'sent':
      return { kind: 'asks', form, messages: [codeForm(locale, form.level === 'step-up' ? words.stepUp(masked) : words.codeSent(masked))] };
    case 'too-soon':
      return { kind: 'asks', form, messages: [codeForm(locale, words.tooSoon[sent.counts](sent.waitSeconds))] };
    case 'too-many':
      return { kind: 'asks', form: null, messages: [plain(words.tooMany, [personButton(locale)])] };
    case 'not-sent':
      return { kind: 'asks', form, messages: [plain(words.notSent, [resendButton(locale), personButton(locale)])] };
  }
}

async function check(room: ConversationRoom, conversation: Conversation, form: VerifyForm & { msisdn: Msisdn }, code: string): Promise<SignInOutcome> {
  const words = conversationWords(conversation.locale).verify;
  const { locale } = conversation;
  const checked = await room.verification.check(conversation.id, form.msisdn, code);
  switch (checked.kind) {
    case 'verified': {
      const at = room.clock.now();
      return { kind: 'verified', form, identity: { msisdn: checked.msisdn, via: 'one-time-code', at, stepUpUntil: form.level === 'step-up' ? at + STEP_UP_MS : null } };
    }
    case 'wrong':
      return { kind: 'asks', form, messages: [codeForm(locale, words.wrongCode(checked.triesLeft))] };
    case 'used-up':
      return { kind: 'asks', form, messages: [plain(words.usedUp, [resendButton(locale), personButton(locale)])] };
    case 'not-here':
      return { kind: 'asks', form, messages: [plain(words.notHere, [resendButton(locale), personButton(locale)])] };
    case 'expired':
      return { kind: 'asks', form, messages: [plain(words.expired, [resendButton(locale), personButton(locale)])] };
  }
}

/** Whoever lost the phone may get no code: a person is one tap away. */
function firstForm(locale: Locale, { pendingIntent }: VerificationWish): MessageDraft {
  const { askNumber, withoutPhone } = conversationWords(locale).verify;
  const form = numberForm(locale, pendingIntent === 'sim_lost' ? `${withoutPhone}${askNumber}` : askNumber);
  return pendingIntent === 'sim_lost' ? withPerson(form, locale) : form;
}

function withPerson(form: MessageDraft, locale: Locale): MessageDraft {
  return { ...form, buttons: [...(form.buttons ?? []), personButton(locale)] };
}

function numberForm(locale: Locale, text: string): MessageDraft {
  const words = conversationWords(locale).verify;
  return {
    from: 'bot',
    kind: 'form',
    text,
    card: { type: 'form', form: 'verify.number', label: words.numberLabel },
    buttons: [{ id: 'verify.cancel', label: words.cancel }],
  };
}

function codeForm(locale: Locale, text: string): MessageDraft {
  const words = conversationWords(locale).verify;
  return {
    from: 'bot',
    kind: 'form',
    text,
    card: { type: 'form', form: 'verify.code', label: words.codeLabel },
    buttons: [resendButton(locale), { id: 'verify.other', label: words.otherNumber }, { id: 'verify.cancel', label: words.cancel }],
  };
}

function plain(text: string, buttons: readonly Button[] = []): MessageDraft {
  return { from: 'bot', kind: 'text', text, ...(buttons.length > 0 ? { buttons } : {}) };
}

function resendButton(locale: Locale): Button {
  return { id: 'verify.resend', label: conversationWords(locale).verify.resend };
}

function personButton(locale: Locale): Button {
  return { id: 'handoff', label: conversationWords(locale).buttons.person };
}
