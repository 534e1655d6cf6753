/** What an agent does with a conversation: accept, speak, note, pass on, close. Every claim is one change of the record. */
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation, Waiting } from '../domain/conversation.js';
import { accepting, closing, ownedBy, requeueing, takingOver } from '../domain/conversation-steps.js';
import { helps } from '../domain/working-together.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ReleaseReason } from '../domain/facts.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import { messageId } from '../domain/ids.js';
import type { Message, MessageDraft, StaffNote } from '../domain/message.js';
import type { Staff } from '../domain/staff.js';
import type { Beside } from '../ports/conversation-log.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationWording } from '../wording/conversation/zh-cn.js';
import { hasRoom } from '../handoff/match.js';
import { weightOf } from '../handoff/order.js';
import { askForRating } from './rating.js';
import type { Why } from './record.js';
import type { ConversationRoom } from './room.js';

type Move = (current: Conversation) => Conversation | Refusal;
type EventWords = (words: ConversationWording['line'], conversation: Conversation) => string;

export interface Moving extends Why {
  /** What is kept with it. Pure: it may be asked again. */
  readonly beside?: (before: Conversation) => readonly Beside[];
}

/** One move of the state machine with the line of the record that tells the subscriber. */
export async function move(room: ConversationRoom, id: ConversationId, step: Move, say: EventWords | null, { beside, ...why }: Moving = {}): Promise<{ before: Conversation; conversation: Conversation } | Refusal> {
  const changed = await room.record.change(
    {
      id,
      step: (current) => {
        const moved = step(current);
        if (isRefusal(moved)) return moved;
        const additions: MessageDraft[] =
          say === null || moved === current ? [] : [{ from: 'system', kind: 'event', text: say(conversationWords(current.locale).line, current) }];
        return { conversation: moved, additions, result: null, ...(beside && moved !== current ? { beside: beside(current) } : {}) };
      },
    },
    why,
  );
  if (isRefusal(changed)) return changed;
  if ('duplicate' in changed) return refuse('internal');
  return changed;
}

export async function accept(room: ConversationRoom, staff: Staff, id: ConversationId, how: 'accepted' | 'auto' = 'accepted'): Promise<Conversation | Refusal> {
  const rules = room.settings.current('line');
  const [presence, mine, asked] = await Promise.all([room.board.find(staff.id), room.waitingLine.liveOf(staff.id), room.log.find(id)]);
  const others = mine.filter((one) => one.id !== id);
  const hands = { load: others.reduce((sum, one) => sum + weightOf(one, rules), 0), chats: others.length };
  if (presence && asked && !hasRoom(presence, hands, weightOf(asked, rules))) return refuse('no-capacity');
  const now = room.clock.now();
  const step: Move = (current) => {
    const accepted = accepting(current, staff, now);
    if (isRefusal(accepted) || accepted === current || !accepted.owner) return accepted;
    const replyDueAt = rules.firstReplySeconds === 0 ? null : now + rules.firstReplySeconds * 1000;
    return { ...accepted, owner: { ...accepted.owner, replyDueAt } };
  };
  const moved = await move(room, id, step, (words) => words.agentJoined(staff.name), { assigned: how });
  if (isRefusal(moved)) return moved;
  await room.board.clearLapses(staff.id);
  return moved.conversation;
}

export async function takeOver(room: ConversationRoom, staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
  const now = room.clock.now();
  const step: Move = (current) => {
    const taken = takingOver(current, staff, now);
    if (isRefusal(taken)) return taken;
    return { ...taken, waiting: current.waiting ?? placeOfTakeOver(current, now) };
  };
  const entry: AuditEntry = { id: room.ids.next(), at: now, staff: { id: staff.id, name: staff.name }, act: 'conversation.taken-over', conversationId: id, target: null, reason: '', detail: '' };
  const moved = await move(room, id, step, (words) => words.tookOver(staff.name), { released: 'taken-over', assigned: 'takeover', beside: () => [{ kind: 'audit', entry }] });
  return isRefusal(moved) ? moved : moved.conversation;
}

/** A conversation taken from the assistant never waited; should the supervisor vanish it needs a place to go back to. */
function placeOfTakeOver(current: Conversation, now: number): Waiting {
  return {
    since: now,
    priority: 0,
    skillGroup: 'general',
    language: current.locale,
    reason: 'takeover',
    headline: current.memory.recent.at(-1) ?? '',
    mood: 'calm',
    preferredStaffId: null,
    passedBy: [],
    note: null,
  };
}

