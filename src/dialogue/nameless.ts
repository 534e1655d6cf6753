/** What is asked or ordered right after an answer, in words that name nothing: 「哪个最贵」, 「省多少」, "cancel it". Told by the topic under way. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { lookedUpInEnglish, namelessInEnglish } from './nameless-en.js';
import { asksOfExtras, asksWhichMonth, asksWhichPayment } from '../skills/asked-extremes.js';

/** `said` stands for the words where they alone would be looked up in vain. */
interface Nameless {
  readonly of: readonly string[];
  readonly asks: (text: string) => boolean;
  readonly intent: string;
  readonly said?: { readonly zh: string; readonly en: string };
}

const LEFT = /^(?:那|我|现在|目前|一共|到底)*还(?:剩|有)(?:下|余)?(?:多少|几个?g?)(?:了|呢|啊|呀)*$|^(?:so |and |then )?how much (?:do i (?:still )?have |is |have i got )?(?:still )?left(?: now)?$/u;
const HOW_MUCH_SAVED = /(?:能|可以|会|一共|每月|每个月)?(?:省|便宜|差|少)(?:下|了|出)?(?:多少|几块)|划算多少|\bhow much (?:do|would|will|can|could) (?:i|it) save\b|\bhow much (?:cheaper|less)\b/u;
const WHAT_FOR_POINTS = /(?:能|可以|可)?(?:换|兑换?)(?:些)?(?:什么|啥|哪些|点什么|点啥)|\bwhat (?:can|could|do) i (?:get|buy|do|use|have|exchange)\b/u;
const WAY_BACK = /(?:还)?(?:能不能|能|可以|可不可以)(?:再)?[改换退变转](?:回)(?:来|去|原来的?)?(?:套餐)?(?:吗|么|不|嘛|呢)*$|\bcan i (?:go|change|switch|move) back\b/u;
const HOW_TO_PAY = /^(?:那|我|好|现在|马上|这就|就|要|想|怎么|如何|在哪|去哪|哪里|能|可以|在这)*(?:交|缴|付|还)(?:费|钱|款|清)?(?:啊|呢|吧|了|吗)*$|^(?:ok |so |and |i want to |i'?ll |let me |how (?:do|can) i )*pay(?: it| that| now| it now)?(?: please)?$/u;
const ENDS_ALL = /^(?:那|就|请|帮我|给我|把|它们|这些|我要?)*(?:全部|全都|所有的?|统统|通通|都)(?:都|给我|帮我)?(?:退订?|取消|关|停|不要)(?:了|掉|吧)*$|^(?:please |just )?(?:cancel|drop|stop|remove) (?:all(?: of (?:them|it))?|them all|everything)(?: please)?$/u;

const OF_YEAR = /^(?:那|还有|至于)*(?:大?前年|去年|上一?年|20\d{2}年?)的?(?:账单)?(?:呢|的)*$|^(?:and |what about |how about )*(?:last year|20\d{2})(?:'s)?$/u;
const WHAT_IT_COST = /^(?:那|一共|总共|上个?月|这)*(?:花|扣|收|多)了?(?:我)?(?:多少|几)(?:块)?(?:钱|费)?(?:呢|啊)*$|^(?:and |so )?(?:what|how much) did (?:it|that|this) cost(?: me)?$/u;
const TOO_SLOW = /^(?:也|这|你们?|处理得?|办得?|怎么)*(?:太|这么|那么|真)慢(?:了|啊|吧)*$|^(?:that'?s |it'?s |this is |you are |you'?re )?(?:too|so|very) slow$|^(?:it'?s |this is |that'?s )?taking (?:too|so) long$/u;
const LAPSING = /^(?:那|今?年底|快|要|会|将)*(?:到期|过期|清零|作废)的?(?:积分)?(?:有|是)?(?:多少|几)(?:分)?(?:呢|啊)*$|\bhow many (?:of them |points )?(?:will |do |are going to )?(?:lapse|expire)\b/u;
const NOT_SPENT = /^(?:那|如果|要是|我)*(?:不|没)(?:换|用|兑)(?:完|掉|了)?(?:的话)?(?:会|就)?(?:怎么?样|怎么办|作废|没了|过期|清零)(?:吗|呢)*$|\bwhat (?:happens )?if i (?:do ?n'?t|do not) (?:use|spend|redeem) (?:it|them)\b/u;

/** 「多久能退」, "when will I get it" of what was claimed. */
const WHEN_DONE = /^(?:那|大概|一般|钱)*(?:要|得)?(?:多久|几天|多长时间|什么时候|啥时候|何时)(?:才|能|可以|会)*(?:有结果|到账?|退(?:回来|款|钱|给我)?|处理(?:好|完)?|答复|回复|收到|好)?(?:啊|呢)*[?？。]*$|^(?:and |so |but )?(?:when (?:will|do|can) i (?:get|have|see|receive) (?:it|that|my money|the money)(?: back)?|how long (?:does|will|would) (?:it|this|that) take)[?.]*$/iu;
export const asksWhenDone = (text: string): boolean => WHEN_DONE.test(text.normalize('NFKC').replace(/[’‘]/gu, "'").trim());

const WAIVES = /减免|免掉|免了|少收|通融|打(?:个|点)?折|便宜(?:我)?(?:一?点|些)|\bwaiv(?:e|ed|ing)\b|\blet me off\b|\bgoodwill\b|\bknock (?:it|that|some|something) off\b|\btake (?:it|that|this|some) off(?: (?:the|my) bill)?$|\breduce (?:it|that|the bill|the charge)\b/u;

const said = (pattern: RegExp) => (text: string): boolean => pattern.test(text);

const PLANS = ['plan_change', 'plan_rules', 'plan_recommend', 'plan_current'] as const;
const NAMELESS: readonly Nameless[] = [
  { of: ['data_pack_buy', 'data_usage_query', 'slow_data'], asks: said(LEFT), intent: 'data_usage_query' },
  { of: ['voice_usage_query'], asks: said(LEFT), intent: 'voice_usage_query' },
  { of: ['recharge_not_received'], asks: asksWhichPayment, intent: 'recharge_not_received' },
  { of: ['bill_query', 'bill_explain'], asks: asksWhichMonth, intent: 'bill_query' },
  { of: ['vas_query', 'vas_cancel'], asks: asksOfExtras, intent: 'vas_query' },
  { of: ['vas_query', 'vas_cancel'], asks: said(ENDS_ALL), intent: 'vas_cancel' },
  { of: ['plan_recommend'], asks: said(HOW_MUCH_SAVED), intent: 'plan_recommend' },
  { of: ['bill_query', 'bill_explain'], asks: said(OF_YEAR), intent: 'bill_query' },
  { of: ['data_usage_query', 'voice_usage_query'], asks: said(WHAT_IT_COST), intent: 'bill_query' },
  { of: ['bill_query', 'bill_explain'], asks: said(WAIVES), intent: 'plan_rules', said: { zh: '这笔费用能不能减免', en: 'can you waive this fee' } },
  { of: ['refund_dispute', 'complaint'], asks: asksWhenDone, intent: 'ticket_progress' },
  { of: ['ticket_progress'], asks: said(TOO_SLOW), intent: 'ticket_progress' },
  { of: ['points_query'], asks: said(LAPSING), intent: 'points_query' },
  { of: ['points_query'], asks: said(NOT_SPENT), intent: 'member_benefits', said: { zh: '积分会过期吗', en: 'when are points removed' } },
  { of: ['points_query'], asks: said(WHAT_FOR_POINTS), intent: 'member_benefits', said: { zh: '积分能换什么', en: 'what can i spend points on' } },
  { of: PLANS, asks: said(WAY_BACK), intent: 'plan_rules', said: { zh: '套餐改了可以反悔吗', en: 'undo a plan change' } },
  { of: ['arrears_suspension', 'no_signal', 'balance_query', 'bill_query', 'recharge'], asks: said(HOW_TO_PAY), intent: 'recharge', said: { zh: '怎么充值缴费', en: 'how to top up and pay' } },
];

const ENDS_IT = /^(?:那|就|请|帮我|给我|把|我要|我想|麻烦)*(?:它|这个|这项|那个|那项)?(?:给我)?(?:退订?|取消|关|停)(?:了|掉|它|这个|那个|吧)*$|^(?:please |then |so |can you |could you |i want to |i'?d like to )*(?:cancel|stop|remove|turn off|end|drop) (?:it|that|this)(?: one)?(?: please| then| for me)*$/u;
/** Of a change that was turned down a moment ago: 「算了还是买吧」, "ok, do it after all". */
const AFTER_ALL = /^(?:算了|那|想了想|我|好吧|行吧|嗯|唉|就)*(?:还是|再|又)(?:想|要)?(?:买|办理?|换|退|订|要|来)(?:了|吧|一?个|掉|它)*$|^(?:ok |okay |actually |well |fine |alright |all right )*(?:let'?s |i'?ll |please )?(?:do|buy|take|get|change|cancel) it(?: then)? after all$/u;
const ORDERS: ReadonlySet<string> = new Set(['data_pack_buy', 'plan_change', 'vas_cancel']);

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").replace(/[\s,，]+/gu, ' ').replace(/[\p{P}\p{S}\s]+$/gu, '').trim();
}

/** What is asked on in such words and only articles say. */
export function namelessQuery({ topic, form }: DialogueMemory, text: string): string | null {
  return topic === null || form !== null ? null : lookedUpInEnglish(topic.intent, plainOf(text));
}

export function namelessNeed({ topic, tried, form }: DialogueMemory, text: string): Pick<ChosenNeed, 'intent' | 'text'> | null {
  const plain = plainOf(text);
  const tight = /\p{Script=Han}/u.test(plain) ? plain.replace(/ /gu, '') : plain;
  const last = tried.at(-1);
  const turnedDown = tried.findLast(({ outcome, intent }) => outcome === 'cancelled' && ORDERS.has(intent));
  if (form === null && turnedDown && AFTER_ALL.test(tight)) return { intent: turnedDown.intent, text };
  if (topic === null) return null;
  const item = topic.slots['item'];
  if (topic.intent === 'bill_explain' && item !== undefined && ENDS_IT.test(tight)) return { intent: 'vas_cancel', text: `${text} ${item}` };
  if (topic.intent === 'vas_query' && last?.intent === 'vas_query' && ENDS_IT.test(tight)) return { intent: 'vas_cancel', text };
  const found = NAMELESS.find(({ of, asks }) => of.includes(topic.intent) && asks(tight));
  if (found) return { intent: found.intent, text: found.said?.[/\p{Script=Han}/u.test(text) ? 'zh' : 'en'] ?? text };
  const inEnglish = form === null || form.kind === 'clarify' ? namelessInEnglish(topic.intent, tight) : null;
  return inEnglish && { intent: inEnglish.intent, text: inEnglish.said ?? text };
}
