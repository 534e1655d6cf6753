/** An agent gives a conversation back to the assistant, which takes up what the subscriber said last and nobody has answered. */
import { bareAnswerIn } from '../dialogue/bare-words.js';
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { returningToAssistant } from '../domain/conversation-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { Staff } from '../domain/staff.js';
import { isRecalled } from '../domain/working-together.js';
import { freeHands, move } from './agent-acts.js';
import type { ConversationRoom } from './room.js';

const LOOKED_AT = 50;
/** Somebody who goes on talking does not keep the agent from giving back. */
const MOST_TRIES = 5;

export interface GivingBack {
  readonly id: ConversationId;
  /** Begins the turn that is owed. The record knows as well: after a crash it is found there. */
  takeUp(message: Message): void;
}

export async function giveBack(room: ConversationRoom, staff: Staff, { id, takeUp }: GivingBack): Promise<Conversation | Refusal> {
  await freeHands(room, id, staff.id);
  for (let tries = 1; ; tries += 1) {
    const messages = await room.log.messages(id, { limit: LOOKED_AT });
    const found: { owed?: Message | undefined; isOvertaken: boolean } = { isOvertaken: false };
    const step = (current: Conversation): Conversation | Refusal => {
      const back = returningToAssistant(current, staff.id);
      if (isRefusal(back)) return back;
      found.isOvertaken = current.lastSeq !== messages.at(-1)?.seq && tries < MOST_TRIES;
      if (found.isOvertaken) return refuse('conflict', 'something was said meanwhile');
      found.owed = toTakeUp(unansweredIn(messages, current), (text) => heardAs(room, current, text));
      return found.owed ? { ...back, handledSeq: found.owed.seq - 1 } : back;
    };
    const moved = await move(room, id, step, (words) => words.returned, { released: 'returned' });
    if (found.isOvertaken) continue;
    if (isRefusal(moved)) return moved;
    // One answer for all that was said into the silence.
    if (found.owed) takeUp({ ...found.owed, seq: moved.conversation.subscriberSeq });
    return moved.conversation;
  }
}

/** What the subscriber said after every answer. A tap on a button was settled, or has passed with its card. */
export function unansweredIn(messages: readonly Message[], conversation: Conversation): readonly Message[] {
  const settled = messages.findLastIndex((message) => (isAnswer(message) && !isRecalled(conversation, message.seq)) || message.action !== undefined);
  return messages.slice(settled + 1).filter(({ from }) => from === 'subscriber');
}

function isAnswer({ from }: Message): boolean {
  return from === 'agent' || from === 'bot';
}

export type HeardAs = 'question' | 'courtesy' | 'unclear';

/** The last question the assistant understands; without one the last of which it has to say that it does not. 「好的」 and 「谢谢」 ask for nothing. */
export function toTakeUp(words: readonly Message[], hear: (text: string) => HeardAs): Message | undefined {
  const isText = ({ attachment, wordless }: Message): boolean => attachment === undefined && wordless === undefined;
  const asking = words.filter((message) => !isText(message) || (bareAnswerIn(message.text) === null && hear(message.text) !== 'courtesy'));
  return asking.findLast((message) => isText(message) && hear(message.text) === 'question') ?? asking.at(-1);
}

function heardAs(room: ConversationRoom, { locale }: Conversation, text: string): HeardAs {
  const revision = room.content.current();
  const { isAccepted, asksForPerson, ranking } = revision.read(text, { today: dayOf(room.clock.now()), locale });
  const kind = revision.intents.get(ranking[0]?.intent ?? '')?.kind;
  // Said to a person, who has just given the chat back: it does not go straight into the line again, and it was said how it gets there.
  if (asksForPerson || (isAccepted && kind === 'handoff')) return 'courtesy';
  if (!isAccepted) return 'unclear';
  return kind === 'control' ? 'courtesy' : 'question';
}
