/** What is shown to who does not serve the subscriber, or shown masked to who does: the number only with a reason, and all of it only once it is kept who looked. */
import { dayOf } from '../domain/calendar.js';
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

/** A supervisor who looks on is seen by nobody: that she did is kept, once a day for each conversation. */
export async function lookInto({ audit, clock }: Pick<ConversationRoom, 'audit' | 'clock'>, staff: Staff, { id }: Conversation): Promise<void> {
  const now = clock.now();
  await audit.add({ id: `opened-${id}-${staff.id}-${dayOf(now)}`, at: now, staff: { id: staff.id, name: staff.name }, act: 'conversation.opened', conversationId: id, target: null, reason: '', detail: '' });
}
