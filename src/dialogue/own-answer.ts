/** What the operator itself says on an intent: its words for this channel, its buttons, and for whom and when they hold. */
import { answerOf, isInForce } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { Button } from '../domain/message.js';
import { questionOf } from './from-articles.js';
import type { Means } from './means.js';
import { intentButton, nameOf, personButton, say, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

/** Null when neither dates nor limits stand in the way and the operator wrote no answer of its own. */
export function ownAnswer(work: Work, definition: IntentDefinition, isSuited: boolean): Outcome | null {
  if (!isInForce(definition, work.turn.today)) return notOffered(work, definition, work.words.notOffered);
  if (!isSuited) return notOffered(work, definition, work.words.notForYou);
  const text = definition.kind === 'skill' ? null : wordsOf(work, definition);
  if (text === null) return null;
  const { id: intent } = definition;
  return { messages: [say(work, text, { intent })], topic: { intent, slots: {} }, tried: [{ intent, outcome: 'answered' }], result: 'answered' };
}

export function wordsOf({ locale, turn }: Work, definition: IntentDefinition): string | null {
  return answerOf(definition, locale, turn.conversation.channel);
}

/** The assistant's own courtesies keep what they do; only their words and buttons are the operator's. */
export function inOwnWords(work: Work, intent: string, outcome: Outcome): Outcome {
  const definition = work.revision.intents.get(intent);
  const [first, ...rest] = outcome.messages;
  if (!definition || !first) return outcome;
  const text = wordsOf(work, definition);
  return withOwnButtons(work, intent, text === null ? outcome : { ...outcome, messages: [{ ...first, text }, ...rest] });
}

export function withOwnButtons(work: Work, intent: string, outcome: Outcome): Outcome {
  const buttons = buttonsOf(work, intent);
  return buttons.length === 0 || outcome.result === 'failed' || outcome.verification ? outcome : { ...outcome, messages: withButtons(outcome.messages, buttons) };
}

function buttonsOf(work: Work, intent: string): readonly Button[] {
  const { revision, locale, turn } = work;
  return (revision.intents.get(intent)?.buttons ?? []).flatMap((button): Button[] => {
    const label = button.label?.[locale];
    if ('person' in button) return [{ ...personButton(work), ...(label === undefined ? {} : { label }) }];
    if ('article' in button) {
      const title = (revision.articles.get(`${button.article}.${locale}`) ?? revision.articles.get(`${button.article}.${locale === 'en' ? 'zh-CN' : 'en'}`))?.title;
      return title === undefined ? [] : [{ id: `article:${button.article}`, label: label ?? title }];
    }
    const target = revision.intents.get(button.intent);
    return target && isInForce(target, turn.today) ? [{ ...intentButton(work, target), ...(label === undefined ? {} : { label }) }] : [];
  });
}

export function isForAll({ plans = [], regions = [] }: IntentDefinition): boolean {
  return plans.length + regions.length === 0;
}

/** Of what is for some: whether it is for this subscriber. */
export function suits({ knowledge }: Means, work: Work, { id, plans = [], regions = [] }: IntentDefinition): Promise<boolean> {
  return knowledge.suits({ plans, regions }, questionOf(work, work.situation.text, id));
}

function notOffered(work: Work, { id }: IntentDefinition, words: (topic: string) => string): Outcome {
  return { messages: [say(work, words(nameOf(work, id)), { intent: id, buttons: [personButton(work)] })], tried: [{ intent: id, outcome: 'fallback' }], result: 'failed', offersPerson: true };
}
