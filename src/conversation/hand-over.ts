/** Passing the baton: joining the line, leaving it, and what is known of the wish. Announced only once it is recorded. */
import type { Conversation, Priority, Waiting } from '../domain/conversation.js';
import { HEADLINE_CHARS, PRIORITY } from '../domain/conversation.js';
import { joiningLine, leavingLine, receiving } from '../domain/conversation-steps.js';
import { CASE_STAGES } from '../domain/case.js';
import { signInLeft } from '../domain/dialogue-memory.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { StaffId } from '../domain/ids.js';
import type { MoodLabel } from '../domain/reading.js';
import type { HandoffWish } from '../domain/reply.js';
import { shortened } from '../domain/text-ends.js';
import { saysImpaired } from '../handoff/impaired.js';
import { languageWanted } from '../handoff/language.js';
import { withoutLinks } from '../dialogue/forms.js';
import { maskNumbers } from '../telemetry/logger.js';
import { isThere } from './announcing.js';
import { conversationWords } from '../wording/conversation/words.js';
import { dialogueWords } from '../wording/dialogue/words.js';
import type { ConversationRoom } from './room.js';
import { toldToAgent } from './telling.js';
import { askedToChoose, choiceMessage, optionsFor, refusedHandoff, whyNobody } from './when-nobody-comes.js';
import type { ChoiceOption, NobodyComes } from './when-nobody-comes.js';

const UNHAPPY_FROM = 0.5;
const ANGRY_FROM = 0.8;

/** What the same verified person has with us, on whichever channel, newest first. */
export async function othersOf({ log }: ConversationRoom, { identity, id }: Conversation): Promise<readonly Conversation[]> {
  return identity ? (await log.ofSubscriber(identity.msisdn, EARLIER)).filter((one) => one.id !== id) : [];
}

/** Where they wait already: in another window, or on another channel. */
export function waitingElsewhere({ state }: Conversation, others: readonly Conversation[]): readonly Conversation[] {
  return state === 'queued' || state === 'live' ? [] : others.filter((one) => one.state === 'queued' && !one.waiting?.hub);
}

/** One person has one place: it has gone to where they asked last, and is free where they asked before. */
export async function leaveElsewhere(room: ConversationRoom, others: readonly Conversation[]): Promise<void> {
  for (const { id } of others) {
    const step = (current: Conversation) => {
      const left = leavingLine(current);
      if (isRefusal(left)) return left;
      return { conversation: left, additions: [{ from: 'system' as const, kind: 'event' as const, text: conversationWords(current.locale).line.moved }], result: null };
    };
    await room.record.change({ id, step }, { ending: { ending: 'left', detail: 'moved' } });
  }
}

/**
 * The place in line this wish gets; the profile may raise its priority, and a silent business system never lowers it.
 * Who waits elsewhere already brings that place along.
 */
export async function waitingFrom(room: ConversationRoom, conversation: Conversation, wish: HandoffWish, others: readonly Conversation[]): Promise<Waiting> {
  const [profile, caseOwnerStaffId, previousStaffId] = await Promise.all([
    conversation.identity ? room.business.profile(conversation.identity.msisdn).catch(() => null) : null,
    caseOwner(room, conversation),
    room.waitingLine.lastServer([conversation.id, ...others.map(({ id }) => id)]),
  ]);
  const mood = moodOf(conversation);
  const reasons: Priority[] = [wish.priority];
  const said = [wish.headline, ...conversation.memory.recent];
  if (conversation.isElderMode || profile?.isElder || saysImpaired(said)) reasons.push(PRIORITY.elder);
  if (mood !== 'calm') reasons.push(PRIORITY.unhappy);
  if (profile?.tier === 'gold' || profile?.tier === 'business') reasons.push(PRIORITY.vip);
  return {
    since: Math.min(room.clock.now(), ...waitingElsewhere(conversation, others).flatMap(({ waiting }) => waiting?.since ?? [])),
    priority: Math.max(...reasons) as Priority,
    skillGroup: wish.skillGroup,
    language: languageWanted(said, conversation.locale),
    reason: wish.reason,
    headline: shortened(maskNumbers(withoutLinks(wish.headline, dialogueWords(conversation.locale).form.link)), HEADLINE_CHARS),
    mood,
    preferredStaffId: null,
    passedBy: [],
    note: null,
    caseOwnerStaffId,
    previousStaffId,
    ...(room.hub?.takes(conversation.channel) ? { hub: { answerDueAt: room.clock.now() + room.hub.answerWithinMs } } : {}),
  };
}

