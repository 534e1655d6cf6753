/** 「等一下」「让我想想」, "hold on", "let me think": nothing is asked and nothing is left; what is open waits. Pure. */
import type { Decision } from '../domain/decision.js';
import { heardOnce, plainText } from '../domain/heard.js';
import type { Situation } from './situation.js';

const BEFORE_ZH = '(?:等下|等会儿?|一会儿?|晚点|回头|好的?|嗯|哦|噢|那|呃|额|诶|哎|不好意思|不|先|你|您|请|麻烦|[\\s,，.。!！~～…])*';
const WAITING_ZH = '等(?:一下|下|一会儿?|会儿?|等|我(?:一下|下|会儿?)?)|稍(?:等|候)(?:一下|片刻|一会儿?)?|慢着|且慢|(?:别|不用?|不要)(?:着急|急|催)|不(?:着急|急)';
const THINKING_ZH = '(?:让|容)?(?:我|俺)(?:先|再|要|得|还要|需要)*(?:想想|想一想|想一下|看看|看一看|看一下|看下|考虑(?:一下|下|考虑|看看)?|琢磨(?:一下|下|琢磨)?|合计(?:一下|下|合计)?|确认一下|核对一下|核实一下|对一下|找找(?:看)?|找一下|找一找|商量(?:一下|下|商量)?|问问|问一下|问一问|问下)';
const LATER_ZH = '(?:(?:我|还是|就)(?:那|我|还是|就|先)*)?(?:等|到|等到)(?:合约|合同)?(?:到期|满了|期满|月底|年底|下个?月|明年|过完年)(?:了|以后|之后|的时候)*再(?:转|换|办|说|走|退|弄|携转|考虑)(?:网|号|走)?';
const AFTER_ZH = '(?:先|再说|吧|哈|啊|呀|哦|喔|嘛|呢|了|的|再回你|再告诉你|谢谢|[\\s,，.。!！~～…])*';

const BEFORE_EN = "(?:ok(?:ay)?|yes|yeah|no|oh|h+m+|u+m+|e+r+|well|please|sorry|just|so|right|can you|could you|[\\s,.!…])*";
const WAITING_EN = 'wait(?: up| a (?:sec(?:ond)?|moment|minute|bit)| for me)?|h[ao]ng on|hold on|(?:just )?(?:one|a|1) (?:sec(?:ond)?|moment|min(?:ute)?)|give me (?:a|one) (?:sec(?:ond)?|moment|min(?:ute)?|bit)|bear with me|no (?:rush|hurry)|brb';
const THINKING_EN = "let me (?:ask (?:my \\w+|around|someone)|think|see|check|look|have a (?:look|think)|think (?:about|on) it|think it over)|i(?:'ll| will| need to| have to| want to|'d like to) (?:think(?: about it| it over)?|have a think|check first)|thinking";
const AFTER_EN = '(?: (?:a (?:sec(?:ond)?|moment|minute|bit)|please|pls|first|then|thanks|thank you|again|there|now))*[\\s,.!~…]*';

const TAKES_TIME = new RegExp(`^(?:${BEFORE_ZH}(?:(?:${WAITING_ZH})(?:[,，]${THINKING_ZH})?|${THINKING_ZH}|${LATER_ZH})${AFTER_ZH}|${BEFORE_EN}(?:(?:${WAITING_EN})(?:[\\s,.!…]+(?:${THINKING_EN}))?|${THINKING_EN})${AFTER_EN})$`, 'iu');
/** Beyond this something else is said. */
const LONGEST = 32;

export const takesTime = heardOnce((text) => {
  const said = plainText(text).replace(/[’‘]/gu, "'");
  return said.length <= LONGEST && TAKES_TIME.test(said);
});

/** Whoever was asked and wants to think is not asked again, and has said nothing that could be misunderstood. */
export function takingTime({ text, action, hasAttachment }: Situation): Decision | null {
  return action || hasAttachment || !takesTime(text) ? null : { rule: 'takes-time', kind: 'courtesy', intent: 'takes_time' };
}
