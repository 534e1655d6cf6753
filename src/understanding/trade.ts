/** Whether a set of messages is about telecoms at all. */
import type { Item } from './corpus.js';

const WORDS = new RegExp(
  '话费|流量|套餐|宽带|信号|充值|停机|欠费|漫游|账单|发票|手机|号码|短信|电话|卡|网|合约|积分|客服|人工|营业厅|缴费|套餐' +
    '|\\b(?:sim|esim|roam\\w*|broadband|fibre|router|wi-?fi|signal|network|mobile|phone|data|plan|plans|sms|texts?|calls?|calling|minutes|bill|bills|invoice|top(?:ped|ping)?[ -]?up|recharge|tariff|number|internet|5g|4g|line|contract|store|agent|apn|voicemail|puk|volte|landline|points)\\b',
  'iu',
);
const SHARE = 0.4;

/** The sentences that ship as none of our business lie outside this trade only: for a set about anything else they prove nothing. */
export function isOfTheTrade(items: readonly Pick<Item, 'text'>[]): boolean {
  const named = items.filter(({ text }) => WORDS.test(text)).length;
  return named >= SHARE * items.length;
}
