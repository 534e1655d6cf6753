/** All that deciding looks at, as plain data, and the few questions every rule asks of it. */
import type { ChosenNeed } from '../domain/decision.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import type { DialogueSettings, ValueName } from '../domain/dialogue-settings.js';
import { isGivingUp } from '../domain/giving-up.js';
import { fits, hasHan, heardOnce, plainText } from '../domain/heard.js';
import { PERSON_INTENT } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Wordless } from '../domain/message.js';
import type { Reading } from '../domain/reading.js';
import { takesOffer } from './reporting-words.js';

export interface Situation {
  readonly text: string;
  readonly action: { readonly id: string; readonly value?: string } | null;
  readonly hasAttachment: boolean;
  readonly wordless: Wordless | null;
  readonly reading: Reading;
  readonly memory: DialogueMemory;
  readonly locale: Locale;
  readonly isQueued: boolean;
  readonly isElder: boolean;
  /** The number is verified: what is on the account can be told. */
  readonly isSignedIn: boolean;
  readonly decidedIntent: string | null;
  /** What a language model chose where the rules alone were unsure: an intent, or `out_of_scope`. */
  readonly chosen?: string;
  /** What is asked on stands in no article of the matter. */
  readonly isUntold?: true;
  readonly intents: ReadonlyMap<string, IntentDefinition>;
  readonly settings: DialogueSettings;
}

/** A model's word for what is none of our business. */
export const OUT_OF_SCOPE = 'out_of_scope';

export function valueOf(situation: Situation, name: ValueName): number {
  return situation.settings.values[name];
}

export function kindOf(situation: Situation, intent: string): IntentDefinition['kind'] | null {
  return situation.intents.get(intent)?.kind ?? null;
}

/** 「他不方便来」 right after an article is of who has to come, and no wish for somebody to. */
export function asksWhoMayCome({ reading: { asked }, memory: { article, form } }: Situation): boolean {
  return article !== undefined && form === null && asked.includes('cannot-come');
}

/** So few words that the talk before may be meant. */
export function isShort(situation: Situation): boolean {
  const { text } = situation;
  return situation.reading.locale === 'en' && !hasHan(text) ? wordsIn(text) <= valueOf(situation, 'followUpWords') : charactersIn(text) <= valueOf(situation, 'followUpChars');
}

const wordsIn = heardOnce((text) => text.trim().split(/\s+/).length);
const charactersIn = heardOnce((text) => [...text].length);

export function confidenceOf(situation: Situation, intent: string): number {
  return situation.reading.ranking.find((score) => score.intent === intent)?.confidence ?? 0;
}

/** The intent the message surely has, or null: accepted by the router, sure enough, and not close to another. */
export function clearIntent(situation: Situation): string | null {
  const [top] = situation.reading.ranking;
  if (!top || !situation.reading.isAccepted || isUnheardWish(situation, top.intent) || isUnnamedType(situation, top.intent) || isUnnamedRecord(situation, top.intent) || isAskedFarewell(situation, top.intent) || isUnnamedLeaving(situation, top.intent)) return null;
  const least = valueOf(situation, top.intent === 'goodbye' ? 'farewellSureness' : 'clearSureness');
  return surenessOf(situation) < least || isClose(situation) ? null : top.intent;
}

/** 「换个号」 is like asking for a person in its words; the ear for persons knows better. */
export function isUnheardWish({ reading, intents }: Situation, intent: string): boolean {
  return intent === PERSON_INTENT && intents.has(intent) && !reading.asksForPerson;
}

const NAMES_TYPE = /字|大|老|长辈|年纪|简单|模式|版|看不|眼|清楚|视力|\b(?:elder\w*|senior|old|large\w*|bigger|big|font|type|print|text|letters?|simpl\w*|mode|version|see|read|eyes?|sight)\b/iu;

/** 「能转成普通的不」 after plans is of a plan: nobody gets larger type that names none. */
function isUnnamedType({ text, action }: Situation, intent: string): boolean {
  return intent === 'elder_mode' && action === null && !NAMES_TYPE.test(text);
}

/** What is changed or kept may be a plan. */
const MAY_BE_OF_PLAN = /换|改|留|变|\b(?:switch|change|keep|stay)\b/iu;
const NAMES_LEAVING = /网|运营商|移动|联通|电信|广电|别家|人家|你们|公司|走|离开|销|携|卡|号|\b(?:networks?|operators?|providers?|carriers?|compan(?:y|ies)|leav\w*|you|your|numbers?|quit|elsewhere)\b/iu;
const OF_PLANS: ReadonlySet<string> = new Set(['plan_change', 'plan_recommend', 'plan_current', 'plan_rules', 'contract_end', 'data_pack_buy']);

/** 「我下个月再换可以不」 of a plan: nobody is connected as one who leaves. */
export function isUnnamedLeaving({ text, action, memory: { topic, form } }: Situation, intent: string): boolean {
  if (intent !== 'leave_intent' || action !== null || !MAY_BE_OF_PLAN.test(text) || NAMES_LEAVING.test(text)) return false;
  return /套餐/u.test(text) || OF_PLANS.has(topic?.intent ?? '') || (form?.kind === 'slots' && OF_PLANS.has(form.intent));
}

