/** What acting on a decision yields, before it becomes a reply: words, wishes, and what to remember. */
import { signInLeft } from '../domain/dialogue-memory.js';
import type { Choice, DialogueMemory, FormInProgress, Tried } from '../domain/dialogue-memory.js';
import { isInForce } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { ModelTurn } from '../knowledge/model-turn.js';
import type { Locale } from '../domain/locale.js';
import type { Button, MessageDraft } from '../domain/message.js';
import type { HandoffWish, VerificationWish } from '../domain/reply.js';
import type { Revision } from '../ports/published-content.js';
import type { DialogueWording } from '../wording/dialogue/zh-cn.js';
import { normalText } from './situation.js';
import type { Situation } from './situation.js';
import type { AssistantTurn } from './turn.js';

/** Everything one turn is worked on with. */
export interface Work {
  readonly turn: AssistantTurn;
  readonly situation: Situation;
  readonly revision: Revision;
  /** The language of this reply. */
  readonly locale: Locale;
  readonly words: DialogueWording;
  readonly rule: string;
  /** This turn's language model; null without one. */
  readonly model: ModelTurn | null;
}

export interface Outcome {
  readonly messages: readonly MessageDraft[];
  readonly handoff?: HandoffWish;
  readonly verification?: VerificationWish;
  /** Left out: the form stays as it is. */
  readonly form?: FormInProgress | null | undefined;
  readonly topic?: { readonly intent: string; readonly slots: Readonly<Record<string, string>> };
  /** The list an answer showed, to be picked from. */
  readonly choices?: readonly Choice[] | undefined;
  readonly tried?: readonly Omit<Tried, 'at'>[];
  /** `failed`: the subscriber is no further than before. `neutral`: courtesies, questions back. */
  readonly result: 'answered' | 'failed' | 'neutral';
  readonly asksBack?: boolean;
  /** The intent whose change to the account was made with this turn. */
  readonly made?: string;
  readonly offersPerson?: boolean;
  readonly locale?: Locale;
  readonly isElderMode?: boolean;
  readonly asksForRating?: boolean;
}

const KEPT_TURNS = 6;
const KEPT_TRIED = 20;

export function remember(memory: DialogueMemory, outcome: Outcome, { turn, situation }: Work): DialogueMemory {
  const { form, topic, tried = [], result, handoff } = outcome;
  const isAnswered = result === 'answered';
  return {
    form: form === undefined ? keptForm(memory.form, outcome) : form,
    topic: topic ? { intent: topic.intent, slots: topic.slots, at: turn.now } : memory.topic,
    failedTurns: isAnswered ? 0 : memory.failedTurns + (result === 'failed' ? 1 : 0),
    hasAskedBack: outcome.asksBack ?? (isAnswered ? false : memory.hasAskedBack),
    hasOfferedPerson: outcome.offersPerson ?? false,
    moods: withLast(memory.moods, Math.round(situation.reading.mood.score * 1000) / 1000, KEPT_TURNS),
    recent: turn.message.action ? memory.recent : withLast(memory.recent, normalText(turn.message.text), KEPT_TURNS),
    tried: tried.reduce((before, { intent, outcome: end }) => triedAlso(before, { intent, outcome: end, at: turn.now }), memory.tried),
    turns: memory.turns + 1,
    offered: carryingOn(outcome),
    article: quotedIn(outcome) ?? (topic === undefined && !handoff ? memory.article : undefined),
    choices: listAtHand(memory, outcome),
    made: outcome.made ?? ((topic === undefined || topic.intent === memory.made) && !handoff ? memory.made : undefined),
    hasToldCases: memory.hasToldCases,
    signInFor: handoff ? signInLeft(memory) : topic === undefined ? memory.signInFor : undefined,
  };
}

/** The last of them, with one more. */
function withLast<Item>(before: readonly Item[], one: Item, most: number): readonly Item[] {
  const last = before.slice(1 - most);
  last.push(one);
  return last;
}

/** A courtesy, or what comes of one of its own lines, leaves a list at hand; any other answer takes it away. */
function listAtHand({ choices }: DialogueMemory, { choices: told, topic, handoff }: Outcome): DialogueMemory['choices'] {
  const isOfList = topic === undefined || topic.intent === choices?.[0]?.intent;
  const list = told ?? (isOfList && !handoff ? choices : undefined);
  return list?.length === 0 ? undefined : list;
}

/** What is read while waiting is followed by what the agent is told. */
function quotedIn({ messages, handoff }: Outcome): string | undefined {
  const told = handoff === undefined ? messages.at(-1) : messages.findLast(({ citations = [] }) => citations.length > 0);
  return told?.citations?.[0]?.articleId;
}

const MOST_OFFERED = 6;
const NUMBERED = /\n\d+\. /;

/** Buttons that say more than the name of an intent: typed, their words alone would not be understood. And those the text has as a numbered list. */
function carryingOn({ messages }: Outcome): DialogueMemory['offered'] {
  const { text = '', buttons = [] } = messages.at(-1) ?? {};
  const lines = `${text}\n`;
  const numbered = NUMBERED.test(text) ? buttons.filter(({ label }, index) => lines.includes(`\n${index + 1}. ${label}\n`)) : [];
  const offered = numbered.length > 0 ? numbered : buttons.filter(({ id, value }) => value !== undefined && id.startsWith('intent:'));
  return offered.length === 0 ? undefined : offered.slice(0, MOST_OFFERED).map(({ id, label, value }) => (value === undefined ? { id, label } : { id, label, value }));
}

/** The same need with the same end stands once, where it came last: who takes over reads what was tried, not how often. */
function triedAlso(before: readonly Tried[], one: Tried): readonly Tried[] {
  return withLast(before.filter(({ intent, outcome }) => intent !== one.intent || outcome !== one.outcome), one, KEPT_TRIED);
}

/** A question back is over with the next message; a person takes over every form; what else is open stays open. */
function keptForm(form: FormInProgress | null, outcome: Outcome): FormInProgress | null {
  return outcome.handoff || form?.kind === 'clarify' ? null : form;
}

/** What may go with words of the assistant's own. */
export interface Said {
  readonly intent?: string | undefined;
  readonly buttons?: readonly Button[] | undefined;
  readonly citations?: MessageDraft['citations'];
  readonly promises?: MessageDraft['promises'];
}

export function say({ rule }: Pick<Work, 'rule'>, text: string, { intent, buttons, citations, promises }: Said = {}): MessageDraft {
  return { from: 'bot', kind: 'text', text, rule, intent, buttons, citations, promises };
}

export function personButton({ words }: Work): Button {
  return { id: 'handoff', label: words.buttons.person };
}

export function intentButton({ locale }: Work, definition: IntentDefinition): Button {
  return { id: `intent:${definition.id}`, label: definition.names[locale] };
}

export function intentButtons(work: Work, intents: readonly string[]): readonly Button[] {
  return intents.flatMap((id) => {
    const definition = work.revision.intents.get(id);
    return definition && isInForce(definition, work.turn.today) ? [intentButton(work, definition)] : [];
  });
}

export function nameOf({ revision, locale }: Work, intent: string): string {
  return revision.intents.get(intent)?.names[locale] ?? intent;
}

export function withButtons(messages: readonly MessageDraft[], added: readonly Button[]): readonly MessageDraft[] {
  const last = messages.at(-1);
  if (!last || added.length === 0) return messages;
  const present = last.buttons ?? [];
  const fresh = added.filter(({ id }) => !present.some((button) => button.id === id));
  return fresh.length === 0 ? messages : [...messages.slice(0, -1), { ...last, buttons: [...present, ...fresh] }];
}

