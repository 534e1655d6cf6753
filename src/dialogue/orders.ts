/** What is wanted by the form of a sentence where the words alone are also a sibling's: an order to end something, or a mere question. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import { hasHan, heardOnce } from '../domain/heard.js';
import { asksWhetherLasts } from '../skills/usage-pace.js';
import { abroadInTrouble, siblingMeant } from './siblings.js';
import { isRequest } from './situation.js';
import type { Situation } from './situation.js';

/** 「怎么取消彩铃」 asks how; 「取消彩铃」 wants it done. */
const ASKS = /怎么|怎样|如何|咋|为什么|为啥|吗|哪|[?？]|\b(?:how|why|what|where|can i|could i|is it|do i)\b/iu;
const ENDS = /退|取消|关[掉了闭]|停[掉了]|不要|不想?用|\b(?:cancel|turn off|switch off|stop|remove|unsubscribe|end|get rid of|drop|delete)\b/iu;
const ENDS_WITHIN = /\bturn\b.*\boff\b|\bswitch\b.*\boff\b|[把将].*关$/iu;
/** Services of calls that are paid by the month like any extra. */
const PAID_CALL_SERVICE = /彩铃|炫铃|铃音|来电提醒|漏话提醒|漏接提醒|ring ?-?back ?tone|ring ?tone|caller ?tune|missed[- ]?call/iu;

/** 「把短信包退了」 gives back the thing, 「把短信包的钱退了」 wants the money. */
const GIVES_BACK = /[包员务盘](?:也|都|全)?(?:给我|帮我|替我)?(?:退|取消|关)[了掉订]?|(?:退|取消|关)[了掉订]?(?:这个|那个)?[^,，。]{0,6}[包员务盘]$/u;
const OF_MONEY = /[钱费元块款扣账賬]|退(?:给|回|还)我|\d|\b(?:money|charged?|refund|paid|back|fees?)\b/iu;

const PACK = '(?:\\d+ ?[gG][bB]?的?)?(?:(?:流量)?(?:日包|月包)|流量包|加油包|叠加包|流量)';
/** Whether a pack can be given back: its rule says so. Who was charged for one unasked says more than this. */
const ASKS_PACK_BACK = new RegExp(
  `^(?:请问|那|我|刚|刚才|刚刚|买|订|办|错|了|的|这个|你们)*${PACK}(?:买|订|办|错|了|不想要|不要|不用|没用完|用不完|没用|的|之后|以后|后|还|是|[\\s,，])*(?:能不能|可不可以|可以|能|怎么|支持|给)退(?:订|掉|货|款|钱|费|吗|么|不|嘛|了|啊|呢|的)*[?？。]*$` +
    '|^(?:can|could|may|is it possible to|how (?:can|do)|am i able to)?(?: i)? ?(?:return|refund|get (?:a refund|my money back) (?:for|on)|give back|cancel) (?:a|the|my|an unused|unused)? ?(?:unused )?data (?:pack|add-?on)s?(?: i (?:bought|have bought))?[?.]*$|^(?:are|is) (?:a |the )?data packs? (?:refundable|returnable)[?.]*$',
  'iu',
);

/** A card or number that somebody does not have yet; nothing is lost. */
const NEW_CARD = /(?:办|开|买|申请|领|弄|搞)(?:理|个|一|张|新|的|手机|电话|流量|sim)*(?:卡|号码?)|\b(?:open|get|buy|apply for|want|need)\b.{0,12}\b(?:new|another) (?:phone )?(?:number|line)\b/iu;
const OF_OLD_CARD = /补|丢|失|挂|偷|找|捡|掉|没了|不见|坏|换|停|锁|副卡|抢|盗|解|回来|原来|\b(?:lost|stolen|missing|replace\w*|block\w*|found|left|my)\b/iu;
const TAKEN_FOR_OLD: ReadonlySet<string> = new Set(['sim_lost', 'own_number', 'sim_replace']);

