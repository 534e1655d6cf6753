/** One step further into an item that changed a bill: used how much against what the plan includes, ordered when, charged how often, as far as the account says. Pure. */
import type { Bill, BilledUsage, BillItem, Plan, PlanHolding, Product } from '../domain/account.js';
import { fits, heardOnce, plainText } from '../domain/heard.js';
import { amountOf, toldChange, type Change, type Comparison } from './bill-difference.js';

export interface CauseFacts extends Comparison {
  readonly plans: readonly Plan[];
  readonly products: readonly Product[];
  readonly holding: PlanHolding;
}

/** Lines that say where it comes from, and what may be done next about it; null where the account says no more than the reason that was told. */
export interface Cause {
  readonly lines: readonly string[];
  readonly next: 'call-detail' | 'roaming' | 'refund' | 'cancel' | 'recommend' | null;
}

/** As the dialogue puts a mere 「为什么」 behind a bill that was explained, and whoever asks it outright. */
export const asksCause = fits(/(?:怎么|从哪里?|哪里)来的|是什么造成的|\bwhat caused\b|\bwhere (?:did|does|do) .{1,24} come from\b/iu);

const ITEM_ZH = /^(?:那|还有|至于|么|[,，\s])*(?:套餐外|国际|境外|多的?)*(?:流量|通话|电话|话费|短信|语音|漫游)(?:费用?|那?块|的)*(?:又?是)?(?:怎么回事|为什么|为啥|咋回事|怎么这么多|怎么来的)?[呢啊嘛?？。]*$/u;
const ITEM_EN = /^(?:(?:and|what about|how about|why|so|but) )+(?:the |my )?(?:data|calls?|texts?|roaming)(?: (?:charges?|fees?|costs?|part|one))?[?.]*$/iu;

/** One of the items of the bill that was explained: 「那电话费呢」, "and the texts?". */
export const asksOfItem = heardOnce((text) => ITEM_ZH.test(plainText(text)) || ITEM_EN.test(plainText(text)));

const WHICH_DAY = /(?:漫游|境外)[^,，。]{0,8}(?:哪[一几]?天|哪一?日|几[号日]|什么时候|啥时候|何时)|(?:哪[一几]?天|什么时候)[^,，。]{0,6}(?:产生|用|收|扣)?的?漫游|\b(?:which|what) days?\b.{0,24}\broam|\bwhen\b.{0,24}\broam|\broam\w*\b.{0,24}\b(?:which|what) days?\b/iu;
/** 「你给我看看是哪四天」, "which days exactly". */
const DAY_ALONE = /^(?:那|你们?|给我|帮我|看看|查查|查一?下|具体|到底|都?是|在|[\s,，])*哪(?:一|几|[二两三四五六七])?(?:天|日|几号)(?:产生|用|扣|收)?(?:的)?[呢啊呀?？。]*$|^(?:so |and |on )*(?:which|what) (?:days?|dates?)(?: exactly| was it| were they| was that)*[?.]*$/iu;
/** 「那漫游是哪天产生的」 of the bill that was told: what it knows of it, and that it knows no day. */
export const asksRoamingDay = heardOnce((text) => WHICH_DAY.test(plainText(text)) || DAY_ALONE.test(plainText(text)));

/** What is called by other words than its name on the bill. */
const CALLED: Readonly<Partial<Record<BillItem['kind'], RegExp>>> = {
  'overage-data': /流量|\bdata\b/iu,
  'overage-voice': /通话|电话|\bcalls?\b|\bcalling\b|\bminutes\b/iu,
  'overage-sms': /短信|\btexts?\b|\bsms\b/iu,
  roaming: /漫游|境外|国外|出国|\broam|\babroad\b/iu,
  plan: /月费|套餐费|\bmonthly fee\b|\bplan fee\b/iu,
  discount: /优惠|折扣|\bdiscount\b/iu,
};

/** Roaming is asked of, whether or not a bill has any. */
export const namesRoaming = fits(/漫游|\broaming\b/iu);

/** The one of the changes that is named; roaming before the data it is made of. */
export function namedIn(text: string, changes: readonly Change[]): Change | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  const firstOf = ({ before, after }: Change): BillItem | undefined => after.items[0] ?? before.items[0];
  const named = changes.filter((change) => {
    const item = firstOf(change);
    return item !== undefined && (Object.values(item.name).some((name) => said.includes(name.toLowerCase())) || CALLED[item.kind]?.test(said) === true);
  });
  return named.find((change) => firstOf(change)?.kind === 'roaming') ?? named[0];
}

type Measured = 'overage-data' | 'overage-voice' | 'overage-sms';
const USED: Readonly<Record<Measured, (usage: BilledUsage) => number>> = {
  'overage-data': ({ dataMb }) => dataMb,
  'overage-voice': ({ voiceMinutes }) => voiceMinutes,
  'overage-sms': ({ smsCount }) => smsCount,
};

/** Of one unit, where the bill says it to the fen. */
function eachFenOf(group: Change['after']): number | null {
  const amount = amountOf(group);
  return amount > 0 && group.totalFen % amount === 0 ? group.totalFen / amount : null;
}