/** 「那你给我登记」 puts something on record, and wants none of it. */
function isUnnamedRecord({ text, action }: Situation, intent: string): boolean {
  return intent === 'privacy_request' && action === null && takesOffer(text);
}

const ASKED = /(\p{Script=Han})不\1|[吗么嘛][?？\s]*$|[?？]\s*$|^(?:would|will|can|could|is|are|do|does|am) /iu;
const FAREWELL = /再[见会]|拜|晚安|回见|回聊|没事|没别的|这样吧|先这样|挂了|走了|\bbye\b|\bgood ?bye\b|\bgood ?night\b|\bsee (?:you|ya)\b|\bthat(?:'s| is| will be|'ll be) (?:all|it)\b/iu;

/** 「我这样用下去够不够」 is like 「先这样」 in its words; who asks something and says no farewell does not leave. */
function isAskedFarewell({ text, action }: Situation, intent: string): boolean {
  return intent === 'goodbye' && action === null && ASKED.test(text) && !FAREWELL.test(text);
}

/** Confidence is about which of our intents it is; whether it is ours at all counts as well. */
function surenessOf({ reading }: Situation): number {
  return (reading.ranking[0]?.confidence ?? 0) * (1 - reading.outOfScope);
}

export function isClose(situation: Situation): boolean {
  const [top, second] = situation.reading.ranking;
  if (!top || !second || top.confidence >= valueOf(situation, 'closeBelow')) return false;
  return second.confidence >= top.confidence * valueOf(situation, 'closeShare');
}

/** Needs that can be answered now: several when the message holds several, else the one it surely has. Courtesies give way to a need. */
export function clearNeeds(situation: Situation): readonly ChosenNeed[] {
  const several = severalNeeds(situation);
  if (several.length > 0) return several;
  const intent = clearIntent(situation);
  if (intent === null || kindOf(situation, intent) === 'control') return [];
  return [wholeMessage(situation, intent)];
}

const NO_NEEDS: readonly ChosenNeed[] = [];

export function severalNeeds(situation: Situation): readonly ChosenNeed[] {
  const { reading } = situation;
  if (reading.needs.length === 0) return NO_NEEDS;
  const found = new Map<string, ChosenNeed>();
  for (const need of reading.needs) {
    const [top] = need.ranking;
    if (!top || !need.isAccepted || kindOf(situation, top.intent) === 'control' || top.intent === PERSON_INTENT) continue;
    const entities = reading.entities.filter((entity) => entity.start >= need.start && entity.end <= need.end);
    if (!found.has(top.intent)) found.set(top.intent, { intent: top.intent, confidence: top.confidence, text: need.text, entities });
  }
  return [...found.values()].slice(0, valueOf(situation, 'mostNeeds'));
}

export function wholeMessage(situation: Situation, intent: string): ChosenNeed {
  return { intent, confidence: confidenceOf(situation, intent), text: situation.text, entities: situation.reading.entities };
}

/** A question or an order, as against a bare fact. */
const REQUEST =
  /[?？]|吗|呢|怎么|咋|如何|为什么|为啥|多少|哪[里儿些几个项种]|几[点个项次号]|有没有|是不是|还剩|什么|啥|查|看看|帮我|我要|我想|给我|能不能|可以|办理|开通|取消|退订|\b(how|what|why|when|where|which|who|can|could|do|does|is|are|check|show|tell|want|need|please|cancel|help)\b/i;

export const isRequest = fits(REQUEST);

const YES = /^(好|好的|好吧|好啊|行|行吧|可以|可以的|要|要的|需要|是|是的|对|对的|嗯|嗯嗯|转吧|转|麻烦了|那就转吧|ok|okay|yes|yes please|yeah|yep|sure|please|please do|go ahead)[。.!！~～]*$/i;
const NO = /^(算了,?(不(用|要|退|办|换|改|买|弄|开|取消|查)了?)?|不(退|办|换|改|买|弄|开)了|不|不用|不用了|不要|不要了|不需要|不必了|先不用|暂时不用|算了|no|nope|no thanks|no thank you|not now|never mind)[。.!！~～]*$/i;

export function isYes(text: string): boolean {
  return YES.test(text.normalize('NFKC').trim());
}

export function isNo(text: string): boolean {
  return NO.test(text.normalize('NFKC').trim());
}

const CANCEL = /^((那)?(还是)?(算了)?[,，。 ]*(先|暂时|还是)?(不|别)(用|要|退|办|换|改|买|弄|开|查|删|订|报|停|解挂?|挂失?)了?(吧)?|(那|还是)算了(吧)?|(no,? ?)?(wait,? ?)?(keep|leave) it( as it is)?|(please )?don'?t( do (it|that))?|取消|撤销|取消办理|不办了|先不办|不办|算了|不弄了|不要了|不用了|cancel|stop|never mind|forget it|not now)[。.!！]*$/i;

export const isCancel = heardOnce((text) => isGivingUp(text) || CANCEL.test(plainText(text)));

const PUNCTUATION = /[\s\p{P}\p{S}]+/gu;

/** The same question typed again compares equal. */
export const normalText = heardOnce(normalForm);

/** For what was not just said. */
export function normalForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(PUNCTUATION, '');
}
