/** Domain to wire and back: the only place where the two meet. */
import { askedSignIn } from '../domain/asked-sign-in.js';
import type { Brief, Conversation, Pass } from '../domain/conversation.js';
import { waitsSince } from '../domain/conversation-steps.js';
import { parseMsisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Message, StaffNote } from '../domain/message.js';
import { waitingProposal } from '../domain/proposal.js';
import { RATING_REASONS, REASONS_OF_HIGH, REASONS_OF_LOW } from '../domain/rating.js';
import type { RatingReason } from '../domain/rating.js';
import { said } from '../domain/said.js';
import type { Staff } from '../domain/staff.js';
import { isRecalled } from '../domain/working-together.js';
import type { Floor } from '../handoff/floor.js';
import type { ReplyDraft } from '../knowledge/reply-drafts.js';
import type { Survey, WireConversation, WireMessage } from '../protocol/chat.js';
import type { DeskConversation, LineNow, Suggested, WaitingEntry, WireBrief, WireNote, WirePass, WireStaff } from '../protocol/desk.js';
import { conversationWords } from '../wording/conversation/words.js';
import { ReadyPayload } from './sockets/ready-payload.js';

export function toWireMessage(message: Message): WireMessage {
  const { id, conversationId, seq, from, kind, text, at, buttons, card, beside, citations, intent } = message;
  const wire: WireMessage = { id, conversationId, seq, from, kind, text, at };
  // Assigned one by one: absent stays absent, and this runs for every message of the house.
  if (buttons !== undefined) wire.buttons = buttons as NonNullable<WireMessage['buttons']>;
  if (card !== undefined) wire.card = card as NonNullable<WireMessage['card']>;
  if (beside !== undefined) wire.beside = beside;
  if (citations !== undefined) wire.citations = citations;
  if (intent !== undefined) wire.intent = intent;
  tellBesideSaid(wire, message);
  return wire;
}

/** What pages are told of a message that does not stand in the record in this form. */
function tellBesideSaid(wire: Partial<WireMessage>, { clientId, ai, author, attachment, erased }: Message): void {
  if (clientId !== undefined) wire.clientId = author ? clientId.slice(author.staffId.length + 1) : clientId;
  if (ai) wire.ai = true;
  if (author) wire.agentName = author.name;
  if (attachment) wire.attachment = attachment;
  if (erased) wire.erased = true;
}

/** The same for the subscriber's page, with what was said as it was put into JSON for the record. */
export function toToldMessage(message: Message, conversation: Conversation, links: WireMessage['links'] = []): WireMessage | ReadyPayload {
  if (links.length > 0 || isRecalled(conversation, message.seq)) return toSubscriberMessage(message, conversation, links);
  const { id, conversationId, seq, at } = message;
  const wire: Partial<WireMessage> = { id, conversationId, seq, at };
  tellBesideSaid(wire, message);
  return new ReadyPayload(`${JSON.stringify(wire).slice(0, -1)},${said(message).slice(1)}`);
}

/** What was taken back is gone from the subscriber's sight: nothing of it but its place remains. */
export function toSubscriberMessage(message: Message, conversation: Conversation, links: WireMessage['links'] = []): WireMessage {
  if (isRecalled(conversation, message.seq)) return toRecalledMessage(message, conversation.locale);
  const wire = toWireMessage(message);
  return links.length === 0 ? wire : { ...wire, links };
}

export function toRecalledMessage({ id, conversationId, seq, at, author }: Message, locale: Locale): WireMessage {
  const gone = { id, conversationId, seq, at, from: 'system' as const, kind: 'event' as const, text: conversationWords(locale).recalled, recalled: true as const };
  return author ? { ...gone, agentName: author.name } : gone;
}

/** A number given to sign in by is masked there as everywhere at the desk. */
export function toStaffMessage(message: Message): WireMessage {
  const wire = toWireMessage(message);
  const given = message.from === 'subscriber' ? parseMsisdn(message.text) : null;
  return given === null ? wire : { ...wire, text: masked(given) };
}

/** Staff go on seeing what was said, marked. */
export function toDeskMessage(message: Message, conversation: Conversation): WireMessage {
  const wire = toStaffMessage(message);
  return isRecalled(conversation, message.seq) ? { ...wire, recalled: true } : wire;
}

export function toWireConversation(conversation: Conversation, resumeToken: string): WireConversation {
  const { id, state, lastSeq, owner, identity, locale, isElderMode, readSeq } = conversation;
  return {
    id,
    resumeToken,
    state,
    lastSeq,
    ...(owner ? { agent: { name: owner.name } } : {}),
    verified: identity !== null,
    locale,
    elder: isElderMode,
    readSeq,
    ...toWireSignIn(conversation),
    ...toWireProposal(conversation),
  };
}

