/** An agent asks the subscriber to sign in, or to enter a code for what needs one: the assistant's own form, the agent's name on it. */
import type { BehindACode } from '../domain/asked-sign-in.js';
import { askedSignIn } from '../domain/asked-sign-in.js';
import type { Conversation } from '../domain/conversation.js';
import { ownedBy } from '../domain/conversation-steps.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { isErased } from '../domain/erasing.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import { maskMsisdn, messageId } from '../domain/ids.js';
import { placed } from '../domain/message.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { owesTap } from '../domain/proposal.js';
import type { Staff } from '../domain/staff.js';
import { conversationWords } from '../wording/conversation/words.js';
import { repliedTo } from './agent-acts.js';
import { turnGiven } from './asking.js';
import type { ConversationRoom } from './room.js';
import { beginSignIn, continueSignIn } from './sign-in.js';
import type { SignInOutcome } from './sign-in.js';

export interface SignInWish {
  readonly id: ConversationId;
  readonly clientId: string;
  /** Null: only who they are. */
  readonly about: BehindACode | null;
  readonly epoch?: number;
}

/** Put to the subscriber, or the reason why it cannot be, in the conversation's words. */
export type SignInAsked = { readonly message: Message } | { readonly reason: string };

const INTENTS: Readonly<Record<BehindACode, string>> = { puk: 'puk_unlock', 'call-details': 'call_detail' };
type Form = DialogueMemory['form'];
type Author = NonNullable<MessageDraft['author']>;

export async function askToSignIn(room: ConversationRoom, staff: Staff, wish: SignInWish): Promise<SignInAsked | Refusal> {
  const conversation = await room.log.find(wish.id);
  if (!conversation) return refuse('not-found');
  const unfit = whyNot(conversation, staff, wish);
  if (unfit) return unfit;
  const put = wish.about === null ? await beginSignIn(room, conversation, { level: 'basic', pendingText: '', pendingIntent: null }) : await behindACode(room, conversation, wish.about);
  const [first] = put.messages;
  if (!first) return refuse('internal');
  if (put.form === null && wish.about === null) return { reason: first.text };
  const by = { staffId: staff.id, name: staff.name };
  const clientId = `${staff.id}/${wish.clientId}`;
  const entry = { id: `sign-in-${wish.id}-${clientId}`, at: room.clock.now(), staff: { id: staff.id, name: staff.name }, act: 'sign-in.asked', conversationId: wish.id, target: wish.about ?? '', reason: '', detail: '' };
  const changed = await room.record.change({
    id: wish.id,
    clientId,
    step: (current) => {
      const late = whyNot(current, staff, wish);
      if (late) return late;
      const form = withAsked(put.form, { by, seq: current.lastSeq + 1 });
      const additions = put.messages.map((draft, index) => ({ ...saidBy(by, draft), ...(index === 0 ? { clientId } : {}) }));
      return { conversation: { ...repliedTo(current), memory: { ...current.memory, form } }, additions, result: null, beside: [{ kind: 'audit', entry }] };
    },
  });
  if (isRefusal(changed)) return changed;
  const message = 'duplicate' in changed ? changed.duplicate : changed.messages[0];
  if (!message) return refuse('internal');
  return { message };
}

function whyNot(conversation: Conversation, staff: Staff, { epoch, about }: SignInWish): Refusal | null {
  if (!ownedBy(conversation, staff.id)) return refuse(conversation.state === 'live' ? 'not-yours' : 'wrong-state');
  if (epoch !== undefined && epoch !== conversation.epoch) return refuse('gone', 'the conversation changed hands meanwhile');
  if (about === null && conversation.identity) return refuse('conflict', 'verified already');
  return owesTap(conversation) ? refuse('conflict', 'the subscriber just answered') : null;
}

