/** Agents who do not answer: offers left to lapse set them away, an unspoken first word costs them the conversation. */
import type { Alert } from '../domain/alert.js';
import type { Conversation, Owner } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import { reclaim } from './agent-acts.js';
import { inBoth } from './alert-words.js';
import { raise } from './raising.js';
import type { ConversationRoom } from './room.js';

/** Counts one more; true when she was set away for it. One at a time: of two that lapse in one moment one sets her away, and it is told once. */
export function setAwayUnanswered(room: ConversationRoom, staffId: StaffId): Promise<boolean> {
  return room.turnLock.run(`lapses:${staffId}`, () => countedAway(room, staffId));
}

async function countedAway(room: ConversationRoom, staffId: StaffId): Promise<boolean> {
  const lapses = await room.board.countLapse(staffId);
  if (lapses < room.settings.current('line').lapsesUntilAway) return false;
  const row = await room.board.find(staffId);
  if (row?.status !== 'online') return false;
  await room.presence.set(staffId, 'away');
  await room.board.clearLapses(staffId);
  const name = (await room.staff.find(staffId))?.name ?? staffId;
  // She was not at her desk to see it: when she is back, it says why nothing comes any more.
  await raise(room, { kind: 'silent-agent', conversationId: null, text: inBoth((words) => words.setAway(name, lapses)), staffIds: [staffId], toOneself: { staffId, text: inBoth((words) => words.setAwayOneself(lapses)) } });
  return true;
}

/** Returns the conversations whose agent did not say a first word in time; answers how many. */
export async function returnUnanswered(room: ConversationRoom, live: readonly Conversation[]): Promise<number> {
  const now = room.clock.now();
  let count = 0;
  for (const { id, owner } of live) {
    if (!owner?.replyDueAt || owner.replyDueAt > now) continue;
    const alert = noFirstReply(room, id, owner);
    if (!(await reclaim(room, id, owner.staffId, 'agent-silent', () => [{ kind: 'alert', alert }]))) continue;
    count += 1;
    room.bus.publish({ type: 'alert.raised', ...alert });
  }
  return count;
}

function noFirstReply({ ids, clock }: ConversationRoom, conversationId: ConversationId, { staffId, name }: Owner): Alert {
  const toOneself = { staffId, text: inBoth((words) => words.noFirstReplyOneself) };
  return { id: ids.next(), at: clock.now(), kind: 'silent-agent', conversationId, text: inBoth((words) => words.noFirstReply(name)), toOneself };
}
