/** Rules that come before any answer: danger, fraud, the wish for a person, and how the subscriber feels. */
import { callsUsCheats, isAbuse } from './abuse.js';
import type { Decision } from '../domain/decision.js';
import { isGivingUp } from '../domain/giving-up.js';
import { fits, heardOnce } from '../domain/heard.js';
import { PERSON_INTENT } from '../domain/intent.js';
import { askedOn } from './asked-on.js';
import { leavesLine } from './bare-words.js';
import { asksOfRegulator } from './orders.js';
import { asksOfChildsPapers } from './siblings.js';
import { pointsOnly } from '../understanding/pointing.js';
import { asksWhoMayCome, clearIntent, clearNeeds, confidenceOf, isNo, isYes, kindOf, normalText, valueOf } from './situation.js';
import type { Situation } from './situation.js';

const LIFE = /自杀|轻生|不想活|活不下去|想死了?算了|跳楼|了结(自己|生命)|结束(自己的)?生命|\b(kill myself|suicide|suicidal|end my life|want to die)\b/i;
/** Told of somebody else's fraud story, or as a figure of speech. */
const NOT_LIFE = /笑死|累死|气死|烦死|热死|话费自杀|手机自杀/;

const isOfLife = heardOnce((text) => LIFE.test(text) && !NOT_LIFE.test(text));

export function dangerToLife({ text }: Situation): Decision | null {
  if (!isOfLife(text)) return null;
  return { rule: 'danger-to-life', kind: 'handoff', reason: 'unhappy', intent: null };
}

/** In the line, and no longer wishing to be: the way out is shown, and the place stays until it is taken. */
export function leaveLine({ isQueued, action, text, memory }: Situation): Decision | null {
  const isLeaving = leavesLine(text) || (memory.form === null && isGivingUp(text) && !ENDS_SOMETHING.test(text));
  return isQueued && !action && isLeaving ? { rule: 'leave-line', kind: 'courtesy', intent: 'leave_line' } : null;
}

/** The urgent intent this message has, on less evidence than any other needs. */
export function isUrgentNow(situation: Situation): string | null {
  const { reading, intents } = situation;
  const ofNeeds = reading.needs.find((need) => need.isAccepted && intents.get(need.ranking[0]?.intent ?? '')?.isUrgent)?.ranking[0]?.intent;
  if (ofNeeds !== undefined) return ofNeeds;
  const [top] = reading.ranking;
  if (!top || !intents.get(top.intent)?.isUrgent) return null;
  return reading.isAccepted || confidenceOf(situation, top.intent) >= valueOf(situation, 'dangerConfidence') ? top.intent : null;
}

/** 「能让我老婆去补不」: whether somebody may go in one's place. */
const asksForKin = fits(/^(?:那|请问|我|[\s,，])*(?:能不能|可不可以|能|可以)(?:让|叫|找|请|由)?我?的?(?:老[公婆伴]|媳妇|爱人|儿子|女儿|闺女|孩子|[爸妈]妈?爸?|父母|家里?人|朋友|同事)(?:帮|替|代|去|来|我)+[^,，。]{0,4}(?:补|办|取|领|拿|交|弄|换)[^,，。]{0,3}(?:不|吗|么|行不行|可以不)?[?？。]*$|^(?:so |and )?(?:can|could|may) my (?:husband|wife|partner|mother|mum|mom|father|dad|son|daughter|brother|sister|friend)\b(?!.*\b(?:scam|stole|fraud|hack))/iu);

export function fraud(situation: Situation): Decision | null {
  if (callsUsCheats(situation.text) || asksForKin(situation.text) || asksOfChildsPapers(situation.text)) return null;
  const intent = isUrgentNow(situation);
  return intent === null ? null : { rule: 'fraud', kind: 'handoff', reason: 'fraud', intent };
}

/** The intent tells which skill group: what the message is about besides the person, else the topic under way. */
export function asksForPerson(situation: Situation): Decision | null {
  const { reading, memory } = situation;
  if (!reading.asksForPerson || asksWhoMayCome(situation)) return null;
  const about = clearNeeds(situation).find(({ intent }) => intent !== PERSON_INTENT);
  return { rule: 'asks-for-person', kind: 'handoff', reason: 'asked', intent: about?.intent ?? memory.topic?.intent ?? null };
}

/** 「取消」 may be the wish to end a service. */
const ENDS_SOMETHING = /取消|cancel/iu;

export function answersOffer(situation: Situation): Decision | null {
  const { memory, text } = situation;
  if (!memory.hasOfferedPerson || situation.action) return null;
  if (isYes(text) || pointsOnly(text)) return { rule: 'answers-offer', kind: 'handoff', reason: 'asked', intent: memory.topic?.intent ?? null };
  return isNo(text) || (isGivingUp(text) && !ENDS_SOMETHING.test(text)) ? { rule: 'answers-offer', kind: 'courtesy', intent: 'offer_declined' } : null;
}

/** One angry message, a sour trend, or the same question over and over. A wish that brings a person anyway needs no offer. */
export function unhappy(situation: Situation): Decision | null {
  const { reading, memory } = situation;
  const isAbusive = isAbuse(situation.text) && situation.action === null;
  const isAngry = isAbusive || reading.mood.label === 'angry';
  if (!isAngry && (memory.hasOfferedPerson || !(isSouring(situation) || isRepeating(situation)))) return null;
  if (isKindWord(clearIntent(situation)) || (!isAbusive && asksOfRegulator(situation.text))) return null;
  // Nothing is looked up behind an insult: 「垃圾」 is no question about spam.
  const on = isAbusive || situation.action ? null : askedOn(situation);
  const needs = isAbusive ? [] : on ? [on] : clearNeeds(situation);
  if (needs.some(({ intent }) => kindOf(situation, intent) === 'handoff')) return null;
  return { rule: 'unhappy', kind: 'offer-person', reason: 'unhappy', then: needs };
}

/** Whoever praises or thanks is not unhappy, whatever strong words they use. */
function isKindWord(intent: string | null): boolean {
  return intent === 'feedback_praise' || intent === 'thanks';
}

function isSouring(situation: Situation): boolean {
  const { reading, memory } = situation;
  if (reading.mood.label === 'calm') return false;
  const scores = [...memory.moods.slice(-2), reading.mood.score];
  if (situation.isElder) return true;
  return scores.length === 3 && scores.reduce((sum, score) => sum + score, 0) / 3 >= valueOf(situation, 'moodTrend');
}

function isRepeating(situation: Situation): boolean {
  const text = normalText(situation.text);
  const intent = clearIntent(situation);
  // What only switches something does so every time it is said.
  if (text.length < 3 || situation.action || (intent !== null && kindOf(situation, intent) === 'control')) return false;
  const before = situation.memory.recent.filter((recent) => recent === text).length;
  const isUnanswered = situation.memory.failedTurns > 0 || situation.reading.mood.label !== 'calm';
  return before >= valueOf(situation, 'repeats') || (before >= 1 && isUnanswered);
}
