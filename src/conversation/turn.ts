/** The assistant's turn: one at a time for each conversation, dropped when the conversation changed hands meanwhile. */
import type { Conversation } from '../domain/conversation.js';
import { joiningLine } from '../domain/conversation-steps.js';
import { isRefusal } from '../domain/errors.js';
import { isErased } from '../domain/erasing.js';
import { answersSignIn } from '../domain/asked-sign-in.js';
import { answersProposal } from '../domain/proposal.js';
import type { Message, MessageDraft } from '../domain/message.js';
import type { HandoffWish, Reply } from '../domain/reply.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { AssistantTurn } from '../dialogue/turn.js';
import { answerSignIn } from './agent-sign-in.js';
import { announcedLater, isThere, unannounced } from './announcing.js';
import { answeredBy, turnGiven } from './asking.js';
import type { EarlyTurn } from './early-turn.js';
import { leaveElsewhere, othersOf, waitingElsewhere, waitingFrom } from './hand-over.js';
import { withFirstWords } from './first-words.js';
import { callOffered } from './call-asked.js';
import { answerTap } from './proposal-taps.js';
import { leave, otherNumber } from './other-number.js';
import { beginSignIn, continueSignIn, lateCode, takeNumber, takeWishToBeTold, welcomed } from './sign-in.js';
import { askForRating } from './rating.js';
import type { ConversationRoom } from './room.js';
import { corrected, correcting, toldToAgent } from './telling.js';
import { askedToChoose, choiceMessage, reaching, refusedHandoff, whyNobody } from './when-nobody-comes.js';
import { mayBeOfArticle, waitTold } from './wait-asked.js';

/** A reply that takes longer than this shows the typing indicator first. */
const TYPING_AFTER_MS = 300;

interface Taken {
  readonly reply: Reply;
  readonly identity: Conversation['identity'];
  /** What the subscriber wants the agent told instead. */
  readonly ownWords?: string | null;
}

/** The name under which one conversation's turns are taken one at a time. */
export const turnOf = (id: Conversation['id']): string => `turn:${id}`;

/** Answers the message unless the conversation is no longer the assistant's. Never rejects for reasons of the outside world. */
export async function takeTurn(room: ConversationRoom, message: Message, early: EarlyTurn | null = null): Promise<void> {
  await room.turnLock.run(turnOf(message.conversationId), async () => {
    const conversation = await room.log.find(message.conversationId);
    if (!conversation || conversation.handledSeq >= message.seq) return;
    if (answersProposal(conversation, message.action)) return answerTap(room, conversation, message);
    if (answersSignIn(conversation, message)) return answerSignIn(room, conversation, message);
    if (conversation.state === 'live' || conversation.state === 'closed') return;
    const stopTyping = showTyping(room, conversation);
    try {
      const numbers = otherNumber(conversation, message);
      if (numbers?.isLeaving) return await leave(room, conversation, message, numbers.messages);
      const taken = await respond(room, conversation, { message, early });
      await store(room, conversation, message, taken);
    } finally {
      stopTyping();
    }
  });
}

async function respond(room: ConversationRoom, conversation: Conversation, { message, early }: { message: Message; early: EarlyTurn | null }): Promise<Taken> {
  const { memory, identity } = conversation;
  const reached = await reaching(room, conversation, message);
  if (reached) return { reply: quietReply({ ...memory, form: reached.form }, reached.messages), identity };
  const correction = correcting(room, conversation, message);
  if (correction) return { reply: quietReply({ ...memory, form: correction.form }, correction.messages), identity, ownWords: correction.ownWords };
  const call = callOffered(room, conversation, message);
  if (call) return { reply: quietReply(memory, [call]), identity };
  const waits = await waitTold(room, conversation, message);
  if (!waits) return answer(room, conversation, { message, early });
  if (!mayBeOfArticle(conversation, message)) return { reply: quietReply(memory, [waits]), identity };
  const taken = await answer(room, conversation, { message, early });
  return { ...taken, reply: { ...taken.reply, messages: [...taken.reply.messages, waits] } };
}

async function answer(room: ConversationRoom, given: Conversation, { message, early }: { message: Message; early: EarlyTurn | null }): Promise<Taken> {
  const conversation = await forCode(room, notChosen(given), message);
  const { memory, identity } = conversation;
  if (message.attachment) return { reply: quietReply(memory, [aboutFile(conversation)]), identity };
  const numbers = otherNumber(conversation, message);
  if (numbers) return { reply: quietReply({ ...memory, form: memory.form?.kind === 'verify' ? null : memory.form }, numbers.messages), identity };
  if (memory.form?.kind === 'verify') {
    const outcome = await continueSignIn(room, conversation, message);
    if (outcome.kind === 'asks') {
      const reply = quietReply({ ...memory, form: outcome.form }, outcome.messages);
      return { reply, identity };
    }
    if (outcome.kind === 'verified') {
      const verified = { ...conversation, identity: outcome.identity, memory: { ...memory, form: null, signInFor: undefined } };
      if (outcome.form.pendingText === '' && outcome.form.pendingIntent === null) {
        const reply = quietReply(verified.memory, [welcomed(conversation.locale, outcome.form)]);
        return { reply: await withFirstWords(room, verified, reply), identity: outcome.identity };
      }
      const pending = { ...withoutAction(message), text: outcome.form.pendingText };
      const reply = await ask(room, verified, begin(room, verified, { message: pending, decidedIntent: outcome.form.pendingIntent }));
      return { reply: await withFirstWords(room, verified, reply), identity: outcome.identity };
    }
  }
  const numbered = (await takeNumber(room, conversation, message)) ?? (await takeWishToBeTold(room, conversation, message));
  if (numbered) return { reply: quietReply({ ...memory, form: numbered.form }, numbered.messages), identity };
  // Whoever asks something else instead of naming a number or a message is answered.
  const isOurs = memory.form?.kind === 'reach' || memory.form?.kind === 'brief';
  const asking = isOurs ? { ...conversation, memory: { ...memory, form: null } } : conversation;
  const begun = early?.continuedOn(conversation) ?? begin(room, asking, { message, decidedIntent: null });
  const reply = await ask(room, asking, begun);
  return { reply: await withFirstWords(room, asking, reply), identity };
}

