/** Rules for what is under way: a pressed button, an open confirmation, a fact being asked for, a question back. */
import type { AskedKind } from '../domain/asked.js';
import { isGivingUp } from '../domain/giving-up.js';
import { hasHan } from '../domain/heard.js';
import { UNHELPFUL } from '../domain/message.js';
import type { ChosenNeed, Decision } from '../domain/decision.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import { PERSON_INTENT } from '../domain/intent.js';
import { aspectsIn } from '../knowledge/aspects.js';
import { asksSinceWhen } from '../skills/extras.js';
import { patternOf } from '../understanding/editor-patterns.js';
import { endsNamed, rowFor } from './asked-on.js';
import { bareAnswerIn, goesAhead } from './bare-words.js';
import { askedOfCard, asksBehindCard, isOfNewCard } from './card-questions.js';
import { putRight } from './card-corrections.js';
import { declinesPerson } from './declining.js';
import { asksOnly } from './orders.js';
import { pickIn, placed } from './picks.js';
import { takesOffer } from './reporting-words.js';
import { isUrgentNow } from './rules-of-care.js';
import { pointsOnly, saysFound } from '../understanding/pointing.js';
import { plainly } from '../understanding/plainly.js';
import { isUnknown } from '../understanding/particulars.js';
import { clearIntent, confidenceOf, isCancel, isNo, isRequest, isYes, kindOf, severalNeeds, valueOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';
import { regrets } from './taking-back.js';

type Open<Kind extends FormInProgress['kind']> = Extract<FormInProgress, { kind: Kind }>;

function openForm<Kind extends FormInProgress['kind']>(situation: Situation, kind: Kind): Open<Kind> | null {
  const { form } = situation.memory;
  return form?.kind === kind ? (form as Open<Kind>) : null;
}

/** The card is open and something else is wanted on it: 「改成5G的」. */
const AMENDS = /改成|换成|改为|改要|\binstead\b|\bmake it\b|\bchange (?:it|that) to\b|\brather\b/iu;
const CONFIRM = /^(确认|确认办理|确定|确定办理|我确认|是的,?确认|confirm|i confirm|yes,? confirm)[。.!！]*$/i;

/** 「那10G的呢」, "what about 10": another line of the same list. */
const ANOTHER = /^(?:那|嗯|要是|如果|换|[\s,，])*(?:¥?\d{1,4} ?(?:元|块钱?|gb?|个g)?的?|\p{Script=Han}{2,6}的?)(?:的?套餐|包|那个)?呢[?？。啊]*$|^(?:hm+|and|ok(?:ay)?|wait|so|but|[\s,.])*(?:what|how) about (?:the |a )?.{1,30}$/iu;

/** The card would block what is no longer lost. */
function isFoundAgain({ change }: Open<'confirm'>, text: string): boolean {
  return change['kind'] === 'suspend-lost' && saysFound(text);
}

/** 「刚在公交上掉的」, "i dropped it on the bus": how it was lost changes nothing of what is to be confirmed. */
const HOW_LOST = /(?:掉|丢|落|忘|弄丢|被偷|不见|没)了?(?:的|了|在[^,，。]{1,12})?[啊呀吧。.!！]*$|^(?:应该|可能|好像|大概|我|刚|刚才|昨天|今天|早上|就)*(?:是|在)[^,，。?？]{1,10}(?:上|里|店|站|门口|路边|附近)(?:吧|了)?[。.!！]*$|\b(?:dropped|lost|left|forgot|stolen|fell|slipped)\b/iu;
const LONGEST_STORY = 60;
function tellsHowLost({ change }: Open<'confirm'>, text: string): boolean {
  return change['kind'] === 'suspend-lost' && text.length <= LONGEST_STORY && !isRequest(text) && HOW_LOST.test(plainly(text));
}

/** Their lines are told apart by numbers. */
const BY_NUMBER: ReadonlySet<string> = new Set(['data_pack_buy', 'plan_change']);

/** Only where something of the list is named, in its words or by a number. */
function namesAnother({ text, reading, intents }: Situation, { intent }: Open<'confirm'>): boolean {
  if (!ANOTHER.test(text.normalize('NFKC').trim())) return false;
  const slots = intents.get(intent)?.slots ?? [];
  return slots.some(({ entity }) => reading.entities.some(({ kind }) => kind === entity)) || (BY_NUMBER.has(intent) && /\d/u.test(text));
}

/** A tap on a card that is no longer open is answered by saying so, and changes nothing. */
export function confirmChange(situation: Situation): Decision | null {
  const { action } = situation;
  const form = openForm(situation, 'confirm');
  const rule = 'confirm-change';
  if (action) {
    if (action.id !== 'confirm' && action.id !== 'cancel') return null;
    const isConfirmed = action.id === 'confirm';
    // Clients of before name no card: they mean the one that is open.
    const isOfThisCard = action.value === undefined ? form !== null || !isConfirmed : action.value === form?.token;
    return isOfThisCard ? { rule, kind: 'confirm', isConfirmed } : { rule, kind: 'courtesy', intent: 'confirm_gone' };
  }
  if (!form) return null;
  if (CONFIRM.test(situation.text.normalize('NFKC').trim())) return { rule, kind: 'confirm', isConfirmed: true };
  if (isCancel(situation.text) || isNo(situation.text) || isFoundAgain(form, situation.text)) return { rule, kind: 'confirm', isConfirmed: false };
  const put = putRight(situation, form.intent);
  if (put !== null) return put === 'call-off' ? { rule, kind: 'confirm', isConfirmed: false } : { rule, kind: 'answer', needs: [put] };
  if (form.intent === 'vas_cancel' && endsNamed(situation)) return { rule, kind: 'courtesy', intent: 'confirm_one_by_one' };
  if (bareAnswerIn(situation.text) !== null || goesAhead(situation.text) || pointsOnly(situation.text) || isStrayNumber(situation, form) || tellsHowLost(form, situation.text)) return { rule, kind: 'courtesy', intent: 'confirm_by_tap' };
  if (form.told && askedOfCard(situation.text) !== null && !isOfTalkSince(situation, form)) return { rule, kind: 'courtesy', intent: 'confirm_asked' };
  if (regrets(situation.text)) return { rule, kind: 'confirm', isConfirmed: false };
  if (isOfItsMatter(situation, form)) return { rule, kind: 'knowledge', query: situation.text };
  return AMENDS.test(situation.text) || namesAnother(situation, form) ? { rule, kind: 'answer', needs: [{ ...wholeMessage(situation, form.intent), confidence: 1 }] } : null;
}

/** What was told since the card was shown is asked on first: "when do they expire" of the points. */
function isOfTalkSince({ memory: { topic }, reading: { asked }, text }: Situation, { intent }: Open<'confirm'>): boolean {
  return asked.includes('last-payment') || (topic !== null && topic !== undefined && topic.intent !== intent && rowFor(topic.intent, asked, text) !== null);
}

/** 「15」 on a card names nothing else where its matter is not told by numbers. */
function isStrayNumber({ text, intents }: Situation, { intent }: Open<'confirm'>): boolean {
  const isTold = intents.get(intent)?.slots.some(({ entity }) => entity === 'plan' || entity === 'data' || entity === 'amount') ?? false;
  return !isTold && /^\d{1,4}[。.]?$/u.test(text.normalize('NFKC').trim());
}

/** A card with nothing to choose on it would only be shown once more; its articles say more. */
function isOfItsMatter(situation: Situation, { intent, proposed }: Open<'confirm'>): boolean {
  if (proposed !== undefined || situation.reading.asksForPerson || !asksBehindCard(situation.text)) return false;
  const aspects = aspectsIn(situation.reading.asked, situation.reading.locale);
  // 「号码会变吗」 is asked of whatever the card would change.
  if (aspects.some(({ isOnlyIfSaid }) => isOnlyIfSaid)) return true;
  if (situation.intents.get(intent)?.slots.length !== 0) return false;
  return clearIntent(situation) === intent || aspects.length > 0 || (intent === 'sim_lost' && isOfNewCard(situation.text));
}

export function pressedButton(situation: Situation): Decision | null {
  const { action, intents } = situation;
  if (!action) return null;
  const rule = 'pressed-button';
  if (action.id === 'handoff') return { rule, kind: 'handoff', reason: 'asked', intent: null };
  if (action.id === 'clarify:none') return { rule, kind: 'courtesy', intent: 'none_chosen' };
  if (action.id === UNHELPFUL) return { rule, kind: 'courtesy', intent: 'unhelpful' };
  if (action.id.startsWith('feedback:')) return { rule, kind: 'courtesy', intent: 'feedback' };
  if (action.id.startsWith('article:')) return { rule, kind: 'knowledge', query: action.id };
  const intent = /^(?:intent|clarify):(.+)$/.exec(action.id)?.[1];
  if (intent === undefined || !intents.has(intent)) return null;
  const clarified = action.id.startsWith('clarify:') ? openForm(situation, 'clarify') : null;
  const resumed = action.value === 'how=resume' ? RESUMING[situation.locale] : undefined;
  return forIntent(situation, rule, { ...wholeMessage(situation, intent), confidence: 1, text: clarified?.text ?? resumed ?? situation.text });
}

/** "Turn it back on" names nothing that an article is found by. */
const RESUMING = { 'zh-CN': '停机保号后怎么恢复使用', en: 'how do I resume a paused line' } as const;

/** What asking this intent leads to, by its kind. */
export function forIntent(situation: Situation, rule: string, need: ChosenNeed): Decision {
  switch (kindOf(situation, need.intent)) {
    case 'control':
      return { rule, kind: 'courtesy', intent: need.intent };
    case 'handoff':
      if (asksOnly(need)) return { rule, kind: 'answer', needs: [need] };
      if (declinesPerson(need)) return { rule, kind: 'courtesy', intent: situation.isQueued ? 'leave_line' : 'offer_declined' };
      return { rule, kind: 'handoff', reason: need.intent === PERSON_INTENT ? 'asked' : situation.intents.get(need.intent)?.isUrgent ? 'fraud' : 'intent', intent: need.intent };
    default:
      return { rule, kind: 'answer', needs: [need] };
  }
}

export function formAnswer(situation: Situation): Decision | null {
  const form = openForm(situation, 'slots');
  const rule = 'form-answer';
  if (isNothingToLeave(situation)) return { rule, kind: 'courtesy', intent: 'offer_declined' };
  if (!form || situation.action) return null;
  const { text, reading } = situation;
  if (isCancel(text)) return { rule, kind: 'courtesy', intent: 'form_cancelled' };
  if (reading.asksForPerson || isUrgentNow(situation)) return null;
  if (asksOfOutcome(situation, form)) return { rule, kind: 'knowledge', query: OUTCOME[/\p{Script=Han}/u.test(text) ? 'zh' : 'en'] };
  if (isUnknown(text)) return { rule, kind: 'form', slot: form.asking, value: '' };
  if (!pointsOnly(text) && (interrupts(situation, form) || asksInstead(situation, form))) return null;
  const sum = sumInstead(situation, form);
  return sum ?? { rule, kind: 'form', slot: form.asking, value: toldValue(situation, form) };
}

/** Told while the claim is being taken down, and the question stays open. */
const OUTCOME = { zh: '退费多久办结', en: 'how long does a refund claim take' };

function asksOfOutcome({ reading }: Situation, form: Open<'slots'>): boolean {
  return form.intent === 'refund_dispute' && reading.asked.includes('when-done');
}

const SUM = /^[¥]?(\d{1,5})(?:\.(\d{1,2}))?(元|块钱?|yuan|rmb)?$/iu;
const MONTHS = 12;

/** 「242」 names no charge and is no month: of a form that asks for a sum it is that, and the question stays. */
function sumInstead({ text, intents }: Situation, { intent, asking }: Open<'slots'>): Decision | null {
  const slots = intents.get(intent)?.slots ?? [];
  const asked = slots.find(({ name }) => name === asking)?.entity;
  const amount = slots.find(({ entity, name }) => entity === 'amount' && name !== asking)?.name;
  const [, yuan, fen = '', unit] = SUM.exec(text.normalize('NFKC').replace(/[\s。.!！]+$/u, '').trim()) ?? [];
  if (yuan === undefined || amount === undefined || !(asked === 'text' || (asked === 'month' && (unit !== undefined || Number(yuan) > MONTHS)))) return null;
  return { rule: 'form-answer', kind: 'form', slot: amount, value: String(Number(yuan) * 100 + Number(fen.padEnd(2, '0'))) };
}

const ENDS_SOMETHING = /取消|cancel/iu;

/** 「算了,不查了」 with nothing open leaves what is not there; 「取消」 may be the wish to end a service. */
function isNothingToLeave({ memory, action, text }: Situation): boolean {
  return memory.form === null && !memory.hasOfferedPerson && !action && isGivingUp(text) && !ENDS_SOMETHING.test(text);
}

/** The entity asked for in its normal form; else what was said, as it was said. Of two numbers for two slots the first comes first. */
function toldValue({ intents, reading, text }: Situation, form: Open<'slots'>): string {
  const slots = intents.get(form.intent)?.slots ?? [];
  const asked = slots.find(({ name }) => name === form.asking);
  const looked = asked?.pattern === undefined ? null : patternOf(asked.pattern)?.find(text);
  if (looked) return looked;
  // Some skills ask for a city of their own accord.
  const entity = asked?.entity ?? (form.asking === 'city' ? 'city' : undefined);
  if (entity === undefined || entity === 'text') return text.trim();
  const told = reading.entities.filter(({ kind }) => kind === entity);
  const fits = slots.filter((slot) => slot.entity === entity).length > 1 ? told[0] : told.at(-1);
  if (fits) return String(fits.value);
  if (entity === 'city') return placeIn(text);
  const yuan = entity === 'amount' ? /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim()) : null;
  // 「五十块」 is no number that anybody could be called by.
  if (entity === 'msisdn' && (text.normalize('NFKC').match(/\d/gu)?.length ?? 0) < 5) return '';
  return yuan ? String(Number(yuan[1]) * 100 + Number((yuan[2] ?? '').padEnd(2, '0'))) : text.trim();
}

