/** Uncovering what the desk shows masked: only with a reason, and only once that reason is kept. */
import type { Conversation } from '../domain/conversation.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Msisdn } from '../domain/ids.js';
import type { Staff } from '../domain/staff.js';
import type { ConversationRoom } from './room.js';

export async function revealNumber(room: Pick<ConversationRoom, 'audit' | 'clock' | 'ids'>, staff: Staff, asked: { conversation: Conversation; reason: string }): Promise<{ msisdn: Msisdn } | Refusal> {
  const { identity, id } = asked.conversation;
  if (!identity) return refuse('not-found', 'no number is known');
  await room.audit.add({
    id: room.ids.next(),
    at: room.clock.now(),
    staff: { id: staff.id, name: staff.name },
    act: 'number.revealed',
    conversationId: id,
    target: null,
    reason: asked.reason,
    detail: '',
  });
  return { msisdn: identity.msisdn };
}