function toWireSignIn(conversation: Conversation): Pick<WireConversation, 'signIn'> {
  const form = askedSignIn(conversation);
  return form ? { signIn: { seq: form.asked.seq, step: form.step } } : {};
}

function toWireProposal(conversation: Conversation): Pick<WireConversation, 'proposal'> {
  const form = waitingProposal(conversation);
  return form ? { proposal: { seq: form.proposed.seq, expiresAt: form.expiresAt ?? 0 } } : {};
}

/** `130****0001`: the desk shows numbers masked until somebody has a reason to see more. */
export function masked(msisdn: string): string {
  return `${msisdn.slice(0, 3)}****${msisdn.slice(-4)}`;
}

export function toDeskConversation(conversation: Conversation): DeskConversation {
  const { id, state, lastSeq, owner, identity, locale, isElderMode, readSeq, channel, epoch, waiting } = conversation;
  return {
    id,
    state,
    lastSeq,
    ...(owner ? { agent: { name: owner.name } } : {}),
    verified: identity !== null,
    locale,
    elder: isElderMode,
    readSeq,
    ...toWireSignIn(conversation),
    ...toWireProposal(conversation),
    channel,
    epoch,
    subscriber: identity ? masked(identity.msisdn) : null,
    ownerId: owner?.staffId ?? null,
    since: owner?.since ?? conversation.createdAt,
    replyDueAt: owner?.replyDueAt ?? null,
    waitingSince: waiting ? waitsSince(waiting) : null,
    skill: waiting?.skillGroup ?? null,
    headline: waiting?.headline ?? conversation.memory.recent.at(-1) ?? '',
    mood: waiting?.mood ?? 'calm',
    pass: conversation.pass ? toWirePass(conversation.pass) : null,
    helpers: (conversation.helpers ?? []).map((helper) => ({ staffId: helper.staffId, name: helper.name })),
  };
}

/** Why it went to this agent, for the offer and for the conversation once it is hers. */
export function whyOf({ owner, offer }: Conversation, locale: Locale): { why?: { rule: string; text: string } } {
  const rule = owner?.why ?? offer?.why;
  return rule === undefined ? {} : { why: { rule, text: conversationWords(locale).assignments[rule] } };
}

/** The reasons come in the conversation's language, those for low scores first. */
export function toSurvey(locale: Locale): Survey {
  const { ratingReasons } = conversationWords(locale);
  const fits = (reason: RatingReason, list: readonly RatingReason[], name: 'low' | 'high') => (list.includes(reason) ? [name] : []);
  const reasons = RATING_REASONS.map((id) => ({ id, label: ratingReasons[id], for: [...fits(id, REASONS_OF_LOW, 'low'), ...fits(id, REASONS_OF_HIGH, 'high')] }));
  return { scale: 5, reasons };
}

export function toWirePass({ kind, from, to, note, expiresAt }: Pass): WirePass {
  return { kind, from, to, note, expiresAt };
}

function toWaitingEntry(conversation: Conversation): WaitingEntry {
  const { waiting, offer } = conversation;
  return {
    conversationId: conversation.id,
    skill: waiting?.skillGroup ?? 'general',
    priority: waiting?.priority ?? 0,
    waitingSince: waiting ? waitsSince(waiting) : conversation.updatedAt,
    mood: waiting?.mood ?? 'calm',
    headline: waiting?.headline ?? '',
    reason: waiting?.reason ?? 'asked',
    offeredTo: offer?.staffId ?? null,
  };
}

/** The first of the line in serving order, with how many there are in all. */
const LINE_ROWS = 200;

export function toLineNow({ line, agents, liveCount }: Pick<Floor, 'line' | 'agents' | 'liveCount'>): LineNow {
  const agentsOnline = agents.filter((agent) => agent.isConnected && agent.status === 'online').length;
  return { waiting: line.slice(0, LINE_ROWS).map(toWaitingEntry), counts: { waiting: line.length, live: liveCount, agentsOnline } };
}

export function toWireBrief(brief: Brief): WireBrief {
  const { who, modelSummary, ...facts } = brief;
  return { ...facts, ...(modelSummary ? { modelSummary: { ...modelSummary, ai: true as const } } : {}), who: { ...who, msisdn: who.msisdn === null ? null : masked(who.msisdn) } };
}

export function toWireNote(note: StaffNote): WireNote {
  return note;
}

export function toWireStaff({ id, email, name, role, skillGroups }: Staff): WireStaff {
  return { id, email, name, role, skillGroups };
}

/** The texts alone as they always were, and beside them where each is from. */
export function toSuggestions(drafts: readonly ReplyDraft[]): Suggested {
  return {
    suggestions: drafts.map(({ text }) => text),
    drafts: drafts.map(({ text, source, title }) => ({ text, source, ...(title === null ? {} : { title }), ...(source === 'model' ? { ai: true as const } : {}) })),
  };
}