const PLACE_ZH = /^(?:我?(?:现在|就)?(?:住|人)?在)?(?<place>\p{Script=Han}{2,10}?)(?:这里|这边|那边)?[啊呀哦呢吧的]?[。.!！]?$/u;
const PLACE_EN = /^(?:i'?m |i am |we'?re |we are |i live |it'?s )?(?:in |at |near )?(?<place>\p{L}[\p{L}' -]{1,39})[.!]?$/iu;
/** Talk rather than a name: 「哎呀我不晓得啥子验证码」, "I have no idea what you mean". Also a number that was spoken. */
const NO_NAME = /[我你您他她它咱俺没啥咋怎吗么嘛了哎唉喂]|不(?:会|要|能|想|懂|是|行|知|晓|好|清|对)|验证|手机|电话|号码|信号|客服|话费|[零〇幺一二三四五六七八九]{4}|\b(?:i|you|my|your|what|why|how|idea|mean|know|phone|code|signal|not|don'?t|can'?t|doesn'?t)\b/iu;

/** A town we have no name of is looked up as it was said; of what names no place nothing is. */
function placeIn(text: string): string {
  const plain = text.normalize('NFKC').trim();
  if (bareAnswerIn(plain) !== null || isRequest(plain)) return '';
  const place = (PLACE_ZH.exec(plain) ?? PLACE_EN.exec(plain))?.groups?.['place'] ?? '';
  return NO_NAME.test(place) ? '' : place;
}

/** Another clear wish, put as a question or an order; thanks and greetings are answered and the form stays. */
function interrupts(situation: Situation, form: Open<'slots'>): boolean {
  const intent = severalNeeds(situation)[0]?.intent ?? clearIntent(situation);
  if (intent === null || intent === form.intent) return false;
  if (kindOf(situation, intent) === 'control') return confidenceOf(situation, intent) >= 0.7;
  const asksOfList = form.choices !== undefined && ((situation.text.length <= LONGEST_OF_LIST && OF_THE_LIST.test(situation.text)) || BY_ITS_NUMBER.test(situation.text.normalize('NFKC').trim()));
  return !asksOfList && (isRequest(situation.text) || isSurelyElse(situation, form, intent));
}

/** No line of a list is named by these. */
const OF_NO_LIST: ReadonlySet<AskedKind> = new Set(['how-long', 'expires', 'gives-away', 'who', 'what-to-bring', 'where']);

/** A question is no month and no sum, and one of how long or how much no fact at all: 「那下次怎么避免」 is answered as what it is, and the form waits. */
function asksInstead({ text, intents, reading }: Situation, form: Open<'slots'>): boolean {
  const entity = intents.get(form.intent)?.slots.find(({ name }) => name === form.asking)?.entity;
  // Of a list the price and the size name a line of it.
  if (form.intent === 'vas_cancel' && (asksSinceWhen(text) || reading.asked.some((asked) => asked === 'how-much' || asked === 'how-much-saved'))) return true;
  if (form.choices !== undefined) return reading.asked.some((asked) => OF_NO_LIST.has(asked)) && pickIn(text) === null;
  if (BESIDES.test(text.normalize('NFKC').trim()) && isRequest(text)) return true;
  if (bareAnswerIn(text) !== null || reading.entities.some(({ kind }) => kind === entity)) return false;
  const said = plainly(text);
  if (aspectsIn(reading.asked, reading.locale).length > 0 || rowFor(form.intent, reading.asked, text) !== null || (said.length <= LONGEST_ASIDE[hasHan(said) ? 'zh' : 'en'] && ASIDE.test(said) && !HEDGED.test(said))) return true;
  return entity !== undefined && MEASURED.has(entity) && QUESTION.test(said);
}

/** 「顺便看看11月有没有又扣」, "also, did it happen in november": another matter, whatever it names. */
const BESIDES = /^(?:顺便|另外|对了|还有|顺带|再帮我|再给我)|^(?:also|by the way|btw|one more thing)\b/iu;
/** 「全退吗」, 「退到哪里」, 「要是不退呢」; 「是会员费吗」 is a fact said with a doubt. */
const ASIDE = /^谁|^(?:will|does|can|could) (?:it|i|you|they|this|that|the money) .{6,}$|[吗呢][?？。.!！]*$|(?:到|在|去)哪里?[?？。]*$|^(?:will|do|does|can|could|is|are|what if)\b.*\?$/iu;
const HEDGED = /^(?:是|应该|可能|好像|大概|也许|会不会|会员|[^吗呢]{0,4}费)|^(?:is it|maybe|could it be)\b/iu;
const LONGEST_ASIDE = { zh: 14, en: 48 };
const MEASURED: ReadonlySet<string> = new Set(['month', 'amount', 'date']);
const QUESTION = /怎么(?!回事|了|知道|记得|会知道|可能)|如何|为什么|为啥|什么时候|多久|能不能|可不可以|(?:能|可以|会|要)[^,，。]{0,8}吗|\b(?:how (?:do|can|long|much|to)|why|when (?:will|do|is)|can i|could i|will (?:it|i|you))\b/iu;

const OF_THE_LIST = /便宜|实惠|划算|贵|[大小多少]一?点?的|[一1]天的|日包|月包|包月的|cheap|expensive|big|small|more|less|\b(?:for (?:a|one) day|day one|daily)\b/iu;
/** 「10元的」, "the 10 yuan one": a line of the list by its price or its size. */
const BY_ITS_NUMBER = /^(?:我|就|要|选|买|来|订|换)*[¥￥]?\d{1,4}(?:\.\d{1,2})? ?(?:元|块钱?|gb?|个g|兆)?的?(?:那个|那款|这个|包|吧|啊|呀)*[。.!！]?$|^(?:i(?:'ll| will) (?:take|have) |give me )?(?:the )?[¥]?\d{1,4} ?(?:yuan|rmb|gb?)?(?: one| pack)?[.!]?$/iu;
const LONGEST_OF_LIST = 14;
/** So sure that it needs no question mark; never where any words may be the fact, and never of what the question is near to: 「便宜点的」 of plans. */
const SURELY_ELSE = 0.9;

function isSurelyElse(situation: Situation, form: Open<'slots'>, intent: string): boolean {
  const asked = situation.intents.get(form.intent)?.slots.find(({ name }) => name === form.asking);
  if (OF_THE_LIST.test(situation.text)) return false;
  if (!form.choices || asked?.entity === undefined || asked.entity === 'text' || confidenceOf(situation, intent) < SURELY_ELSE) return false;
  const related = situation.intents.get(intent)?.slots.some(({ entity }) => entity === asked.entity) ?? false;
  const isNear = form.intent.split('_')[0] === intent.split('_')[0];
  return !related && !isNear && !situation.reading.entities.some(({ kind }) => kind === asked.entity);
}

const NONE = /^(都不是|都不对|不是|不对|没有|none|none of (these|them)|neither|no)[。.!！]*$/i;

export function clarifyAnswer(situation: Situation): Decision | null {
  const form = openForm(situation, 'clarify');
  if (!form || situation.action) return null;
  const rule = 'clarify-answer';
  const text = situation.text.normalize('NFKC').trim();
  if (NONE.test(text)) return { rule, kind: 'courtesy', intent: 'none_chosen' };
  const chosen = chosenOption(situation, form, text);
  if (chosen === null) return null;
  return forIntent(situation, rule, { ...wholeMessage(situation, chosen), confidence: 1, text: `${form.text} ${situation.text}` });
}

function namesOf(situation: Situation, id: string): readonly string[] {
  return Object.values(situation.intents.get(id)?.names ?? {}).map((name) => name.toLowerCase());
}

function chosenOption(situation: Situation, form: Open<'clarify'>, text: string): string | null {
  const { options } = form;
  if (options.length === 1 && (isYes(text) || takesOffer(text))) return options[0] ?? null;
  const which = pickIn(text)?.which;
  if (typeof which === 'object' && 'from' in which) return placed(options, which) ?? null;
  const said = text.toLowerCase();
  const named = options.find((id) => namesOf(situation, id).includes(said));
  if (named !== undefined) return named;
  // 「宽带」, then 「故障」: a word of one option's name alone means that option.
  const naming = said.length >= 2 ? options.filter((id) => namesOf(situation, id).some((name) => name.includes(said))) : [];
  if (naming.length === 1) return naming[0] ?? null;
  const clear = clearIntent(situation);
  if (clear !== null && !options.includes(clear)) return null;
  const [best, second] = situation.reading.ranking.filter(({ intent }) => options.includes(intent));
  if (!best || best.confidence < valueOf(situation, 'clarifyFrom')) return null;
  return !second || best.confidence > second.confidence * 1.5 ? best.intent : null;
}
