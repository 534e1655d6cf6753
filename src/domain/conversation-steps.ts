/** The state machine of a conversation: every way it may move, as pure steps on plain data. */
import { answersSignIn } from './asked-sign-in.js';
import type { SaidToForm } from './asked-sign-in.js';
import { EMPTY_MEMORY } from './dialogue-memory.js';
import type { DialogueMemory } from './dialogue-memory.js';
import type { AssignmentReason, Channel, Conversation, Offer, PassedOffer, VerifiedIdentity, Waiting } from './conversation.js';
import { changed } from './conversation-copy.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { ConversationId, StaffId, VisitorId } from './ids.js';
import type { Locale } from './locale.js';
import { answersProposal, owesTap, withoutProposal } from './proposal.js';

export interface Opening {
  readonly id: ConversationId;
  readonly visitorId: VisitorId;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly identity: VerifiedIdentity | null;
  readonly now: number;
}

export function newConversation(opening: Opening): Conversation {
  const { id, visitorId, channel, locale, identity, now } = opening;
  return {
    id,
    visitorId,
    channel,
    locale,
    identity,
    createdAt: now,
    updatedAt: now,
    state: 'bot',
    epoch: 0,
    lastSeq: 0,
    subscriberSeq: 0,
    handledSeq: 0,
    waiting: null,
    offer: null,
    owner: null,
    readSeq: { subscriber: 0, agent: 0 },
    isElderMode: false,
    memory: EMPTY_MEMORY,
    closed: null,
    rating: null,
  };
}

/** A subscriber's message is about to be added: a closed conversation opens again, a live one owes no turn of the assistant but for a tap on what an agent proposed. */
export function receiving(conversation: Conversation, said?: SaidToForm): Conversation {
  if (conversation.state === 'closed') {
    return {
      ...conversation,
      state: 'bot',
      epoch: conversation.epoch + 1,
      closed: null,
      rating: null,
      waiting: null,
      offer: null,
      owner: null,
      memory: { ...EMPTY_MEMORY, tried: [] },
      handledSeq: conversation.lastSeq,
    };
  }
  if (conversation.state !== 'live' || owesTap(conversation) || answersProposal(conversation, said?.action) || answersSignIn(conversation, said)) return conversation;
  return { ...conversation, handledSeq: conversation.lastSeq + 1 };
}

/** The assistant's turn for the message at `seq` is done. Refused when somebody else took the conversation meanwhile. */
export function answering(conversation: Conversation, turn: { epoch: number; seq: number; memory: DialogueMemory }): Conversation | Refusal {
  if (conversation.epoch !== turn.epoch) return refuse('gone', 'the conversation changed hands');
  if (conversation.state === 'live' || conversation.state === 'closed') return refuse('wrong-state');
  if (conversation.handledSeq >= turn.seq) return refuse('conflict', 'already answered');
  return changed(conversation, { memory: turn.memory, handledSeq: turn.seq });
}

/** Joining is idempotent: whoever already waits keeps the place, and moves up when the matter turned out more urgent. */
export function joiningLine(conversation: Conversation, waiting: Waiting): Conversation | Refusal {
  if (conversation.state === 'live') return refuse('wrong-state', 'an agent already has it');
  if (conversation.state === 'queued' && conversation.waiting) return movedUp(conversation, conversation.waiting, waiting);
  return { ...conversation, state: 'queued', waiting, offer: null, closed: null };
}

function movedUp(conversation: Conversation, known: Waiting, wish: Waiting): Conversation {
  if (wish.priority <= known.priority) return conversation;
  const { priority, skillGroup, reason, headline } = wish;
  // An offer to somebody of another skill group would be an offer to the wrong person.
  const offer = skillGroup === known.skillGroup ? conversation.offer : null;
  return { ...conversation, offer, waiting: { ...known, priority, skillGroup, reason, headline } };
}

/** The subscriber no longer needs a person; the place in line is free again. */
export function leavingLine(conversation: Conversation): Conversation | Refusal {
  if (conversation.state !== 'queued') return refuse('wrong-state');
  return { ...conversation, state: 'bot', waiting: null, offer: null };
}

/** An outside hub accepted: an agent of theirs speaks, whom we do not know, and the assistant is silent. */
export function takenByHub(conversation: Conversation): Conversation | Refusal {
  if (conversation.state !== 'queued' || !conversation.waiting?.hub) return refuse('gone', 'not waiting for a hub');
  return { ...conversation, state: 'live', epoch: conversation.epoch + 1, offer: null, owner: null, handledSeq: conversation.lastSeq, memory: { ...conversation.memory, form: null } };
}

/** Somebody on the channel itself has it, e.g. a servicer in WeCom; whoever of ours had it does no longer. */
export function takenOutside(conversation: Conversation, now: number): Conversation | Refusal {
  if (isTakenOutside(conversation)) return conversation;
  const { locale, memory, waiting } = conversation;
  const place = waiting ?? { since: now, priority: 0 as const, skillGroup: 'general', language: locale, reason: 'takeover' as const, headline: '', mood: 'calm' as const, preferredStaffId: null, passedBy: [], note: null };
  const silent = { offer: null, owner: null, pass: null, helpers: [], closed: null, handledSeq: conversation.lastSeq, memory: { ...memory, form: null } };
  return { ...conversation, ...silent, state: 'live', epoch: conversation.epoch + 1, waiting: { ...place, hub: { isOnChannel: true } } };
}

export function isTakenOutside({ state, owner, waiting }: Conversation): boolean {
  return state === 'live' && owner === null && waiting?.hub?.isOnChannel === true;
}

