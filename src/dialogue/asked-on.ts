/** What is asked or ordered right after an answer in words that name nothing: 「还要多久」 of a ticket, 「哪个最贵」 of extras, "cancel it". One table: of what, what is asked, and what answers it. Pure. */
import type { Asked, AskedKind } from '../domain/asked.js';
import type { ChosenNeed } from '../domain/decision.js';
import { hasHan, heardOnce, plainText } from '../domain/heard.js';
import { asksOfExtras, asksOfItems, asksWhichMonth, asksWhichPayment } from '../skills/asked-extremes.js';
import { asksWhomMost } from '../skills/call-most.js';
import { asksOfItem, asksRoamingDay } from '../skills/bill-cause.js';
import { asksBeforePaying } from '../skills/arrears-suspension.js';
import { asksTogether, namesQuarterAlone } from '../skills/bills-together.js';
import { callsOff } from '../skills/calling-off.js';
import { asksPriceOfSize } from '../skills/data-pack-buy.js';
import { asksWhetherLapses } from '../skills/data-usage-query.js';
import { asksForOtherTime, asksWhenMended, isPastSteps } from '../skills/fault-reports.js';
import { asksWhetherChanged } from '../skills/plan-change.js';
import { asksOfWrongCode } from '../skills/puk-unlock.js';
import { asksSinceWhen } from '../skills/extras.js';
import { asksWhyGone } from '../skills/usage-days.js';
import { asksWhetherLasts } from '../skills/usage-pace.js';
import { plainOf } from '../understanding/asked.js';
import { plainly } from '../understanding/plainly.js';
import { asksForMore, saysFound } from '../understanding/pointing.js';
import { asksOfLeavingNow, saysRoamingIsOn, asksOtherWay, namesCompany, asksCheapestAbroad, asksOfEarlierInvoices, asksOfNotRenewing, asksOfUnusedDays, asksToTurnOff, asksWhenDayBegins, asksWhetherFound, wantsItBack, asksHowLongIsLeft, asksOfDayAbroad, goesWithoutPack, buysDayAbroad, asksOfDaysAbroad, asksToSetUp, asksOfCallsAbroad } from './asked-on-words.js';
import { namesHalf, takesOffer } from './reporting-words.js';
import { asksWhetherItRestores, wondersAtCalls, wondersAtData } from './siblings.js';
import { clearIntent, isShort, kindOf, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';

/** What the answering skill reads itself is heard with its own ears. */
type Hears = (text: string) => boolean;

interface Row {
  /** The topics under way. */
  readonly of: readonly string[];
  readonly asks: readonly AskedKind[] | Hears;
  /** What answers; without it the topic once more. */
  readonly intent?: string;
  /** Stands for the words where they alone would be looked up in vain. */
  readonly said?: { readonly zh: string; readonly en: string };
  /** Answers it better than a sentence of the article that was quoted. */
  readonly goesFirst?: true;
  /** Also in a message that says more. */
  readonly isAtLength?: true;
}

const FAULTS = ['no_signal', 'slow_data', 'broadband_fault'];
const REPORTS = [...FAULTS, 'recharge_not_received'];
const CASES = ['ticket_progress', 'complaint', 'refund_dispute'];
const BILLS = ['bill_query', 'bill_explain'];
const USAGE = ['data_usage_query', 'voice_usage_query'];
const PLANS = ['plan_current', 'plan_recommend', 'plan_change'];
const POINTS = ['points_query', 'member_benefits'];
const EXTRAS = ['vas_query', 'vas_cancel'];

/** What is named itself is asked of by itself: 「流量够用到月底吗」 after the balance. */
const NAMES_A_KIND = /流量|话费|余额|[钱块]|通话|分钟|短信|电话|\b(?:data|credit|balance|money|minutes|calls|texts|gb)\b/iu;
const lastsOfWhatWasTold = heardOnce((text) => !NAMES_A_KIND.test(text) && asksWhetherLasts(text));

const LASTS = { zh: '流量够用到月底吗', en: 'will it last until the end of the month' };
const POINTS_FOR = { zh: '积分能换什么、怎么兑换', en: 'what points buy, and how' };
const OVERPAID = { zh: '话费充多了能退吗', en: 'get back what I overpaid' };
/** The price alone, and not the sums once more. */
const PRICE_OF_ADVISED = { zh: '推荐的套餐多少钱', en: 'the price of the plan advised' };
/** One step further than the card of what changed. */
const CAUSE_OF_ROAMING = { zh: '国际漫游费是怎么来的', en: 'what caused the roaming charge' };
const CAUSE_OF_BILL = { zh: '这一项是怎么来的', en: 'what caused that' };
const CANCEL_REPORT = { zh: '不用来修了，取消报修', en: 'cancel the report' };

/** 「师傅来要钱不」, 「师傅电话多少」: told by the article of the visit, and no wish to have one. */
const asksOfVisit = heardOnce((text) => /[钱费]|免费|电话|号码|几个人|带什么|\b(?:free|charged?|costs?|pay|fee|number)\b/iu.test(plainText(text)) && plainText(text).length <= 20);

/** 「能赔不」 right after a fault. */
const asksToBePaid = heardOnce((text) => /^(?:那|你们?|我|能不能|会不会|可不可以|能|会|可以|要|有没有|有|是不是|[\s,，])*(?:赔偿?|补偿)(?:吗|么|不|嘛|没|点|钱|我|多少|[\s?？。])*$|^(?:and |so |but )*(?:will|do|can|could|am|shall|should) i (?:be |get |going to )*(?:paid(?: back)?|compensated|refunded|credited|money(?: back)?|a refund|compensation|something(?: back)?)(?: (?:for|because of) .{1,40})?[\s?.]*$/iu.test(plainText(text)));

/** 「漫游费？我就用了一会儿地图」, "what roaming? I only used maps": of what is on the bill, and not of packs. */
const wondersAtRoaming = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 60 && /漫游|\broaming\b/iu.test(said) && !/关|包|开通|\b(?:off|packs?|pass|how much)\b/iu.test(said) && /漫游费?(?:[?？]|是(?:啥|什么))|没(?:有)?(?:出国|出去|去过)|[就只才](?:是)?(?:用|开|去|看|打)了?|哪来的|什么漫游|啥漫游|\b(?:what|which) roaming\b|\bonly (?:used|went|opened|checked)\b|\bjust (?:used|went|opened|checked)\b/iu.test(said);
});
const ROAMING_OFF = { zh: '怎么关闭国际漫游', en: 'how do I turn roaming off' };
const ORDER_PACK_ABROAD = { zh: '怎么订漫游包', en: 'how do I order a roaming pack' };
const CALLS_ABROAD = { zh: '在国外打电话、接电话多少钱一分钟', en: 'what do calls cost a minute while abroad' };

