/** Whose wish it is where the words alone are a sibling's: who comes to us is not leaving, who asks what an extra is ends none. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import { fits, hasHan, heardOnce, plainText } from '../domain/heard.js';
import { asksWhichMonth } from '../skills/asked-extremes.js';
import { asksSinceWhen } from '../skills/extras.js';
import { asksCostOfDay } from '../skills/usage-days.js';
import { asksOwnAutoPay } from '../skills/recharge-not-received.js';
import type { Situation } from './situation.js';

/** Towards us: 「转到你们这」, 「带号过来」, "switch to you"; the name of another operator alone says nothing of the way. */
const TO_US_ZH =
  /(?:转|换|携|迁|挪|带|搬|移|改|过)(?:号码?|网|卡|户)?[^,，。?？!！]{0,4}(?:到|来|入|进|至|去)*(?:你们?|您们?|贵司|贵公司|接棒|咱们?|我们)(?:家|这|那|公司|网|的|这边|这里|通信)*(?![^,，。]{0,6}(?:转走|离开))|(?:转|换|携|迁|挪|带|搬|移)(?:号码?|网|卡)?(?:过来|进来)|携(?:号|号码)?转?入|转网?入(?:接棒|你们)|(?:用|办|入|加入)(?:你们|接棒)(?:家|这|公司)?的?(?:卡|套餐|网|号)?[^,，。]{0,6}(?:号码?不(?:变|换)|保留|带号)/u;
const TO_US_EN =
  /\b(?:switch|move|mov|come|transfer|port|bring|change|swap|join|migrate|get)\w*\b[^.?!]{0,40}\b(?:to|over to|across to|with|into|in to) (?:you\b(?! (?:to|for))|jiebang|your (?:network|company|service))|\bjoin(?:ing)? (?:you|jiebang|your network)\b|\bport(?:ing)?\b[^.?!]{0,16}\bin\b|\b(?:bring|take|keep)\b[^.?!]{0,12}\bnumber (?:over|across|with me)?[^.?!]{0,12}\bto (?:you|jiebang)\b/iu;
const FROM_US = /离开你们|从你们|不用你们|转走|转出|\bfrom (?:you|jiebang)\b|\bleav\w* (?:you|jiebang)\b|\bport(?:ing)? out\b/iu;
const OF_GOING: ReadonlySet<string> = new Set(['leave_intent', 'number_portability']);
const JOINING = { zh: '带着号码从别的运营商转来接棒', en: 'bring my number to jiebang from another operator' } as const;

const comesToUs = heardOnce((text) => (hasHan(text) ? TO_US_ZH : TO_US_EN).test(text.normalize('NFKC')) && !FROM_US.test(text));

/** Who comes over from another operator; null for anybody else. */
export function comingOver({ text, reading, intents, action }: Situation): ChosenNeed | null {
  if (action || !intents.has('number_portability') || !comesToUs(text)) return null;
  return reading.ranking.slice(0, 2).some(({ intent }) => OF_GOING.has(intent)) ? { intent: 'number_portability', confidence: 1, text: JOINING[hasHan(text) ? 'zh' : 'en'], entities: [] } : null;
}