/** Since when nobody has been there for them, at whatever place. */
export function waitsSince({ since, backSince }: Pick<Waiting, 'since' | 'backSince'>): number {
  return backSince ?? since;
}

/** Over, or with the assistant alone. */
export function isWithNobody({ state }: Pick<Conversation, 'state'>): boolean {
  return state === 'closed' || state === 'bot';
}

export function leavingHub(conversation: Conversation): Conversation | Refusal {
  if (conversation.state !== 'live' || conversation.owner !== null || !conversation.waiting?.hub) return refuse('gone', 'not with a hub');
  return backToAssistant(conversation);
}

export function offering(conversation: Conversation, offer: Offer): Conversation | Refusal {
  if (conversation.state !== 'queued') return refuse('wrong-state');
  if (conversation.offer && conversation.offer.expiresAt > offer.at) return refuse('conflict', 'already offered');
  return { ...conversation, offer };
}

/** The claim: of all who try, one finds the offer still theirs. */
export function accepting(conversation: Conversation, staff: { id: StaffId; name: string }, now: number): Conversation | Refusal {
  if (conversation.state === 'live' && conversation.owner?.staffId === staff.id) return conversation;
  if (conversation.state !== 'queued') return refuse('gone', 'no longer waiting');
  if (conversation.offer?.staffId !== staff.id || conversation.offer.expiresAt <= now) return refuse('gone', 'the offer has passed');
  return { ...conversation, ...owned(conversation, staff, { now, why: conversation.offer.why }) };
}

export function takingOver(conversation: Conversation, staff: { id: StaffId; name: string }, now: number): Conversation | Refusal {
  if (conversation.state === 'closed') return refuse('wrong-state');
  if (conversation.owner?.staffId === staff.id) return refuse('conflict', 'already yours');
  return { ...conversation, ...owned(conversation, staff, { now, why: 'takeover' }) };
}

export function owned(conversation: Conversation, staff: { id: StaffId; name: string }, { now, why }: { readonly now: number; readonly why?: AssignmentReason | undefined }) {
  return {
    state: 'live' as const,
    epoch: conversation.epoch + 1,
    offer: null,
    pass: null,
    helpers: (conversation.helpers ?? []).filter((helper) => helper.staffId !== staff.id),
    owner: { staffId: staff.id, name: staff.name, since: now, ...(why ? { why } : {}) },
    handledSeq: conversation.lastSeq,
    memory: { ...conversation.memory, form: null },
  };
}

/** Declined or lapsed: next in turn gets it, the one who passed comes last for a while. */
export function passing(conversation: Conversation, passed: PassedOffer): Conversation | Refusal {
  const { staffId } = passed;
  if (conversation.state !== 'queued' || conversation.offer?.staffId !== staffId || !conversation.waiting) return refuse('gone');
  const passedBy = [...conversation.waiting.passedBy.filter((pass) => pass.staffId !== staffId), passed];
  const preferredStaffId = conversation.waiting.preferredStaffId === staffId ? null : conversation.waiting.preferredStaffId;
  return { ...conversation, offer: null, waiting: { ...conversation.waiting, passedBy, preferredStaffId } };
}

/** Withdrawn through no fault of the agent (she left, or a better rule applies): nobody is marked as having passed. */
export function withdrawing(conversation: Conversation, staffId: StaffId): Conversation | Refusal {
  if (conversation.state !== 'queued' || conversation.offer?.staffId !== staffId) return refuse('gone');
  return { ...conversation, offer: null };
}

/** The agent is gone or passes it on: back into the line at the old place, since `waiting.since` never moved. */
export function requeueing(conversation: Conversation, ownerId: StaffId, change: Partial<Waiting>): Conversation | Refusal {
  if (conversation.state !== 'live' || conversation.owner?.staffId !== ownerId) return refuse('not-yours');
  const waiting = conversation.waiting;
  if (!waiting) return refuse('internal', 'live without a place to go back to');
  return { ...withoutProposal(conversation), state: 'queued', epoch: conversation.epoch + 1, owner: null, offer: null, pass: null, helpers: [], waiting: { ...waiting, ...change } };
}

export function returningToAssistant(conversation: Conversation, ownerId: StaffId): Conversation | Refusal {
  if (conversation.state !== 'live') return refuse('wrong-state');
  if (conversation.owner?.staffId !== ownerId) return refuse('not-yours');
  return backToAssistant(conversation);
}

function backToAssistant(conversation: Conversation): Conversation {
  return {
    ...conversation,
    state: 'bot',
    epoch: conversation.epoch + 1,
    owner: null,
    offer: null,
    pass: null,
    helpers: [],
    waiting: null,
    handledSeq: conversation.lastSeq,
    memory: { ...conversation.memory, form: null, failedTurns: 0, hasAskedBack: false, hasOfferedPerson: false, moods: [] },
  };
}

export function closing(conversation: Conversation, closed: NonNullable<Conversation['closed']>): Conversation | Refusal {
  if (conversation.state === 'closed') return refuse('wrong-state', 'already closed');
  const { owner } = conversation;
  return {
    ...conversation,
    state: 'closed',
    epoch: conversation.epoch + 1,
    owner: null,
    offer: null,
    pass: null,
    helpers: [],
    waiting: null,
    handledSeq: conversation.lastSeq,
    memory: { ...conversation.memory, form: null },
    closed: owner ? { ...closed, servedBy: { staffId: owner.staffId, name: owner.name } } : closed,
  };
}

export function ownedBy(conversation: Conversation, staffId: StaffId): boolean {
  return conversation.state === 'live' && conversation.owner?.staffId === staffId;
}
