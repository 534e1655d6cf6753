/** What is picked in words: of a list that was shown by its place or by being the extreme of it, or of all there is: 「第二个」, 「把最贵的退了」, "the cheapest plan". Pure. */
import type { Choice, DialogueMemory } from '../domain/dialogue-memory.js';
import { heardOnce } from '../domain/heard.js';
import { EXTREMES, extremeOf } from '../skills/choices.js';
import type { Extreme } from '../skills/choices.js';
import { stepFromTopic } from './follow-up.js';

/** The button that stands for what was typed. */
type Press = { readonly id: string; readonly value?: string };
type Place = { readonly from: 'first' | 'middle' | 'last'; readonly nth: number };
/** 「第二便宜的」 */
type Ranked = { readonly extreme: Extreme; readonly nth: number };

/** A message that says which, and hardly anything else. */
interface Pick {
  readonly which: Place | Extreme | Ranked | 'this';
  /** Said with a word for taking it, or for ending it; null when it only says which. */
  readonly order: 'takes' | 'ends' | null;
  readonly thing: 'plan' | 'pack' | 'extra' | null;
}

const ENDS_ZH = '退订|退掉|退了?|取消掉?|关掉|关闭|关了?|停掉|停了?|不要了?|去掉|删掉|删了?';
const TAKES_ZH = '选择?|挑|换成|换到|换为|换|改成|改为|改|办理?|来|订|买|开通|开|要|用';
const THING_ZH = '套餐|资费|档位?|流量包|加油包|月包|日包|包|增值业务|业务|会员';
const PLACE_ZH = '第[一二三四五六七八九十]|第\\d{1,2}|头一|首|最前面?那?一?|最后面?那?一?|末|倒数第[一二三]|前面那?一?|后面那?一?|前一|后一|上面那?一?|下面那?一?|正?中间那?一?|当中那?一?';
const EXTREME_ZH = '最便宜|最实惠|最省钱?|最低价?|价格最低|月费最低|月租最低|最贵|最高价?|价格最高|月费最高|流量最多|流量最大|最大|流量最少|流量最小|最小';
const RANK_ZH = '第[二三四]|次';
const RANKED_ZH = '便宜|实惠|省钱?|贵|大|小';
const ZH = new RegExp(
  `^(?:那|就|嗯|好的?|行|我|想|请|麻烦|帮|给|把|将|还是|直接)*(?<before>${ENDS_ZH}|${TAKES_ZH})?(?:掉)?(?:个|一个)?(?:这里面|里面|其中)?` +
    `(?:(?<rank>${RANK_ZH})(?<ranked>${RANKED_ZH})|(?<which>${PLACE_ZH}|${EXTREME_ZH})|(?<self>它|这个|这款))的?(?:那|这)?一?(?:个|项|款|种|条|样|号)?的?(?<thing>${THING_ZH})?` +
    `(?:给我|都|也)?(?<after>${ENDS_ZH}|${TAKES_ZH})?(?:吧|啊|呀|呗|哈|了|就行|就好|就可以|好了|可以|谢谢)*$`,
  'u',
);
const BARE_NUMBER = /^(?:选|第|no\.?|number|option|#)?(\d{1,2}|[一二三四五六七八九十])(?:号|个)?$/u;
const COUNTED_EN = /^(?:option|number|no|item|choice|line) ?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: please)?$/u;
const NUMBERS_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DIGITS = '一二三四五六七八九十';
/** 「第一个和第三个都退了」 */
const SEVERAL = /(?:第[一二三四五六七八九十\d]{1,2}|\b(?:first|second|third|fourth|last)\b).{0,8}(?:和|跟|与|、|,|，|and|&).{0,6}(?:第[一二三四五六七八九十\d]{1,2}|\b(?:first|second|third|fourth|last)\b)/iu;

