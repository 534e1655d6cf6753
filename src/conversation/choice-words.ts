/** What answers, in words, the choice put where nobody can come: 「打给我」, 「留言」, "go on with the assistant"; and what is asked of a call-back that was taken. Pure. */
import { dayOf, daysBetween, minuteOf } from '../domain/calendar.js';
import { pickIn } from '../dialogue/picks.js';
import { isGivingUp } from '../domain/giving-up.js';
import { hasHan, heardOnce } from '../domain/heard.js';
import { plainly } from '../understanding/plainly.js';
import { callTimeIn } from './call-times.js';

const CALL_ZH =
  /^(?:请问|那|我|想|要|麻烦|请|还是|能不能|能|可不可以|可以|让|叫|你们?|您|客服|人工|有?人|直接|等会儿?|晚点|[\s,，])*(?:给我(?:打|回|来)(?:过来|个|一个|通)*(?:电话?)?|打(?:个|一个|通)?电话(?:给我|过来|来|联系我)|打给我|回(?:个|一个)?电话?(?:给我)?|电话联系我|来(?:个|一个)?电话)(?:可以|行|好|不|吗|吧|么|嘛|呢|啊|[\s?？。.!！])*$/u;
const CALL_EN =
  /^(?:so |and |please |ok |okay |can |could |will |would |you |someone |somebody |anyone |an agent |a person |they |just |instead |i want |i'd like |to |[\s,])*(?:(?:call|phone|ring) me|give me a (?:call|ring))(?: back| instead| later| please| when it is my turn| when it's my turn)*[\s?.!]*$/iu;
const LONGEST = 60;

export function asksForCall(text: string): boolean {
  const said = plainly(text);
  return said.length <= LONGEST && (CALL_ZH.test(said) || CALL_EN.test(said));
}

export type ChoiceSaid = 'call-back' | 'message' | 'assistant';
const IN_ORDER = ['call-back', 'message', 'assistant'] as const;

const AT_THAT_TIME = /^(?:那|就|好的?|行|可以|[\s,，])*(?:到时候?|那时候?|到点|这个(?:时间|点))(?=.*(?:打|回|电话))|\b(?:then|at that time)(?=[\s.!]*$)/iu;
/** A day, a part of it and an hour, in this order. */
const TIME_ZH = /(今[天日]|明[天日]|后天)?的?(早上|早晨|上午|中午|下午|晚上)?的?(?:(\d{1,2})(?:点(?!半)|[:：]00))?(?:的时候|左右|钟|再|就|以后)?/u;
const TIME_EN = /\b(?:(today|tomorrow),? ?)?(?:(?:in the )?(morning|afternoon|evening),? ?)?(?:at (\d{1,2})(?::00)?(?: ?([ap]m))?)?[\s.!]*$/iu;
const CHOICE_MESSAGE =
  /^(?:那|就|我|想|要|给|你们?|客服|人工|请|还是|先|好的?|行|可以|[\s,，])*留(?:个|一个|一下|下|条|一条|一段)?(?:言|话|口信)(?:给(?:客服|人工|你们))?(?:吧|好了|呢|啊|可以吗|行吗|[\s?？。.!！])*$|^(?:ok(?:ay)? |please |then |can i |could i |may i |let me |i(?:'ll| will|'d like to| want to| would like to)? |just |rather |[\s,])*leave (?:you |them |him |her )?a (?:message|note)(?: please| then| instead| for (?:them|the agent))*[\s?.!]*$/iu;
