/** What agents do together: ask a colleague to take over or to help, answer that, help, stop helping, take words back. */
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation, Pass } from '../domain/conversation.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { PassOutcome } from '../domain/facts.js';
import type { ConversationId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import { withoutProposal } from '../domain/proposal.js';
import type { Staff } from '../domain/staff.js';
import { askingColleague, endingPass, leavingHelp, openPass, owingFirstWord, recalling, takingPass } from '../domain/working-together.js';
import { freeHands, move, noteBy, notesBeside, tellNote } from './agent-acts.js';
import type { ConversationRoom } from './room.js';

/** How long a colleague has to answer. */
const ASKED_MS = 20_000;
/** Before and after words that are taken back, to know whether anything else was said. */
const WORDS_LOOKED_AT = 50;

export interface Asking {
  readonly id: ConversationId;
  readonly kind: Pass['kind'];
  readonly colleague: Staff;
  readonly note: string;
}

/** Nobody is asked who is not there to answer. */
export async function askColleague(room: ConversationRoom, staff: Staff, { id, kind, colleague, note }: Asking): Promise<Conversation | Refusal> {
  const row = await room.board.find(colleague.id);
  if (!row?.isConnected || row.status === 'offline') return refuse('unavailable', 'the colleague is not there');
  const at = room.clock.now();
  const pass: Pass = { kind, from: { staffId: staff.id, name: staff.name }, to: { staffId: colleague.id, name: colleague.name }, note, at, expiresAt: at + ASKED_MS };
  const moved = await move(room, id, (current) => askingColleague(current, staff.id, pass), null);
  if (isRefusal(moved)) return moved;
  room.bus.publish({ type: 'pass.asked', conversationId: id, pass });
  const lapse = () => void endPass(room, id, { pass, outcome: 'lapsed' }).catch((error: unknown) => room.logger.error({ error }, 'a pass could not lapse'));
  room.clock.after(ASKED_MS, lapse);
  return moved.conversation;
}

/** Null when no colleague asks this one: then it is the line's offer that is meant. */
export async function acceptPass(room: ConversationRoom, staff: Staff, conversation: Conversation): Promise<Conversation | Refusal | null> {
  const pass = openPass(conversation, room.clock.now());
  if (pass?.to.staffId !== staff.id) return null;
  if (pass.kind === 'transfer' && (await isFull(room, staff))) return refuse('no-capacity');
  if (pass.kind === 'transfer') await freeHands(room, conversation.id);
  const { staffId: id, name } = pass.from;
  const note = pass.kind === 'transfer' && pass.note !== '' ? noteBy(room, { id, name }, { conversationId: conversation.id, kind: 'note', text: pass.note }) : null;
  const moved = await move(
    room,
    conversation.id,
    (current) => takingPass(current, staff, room.clock.now()),
    (words) => (pass.kind === 'transfer' ? words.passedOn(pass.from.name, staff.name) : words.helperJoined(staff.name)),
    { released: 'transferred', assigned: 'transfer', beside: () => notesBeside(note) },
  );
  if (isRefusal(moved)) return moved;
  room.bus.publish({ type: 'pass.ended', conversationId: conversation.id, pass, outcome: 'accepted' });
  if (note) tellNote(room, moved.conversation, note);
  return moved.conversation;
}

async function isFull(room: ConversationRoom, staff: Staff): Promise<boolean> {
  const presence = await room.board.find(staff.id);
  return presence !== null && (await room.waitingLine.liveOf(staff.id)).length >= presence.capacity;
}

/** Null when no colleague asks this one. */
export async function declinePass(room: ConversationRoom, staff: Staff, { conversation, reason }: { conversation: Conversation; reason: string }): Promise<Conversation | Refusal | null> {
  const pass = openPass(conversation, room.clock.now());
  return pass?.to.staffId === staff.id ? endPass(room, conversation.id, { pass, outcome: 'declined', ...(reason === '' ? {} : { reason }) }) : null;
}

/** Should the node that asked be gone before the answer, another ends what nobody answered. */
export async function lapsePass(room: ConversationRoom, { id, pass }: Conversation): Promise<void> {
  if (pass && pass.expiresAt <= room.clock.now()) await endPass(room, id, { pass, outcome: 'lapsed' });
}

/** Who asked thinks better of it. */
export async function withdrawPass(room: ConversationRoom, staff: Staff, conversation: Conversation): Promise<Conversation | Refusal> {
  const pass = openPass(conversation, room.clock.now());
  if (pass?.from.staffId !== staff.id) return refuse('gone', 'nobody is being asked');
  return endPass(room, conversation.id, { pass, outcome: 'withdrawn' });
}

async function endPass(room: ConversationRoom, id: ConversationId, end: { pass: Pass; outcome: PassOutcome; reason?: string }): Promise<Conversation | Refusal> {
  const moved = await move(room, id, (current) => endingPass(current, end.pass.at), null);
  if (isRefusal(moved)) return moved;
  room.bus.publish({ type: 'pass.ended', conversationId: id, ...end });
  return moved.conversation;
}

export async function stopHelping(room: ConversationRoom, staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
  const moved = await move(room, id, (current) => leavingHelp(current, staff.id), (words) => words.helperLeft(staff.name));
  return isRefusal(moved) ? moved : moved.conversation;
}

/** A card that was taken back is not confirmed either. */
function withoutProposalAt(recalled: Conversation | Refusal, seq: number): Conversation | Refusal {
  return isRefusal(recalled) ? recalled : withoutProposal(recalled, seq);
}

/** Out of the subscriber's sight, not out of the record. */
export async function recall(room: ConversationRoom, staff: Staff, asked: { id: ConversationId; seq: number }): Promise<Message | Refusal> {
  const [message] = await room.log.messages(asked.id, { beforeSeq: asked.seq + 1, limit: 1 });
  if (message?.seq !== asked.seq) return refuse('not-found');
  const now = room.clock.now();
  const around = await room.log.messages(asked.id, { afterSeq: Math.max(0, asked.seq - WORDS_LOOKED_AT), limit: 2 * WORDS_LOOKED_AT });
  const { firstReplySeconds } = room.settings.current('line');
  const step = (current: Conversation): Conversation | Refusal => {
    const taken = withoutProposalAt(recalling(current, staff.id, message, now), asked.seq);
    return isRefusal(taken) || firstReplySeconds === 0 ? taken : owingFirstWord(taken, around, now + firstReplySeconds * 1000);
  };
  const entry: AuditEntry = { id: room.ids.next(), at: now, staff: { id: staff.id, name: staff.name }, act: 'message.recalled', conversationId: asked.id, target: null, reason: '', detail: '' };
  const moved = await move(room, asked.id, step, null, { beside: () => [{ kind: 'audit', entry }] });
  if (isRefusal(moved)) return moved;
  room.bus.publish({ type: 'message.recalled', conversationId: asked.id, message, ownerId: moved.conversation.owner?.staffId ?? null });
  return message;
}