/** The first that fits. */
const ROWS: readonly Row[] = [
  // Of what is being worked on.
  { of: ['refund_dispute', 'complaint'], asks: ['when-done'], intent: 'ticket_progress' },
  { of: CASES, asks: ['how-long', 'too-slow', 'chase', 'where-it-stands', 'what-if-not', 'who-comes'], intent: 'ticket_progress' },
  { of: ['ticket_progress'], asks: ['when-done'] },
  { of: ['ticket_progress', 'complaint'], asks: ['calls-off'], intent: 'ticket_progress', said: CANCEL_REPORT },
  { of: ['recharge_not_received'], asks: ['still-missing', 'how-paid', 'how-long', 'sum-alone', 'what-if-not'], isAtLength: true },
  { of: ['recharge_not_received'], asks: heardOnce((text) => asksWhichPayment(plainOf(text))) },
  { of: ['recharge_not_received'], asks: ['just-paid'] },
  { of: ['recharge_not_received'], asks: asksWhetherFound },
  { of: ['recharge_not_received', ...BILLS, 'plan_rules'], asks: wantsItBack, intent: 'refund_dispute' },
  { of: REPORTS, asks: ['calls-off'], said: CANCEL_REPORT },
  { of: REPORTS, asks: callsOff },
  { of: FAULTS, asks: asksToBePaid, intent: 'plan_rules', said: { zh: '因故障造成的中断有补偿吗', en: 'is there compensation for an outage' }, isAtLength: true },
  { of: ['broadband_fault'], asks: ['sooner'] },
  { of: ['broadband_fault'], asks: asksForOtherTime, isAtLength: true },
  { of: ['broadband_fault'], asks: namesHalf },
  { of: FAULTS, asks: heardOnce((text) => (isPastSteps(text) || asksWhenMended(plainly(text))) && !asksOfVisit(text)), isAtLength: true },
  { of: ['slow_data'], asks: ['resets'] },
  { of: REPORTS, asks: takesOffer },
  { of: REPORTS, asks: ['who-comes', 'how-long', 'when', 'when-done', 'too-slow', 'chase', 'where-it-stands', 'why', 'what-now'] },
  { of: ['slow_data', 'data_usage_query', 'data_pack_buy'], asks: ['larger'], intent: 'data_pack_buy' },
  { of: PLANS, asks: ['larger', 'cheaper'], intent: 'plan_change' },
  { of: ['slow_data', 'data_usage_query', 'data_pack_buy'], asks: asksPriceOfSize, intent: 'data_pack_buy' },
  { of: ['slow_data', 'data_usage_query'], asks: ['recommend'], intent: 'data_pack_buy' },
  { of: ['slow_data', 'data_usage_query', 'data_pack_buy'], asks: ['cheaper'], intent: 'data_pack_buy' },
  { of: ['slow_data'], asks: ['not-enough', 'which-pack', 'how-much', 'mends', 'to-mend'], intent: 'data_pack_buy' },
  { of: ['slow_data', 'data_pack_buy', 'data_usage_query'], asks: asksOtherWay, intent: 'plan_recommend', said: { zh: '推荐合适的套餐', en: 'recommend a plan' } },
  { of: ['slow_data'], asks: ['mended-now'] },
  { of: ['sim_lost'], asks: saysFound },
  // Of what is owed, and of bills.
  { of: ['arrears_suspension', 'no_signal', 'balance_query', 'bill_query', 'recharge'], asks: ['how-to-pay'], intent: 'recharge', said: { zh: '怎么充值缴费', en: 'how to top up and pay' } },
  { of: ['arrears_suspension'], asks: ['to-pay', 'still-works', 'no-money', 'mended-now', 'part-payment', 'is-due', 'how-much', 'how-long', 'when-done', 'why', 'what-now'] },
  { of: ['arrears_suspension'], asks: asksWhetherItRestores },
  { of: ['arrears_suspension', 'no_signal'], asks: asksBeforePaying, intent: 'arrears_suspension' },
  { of: ['no_signal'], asks: ['to-pay', 'no-money', 'still-works'], intent: 'arrears_suspension' },
  { of: ['arrears_suspension'], asks: ['avoids'], intent: 'auto_pay', said: { zh: '怎么开通自动缴费', en: 'set up automatic payment' } },
  { of: ['arrears_suspension', 'no_signal', 'recharge', 'balance_query'], asks: ['has-paid'], intent: 'recharge_not_received' },
  { of: BILLS, asks: heardOnce((text) => asksWhichMonth(plainOf(text))), intent: 'bill_query' },
  { of: BILLS, asks: asksTogether, intent: 'bill_query' },
  { of: BILLS, asks: namesQuarterAlone, intent: 'bill_query' },
  { of: BILLS, asks: heardOnce((text) => asksOfItems(plainOf(text))), intent: 'bill_query' },
  { of: ['bill_explain'], asks: ['how-reckoned'], said: CAUSE_OF_BILL },
  { of: [...BILLS, 'balance_query', 'plan_current', 'recharge'], asks: ['when-charged'], intent: 'plan_rules', said: { zh: '账单几号出、几号缴费', en: 'when are bills issued and due' } },
  { of: ['bill_explain'], asks: ['why'], said: CAUSE_OF_BILL },
  { of: ['bill_explain'], asks: asksOfItem },
  { of: BILLS, asks: asksRoamingDay, intent: 'bill_explain', said: CAUSE_OF_ROAMING, goesFirst: true },
  { of: BILLS, asks: ['of-year', 'is-paid', 'is-due'], intent: 'bill_query' },
  { of: [...BILLS, 'balance_query', 'recharge', 'auto_pay', 'arrears_suspension', 'recharge_not_received'], asks: ['overpaid'], intent: 'recharge', said: OVERPAID, isAtLength: true },
  { of: [...BILLS, 'plan_current', 'balance_query', 'vas_query', 'plan_recommend'], asks: ['what-else'], intent: 'vas_query' },
  { of: BILLS, asks: ['waives'], intent: 'plan_rules', said: { zh: '这笔费用能不能减免', en: 'can you waive this fee' } },
  { of: [...BILLS, 'vas_query', 'roaming_international'], asks: ['denies'], intent: 'refund_dispute' },
  { of: BILLS, asks: wondersAtRoaming, intent: 'bill_explain', said: { zh: '漫游费是怎么来的', en: 'what caused the roaming charge' }, isAtLength: true },
  { of: ['bill_explain'], asks: wondersAtCalls, said: { zh: '套餐外通话费是怎么来的', en: 'what caused the charge for calls beyond the plan' }, isAtLength: true },
  { of: ['bill_explain'], asks: wondersAtData, said: { zh: '套餐外流量费是怎么来的', en: 'what caused the charge for data beyond the plan' }, isAtLength: true },
  { of: BILLS, asks: ['money-back'], intent: 'refund_dispute' },
  { of: [...BILLS, 'voice_usage_query'], asks: asksWhomMost, intent: 'call_detail' },
  { of: [...BILLS, 'balance_query', 'plan_current', 'slow_data', 'data_usage_query'], asks: ['save'], intent: 'plan_recommend' },
  { of: ['balance_query'], asks: ['gone-fast'], intent: 'bill_explain' },
  { of: ['data_usage_query'], asks: asksWhyGone },
  { of: ['balance_query'], asks: ['expires', 'when', 'last-payment'] },
  { of: ['balance_query', ...USAGE], asks: ['enough'] },
  { of: ['call_detail'], asks: ['is-free'] },
  { of: ['call_detail'], asks: asksWhomMost },
  // Of data, minutes and packs.
  { of: ['voice_usage_query'], asks: ['left'] },
  { of: [...USAGE, 'plan_current'], asks: ['calls-or-texts'], intent: 'voice_usage_query' },
  { of: ['data_pack_buy', 'data_usage_query', 'slow_data', 'roaming_international', 'plan_current'], asks: ['left', 'used-up'], intent: 'data_usage_query' },
  { of: [...BILLS, 'plan_current', 'plan_recommend', 'plan_rules', 'data_usage_query'], asks: ['goes-over'], intent: 'data_usage_query', said: LASTS },
  { of: ['voice_usage_query'], asks: ['goes-over'], said: LASTS },
  { of: ['roaming_international', 'plan_current', ...USAGE], asks: ['data-left'], intent: 'data_usage_query' },
  { of: ['plan_current', 'data_pack_buy'], asks: ['enough'], intent: 'data_usage_query' },
  { of: USAGE, asks: ['last-month', 'resets'] },
  { of: USAGE, asks: ['what-it-cost'], intent: 'bill_query' },
  { of: ['data_usage_query'], asks: asksWhetherLapses },
  { of: ['data_usage_query'], asks: ['not-enough', 'what-now', 'how-much'], intent: 'data_pack_buy' },
  { of: ['balance_query', ...USAGE], asks: lastsOfWhatWasTold, isAtLength: true },
  { of: ['data_usage_query'], asks: ['and-calls', 'calls-or-texts'], intent: 'voice_usage_query', said: { zh: '还剩多少通话分钟和短信', en: 'how many minutes and texts do I have left' } },
  { of: [...USAGE, 'balance_query', 'plan_current'], asks: ['calls-enough'], intent: 'voice_usage_query', said: { zh: '通话够用到月底吗', en: 'will my minutes last until the end of the month' } },
  { of: ['roaming_international'], asks: saysRoamingIsOn, said: { zh: '在境外没信号、上不了网', en: 'no service or no data abroad' }, goesFirst: true },
  { of: ['roaming_international'], asks: asksOfDayAbroad, said: { zh: '漫游包每天多少流量', en: 'how much data a day does a roaming pack have' }, goesFirst: true },
  { of: ['roaming_international'], asks: buysDayAbroad, said: { zh: '怎么订漫游包', en: 'how do I order a roaming pack' }, goesFirst: true },
  { of: ['roaming_international'], asks: goesWithoutPack, said: { zh: '没订漫游包，流量怎么收费', en: 'what does roaming data cost without a pack' }, goesFirst: true },
  { of: ['roaming_international'], asks: asksToTurnOff, said: ROAMING_OFF, goesFirst: true, isAtLength: true },
  { of: ['roaming_international'], asks: asksOfUnusedDays, said: { zh: '没用上的漫游包可以取消吗', en: 'can unused roaming days be cancelled' }, goesFirst: true },
  { of: ['roaming_international'], asks: asksCheapestAbroad, said: { zh: '漫游流量包价格', en: 'roaming pack prices' }, goesFirst: true, isAtLength: true },
  { of: ['roaming_international'], asks: asksWhenDayBegins, said: { zh: '漫游包按天怎么算', en: 'how the days of a roaming pack are counted' }, goesFirst: true, isAtLength: true },
  { of: ['roaming_international'], asks: asksOfDaysAbroad, said: { zh: '漫游包按天怎么算，去几天一共多少钱', en: 'how the days of a roaming pack are counted, and what several days come to' }, goesFirst: true },
  { of: ['roaming_international'], asks: asksToSetUp, said: { zh: '怎么订漫游包', en: 'how do I order a roaming pack' }, goesFirst: true },
  { of: ['roaming_international'], asks: ['how-much', 'fee'], said: { zh: '漫游包一天多少钱', en: 'how much is a roaming pack a day' }, goesFirst: true },
  { of: ['roaming_international'], asks: asksOfCallsAbroad, said: CALLS_ABROAD, goesFirst: true, isAtLength: true },
  { of: ['roaming_international'], asks: ['and-calls'], said: CALLS_ABROAD, goesFirst: true },
  { of: ['data_usage_query', 'data_pack_buy', ...PLANS], asks: ['gives-away'], intent: 'family_share', said: { zh: '流量能和家人共享吗', en: 'share data with my family' } },
  { of: ['data_pack_buy'], asks: ['pack-back'] },
  { of: ['data_pack_buy'], asks: asksForMore },
  // Of extras.
  { of: EXTRAS, asks: heardOnce((text) => asksOfExtras(plainOf(text))), intent: 'vas_query' },
  { of: EXTRAS, asks: ['how-much-saved', 'how-much'], intent: 'vas_query' },
  { of: EXTRAS, asks: asksSinceWhen, intent: 'vas_query' },
  { of: EXTRAS, asks: ['ends-all'], intent: 'vas_cancel' },
  { of: ['vas_query'], asks: ['what-is-it'] },
  { of: [...BILLS, 'call_services', 'vas_query'], asks: ['ends-them'], intent: 'vas_cancel' },
  { of: ['vas_query', 'plan_current'], asks: ['since-when'] },
  // Of plans and contracts.
  { of: ['plan_recommend'], asks: ['how-much'], said: PRICE_OF_ADVISED },
  { of: ['plan_recommend'], asks: ['how-much-saved', 'recommend', 'worth'] },
  { of: ['plan_current'], asks: ['recommend', 'which-pack'], intent: 'plan_recommend' },
  { of: ['plan_recommend'], asks: ['at-price'], intent: 'plan_change' },
  { of: [...PLANS, 'plan_rules'], asks: ['way-back'], intent: 'plan_rules', said: { zh: '套餐改了可以反悔吗', en: 'undo a plan change' } },
  { of: [...PLANS, 'contract_end'], asks: ['loses', 'penalty'], intent: 'contract_end' },
  { of: ['contract_end'], asks: ['penalty-sum'] },
  { of: ['contract_end'], asks: ['how-reckoned'], intent: 'plan_rules', said: { zh: '违约金怎么算', en: 'how is the contract penalty worked out' } },
  { of: ['plan_recommend'], asks: ['how-reckoned'] },
  { of: ['points_query'], asks: ['how-reckoned'], intent: 'member_benefits', said: { zh: '积分怎么来', en: 'how are points earned' } },
  { of: ['plan_change'], asks: asksWhetherChanged },
  { of: ['contract_end'], asks: ['gets-out'] },
  { of: ['contract_end'], asks: asksHowLongIsLeft },
  { of: ['contract_end'], asks: asksOfLeavingNow },
  { of: ['contract_end', 'plan_rules'], asks: ['afterwards', 'staying'], intent: 'plan_rules', said: { zh: '合约到期后会怎样', en: 'what happens when a contract ends' } },
  { of: ['contract_end', 'plan_rules'], asks: asksOfNotRenewing, intent: 'plan_rules', said: { zh: '合约到期后会怎样', en: 'what happens when a contract ends' }, isAtLength: true, goesFirst: true },
  { of: ['invoice'], asks: namesCompany, said: { zh: '开公司抬头的发票要什么资料', en: 'an invoice in the name of a company' }, goesFirst: true },
  { of: ['invoice'], asks: asksOfEarlierInvoices, said: { zh: '以前几个月的发票可以补开吗', en: 'how far back can I get an e-invoice' }, goesFirst: true },
  { of: ['number_portability', 'leave_intent', 'number_cancel'], asks: ['staying'], intent: 'contract_end' },
  { of: ['plan_current', 'vas_query', 'bill_query', 'balance_query', 'contract_end', 'points_query'], asks: ['how-much'] },
  // Of points.
  { of: POINTS, asks: ['lapsing'], intent: 'points_query', goesFirst: true },
  { of: POINTS, asks: ['expires', 'points-expire', 'when'], intent: 'points_query' },
  { of: ['points_query'], asks: ['not-spent'], intent: 'member_benefits', said: { zh: '积分会过期吗', en: 'when are points removed' } },
  { of: ['points_query'], asks: ['what-for'], intent: 'member_benefits', said: POINTS_FOR },
  { of: POINTS, asks: ['spends'], intent: 'member_benefits', said: POINTS_FOR, goesFirst: true },
  { of: POINTS, asks: ['earns'], intent: 'member_benefits', said: { zh: '积分怎么来', en: 'how are points earned' } },
  { of: ['puk_unlock'], asks: asksOfWrongCode },
];