/** What the plan of that month includes; unknown where packs came on top of it, or the plan is none of ours. */
function includedIn(bill: Bill, kind: Measured, { plans, locale, words }: CauseFacts): string | null {
  const code = bill.items.find((item) => item.kind === 'plan')?.code;
  const plan = plans.find(({ id }) => id === code);
  if (plan === undefined || bill.items.some((item) => item.kind === 'pack')) return null;
  const { formats } = words;
  const volumes = kind === 'overage-data' ? formats.data(plan.dataMb) : kind === 'overage-voice' ? formats.minutes(plan.voiceMinutes) : formats.messages(plan.smsCount);
  return words.billing.cause.included({ plan: plan.name[locale], volumes });
}

function overage(change: Change, kind: Measured, facts: CauseFacts): Cause | null {
  const { bill, previous, words } = facts;
  const { cause, quantity } = words.billing;
  const [item] = change.after.items;
  if (item?.quantity === undefined || item.quantity === null || bill.usage === null) return null;
  const use = { month: bill.month, used: USED[kind](bill.usage), previousMonth: previous.month, before: previous.usage === null ? null : USED[kind](previous.usage) };
  const { unit } = item.quantity;
  const eachFen = eachFenOf(change.after);
  const used = kind === 'overage-data' ? cause.usedData(use) : kind === 'overage-voice' ? cause.usedVoice(use) : cause.usedSms(use);
  const charged = eachFen === null ? null : cause.charged({ quantity: quantity({ amount: amountOf(change.after), unit }), unit, eachFen, totalFen: change.after.totalFen });
  const isVoice = kind === 'overage-voice';
  return { lines: [used, includedIn(bill, kind, facts), charged, isVoice ? cause.callsByDay : cause.byMonth].filter((line) => line !== null), next: isVoice ? 'call-detail' : 'recommend' };
}

function roaming(change: Change, { bill, products, words }: CauseFacts): Cause | null {
  const { cause } = words.billing;
  const unit = change.after.items[0]?.quantity?.unit;
  const eachFen = eachFenOf(change.after);
  if (eachFen === null) return null;
  if (unit === 'day') return { lines: [cause.roamingDays({ days: amountOf(change.after), eachFen })], next: null };
  if (unit !== 'MB' || bill.usage === null) return null;
  const passes = products.filter(({ kind }) => kind === 'roaming').map(({ priceFen }) => priceFen);
  const { roamingDays: days, roamingMb: mb } = bill.usage;
  return {
    lines: [cause.roaming({ month: bill.month, days, mb, eachFen }), ...(passes.length > 0 ? [cause.roamingPass({ fromFen: Math.min(...passes) })] : []), cause.byMonth],
    next: 'roaming',
  };
}

function extra(change: Change, { bill, previous, subscriptions, words }: CauseFacts): Cause | null {
  const { cause } = words.billing;
  const held = subscriptions.filter(({ productId }) => productId === change.code);
  const [one] = held;
  const times = change.after.items.length;
  if (one === undefined || times === 0) return null;
  const { since, priceFen } = one;
  if (times > held.length) return { lines: [cause.extraDoubled({ month: bill.month, times, held: held.length, since, priceFen })], next: 'refund' };
  if (change.before.items.length > 0) return null;
  const isTrial = since.slice(0, 7) <= previous.month;
  return { lines: [isTrial ? cause.extraTrial({ since, month: bill.month, priceFen }) : cause.extraNew({ since, priceFen })], next: 'cancel' };
}

function plan(change: Change, { holding, locale, words }: CauseFacts): Cause | null {
  const [from, to] = [change.before.items[0], change.after.items[0]];
  if (from === undefined || to === undefined || from.code === to.code) return null;
  const since = holding.plan.id === to.code ? holding.since : null;
  return { lines: [words.billing.cause.plan({ from: from.name[locale], fromFen: change.before.totalFen, to: to.name[locale], toFen: change.after.totalFen, since })], next: null };
}

function packs({ after }: Change, { locale, words }: CauseFacts): Cause | null {
  return after.items.length === 0 ? null : { lines: after.items.map(({ name, amountFen }) => words.billing.cause.pack({ name: name[locale], amountFen })), next: 'recommend' };
}

function ofKind(kind: BillItem['kind'] | undefined, change: Change, facts: CauseFacts): Cause | null {
  switch (kind) {
    case 'overage-data':
    case 'overage-voice':
    case 'overage-sms':
      return overage(change, kind, facts);
    case 'roaming':
      return roaming(change, facts);
    case 'extra':
      return extra(change, facts);
    case 'plan':
      return plan(change, facts);
    case 'pack':
      return packs(change, facts);
    default:
      return null;
  }
}

/** The item with what it came to more or less, and where that comes from. */
export function causeOf(change: Change, isFirst: boolean, facts: CauseFacts): Cause & { readonly isKnown: boolean } {
  const { billing } = facts.words;
  const { name, beforeFen, afterFen, reason } = toldChange(change, facts);
  const cause = ofKind((change.after.items[0] ?? change.before.items[0])?.kind, change, facts);
  const lead = billing.cause.item({ name, fen: afterFen - beforeFen, isFirst });
  if (cause === null) return { lines: [lead, billing.cause.other({ reason }), billing.cause.noMore], next: null, isKnown: false };
  return { ...cause, lines: [lead, ...cause.lines], isKnown: true };
}
