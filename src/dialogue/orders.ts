/** What is wanted by the form of a sentence where the words alone are also a sibling's: an order to end something, or a mere question. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import type { Situation } from './situation.js';

/** 「怎么取消彩铃」 asks how; 「取消彩铃」 wants it done. */
const ASKS = /怎么|怎样|如何|咋|为什么|为啥|吗|哪|[?？]|\b(?:how|why|what|where|can i|could i|is it|do i)\b/iu;
const ENDS = /退|取消|关[掉了闭]|停[掉了]|不要|不想?用|\b(?:cancel|turn off|switch off|stop|remove|unsubscribe|end|get rid of|drop|delete)\b/iu;
const ENDS_WITHIN = /\bturn\b.*\boff\b|\bswitch\b.*\boff\b|[把将].*关$/iu;
/** Services of calls that are paid by the month like any extra. */
const PAID_CALL_SERVICE = /彩铃|炫铃|铃音|来电提醒|漏话提醒|漏接提醒|ring ?-?back ?tone|ring ?tone|caller ?tune|missed[- ]?call/iu;

/** The need as it is to be answered: articles tell of 彩铃, only the account can end it. */
export function asOrdered({ intents }: Situation, need: ChosenNeed): ChosenNeed {
  const endsService = need.intent === 'call_services' && PAID_CALL_SERVICE.test(need.text) && (ENDS.test(need.text) || ENDS_WITHIN.test(need.text)) && !ASKS.test(need.text);
  return endsService && intents.has('vas_cancel') ? { ...need, intent: 'vas_cancel', confidence: 1 } : need;
}

const ASKS_WHO = /是谁|是哪[位个]|叫什么|^谁是|哪位是|\bwho(?:'s| is| are)\b|\bname of\b|\bhave an?\b.*\?/iu;

/** 「我的客户经理是谁」 is a question, which nobody is connected for unasked. */
export function asksOnly({ intent, text }: ChosenNeed): boolean {
  return intent === 'enterprise' && ASKS_WHO.test(text);
}
