/** What is asked of use that the systems do not keep: of one day, and of what used it. It is said so; a month's figure would pass for a day's. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';
import type { Asked } from './account-skill.js';
import { isDayToCome } from './months.js';

/** From a day on is no day, and until one neither. */
const IS_SPAN = /从|自|以来|到现在|开始|起|截[至止]|之前|以前|月底|几号到|\b(?:since|from|until|till|by|before|through)\b/iu;
const TODAY = /今天|今日|今儿|\btoday\b/iu;

/** One day that is past, or this one. */
function asksOfDay({ entities, text, today }: Pick<Asked, 'entities' | 'text' | 'today'>): boolean {
  const said = plainText(text);
  if (IS_SPAN.test(said)) return false;
  return TODAY.test(said) || entities.some(({ kind, value, text: name }) => kind === 'date' && (String(value) <= today || isDayToCome({ value, text: name }, today)) && said.includes(name));
}

const WHY_GONE = /(?:怎么|为什么|为啥|咋)[^,，。]{0,6}(?:用|跑|走|掉|没|消耗)(?:得|了|的)?(?:这么|那么|太)?(?:快|多|完)|(?:哪里|哪儿|什么|谁)(?:用|跑)(?:掉|了|走)|(?:跑|用|去)(?:到|在)?(?:哪里|哪儿)(?:去)?了|没(?:怎么|咋)用|就剩(?:这么)?(?:一?点)|就这么点|\bwhy\b.{0,24}\b(?:fast|quick(?:ly)?|gone|so little|so much)\b|\bhow come\b|\b(?:barely|hardly|did ?n'?t|have ?n'?t) (?:even )?use[d]?\b|\bwhere did\b.{0,24}\bgo\b|\bwhat (?:used|is using|ate|eats|took)\b|\bthat'?s all\b/iu;

/** 「怎么用得这么快」, "why did it go so fast" of what is left. */
export const asksWhyGone = heardOnce((text) => WHY_GONE.test(plainText(text).toLowerCase().replace(/[’‘]/gu, "'")));

/** Stands before the month's figures. */
export function notByDay(asked: Asked): string | null {
  return asksOfDay(asked) ? asked.words.line.notByDay : null;
}

const DAY_ZH = '(?:昨[天日]|前[天日]|大前天|今[天日]|那[天日]|当[天日]|上?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[号日])';
const COST_OF_DAY = new RegExp(
  `^(?:请问|查一?下?|看一?下?|帮我|给我|我的?|那|[\\s,，])*${DAY_ZH}(?:一天|这天|那天|我|一共|总共|的|都|,)*(?:(?:花|用|扣|消费|产生)(?:掉|了)?(?:我)?(?:多少|几)(?:钱|块钱?|元|话费|费用?)|(?:话费|花费|消费|费用|扣费)(?:明细|账单|是?多少钱?)?)[呢啊呀了?？。]*$` +
    "|^(?:and |so |please |show me |tell me )*(?:what|how much) (?:did|have) i (?:spen[dt]|pa(?:y|id)) (?:yesterday|today|(?:on|last) .{1,16})[?.]*$|^(?:and |so )?(?:yesterday|today)(?:'s|s)? (?:charges?|costs?|spending|bill)[?.]*$|^how much (?:did it cost|was i charged) (?:me )?(?:yesterday|today)[?.]*$",
  'iu',
);

/** 「昨天花了多少钱」, "what did i spend yesterday": bills are made by the month. */
export const asksCostOfDay = heardOnce((text) => COST_OF_DAY.test(plainText(text).replace(/[’‘]/gu, "'")));
