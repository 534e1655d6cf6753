/** Rules for what is wanted: corrections, follow-ups, clear needs, courtesies, and what to do in doubt. */
import type { Decision } from '../domain/decision.js';
import { correction, followUp } from './follow-up.js';
import { forIntent } from './rules-of-forms.js';
import { clearIntent, isClose, kindOf, normalText, severalNeeds, valueOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';

export function afterSignIn(situation: Situation): Decision | null {
  const { decidedIntent } = situation;
  if (decidedIntent === null || !situation.intents.has(decidedIntent)) return null;
  return forIntent(situation, 'after-sign-in', followUpOf(situation, decidedIntent));
}

/** The month of 「那再上个月呢」 has to be found again after the sign-in. */
function followUpOf(situation: Situation, intent: string) {
  const again = followUp(situation);
  return again?.intent === intent ? again : { ...wholeMessage(situation, intent), confidence: 1 };
}

const SPEAK_ENGLISH = /(说|讲|用|换|切换|改).{0,3}(英文|英语)|^(英文|英语)[。.!！]*$|\b(speak|in|switch to) english\b/i;
const SPEAK_CHINESE = /(说|讲|用|换|切换|改).{0,3}(中文|汉语|普通话)|^中文[。.!！]*$|\b(speak|in|switch to) (chinese|mandarin)\b/i;

export function language(situation: Situation): Decision | null {
  if ([...situation.text].length > 40 || situation.action) return null;
  if (SPEAK_ENGLISH.test(situation.text)) return { rule: 'language', kind: 'courtesy', intent: 'language_en' };
  return SPEAK_CHINESE.test(situation.text) ? { rule: 'language', kind: 'courtesy', intent: 'language_zh' } : null;
}

export function corrected(situation: Situation): Decision | null {
  const need = correction(situation);
  return need && forIntent(situation, 'correction', need);
}

export function followed(situation: Situation): Decision | null {
  const need = followUp(situation);
  return need && forIntent(situation, 'follow-up', need);
}

export function several(situation: Situation): Decision | null {
  const needs = severalNeeds(situation);
  if (needs.length < 2) return null;
  return { rule: 'several-needs', kind: 'answer', needs };
}

export function clear(situation: Situation): Decision | null {
  const [need] = severalNeeds(situation);
  if (need) return forIntent(situation, 'clear-intent', need);
  const intent = clearIntent(situation);
  return intent === null ? null : forIntent(situation, 'clear-intent', wholeMessage(situation, intent));
}

/** At most one question back: whoever was just asked and is still not understood is not asked again. */
function mayAskBack({ memory }: Situation): boolean {
  return !memory.hasAskedBack && memory.form?.kind !== 'clarify';
}

const ONE_WORD = /^\p{Script=Han}{1,2}$|^[a-z]+$/u;

/** 「宽带」, "password": the ranking knows what people want with it, but not which of it. */
export function bareWord(situation: Situation): Decision | null {
  const [top] = situation.reading.ranking;
  const word = situation.text.normalize('NFKC').toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  if (!top || !mayAskBack(situation) || situation.action || !ONE_WORD.test(word)) return null;
  const definition = situation.intents.get(top.intent);
  if (!definition || definition.kind === 'control' || !situation.reading.isAccepted) return null;
  const isUsual = [...definition.examples['zh-CN'], ...definition.examples.en, ...Object.values(definition.names)].some((example) => normalText(example) === word);
  if (isUsual) return null;
  const options = situation.reading.ranking.map(({ intent }) => intent).filter((intent) => kindOf(situation, intent) !== 'control');
  return { rule: 'bare-word', kind: 'clarify', options: options.slice(0, valueOf(situation, 'mostChoices')) };
}

export function twoClose(situation: Situation): Decision | null {
  const { reading } = situation;
  if (!mayAskBack(situation)) return null;
  const ours = reading.ranking.filter(({ intent }) => kindOf(situation, intent) !== 'control');
  const [top, second] = ours;
  const least = valueOf(situation, 'clarifyFrom');
  if (!top || top.confidence < least) return null;
  const isWorthAsking = reading.isAccepted || (second !== undefined && second.confidence >= least && isClose(situation) && reading.outOfScope < 0.5);
  if (!isWorthAsking) return null;
  const options = ours.filter(({ confidence }, index) => index === 0 || confidence >= valueOf(situation, 'choiceFrom'));
  return { rule: 'two-close-intents', kind: 'clarify', options: options.slice(0, valueOf(situation, 'mostChoices')).map(({ intent }) => intent) };
}

export function outOfScope(situation: Situation): Decision | null {
  const { reading } = situation;
  if (reading.isAccepted || reading.outOfScope < valueOf(situation, 'danglingScope') || situation.memory.failedTurns > 0) return null;
  return { rule: 'out-of-scope', kind: 'courtesy', intent: 'out_of_scope' };
}

export function knowledge(situation: Situation): Decision {
  return { rule: 'knowledge', kind: 'knowledge', query: situation.text };
}

/** Said once with the nearest topics; the second time, or sooner for elders, a person is offered. */
export function fallback(situation: Situation): Decision {
  const { memory, reading } = situation;
  const patience = valueOf(situation, situation.isElder ? 'failedTurnsElder' : 'failedTurns');
  const offersPerson = memory.hasAskedBack || memory.failedTurns + 1 >= patience || reading.mood.label !== 'calm';
  return { rule: 'fallback', kind: 'fallback', nearest: nearestTopics(situation), offersPerson };
}

/** Of what the message may want, what the assistant can offer by itself. */
export function nearestTopics(situation: Situation): readonly string[] {
  return situation.reading.ranking
    .filter(({ intent }) => kindOf(situation, intent) === 'skill' || kindOf(situation, intent) === 'faq')
    .filter(({ confidence }) => confidence >= valueOf(situation, 'choiceFrom'))
    .slice(0, valueOf(situation, 'mostChoices'))
    .map(({ intent }) => intent);
}
