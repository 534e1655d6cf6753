/** The assistant: reads a message, decides by the table of rules, acts, and says what to remember. */
import { DEFAULT_DIALOGUE_SETTINGS } from '../domain/dialogue-settings.js';
import type { DialogueSettings } from '../domain/dialogue-settings.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import type { Locale } from '../domain/locale.js';
import type { Button } from '../domain/message.js';
import type { Reading } from '../domain/reading.js';
import type { Reply } from '../domain/reply.js';
import type { Clock } from '../ports/clock.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { ModelTurn } from '../knowledge/model-turn.js';
import { dialogueWords } from '../wording/dialogue/words.js';
import { act } from './acting.js';
import { decide } from './decide.js';
import type { Means } from './means.js';
import { withCase } from './opening-cases.js';
import { personButton, remember, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';
import { pickedIn, pressOf } from './picks.js';
import { offerTaken } from './taking-offers.js';
import { largeTypeTaken } from './type-size.js';
import { reportTaken, visitTaken } from './reporting-words.js';
import { normalText } from './situation.js';
import type { Situation } from './situation.js';
import { languageOf } from './speaking.js';
import type { AssistantTurn, TakesTurns } from './turn.js';

/** Questions before this one that the model is told. */
const EARLIER = 2;

export interface AssistantDeps extends Omit<Means, 'logger'> {
  readonly content: PublishedContent;
  /** Read at every turn; without them deciding is as it comes. */
  readonly settings?: SettingsInForce;
  /** Vector of a text, or null when it was not there in time. */
  readonly embed?: (text: string) => Promise<Float32Array | null>;
  readonly logger?: Means['logger'];
  /** Set when there is a language model: the clock its turns are held against. */
  readonly modelClock?: Clock;
}

export class Assistant implements TakesTurns {
  private readonly content: PublishedContent;
  private readonly settings: SettingsInForce | undefined;
  private readonly means: Means;
  private readonly embed: AssistantDeps['embed'];
  private readonly modelClock: Clock | undefined;

  constructor({ content, settings, logger = null, embed, modelClock, ...means }: AssistantDeps) {
    this.modelClock = modelClock;
    this.embed = embed;
    this.content = content;
    this.settings = settings;
    this.means = { ...means, logger };
  }

  async respond(given: AssistantTurn): Promise<Reply> {
    const turn = withTyped(given);
    const revision = this.content.current();
    const embedding = this.embeddingOf(turn, revision);
    const reading = readingOf(turn, revision, embedding === null ? null : await embedding);
    const situation = situationOf(turn, reading, { revision, settings: this.settings?.current('dialogue') ?? DEFAULT_DIALOGUE_SETTINGS });
    const decision = decide(situation);
    const spoken = languageOf(situation, decision);
    const work: Work = { turn, situation, revision, locale: spoken, words: dialogueWords(spoken), rule: decision.rule, model: this.modelClock ? modelTurn(turn, this.modelClock) : null };
    const outcome = await act(this.means, work, decision);
    return replyOf(work, outcome.handoff ? await withCase(this.means, work, outcome) : outcome);
  }

  /** Only what a person wrote is looked up, and only for a model that can use it. */
  private embeddingOf({ message }: AssistantTurn, revision: Revision): Promise<Float32Array | null> | null {
    return this.embed && revision.readsEmbeddings && !message.action && !message.wordless ? this.embed(message.text) : null;
  }
}

/** Whoever types what stands on a button of the last reply, or which of a list, has pressed it. */
function withTyped(turn: AssistantTurn): AssistantTurn {
  const { message, conversation } = turn;
  const { memory } = conversation;
  const { form, offered = [] } = memory;
  if (message.action || message.attachment || message.wordless || !(form === null || form.kind === 'slots' || form.kind === 'confirm')) return turn;
  const said = normalText(message.text);
  const button = form === null ? (offered.find(({ label }) => normalText(label) === said) ?? reportTaken(offered, message.text) ?? visitTaken(offered, message.text) ?? largeTypeTaken(offered, message.text)) : undefined;
  const action = button ? pressOf(button) : (pickedIn(memory, message.text) ?? offerTaken(memory, message.text));
  return action ? { ...turn, message: { ...message, action } } : turn;
}

function modelTurn({ conversation, message, today, recorded, generation, onPiece, onCancel }: AssistantTurn, clock: Clock): ModelTurn {
  const { id, identity, memory, locale, summaries } = conversation;
  const soFar = summaries?.[locale]?.text ?? null;
  const earlier = memory.recent.slice(-EARLIER);
  return new ModelTurn({ conversationId: id, messageId: message.id, msisdn: identity?.msisdn ?? null, today, earlier, soFar, clock, ...(recorded ? { recorded } : {}), ...(generation ? { generation } : {}), onPiece, onCancel });
}

function readingOf({ message, conversation, today }: AssistantTurn, revision: Revision, embedding: Float32Array | null): Reading {
  return revision.read(message.text, { today, locale: conversation.locale, previousMoods: conversation.memory.moods, embedding: embedding ?? undefined });
}

function situationOf({ message, conversation, decidedIntent }: AssistantTurn, reading: Reading, { revision, settings }: { revision: Revision; settings: DialogueSettings }): Situation {
  return {
    text: message.text,
    action: message.action ?? null,
    hasAttachment: message.attachment !== undefined,
    wordless: message.wordless ?? null,
    reading,
    memory: conversation.memory,
    locale: conversation.locale,
    isQueued: conversation.state === 'queued',
    isElder: conversation.isElderMode,
    isSignedIn: conversation.identity !== null,
    decidedIntent,
    intents: revision.intents,
    settings,
  };
}

function replyOf(work: Work, outcome: Outcome): Reply {
  const { turn, situation, locale } = work;
  const memory = remember(situation.memory, outcome, work);
  return {
    messages: withButtons(outcome.messages, [...wayBack(work, outcome, memory), ...closingButtons(work, outcome)]),
    memory,
    handoff: outcome.handoff ?? null,
    verification: outcome.verification ?? null,
    locale: changedLocale(outcome.locale ?? locale, turn.conversation.locale),
    isElderMode: outcome.isElderMode ?? null,
    asksForRating: outcome.asksForRating ?? false,
    rule: work.rule,
  };
}

function changedLocale(spoken: Locale, before: Locale): Locale | null {
  return spoken === before ? null : spoken;
}

/** Something else was asked in between: the question that is still open is a tap away. */
function wayBack({ situation, revision, words, locale }: Work, { result, handoff, verification }: Outcome, { form }: DialogueMemory): readonly Button[] {
  if (form?.kind !== 'slots' || form !== situation.memory.form || result !== 'answered' || handoff || verification) return [];
  const definition = revision.intents.get(form.intent);
  const name = definition?.names[locale];
  return definition && name !== undefined ? [{ id: `intent:${definition.id}`, label: words.form.resume(name) }] : [];
}

/** While waiting, whoever got an answer may leave the line; elders and the unhappy always see the way to a person. */
function closingButtons(work: Work, outcome: Outcome): Parameters<typeof withButtons>[1] {
  const { situation, words } = work;
  if (outcome.handoff || outcome.messages.at(-1)?.card?.type === 'confirm') return [];
  if (situation.isQueued) return outcome.result === 'answered' ? [{ id: 'line:leave', label: words.buttons.solved }] : [];
  return situation.isElder || situation.reading.mood.label !== 'calm' ? [personButton(work)] : [];
}