const isTrouble = fits(/没(?:有|得)?(?:网|信号|服务|反应)|(?:上|用|打|连|收)不(?:了|上|到|出|去)|不能(?:用|上网|打)|断网|坏了|(?:\bnot|n'?t|\bno longer|\bnever) (?:work|get|have|connect|load)\w*|\bno (?:signal|data|service|internet|network|coverage)\b|\b(?:dead|stopped working|lost signal)\b/iu);
const TROUBLE_ABROAD = { zh: '在境外没信号、上不了网', en: 'no service or no data abroad' } as const;

const isOfCountry = ({ entities }: ChosenNeed): boolean => entities.some(({ kind }) => kind === 'country');
/** A line at home is named where it is meant. */
const namesHome = fits(/宽带|光猫|路由|无线|家里|屋里|在家|wi-?fi|\b(?:broadband|router|modem|at home)\b/iu);
const ROAMING_OFF = { zh: '怎么关闭国际漫游', en: 'how do I turn roaming off' } as const;
const turnsRoamingOff = fits(/(?:关|停|取消)(?:闭|掉|了|用)?[^,，。]{0,6}漫游|漫游[^,，。]{0,4}(?:关|停|取消)(?!了(?:怎么|为什么))|\b(?:turn|switch)(?:ing)?\b.{0,24}\boff\b|\b(?:stop|disable|deactivate|cancel)\b.{0,16}\broaming\b/iu);
/** 「来个5G的包」 is five gigabytes of it. */
const namesPackOfSize = fits(/\d ?gb?的?(?:国内)?(?:流量)?(?:日|月)?包|\b\d{1,3} ?gb? (?:data )?(?:pack|add-?on)\b/iu);
const namesDataPack = fits(/[日月量油加游]包|(?:这|那|我的?)个?包|\b(?:data|day|roaming|monthly) (?:pack|pass)\b|\bmy (?:pack|pass)\b/iu);
const namesContract = fits(/合约|合同|违约|解约|\bcontract\b|\bpenalty\b/iu);
/** 「我现在充50能用不」, 「交50够不够」: of what is owed. */
export const asksWhetherItRestores = fits(/[交充缴付](?:了|上|完|清)?多久(?:才)?(?:能|会)?(?:通|恢复|开机|复机|打|用)|[交充缴付](?:了|上|完|个)?(?:钱|费|话费|\d{1,4}(?:块钱?|元)?)[^,，。?？]{0,6}(?:够不够|够[吗么不]|多久(?:才)?能?(?:通|恢复|开机|用上)|能用|能打|能通|能开机?|能复机|能恢复|就恢复|就好)|\bif i (?:pay|top up)\b.{0,24}\b(?:work|restored?|back|enough)\b|\bhow long (?:til|till|until|before) (?:it|my (?:phone|line|number)|the line|service|calls)\b.{0,16}\b(?:works?|back|restored|on)\b|\bi(?:'ll| will| can) pay (?:only )?\d{1,4}\b/iu);
const saysPaid = fits(/^[^?？吗]{0,10}(?:才|刚刚?|已经|明明|不是)[^,，。?？]{0,4}(?:交|充|缴)了?[^,，。?？]{0,8}(?:\d|[一二三四五六七八九十百]{1,3}块|钱|费)[^?？吗]{0,6}$/u);
/** 「转走了积分还在不」 */
const pointsOnLeaving = fits(/(?:转走|转网|转出|销户|销号|注销|过户)[^,，。]{0,8}积分|积分[^,，。]{0,8}(?:转走|转网|销户|注销|过户)|\b(?:leave|leaving|port|close|cancel|give up)\b.*\bpoints\b|\bpoints\b.*\b(?:leave|leaving|port|close|cancel|give up)\b/iu);
/** 「我优惠是不是没了」 */
const asksOfDiscount = fits(/^(?:那|我的?|套餐|这个?月|上个?月|[\s,，])*(?:优惠|折扣)[^,，。]{0,6}(?:没了|到期|结束|取消)(?:了)?(?:吗|么|吧)?[?？。]*$|\b(?:is|has|did|was) my discount\b/iu);
/** 「孩子才8岁 能用他自己的身份证吗」: of papers, and of nobody who misused them. */
export const asksOfChildsPapers = fits(/^(?!.*(?:骗|诈|盗|冒|贷|偷|被|别人|陌生))[^?？]{0,12}(?:孩子|小孩|儿子|女儿|老人|[爸妈])[^?？]{0,10}(?:能|可以|要)(?:不能)?用(?:他|她|我)?(?:自己|的|们)*(?:身份证|户口本)[^,，。]{0,4}(?:吗|不|么|行不行)[?？。]*$/u);
const wantsSimilar = fits(/\b(?:closest|similar|nearest|next best|equivalent)\b.{0,12}\bplans?\b|\bplans?\b.{0,12}\b(?:closest|similar)\b|(?:差不多|接近|类似)的?(?:套餐|资费)/iu);
const namesPack = fits(/包|\bpack|\bpass\b/iu);
const cannotCall = fits(/(?:打|拨|接)不(?:了|出|通|到|进)|\b(?:can'?t|can ?not|could ?n'?t|unable to|won'?t|not able to)\b.{0,16}\b(?:call|ring|dial|phone)\b/iu);
const namesService = fits(/转移|呼转|等待|彩铃|提醒|三方|来显|显示|限制|\b(?:forward|divert|waiting|tone|alert|conference|barring|caller id)/iu);

/** Which country it is says nothing of what to do, and everything of prices. */
export function abroadInTrouble(need: ChosenNeed): ChosenNeed {
  return need.intent === 'roaming_international' && isTrouble(need.text) && isOfCountry(need) ? { ...need, text: TROUBLE_ABROAD[hasHan(need.text) ? 'zh' : 'en'], entities: [] } : need;
}

const OF_USE: ReadonlySet<string> = new Set(['roaming_international', 'data_usage_query', 'slow_data', 'no_signal', 'broadband_fault']);

/** "im in france and my data doesnt work": one matter, in however many pieces it is said. */
export function abroadWithout({ text, reading: { entities, needs }, intents, action }: Situation): ChosenNeed | null {
  const isOne = needs.length > 1 && needs.every(({ ranking: [top] }) => top !== undefined && OF_USE.has(top.intent));
  if (action !== null || !isOne || !intents.has('roaming_international') || !isTrouble(text) || namesHome(text) || !entities.some(({ kind }) => kind === 'country')) return null;
  return { intent: 'roaming_international', confidence: 1, text: TROUBLE_ABROAD[hasHan(text) ? 'zh' : 'en'], entities: [] };
}

interface Sibling {
  readonly of: readonly string[];
  readonly fits: (need: ChosenNeed) => boolean;
  readonly intent: string;
  /** Stands for the words where they alone would find the wrong part of an article. */
  readonly said?: { readonly zh: string; readonly en: string };
  /** What of the words is no part of it. */
  readonly without?: RegExp;
  /** Not said in anger. */
  readonly isCalm?: true;
}

const asksWhatItIs = fits(/是(?:个|一个)?(?:什么|啥)(?!时候)|(?:干|做)(?:什么|嘛|啥)(?:用)?的|(?:怎么|咋)回事|(?:有什么|有啥|啥)用|\bwhat(?:'s| is| are)\b|\bwhat (?:does|do) .{1,40} (?:do|cover|include|mean)\b/iu);
const endsSomething = fits(/退|取消|关|停|不要|不想|不用|\b(?:cancel|turn|switch|stop|remove|unsubscribe|end|rid|drop|delete)\b/iu);
const asksPrice = fits(/多少钱|收费|资费|价|贵不贵|几块|\bhow much (?:is|are|does|do|for)\b|\bprices?\b|\bcosts?\b|\brates?\b|\bcharge/iu);
const ofWhatIsLeft = fits(/剩|还有|用了|用完|\b(?:left|used|remaining|have i)\b/iu);
const movesHouse = fits(/搬|移|挪|迁|新家|新房|\b(?:mov(?:e|ing)|relocat\w*|new (?:house|home|flat|address|place)|take (?:it|my broadband|my internet|the (?:broadband|internet)) with)\b/iu);
const endsLine = fits(/拆|退|销|注销|取消|不要|不用|不想|不续|停|\b(?:cancel|end|close|terminate|stop|give up|get rid|disconnect)\b/iu);
const asksPenalty = fits(/赔|违约|罚|要交多少|得交多少|\b(?:penalty|penalties|fine|exit fee|termination fee|early (?:end|exit|termination))\b|\b(?:what|how much) (?:does|do|will|would|is)\b.{0,30}\b(?:to leave|leaving|cost)\b/iu);
const spendsPoints = fits(/积分.{0,6}(?:能|可以|可不可以|怎么|咋)[^,，。]{0,4}(?:换|兑|抵|花|当)|(?:换|兑|抵)(?:话费|流量|东西|礼品)|\b(?:spend|redeem|exchange|swap|convert|trade|use)\b.{0,24}\b(?:points|pts)\b|\bpoints\b.{0,16}\b(?:for|on|into|towards|against)\b/iu);
/** 「帮我停机」, "suspend my line": somebody's own number, and on purpose; who is cut off says that it is, and asks why. */
const WANTS_PAUSE_ZH = /(?:帮我|帮忙|替我|麻烦|我要|我想|想要?|请(?!问)|能不能|可不可以|可以|能)[^,，。]{0,10}停(?:机|掉|了|用|一下|一停|几|两|[一半]个?[年月]|到|着|$)|给我[^,，。了]{0,8}停(?:机|掉|用|一下)(?:了?吧|呗)?[。.!！]*$/u;
const IS_CUT_OFF_ZH = /怎么|为什么|为啥|咋|凭什么|被|欠|已经|什么时候|会不会|会|遭|让|别|不|未|没|知道|问|查|恢复|解除|取消|复机|开机|开通|交|缴|充|还款/u;
const WANTS_PAUSE_EN = /^(?:(?:please|pls|hi|hello|can|could|would|will|you|kindly|just|help me|i|i'?d|like|want|need|wish|to|temporarily)[, ]+)*(?:suspend|pause|freeze|park|hold|stop) (?:my|this|the) (?:phone |mobile )?(?:line|number|service|account)\b(?!.*\b(?:pay\w*|paid|owe\w*|bills?|debt|arrears|non-?payment)\b)/iu;
const wantsPause = heardOnce((text) => (hasHan(text) ? WANTS_PAUSE_ZH.test(text) && !IS_CUT_OFF_ZH.test(text) : WANTS_PAUSE_EN.test(text)));
const ofUse = fits(/流量|通话|分钟|短信|套餐|\b(?:data|minutes|calls|texts|plans?)\b/iu);
const asksDearestMonth = heardOnce((text) => asksWhichMonth(text.normalize('NFKC').toLowerCase()) && !ofUse(text));
const isOfProduct = ({ entities }: ChosenNeed): boolean => entities.some(({ kind }) => kind === 'product');

const namesTone = fits(/\bring ?-?back tone|\bcaller ?tune|\bmissed[- ]?call alert/iu);

const resumes = fits(/恢复|复机|开机|解除|\b(?:resume|restore|reactivate|back on)\b/iu);
/** 「这个月又超了没」: of what is used now, and of no bill. */
export const goesOverNow = fits(/(?:这个?月|本月|现在|目前)[^,，。]{0,6}超(?:了|出|标|额|过)?[^,，。]{0,4}(?:没|[吗么不])|\b(?:did|have|am) i (?:go|gone|going)? ?over\b.*\bthis month\b/iu);
/** 「能不能先不停机」: somebody is about to be cut off. */
const keepsRunning = fits(/(?:先|别|不要|暂时)不?(?:给我)?停机|不停机|\bdon'?t (?:cut|suspend)\b/iu);
const namesRecord = fits(/详单|清单|记录|明细|\b(?:record|history|detail|log|list|who)/iu);

/** 「宽带费收错了」, "my broadband bill is wrong": of money, and of no line that is down. */
const isOfWrongBill = fits(/[账帐]单[^,，。]{0,4}(?:错|不对|不准|有问题|多|贵|高)|费用?[^,，。]{0,4}(?:[收扣算][^,，。]{0,2})?(?:错|不对|多了|贵|高)|(?:多|乱|错|重复)[收扣]|\b(?:bill|invoice|charge)\b.{0,16}\b(?:wrong|incorrect|not right|too (?:high|much)|mistake|higher|went up)\b|\b(?:wrong|incorrect|mistake|error)\b.{0,16}\bbill\b|\b(?:over|wrongly |double )charg/iu);
/** 「我快毕业了 套餐会变吗」, "i graduate this summer, what about my plan": the rules say so. */
export const asksOfGraduation = heardOnce((text) => text.length <= 80 && /毕业|\bgraduat/iu.test(text) && /套餐|号|卡|资费|\b(?:plan|number|sim|tariff)\b/iu.test(text) && /[?？吗么不呢]|怎么|什么|咋|\b(?:what|will|does|do|can|how|is)\b/iu.test(text));

/** 「我哪里用了那么多流量」 */
const LONGEST_WONDER = 60;
const wonders = (text: string): boolean => text.length <= LONGEST_WONDER && /(?:哪|没|不可能|怎么可能|怎么会)(?:里|儿|有)?(?:用|打|跑)[得了过]?(?:了)?[这那]么多|\bno way (?:that )?i (?:even )?(?:use[d]?|made|called) (?:that|so) (?:much|many)|\b(?:did ?n'?t|did not|never|could ?n'?t have) (?:even )?(?:use[d]?|make|made|call(?:ed)?) (?:that|so|anywhere near that) (?:much|many)/iu.test(text);
export const wondersAtCalls = heardOnce((text) => wonders(plainText(text)) && /电话|通话|打/u.test(text) !== /\b(?:calls?|called|minutes)\b/iu.test(text));
export const wondersAtData = heardOnce((text) => wonders(plainText(text)));

/** Of money on a number: a slip of the tongue is none. */
const namesTopUp = fits(/充|[交缴]|话费|号|钱|元|块|\b(?:top|topp\w*|recharg\w*|paid|pay|number|money|yuan|credit)\b/iu);
/** 「取消 我说错了 要10G」: what is taken back stands before what is wanted. */
const SLIP = /^.*?(?:[说打点弄写]错了?|不对|\b(?:i (?:meant|mean)|my mistake|wrong))[\s,，。.]*/iu;
const hasSize = ({ entities }: ChosenNeed): boolean => entities.some(({ kind }) => kind === 'data');
/** Where to, and nothing against us: how it goes is told first, and who wants a person has one a tap away. */
const goesElsewhere = fits(/^(?:你好|请问|那|我|就|想|要|打算|准备|考虑|把|号码?|这个|手机|[\s,，])*(?:转|换|携|迁|改)(?:到|成|去|用|个|网)*(?:(?:别|其他|另)(?:的|家|一家|的一家)*(?:公司|运营商|网络?|家)|中国?(?:移动|联通|电信|广电)|移动|联通|电信|广电)(?:吧|的?网|怎么办?|要怎么|可以吗|能吗|[\s?？。.!！])*$|^(?:hi |hello |so |ok |i |want |need |would like |'d like |am |'m |going |thinking of |to |how (?:do|can) i |can i |could i |[\s,])*(?:switch(?:ing)?|mov(?:e|ing)|chang(?:e|ing)|port(?:ing)?|transfer(?:ring)?|tak(?:e|ing) my number) (?:my number |my phone |me |it |over )*(?:to )?(?:another|a different|other|a new) (?:network|operator|provider|carrier|company)s?[\s?.!]*$/iu);

const namesData = fits(/流量|上网|\bdata\b|\bgb\b/iu);
const namesDebt = fits(/欠|停机|交|缴|充|费|钱|恢复|\b(?:owe\w*|suspend\w*|pay|paid|bill|cut off|arrears|debt|restore\w*|top)\b/iu);
/** 「账单里那个彩铃是啥」 asks of the thing, and of no bill. */
const ON_BILL = /^.*?账单(?:里|上)(?:面|头|边)?(?:的|那个|这个)*|\b(?:on|in) (?:my|the) bill\b/iu;
/** 「59的套餐有多少流量」: of a plan that is named, and not of one's own. */
const asksWhatIsIn = fits(/(?:有|含|带|包含|给|送)(?:多少|几个?|什么|哪些|啥)|(?:多少|几个?g?)(?:流量|分钟|通话)|\bhow (?:much data|many (?:minutes|texts|gb))\b|\bwhat(?:'s| is| does| do)?\b.{0,24}\b(?:include|come with|in it|get)\b/iu);
const namesOwn = fits(/我(?:的|现在|这|目前|用)|现在的|目前|剩|还有|\b(?:my|mine|am i|i have|left)\b/iu);

const SIBLINGS_MEANT: readonly Sibling[] = [
  { of: ['broadband_fault', 'broadband_cancel', 'broadband_account', 'broadband_install'], fits: ({ text }) => isOfWrongBill(text), intent: 'bill_explain' },
  { of: ['plan_recommend', 'data_usage_query', 'refund_dispute'], fits: ({ text }) => wondersAtData(text) && namesData(text), intent: 'bill_explain', said: { zh: '套餐外流量费是怎么来的', en: 'what caused the charge for data beyond the plan' } },
  { of: ['plan_current', 'plan_recommend', 'plan_change'], fits: ({ text }) => asksOfGraduation(text), intent: 'plan_rules', said: { zh: '毕业了校园套餐怎么办', en: 'what happens to the campus plan when I graduate' } },
  { of: ['arrears_suspension'], fits: ({ text }) => cannotCall(text) && !namesDebt(text), intent: 'no_signal' },
  { of: ['bill_query', 'bill_explain'], fits: (need) => isOfProduct(need) && asksWhatItIs(need.text) && !endsSomething(need.text) && !/为什么|怎么会|\bwhy\b/iu.test(need.text), intent: 'plan_rules', without: ON_BILL },
  { of: ['plan_current'], fits: (need) => need.entities.some(({ kind }) => kind === 'plan') && asksWhatIsIn(need.text) && !namesOwn(need.text), intent: 'plan_rules' },
  { of: ['recharge_wrong_number'], fits: (need) => hasSize(need) && !namesTopUp(need.text), intent: 'data_pack_buy', without: SLIP },
  { of: ['leave_intent'], fits: ({ text }) => goesElsewhere(text), intent: 'number_portability', said: { zh: '携号转网怎么办理', en: 'steps for taking my number to another company, port out' }, isCalm: true },
  { of: ['recharge_not_received', 'balance_query', 'call_detail', 'bill_explain', 'voice_usage_query'], fits: ({ text }) => asksCostOfDay(text), intent: 'bill_query' },
  { of: ['plan_rules', 'call_services'], fits: (need) => (isOfProduct(need) || namesTone(need.text)) && asksSinceWhen(need.text), intent: 'vas_query' },
  { of: ['vas_cancel', 'vas_query'], fits: (need) => isOfProduct(need) && asksWhatItIs(need.text) && !endsSomething(need.text), intent: 'plan_rules' },
  { of: ['vas_cancel'], fits: ({ text }) => asksWhatItIs(text) && !endsSomething(text), intent: 'vas_query' },
  { of: ['data_usage_query'], fits: ({ text, entities }) => asksPrice(text) && !ofWhatIsLeft(text) && entities.some(({ kind }) => kind === 'country'), intent: 'roaming_international' },
  { of: ['broadband_fault', 'slow_data', 'no_signal'], fits: (need) => isOfCountry(need) && isTrouble(need.text) && !namesHome(need.text), intent: 'roaming_international', said: TROUBLE_ABROAD },
  { of: ['roaming_international'], fits: ({ text }) => turnsRoamingOff(text) && !namesPack(text), intent: 'roaming_international', said: ROAMING_OFF },
  { of: ['call_services'], fits: ({ text }) => cannotCall(text) && !namesService(text), intent: 'no_signal' },
  { of: ['contract_end'], fits: ({ text }) => namesDataPack(text) && !namesContract(text), intent: 'data_usage_query' },
  { of: ['recharge', 'plan_change', 'contract_end'], fits: ({ text }) => asksWhetherItRestores(text), intent: 'arrears_suspension' },
  { of: ['recharge'], fits: ({ text }) => saysPaid(text), intent: 'recharge_not_received' },
  { of: ['points_query'], fits: ({ text }) => pointsOnLeaving(text), intent: 'member_benefits', said: { zh: '销户、过户时没用掉的积分会怎样', en: 'what happens to points when I give up or transfer the number' } },
  { of: ['plan_current'], fits: ({ text }) => wantsSimilar(text), intent: 'plan_recommend' },
  { of: ['five_g'], fits: ({ text }) => namesPackOfSize(text), intent: 'data_pack_buy' },
  { of: ['broadband_cancel'], fits: ({ text }) => movesHouse(text) && !endsLine(text), intent: 'broadband_install' },
  { of: ['plan_recommend'], fits: ({ text }) => asksDearestMonth(text), intent: 'bill_query' },
  { of: ['arrears_suspension'], fits: ({ text }) => wantsPause(text), intent: 'number_suspend', said: { zh: '停机保号怎么办', en: 'pause my line' } },
  { of: ['leave_intent', 'number_cancel'], fits: ({ text }) => asksPenalty(text), intent: 'contract_end' },
  { of: ['fraud_report'], fits: ({ text }) => asksOfChildsPapers(text), intent: 'real_name' },
  { of: ['leave_intent'], fits: ({ text }) => asksOfDiscount(text), intent: 'bill_explain' },
  { of: ['number_suspend'], fits: ({ text }) => wantsPause(text) && !resumes(text), intent: 'number_suspend', said: { zh: '停机保号怎么办', en: 'pause my line' } },
  { of: ['number_suspend'], fits: ({ text }) => keepsRunning(text), intent: 'arrears_suspension' },
  { of: ['auto_pay'], fits: ({ text }) => asksOwnAutoPay(text), intent: 'recharge_not_received' },
  { of: ['bill_explain', 'bill_query', 'voice_usage_query'], fits: ({ text }) => goesOverNow(text), intent: 'data_usage_query', said: { zh: '流量够用到月底吗', en: 'will my data last until the end of the month' } },
  { of: ['call_detail'], fits: ({ text }) => asksPrice(text) && !namesRecord(text), intent: 'roaming_international', said: { zh: '打国际长途、在国外打电话多少钱一分钟', en: 'what do calls cost a minute while abroad' } },
  { of: ['points_query'], fits: ({ text }) => spendsPoints(text), intent: 'member_benefits', said: { zh: '积分能换什么、怎么兑换', en: 'what points buy, and how' } },
];

/** The need as its own intent has it; null where it is nobody else's. */
export function siblingMeant({ intents, reading: { mood } }: Situation, need: ChosenNeed): ChosenNeed | null {
  const sibling = SIBLINGS_MEANT.find((one) => (one.isCalm !== true || mood.label === 'calm') && one.of.includes(need.intent) && intents.has(one.intent) && one.fits(need));
  if (!sibling) return null;
  const { said, without, intent } = sibling;
  return { ...need, intent, confidence: 1, text: said ? said[hasHan(need.text) ? 'zh' : 'en'] : without ? need.text.replace(without, '') : need.text };
}
