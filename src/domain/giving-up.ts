/** Words that leave whatever is under way, and nothing else: 「那算了」, "actually, never mind". */
import { heardOnce, plainText } from './heard.js';

const BEFORE = '(?:(?:好吧|好的|好|嗯|哦|那|还是|我|就|不好意思|抱歉|actually|ok(?:ay)?|oh|well|sorry|no|hmm+|nah|nope|wait|please)[\\s,，。!！~～.…]*)*';
const DOING = '(?:用|要|查|问|办|弄|看|改|搞|退|换|买|开|删|订|报|挂失|验证|登录)';
const LEFT = [
  `(?:算了|罢了)(?:吧|啦)?(?:[\\s,，。]*(?:(?:先|暂时|还是)?不${DOING}(?:了|吧|啦)?|我?(?:还是|先)?自己(?:再)?(?:看|弄|查|办|来|想办法|解决|等|去|问)(?:看|吧|好了|一下)?))?`,
  `取消(?:吧|了)?|不用(?:了|啦)|不了|(?:先|暂时)不${DOING}(?:了|吧)?|不${DOING}(?:了|吧|啦)`,
  '(?:please )?cancel(?: it| that| this)?|never ?mind(?: it| that| about it)?|forget (?:it|that|about it)|not now|no,? ?thank(?:s| you)|skip(?: it| this)?|leave it|don.?t bother',
].join('|');
/** Not now, and somebody is to be asked first: 「我问问儿子」. */
const FIRST = '(?:我?(?:还是|先|再|回头|回去)?(?:跟|和|找)?(?:儿子|女儿|孩子|家里?人|老[伴公婆])?(?:问问|想想|看看|考虑(?:考虑|一下)|商量(?:商量|一下)|再说)(?:儿子|女儿|孩子|家里?人|老[伴公婆]|他们|别人)?(?:吧|再说)?)';
/** Another day: 「下个月一号再换」, "i'll switch on the 1st". */
const LATER = [
  `(?:我?(?:等|到)?(?:(?:下个?月|下周|月底|月初|年底|明天|后天|以后|过[几两]天|回头|改天|到时候|下次|发工资|[一二三四五六七八九十\\d]{1,3}[月号日])(?:的时候|之后|了)?)+(?:我)?再${DOING.replace(')', '|说)')}(?:吧|了|好了)?)`,
  "(?:i(?:'ll| will| can)? )?(?:do|switch|change|buy|get|order|cancel|decide|come back|think about it|try|see)?(?: (?:it|that|this|to it))? ?(?:later|tomorrow|another (?:day|time)|some other time|next (?:week|month|time)|(?:on|from) the \\d{1,2}(?:st|nd|rd|th)(?: of next month)?)",
].join('|');
const AFTER = '(?:[\\s,，.]*(?:可以(?:不|吗|么)?|行(?:不行|吗|么|不)?|好(?:不好|吗|么|不)|成不|谢谢|多谢|thanks?|thank you|then|for now|please))?[\\s。.!！~～…]*';
const GIVING_UP = new RegExp(`^${BEFORE}(?:${LEFT})(?:[\\s,，。.]*(?:for now[\\s,，。.]*)?(?:${FIRST}|${LATER}))?${AFTER}$`, 'iu');

export const isGivingUp = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 60 && GIVING_UP.test(said);
});
