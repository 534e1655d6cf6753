/** What is said of letters: whether the usual ones are wanted back after the large ones (「恢复正常字体」, "normal type"), and a yes to the offer of large ones. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';
import { isYes } from './situation.js';

const USUAL_ZH =
  /(?:恢复|换|变|改|调|回|用|要|还原)[回成到为]?(?:正常|普通|原来|默认|标准|平时|以前)的?(?:字|大小|模式|版)|字[体号]?(?:现在)?(?:太|有点|有些|好)大|字[体号]?(?:能不能|可以|能|再)?(?:调|改|变|弄|换)?(?:得|回)?小(?:一点|点|一些|些)|(?:小|小一点|小点)的?字|(?:关|退出|取消|不要|不用|不想要|停)[闭掉了]*(?:大字|老年|长辈|老人|适老|关怀)|(?:大字|老年|长辈|老人)(?:版|模式)?(?:关|退出|取消|不要|不用)/u;
const USUAL_EN =
  /\b(?:normal|usual|regular|standard|default|original|smaller) (?:type|letters?|text|font|print|lettering|mode)\b|\b(?:letters?|text|font|type|print) (?:is|are|looks?) (?:now |just |way |far |a bit |much )?too (?:big|large)\b|\b(?:turn|switch)(?:ed)? off (?:the )?(?:large|larger|big|elder|senior)\b|\b(?:large|larger|big|elder|senior) (?:type|letters|text|font|mode) off\b|\b(?:exit|leave|stop|no more) (?:the )?(?:large|larger|big|elder|senior) (?:type|letters|text|font|mode)\b|\b(?:letters?|text|font|type|print) smaller\b/iu;

/** Nobody tells a story about letters. */
const LONGEST = 40;

export const wantsUsualType = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= LONGEST && (USUAL_ZH.test(said) || USUAL_EN.test(said));
});

const STILL_SMALL = /^(?:字体?|可是|但是?|怎么|现在|这|[\s,，])*(?:还是|还|仍然|依然)(?:有点|是|太|很|这么|那么)*(?:小|看不清楚?|看不见)(?:了|啊|呀|呢|的)*$|^(?:but |it'?s |it is |the (?:text|letters|type) (?:is|are) )*still (?:too |very |so )?(?:small|tiny|hard to read)$/iu;

/** Of the large letters that are in use. */
export const wantsStillLarger = heardOnce((text) => text.length <= LONGEST && STILL_SMALL.test(plainText(text)));

/** With nothing else on offer a plain yes can only be to the large letters. */
export function largeTypeTaken<Offered extends { readonly id: string }>(offered: readonly Offered[], text: string): Offered | undefined {
  const [only] = offered;
  return offered.length === 1 && only?.id === 'intent:elder_mode' && isYes(text) ? only : undefined;
}
