/** Rules for what is wanted: corrections, follow-ups, clear needs, courtesies, and what to do in doubt. */
import type { ChosenNeed, Decision } from '../domain/decision.js';
import { hasHan, heardOnce } from '../domain/heard.js';
import { PERSON_INTENT } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import { aspectsIn } from '../knowledge/aspects.js';
import { asksTogether } from '../skills/bills-together.js';
import { asksCostOfDay } from '../skills/usage-days.js';
import { askedOn, goesBeforeArticle } from './asked-on.js';
import { correction, followUp } from './follow-up.js';
import { otherLanguageOf } from './other-languages.js';
import { asksOfCompensation, asksOfRegulator, asksOurNumber, asOrdered, countsCalls, withoutEchoes } from './orders.js';
import { forIntent } from './rules-of-forms.js';
import { abroadWithout, asksOfGraduation, comingOver, goesOverNow } from './siblings.js';
import { asksToRegister } from './reporting-words.js';
import { askedBesideThanks } from './thanks.js';
import { asksWhoMayCome, clearIntent, confidenceOf, isClose, isUnheardWish, isUnnamedLeaving, kindOf, normalForm, normalText, OUT_OF_SCOPE, severalNeeds, valueOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';
import { wantsStillLarger, wantsUsualType } from './type-size.js';

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

/** The whole message is that wish: 「找个会说英语的人」 is a wish for a person. */
const SPEAK_ENGLISH = /^(请|麻烦)?(你|您)?(能不能|可不可以|能|可以)?(用|说|讲|换|切换|改)(成|到|为)?(英文|英语)(吗|回答|回复|交流|服务|版|界面|说|讲)?(我)?(吗|吧)?$|^(英文|英语)$|^((can|could) (you|we)|please|let'?s)? ?(please )?(speak|switch to|talk in|use|reply in|answer in) english( please)?$|^english please$|^in english( please)?$/i;
const SPEAK_CHINESE = /^(请|麻烦)?(你|您)?(能不能|可不可以|能|可以)?(用|说|讲|换|切换|改)(回|成|到|为)?(中文|汉语|普通话)(吗|回答|回复|交流|服务|版|界面|说|讲)?(我)?(吗|吧)?$|^中文$|^((can|could) (you|we)|please|let'?s)? ?(please )?(speak|switch to|talk in|use|reply in|answer in) (chinese|mandarin)( please)?$|^(chinese|mandarin) please$/i;

/** None of these wishes is put without the name of a language. */
const NAMES_LANGUAGE = /英|中文|汉语|普通话|english|chinese|mandarin/i;

/** Null where neither of ours is named. */
const askedFor = heardOnce((text): 'language_en' | 'language_zh' | null => {
  if (!NAMES_LANGUAGE.test(text)) return null;
  const plain = withoutMarks(text);
  return SPEAK_ENGLISH.test(plain) ? 'language_en' : SPEAK_CHINESE.test(plain) ? 'language_zh' : null;
});

const withoutMarks = heardOnce((text) => text.normalize('NFKC').replace(/[.。!！?？,，]/g, '').trim());

/** Whoever asks for a person in any language gets one. */
function otherLanguage({ text, action, reading, memory }: Situation): Decision | null {
  if (action || reading.asksForPerson || memory.form !== null || otherLanguageOf(text) === null) return null;
  return { rule: 'language', kind: 'courtesy', intent: 'language_other' };
}

export function language(situation: Situation): Decision | null {
  const { text, action } = situation;
  if (action) return null;
  if (text.length > 60) return otherLanguage(situation);
  const mayBeOfType = situation.isElder && situation.memory.form === null;
  if (mayBeOfType && wantsUsualType(withoutMarks(text))) return { rule: 'language', kind: 'courtesy', intent: 'elder_mode' };
  if (mayBeOfType && wantsStillLarger(withoutMarks(text))) return { rule: 'language', kind: 'courtesy', intent: 'elder_most' };
  const intent = askedFor(text);
  return intent === null ? otherLanguage(situation) : { rule: 'language', kind: 'courtesy', intent };
}

export function corrected(situation: Situation): Decision | null {
  // 「不用来了」 and "no need to come" begin like one.
  const need = situation.reading.correction === 'intent' && askedOn(situation) ? null : correction(situation);
  return need && forIntent(situation, 'correction', need);
}

/** Behind this the id of the article that is asked on about. */
export const OF_ARTICLE = 'of-article:';

/** Behind this the intent whose articles are asked on about: nothing was quoted, but it is what the talk is of. */
export const OF_TOPIC = 'of-topic:';

export function followed(situation: Situation): Decision | null {
  const { action, memory, reading } = situation;
  const { article } = memory;
  const asksOn = !action && (!reading.asksForPerson || asksWhoMayCome(situation)) && !goesBeforeArticle(situation) && aspectsIn(reading.asked, reading.locale).length > 0;
  if (asksOn && !situation.isUntold && (memory.form === null || memory.form.kind === 'clarify') && article !== undefined) return { rule: 'follow-up', kind: 'knowledge', query: `${OF_ARTICLE}${article}` };
  const need = followUp(situation);
  const matter = asksOn && !situation.isUntold && (need === null || need.confidence < 1) ? matterOf(situation) : null;
  if (matter !== null) return { rule: 'follow-up', kind: 'knowledge', query: `${OF_TOPIC}${matter}` };
  return need && forIntent(situation, 'follow-up', need);
}

/** 「怎么开通」 and 「能退吗」 may be all that is needed to know what is wanted. */
const NAMES_WHAT_IS_DONE: ReadonlySet<string> = new Set(['how', 'undoing', 'ends-it']);

/** 「要几个人来」, 「要不要人在家」: of the visit that is talked of, or else of the one everybody has first. */
const OF_A_VISIT: ReadonlySet<string> = new Set(['how-many-come', 'at-home']);
const REPAIRED: ReadonlySet<string> = new Set(['broadband_fault', 'ticket_progress', 'no_signal']);

function visitOf({ memory: { topic }, intents }: Situation): string | null {
  const of = topic !== null && REPAIRED.has(topic.intent) ? 'broadband_fault' : 'broadband_install';
  return intents.has(of) ? of : null;
}

/** What is being asked for goes before what was talked of; a card answers for itself. */
function matterOf(situation: Situation): string | null {
  const { memory: { form, topic }, intents } = situation;
  if (form === null && situation.reading.asked.some((asked) => OF_A_VISIT.has(asked))) return visitOf(situation);
  const asked = form?.kind === 'slots' ? form.intent : form?.kind === 'verify' ? form.pendingIntent : null;
  const matter = form === null || form.kind === 'verify' ? (asked ?? topic?.intent ?? null) : asked;
  const kind = matter === null ? undefined : intents.get(matter)?.kind;
  if (kind === 'skill' && form === null && situation.reading.asked.some((asked) => NAMES_WHAT_IS_DONE.has(asked)) && clearIntent(situation) !== null) return null;
  return kind === 'skill' || kind === 'faq' || (kind === 'handoff' && matter !== PERSON_INTENT) ? matter : null;
}

export function several(situation: Situation): Decision | null {
  if (comingOver(situation)) return null;
  const abroad = abroadWithout(situation);
  if (abroad) return forIntent(situation, 'several-needs', abroad);
  const all = severalNeeds(situation);
  const needs = all.length < 2 ? all : eachOnce(withoutEchoes(all.map((need) => asOrdered(situation, need))));
  if (needs.length < 2) return null;
  return { rule: 'several-needs', kind: 'answer', needs };
}

/** Two pieces may turn out to want the same. */
function eachOnce(needs: readonly ChosenNeed[]): readonly ChosenNeed[] {
  return needs.filter(({ intent }, index) => needs.findIndex((other) => other.intent === intent) === index);
}

/** By what is asked, where the words alone leave it open: a hotline of those who watch over us, money for an outage. */
function unnamed(situation: Situation): string | null {
  if (asksOfRegulator(situation.text) && situation.intents.has('complaint')) return 'complaint';
  if ((asksTogether(situation.text) || asksCostOfDay(situation.text)) && situation.intents.has('bill_query')) return 'bill_query';
  if (goesOverNow(situation.text) && situation.intents.has('bill_explain')) return 'bill_explain';
  if (countsCalls(situation.text) && situation.intents.has('voice_usage_query')) return 'voice_usage_query';
  return asksOfCompensation(situation) || asksOfGraduation(situation.text) ? 'plan_rules' : null;
}

/** 「那补卡的就不用了吧」 leaves one thing, and not the talk. */
const declinesThing = heardOnce((text) => /(?:卡|套餐|流量|宽带|业务|账单|包|充值|师傅|工单|投诉|退费|发票)(?:的|这个|那个|就|也|先|我)*(?:不用|不要|不必|不需要|不办|不弄)(?:办|弄|补|了|啦|吧|[。.!！~\s])*$/u.test(text.trim()));

/** 「我不想买包」, "i don't want to buy a pack": orders nothing. */
const declinesOrder = heardOnce((text) => /^(?:我|可是?|但是?|那|就是|都|真的?|也|还|[\s,，])*(?:不想|不打算|不愿意?|懒得|没必要|不需要)(?:再|去|要)*(?:买|订|加|办|换|充)(?:什么|那个|这个|个|流量|加油|月|日)*(?:包|套餐|卡)(?:了|啊|呀|吧|[\s。.!！])*$|^(?:but |no |well |[\s,])*i (?:do ?n.?t|do not) (?:want|need|like) to (?:buy|get|order|add|change|switch) (?:a |any |another |my |the )?(?:data )?(?:packs?|plans?)[\s.!]*$/iu.test(text.normalize('NFKC').trim()));
const ORDERING: ReadonlySet<string> = new Set(['data_pack_buy', 'plan_change']);

/** Of money that was told of, a claim; of anything else what is to be registered is asked. */
const OF_MONEY: ReadonlySet<string> = new Set(['bill_query', 'bill_explain', 'vas_query']);
const REGISTERED = ['no_signal', 'broadband_fault', 'recharge_not_received', 'complaint'] as const;

/** 「那你给我登记」 where nothing that was offered is taken by it. */
function registers({ text, action, intents, memory: { topic } }: Situation): Decision | null {
  if (action || !asksToRegister(text)) return null;
  if (topic !== null && OF_MONEY.has(topic.intent) && intents.has('refund_dispute')) return { rule: 'clear-intent', kind: 'handoff', reason: 'intent', intent: 'refund_dispute' };
  return { rule: 'clear-intent', kind: 'clarify', options: REGISTERED.filter((intent) => intents.has(intent)) };
}

const OUR_NUMBER = { zh: '客服电话是多少', en: 'what is your phone number' };

export function clear(situation: Situation): Decision | null {
  if (!situation.action && asksOurNumber(situation.text) && situation.intents.has('service_hours')) return forIntent(situation, 'clear-intent', { intent: 'service_hours', confidence: 1, text: OUR_NUMBER[hasHan(situation.text) ? 'zh' : 'en'], entities: [] });
  const joining = comingOver(situation);
  if (joining) return forIntent(situation, 'clear-intent', joining);
  const toRegister = registers(situation);
  if (toRegister) return toRegister;
  const [need] = withoutEchoes(severalNeeds(situation));
  if (need) return forIntent(situation, 'clear-intent', asOrdered(situation, need));
  const intent = clearIntent(situation) ?? unnamed(situation);
  if ((intent === 'goodbye' || intent === 'sim_lost') && declinesThing(situation.text)) return { rule: 'clear-intent', kind: 'courtesy', intent: 'offer_declined' };
  if (intent !== null && ORDERING.has(intent) && declinesOrder(situation.text)) return { rule: 'clear-intent', kind: 'courtesy', intent: 'offer_declined' };
  if (intent === 'thanks' && askedBesideThanks(situation.text) !== null) return null;
  return intent === null ? null : forIntent(situation, 'clear-intent', asOrdered(situation, wholeMessage(situation, intent)));
}

/** At most one question back: whoever was just asked and is still not understood is not asked again. */
function mayAskBack({ memory }: Situation): boolean {
  return !memory.hasAskedBack && memory.form?.kind !== 'clarify';
}

/** Beyond this something is named, or nothing is meant. */
const LONGEST_BARE = 80;
const ONE_WORD = /^\p{Script=Han}{1,2}$|^[a-z]+$/u;
const WORD_OF_MINE = /^我的\p{Script=Han}{1,2}$|^my [a-z]+$/u;
/** One letter has one place in it: what can be read in two ways takes time without end where it does not fit. */
const NAMES_NOTHING =
  /^([我你们您的了吗呢吧啊呀这那个些里边家是有在要想能会请帮忙给把就都也还再一下点看查问办理弄搞处改换用开打不没行好坏怎么咋样什啥回事情题东西收到知道意思底和跟为方面])+$|^((i|my|me|you|your|it|its|the|a|an|this|that|these|thing|things|something|stuff|is|was|does|do|did|not|doesn'?t|don'?t|isn'?t|can|can'?t|could|please|help|fix|check|look|at|see|work|works|working|stop|stopped|want|need|to|know|about|what|how|wrong|broken|problem|issue|have|got|with|there|send|sent|and|of|for|go|up|on|again) ?)+$/u;

const wordsOf = heardOnce((text) => text.normalize('NFKC').toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''));
const isBare = heardOnce((text) => ONE_WORD.test(wordsOf(text)) || WORD_OF_MINE.test(wordsOf(text)) || NAMES_NOTHING.test(wordsOf(text)));

/** Told of the account without changing anything: with the number known, that is what most people want with its bare name, and the rest is a tap away. */
const TOLD_AT_ONCE: ReadonlySet<string> = new Set(['balance_query', 'bill_query', 'data_usage_query', 'voice_usage_query', 'plan_current', 'vas_query', 'points_query', 'contract_end', 'ticket_progress', 'recharge_not_received']);
const FIRST_TOLD_FROM = 0.75;

function isTold(situation: Situation, intent: string): boolean {
  return situation.isSignedIn && !NAMES_NOTHING.test(wordsOf(situation.text)) && TOLD_AT_ONCE.has(intent) && clearIntent(situation) === intent && confidenceOf(situation, intent) >= FIRST_TOLD_FROM;
}

/** 「宽带」, "password", 「有个东西坏了」: the ranking knows what people want with it, but not which of it. */
export function bareWord(situation: Situation): Decision | null {
  const { ranking, isAccepted } = situation.reading;
  const [top] = ranking;
  if (situation.text.length > LONGEST_BARE) return null;
  if (!top || !isAccepted || situation.action || !mayAskBack(situation) || !isBare(situation.text)) return null;
  if (isUsual(situation, top.intent)) return null;
  if (isTold(situation, top.intent)) return forIntent(situation, 'bare-word', wholeMessage(situation, top.intent));
  if (WORD_OF_MINE.test(wordsOf(situation.text)) && TOLD_AT_ONCE.has(top.intent)) return null;
  const options = ranking.map(({ intent }) => intent).filter((intent) => kindOf(situation, intent) !== 'control' && intent !== PERSON_INTENT);
  return { rule: 'bare-word', kind: 'clarify', options: options.slice(0, valueOf(situation, 'mostChoices')) };
}

/** Editors gave just these words as an example of the intent. */
function isUsual({ intents, text }: Situation, intent: string): boolean {
  const definition = intents.get(intent);
  return definition !== undefined && usualFor(definition).has(normalText(text));
}

const USUAL = new WeakMap<IntentDefinition, ReadonlySet<string>>();

function usualFor(definition: IntentDefinition): ReadonlySet<string> {
  const known = USUAL.get(definition);
  if (known) return known;
  const { examples, names } = definition;
  const usual = new Set([...examples['zh-CN'], ...examples.en, ...Object.values(names)].map(normalForm));
  USUAL.set(definition, usual);
  return usual;
}

/** Only among what the ranking holds: no text can talk a model into anything else. */
export function modelChoice(situation: Situation): Decision | null {
  const { chosen } = situation;
  if (chosen === undefined) return null;
  const rule = 'model-choice';
  if (chosen === OUT_OF_SCOPE) return situation.reading.mood.label === 'calm' ? { rule, kind: 'courtesy', intent: 'out_of_scope' } : null;
  return choicesForModel(situation).includes(chosen) ? forIntent(situation, rule, asOrdered(situation, wholeMessage(situation, chosen))) : null;
}

const MOST_CHOICES_FOR_MODEL = 5;

/** What a model may choose from, best first; empty where it has no say: in a form, and when a person is asked for. */
export function choicesForModel(situation: Situation): readonly string[] {
  const { reading, memory, action } = situation;
  const isBusy = memory.form !== null && memory.form.kind !== 'clarify';
  if (isBusy || action || reading.asksForPerson) return [];
  return reading.ranking
    .filter(({ intent }) => intent !== PERSON_INTENT && situation.intents.has(intent) && kindOf(situation, intent) !== 'control')
    .filter(({ confidence }) => confidence >= valueOf(situation, 'choiceFrom'))
    .slice(0, MOST_CHOICES_FOR_MODEL)
    .map(({ intent }) => intent);
}

export function twoClose(situation: Situation): Decision | null {
  const { reading } = situation;
  if (!mayAskBack(situation)) return null;
  const ours = reading.ranking.filter(({ intent }) => kindOf(situation, intent) !== 'control' && !isUnheardWish(situation, intent) && !isUnnamedLeaving(situation, intent));
  const [top, second] = ours;
  const least = valueOf(situation, 'clarifyFrom');
  if (!top || top.confidence < least) return null;
  const isWorthAsking = reading.isAccepted || (second !== undefined && second.confidence >= least && isClose(situation) && reading.outOfScope < 0.5);
  if (!isWorthAsking) return null;
  const options = ours.filter(({ confidence }, index) => index === 0 || confidence >= valueOf(situation, 'choiceFrom'));
  return { rule: 'two-close-intents', kind: 'clarify', options: options.slice(0, valueOf(situation, 'mostChoices')).map(({ intent }) => intent) };
}

/** Whoever is unhappy is not told that it is none of our business: what comes after offers a person. */
export function outOfScope(situation: Situation): Decision | null {
  const { reading } = situation;
  if (reading.mood.label !== 'calm') return null;
  if (reading.isAccepted || reading.outOfScope < valueOf(situation, 'danglingScope') || situation.memory.failedTurns > 0) return null;
  return { rule: 'out-of-scope', kind: 'courtesy', intent: 'out_of_scope' };
}

export function knowledge(situation: Situation): Decision {
  return { rule: 'knowledge', kind: 'knowledge', query: askedBesideThanks(situation.text) ?? situation.text };
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
