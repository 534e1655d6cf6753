/** What the bills of several months come to together, and on average: 「这半年一共花了多少」, 「上季度」, "how much did I spend in the last 6 months". */
import type { Bill } from '../domain/account.js';
import { addMonths, monthOf } from '../domain/calendar.js';
import { heardOnce, plainText } from '../domain/heard.js';
import { sumFen } from '../domain/money.js';
import type { Asked } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { isSome, missingBill } from './bills.js';
import { askedYear } from './months.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { SkillAnswer } from './skill.js';

const SEVERAL = /(?:([二两三四五六2-6])|几)个月|(半年)|平均|每个?月|\b(?:last|past|previous) (?:(two|three|four|five|six|[2-6]) |few |couple of )?months\b|\b(half (?:a |the )?year)\b|\b(?:on )?average\b/iu;
const SUMS = /多少|几[块元]|一共|总共|合计|总计|加起来|平均|\b(?:how much|total|altogether|in all|average|add(?:s|ed)? up|sum|what (?:did|have) i (?:spen[dt]|pa(?:y|id)))\b/iu;
/** Each month by itself, a fee that comes every month, or the part of the bills that something else made. */
const NOT_TOGETHER = /分别|各是|各自|列|哪|最(?!近)|月租|月费|每个?月(?:都)?(?:要|扣|交)|流量|通话|短信|分钟|\b(?:each|every month|list|which|most|least|highest|lowest|data|minutes|texts|gb)\b/iu;
const COUNTS: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, two: 2, three: 3, four: 4, five: 5, six: 6 };
const HALF_YEAR = 6;

interface Span {
  readonly first: string;
  readonly last: string;
}

const QUARTER = /(?:第?([一二三四1-4])个?季度|\bq([1-4])\b|\b(first|second|third|fourth) quarter\b)|(上个?季度|\b(?:last|previous) quarter\b)|(这个?季度|本季度|\bthis quarter\b)|(今年|\bthis year\b)/iu;
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, first: 1, second: 2, third: 3, fourth: 4 };
const MONTHS_OF_QUARTER = 3;

/** 「第四季度呢」, "and q4" after bills. */
export const namesQuarterAlone = heardOnce((text) => /^(?:那|那么|看|看看|查|查下|[\s,，])*(?:第?[一二三四1-4]个?季度|[上这本]个?季度)(?:的|一共|总共|多少|账单|[\s,，])*[呢啊呀?？。]*$|^(?:and |so |ok |then )*(?:(?:what|how) about )?(?:in |for )?(?:the )?(?:q[1-4]|(?:first|second|third|fourth|last|previous|this) quarter)(?: then)?[?.]*$/iu.test(plainText(text)));

const spanIn = heardOnce((text) => QUARTER.exec(plainText(text).toLowerCase()));

/** The quarter that is named, a year that is over, or this one up to now; of a quarter that is named alone the last that has begun is meant. */
function spanOf({ text, today, entities }: Pick<Asked, 'text' | 'today' | 'entities'>): Span | null {
  const found = spanIn(text);
  const named = askedYear({ text, today, entities });
  if ((found === null && named === null) || NOT_TOGETHER.test(plainText(text).toLowerCase()) || entities.some(({ kind }) => kind === 'month' || kind === 'date')) return null;
  const running = monthOf(today);
  if (found === null) return { first: `${named}-01`, last: `${named}-12` };
  const [, zh, number, en, isLast, , isYear] = found;
  const year = named ?? running.slice(0, 4);
  if (isYear !== undefined) return { first: `${year}-01`, last: running };
  const current = Math.ceil(Number(running.slice(5)) / MONTHS_OF_QUARTER);
  const quarter = zh ?? number ?? en;
  const meant = quarter === undefined ? current - (isLast === undefined ? 0 : 1) : (QUARTERS[quarter] ?? Number(quarter));
  const begins = addMonths(`${year}-01`, (meant - 1) * MONTHS_OF_QUARTER);
  const first = quarter !== undefined && begins > running ? addMonths(begins, -12) : begins;
  return { first, last: addMonths(first, MONTHS_OF_QUARTER - 1) };
}

/** How many months are meant; null where no sum of several is asked for. */
const monthsTogether = heardOnce((text): number | null => {
  const said = plainText(text).toLowerCase();
  const several = SEVERAL.exec(said);
  if (several === null || !SUMS.test(said) || NOT_TOGETHER.test(said)) return null;
  const counted = several[1] ?? several[3];
  return counted === undefined ? HALF_YEAR : (COUNTS[counted] ?? Number(counted));
});

export const asksTogether = (text: string): boolean => monthsTogether(text) !== null || (spanIn(text) !== null && SUMS.test(plainText(text).toLowerCase()));

export function billsTogether(asked: Asked, bills: readonly [Bill, ...Bill[]]): SkillAnswer | null {
  const span = spanOf(asked);
  const count = span !== null || asked.entities.some(({ kind }) => kind === 'month' || kind === 'date') ? null : monthsTogether(asked.text);
  if (span === null && count === null) return null;
  const meant = span === null ? bills.slice(0, count ?? 0) : bills.filter(({ month }) => month >= span.first && month <= span.last);
  return isSome(meant) ? summedUp(asked, meant, span) : missingBill(asked, bills, missing(bills[0], span));
}

/** Of months that are all to come the first comes out first. */
function missing({ month }: Bill, span: Span | null): string {
  if (span === null) return month;
  return span.first > month ? span.first : span.last;
}

/** Months of the span without a bill: not issued yet, or no longer kept. */
function leftOut({ words: { billing } }: Asked, bills: readonly [Bill, ...Bill[]], span: Span | null): string | null {
  const newest = bills[0].month;
  const oldest = bills.at(-1)?.month ?? newest;
  return span !== null && (span.first < oldest || span.last > newest) ? billing.sumOfKept({ first: span.first, last: span.last }) : null;
}

function summedUp(asked: Asked, meant: readonly [Bill, ...Bill[]], span: Span | null): SkillAnswer {
  const [{ asOf, month: last }] = meant;
  const totalFen = sumFen(meant.map((bill) => bill.totalFen));
  const eachFen = Math.round(totalFen / meant.length);
  const first = meant.at(-1)?.month ?? last;
  const { billing, buttons, formats } = asked.words;
  const more = [nextButton('bill_query', buttons.bill, `month=${last}`), nextButton('plan_recommend', buttons.planRecommend), personButton(asked.words)];
  if (meant.length === 1) return answered(asked, { lines: [leftOut(asked, meant, span), billing.sumOfOne({ asOf, month: last, totalFen })], buttons: more });
  const months = [...meant].reverse();
  return answered(asked, {
    lines: [leftOut(asked, meant, span), billing.sum({ asOf, first, last, count: meant.length, totalFen, eachFen }), onCard(span === null ? billing.trend({ months }) : billing.eachMonth({ months }))],
    card: factsCard(billing.sumTitle({ count: meant.length }), asOf, [
      ...months.map((bill) => ({ name: formats.month(bill.month), value: formats.amount(bill.totalFen) })),
      { name: billing.sumTotal, value: formats.amount(totalFen) },
      { name: billing.sumEach, value: formats.amount(eachFen) },
    ]),
    buttons: more,
  });
}