const PLACES_EN = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th', 'fifth|5th', 'sixth|6th', 'seventh|7th', 'eighth|8th'];
const ENDS_EN = "cancel|turn off|switch off|remove|drop|stop|end|unsubscribe(?: me)? from|get rid of|delete|i don'?t want|i no longer want";
const TAKES_EN = "i(?:'ll|'d like|'d| will| would like| want)(?: to)?(?: take| have| go with| go for| choose| pick| switch to| change to| move to| get| buy)?|take|go with|go for|choose|pick|select|(?:switch|change|move)(?: me| it| my plan)?(?: over)? to|give me|get me|get|buy|make it|let'?s (?:have|take|go with)";
const RANK_EN = 'second|2nd|next|third|3rd|fourth|4th';
const RANKED_EN = 'cheapest|least expensive|most affordable|most expensive|dearest|priciest|biggest|largest|smallest';
const EN = new RegExp(
  `^(?:ok(?:ay)?|yes|well|then|so|now|please|can you|could you|can i|could i|just|actually|rather)*,? ?(?:please |just )?(?<before>${ENDS_EN}|${TAKES_EN})? ?(?:the |my |number |option )?` +
    `(?:(?<rank>${RANK_EN})[- ](?<ranked>${RANKED_EN})|(?<which>${PLACES_EN.join('|')}|last|middle|cheapest|least expensive|lowest[- ]price(?:d)?|most affordable|most expensive|dearest|priciest|biggest|largest|smallest|(?:one |plan |pack )?with (?:the )?(?:most|least) data)|(?<self>it|this one|that one))` +
    '(?: (?:one|option|item|of (?:them|these|those)|on the list|in the list|you have|there is))*(?: (?<thing>data packs?|packs?|plan|tariff|extra|add-?on|subscription|service))?(?: (?:one|of (?:them|these|those)|you have|there is|on offer))*' +
    "(?: (?<after>off))?(?: (?:please|then|for me|instead|thanks|thank you|now))*$",
  'u',
);

const RANKS = [/^(?:第二|次|second|2nd|next)$/u, /^(?:第三|third|3rd)$/u, /^(?:第四|fourth|4th)$/u];
const EXTREME_OF: readonly (readonly [RegExp, Extreme])[] = [
  [/流量最[多大]|^最大|biggest|largest|most data/u, 'largest'],
  [/流量最[少小]|^最小|smallest|least data/u, 'smallest'],
  [/贵|最高|expensive|dearest|priciest/u, 'dearest'],
  [/便宜|实惠|省|最低|cheapest|lowest|affordable/u, 'cheapest'],
];

/** 「哪个最便宜」, "what is the cheapest?" of a list asks for that line of it. */
function withoutWhich(plain: string): string {
  const which = /^(?:那|这里面|里面|其中|请问)*(?:哪个|哪一个|哪款|哪种)(?=[最第])(?<zh>.{2,12}?)[呢啊呀?？]*$|^(?<last>最.{1,8}?)的?是(?:哪个|哪一个|哪款|哪种)[呢啊呀?？]*$|^(?:and |so )?(?:what(?:'s| is)|which(?: one)?(?: is|'s)?) (?<en>the .{3,30}?|cheapest|biggest)[?]*$/u.exec(plain)?.groups;
  return which?.['zh'] ?? which?.['last'] ?? which?.['en'] ?? plain;
}

