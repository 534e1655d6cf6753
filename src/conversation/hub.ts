/** A hub outside that takes handoffs in the place of our line: what it says of them, and what happens when it says nothing. */
import type { Conversation } from '../domain/conversation.js';
import { leavingHub, leavingLine, takenByHub } from '../domain/conversation-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { handoffId } from '../domain/handoff-steps.js';
import type { ConversationId } from '../domain/ids.js';
import type { MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { Why } from './record.js';
import type { ConversationRoom } from './room.js';
import { choiceMessage, nobodyFrom } from './when-nobody-comes.js';

export interface HubAnswer {
  readonly state: 'accepted' | 'failed' | 'completed';
  /** Which handoff, when it says. */
  readonly handoffId: string | null;
}

/** Of answers that come twice or too late the first counts. */
export async function answerFromHub(room: ConversationRoom, id: ConversationId, answer: HubAnswer): Promise<null | Refusal> {
  const found = await room.log.find(id);
  if (!found?.waiting?.hub) return refuse('wrong-state', 'no handoff is with a hub');
  if (answer.handoffId !== null && answer.handoffId !== handoffId(id, found.waiting.since)) return refuse('gone', 'another handoff');
  switch (answer.state) {
    case 'accepted':
      return step(room, found, (current) => takenByHub(current), (current) => event(conversationWords(current.locale).line.hubJoined));
    case 'completed':
      return step(room, found, (current) => (current.state === 'live' ? leavingHub(current) : leavingLine(current)), (current) => event(conversationWords(current.locale).line.hubLeft));
    case 'failed':
      return giveUpHub(room, found, 'failed');
  }
}

/** Nobody is left waiting for a hub that does not answer. True when this call ended it. */
export async function giveUpSilentHub(room: ConversationRoom, conversation: Conversation): Promise<boolean> {
  const dueAt = conversation.waiting?.hub?.answerDueAt ?? Infinity;
  return dueAt <= room.clock.now() && !isRefusal(await giveUpHub(room, conversation, 'timed-out'));
}

/** A hub that took a conversation and never says that it is done: nobody is left with silence. True when this call ended it. */
export async function takeBackFromHub(room: ConversationRoom, conversation: Conversation): Promise<boolean> {
  const hub = conversation.owner === null ? conversation.waiting?.hub : undefined;
  if (!room.hub || !hub || hub.isOnChannel || conversation.updatedAt + room.hub.doneWithinMs > room.clock.now()) return false;
  const { updatedAt } = conversation;
  const leave = (current: Conversation) => (current.updatedAt === updatedAt ? leavingHub(current) : refuse('gone', 'something was said'));
  return !isRefusal(await step(room, conversation, leave, (current) => event(conversationWords(current.locale).line.hubSilent)));
}

function giveUpHub(room: ConversationRoom, found: Conversation, ending: 'failed' | 'timed-out'): Promise<null | Refusal> {
  const nobody = nobodyFrom(room, found, ending);
  const leave = (current: Conversation) => (current.state === 'live' ? leavingHub(current) : leavingLine(current));
  return step(room, found, leave, (current) => choiceMessage(current.locale, nobody), { ending: { ending, detail: ending === 'failed' ? 'hub-failed' : 'hub-silent' } });
}

async function step(room: ConversationRoom, { id, waiting }: Conversation, move: (current: Conversation) => Conversation | Refusal, say: (current: Conversation) => MessageDraft, why: Why = {}): Promise<null | Refusal> {
  const changed = await room.record.change(
    {
      id,
      step: (current) => {
        if (!current.waiting?.hub || current.waiting.since !== waiting?.since) return refuse('gone', 'the handoff moved on');
        const moved = move(current);
        return isRefusal(moved) ? moved : { conversation: moved, additions: [say(current)], result: null };
      },
    },
    why,
  );
  return isRefusal(changed) ? changed : null;
}

function event(text: string): MessageDraft {
  return { from: 'system', kind: 'event', text };
}
