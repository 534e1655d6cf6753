/** 「帮我催一下」, "report it": said where registering was offered, it takes the offer. Pure. */
import { heardOnce } from '../domain/heard.js';
import type { Button } from '../domain/message.js';

const ZH =
  /^(?:那|就|好的?|行|嗯|可以|请|麻烦|你们?|您|赶紧|赶快|快点?|先|我要|我想|帮我?|给我|替我|帮忙|直接|[\s,，])*(?:登记|核查|查一下|查一查|催(?:一?[下催])?|报(?:修|障|上去|一?下)?|反馈|上报|提交|处理|跟进)(?:一下|一?个|核查|工单|报修|故障|这笔|吧|了|呗|啊|呀|谢谢|[\s,，.。!！])*$|^(?:那|等|你们?|麻烦|请|到时候|什么时候|[\s,，])*(?:修好|好|恢复|弄好|通|到[账帐]?)了?(?:之后|以后|的话|再|就|请|麻烦|记得|[\s,，])*(?:告诉|通知|跟|和|给|叫|提醒)(?:一?声)?我(?:说|讲|发|回)?(?:一?[声下]|短信|个信|个消息)?(?:吧|啊|哦|[\s.。!！])*$/u;
const EN =
  /^(?:(?:ok|okay|yes|yeah|sure|please|then|so|just|can you|could you|would you|will you|go ahead and|i want to|i'd like to|i would like to|let'?s)[ ,]*)*(?:report|trace|chase|register|log|file|open|check|look into|escalate|raise|follow up(?: on)?)(?: (?:it|this|that|one|a ticket|a report|a case|a fault|the payment|the fault|up))?(?:,? (?:please|then|for me|now|thanks|thank you))*[.!]*$|^(?:please |ok |can you |could you |will you |just )*(?:hurry (?:it )?up|speed (?:it|this|that) up|push (?:it|this))(?: please)?[.!]*$|^(?:please |ok |can you |could you |will you |just )*(?:tell|let|notify|inform|text|message) me (?:know )?(?:when|once|as soon as) (?:it|that|this|service|the signal|everything)(?:'?s| is| has been| gets| comes)? (?:fixed|back|over|done|repaired|working|restored|resolved|mended)(?: again)?(?: please)?[.!]*$/iu;
const LONGEST = 60;

type Offered = Pick<Button, 'id' | 'label' | 'value'>;

/** The offer to register, if that is what is taken. */
export function reportTaken(offered: readonly Offered[], text: string): Offered | undefined {
  const offer = offered.find(({ value }) => value === 'report=yes');
  return offer && takesOffer(text) ? offer : undefined;
}

export const takesOffer = heardOnce((text) => {
  const said = text.normalize('NFKC').toLowerCase().trim();
  return said.length <= LONGEST && (ZH.test(said) || EN.test(said));
});

const REGISTERS = /登记|记录一下|备案|提交|上报|报上去|\b(?:register|log|file|record)\b/iu;

/** Says that it is to be put on record, and not what. */
export const asksToRegister = heardOnce((text) => takesOffer(text) && REGISTERS.test(text));

const HALF_ZH = /^(?:可以|行|好的?|嗯|那|就|要|选|我|约|都|还是|[\s,，。])*(?:(?<am>上午|早上)|(?<pm>下午))(?:吧|可以|来|的|都?行|好了?|呗|啊|方便|有空|在家|有人|要得|得行|不|吗|么|[\s,，。.!！~?？])*$/u;
const HALF_EN = /^(?:(?:ok|okay|yes|sure|the|in|make it|i'?d like|let'?s (?:do|say)|how about|then)[ ,]*)*(?:(?<am>mornings?)|(?<pm>afternoons?))(?: (?:is|works|would be|then|please|for me|fine|good|ok|okay|great|better|best|one))*[.!]*$/iu;

export const namesHalf = heardOnce((text) => [HALF_ZH, HALF_EN].some((words) => words.test(text.normalize('NFKC').toLowerCase().trim())));

/** 「可以 上午」 to times that were offered: the first of them that fits. */
export function visitTaken(offered: readonly Offered[], text: string): Offered | undefined {
  const times = offered.filter(({ value }) => value?.startsWith('visit=') === true);
  if (times.length === 0) return undefined;
  const said = text.normalize('NFKC').toLowerCase().trim();
  const half = (HALF_ZH.exec(said) ?? HALF_EN.exec(said))?.groups;
  if (half === undefined) return undefined;
  return times.find(({ value }) => value?.endsWith(half['am'] === undefined ? '-pm' : '-am') === true);
}
