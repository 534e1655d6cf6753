/** An agent puts a change or a report before the subscriber: the assistant's own skill makes the card, the agent's name stands on it, and nothing is done yet. */
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation } from '../domain/conversation.js';
import { ownedBy } from '../domain/conversation-steps.js';
import { CONFIRM_OPEN_MINUTES } from '../domain/card.js';
import type { FormInProgress, Proposed } from '../domain/dialogue-memory.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import { messageId } from '../domain/ids.js';
import { placed } from '../domain/message.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { NEEDS_TARGET, owesTap, proposalOf, withoutProposal } from '../domain/proposal.js';
import type { ProposalForm, ProposalKind } from '../domain/proposal.js';
import type { Reply } from '../domain/reply.js';
import type { Staff } from '../domain/staff.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { Beside } from '../ports/conversation-log.js';
import { move, repliedTo } from './agent-acts.js';
import { turnGiven } from './asking.js';
import type { ConversationRoom } from './room.js';

export interface ProposalWish {
  readonly id: ConversationId;
  readonly clientId: string;
  readonly kind: ProposalKind;
  readonly target: string | null;
  readonly epoch?: number;
}

/** Put to the subscriber, or the reason why it cannot be, in the conversation's words. */
export type Proposal = { readonly message: Message; readonly expiresAt: number } | { readonly reason: string };

/** Which button of the assistant's stands for it. */
const BUTTONS: Readonly<Record<ProposalKind, { readonly intent: string; readonly slot?: string; readonly value?: string }>> = {
  plan: { intent: 'plan_change', slot: 'plan' },
  pack: { intent: 'data_pack_buy', slot: 'product' },
  'extra-off': { intent: 'vas_cancel', slot: 'product' },
  'suspend-lost': { intent: 'sim_lost' },
  'resume-line': { intent: 'sim_lost', value: 'line=resume' },
  'signal-report': { intent: 'no_signal' },
  'data-report': { intent: 'slow_data' },
  'broadband-report': { intent: 'broadband_fault' },
};

/** Steps to try come first; the button below them files the report. */
const REPORTS: ReadonlySet<ProposalKind> = new Set<ProposalKind>(['signal-report', 'data-report', 'broadband-report']);

/** Only the owner, only for the verified subscriber, and one at a time: a new one takes the place of what was out. */
export async function propose(room: ConversationRoom, staff: Staff, wish: ProposalWish): Promise<Proposal | Refusal> {
  const conversation = await room.log.find(wish.id);
  if (!conversation) return refuse('not-found');
  const unfit = whyNot(conversation, staff, wish);
  if (unfit) return unfit;
  const card = await cardFor(room, conversation, wish);
  if ('reason' in card) return card;
  const { form, draft } = card;
  const clientId = `${staff.id}/${wish.clientId}`;
  const by = { staffId: staff.id, name: staff.name };
  const entry = entryOf(room, staff, { id: wish.id, entryId: `proposed-${wish.id}-${clientId}`, act: 'change.proposed', form, detail: `${wish.kind} ${wish.target ?? ''}`.trim() });
  const changed = await room.record.change({
    id: wish.id,
    clientId,
    step: (current) => {
      const late = whyNot(current, staff, wish) ?? (current.identity?.msisdn === conversation.identity?.msisdn ? null : refuse('gone', 'somebody else signed in'));
      if (late) return late;
      const proposed: Proposed = { by, seq: current.lastSeq + 1 };
      return { conversation: { ...repliedTo(current), memory: { ...current.memory, form: { ...form, proposed } } }, additions: [{ ...draft, clientId, author: by }], result: null, beside: [{ kind: 'audit', entry }] };
    },
  });
  if (isRefusal(changed)) return changed;
  const message = 'duplicate' in changed ? changed.duplicate : changed.messages[0];
  if (!message) return refuse('internal');
  return { message, expiresAt: form.expiresAt ?? 0 };
}

/** Thought better of before it was confirmed. */
export async function withdrawProposal(room: ConversationRoom, staff: Staff, id: ConversationId): Promise<null | Refusal> {
  const step = (current: Conversation): Conversation | Refusal => {
    if (!ownedBy(current, staff.id)) return refuse('not-yours');
    if (!proposalOf(current)) return refuse('gone', 'nothing is proposed');
    return owesTap(current) ? refuse('conflict', 'it was just answered') : withoutProposal(current);
  };
  const entryId = room.ids.next();
  const beside = (current: Conversation): readonly Beside[] => {
    const form = proposalOf(current);
    return form ? [{ kind: 'audit', entry: entryOf(room, staff, { id, entryId, act: 'change.withdrawn', form, detail: '' }) }] : [];
  };
  const withdrawn = await move(room, id, step, (_words, { locale }) => conversationWords(locale).proposals.withdrawn(staff.name), { beside });
  return isRefusal(withdrawn) ? withdrawn : null;
}