/** Null when the message says more than which one, or nothing of the kind. */
export const pickIn = heardOnce((text): Pick | null => {
  const asIs = text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").trim();
  const plain = withoutWhich(asIs);
  if (plain.length > 60 || /[?？]/u.test(plain)) return null;
  const tight = plain.replace(/[\s,，。.!！~～、]+/gu, '');
  const words = plain.replace(/[,.!~]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  const number = BARE_NUMBER.exec(tight)?.[1] ?? COUNTED_EN.exec(words)?.[1];
  if (number !== undefined) return { which: { from: 'first', nth: numberOf(number) }, order: null, thing: null };
  const found = ZH.exec(tight)?.groups ?? EN.exec(words)?.groups;
  // 「最便宜的套餐是哪个」 asks about all there are.
  if (!found || (plain !== asIs && found['thing'] !== undefined)) return null;
  const { rank, ranked, which } = found;
  const verb = `${found['before'] ?? ''} ${found['after'] ?? ''}`;
  const whichOne = rank !== undefined && ranked !== undefined ? rankedOf(rank, ranked) : whichOf(which ?? '');
  return { which: found['self'] !== undefined ? 'this' : whichOne, order: orderOf(verb), thing: thingOf(found['thing']) };
});

function numberOf(said: string): number {
  if (/^\d/u.test(said)) return Number(said);
  return (NUMBERS_EN.includes(said) ? NUMBERS_EN.indexOf(said) : DIGITS.indexOf(said)) + 1;
}

function rankedOf(rank: string, said: string): Ranked {
  const nth = RANKS.findIndex((names) => names.test(rank)) + 2;
  const extreme = EXTREME_OF.find(([pattern]) => pattern.test(said === '大' || said === '小' ? `最${said}` : said))?.[1] ?? 'cheapest';
  return { extreme, nth };
}

function whichOf(said: string): Place | Extreme {
  const place = PLACES_EN.findIndex((names) => new RegExp(`^(?:${names})$`, 'u').test(said));
  if (place >= 0) return { from: 'first', nth: place + 1 };
  const ordinal = /第([一二三四五六七八九十]|\d{1,2})$/u.exec(said)?.[1];
  if (ordinal !== undefined) return { from: said.startsWith('倒数') ? 'last' : 'first', nth: numberOf(ordinal) };
  if (/中间|当中|middle/u.test(said)) return { from: 'middle', nth: 1 };
  if (/^(?:末|最后|后|下|last)/u.test(said)) return { from: 'last', nth: 1 };
  return EXTREME_OF.find(([pattern]) => pattern.test(said))?.[1] ?? { from: 'first', nth: 1 };
}

function orderOf(verb: string): Pick['order'] {
  if (new RegExp(`(?:^| )(?:${ENDS_ZH}|${ENDS_EN}|off)(?: |$)`, 'u').test(verb)) return 'ends';
  return verb.trim() === '' ? null : 'takes';
}

function thingOf(said: string | undefined): Pick['thing'] {
  if (said === undefined) return null;
  if (/套餐|资费|档|plan|tariff/u.test(said)) return 'plan';
  return /包|pack/u.test(said) ? 'pack' : 'extra';
}

/** 「换吧」, "switch me" where one thing alone was proposed. */
const TAKES_IT = /^(?:那|好|行|我|想|要|就|帮我|给我|那就)*(?:换|办|买|订)(?:了|吧|呗|一下|掉)*$|^(?:ok |okay |yes |please |then |let'?s )*(?:switch(?: me)?(?: over)?|do it|change it|buy it|take it)(?: then| please)*$/u;

function fromProposal({ form, offered = [] }: DialogueMemory, text: string): Press | null {
  const [only] = offered;
  if (form !== null || only === undefined || offered.length !== 1 || !/^intent:(?:plan_change|data_pack_buy)$/u.test(only.id)) return null;
  return TAKES_IT.test(text.normalize('NFKC').toLowerCase().replace(/[\s,，]+/gu, ' ').replace(/[。.!！~\s]+$/u, '').trim()) ? pressOf(only) : null;
}

/** What typing this message presses; null when it picks nothing. */
export function pickedIn(memory: DialogueMemory, text: string): Press | null {
  if (endsSeveral(memory, text)) return pressOfSeveral(memory, text);
  const taken = fromProposal(memory, text);
  if (taken) return taken;
  // 「前一个」 after a bill is the bill before it.
  const pick = stepFromTopic(memory, text) === 0 ? pickIn(text) : null;
  return pick && (fromList(memory, pick) ?? fromOffered(memory, pick) ?? ofAllThereIs(pick) ?? ofWhatOneHas(memory, pick) ?? ofThePacks(memory, pick));
}

/** 「最便宜的那种」 where data is short, and packs were offered without a list. */
const OFFERS_PACKS: ReadonlySet<string> = new Set(['data_usage_query', 'slow_data', 'data_pack_buy']);

function ofThePacks({ form, topic }: DialogueMemory, { which, order, thing }: Pick): Press | null {
  const extreme = EXTREMES.find((one) => one === which);
  const isOffered = form === null && topic !== null && OFFERS_PACKS.has(topic.intent);
  return isOffered && extreme !== undefined && order !== 'ends' && (thing === null || thing === 'pack') ? { id: 'intent:data_pack_buy', value: `product=${extreme}` } : null;
}

/** With no list there is only what one has: the question is which of it. Of several kinds of things it is asked of nothing. */
function ofWhatOneHas({ form, choices = [], offered = [] }: DialogueMemory, { which, order, thing }: Pick): Press | null {
  const isPlaced = typeof which === 'object' && (thing === null || thing === 'extra');
  return order === 'ends' && isPlaced && form === null && choices.length === 0 && offered.length === 0 ? { id: `intent:${ENDED_BY}` } : null;
}

/** The list of the last answer goes before the one a question is still open on. */
function fromList({ form, choices = [] }: DialogueMemory, pick: Pick): Press | null {
  const asked = form?.kind === 'slots' ? (form.choices ?? []) : [];
  const isEnding = pick.order === 'ends' || (form?.kind === 'confirm' && form.intent === ENDED_BY);
  const told = choices.filter(({ intent }) => intent !== ENDED_BY || isEnding);
  // What one has is told of, and ended only by a word for it.
  const isPlaced = typeof pick.which === 'object' && 'from' in pick.which && pick.thing !== 'plan' && pick.thing !== 'pack';
  const had = isPlaced && !isEnding && form === null && choices[0]?.intent === ENDED_BY ? chosenOf(choices, pick.which) : undefined;
  if (had) return { id: 'intent:vas_query', value: had.value.replace(/^product=/u, 'which=') };
  for (const list of [told, asked]) {
    const chosen = suits(pick, list) ? chosenOf(list, pick.which) : undefined;
    if (chosen) return { id: `intent:${chosen.intent}`, value: chosen.value };
  }
  return null;
}

const BEYOND_TEN = /^第[一二三四五六七八九十]{2}/u;
const EACH = /第[一二三四五六七八九十\d]{1,2}|\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|seventh|7th|eighth|8th|last)\b/giu;

/** One card ends all that are named by their places; with a place there is none at, the question is which. */
function pressOfSeveral({ choices = [] }: DialogueMemory, text: string): Press {
  const said = text.normalize('NFKC').toLowerCase().match(EACH) ?? [];
  const values = said.map((which) => (BEYOND_TEN.test(which) ? null : (chosenOf(choices, whichOf(which))?.value ?? null)));
  const id = `intent:${ENDED_BY}`;
  return values.includes(null) ? { id } : { id, value: [...new Set(values)].join(',').replaceAll(',product=', ',') };
}

function endsSeveral({ choices = [] }: DialogueMemory, text: string): boolean {
  return choices[0]?.intent === ENDED_BY && SEVERAL.test(text) && new RegExp(`${ENDS_ZH}|\\b(?:${ENDS_EN})\\b`, 'iu').test(text);
}

const ENDED_BY = 'vas_cancel';
const LISTED_AS: Readonly<Record<string, Pick['thing']>> = { plan_change: 'plan', data_pack_buy: 'pack', vas_cancel: 'extra' };

/** 「把第一个退了」 is said of what one has, 「要第一个」 of what there is to have. */
function suits({ order, thing, which }: Pick, [first]: readonly Choice[]): boolean {
  if (!first || which === 'this') return false;
  const isOfList = thing === null || thing === LISTED_AS[first.intent];
  return isOfList && (first.intent === ENDED_BY || order !== 'ends');
}

function chosenOf(list: readonly Choice[], which: Pick['which']): Choice | undefined {
  if (which === 'this') return undefined;
  if (typeof which === 'object' && 'from' in which) return placed(list, which);
  const { extreme, nth } = typeof which === 'object' ? which : { extreme: which, nth: 1 };
  return extremeOf(list, extreme, { priceFen: ({ priceFen }) => priceFen, dataMb: ({ dataMb }) => dataMb, nth });
}

/** Of an even number none is in the middle. */
export function placed<Item>(list: readonly Item[], { from, nth }: Place): Item | undefined {
  if (from === 'middle') return list.length % 2 === 1 ? list[(list.length - 1) / 2] : undefined;
  return list.at(from === 'first' ? nth - 1 : -nth);
}

export function pressOf({ id, value }: { readonly id: string; readonly value?: string }): Press {
  return value === undefined ? { id } : { id, value };
}

/** Buttons that carry on from the last reply are a list too; 「就它吧」 means the first. */
function fromOffered({ form, offered = [] }: DialogueMemory, { which, order }: Pick): Press | null {
  if (form !== null || order === 'ends') return null;
  const button = which === 'this' ? offered[0] : typeof which === 'object' && 'from' in which ? placed(offered, which) : undefined;
  return button ? pressOf(button) : null;
}

/** An order for the extreme of a kind names the one it means, list or not; a question about it does not. */
function ofAllThereIs({ which, order, thing }: Pick): Press | null {
  const extreme = EXTREMES.find((one) => one === which);
  if (extreme === undefined || order === null) return null;
  if (thing === 'plan' && order === 'takes') return { id: 'intent:plan_change', value: `plan=${extreme}` };
  if (thing === 'pack' && order === 'takes') return { id: 'intent:data_pack_buy', value: `product=${extreme}` };
  return (thing === 'extra' || thing === null) && order === 'ends' ? { id: 'intent:vas_cancel', value: `product=${extreme}` } : null;
}
