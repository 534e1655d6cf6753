/** Takes a subscriber's message into the record. Durable first, then acknowledged, then answered. */
import type { Conversation } from '../domain/conversation.js';
import { receiving } from '../domain/conversation-steps.js';
import { answersSignIn } from '../domain/asked-sign-in.js';
import { answersProposal } from '../domain/proposal.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Button, Message, MessageDraft, Wordless } from '../domain/message.js';
import { wordingFor } from '../wording/wording.js';
import { caseAnswered, isAboutSolved } from './case-talk.js';
import { EarlyTurn } from './early-turn.js';
import type { Together } from './early-turn.js';
import { isKnownButton } from './known-buttons.js';
import { askForRating } from './rating.js';
import type { ConversationRoom } from './room.js';
import { isCodeAlone } from './sign-in-words.js';

export interface Incoming {
  readonly clientId: string;
  readonly text: string;
  readonly action?: { readonly id: string; readonly value?: string };
  readonly attachment?: MessageDraft['attachment'];
  readonly wordless?: Wordless;
}

export interface Received {
  readonly message: Message;
  /** As it was said: with the one-time code that the record leaves out. */
  readonly spoken: Message;
  /** False when nothing more is to be said: it was answered together with being recorded, or its turn was or is being taken. */
  readonly owesTurn: boolean;
  /** A turn that was begun meanwhile and goes on once its turn has come. */
  readonly early: EarlyTurn | null;
}

/** `initial` is the conversation as it would be if this is its first message. */
export function receive(room: ConversationRoom, initial: Conversation, incoming: Incoming): Promise<Received | Refusal> {
  return room.record.arrivals.keep(
    initial.id,
    () => (incoming.action ? pressed(room, initial, incoming) : begun(room, initial, draftOf(incoming, incoming.text))),
    (ready) => (isRefusal(ready) ? Promise.resolve(ready) : recorded(room, { initial, incoming, ready })),
  );
}

interface Prepared {
  readonly draft: MessageDraft;
  readonly early: EarlyTurn | null;
}

function begun(room: ConversationRoom, initial: Conversation, draft: MessageDraft): Prepared | Promise<Prepared> {
  const early = EarlyTurn.begin(room, initial, draft);
  const ready = { draft, early };
  return early === null ? ready : early.comeRound(ready);
}

async function recorded(room: ConversationRoom, { initial, incoming, ready }: { readonly initial: Conversation; readonly incoming: Incoming; readonly ready: Prepared }): Promise<Received | Refusal> {
  const { draft, early } = ready;
  const changed = await room.record.change<Together | null>({
    id: initial.id,
    initial,
    clientId: incoming.clientId,
    step: (conversation) =>
      conversation.isLeft ? refuse('gone', 'its subscriber went on with another number') : early?.stepOn(conversation) ?? { conversation: receiving(conversation, draft), additions: [withoutCode(early?.draft ?? draft, conversation)], result: null, ...(isAboutSolved(draft) ? { beside: [caseAnswered(conversation, room.clock.now())] } : {}) },
  });
  if (isRefusal(changed)) return changed;
  if ('duplicate' in changed) return { message: changed.duplicate, spoken: changed.duplicate, owesTurn: false, early: null };
  const [message] = changed.messages;
  if (!message) throw new Error('a received message was not recorded');
  if (changed.result !== null) {
    if (changed.result.asksForRating) askForRating(room, changed.conversation);
    return { message, spoken: message, owesTurn: false, early: null };
  }
  const { text, action } = draft;
  return { message, spoken: { ...message, text, ...(action ? { action } : {}) }, owesTurn: changed.conversation.state !== 'live' || answersProposal(changed.conversation, action) || answersSignIn(changed.conversation, draft), early };
}

async function pressed(room: ConversationRoom, initial: Conversation, incoming: Incoming): Promise<Prepared | Refusal> {
  const label = incoming.action ? await labelOf(room, initial, incoming.action) : incoming.text;
  return label === null ? refuse('bad-request', 'no such button') : begun(room, initial, draftOf(incoming, label));
}

function draftOf({ clientId, action, attachment, wordless }: Incoming, text: string): MessageDraft {
  const said: MessageDraft = { from: 'subscriber', kind: attachment ? 'attachment' : 'text', text, clientId };
  if (!wordless && !action && !attachment) return said;
  return { ...said, ...(wordless ? { wordless } : {}), ...(action ? { action } : {}), ...(attachment ? { attachment } : {}) };
}

const CODE = /(?<!\p{Nd})\p{Nd}{6}(?!\p{Nd})/gu;

/** A one-time code is a secret while it lives and of no use afterwards: the record keeps that one was entered, not which. */
function withoutCode(draft: MessageDraft, { memory, identity, state }: Conversation): MessageDraft {
  const isLate = identity === null && state !== 'live' && isCodeAlone(draft);
  if (!isLate && (memory.form?.kind !== 'verify' || memory.form.step !== 'code')) return draft;
  const text = draft.text.replace(CODE, '••••••');
  return draft.action ? { ...draft, text, action: { id: draft.action.id } } : { ...draft, text };
}

const RECENT = 20;

const isOfCard = (id: string): id is 'confirm' | 'cancel' => id === 'confirm' || id === 'cancel';

/** A card may be answered without naming which: it is the one that is open. */
function isMeant(button: Button, { id, value }: NonNullable<Incoming['action']>): boolean {
  return button.id === id && (value === undefined && isOfCard(id) ? true : (button.value ?? '') === (value ?? ''));
}

/** What the pressed button said, so that the record reads as it was lived; its value or id when it is not in sight; null when there is no such button. */
async function labelOf(room: ConversationRoom, conversation: Conversation, action: NonNullable<Incoming['action']>): Promise<string | null> {
  const recent = await room.log.messages(conversation.id, { limit: RECENT });
  for (const message of [...recent].reverse()) {
    const button = message.buttons?.find((one) => isMeant(one, action));
    if (button) return button.label;
  }
  const revision = room.content.current();
  if (!isKnownButton(action.id, revision)) return null;
  if (isOfCard(action.id)) return wordingFor(conversation.locale).buttons[action.id];
  const intent = /^(?:intent|clarify):(.+)$/.exec(action.id)?.[1];
  const name = intent === undefined ? undefined : revision.intents.get(intent)?.names[conversation.locale];
  return name ?? action.value ?? action.id;
}
