/** Answers the needs of a message: the account through its skill, all else from the articles; each in its turn. */
import type { ChosenNeed } from '../domain/decision.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import type { PreparedChange } from '../domain/account.js';
import type { MessageDraft } from '../domain/message.js';
import type { Knowledge, KnowledgeAnswer } from '../knowledge/knowledge.js';
import type { Question } from '../knowledge/question.js';
import type { Skill, SkillAnswer, SkillRequest } from '../skills/skill.js';
import type { Logger } from '../telemetry/logger.js';
import { listed } from './courtesies.js';
import { slotsOfButton } from './forms.js';
import type { Slots } from './forms.js';
import { handOver, handoffWish } from './handing-over.js';
import { NEXT_STEPS } from './next-steps.js';
import { intentButtons, nameOf, personButton, say, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

/** How sure an intent is once it is decided, for weighing its articles. */
const DECIDED = 0.9;

export interface Means {
  readonly skills: ReadonlyMap<string, Skill>;
  readonly knowledge: Knowledge;
  readonly logger: Logger | null;
}

export async function answerNeed(means: Means, work: Work, need: ChosenNeed, slots: Slots = {}): Promise<Outcome> {
  const definition = work.revision.intents.get(need.intent);
  if (definition?.kind !== 'skill') return answerFromArticles(means, work, need);
  const skill = definition.skill === null ? undefined : means.skills.get(definition.skill);
  if (!skill) return { ...handOver(work, { reason: 'intent', intent: need.intent }), messages: [say(work, work.words.failed.noSkill(nameOf(work, need.intent)), { intent: need.intent })] };
  const request = requestOf(work, need, { ...slotsFor(work, need), ...slots });
  return fromSkill(work, need, await runSafely(means, work, () => skill.run(request)), request.slots);
}

/** Slots of the topic go on for the same intent; a month also for its siblings, so that 「为什么多了」 is about that bill. */
function slotsFor({ turn, situation, revision }: Work, { intent }: ChosenNeed): Slots {
  const { topic } = situation.memory;
  const pressed = slotsOfButton(revision.intents.get(intent), turn.message.action?.value);
  if (!topic) return pressed;
  if (topic.intent === intent) return { ...topic.slots, ...pressed };
  const month = topic.slots['month'];
  const takesMonth = revision.intents.get(intent)?.slots.some(({ name }) => name === 'month') ?? false;
  return month !== undefined && takesMonth ? { month, ...pressed } : pressed;
}

export function requestOf({ turn, locale }: Work, need: ChosenNeed, slots: Slots, orderToken: string = turn.message.id): SkillRequest {
  const { conversation, now, today } = turn;
  const { identity } = conversation;
  return {
    intent: need.intent,
    text: need.text,
    locale,
    entities: need.entities,
    slots,
    msisdn: identity?.msisdn ?? null,
    isSteppedUp: identity !== null && (identity.stepUpUntil ?? 0) > now,
    now,
    today,
    orderKey: `${conversation.id}:${orderToken}`,
  };
}

/** A skill answers for its own troubles; should one throw all the same, nothing is guessed. */
export async function runSafely(means: Means, work: Work, run: () => Promise<SkillAnswer>): Promise<SkillAnswer> {
  try {
    return await run();
  } catch (error) {
    means.logger?.warn({ conversationId: work.turn.conversation.id, error: error instanceof Error ? error.message : String(error) }, 'a skill failed');
    return { kind: 'failed', messages: [say(work, work.words.failed.system)] };
  }
}

export function fromSkill(work: Work, need: ChosenNeed, answer: SkillAnswer, slots: Slots): Outcome {
  const { intent } = need;
  const mark = (messages: readonly MessageDraft[]): readonly MessageDraft[] => messages.map((message) => ({ ...message, intent, rule: work.rule }));
  switch (answer.kind) {
    case 'answered':
      return { messages: mark(answer.messages), topic: { intent, slots: answer.slots }, tried: [{ intent, outcome: 'answered' }], result: 'answered', ...closedForm(work, intent) };
    case 'needs-verification':
      return {
        messages: [],
        verification: { level: answer.level, pendingText: need.text, pendingIntent: intent },
        topic: { intent, slots },
        tried: [{ intent, outcome: 'verified' }],
        result: 'neutral',
      };
    case 'asks':
      return {
        messages: mark([answer.message]),
        form: { kind: 'slots', intent, asking: answer.slot, filled: answer.slots },
        topic: { intent, slots: answer.slots },
        result: 'neutral',
      };
    case 'confirms':
      return { messages: mark([answer.message]), form: confirmForm(work, intent, answer.change, answer.message), topic: { intent, slots: answer.slots }, result: 'answered' };
    case 'hands-off':
      return { messages: mark(answer.messages), handoff: handoffWish(work, { reason: answer.reason, intent }), form: null, topic: { intent, slots }, tried: [{ intent, outcome: 'failed' }], result: 'neutral' };
    case 'failed':
      return { messages: withButtons(mark(answer.messages), [personButton(work)]), topic: { intent, slots }, tried: [{ intent, outcome: 'failed' }], result: 'failed', offersPerson: true };
  }
}

/** The intent's own form is filled; another one under way stays. */
function closedForm({ situation }: Work, intent: string): { form?: null } {
  const { form } = situation.memory;
  return form && 'intent' in form && form.intent === intent ? { form: null } : {};
}

function confirmForm({ turn }: Work, intent: string, change: PreparedChange, message: MessageDraft): FormInProgress {
  const token = message.card?.type === 'confirm' ? message.card.token : turn.message.id;
  return {
    kind: 'confirm',
    token,
    intent,
    change: {
      kind: change.kind,
      targetId: change.targetId,
      priceDifferenceFen: String(change.priceDifferenceFen),
      effectiveOn: change.effectiveOn,
      ...(change.boundUntil === null ? {} : { boundUntil: change.boundUntil }),
    },
  };
}

/** With an intent decided its own articles weigh most, whatever the router had thought of the words alone. */
export function questionOf({ turn, situation, locale }: Work, text: string, intent: string | null): Question {
  const { conversation, message, today, onPiece } = turn;
  const { ranking, entities, outOfScope } = situation.reading;
  const others = ranking.filter((score) => score.intent !== intent);
  const own = ranking.find((score) => score.intent === intent)?.confidence ?? 0;
  return {
    text,
    locale,
    today,
    entities,
    ranking: intent === null ? ranking : [{ intent, confidence: Math.max(own, DECIDED) }, ...others.map((score) => ({ ...score, confidence: Math.min(score.confidence, 1 - DECIDED) }))],
    outOfScope: intent === null ? outOfScope : Math.min(outOfScope, 1 - DECIDED),
    msisdn: conversation.identity?.msisdn ?? null,
    onPiece: (piece) => onPiece(pieceId(message.id), piece),
  };
}

/** Pieces of an answer in the making are shown under the id the finished message will have. */
function pieceId(messageId: string): string {
  return `${messageId}-answer`;
}

/** From its own articles; with none that fits, that is said and a person offered. */
async function answerFromArticles(means: Means, work: Work, need: ChosenNeed): Promise<Outcome> {
  const { intent, text } = need;
  const found = await means.knowledge.find(questionOf(work, text, intent));
  const topic = { intent, slots: {} };
  switch (found.kind) {
    case 'answer': {
      const buttons = intentButtons(work, NEXT_STEPS[intent] ?? []);
      return { messages: [articleMessage(work, found.answer, { intent, buttons })], topic, tried: [{ intent, outcome: 'answered' }], result: 'answered' };
    }
    case 'perhaps':
      return { ...perhaps(work, found.articles), topic, tried: [{ intent, outcome: 'clarified' }] };
    case 'nothing':
      return {
        messages: [say(work, work.words.notInKnowledge(nameOf(work, intent)), { intent, buttons: [personButton(work)] })],
        topic,
        tried: [{ intent, outcome: 'fallback' }],
        result: 'failed',
        offersPerson: true,
      };
  }
}

export function articleMessage(work: Work, answer: KnowledgeAnswer, extra: Partial<MessageDraft> = {}): MessageDraft {
  const { words, turn } = work;
  const sources = answer.citations.map(({ title }) => words.source(title)).join('');
  const before = answer.inPlaceOf === null ? '' : `${words.withdrawn(answer.inPlaceOf)}\n`;
  return say(work, `${before}${answer.text}\n${sources}`, {
    citations: answer.citations,
    ...(answer.isGenerated ? { ai: true, id: pieceId(turn.message.id) } : {}),
    ...extra,
  });
}

export function perhaps(work: Work, articles: readonly { readonly id: string; readonly title: string }[]): Outcome {
  const choices = articles.map(({ id, title }) => ({ id: `article:${id}`, label: title }));
  const text = listed(work.words.perhapsArticles, choices);
  return { messages: [say(work, text, { buttons: [...choices, personButton(work)] })], result: 'neutral', asksBack: true };
}
