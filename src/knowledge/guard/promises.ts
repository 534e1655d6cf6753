/** Sentences that say something was done, is being done or will be done: each needs the act in the record. */
import type { Recorded } from './grounds.js';
import type { Nearness, ToldGround } from './told.js';

interface Claim {
  readonly act: Recorded;
  readonly pattern: RegExp;
}

/** Who speaks of an act of ours, and how it is said to be under way or done. */
const DONE = '(?:已经?|刚刚?|刚才|正在|正|马上|立刻|立即|现在|这就|即将|将|会|来|先|稍后|尽快|随后)';
const YOU = '(?:您|你)';
const GAP = '[^。！？；\\n,.!?;]{0,14}?';
const WE_EN = "(?:i|we|our (?:team|system|staff)|the system|an? (?:agent|colleague|specialist|supervisor|manager|person|representative|engineer|technician)|someone|somebody|support|they)";
const AUX_EN = "(?:'ve|'m|'ll|'re| have| am| will| are| is| has| just| already| now| have just| have already| am now| can confirm (?:that )?| going to| shall| did)+(?: (?:now|just|already|be|been|also|gladly|immediately|personally|successfully|go ahead and|gone ahead and))*";
/** A condition, an offer or a denial is no promise. */
const EN_ACT = (verbs: string): string => `\\b${WE_EN}${AUX_EN} (?:${verbs})\\b`;
const EN_PASSIVE = (things: string, verbs: string): string => `\\b(?:your|the|this|that|his|her) ${things}(?: [a-z]+){0,3}?(?: (?:has|have) (?:now |just |already |successfully )?been| is (?:now |already |being )| was (?:successfully )?| will be(?: automatically)?)\\s?(?:${verbs})\\b`;