/** By topic, in the same order. */
const ROWS_OF: ReadonlyMap<string, readonly Row[]> = new Map([...new Set(ROWS.flatMap((row) => row.of))].map((topic) => [topic, ROWS.filter((row) => row.of.includes(topic))]));

/** Whose articles tell of it where those of the matter itself do not. */
export const SIBLINGS: Readonly<Record<string, string>> = { plan_recommend: 'plan_change', plan_current: 'plan_change', plan_rules: 'plan_change', vas_query: 'vas_cancel', data_usage_query: 'data_pack_buy' };

function isAsked({ asks }: Row, asked: Asked, text: string): boolean {
  return typeof asks === 'function' ? asks(text) : asked.length > 0 && asks.some((kind) => asked.includes(kind));
}

/** What it carries on with after such an answer; null when it says more, or something else. */
export function rowFor(topic: string, asked: Asked, text: string, isShort = true): Pick<Row, 'said' | 'goesFirst'> & { readonly intent: string } | null {
  const found = ROWS_OF.get(topic)?.find((row) => (isShort || row.isAtLength) && isAsked(row, asked, text));
  return found ? { ...found, intent: found.intent ?? topic } : null;
}

const ORDERS: ReadonlySet<string> = new Set(['data_pack_buy', 'plan_change', 'vas_cancel']);

