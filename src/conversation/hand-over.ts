/** Passing the baton: joining the line, leaving it, and what is known of the wish. Announced only once it is recorded. */
import type { Conversation, Priority, Waiting } from '../domain/conversation.js';
import { PRIORITY } from '../domain/conversation.js';
import { joiningLine, leavingLine, receiving } from '../domain/conversation-steps.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { MoodLabel } from '../domain/reading.js';
import type { HandoffWish } from '../domain/reply.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

const HEADLINE_CHARS = 60;
const UNHAPPY_FROM = 0.5;
const ANGRY_FROM = 0.8;

/** The place in line this wish gets; the profile may raise its priority, and a silent business system never lowers it. */
export async function waitingFrom(room: ConversationRoom, conversation: Conversation, wish: HandoffWish): Promise<Waiting> {
  const profile = conversation.identity ? await room.business.profile(conversation.identity.msisdn).catch(() => null) : null;
  const mood = moodOf(conversation);
  const reasons: Priority[] = [wish.priority];
  if (conversation.isElderMode || profile?.isElder) reasons.push(PRIORITY.elder);
  if (mood !== 'calm') reasons.push(PRIORITY.unhappy);
  if (profile?.tier === 'gold' || profile?.tier === 'business') reasons.push(PRIORITY.vip);
  return {
    since: room.clock.now(),
    priority: Math.max(...reasons) as Priority,
    skillGroup: wish.skillGroup,
    language: conversation.locale,
    reason: wish.reason,
    headline: wish.headline.slice(0, HEADLINE_CHARS),
    mood,
    preferredStaffId: null,
    passedBy: [],
    note: null,
  };
}

/** One tap to a person. Whoever already waits, or already has one, keeps what they have. */
export async function askForPerson(room: ConversationRoom, initial: Conversation, reason: string | null): Promise<{ queued: true } | Refusal> {
  const known = (await room.log.find(initial.id)) ?? initial;
  const topic = known.memory.topic?.intent;
  const definition = topic === undefined ? undefined : room.content.current().intents.get(topic);
  const waiting = await waitingFrom(room, known, {
    reason: 'asked',
    skillGroup: definition?.skillGroup ?? 'general',
    priority: PRIORITY.normal,
    headline: reason ?? definition?.names[known.locale] ?? known.memory.recent.at(-1) ?? '',
  });
  const changed = await room.record.change({
    id: initial.id,
    initial,
    step: (current) => {
      if (current.state === 'live' || current.state === 'queued') return { conversation: current, additions: [], result: null };
      const open = current.state === 'closed' ? receiving(current) : current;
      const joined = joiningLine({ ...open, memory: { ...open.memory, form: null } }, waiting);
      if (isRefusal(joined)) return joined;
      const text = conversationWords(current.locale).line.joined;
      return { conversation: joined, additions: [{ from: 'system', kind: 'event', text }], result: null };
    },
  });
  return isRefusal(changed) ? changed : { queued: true };
}

/** The subscriber no longer wants a person; the place is free for the next at once. */
export async function leaveLine(room: ConversationRoom, id: Conversation['id']): Promise<null | Refusal> {
  const changed = await room.record.change({
    id,
    step: (current) => {
      const left = leavingLine(current);
      if (isRefusal(left)) return left;
      const text = conversationWords(current.locale).line.left;
      return { conversation: left, additions: [{ from: 'system', kind: 'event', text }], result: null };
    },
  });
  if (isRefusal(changed)) return changed;
  if (!('duplicate' in changed)) await endHandoff(room, changed.before, 'left', 'the subscriber left the line');
  return null;
}

/** Every handoff ends in exactly one row: accepted, failed with a reason, timed out, or left. */
export async function endHandoff(room: ConversationRoom, before: Conversation, ending: 'accepted' | 'failed' | 'timed-out' | 'left', detail: string): Promise<void> {
  const { waiting } = before;
  if (!waiting) return;
  await room.waitingLine.recordEnding({
    conversationId: before.id,
    skillGroup: waiting.skillGroup,
    joinedAt: waiting.since,
    endedAt: room.clock.now(),
    ending,
    detail,
  });
}

export function moodOf(conversation: Conversation): MoodLabel {
  const worst = Math.max(0, ...conversation.memory.moods.slice(-3));
  return worst >= ANGRY_FROM ? 'angry' : worst >= UNHAPPY_FROM ? 'unhappy' : 'calm';
}