const EARLIER = 20;

/** Who answers for this subscriber's open case; a case book that is silent costs the rule, not the place. */
async function caseOwner({ cases }: ConversationRoom, { identity, id }: Conversation): Promise<StaffId | null> {
  const stages = CASE_STAGES.filter((stage) => stage !== 'closed');
  const [open] = await cases.list({ ...(identity ? { msisdn: identity.msisdn } : { conversationId: id }), stages }, 1).catch(() => []);
  return open?.owner?.staffId ?? null;
}

export type PersonAnswer = { readonly queued: true } | { readonly queued: false; readonly reason: NobodyComes['reason']; readonly options: readonly ChoiceOption[] };

/** One tap to a person. Whoever already waits, or already has one, keeps what they have. */
export async function askForPerson(room: ConversationRoom, initial: Conversation, reason: string | null): Promise<PersonAnswer | Refusal> {
  const known = (await room.log.find(initial.id)) ?? initial;
  const topic = known.memory.topic?.intent;
  const definition = topic === undefined ? undefined : room.content.current().intents.get(topic);
  const others = await othersOf(room, known);
  const elsewhere = waitingElsewhere(known, others);
  const wish: HandoffWish = {
    reason: 'asked',
    skillGroup: definition?.skillGroup ?? 'general',
    priority: PRIORITY.normal,
    headline: reason ?? definition?.names[known.locale] ?? known.memory.recent.at(-1) ?? '',
  };
  const waiting = await waitingFrom(room, known, wish, others);
  const nobody = known.state === 'live' || known.state === 'queued' || elsewhere.length > 0 ? null : await whyNobody(room, waiting);
  if (nobody) return offerChoice(room, initial, { waiting, nobody });
  const isAnybodyThere = await isThere(room, waiting);
  const changed = await room.record.change({
    id: initial.id,
    initial,
    step: (current) => {
      if (current.isLeft) return refuse('gone', 'its subscriber went on with another number');
      if (current.state === 'live' || current.state === 'queued') return { conversation: current, additions: [], result: null };
      const open = current.state === 'closed' ? receiving(current) : current;
      const joined = joiningLine({ ...open, memory: { ...open.memory, form: null, signInFor: signInLeft(open.memory) } }, waiting);
      if (isRefusal(joined)) return joined;
      const { hubAsked, joined: inLine, joinedLater } = conversationWords(current.locale).line;
      const text = waiting.hub ? hubAsked : isAnybodyThere ? inLine : joinedLater;
      const told = toldToAgent(room, joined, waiting);
      return { conversation: joined, additions: [{ from: 'system', kind: 'event', text }, ...(told ? [told] : [])], result: null };
    },
  });
  if (isRefusal(changed)) return changed;
  await leaveElsewhere(room, elsewhere);
  return { queued: true };
}

/** Nobody can come now: said in the chat, with the choice, so that whoever asked by a tap or by words sees the same. */
async function offerChoice(room: ConversationRoom, initial: Conversation, { waiting, nobody }: { waiting: Waiting; nobody: NobodyComes }): Promise<PersonAnswer | Refusal> {
  const changed = await room.record.change({
    id: initial.id,
    initial,
    step: (current) => {
      if (current.isLeft) return refuse('gone', 'its subscriber went on with another number');
      const open = current.state === 'closed' ? receiving(current) : current;
      return { conversation: askedToChoose(open, nobody), additions: [choiceMessage(current.locale, nobody)], result: null, handoff: refusedHandoff(current, waiting, nobody) };
    },
  });
  if (isRefusal(changed)) return changed;
  return { queued: false, reason: nobody.reason, options: optionsFor(initial.locale, nobody) };
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
  return isRefusal(changed) ? changed : null;
}

export function moodOf(conversation: Conversation): MoodLabel {
  const worst = Math.max(0, ...conversation.memory.moods.slice(-3));
  return worst >= ANGRY_FROM ? 'angry' : worst >= UNHAPPY_FROM ? 'unhappy' : 'calm';
}
