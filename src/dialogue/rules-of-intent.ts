/** Rules for what is wanted: corrections, follow-ups, clear needs, courtesies, and what to do in doubt. */
import type { Decision } from '../domain/decision.js';
import { correction, followUp } from './follow-up.js';
import { forIntent } from './rules-of-forms.js';
import { clearIntent, confidenceOf, isClose, kindOf, severalNeeds, valueOf, wholeMessage } from './situation.js';
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
export function twoClose(situation: Situation): Decision | null {
  const { reading, memory } = situation;
  if (memory.hasAskedBack || memory.form?.kind === 'clarify') return null;
  const least = valueOf(situation, 'clarifyFrom');
  const likely = reading.ranking.filter(({ intent, confidence }) => confidence >= least && kindOf(situation, intent) !== 'control').slice(0, 2);
  const together = likely.reduce((sum, { confidence }) => sum + confidence, 0) * (1 - reading.outOfScope);
  const isWorthAsking = likely.length > 0 && (reading.isAccepted ? together >= least : likely.length === 2 && isClose(situation) && together >= 2 * least);
  return isWorthAsking ? { rule: 'two-close-intents', kind: 'clarify', options: likely.map(({ intent }) => intent) } : null;
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

export function nearestTopics(situation: Situation): readonly string[] {
  return situation.reading.ranking
    .filter(({ intent }) => kindOf(situation, intent) !== 'control' && intent !== 'human_agent')
    .filter(({ intent }, index) => index === 0 || confidenceOf(situation, intent) >= 0.02)
    .slice(0, 3)
    .map(({ intent }) => intent);
}