/** What a bill was made of besides extras. */
const OF_ROAMING = /漫游|roaming/iu;
const OF_PLAN = /套餐外|月费|优惠|beyond the plan|monthly fee|discount/iu;

/** How one charge or extra that was told of ends: 「怎么取消」, "how do I stop it", "cancel it". */
function endingOf(item: string, text: string, asksHow: boolean): Pick<ChosenNeed, 'intent' | 'text'> {
  if (OF_ROAMING.test(item)) return { intent: 'roaming_international', text: ROAMING_OFF[hasHan(text) ? 'zh' : 'en'] };
  return asksHow && OF_PLAN.test(item) ? { intent: 'plan_recommend', text } : { intent: 'vas_cancel', text: `${text} ${item}` };
}

/** 「云盘也退」 right after extras were told of, or one was ended. */
const ENDS_ALSO = /(?:也|还有|再|连|把|都|一起|顺便)[^,，。?？]{0,8}(?:退|取消|关|停|不要)[订掉了]?(?:吧|呗)?[。.!！~]*$|\b(?:also|too|as well)\b/iu;
const ENDS_EN = /\b(?:cancel|remove|drop|stop|end|turn off|get rid of|unsubscribe)\b/iu;

export function endsNamed({ reading: { entities }, text }: Situation): boolean {
  return entities.some(({ kind }) => kind === 'product') && ENDS_ALSO.test(text) && (hasHan(text) || ENDS_EN.test(text));
}