export interface Said {
  readonly id: ConversationId;
  readonly clientId: string;
  readonly text: string;
  /** The epoch the page believes in: a page that slept through a change of owner may not speak. */
  readonly epoch?: number;
  readonly attachment?: NonNullable<MessageDraft['attachment']>;
}

export async function speak(room: ConversationRoom, staff: Staff, said: Said): Promise<Message | Refusal> {
  const changed = await room.record.change({
    id: said.id,
    clientId: `${staff.id}/${said.clientId}`,
    step: (current) => {
      if (!ownedBy(current, staff.id) && !helps(current, staff.id)) return refuse(current.state === 'live' ? 'not-yours' : 'wrong-state');
      if (said.epoch !== undefined && said.epoch !== current.epoch) return refuse('gone', 'the conversation changed hands meanwhile');
      const draft: MessageDraft = {
        from: 'agent',
        kind: said.attachment ? 'attachment' : 'text',
        text: said.text,
        ...(said.attachment ? { attachment: said.attachment } : {}),
        clientId: `${staff.id}/${said.clientId}`,
        author: { staffId: staff.id, name: staff.name },
      };
      return { conversation: repliedTo(current), additions: [draft], result: null };
    },
  });
  if (isRefusal(changed)) return changed;
  if ('duplicate' in changed) return changed.duplicate;
  return changed.messages[0] ?? refuse('internal');
}

/** The first word ends the wait for it; later ones leave the conversation as it is. */
export function repliedTo(conversation: Conversation): Conversation {
  const { owner } = conversation;
  return owner?.replyDueAt ? { ...conversation, owner: { ...owner, replyDueAt: null } } : conversation;
}

export interface Noted {
  readonly conversation: Conversation;
  readonly kind: StaffNote['kind'];
  readonly text: string;
  /** Who asks for the same again, after an answer that was lost, adds nothing. */
  readonly clientId?: string | undefined;
}

export async function addNote(room: ConversationRoom, staff: Staff, note: Noted): Promise<StaffNote> {
  const written = noteBy(room, staff, { ...note, conversationId: note.conversation.id });
  const before = await room.log.addNote(written);
  if (before) return before;
  tellNote(room, note.conversation, written);
  return written;
}

export function noteBy(room: Pick<ConversationRoom, 'ids' | 'clock'>, { id: staffId, name }: Pick<Staff, 'id' | 'name'>, note: Omit<Noted, 'conversation'> & { readonly conversationId: ConversationId }): StaffNote {
  const { conversationId, kind, text, clientId } = note;
  const id = messageId(clientId === undefined ? room.ids.next() : `${conversationId}/${staffId}/${clientId}`);
  return { id, conversationId, kind, text, at: room.clock.now(), author: { staffId, name } };
}

export const notesBeside = (note: StaffNote | null): readonly Beside[] => (note ? [{ kind: 'note', note }] : []);

/** Once it is durable. */
export function tellNote({ bus }: ConversationRoom, { id: conversationId, owner }: Conversation, note: StaffNote): void {
  bus.publish({ type: 'note.added', conversationId, note, ownerId: owner?.staffId ?? null });
}

export type TransferTarget = { readonly staffId: StaffId } | { readonly skillGroup: string };

/** Back into the line at the old place, with whom it should go to; the note becomes part of the record that staff see. */
export async function transfer(room: ConversationRoom, staff: Staff, pass: { id: ConversationId; to: TransferTarget; note: string }): Promise<Conversation | Refusal> {
  const colleague = 'staffId' in pass.to ? await room.staff.find(pass.to.staffId) : null;
  if ('staffId' in pass.to && (!colleague?.isActive || colleague.id === staff.id)) return refuse('not-found', 'no such colleague');
  if ('skillGroup' in pass.to && !(await isKnownGroup(room, pass.to.skillGroup))) return refuse('not-found', 'no such skill group');
  const now = room.clock.now();
  const note = pass.note === '' ? null : noteBy(room, staff, { conversationId: pass.id, kind: 'note', text: pass.note });
  await freeHands(room, pass.id, staff.id);
  const moved = await move(
    room,
    pass.id,
    (current) =>
      requeueing(current, staff.id, {
        reason: 'transfer',
        note: pass.note === '' ? null : pass.note,
        preferredStaffId: colleague?.id ?? null,
        skillGroup: 'skillGroup' in pass.to ? pass.to.skillGroup : groupFor(current, colleague),
        passedBy: [{ staffId: staff.id, at: now }],
        backSince: now,
      }),
    (words) => (colleague ? words.transferredTo(colleague.name) : words.transferredGroup),
    { released: 'transferred', beside: () => notesBeside(note) },
  );
  if (isRefusal(moved)) return moved;
  if (note) tellNote(room, moved.conversation, note);
  return moved.conversation;
}

