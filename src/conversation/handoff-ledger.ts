/** What a change of the record means for the handoff under way: begun, ended and how, or taken up again. Pure. */
import type { Conversation, Waiting } from '../domain/conversation.js';
import type { HandoffAsked, HandoffEnd, HandoffEntry } from '../ports/handoff-book.js';

/** `how` is given when it was not the subscriber who left. */
export function ledgerEntry(before: Conversation, after: Conversation, how: { now: number; ending?: Pick<HandoffEnd, 'ending' | 'detail'>; isTransfer: boolean }): HandoffEntry | null {
  const { waiting } = after;
  if (after.state === 'queued' && waiting && before.state !== 'queued') {
    // A transfer belongs to a handoff that was accepted; whoever lost their agent waits again.
    return before.state === 'live' && how.isTransfer ? null : { kind: 'begin', asked: askedOf(after, waiting) };
  }
  if (before.state !== 'queued' || after.state === 'queued' || !before.waiting) return null;
  const asked = askedOf(before, before.waiting);
  if (after.state === 'live') return { kind: 'end', asked, end: { endedAt: how.now, ending: 'accepted', detail: after.owner?.why ?? '', endedBy: after.owner?.staffId ?? null } };
  const { ending, detail } = how.ending ?? { ending: 'left', detail: after.state === 'closed' ? 'ended' : 'no-longer-needed' };
  return { kind: 'end', asked, end: { endedAt: how.now, ending, detail, endedBy: null } };
}

export function askedOf({ id }: Conversation, { since, reason, skillGroup, priority }: Waiting): HandoffAsked {
  return { conversationId: id, askedAt: since, reason, skillGroup, priority };
}
