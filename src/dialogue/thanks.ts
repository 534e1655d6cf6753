/** The question that comes with a word of thanks, 「好的谢谢，那能减免吗」: politeness takes nothing away from it. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';

const THANKS = '(?:(?:好的?|行|嗯+|ok(?:ay)?|great|alright|all right)[\\s,，、。.!！]*)?(?:谢谢|多谢|感谢|谢了|谢啦|thanks|thank you|thx|cheers)(?:你们?|您|啦|了|啊|哈| (?:a lot|so much|very much))?';
const BEFORE = new RegExp(`^${THANKS}[\\s,，。.!！~～;；]+([^\\s,，。.!！~～;；].*)$`, 'iu');
const ASKS = /(?:[?？]|吗|么)[\s。.!！]*$|^(?:那|还有)?.{0,6}(?:怎么|如何|为什么|为啥|能不能|可不可以|有没有|是不是|多少|哪天|什么时候)|^(?:and |but |so )?(?:what|when|why|where|which|how|can|could|do|does|is|are|will) /iu;
const NOTHING_MORE = /没什么|没啥|没有?别的|没事|不用|how are you/iu;

export const askedBesideThanks = heardOnce((text): string | null => {
  const rest = BEFORE.exec(plainText(text))?.[1]?.trim() ?? '';
  return ASKS.test(rest) && !NOTHING_MORE.test(rest) ? rest : null;
});