/** Of one charge or extra that was told, and of a change that was turned down a moment ago: 「算了还是买吧」, "cancel it". */
function ofOneThing(situation: Situation): Pick<ChosenNeed, 'intent' | 'text'> | null {
  const { memory: { topic, tried, form }, reading: { asked }, text, isSignedIn } = situation;
  const turnedDown = asked.includes('after-all') ? tried.findLast(({ outcome, intent }) => outcome === 'cancelled' && ORDERS.has(intent)) : undefined;
  if (form === null && turnedDown) return { intent: turnedDown.intent, text };
  const wasAbroad = form === null && tried.slice(-3).some(({ intent }) => intent === 'roaming_international');
  if (wasAbroad && topic?.intent !== 'roaming_international' && text.split(/[\s,，]+/u).some((part) => buysDayAbroad(part))) return { intent: 'roaming_international', text: ORDER_PACK_ABROAD[hasHan(text) ? 'zh' : 'en'] };
  if (topic === null) return null;
  const endsIt = asked.includes('ends-it');
  const asksHow = isSignedIn && asked.includes('undoing') && (form === null || form.kind === 'clarify');
  const { extra, item } = topic.slots;
  if (extra !== undefined && (endsIt || asksHow || asked.includes('ends-them'))) return endingOf(extra, text, asksHow);
  if (topic.intent === 'bill_explain' && item !== undefined && (endsIt || (asksHow && !asked.includes('money-back')))) return endingOf(item, text, asksHow);
  if (form === null && EXTRAS.includes(topic.intent) && endsNamed(situation)) return { intent: 'vas_cancel', text };
  return topic.intent === 'vas_query' && tried.at(-1)?.intent === 'vas_query' && endsIt ? { intent: 'vas_cancel', text } : null;
}

