/** What a short message means in the light of the topic under way: 「那再上个月呢」, 「不是这个月，是上个月」, 「我问的是流量」. */
import { addMonths, monthOf } from '../domain/calendar.js';
import type { ChosenNeed } from '../domain/decision.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import type { Entity } from '../domain/reading.js';
import { askedOn } from './asked-on.js';
import { namelessNeed } from './nameless.js';
import { takesOffer } from './reporting-words.js';
import { plainly } from '../understanding/plainly.js';
import { asksForMore, saysFound } from '../understanding/pointing.js';
import { callsOff } from '../skills/calling-off.js';
import { asksForOtherTime, asksWhenMended, isPastSteps } from '../skills/fault-reports.js';
import { asksWhomMost } from '../skills/call-most.js';
import { asksWhetherLapses } from '../skills/data-usage-query.js';
import { isMeasuredAgainst } from '../skills/months.js';
import { asksWhetherChanged } from '../skills/plan-change.js';
import { asksOfWrongCode } from '../skills/puk-unlock.js';
import { clearIntent, confidenceOf, kindOf, valueOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';

const ELLIPTIC = /^(那|那么|那个|还有|再|再往前|然后|至于|换成)|呢[？?。.]*$|^(and|what about|how about|then|so|also)\b/i;

/** A month counted back from the one just shown, not from today. */
const BACK_FROM_TOPIC = /再上一?个?月|再前一?个?月|再往前|更早|前一个月|再之前|上一个月的上|(the )?(month|one) before( that)?|the previous one|earlier one|go back (one|another) month|and before/i;
/** 「那上一个呢」: nothing else in it, or it might be anything's. */
const BARE_STEP = /^(?:那|么|还有|再|看|一下|给我|我想?要?|来|,|，|\s)*([上前下后])(?:面|边)?那?一?[个期](?:的|呢|吗|看看|账单|月)*[？?。.！!\s]*$/u;
const BARE_STEP_EN = /^(?:(?:and|ok|okay|now|then|show|give|me|the|go|to|what|about) )*(next|previous|prior)(?: (?:one|bill))?(?:,? (?:please|then))?[?.!]*$/iu;
const FORWARD_FROM_TOPIC = /再下一?个?月|后一个月|下一个月的|the (month|one) after( that)?|the next one/i;
/** What a bill was made more by: 「多在哪里」, 「跟前一个月比差在哪」, "what changed". */
const WHAT_CHANGED =
  /(多|少|贵|涨|高|差|变)(了|在|的是)+(哪|什么|啥|多少)|哪(里|儿|些|个|一?项|一?笔|几项).{0,3}(多|少|贵|涨|高|变|不一样|不同)|对比|相比|比较|(跟|和|与|比).{0,8}月.{0,4}(比|差|多|少|贵|高|区别)|有(什么|啥|何)?(区别|不同|变化)|\bcompar|\bwhat('?s| is| was| has| did)?( it| been)? (changed?|different|went up|gone up|the difference)|\bwhich (one|item|part|line|charge)s?\b.{0,12}\b(up|more|higher|changed|different|increased)\b|\bdifference\b/i;
/** Plans are compared too, but not by the month. */
const OF_MONTHS = /月|\bmonths?\b/iu;
const BILLS: ReadonlySet<string> = new Set(['bill_query', 'bill_explain']);
const WHY = /为什么|为啥|咋|怎么(会|就)?(这么|那么|突然)?(多|高|贵|涨)|why|how come/i;

/** 「为什么推荐这个」: the sums say why. */
const WHY_THIS = /为什么|为啥|怎么算|依据|理由|\bwhy\b|how come|how did you/iu;
/** 「39块的那个」 to plans that were told of. */
const ONE_AT_PRICE = /^(?:我|就|要|想|选|换|来|那)*\d{2,3}(?:块钱?|元)?的?(?:那个|那款|这个|套餐|档|吧|啊)*[。.!！]*$|^(?:(?:i'?ll |i'd |i )?(?:take|want|have|choose|prefer) )?the [¥]?\d{2,3}(?: yuan)? (?:one|plan)[.!]*$/iu;
/** After a pack: 「能退吗」, 「再来一个」, "can I get a refund". */
const PACK_BACK = /^(?:那|这个|它|买了|之后|以后|后|还|要是|不想要|不用了?|了|的)*(?:能不能|可不可以|能|可以|支持)退(?:订|掉|款|钱|了|吗|么|不|嘛|的)*[?？。]*$|^(?:and |so )?can (?:i|it be) (?:get (?:a refund|my money back)|return(?:ed)?(?: it)?|cancel(?:led)?(?: it)?|refund(?:ed)?)(?: later)?[?.]*$/iu;
/** 「能少交点吗」, "can I pay half": of what is owed. */
const PART_PAYMENT = /(?:少|先)(?:交|缴|付|还)(?:一?点|些|一部分|一半)|(?:交|缴|付|还)(?:一半|一部分)|分期|最低(?:交|缴|付|还)|\bpay (?:only )?(?:half|part|some|less|a bit)\b|\b(?:part(?:ial)? payment|instal?ments?|minimum payment)\b/iu;
/** 「还没到啊」 */
const STILL_MISSING = /^(?:怎么|可是|但是?|都.{0,6})?还(?:是)?没(?:有)?(?:到账?|收到|来|看到)?[呀啊呢吗了嘛！!。.？?~]*$|^(?:but )?(?:it'?s |it is )?still (?:not (?:here|there|arrived|received)|nothing|missing|hasn'?t (?:arrived|come))|^(?:nothing|not here|not there) yet\b/iu;
/** How the missing payment was made, and when it is to come: 「是微信充的」, 「什么时候到」, "by WeChat". */
const OF_PAYMENT =
  /^(?:我|是|就|用|在|从|拿|通过|的|那|呀|啊|[\s,，.。!！])*(?:微信|支付宝|银行卡?|手机银行|云闪付|app|营业厅|现金|充值卡|官网)(?:支付)?(?:充|付|交|缴|转|上)*(?:值|款|费|钱)?(?:的|了|啊|呀)*[。.!！]*$|^(?:那|大概|到底|究竟|请问|我?的?钱)*(?:什么时候|啥时候|几时|何时|多久|几点)(?:能|才|会|可以)*(?:到账?|收到|好|来)(?:啊|呀|呢)*[?？。]*$|^(?:i paid |it was |i used |that was |paid )*(?:by|with|via|through|on|using|in) (?:the )?(?:wechat|alipay|app|bank card|bank|card|cash|store|website)(?: pay)?[.!]*$|^(?:so |and |but )*when (?:will|does|should) (?:it|the money|this|that) (?:arrive|get here|be there|come|show up)[?.]*$/iu;
/** 「收费吗」 of what was just shown, which says it. */
const ASKS_FEE = /^(?:那|这|这个|查|查这个|查详单|看这个|要|会|是|[\s,，])*(?:收费|要钱|收钱|花钱|免费|扣费)的?(?:吗|么|嘛)?[?？。]*$|^(?:and )?(?:is (?:it|this|that)(?: for)? free|does (?:it|this|that) cost(?: anything)?|do i pay for (?:it|this|that))[?.]*$/iu;
/** 「都是什么时候订的」 of what was just shown, which says it. */
const SINCE_WHEN = /^(?:那|这|这些|这个|它们?|都|分别|各|各自|我|是|从|大概|请问)*(?:什么时候|啥时候|几时|何时|哪天|哪年|几月)(?:起|就)?(?:开始)?(?:订|订购|开通|开|办理?|用|买|加|签)上?的?[呢啊呀?？。]*$|^(?:and |so )?(?:since when|when did i (?:get|take|order|subscribe(?: to)?|sign up(?: for)?|start|buy|add)(?: (?:it|them|these|those|that|this|each))?(?: (?:one|plan))?)[?.]*$/iu;
/** A sum and nothing else. */
const SUM_ALONE = /^(?:是|就是|一共|充了?|¥|￥|it was )*\d{1,4}(?:\.\d{1,2})?(?:元|块钱?|yuan|rmb)?[。.!！]*$/iu;
/** What is tried step by step before it is reported. */
export const FAULTS: ReadonlySet<string> = new Set(['no_signal', 'slow_data', 'broadband_fault']);

/** Kinds that say enough on their own to continue a topic. */
const CONTINUING: readonly Entity['kind'][] = ['month', 'date', 'plan', 'product', 'country', 'city', 'amount', 'data', 'msisdn'];

/** What is asked on right after such an answer, and would be taken for another matter by itself. */
const ASKED_ON: Readonly<Record<string, (text: string) => boolean>> = { vas_query: (text) => SINCE_WHEN.test(text.trim()), plan_current: (text) => SINCE_WHEN.test(text.trim()), data_usage_query: asksWhetherLapses, call_detail: asksWhomMost, puk_unlock: asksOfWrongCode };

/** Of these a report may have been made already, and where it stands is what 「帮我催一下」 is told. */
const REGISTERED: ReadonlySet<string> = new Set([...FAULTS, 'recharge_not_received']);

export function followUp(situation: Situation): ChosenNeed | null {
  const { topic } = situation.memory;
  if (situation.action) return null;
  const on = isShort(situation) ? namelessNeed(situation.memory, situation.text) : null;
  if (on && situation.intents.has(on.intent)) return { ...on, confidence: 1, entities: [] };
  if (!topic) return null;
  if (topic.intent === 'recharge_not_received' && [STILL_MISSING, OF_PAYMENT, SUM_ALONE].some((pattern) => pattern.test(situation.text.normalize('NFKC').trim()))) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  const isVisit = topic.intent === 'broadband_fault' && (asksForOtherTime(situation.text) || situation.reading.entities.some(({ kind }) => kind === 'date'));
  if (isVisit || (FAULTS.has(topic.intent) && (isPastSteps(situation.text) || asksWhenMended(plainly(situation.text))))) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (!isShort(situation)) return null;
  if (topic.intent === 'sim_lost' && saysFound(situation.text)) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (topic.intent === 'arrears_suspension' && PART_PAYMENT.test(situation.text)) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (REGISTERED.has(topic.intent) && callsOff(situation.text)) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (REGISTERED.has(topic.intent) && takesOffer(situation.text)) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (topic.intent === 'data_pack_buy' && (PACK_BACK.test(situation.text.normalize('NFKC').trim()) || asksForMore(situation.text))) return { ...wholeMessage(situation, topic.intent), confidence: 1, entities: [] };
  if (topic.intent === 'call_detail' && ASKS_FEE.test(situation.text.trim())) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  const carriedOn = askedOn(topic.intent, situation.text);
  if (carriedOn !== null && situation.intents.has(carriedOn)) return { ...wholeMessage(situation, carriedOn), confidence: 1 };
  if (ASKED_ON[topic.intent]?.(situation.text) === true) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (topic.intent === 'plan_change' && asksWhetherChanged(situation.text)) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  const relative = relativeMonth(situation);
  if (relative) return { ...wholeMessage(situation, topic.intent), confidence: 1, entities: [relative] };
  const own = clearIntent(situation);
  const related = relatedIntent(situation, topic.intent, own);
  if (related !== null) return { ...wholeMessage(situation, related), confidence: confidenceOf(situation, related) };
  if (own !== null && own !== topic.intent && confidenceOf(situation, own) >= 0.6 && !isNothingButEntities(situation)) return null;
  if (!takes(situation, topic.intent)) return null;
  return isBareEntity(situation) || isElliptic(situation) ? { ...wholeMessage(situation, topic.intent), confidence: 1 } : null;
}

function isShort(situation: Situation): boolean {
  const { text } = situation;
  return situation.reading.locale === 'en' && !/\p{Script=Han}/u.test(text)
    ? text.trim().split(/\s+/).length <= valueOf(situation, 'followUpWords')
    : [...text].length <= valueOf(situation, 'followUpChars');
}

function isElliptic({ text }: Situation): boolean {
  return ELLIPTIC.test(text.trim());
}

/** Hardly anything in the message besides entities. */
function isBareEntity(situation: Situation): boolean {
  return shareOfEntities(situation) >= 0.6;
}

/** 「上个月」 continues the topic; 「上个月账单」 names one of its own. */
function isNothingButEntities(situation: Situation): boolean {
  return shareOfEntities(situation) >= 1;
}

/** Behind the name of a city: 「杭州西湖区」. */
const DISTRICT = /^市?\p{Script=Han}{1,4}[区县镇乡街][。.!！]?$/u;

function shareOfEntities({ text, reading }: Situation): number {
  const city = reading.entities.find(({ kind }) => kind === 'city');
  const isDistrict = city !== undefined && DISTRICT.test(text.slice(city.end).trim());
  const said = (isDistrict ? text.slice(0, city.end) : text).replace(/[\s\p{P}]+|的|呢|那|是|我|要|in|for|the|of|and|about|what|how/giu, '').length;
  const named = reading.entities.reduce((sum, entity) => sum + entity.text.replace(/\s+/g, '').length, 0);
  return named / Math.max(1, said);
}

/** The message brings something this topic can be asked with: one of its slots, or any entity for an article's topic. */
function takes(situation: Situation, intent: string): boolean {
  const definition = situation.intents.get(intent);
  if (!definition || definition.kind === 'control') return false;
  return situation.reading.entities.some(({ kind }) => (definition.slots.length > 0 ? definition.slots.some((slot) => slot.entity === kind) : CONTINUING.includes(kind) && !(kind === 'data' && definition.kind === 'skill')));
}

function relativeMonth(situation: Situation): Entity | null {
  const { text, memory } = situation;
  const month = monthOfTopic(memory);
  if (month === null) return null;
  const back = BACK_FROM_TOPIC.exec(text);
  if (back !== null && isMeasuredAgainst(text, back.index)) return null;
  const bare = stepFromTopic(memory, text);
  const step = back !== null ? -1 : bare === 0 && FORWARD_FROM_TOPIC.test(text) ? 1 : bare;
  return step === 0 ? null : { kind: 'month', value: addMonths(monthOf(month), step), start: 0, end: text.length, text };
}

function monthOfTopic({ topic }: DialogueMemory): string | null {
  const month = topic?.slots['month'];
  return month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : null;
}

/** Which way 「下一个」 or "previous", and nothing else, goes from the month just shown; 0 where it says something else, or of no month. */
export function stepFromTopic(memory: DialogueMemory, text: string): -1 | 0 | 1 {
  const said = monthOfTopic(memory) === null ? undefined : (BARE_STEP.exec(text.trim())?.[1] ?? BARE_STEP_EN.exec(text.trim())?.[1]?.toLowerCase());
  if (said === undefined) return 0;
  return ['上', '前', 'previous', 'prior'].includes(said) ? -1 : 1;
}

/** 「为什么多了」 after a bill is about that bill: a sibling in the same hands, though weak on its own. */
function relatedIntent(situation: Situation, topic: string, own: string | null): string | null {
  const definition = situation.intents.get(topic);
  if (!definition) return null;
  const isBill = BILLS.has(topic) && situation.intents.has('bill_explain');
  if (isBill && (WHY.test(situation.text) || (WHAT_CHANGED.test(situation.text) && (own === null || BILLS.has(own) || OF_MONTHS.test(situation.text))))) return 'bill_explain';
  if (topic === 'plan_recommend' && situation.intents.has('plan_change') && ONE_AT_PRICE.test(situation.text.normalize('NFKC').trim())) return 'plan_change';
  if (own === topic) return null;
  if (topic === 'plan_recommend' && WHY_THIS.test(situation.text)) return topic;
  if (own !== null) return null;
  const sharing = situation.reading.ranking.slice(0, 3).find(({ intent, confidence }) => {
    const other = situation.intents.get(intent);
    return intent !== topic && confidence >= 0.25 && other !== undefined && other.kind === 'skill' && other.slots.some((slot) => definition.slots.some(({ name }) => name === slot.name));
  });
  return sharing?.intent ?? null;
}

/** 「不是这个月，是上个月」 keeps the topic and takes what stands last; 「我问的是流量」 keeps the moment and changes the topic. */
export function correction(situation: Situation): ChosenNeed | null {
  const { reading, memory } = situation;
  const { topic } = memory;
  if (reading.correction === null || !topic || situation.action) return null;
  if (reading.correction === 'slot' && takes(situation, topic.intent)) {
    return { ...wholeMessage(situation, topic.intent), confidence: 1, entities: lastOfEachKind(reading.entities) };
  }
  const other = reading.ranking.find(({ intent, confidence }) => intent !== topic.intent && confidence >= valueOf(situation, 'clarifyFrom') && kindOf(situation, intent) !== 'control');
  return other ? wholeMessage(situation, other.intent) : null;
}

function lastOfEachKind(entities: readonly Entity[]): readonly Entity[] {
  return entities.filter((entity, index) => !entities.slice(index + 1).some((later) => later.kind === entity.kind));
}
