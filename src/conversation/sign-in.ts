/** Signing in within the chat: the number, then the one-time code, then the question that waited is answered. */
import type { Conversation } from '../domain/conversation.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import { isGivingUp } from '../domain/giving-up.js';
import { parseMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Button, Message, MessageDraft } from '../domain/message.js';
import type { VerificationWish } from '../domain/reply.js';
import { RESEND_AFTER_MS } from '../identity/verification.js';
import type { CodeRequest } from '../identity/verification.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

type VerifyForm = Extract<FormInProgress, { kind: 'verify' }>;

/** A step-up counts this long after its code was entered. */
const STEP_UP_MS = 10 * 60_000;

export type SignInOutcome =
  /** Not meant for the form: the assistant answers, the form stays. */
  | { readonly kind: 'not-for-us' }
  | { readonly kind: 'asks'; readonly messages: readonly MessageDraft[]; readonly form: VerifyForm | null }
  | { readonly kind: 'verified'; readonly identity: NonNullable<Conversation['identity']>; readonly form: VerifyForm };

/**
 * Begins a sign-in for a question that needs one. A step-up goes straight to the verified number's own phone; a code that was
 * already sent serves the new question as well.
 */
export async function beginSignIn(room: ConversationRoom, conversation: Conversation, wish: VerificationWish): Promise<Extract<SignInOutcome, { kind: 'asks' }>> {
  const { locale, identity } = conversation;
  const sentTo = codeSentTo(conversation, wish);
  if (sentTo && (await room.verification.isAwaited(conversation.id, sentTo.msisdn))) {
    return afterRequest(locale, { ...sentTo, ...wish }, { kind: 'sent' });
  }
  const form: VerifyForm = { kind: 'verify', step: 'number', msisdn: null, ...wish };
  if (!identity) return { kind: 'asks', form, messages: [numberForm(locale, conversationWords(locale).verify.askNumber)] };
  const sent = await room.verification.request(conversation.id, identity.msisdn);
  return afterRequest(locale, { ...form, step: 'code', msisdn: identity.msisdn }, sent);
}

/** The form that is open already and asks for a code as good as the one wished for. */
function codeSentTo({ memory: { form }, identity }: Conversation, wish: VerificationWish): (VerifyForm & { msisdn: Msisdn }) | null {
  if (form?.kind !== 'verify' || form.step !== 'code' || form.msisdn === null || form.level !== wish.level) return null;
  return identity === null || identity.msisdn === form.msisdn ? { ...form, msisdn: form.msisdn } : null;
}

/** Takes a message while the form is open. */
export async function continueSignIn(room: ConversationRoom, conversation: Conversation, message: Message): Promise<SignInOutcome> {
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
    case 'words':
      return { kind: 'not-for-us' };
  }
}

type FormText =
  | { readonly kind: 'cancel' | 'resend' | 'other-number' | 'words' }
  | { readonly kind: 'number'; readonly msisdn: Msisdn }
  | { readonly kind: 'digits'; readonly digits: string };

const CANCEL = /^(那|还是)?(先|暂时)?别(验证|查|办|弄|看|问|登录)(了|吧)?[。.!！~]*$/iu;
/** As people write it: in one piece or in groups. */
const NUMBER_IN_WORDS = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/;
const RESEND = new RegExp(
  `^(?:${[
    '(?:请|麻烦|帮我|给我|能不能|能|可以|可不可以|你|那|还是|一直|没(?:有)?收到|收不到|[\\s,，。])*(?:重新|再|重)(?:给我)?(?:发|传|获取)送?(?:我)?(?:一)?(?:下|次|遍|个|条)?(?:验证码|短信|码)?(?:给我)?',
    '(?:我|还是|一直|都|怎么|还|验证码|短信|码)*没(?:有)?收到(?:验证码|短信|码)?',
    '(?:please |can you |could you |i (?:did ?n.?t|have ?n.?t) (?:get|got|receive|received) (?:it|the code|a code)[,. ]+)*(?:re-?send|send(?= .*again| another| a new))(?: me)?(?: it| the code| another(?: one| code)?| a new (?:one|code))?(?: again)?(?: please)?',
    '(?:i )?(?:still )?(?:did ?n.?t|have ?n.?t|did not|have not) (?:get|got|receive|received) (?:it|the code|a code|any code|anything)(?: yet)?',
  ].join('|')})(?:吧|呗|吗|啊|呢|呀|好吗|行吗)?[\\s。.!！?？~]*$`,
  'iu',
);

function readFormText(message: Message): FormText {
  const { action } = message;
  if (action?.id === 'verify.cancel') return { kind: 'cancel' };
  if (action?.id === 'verify.resend') return { kind: 'resend' };
  if (action?.id === 'verify.other') return { kind: 'other-number' };
  if (action && !action.id.startsWith('verify.')) return { kind: 'words' };
  const text = (action?.value ?? message.text).normalize('NFKC').trim();
  // A code that was taken just before a crash: the record does not know it, so it has to be entered again.
  if (text.startsWith('•')) return { kind: 'digits', digits: '' };
  if (isGivingUp(text) || CANCEL.test(text)) return { kind: 'cancel' };
  if (RESEND.test(text)) return { kind: 'resend' };
  const msisdn = parseMsisdn(text) ?? parseMsisdn(NUMBER_IN_WORDS.exec(text)?.[0] ?? '');
  if (msisdn) return { kind: 'number', msisdn };
  const compact = text.replace(/[\s-]/g, '');
  if (/^\+?\d{3,20}$/.test(compact)) return { kind: 'digits', digits: compact };
  const inWords = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  return inWords === undefined ? { kind: 'words' } : { kind: 'digits', digits: inWords };
}

async function request(room: ConversationRoom, conversation: Conversation, form: VerifyForm, msisdn: Msisdn): Promise<SignInOutcome> {
  const sent = await room.verification.request(conversation.id, msisdn);
  return afterRequest(conversation.locale, { ...form, step: 'code', msisdn }, sent);
}

function afterRequest(locale: Locale, form: VerifyForm & { msisdn: Msisdn }, sent: CodeRequest): Extract<SignInOutcome, { kind: 'asks' }> {
  const words = conversationWords(locale).verify;
  const masked = maskMsisdn(form.msisdn);
  switch (sent.kind) {
    case 'sent':
      return { kind: 'asks', form, messages: [codeForm(locale, form.level === 'step-up' ? words.stepUp(masked) : words.codeSent(masked))] };
    case 'too-soon':
      return { kind: 'asks', form, messages: [codeForm(locale, words.tooSoon(sent.waitSeconds))] };
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
    case 'expired':
      return { kind: 'asks', form, messages: [plain(words.expired, [resendButton(locale), personButton(locale)])] };
  }
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
    card: { type: 'form', form: 'verify.code', label: words.codeLabel, resendAfterSeconds: RESEND_AFTER_MS / 1000 },
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

/** 13800000001 → 138****0001. */
export function maskMsisdn(msisdn: string): string {
  return `${msisdn.slice(0, 3)}****${msisdn.slice(-4)}`;
}
