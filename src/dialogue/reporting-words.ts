/** 「帮我催一下」, "report it": said where registering was offered, it takes the offer. Pure. */
import type { Button } from '../domain/message.js';

const ZH =
  /^(?:那|就|好的?|行|嗯|可以|请|麻烦|你们?|您|赶紧|赶快|快点?|先|我要|我想|帮我?|给我|替我|帮忙|直接|[\s,，])*(?:登记|核查|查一下|查一查|催(?:一?[下催])?|报(?:修|障|上去|一?下)?|反馈|上报|提交|处理|跟进)(?:一下|一?个|核查|工单|报修|故障|这笔|吧|了|呗|啊|呀|谢谢|[\s,，.。!！])*$/u;
const EN =
  /^(?:(?:ok|okay|yes|yeah|sure|please|then|so|just|can you|could you|would you|will you|go ahead and|i want to|i'd like to|i would like to|let'?s)[ ,]*)*(?:report|trace|chase|register|log|file|open|check|look into|escalate|raise|follow up(?: on)?)(?: (?:it|this|that|one|a ticket|a report|a case|a fault|the payment|the fault|up))?(?:,? (?:please|then|for me|now|thanks|thank you))*[.!]*$/iu;
const LONGEST = 60;

type Offered = Pick<Button, 'id' | 'label' | 'value'>;

/** The offer to register, if that is what is taken. */
export function reportTaken(offered: readonly Offered[], text: string): Offered | undefined {
  const offer = offered.find(({ value }) => value === 'report=yes');
  return offer && takesOffer(text) ? offer : undefined;
}

export function takesOffer(text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase().trim();
  return said.length <= LONGEST && (ZH.test(said) || EN.test(said));
}
