/** What the bills of several months come to together, and on average: 「这半年一共花了多少」, "how much did I spend in the last 6 months". */
import type { Bill } from '../domain/account.js';
import { heardOnce, plainText } from '../domain/heard.js';
import { sumFen } from '../domain/money.js';
import type { Asked } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { SkillAnswer } from './skill.js';

const SEVERAL = /(?:([二两三四五六2-6])|几)个月|(半年)|平均|每个?月|\b(?:last|past|previous) (?:(two|three|four|five|six|[2-6]) |few |couple of )?months\b|\b(half (?:a |the )?year)\b|\b(?:on )?average\b/iu;
const SUMS = /多少|几[块元]|一共|总共|合计|总计|加起来|平均|\b(?:how much|total|altogether|in all|average|add(?:s|ed)? up|sum|what (?:did|have) i (?:spen[dt]|pa(?:y|id)))\b/iu;
/** Each month by itself, a fee that comes every month, or the part of the bills that something else made. */
const NOT_TOGETHER = /分别|各是|各自|列|哪|最|月租|月费|每个?月(?:都)?(?:要|扣|交)|流量|通话|短信|分钟|\b(?:each|every month|list|which|most|least|highest|lowest|data|minutes|texts|gb)\b/iu;
const COUNTS: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, two: 2, three: 3, four: 4, five: 5, six: 6 };
const HALF_YEAR = 6;

/** How many months are meant; null where no sum of several is asked for. */
const monthsTogether = heardOnce((text): number | null => {
  const said = plainText(text).toLowerCase();
  const several = SEVERAL.exec(said);
  if (several === null || !SUMS.test(said) || NOT_TOGETHER.test(said)) return null;
  const counted = several[1] ?? several[3];
  return counted === undefined ? HALF_YEAR : (COUNTS[counted] ?? Number(counted));
});

export const asksTogether = (text: string): boolean => monthsTogether(text) !== null;

export function billsTogether(asked: Asked, bills: readonly [Bill, ...Bill[]]): SkillAnswer | null {
  const count = asked.entities.some(({ kind }) => kind === 'month' || kind === 'date') ? null : monthsTogether(asked.text);
  if (count === null) return null;
  const meant = bills.slice(0, count);
  const [{ asOf, month: last }] = bills;
  const totalFen = sumFen(meant.map((bill) => bill.totalFen));
  const eachFen = Math.round(totalFen / meant.length);
  const first = meant.at(-1)?.month ?? last;
  const { billing, buttons, formats } = asked.words;
  const months = [...meant].reverse();
  return answered(asked, {
    lines: [billing.sum({ asOf, first, last, count: meant.length, totalFen, eachFen }), onCard(billing.trend({ months }))],
    card: factsCard(billing.sumTitle({ count: meant.length }), asOf, [
      ...months.map((bill) => ({ name: formats.month(bill.month), value: formats.amount(bill.totalFen) })),
      { name: billing.sumTotal, value: formats.amount(totalFen) },
      { name: billing.sumEach, value: formats.amount(eachFen) },
    ]),
    buttons: [nextButton('bill_query', buttons.bill, `month=${last}`), nextButton('plan_recommend', buttons.planRecommend), personButton(asked.words)],
  });
}