const CLAIMS: readonly Claim[] = [
  { act: 'handoff', pattern: new RegExp(`${DONE}${GAP}(?:转接|转人工|转到人工|转给|接通|接入人工|联系人工|呼叫人工|安排人工|安排(?:坐席|客服|专员|专家|同事))|(?:为|帮|给)${YOU}${GAP}(?:转接|转人工|转到|转给|接通|接入|安排(?:人工|坐席|客服|专员))|转接(?:中|成功|完成)|(?:人工|坐席|客服|专员|同事)${GAP}(?:马上|立刻|即将|正在|已经?|很快|稍后)${GAP}(?:服务|接待|接入|联系|处理|接手|过来|到|就位)|(?:已|正在|您)(?:进入|加入)?(?:排队|队列)|(?:您|你)?前面(?:还)?(?:有|排)(?!几)${GAP}(?:人|位)|排在?第|人工已(?:接入|上线)|${DONE}${GAP}(?:让|请|叫|安排|换|由)${GAP}(?:真人|人工|同事|客服|专员|坐席|主管|经理|专人)${GAP}(?:接手|接管|接着|继续|来|跟|和|为|给|处理|服务)|(?:我|我们|小接)(?:让|叫|安排|请)${GAP}(?:真人|人工|同事|专员|坐席|主管|经理|专人)${GAP}(?:接手|接管|来|处理|服务)`, 'u') },
  { act: 'handoff', pattern: new RegExp(`${EN_ACT('transferr?(?:ed|ing)?|connect(?:ed|ing)?|hand(?:ed|ing)? (?:you|this|it)|pass(?:ed|ing)? you|put(?:ting)? you|forward(?:ed|ing)?|escalat(?:e|ed|ing)|rout(?:e|ed|ing) you|get(?:ting)? (?:you )?(?:a|an) (?:agent|person|human|colleague)|call(?:ed|ing)? (?:a|an) (?:agent|colleague)|bring(?:ing)? in|brought in|tak(?:e|en|ing) over')}|\\b(?:transferring|connecting|forwarding|handing|escalating) (?:you|this|your)|\\b(?:an agent|a person|a colleague|a human|a specialist) (?:will|is|has) (?:be |now |join|take|help|assist|with|on|here|reply|answer)|\\byou(?:'re| are| have been)(?: now| next| being| already)* (?:in (?:the )?(?:line|queue)|next in line|connected|transferred|number)|\\bpeople (?:ahead|before|in front)|\\b(?:human|person|agent|colleague|specialist|supervisor|manager|teammate)[^.!?;\\n]{0,12}\\b(?:tak(?:e|es|ing)(?: this| it)? over|step(?:s|ping)? in)\\b`, 'u') },
  { act: 'refund', pattern: new RegExp(`${DONE}${GAP}(?:退款|退费|退还|返还|退回|赔偿|赔付|补偿|减免|免除|清零|抵扣|赠送|送您|送你|送给|返现)|(?:为|给|帮)${YOU}${GAP}(?:退款|退费|退还|返还|退回|退了|赔偿|赔付|补偿|减免|免除|免掉|清零|赠送|退)|(?:退款|退费|赔偿|补偿|减免|返还)${GAP}(?:已|成功|完成|到账|处理中|办好)|保证${GAP}退|(?:退|转回|打回)(?:款|费|钱|还|回)?给${YOU}|(?:已经?|刚刚?|正在)(?!销户)${GAP}(?:转回|转到|退到|退至|打到)(?!的)|(?:我们|我|将|会|给)${GAP}(?:全额|双倍|三倍)|(?:双倍|三倍)(?:退|赔|返)`, 'u') },
  { act: 'refund', pattern: new RegExp(`${EN_ACT('(?:fully )?refund(?:ed|ing)?|credit(?:ed|ing)?|compensat(?:e|ed|ing)|waiv(?:e|ed|ing)|reimburs(?:e|ed|ing)|return(?:ed|ing)? (?:your|the) money|remov(?:e|ed|ing) (?:the|your) (?:charge|fee|bill)|cancell?(?:ed|ing)? (?:the|your) (?:charge|fee|bill|debt)|giv(?:e|en|ing) you (?:a|free)')}|${EN_PASSIVE('(?:refund|credit|compensation|money|charges?|fees?|bill|debt|amount|balance)', 'refunded|credited|issued|processed|approved|waived|compensated|reimbursed|cleared|on its way|cancelled|canceled|reset|returned|removed|paid')}|\\byou(?:'ll| will)(?: also)? (?:get|receive|be given)(?: [a-z]+){0,3}? (?:refund|credit|compensation|money back|free)|\\byou(?:'ve| have)(?: now| just)? been (?:refunded|credited|compensated)|\\b(?:a|your|the|full) refund (?:is|has|was|will)`, 'u') },
  { act: 'call-back', pattern: new RegExp(`(?:会|将|马上|稍后|尽快|随后|[内后](?:就?会|将|给|为|有|必)|安排|保证|一定)${GAP}(?:给|与|和|向|跟)?${YOU}?${GAP}(?:回电|回拨|致电|来电|打电话|电话联系|联系(?:您|你)|上门|回访|答复(?:您|你)|回复(?:您|你)|短信通知(?:您|你)|通知(?:您|你))|(?:已|正在)${GAP}(?:安排|预约)${GAP}(?:回电|回拨|上门|师傅|工程师|专员)|已经?(?:为您|帮您|替您)?(?:联系|通知|核实|催促?)(?:到|了|上|好|完)|(?:师傅|工程师|专员|同事|工作人员|装维)${GAP}(?:会|将|正在|已)${GAP}(?:联系|上门|来电|致电|处理|出发)`, 'u') },
  { act: 'call-back', pattern: new RegExp(`${EN_ACT('call(?:ed|ing)? you|phone you|ring you|contact(?:ed|ing)? you|get(?:ting)? back to you|reach(?:ing)? out|follow(?:ed|ing)? up|text you|email you|notify you|visit|send(?:ing)? (?:a|an|someone|somebody)|sent (?:a|an|someone)|dispatch(?:ed|ing)?|arrang(?:e|ed|ing)|schedul(?:e|ed|ing)|book(?:ed|ing)?')}|\\byou(?:'ll| will)(?: soon| shortly)? (?:get|receive|hear|be (?:called|contacted|phoned))(?: [a-z]+){0,4}? ?(?:call|back|contacted|phone|from|phoned|called)?\\b(?= (?:within|shortly|soon|from|today|in|by|back))|\\b(?:expect|will receive) (?:a|our) call`, 'u') },
  { act: 'ticket', pattern: new RegExp(`(?:已经?|正在|刚刚?|马上|这就)(?!实名)${GAP}(?:登记|记录(?:下来|在案|了)|上报|反馈(?:给|到|上去)|提交|受理|立案|建单|派单|报修|投诉|报障|生成工单|创建工单|下单)|(?:为|帮|给|替)${YOU}${GAP}(?:登记|上报|反馈|提交|报修|建单|派单|受理|投诉)|工单(?:号|编号)?(?:已|是|为|:)|(?:我|我们)${GAP}(?:会|将)${GAP}(?:反馈|上报|处理|跟进|核实|催|登记|提交)`, 'u') },
  { act: 'ticket', pattern: new RegExp(`${EN_ACT('(?:open(?! (?:daily|every|from|until|all|on|at|between|around|24)\\b)|fil|creat|submit|rais|register|log|report|record|escalat)(?:e|ed|ted|ting|ing|s)?|ma(?:d|k)e a note|look(?:ed|ing)? into|investigat(?:e|ed|ing)|fix(?:ed|ing)?|resolv(?:e|ed|ing)|tak(?:e|en|ing) care')}|${EN_PASSIVE('(?:ticket|complaint|report|request|case|fault|issue|problem)', 'opened|filed|created|submitted|raised|registered|logged|reported|recorded|received|fixed|resolved')}`, 'u') },
  { act: 'change', pattern: new RegExp(`(?:(?:已经?|刚刚?|刚才|正在|这就|现在就)(?!有|订|开|知|停机或|注销或|销户的)${GAP}|(?:马上|立刻|立即|即将|稍后|尽快)(?:为|给|帮|替|把|将)${GAP})(?:办理|办好|办妥|办完|开通|订购|订好|取消|退订|变更|更改|更换|换成|改成|改为|改好|升级|降级|修改|设置|重置|恢复|复机|解锁|解绑|挂失|停机|开机|注销|销户|过户|转移|删除|关闭|关掉|调整|激活|添加|绑定|补办|冻结|生效)(?!的|后|与|或|和|、|,仍|前)|已经?(?:开通|订购|订好|停机|恢复)(?:成功|完成|好|了|。|$)|您的?(?:号码|手机|卡|服务|宽带|网络|信号|套餐)[^。！？;\\n,]{0,6}(?:马上|立刻|立即|很快)(?:就|会|就会)?(?:恢复|开通|生效|解锁|复机)|(?:为|帮|给|替)${YOU}${GAP}(?:办理|办好|办妥|办了|开通|订购|取消|退订|变更|更改|更换|换成|改成|升级|降级|修改|重置|恢复|复机|解锁|挂失|停机|注销|删除|关闭|调整|激活|添加|绑定|补办|加上)(?!需要|请|要|前)|(?:办理|开通|订购|取消|退订|变更|更改|修改|重置|升级|充值|挂失|注销|操作|设置)(?:成功|完成|好了|完毕|妥当|了$)|(?:我|我们|小接)(?:会|将|来|可以直接)${GAP}(?:办|开通|取消|退订|变更|修改|换|改)`, 'u') },
  { act: 'change', pattern: new RegExp(`${EN_ACT("(?:chang|switch|upgrad|downgrad|activat|deactivat|cancel|cancell|remov|add|updat|reset|resett|unlock|suspend|restor|delet|turn|set|process|complet|mov|block|subscrib|unsubscrib|renew|order|clos|enabl|disabl|stopp|start|port|transfer|bought|purchas)(?:e|ed|d|ing|ned|ped|t|s)?|done (?:it|that|this)|taken care|done")}|${EN_PASSIVE('(?:plan|pack|package|number|sim|service|extra|subscription|password|pin|contract|order|account|line|request|change|address|name|roaming|data)', 'changed|switched|upgraded|downgraded|activated|deactivated|cancelled|canceled|removed|added|updated|reset|unlocked|suspended|restored|deleted|turned|set|processed|completed|moved|active|blocked|ordered|closed|enabled|disabled|approved|confirmed')}|\\b(?:done|all set)\\s*[!.,:-]|\\bsuccessfully (?:changed|activated|cancelled|canceled|processed|completed|updated|added|removed|switched)`, 'u') },
  { act: 'payment', pattern: new RegExp(`(?:已经?|刚刚?|正在|马上|这就)${GAP}(?:充值|缴费|交费|扣款|扣费|代扣|支付|付款|到账|入账|补缴)|(?:为|帮|给|替)${YOU}${GAP}(?:充值|充了|缴费|交费|垫付|支付)|(?:充值|缴费|支付|付款|扣款)成功`, 'u') },
  { act: 'payment', pattern: new RegExp(`${EN_ACT('topp?(?:ed|ing)? up|recharg(?:e|ed|ing)|charg(?:e|ed|ing)|pay(?:ing)?|paid|deduct(?:ed|ing)?|debit(?:ed|ing)?')}|${EN_PASSIVE('(?:payment|top-?up|recharge|account|card|balance)', 'received|arrived|charged|credited|processed|topped|recharged|paid|debited')}`, 'u') },
  { act: 'code-sent', pattern: new RegExp(`(?:已经?|刚刚?|正在|马上)${GAP}(?:发送|发出|下发|发到|发给|短信发)|验证码已|\\b(?:i|we)${AUX_EN} (?:sent|send(?:ing)?|text(?:ed|ing)?|email(?:ed|ing)?)\\b|\\ba (?:code|text|link|message) (?:has been|was|is being) sent`, 'u') },
  { act: 'signed-in', pattern: /(?:您|你|该?用户|身份|号码)(?:的?(?:身份|号码|实名))?(?:已经?|刚)(?:成功)?(?:通过|完成)?(?:了)?(?:身份|实名)?(?:验证|认证|核验|确认身份)|(?:验证|认证|核验)(?:已)?(?:通过|成功)|\b(?:you(?:'re| are| have been)|your (?:identity|number|account) (?:is|has been|was))(?: now| already| successfully| fully)* (?:verified|authenticated|signed in|logged in|confirmed)|\b(?:identity|verification) (?:is )?(?:verified|confirmed|complete|passed|successful)|\bi(?:'ve| have) verified/u },
];

/** What makes of a claim a condition or a denial; it must stand before the claim in the same clause. */
const DENIED = /(?:如果|只要|如需|如要|若|要是|假如|一旦|凡|尚?未|没有?|不会|不能|不可以|无法|不|等|当(?![月天日前年时然地])|能否|是否|能不能|要不要|直到|以免|避免)[^。！？；\n]{0,12}$/u;
/** What makes advice of it, as long as nothing is said to have happened. */
const ADVISED = /(?:想要?|需要|可以|可|请|点|建议|后再|之后|或|自行|自己|才|怎么|如何|(?<![小及随临准按即同])时|前|让|由)[^。！？；\n]{0,12}$/u;
const HAPPENED = /已|正在|刚|马上|立刻|立即|这就|成功|保证/u;
const DONE_EN = /\b(?:have|has|had|been|already|just|now|was|were|did)\b|'ve\b|\b\w+ing\b/u;
const UNCLAIMED_EN = /\b(?:if|when|once|unless|until|can't|cannot|can not|could|would you|do you want|shall i|should|may|might|must|need to|needs to|not|never|no|n't|please|to|you can|after|before|whether|in case|how)\b[^.!?;\n]{0,28}$/u;
const QUESTION = /(?:吗|么|呢)?\s*\?\s*$|吗\s*$/u;

/** The first act this text claims that is not recorded, or null; what the articles themselves say will happen is no claim of ours. `text` as `legible` makes it. */
export function unrecordedClaim(text: string, recorded: ReadonlySet<Recorded>, told?: ToldGround): Recorded | null {
  for (const clause of clausesOf(text)) {
    if (QUESTION.test(clause)) continue;
    for (const { act, pattern } of CLAIMS) {
      if (recorded.has(act)) continue;
      const match = pattern.exec(clause);
      if (match && !isUnclaimed(clause, match) && !(told && isRetold(clause, { act, match }, told))) return act;
    }
  }
  return null;
}

/** Every act this text says was or is being done. `text` as `legible` makes it. */
export function claimsIn(text: string): ReadonlySet<Recorded> {
  const claimed = new Set<Recorded>();
  for (const clause of clausesOf(text)) {
    for (const { act, pattern } of CLAIMS) if (pattern.test(clause)) claimed.add(act);
  }
  return claimed;
}

/** A button or words to say, as they are quoted in advice: no claim of ours. */
const QUOTED = /(?:app|点|选择?|查看?|里|说|到|看|:)[「"][^」"]{0,20}[」"]/gu;

function clausesOf(text: string): readonly string[] {
  return text.replace(QUOTED, ' ').split(/(?<=[。！？；!?;\n])|(?<=\.)(?=\s|$)/u).filter((clause) => clause.trim() !== '');
}

function isUnclaimed(clause: string, match: RegExpExecArray): boolean {
  const before = clause.slice(0, match.index);
  const said = lastPart(before);
  if (DENIED.test(said) || UNCLAIMED_EN.test(before) || NOUN.test(match[0])) return true;
  return !HAPPENED.test(match[0]) && (ADVISED.test(said) || /^(?:可以|如何|怎么)/u.test(match[0]));
}

/** Of whom it is so, 「已销户的」: said of a case, and done to nobody. */
const OF_A_CASE = /^(?!.{0,6}[您你])[^,。！？;\n]{0,16}?的(?=,|退|可|会|有|就|也|需|不|由|将)/u;
const OF_MYSELF = /(?<![自本])我(?!们)|小接(?:会|将|来|已|正在|马上)|保证|一定|放心|\bi\b|\bi'|guarante|promise/u;

/** What a rule depends on is not left out; who answers by when may be told alone. */
const AS_A_RULE: Nearness = { ofSentence: 0.6, ofPlace: 0.42 };
const AS_NEWS: Nearness = { ofSentence: 0.55, ofPlace: 0.25 };

/** Money comes back to nobody, and nobody is called, without a condition or a time. */
const DEPENDS = /(?:后|时(?!间)|每[月年日]|到期|如果|若|只要|凡|一旦|的话|一般|前(?=都|会|,)|的(?=,|会|有)|有\p{Script=Han}{1,3}(?:会|就))|\b(?:if|once|when|after|unless|until|usually|normally)\b/u;

const DATED = /\d|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/u;

/** Nearly as the articles say it, with what they make it depend on; nothing of the kind is told of what I do, or of what is done already. */
function isRetold(clause: string, { act, match }: { readonly act: Recorded; readonly match: RegExpExecArray }, told: ToldGround): boolean {
  if (OF_MYSELF.test(clause)) return false;
  if (act === 'refund' && !DEPENDS.test(clause)) return false;
  if (act === 'call-back' && !DEPENDS.test(clause) && !DATED.test(clause)) return false;
  const isDone = HAPPENED.test(match[0]) || DONE_EN.test(match[0]);
  return (!isDone || OF_A_CASE.test(clause.slice(match.index))) && told.says(clause, act === 'call-back' || act === 'ticket' ? AS_NEWS : AS_A_RULE);
}

/** 「已经发起的扣款」. */
const NOUN = /^已经?[^您你]{1,8}的.{1,4}$/u;

/** A comma ends what a word before it says about what comes after, unless the word opens a condition. */
function lastPart(before: string): string {
  const comma = Math.max(before.lastIndexOf(','), before.lastIndexOf(':'));
  const condition = /(?:如果|只要|如需|如要|若|要是|假如|一旦|凡|当(?![月天日前年时然地]))[^。]*$/u.exec(before);
  return condition ? before.slice(condition.index) : before.slice(comma + 1);
}