async function isKnownGroup(room: ConversationRoom, group: string): Promise<boolean> {
  return (await room.staff.list()).some((person) => person.isActive && person.skillGroups.includes(group));
}

/** The colleague must be able to serve it: keep the group when she has it, else take one of hers. */
function groupFor(current: Conversation, colleague: Staff | null): string {
  const group = current.waiting?.skillGroup ?? 'general';
  if (!colleague || colleague.skillGroups.includes(group)) return group;
  return colleague.skillGroups[0] ?? group;
}

export interface Ending {
  readonly id: ConversationId;
  readonly disposition: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

export async function closeByAgent(room: ConversationRoom, staff: Staff, end: Ending): Promise<Conversation | Refusal> {
  const closed = { at: room.clock.now(), by: 'agent' as const, disposition: end.disposition, summary: end.summary, ...(end.tags.length > 0 ? { tags: end.tags } : {}) };
  const step: Move = (current) => (ownedBy(current, staff.id) ? closing(current, closed) : refuse(current.state === 'live' ? 'not-yours' : 'wrong-state'));
  await freeHands(room, end.id, staff.id);
  const moved = await move(room, end.id, step, (words) => words.closedByAgent, { released: 'closed' });
  if (isRefusal(moved)) return moved;
  askForRating(room, moved.conversation);
  return moved.conversation;
}

export async function closeBySubscriber(room: ConversationRoom, id: ConversationId): Promise<Conversation | Refusal> {
  const closed = { at: room.clock.now(), by: 'subscriber' as const, disposition: 'ended-by-subscriber', summary: '' };
  // Not before what was said before it.
  const end = () => move(room, id, (current) => closing(current, closed), (words) => words.closedBySubscriber, { released: 'subscriber-left' });
  const moved = await room.record.arrivals.keep(id, () => freeHands(room, id), end);
  if (isRefusal(moved)) return moved;
  askForRating(room, moved.conversation);
  return moved.conversation;
}

/** An agent who is gone gives the conversation back to its old place in line, and the subscriber is told why. */
export async function reclaim(room: ConversationRoom, id: ConversationId, staffId: StaffId, reason: ReleaseReason & ('agent-gone' | 'agent-silent' | 'returned'), beside: Moving['beside'] = () => []): Promise<boolean> {
  const now = room.clock.now();
  const moved = await move(
    room,
    id,
    (current) => {
      // A word that came while the timer ran out counts.
      if (reason === 'agent-silent' && (current.owner?.replyDueAt ?? Infinity) > now) return refuse('gone', 'she spoke');
      // Whoever lost her connection let nothing lapse: back and free, she goes on where she was.
      const after = reason === 'agent-gone' ? { passedBy: [], previousStaffId: staffId } : { passedBy: [{ staffId, at: now }] };
      return requeueing(current, staffId, { reason: 'returned', preferredStaffId: null, backSince: now, ...after });
    },
    (words) => (reason === 'agent-gone' ? words.agentGone : reason === 'agent-silent' ? words.agentSilent : words.agentOffline),
    { released: reason, beside },
  );
  return !isRefusal(moved);
}

/** Before the change that frees her hands: the line moves with it, and must find her idle from now on and wrapping up. */
export async function freeHands(room: ConversationRoom, id: ConversationId, staffId?: StaffId): Promise<void> {
  const owner = (await room.log.find(id))?.owner;
  if (!owner || (staffId !== undefined && owner.staffId !== staffId)) return;
  const now = room.clock.now();
  await room.board.touchIdle(owner.staffId, now, now + room.settings.current('line').wrapUpSeconds * 1000);
}