/** Whoever says something else than what was offered is done with the choice. */
function notChosen(conversation: Conversation): Conversation {
  const { memory } = conversation;
  return memory.form?.kind === 'reach' && memory.form.choice === 'offered' ? { ...conversation, memory: { ...memory, form: null } } : conversation;
}

/** A code that is still awaited counts when the talk has gone on meanwhile: who asked for a person in the middle of signing in signs in all the same. */
async function forCode(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Conversation> {
  const form = await lateCode(room, conversation, message);
  return form === null ? conversation : { ...conversation, memory: { ...conversation.memory, form } };
}

function begin(room: ConversationRoom, conversation: Conversation, asked: Pick<AssistantTurn, 'message' | 'decidedIntent'>): Promise<Reply> {
  return room.assistant.respond(turnGiven(room, conversation, { ...asked, tell: (fact) => room.bus.publish(fact) }));
}

/** Waits for the assistant, and starts the sign-in when the answer needs one. */
async function ask(room: ConversationRoom, conversation: Conversation, begun: Promise<Reply>): Promise<Reply> {
  const reply = await begun;
  if (!reply.verification) return reply;
  const speaking = reply.locale ? { ...conversation, locale: reply.locale } : conversation;
  const asked = await beginSignIn(room, speaking, reply.verification);
  return { ...reply, messages: [...reply.messages, ...asked.messages], memory: { ...reply.memory, form: asked.form } };
}

async function store(room: ConversationRoom, begun: Conversation, message: Message, taken: Taken): Promise<void> {
  const { reply, identity, ownWords } = taken;
  const wish = reply.handoff;
  const asking = { ...begun, identity, memory: reply.memory, isElderMode: reply.isElderMode ?? begun.isElderMode };
  const others = wish ? await othersOf(room, asking) : [];
  const elsewhere = waitingElsewhere(asking, others);
  const waiting = wish ? await waitingFrom(room, asking, wish, others) : null;
  const nobody = waiting && begun.state !== 'queued' && elsewhere.length === 0 ? await whyNobody(room, waiting) : null;
  const isAnybodyThere = waiting === null || (await isThere(room, waiting));
  const changed = await room.record.change({
    id: begun.id,
    step: (current) => {
      const answered = answeredBy(reply, current, { epoch: begun.epoch, seq: message.seq });
      if (isRefusal(answered)) return answered;
      const kept = { ...answered, identity: isErased(current, message.seq) ? null : (identity ?? current.identity) };
      const joined = waiting && !nobody ? joiningLine(kept, waiting) : kept;
      if (isRefusal(joined)) return joined;
      const told = joined.waiting && current.state !== 'queued' ? toldToAgent(room, joined, joined.waiting) : null;
      const additions = nobody ? [...unannounced(reply), choiceMessage(kept.locale, nobody)] : [...(isAnybodyThere ? reply.messages : announcedLater(reply)), ...(told ? [told] : [])];
      return { conversation: corrected(nobody ? askedToChoose(joined, nobody) : joined, ownWords), additions, result: null, ...(waiting && nobody ? { handoff: refusedHandoff(current, waiting, nobody) } : {}) };
    },
  });
  if (!isRefusal(changed)) await leaveElsewhere(room, elsewhere);
  // Refused means an agent took it while the assistant was thinking: the assistant has nothing more to say.
  if (isRefusal(changed)) takeBack(room, begun.id, reply);
  if (ownWords && !isRefusal(changed) && !('duplicate' in changed)) room.bus.publish({ type: 'brief.changed', conversationId: begun.id, staffId: changed.conversation.offer?.staffId ?? null });
  if (!isRefusal(changed) && !('duplicate' in changed) && reply.asksForRating) askForRating(room, changed.conversation);
}

/** What was shown of messages that are not stored goes from the screen again. */
function takeBack(room: ConversationRoom, conversationId: Conversation['id'], { messages }: Reply): void {
  for (const { id } of messages) {
    if (id !== undefined) room.bus.publish({ type: 'message.cancelled', conversationId, messageId: id as Message['id'] });
  }
}

function showTyping(room: ConversationRoom, conversation: Conversation): () => void {
  let isShown = false;
  const tell = (isOn: boolean) =>
    room.bus.publish({ type: 'typing.changed', conversationId: conversation.id, channel: conversation.channel, from: 'bot', isOn, ownerId: null });
  const cancel = room.clock.after(TYPING_AFTER_MS, () => {
    isShown = true;
    tell(true);
  });
  return () => {
    cancel();
    if (isShown) tell(false);
  };
}

function quietReply(memory: Reply['memory'], messages: readonly MessageDraft[], handoff: HandoffWish | null = null): Reply {
  return { messages, memory, handoff, verification: null, locale: null, isElderMode: null, asksForRating: false };
}

/** The assistant does not look into files; it says so, and who could. */
function aboutFile({ locale, state }: Conversation): MessageDraft {
  const { files, buttons } = conversationWords(locale);
  const said = { from: 'bot', kind: 'text' } as const;
  return state === 'queued' ? { ...said, text: files.receivedWaiting } : { ...said, text: files.received, buttons: [{ id: 'handoff', label: buttons.person }] };
}

function withoutAction(message: Message): Message {
  const { action: _pressed, ...rest } = message;
  return rest;
}