function asksForNewCard({ intent, text }: ChosenNeed): boolean {
  return TAKEN_FOR_OLD.has(intent) && NEW_CARD.test(text) && !OF_OLD_CARD.test(text);
}

/** 「给我办银龄套餐」 orders a plan; which one somebody has is asked otherwise. */
const ORDERS_PLAN = /(?:办|换|改|转|开通|升级?)(?:理|成|到|个|一|下|为)*[^,，。?？]{1,10}套餐/u;
const OF_OWN_PLAN = /什么|哪|查|看|现在|目前|已经|[办换改]了|[办换改]的|吗|[?？]/u;

/** What British and office English call the bill of a month; the paper to claim an expense with is asked for otherwise. */
const BILL_OF_MONTH = /\binvoice\b/iu;
const PAPER = /发票|\b(?:vat|tax|fapiao|e-?invoice|electronic|company|title|download|e-?mail|print|pdf|receipt|reimburse\w*|expenses?|issue|need|request|get|send|apply|how)\b/iu;

function isBillOfMonth({ intent, text, entities }: ChosenNeed): boolean {
  return intent === 'invoice' && BILL_OF_MONTH.test(text) && !PAPER.test(text) && entities.some(({ kind }) => kind === 'month');
}

const OUR_NUMBER_ZH = /^(?:请问|那|你好|[,，\s]|我?想?(?:要|知道|问)|一下|给我|告诉我)*(?:你们?|您们?|贵?公司|接棒(?:通信)?|官方|客服|服务|热线)(?:的|这里|这边|那边)*(?:客服|官方|服务|咨询|投诉|联系)*的?(?:电话|热线|号码)(?:号码?)?(?:是|有)?(?:多少|几号|什么|啥|哪个|号|呢|吗|有吗|啊)*[?？。]*$|^(?:我?要?(?:打|拨)(?:什么|哪个|多少)(?:电话|号码?|热线)?(?:才)?能?(?:找|联系)(?:到)?(?:你们|客服|人工|真人))[?？。啊呢]*$/u;
const OUR_NUMBER_EN =
  /^(?:hi |hello |so |and |please |ok )*(?:(?:what(?:'s| is| are)?|tell me|give me|can i (?:have|get)|do you have|i need|where is|is there) )*(?:your |the |a |an |jiebang'?s? |customer (?:service|care|support) |support |contact |help ?line |hotline )+(?:(?:customer|service|care|support|contact|phone|telephone|hotline|help ?line|call|number|numbers|line|please) ?)*[?.]*$|^(?:what|which) number (?:do|can|should) i (?:call|ring|dial)(?: to (?:reach|talk to|speak to|contact) (?:you|someone|customer service|support))?[?.]*$/iu;
const NAMES_NUMBER_EN = /\bnumbers?\b|\bhot ?line\b|\bhelp ?line\b|\b(?:tele)?phone\b/iu;

/** 「你们电话是多少」, "what is your phone number": ours, and not the one somebody calls from. */
export const asksOurNumber = heardOnce((text) => {
  const said = text.normalize('NFKC').trim().toLowerCase();
  return OUR_NUMBER_ZH.test(said) || (NAMES_NUMBER_EN.test(said) && !/\bmy\b/u.test(said) && OUR_NUMBER_EN.test(said));
});

/** 「上个月打了多少电话」 is counted in minutes and texts, not in money. */
const COUNTS_CALLS = /(?:打|用|讲)[了过]?(?:多少|几个?|多久)(?:分钟|小时|通|个)?的?(?:电话|通话|语音)|(?:打|讲)[了过]?(?:多少|几)分钟|通话(?:时长)?[了是有用]*(?:多少|几|多久)|发[了过]?(?:多少|几)条?短信|\bhow (?:many|much) (?:minutes|calls|texts|text messages|voice)\b|\bhow long did i (?:call|talk)\b/iu;
const IN_MONEY = /钱|费|元|块|\b(?:costs?|charged?|charges|pay|paid|money|fees?|bill(?:ed)?)\b/iu;

export const countsCalls = heardOnce((text) => COUNTS_CALLS.test(text) && !IN_MONEY.test(text));

/** 「9月和10月的账单比一下」: neither of the two alone. */
const SETS_AGAINST = /比|区别|差|不同|不一样|\bcompar|\bversus\b|\bvs\b|\bdifferen|\bagainst\b/iu;

function comparesMonths({ intent, text, entities }: ChosenNeed): boolean {
  return intent === 'bill_query' && SETS_AGAINST.test(text) && new Set(entities.filter(({ kind }) => kind === 'month').map(({ value }) => value)).size === 2;
}

/** 「网不通」 wants it to work, and nothing ended. */
const IS_DOWN = /不通|断了|断网|掉线|上不了|连不上|没网|没有?信号|没网络|坏了|\b(?:down|not working|no internet|offline|dropp?(?:ed|ing)|out again)\b/iu;
const ENDS_LINE = /拆|退|销|注销|取消|不用|不要|不想|不续|停机|停用|\b(?:cancel|end|close|terminate|stop|leave|give up|get rid)\b/iu;

/** 「我的投诉呢」, "what about my complaint" asks how it goes; nothing new is complained of. */
const ASKS_PROGRESS = /^(?:那|请问|我|的|之前|上次|前几天|那个)*投诉(?:的(?:事|结果|进度))?(?:呢|怎么样了?|到哪(?:里|一步)?了?|有(?:结果|进展|消息|回复)(?:了)?(?:吗|没)?|处理(?:得|的)?(?:怎么样|如何|好|完)?了?(?:吗|没)?)[?？。]*$|^(?:so |and |hi |hello )*(?:what about|how about|any (?:news|update|progress) (?:on|about|with)|what(?:'s| is) (?:happening|going on|the status|up) (?:of|with)|how(?:'s| is)|where(?:'s| is)|what happened (?:to|with)|status of) my complaint(?: going| doing| now| please)*[?.]*$/iu;
/** 「没信号有补偿吗」 is about the money, not about the signal. */
const OF_COMPENSATION = /补偿|赔偿|赔钱|赔多少|怎么赔|赔(?:吗|不|点|我|么)|\bcompensat|\bcredit for the outage\b/iu;
const RESTORES = /恢复|复机|开机|\b(?:resume|restore|reactivate|back on)\b/iu;
/** "Do I get money back for that" right after a fault is of the fault. */
const ASKS_MONEY_BACK = /少(?:收|算)?一?点|减一?点|[吗么嘛不没][?？。]*$|能不能|可不可以|\b(?:do|can|will|could|am) (?:i|we|you)\b|\?\s*$/iu;
const OF_CHARGE = /扣|收了|账单|月份?|\d|[业包员]|\b(?:charge[ds]?|bill(?:ed)?|month|paid|overcharged|twice)\b/iu;
const COMPENSATION = { zh: '因故障造成的中断有补偿吗', en: 'is there compensation for an outage' } as const;
const FAULT_INTENTS: ReadonlySet<string> = new Set(['no_signal', 'broadband_fault', 'slow_data']);

export function asksOfCompensation({ text, reading, intents }: Situation): boolean {
  return OF_COMPENSATION.test(text) && intents.has('plan_rules') && reading.ranking.slice(0, 2).some(({ intent }) => intent === 'plan_rules' || FAULT_INTENTS.has(intent));
}

/** "Why was I charged for it" orders nothing. */
const ASKS_WHY = /为什么|为啥|怎么会|凭什么|\bwhy\b|\bhow come\b/iu;

/** The need as it is to be answered: articles tell of 彩铃, and a person sees to refunds; only the account can end what is paid by the month. */
export function asOrdered(situation: Situation, need: ChosenNeed): ChosenNeed {
  const { intents } = situation;
  if (asksOfRegulator(need.text) && isOfNumbersAlone(need) && intents.has('complaint')) return { ...need, intent: 'complaint', confidence: 1 };
  if (need.intent === 'plan_current' && ORDERS_PLAN.test(need.text) && !OF_OWN_PLAN.test(need.text) && intents.has('plan_change')) return { ...need, intent: 'plan_change', confidence: 1 };
  if (isBillOfMonth(need) && intents.has('bill_query')) return { ...need, intent: 'bill_query', confidence: 1 };
  if ((need.intent === 'bill_query' || need.intent === 'recharge_not_received') && countsCalls(need.text) && intents.has('voice_usage_query')) return { ...need, intent: 'voice_usage_query', confidence: 1 };
  if (comparesMonths(need) && intents.has('bill_explain')) return { ...need, intent: 'bill_explain', confidence: 1 };
  if (need.intent === 'broadband_cancel' && IS_DOWN.test(need.text) && !ENDS_LINE.test(need.text) && intents.has('broadband_fault')) return { ...need, intent: 'broadband_fault', confidence: 1 };
  if (need.intent === 'complaint' && ASKS_PROGRESS.test(need.text) && intents.has('ticket_progress')) return { ...need, intent: 'ticket_progress', confidence: 1 };
  if (need.intent === 'plan_rules' && FAULT_INTENTS.has(situation.memory.topic?.intent ?? '') && OF_COMPENSATION.test(need.text)) return { ...need, text: COMPENSATION[hasHan(need.text) ? 'zh' : 'en'], entities: [] };
  if (FAULT_INTENTS.has(need.intent) && OF_COMPENSATION.test(need.text) && intents.has('plan_rules')) return { ...need, intent: 'plan_rules', confidence: 1 };
  if (need.intent === 'refund_dispute' && FAULT_INTENTS.has(situation.memory.topic?.intent ?? '') && ASKS_MONEY_BACK.test(need.text) && !OF_CHARGE.test(need.text) && intents.has('plan_rules')) return { ...need, intent: 'plan_rules', confidence: 1, text: COMPENSATION[hasHan(need.text) ? 'zh' : 'en'], entities: [] };
  if (need.intent === 'arrears_suspension' && situation.memory.topic?.intent === 'number_suspend' && RESTORES.test(need.text) && intents.has('number_suspend')) return { ...need, intent: 'number_suspend', confidence: 1 };
  if (need.intent === 'vas_cancel' && ASKS_WHY.test(need.text) && !ENDS.test(need.text) && intents.has('bill_explain')) return { ...need, intent: 'bill_explain', confidence: 1 };
  if (asksForNewCard(need) && intents.has('real_name')) return { ...need, intent: 'real_name', confidence: 1 };
  if (need.intent === 'refund_dispute' && ASKS_PACK_BACK.test(need.text.normalize('NFKC').trim()) && intents.has('data_pack_buy')) return { ...need, intent: 'data_pack_buy', confidence: 1 };
  const sibling = siblingMeant(situation, need);
  if (sibling) return sibling;
  return endsExtra(need) && intents.has('vas_cancel') ? { ...need, intent: 'vas_cancel', confidence: 1 } : abroadInTrouble(need);
}

/** Nothing but the number of a hotline is named: 「12300是什么」. */
function isOfNumbersAlone({ text }: ChosenNeed): boolean {
  return /^(?:请问|那|what(?:'s| is)|[\s])*(?:12300|12315|12381|12321)/iu.test(text) || /投诉|申诉|举报|complain|hotline|电话|号码|热线|\bphone\b/iu.test(text);
}

function endsExtra({ intent, text }: ChosenNeed): boolean {
  if (ASKS.test(text)) return false;
  if (intent === 'call_services') return PAID_CALL_SERVICE.test(text) && (ENDS.test(text) || ENDS_WITHIN.test(text));
  return intent === 'refund_dispute' && GIVES_BACK.test(text) && !OF_MONEY.test(text);
}

const ASKS_WHO = /是谁|是哪[位个]|叫什么|^谁是|哪位是|\bwho(?:'s| is| are)\b|\bname of\b|\bhave an?\b.*\?/iu;

const REGULATOR = /工信部|通信管理(?:局|部门)|通管局|消协|消费者协会|消保委|监管(?:部门|机构|单位)|主管部门|12300|12315|12381|12321|\bmiit\b|\bregulators?\b|ombudsman|consumer (?:association|council|hotline)|telecom(?:s)? authority/iu;
const ASKS_OF_REGULATOR = /电话|号码|热线|网址|网站|渠道|流程|是什么|是啥|干什么|怎么|如何|咋|哪里|在哪|多少|几号|\b(?:hotline|number|phone|website|address|contact|how|where|who|what)\b/iu;
/** Said against us, whatever else it holds: 「12300见」, 「我怎么就不能告到工信部」. */
const THREATENS = /我(?:要|就|去|会|马上|立刻|这就|现在就|已经)[^?？]{0,12}(?:告|投诉|举报|打)|再不|信不信|否则|不然|等着|走着瞧|你们自己看|\b(?:i'?m going to|i will|i'?ll|or else|unless)\b/iu;

/** How to reach those who watch over operators is a question like any other, and told like any other. */
export const asksOfRegulator = heardOnce((text) => REGULATOR.test(text) && ASKS_OF_REGULATOR.test(text) && !THREATENS.test(text));

/** 「举报哪个号」, "which number do I report it to". */
const asksWhereToReport = heardOnce((text) => /^(?:请问|那|我?要?|[\s,，])*(?:举报|投诉)(?:的话|是|打|发|拨|给|到|它|他们|这种|这个|短信)*(?:哪个|什么|多少|哪)(?:号码?|电话|热线)[呢啊呀?？。]*$|^(?:so |and )?(?:which|what) number do i (?:report|complain)\b/iu.test(text.normalize('NFKC').trim()));

/** 「我的客户经理是谁」 is a question, which nobody is connected for unasked. */
export function asksOnly({ intent, text }: ChosenNeed): boolean {
  if (intent === 'complaint') return asksOfRegulator(text) || asksWhereToReport(text);
  if (intent === 'broadband_cancel') return !ENDS_LINE.test(text) && /[?？吗么]|[不没]$|要不要|能不能|多少|怎么/u.test(text.trim());
  return intent === 'enterprise' && ASKS_WHO.test(text);
}

/** 「卡找到了，解除停机」 is one matter; what an article says of the other is none of it. */
const ECHOES: Readonly<Record<string, string>> = { number_suspend: 'sim_lost' };

const OF_TEXTS = /短信|验证码|\b(?:texts?|sms|codes?|messages?)\b/iu;

/** "I topped up 50 and it did not arrive": neither how to top up nor texts that are missing. */
function isOfPayment({ intent, text }: ChosenNeed): boolean {
  return intent === 'recharge' ? !isRequest(text) : intent === 'sms_failure' && !OF_TEXTS.test(text);
}

/** 「我欠费了，余额够不够交」: what is owed is part of that answer. */
function isOfWhatLasts(need: ChosenNeed, other: ChosenNeed): boolean {
  return need.intent === 'arrears_suspension' && other.intent === 'balance_query' && asksWhetherLasts(other.text) && !ASKS.test(need.text);
}

/** Needs without those that only say another one of them once more. */
export function withoutEchoes(needs: readonly ChosenNeed[]): readonly ChosenNeed[] {
  return needs.filter((need) => !needs.some((other) => other.intent === ECHOES[need.intent] || (other.intent === 'recharge_not_received' && isOfPayment(need)) || isOfWhatLasts(need, other)));
}
