/** Passing on to a person: with whom, how urgently, under which headline, and what is said on the way. */
import { HEADLINE_CHARS, PRIORITY } from '../domain/conversation.js';
import type { HandoffReason, Priority } from '../domain/conversation.js';
import type { ChosenNeed } from '../domain/decision.js';
import { PERSON_INTENT } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { MessageDraft } from '../domain/message.js';
import type { Announcing, HandoffWish } from '../domain/reply.js';
import { shortened } from '../domain/text-ends.js';
import { say } from './outcome.js';
import { bareAnswerIn } from './bare-words.js';
import type { Outcome, Work } from './outcome.js';
import { clearIntent } from './situation.js';

/** 「人工」: nothing fits beside the wish. */
const BARE_WISH = 3;

export interface Handing {
  readonly reason: HandoffReason;
  readonly intent: string | null;
  /** What the agent reads first; without one, the topic and the subscriber's own words. */
  readonly headline?: string;
}

export function handoffWish(work: Work, { reason, intent, headline }: Handing): HandoffWish {
  const definition = intent === null ? undefined : work.revision.intents.get(intent);
  return {
    reason,
    skillGroup: definition?.skillGroup ?? 'general',
    priority: priorityOf(work, reason, definition),
    headline: headline ?? headlineOf(work, definition),
  };
}

function priorityOf({ situation, rule }: Work, reason: HandoffReason, definition: IntentDefinition | undefined): Priority {
  if (rule === 'danger-to-life' || reason === 'fraud' || definition?.isUrgent) return PRIORITY.urgent;
  if (situation.isElder) return PRIORITY.elder;
  return reason === 'unhappy' || situation.reading.mood.label !== 'calm' ? PRIORITY.unhappy : PRIORITY.normal;
}

function headlineOf({ turn, locale, situation }: Work, definition: IntentDefinition | undefined): string {
  const name = definition?.id === PERSON_INTENT ? undefined : definition?.names[locale];
  // Neither 「要」 nor, beside a topic, the bare wish for a person says anything that an agent could read first.
  const isBareWish = name !== undefined && situation.reading.asksForPerson && (clearIntent(situation) === PERSON_INTENT || [...turn.message.text.trim()].length <= BARE_WISH);
  const said = turn.message.action || isBareWish || bareAnswerIn(turn.message.text) !== null ? '' : turn.message.text.replace(/\s+/g, ' ').trim();
  const joint = locale === 'en' ? ': ' : '：';
  const whole = name === undefined ? said : said === '' ? name : `${name}${joint}${said}`;
  return shortened(whole, HEADLINE_CHARS);
}

/** A wish for a person is honoured at once; whoever already waits keeps the place. */
export function handOver(work: Work, handing: Handing): Outcome {
  const { words, situation, rule } = work;
  const { reason, intent } = handing;
  const isAsked = reason === 'asked';
  if (isAsked && situation.isQueued) return { messages: [say(work, words.handoff.alreadyWaiting, { intent: PERSON_INTENT })], form: null, result: 'neutral' };
  const announcing = rule === 'danger-to-life' ? words.passingOn.lifeInDanger : isAsked ? words.passingOn.asked : sentenceFor(work, intent);
  return {
    ...announced(work, handing, { announcing, intent: isAsked ? PERSON_INTENT : intent }),
    form: null,
    ...(intent === null || isAsked ? {} : { topic: { intent, slots: {} } }),
    result: 'neutral',
  };
}

/** Said as if somebody were there; whoever stores it knows better. */
export function announced(work: Work, handing: Handing, { announcing, intent }: { readonly announcing: Announcing; readonly intent: string | null }): Pick<Outcome, 'messages'> & { readonly handoff: HandoffWish } {
  return { messages: [say(work, announcing.now, intent === null ? {} : { intent })], handoff: { ...handoffWish(work, handing), announcing } };
}

function sentenceFor(work: Work, intent: string | null): Announcing {
  const { passingOn } = work.words;
  const definition = intent === null ? undefined : work.revision.intents.get(intent);
  if (!definition) return passingOn.asked;
  if (definition.isUrgent) return passingOn.fraud;
  switch (definition.id) {
    case 'complaint':
      return passingOn.complaint;
    case 'leave_intent':
      return passingOn.leaving;
    case 'enterprise':
      return passingOn.enterprise;
    default:
      return passingOn.general(definition.names[work.locale]);
  }
}

/** What the articles say on the matter, to read while waiting. */
export function beforehand(work: Work, found: MessageDraft | null): readonly MessageDraft[] {
  if (!found) return [];
  return [{ ...found, text: `${work.words.handoff.beforehand}\n${found.text}` }];
}

export function isHandoff(work: Work, need: ChosenNeed): boolean {
  return work.revision.intents.get(need.intent)?.kind === 'handoff';
}
