/** What a short message means in the light of the topic under way: 「那再上个月呢」, 「不是这个月，是上个月」, 「我问的是流量」. */
import { addMonths, monthOf } from '../domain/calendar.js';
import type { ChosenNeed } from '../domain/decision.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { fits, heardOnce } from '../domain/heard.js';
import type { Entity } from '../domain/reading.js';
import { askedOn } from './asked-on.js';
import { isMeasuredAgainst } from '../skills/months.js';
import { clearIntent, confidenceOf, isShort, kindOf, valueOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';

const ELLIPTIC = /^(那|那么|那个|还有|再|再往前|然后|至于|换成)|呢[？?。.]*$|^(and|what about|how about|then|so|also)\b/i;

/** A month counted back from the one just shown, not from today. */
const BACK_FROM_TOPIC = /再上一?个?月|再前一?个?月|再往前|更早|前一个月|再之前|上一个月的上|(the )?(month|one) before( that)?|the previous one|earlier one|go back (one|another) month|and before/i;
/** 「那上一个呢」: nothing else in it, or it might be anything's. */
const BARE_STEP = /^(?:那|么|还有|再|看|一下|给我|我想?要?|来|,|，|\s)*([上前下后])(?:面|边)?那?一?[个期](?:的|呢|吗|看看|账单|月)*[？?。.！!\s]*$/u;
const BARE_STEP_EN = /^(?:(?:and|ok|okay|now|then|show|give|me|the|go|to|what|about) )*(next|previous|prior)(?: (?:one|bill))?(?:,? (?:please|then))?[?.!]*$/iu;
const FORWARD_FROM_TOPIC = /再下一?个?月|后一个月|下一个月的|the (month|one) after( that)?|the next one/i;
/** What a bill was made more by: 「多在哪里」, 「跟前一个月比差在哪」, "what changed". */
const asksWhatChanged = fits(
  /(多|少|贵|涨|高|差|变)(了|在|的是)+(哪|什么|啥|多少)|哪(里|儿|些|个|一?项|一?笔|几项).{0,3}(多|少|贵|涨|高|变|不一样|不同)|对比|相比|比较|(跟|和|与|比).{0,8}月.{0,4}(比|差|多|少|贵|高|区别)|有(什么|啥|何)?(区别|不同|变化)|\bcompar|\bwhat('?s| is| was| has| did)?( it| been)? (changed?|different|went up|gone up|the difference)|\bwhich (one|item|part|line|charge)s?\b.{0,12}\b(up|more|higher|changed|different|increased)\b|\bdifference\b/i,
);
/** Plans are compared too, but not by the month. */
const isOfMonths = fits(/月|\bmonths?\b/iu);
const BILLS: ReadonlySet<string> = new Set(['bill_query', 'bill_explain']);
const asksWhy = fits(/为什么|为啥|咋|怎么(会|就)?(这么|那么|突然)?(多|高|贵|涨)|why|how come/i);

/** 「为什么推荐这个」: the sums say why, unless something else is named. */
const WHY_THIS = /为什么|为啥|怎么算|依据|理由|\bwhy\b|how come|how did you/iu;
const OF_ADVICE = /[\s\p{P}\p{S}\d]+|为什么|为啥|怎么算|依据|理由|推荐|套餐|这一?个|那一?个|这款|它|给|我|你们?|的|是|呢|啊|吗|会|就|要|选|说|换|最|更|便宜|好|合适|划算|适合|不用|出来|什么|这样|凭|有|[5g]+|\b(?:why|how|come|did|do|you|is|are|that|this|it|one|the|plan|best|better|cheapest|for|me|recommend(?:ed)?|suggest(?:ed)?|choose|chosen|know|get|work|out|so|and|but)\b/gu;

function asksWhyThis({ text, reading: { entities } }: Situation): boolean {
  if (!WHY_THIS.test(text)) return false;
  const unnamed = entities.reduce((rest, { kind, text: name }) => (kind === 'plan' ? rest.replace(name, ' ') : rest), text);
  return unnamed.normalize('NFKC').toLowerCase().replace(OF_ADVICE, '') === '';
}

/** "Why that one" is of the plan, though bills are asked after in much the same words. */
const pointsAtOne = fits(/[这那]一?[个款]|推荐|套餐|\b(?:this|that) (?:one|plan)\b|\brecommend|\bsuggest/iu);

/** What is tried step by step before it is reported. */
export const FAULTS: ReadonlySet<string> = new Set(['no_signal', 'slow_data', 'broadband_fault']);

/** Kinds that say enough on their own to continue a topic. */
const CONTINUING: readonly Entity['kind'][] = ['month', 'date', 'plan', 'product', 'country', 'city', 'amount', 'data', 'msisdn'];

export function followUp(situation: Situation): ChosenNeed | null {
  const { topic } = situation.memory;
  if (situation.action) return null;
  const carriedOn = askedOn(situation);
  if (carriedOn || !topic) return carriedOn;
  if (topic.intent === 'broadband_fault' && situation.reading.entities.some(({ kind }) => kind === 'date')) return { ...wholeMessage(situation, topic.intent), confidence: 1 };
  if (!isShort(situation)) return null;
  const relative = relativeMonth(situation);
  if (relative) return { ...wholeMessage(situation, topic.intent), confidence: 1, entities: [relative] };
  const own = clearIntent(situation);
  const related = relatedIntent(situation, topic.intent, own);
  if (related !== null) return { ...wholeMessage(situation, related), confidence: confidenceOf(situation, related) };
  if (own !== null && own !== topic.intent && confidenceOf(situation, own) >= 0.6 && !isNothingButEntities(situation)) return null;
  const ofMonth = own === null || isNothingButEntities(situation) ? billOfMonth(situation, topic.intent) : null;
  if (ofMonth !== null) return { ...wholeMessage(situation, ofMonth), confidence: 1 };
  if (!takes(situation, topic.intent)) return null;
  return isBareEntity(situation) || isElliptic(situation.text) ? { ...wholeMessage(situation, topic.intent), confidence: 1 } : null;
}

const isElliptic = heardOnce((text) => ELLIPTIC.test(text.trim()));

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

/** 「上海浦东」, of where a fault is. */
const PART_OF_CITY = /^市?\p{Script=Han}{2,4}(?:那边|这边|这里|这块|新区|附近)?[。.!！]?$/u;
const namesNoMatter = (rest: string): boolean => !/流量|话费|账单|套餐|宽带|信号|漫游|营业|天气|怎么|什么|多少|[吗呢]/u.test(rest);

/** Characters that say something besides the entities. */
const charactersSaid = heardOnce((text) => text.replace(/[\s\p{P}]+|的|呢|那|是|我|要|人在|在|这边|这里|i'?m|here|at|in|for|the|of|and|about|what|how/giu, '').length);

function shareOfEntities({ text, reading, memory: { topic } }: Situation): number {
  if (reading.entities.length === 0) return 0;
  const city = reading.entities.find(({ kind }) => kind === 'city');
  const rest = city === undefined ? '' : text.slice(city.end).trim();
  const isDistrict = city !== undefined && (DISTRICT.test(rest) || (topic?.intent === 'no_signal' && PART_OF_CITY.test(rest) && namesNoMatter(rest)));
  const said = charactersSaid(isDistrict ? text.slice(0, city.end) : text);
  const named = reading.entities.reduce((sum, entity) => sum + entity.text.replace(/\s+/g, '').length, 0);
  return named / Math.max(1, said);
}

/** The message brings something this topic can be asked with: one of its slots, or any entity for an article's topic. */
function takes(situation: Situation, intent: string): boolean {
  const definition = situation.intents.get(intent);
  if (!definition || definition.kind === 'control') return false;
  return situation.reading.entities.some(({ kind }) => (definition.slots.length > 0 ? definition.slots.some((slot) => slot.entity === kind) : CONTINUING.includes(kind) && !(kind === 'data' && definition.kind === 'skill')));
}

/** Told by the month. */
const BY_MONTH: ReadonlySet<string> = new Set(['bill_query', 'bill_explain', 'data_usage_query', 'voice_usage_query', 'call_detail', 'recharge_not_received']);
/** On an account, but the same in every month: 「9月呢」 after these is of what was told by the month before them. */
const OF_NO_MONTH: ReadonlySet<string> = new Set(['plan_recommend', 'plan_current', 'vas_query', 'points_query', 'balance_query', 'contract_end', 'arrears_suspension']);

/** A claim that is taken down is done with: the month named after it is not a second one. */
const CLAIM = 'refund_dispute';

function billOfMonth({ reading, memory, text, intents }: Situation, topic: string): string | null {
  if (topic === CLAIM && memory.form === null && isElliptic(text) && intents.has('bill_query') && reading.entities.some(({ kind }) => kind === 'month')) return 'bill_query';
  if (!OF_NO_MONTH.has(topic) || !isElliptic(text) || !reading.entities.some(({ kind }) => kind === 'month')) return null;
  return memory.tried.findLast(({ intent }) => BY_MONTH.has(intent))?.intent ?? null;
}

/** Months from the one that was shown to the one that is meant. */
const stepIn = heardOnce((text) => {
  const back = BACK_FROM_TOPIC.exec(text);
  if (back !== null) return isMeasuredAgainst(text, back.index) ? 0 : -1;
  const bare = bareStepIn(text);
  return bare === 0 && FORWARD_FROM_TOPIC.test(text) ? 1 : bare;
});

function relativeMonth(situation: Situation): Entity | null {
  const { text, memory } = situation;
  const month = monthOfTopic(memory);
  if (month === null) return null;
  const step = stepIn(text);
  if (step === -1 && namesLastMonth(text) && situation.reading.entities.some((named) => named.kind === 'month' && (named.value !== month || OF_BILL.test(text)))) return null;
  return step === 0 ? null : { kind: 'month', value: addMonths(monthOf(month), step), start: 0, end: text.length, text };
}

/** 「上个月账单」 is the last of the calendar, whichever was shown; a bare 「上个月」 after just that one is the one before. */
const namesLastMonth = fits(/^[^再上前]*上个?月/u);
const OF_BILL = /[账帐]单|话费/u;

function monthOfTopic({ topic }: DialogueMemory): string | null {
  const month = topic?.slots['month'];
  return month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : null;
}

/** Which way 「下一个」 or "previous", and nothing else, goes from the month just shown; 0 where it says something else, or of no month. */
export function stepFromTopic(memory: DialogueMemory, text: string): -1 | 0 | 1 {
  return monthOfTopic(memory) === null ? 0 : bareStepIn(text);
}

const bareStepIn = heardOnce((text): -1 | 0 | 1 => {
  const said = BARE_STEP.exec(text.trim())?.[1] ?? BARE_STEP_EN.exec(text.trim())?.[1]?.toLowerCase();
  if (said === undefined) return 0;
  return ['上', '前', 'previous', 'prior'].includes(said) ? -1 : 1;
});

/** 「为什么多了」 after a bill is about that bill: a sibling in the same hands, though weak on its own. */
function relatedIntent(situation: Situation, topic: string, own: string | null): string | null {
  const definition = situation.intents.get(topic);
  if (!definition) return null;
  const isBill = BILLS.has(topic) && situation.intents.has('bill_explain');
  if (isBill && (asksWhy(situation.text) || (asksWhatChanged(situation.text) && (own === null || BILLS.has(own) || isOfMonths(situation.text))))) return 'bill_explain';
  if (own === topic) return null;
  if (topic === 'plan_recommend' && asksWhyThis(situation) && (pointsAtOne(situation.text) || !BILLS.has(own ?? '')) && !isOfMonths(situation.text)) return topic;
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