/** The assistant is asked as if its own button had been pressed; it wants a code, or the last one still counts and it answers. */
async function behindACode(room: ConversationRoom, conversation: Conversation, about: BehindACode): Promise<{ messages: readonly MessageDraft[]; form: Form }> {
  const intent = INTENTS[about];
  const text = room.content.current().intents.get(intent)?.names[conversation.locale] ?? intent;
  const draft = { from: 'subscriber', kind: 'text', text, action: { id: `intent:${intent}` } } as const;
  const message = placed(draft, { id: messageId(room.ids.next()), conversationId: conversation.id, seq: conversation.lastSeq + 1, at: room.clock.now() });
  const reply = await room.assistant.respond(turnGiven(room, fresh(conversation), { message, decidedIntent: null, tell: () => undefined }));
  return reply.verification ? beginSignIn(room, conversation, reply.verification) : { messages: reply.messages, form: null };
}

/** In the conversation's turn: what the subscriber gave the form. Whoever has the conversation by then is told what came of it. */
export async function answerSignIn(room: ConversationRoom, conversation: Conversation, message: Message): Promise<void> {
  const { id } = conversation;
  const asked = askedSignIn(conversation);
  const outcome = await continueSignIn(room, conversation, message);
  const told = asked ? await toldOf(room, conversation, { outcome, message, by: asked.asked.by }) : [];
  const changed = await room.record.change({
    id,
    step: (current) => {
      const open = askedSignIn(current);
      const at = told.findLastIndex(({ card }) => card?.type === 'form');
      const next = outcome.kind === 'asks' ? outcome.form : null;
      // One that the agent has put since, or none any more, stays as it is.
      const form = outcome.kind === 'not-for-us' || !open || !asked || open.asked.seq !== asked.asked.seq ? current.memory.form : withAsked(next, { by: asked.asked.by, seq: at < 0 ? open.asked.seq : current.lastSeq + 1 + at });
      const identity = outcome.kind === 'verified' && !isErased(current, message.seq) ? outcome.identity : current.identity;
      const handledSeq = Math.max(current.handledSeq, current.state === 'live' ? current.lastSeq : message.seq);
      return { conversation: { ...current, identity, handledSeq, memory: { ...current.memory, form } }, additions: told, result: null };
    },
  });
  if (isRefusal(changed) || 'duplicate' in changed || outcome.kind !== 'verified') return;
  const { owner } = changed.conversation;
  room.bus.publish({ type: 'brief.changed', conversationId: id, staffId: owner?.staffId ?? null });
}

interface Given {
  readonly outcome: SignInOutcome;
  readonly message: Message;
  readonly by: Author;
}

async function toldOf(room: ConversationRoom, conversation: Conversation, { outcome, message, by }: Given): Promise<readonly MessageDraft[]> {
  const words = conversationWords(conversation.locale).askedSignIn;
  if (outcome.kind === 'not-for-us') return [];
  if (outcome.kind === 'asks') return outcome.form === null && message.action?.id === 'verify.cancel' ? [line(words.cancelled)] : outcome.messages.map((draft) => saidBy(by, draft));
  const { identity, form } = outcome;
  const verified = line(words.done(maskMsisdn(identity.msisdn)));
  if (form.pendingIntent === null) return [verified];
  const { action: _pressed, ...spoken } = message;
  const asked = { message: { ...spoken, text: form.pendingText }, decidedIntent: form.pendingIntent, tell: () => undefined };
  const reply = await room.assistant.respond(turnGiven(room, { ...fresh(conversation), identity }, asked));
  return [verified, ...reply.messages.map((draft) => saidBy(by, draft))];
}

/** The form stands in the agent's name; what came of it is the house's line. Buttons of the assistant's mean nothing while she is there. */
function saidBy(by: Author, draft: MessageDraft): MessageDraft {
  const { buttons, ...said } = draft;
  const own = (buttons ?? []).filter(({ id }) => id.startsWith('verify.'));
  const kept = own.length > 0 ? { ...said, buttons: own } : said;
  return draft.kind === 'text' && draft.card === undefined && own.length > 0 ? { ...kept, from: 'system' } : { ...kept, from: 'agent', author: by };
}

function line(text: string): MessageDraft {
  return { from: 'system', kind: 'text', text };
}

function withAsked(form: Form, asked: { by: Author; seq: number }): Form {
  return form?.kind === 'verify' ? { ...form, asked } : form;
}

function fresh(conversation: Conversation): Conversation {
  return { ...conversation, memory: { ...conversation.memory, form: null, topic: null } };
}