function whyNot(conversation: Conversation, staff: Staff, { epoch, kind, target }: ProposalWish): Refusal | null {
  if (!ownedBy(conversation, staff.id)) return refuse(conversation.state === 'live' ? 'not-yours' : 'wrong-state');
  if (epoch !== undefined && epoch !== conversation.epoch) return refuse('gone', 'the conversation changed hands meanwhile');
  if (!conversation.identity) return refuse('unverified', 'the subscriber has not signed in');
  if (NEEDS_TARGET.has(kind) !== (target !== null)) return refuse('bad-request', 'what it is about');
  return owesTap(conversation) ? refuse('conflict', 'the subscriber just tapped') : null;
}

interface Card {
  readonly form: ProposableForm;
  readonly draft: MessageDraft;
}

type ProposableForm = Omit<ProposalForm, 'proposed'> & Extract<FormInProgress, { kind: 'confirm' }> | Omit<Extract<FormInProgress, { kind: 'steps' }>, 'proposed'>;

/** The assistant is asked as if its own button had been pressed, on a fresh memory; nobody is told what it says. */
async function cardFor(room: ConversationRoom, conversation: Conversation, wish: ProposalWish): Promise<Card | { reason: string }> {
  const { intent, slot, value } = BUTTONS[wish.kind];
  const words = conversationWords(conversation.locale).proposals;
  const chosen = slot === undefined ? value : `${slot}=${wish.target ?? ''}`;
  const action = { id: `intent:${intent}`, ...(chosen === undefined ? {} : { value: chosen }) };
  const text = room.content.current().intents.get(intent)?.names[conversation.locale] ?? intent;
  const asked = placed({ from: 'subscriber', kind: 'text', text, action }, { id: messageId(room.ids.next()), conversationId: wish.id, seq: conversation.lastSeq + 1, at: room.clock.now() });
  const fresh = { ...conversation, memory: { ...conversation.memory, form: null, topic: null } };
  const reply = await room.assistant.respond(turnGiven(room, fresh, { message: asked, decidedIntent: null, tell: () => undefined }));
  if (reply.verification) return { reason: words.needsCode };
  const card = confirmCard(reply);
  // Nothing but what was chosen is ever put, whatever a skill makes of words it does not know.
  if (wish.target !== null && card?.form.kind === 'confirm' && card.form.change['targetId'] !== wish.target) return { reason: words.noSuch };
  return card ?? (REPORTS.has(wish.kind) ? stepsCard(reply, intent, room.clock.now()) : null) ?? { reason: reply.messages.some(isTold) ? textOf(reply.messages) : words.failed };
}

function confirmCard({ messages, memory: { form } }: Reply): Card | null {
  const shown = messages.find(({ card }) => card?.type === 'confirm');
  if (form?.kind !== 'confirm' || !shown) return null;
  const buttons = (shown.buttons ?? []).filter(({ id }) => id === 'confirm' || id === 'cancel');
  return { form, draft: { ...shown, from: 'agent', buttons } };
}

/** Things to try, and buttons that file a report once they were tried in vain. */
function stepsCard({ messages }: Reply, intent: string, now: number): Card | null {
  const shown = messages.at(-1);
  const buttons = (shown?.buttons ?? []).filter(({ id, value }) => id === `intent:${intent}` && value !== undefined);
  if (!shown || buttons.length === 0) return null;
  const form = { kind: 'steps' as const, intent, values: buttons.map(({ value }) => value ?? ''), expiresAt: now + CONFIRM_OPEN_MINUTES * 60_000 };
  return { form, draft: { ...shown, from: 'agent', buttons } };
}

export const isTold = ({ text }: MessageDraft): boolean => text.trim() !== '';

export function textOf(messages: readonly MessageDraft[]): string {
  return messages.filter(isTold).map(({ text }) => text).join('\n');
}

interface Kept {
  readonly id: ConversationId;
  /** The same again is the same entry. */
  readonly entryId: string;
  readonly act: string;
  readonly form: ProposableForm;
  readonly detail: string;
}

function entryOf({ clock }: ConversationRoom, staff: Staff, { id, entryId, act, form, detail }: Kept): AuditEntry {
  const target = form.kind === 'confirm' ? `${form.change['kind'] ?? ''}:${form.change['targetId'] ?? ''}` : form.intent;
  return { id: entryId, at: clock.now(), staff: { id: staff.id, name: staff.name }, act, conversationId: id, target, reason: '', detail };
}