/** Whether what carries on answers it better than the article would: prices of a day abroad are told by one of several articles. */
export function goesBeforeArticle(situation: Situation): boolean {
  const { memory: { topic }, reading: { asked }, text } = situation;
  if (topic?.slots['extra'] !== undefined && ofOneThing(situation) !== null) return true;
  return topic !== null && asked.length > 0 && rowFor(topic.intent, asked, text)?.goesFirst === true;
}

export function askedOn(situation: Situation): ChosenNeed | null {
  const { memory: { topic }, reading: { asked }, text, intents } = situation;
  const one = ofOneThing(situation);
  if (one && intents.has(one.intent)) return { ...one, confidence: 1, entities: [] };
  const isAlone = isShort(situation);
  // At length a wish that a person sees to is told by its own words: 「我要投诉,你们那个师傅」.
  const own = isAlone ? null : clearIntent(situation);
  if (own !== null && kindOf(situation, own) === 'handoff') return null;
  const found = topic && rowFor(topic.intent, asked, text, isAlone);
  if (!found || !intents.has(found.intent)) return null;
  const need = { ...wholeMessage(situation, found.intent), confidence: 1 };
  return found.said ? { ...need, text: found.said[hasHan(text) ? 'zh' : 'en'], entities: [] } : need;
}