const CHOICE_ASSISTANT = /^(?:那|就|我|还是|先|好的?|[\s,，])*(?:继续)?(?:问|找|跟|用)(?:你|小接|机器人|智能助手)(?:聊|说|问)?(?:吧|好了|也行|就行|[\s。.!！])*$|^(?:ok(?:ay)? |then |i(?:'ll| will)? |let'?s |[\s,])*(?:go on|continue|stay|carry on) with (?:you|xiaojie|the (?:assistant|bot))(?: please| then)*[\s.!]*$/iu;
const LONGEST_CHOICE = 40;

/** Null when the words answer something else, or name another time than the one on offer. */
export function choiceSaid(text: string, { callAt, now }: { readonly callAt: number | null; readonly now: number }): ChoiceSaid | null {
  const said = plainly(text);
  if (said.length > LONGEST_CHOICE) return null;
  if (saysMessage(said)) return 'message';
  if (isGivingUp(said) || CHOICE_ASSISTANT.test(said)) return 'assistant';
  const placed = IN_ORDER.slice(callAt === null ? 1 : 0).at(placeIn(said) ?? IN_ORDER.length);
  if (placed !== undefined) return placed;
  const untimed = callAt === null ? said : withoutTime(said.replace(AT_THAT_TIME, ''), { callAt, now });
  return untimed !== null && asksForCall(untimed) ? 'call-back' : null;
}

/** 「第二个」, "the last one", "1": counted from 0, from behind below it. */
function placeIn(said: string): number | null {
  const which = pickIn(said)?.which;
  if (which === undefined || typeof which === 'string' || !('from' in which) || which.from === 'middle') return null;
  return which.from === 'first' ? which.nth - 1 : -which.nth;
}

/** 「明天下午三点打给我」, "tomorrow at 3" to the choice: a time of one's own. */
export function ownTime(text: string, when: { readonly now: number; readonly near?: number }): number | null {
  const said = plainly(text);
  const time = said.length <= LONGEST_CHOICE ? callTimeIn(said, when) : null;
  return time !== null && (TIME_ALONE.test(time.rest) || asksForCall(time.rest)) ? time.at : null;
}

/** What may stand beside a time that answers the question for one. */
const TIME_ALONE = /^(?:那|就|嗯|好的?|行|可以|我|要|想|到|在|约|吧|了|行吗|行不行|好吗|方便|比较|ok(?:ay)?|please|then|is (?:better|fine|good|best)|would be (?:better|best|fine)|make it|let'?s say|works|for me|maybe|how about|[\s,，。.!！?？])*$/iu;

export const saysMessage = heardOnce((text) => text.length <= LONGEST_CHOICE && CHOICE_MESSAGE.test(plainly(text)));

/** Where in Chinese words a time begins. */
const TIME_BEGINS = /今[天日]|明[天日]|后天|早上|早晨|上午|中午|下午|晚上|\d{1,2}(?:点|[:：])/u;

/** The words without the time on offer; null when they name another one. */
function withoutTime(said: string, { callAt, now }: { readonly callAt: number; readonly now: number }): string | null {
  const isChinese = hasHan(said);
  const from = isChinese ? said.search(TIME_BEGINS) : 0;
  if (from < 0) return said;
  const found = (isChinese ? TIME_ZH : TIME_EN).exec(said.slice(from));
  const [whole = '', day, part = '', hour, half = ''] = found ?? [];
  const begins = from + (found?.index ?? 0);
  const offered = Number(minuteOf(callAt).slice(11, 13));
  const isLate = /下午|晚|afternoon|evening|pm/iu.test(`${part}${half}`);
  const ahead = day === undefined ? null : day === '后天' ? 2 : /^(?:明|tomorrow)/iu.test(day) ? 1 : 0;
  if (ahead !== null && ahead !== daysBetween(dayOf(now), dayOf(callAt))) return null;
  if (part !== '' && part !== '中午' && isLate !== offered >= 12) return null;
  if (hour !== undefined && (!minuteOf(callAt).endsWith(':00') || ![Number(hour), Number(hour) + 12].includes(offered) || (isLate && offered < 12))) return null;
  return `${said.slice(0, begins)}${said.slice(begins + whole.length)}`;
}

const WHEN_CALLED_ZH =
  /^(?:请问|那|你们?|客服|人工|他们|到底|大概|现在|还|[\s,，])*(?:(?:什么时候|几点|几时|哪天|多久|要多久)(?:才|会|能|可以|再|来)*(?:给我)?(?:打|回|来)(?:过来|个|一个)*(?:电话|电)?(?:给我)?|(?:回电|电话)(?:是|要)?(?:什么时候|几点|几时|多久)(?:来|打|到)?)(?:啊|呀|呢|了|[\s?？。.!！])*$/u;
const WHEN_CALLED_EN = /^(?:and |so |but |please |[\s,])*(?:when|what time) (?:will|do|are|is|does) (?:you|they|someone|somebody|the agent|an agent|it)(?: going to| gonna)? (?:be )?(?:call(?:ing)?(?: me)?(?: back)?|ring(?:ing)? me|phon(?:e|ing) me)[\s?.!]*$|^(?:and |so )?when is (?:my|the) call(?:[ -]?back)?[\s?.!]*$/iu;

/** 「几点打给我」, "when will you call me". */
export function asksWhenCalled(text: string): boolean {
  const said = plainly(text);
  return said.length <= LONGEST && (WHEN_CALLED_ZH.test(said) || WHEN_CALLED_EN.test(said));
}

const NO_CALL_ZH = /^(?:算了|那|还是|我|就|先|好的?|你们|客服|[\s,，。])*(?:(?:不用|不要|不必|不需要|别)(?:再|给我)*(?:打|回|来)(?:给我)?(?:电话|电|过来)?(?:给我)?|取消(?:这个|那个|刚才的)?回电|回电(?:取消|不用|不要)(?:了)?)(?:了|吧|啦|[\s。.!！])*$/u;
const NO_CALL_EN = /^(?:never ?mind|no|ok(?:ay)?|please|actually|sorry|[\s,.])*(?:(?:do ?n.?t|do not|no need to|you need not|you do ?n.?t (?:have|need) to) (?:call|ring|phone) me(?: back| any ?more| tomorrow)*|cancel (?:the|my|that) call(?:[ -]?back)?|no call(?:[ -]?back)? (?:needed|please))[\s.!]*$/iu;

/** 「不用打了」, "do not call me". */
export function declinesCall(text: string): boolean {
  const said = plainly(text);
  return said.length <= LONGEST && (NO_CALL_ZH.test(said) || NO_CALL_EN.test(said));
}

const MOVES_ZH =
  /^(?:那|我|请|想|要|可以|能不能|能|可不可以|麻烦|帮|把|将|你们?|客服|回电|电话|的|时间|给|[\s,，])*(?:改|换|挪|调|推迟|推|延后?|提前|约)(?:到|成|为|在|一下|个|下)*(?:别的|其他|另外)?(?:时间|回电|再|就|给我|打|电话|过来|可以|行不行|行|好|吗|吧|么|[\s?？。.!！])*$/u;
const MOVES_EN = /^(?:so |and |but |ok |okay |please |can |could |you |we |i |want |need |would |like |'d |to |actually |[\s,])*(?:change|move|make|reschedule|push|shift|switch)(?: it| that| the time| (?:the|my) call(?:[ -]?back)?| (?:the|my) appointment)?(?: to| back| for| at| on| another time| a different time| time| please| instead| then)*[\s?.!]*$/iu;
/** 「改个时间」 may be of a visit: 「打给我」 and "the call" are not. */
const NAMES_CALL = /打|电话|回电|\bcall/iu;

export interface CallMoved {
  /** Null where no time is named yet. */
  readonly at: number | null;
  readonly namesCall: boolean;
}

/** 「改成明天下午打给我」, "can you make it 3pm", 「换个时间」 of a call that stands; null when it is about something else. */
export function movesCall(text: string, { now, callAt }: { readonly now: number; readonly callAt: number }): CallMoved | null {
  if (!mayMoveCall(text)) return null;
  const said = plainly(text);
  return { at: callTimeIn(said, { now, near: callAt })?.at ?? null, namesCall: NAMES_CALL.test(said) };
}

export const mayMoveCall = heardOnce((text) => {
  const said = plainly(text);
  const rest = said.length <= LONGEST ? (callTimeIn(said, { now: 0 })?.rest ?? said) : null;
  return rest !== null && (MOVES_ZH.test(rest) || MOVES_EN.test(rest));
});
