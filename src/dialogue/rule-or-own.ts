/** Whether somebody asks for a rule, which articles tell without a sign-in, or for what is their own: 「账单几号出」, 「上个月账单多少钱」. Pure. */
import type { ChosenNeed } from '../domain/decision.js';

/** Put as a rule, not about oneself: 「积分什么时候过期」, "how are points earned". */
const GENERAL = /什么时候|啥时候|几时|能(?:换|兑)|带(?:什么|哪些|啥)|要(?:什么|哪些|啥)(?:材料|证件|手续|资料)|怎么(算|得|用|收|扣|办|样|换|兑)|为什么不(让|能)|(?:是|有)哪(?:个|款|种|几)|几号|多久|多少钱|规则|规定|条件|是什么|有哪些|有没有|可不可以|能不能|会不会|吗[?？]?$|\b(how (are|is|do|does|long|much (is|does|do))|what (are|is|happens|does|documents?|papers?)|which (documents?|papers?)|when (are|is|do|does)|can i|is there|are there|do you)\b/i;
/** Their rules are another intent's, so what is asked of them is one's own, however it is put: 「合约什么时候到期」「我现在是什么套餐」. */
const ALWAYS_OWN: ReadonlySet<string> = new Set(['contract_end', 'plan_current', 'own_number']);
const OWN = /我的|我(现在|目前|都|一共|总共|到底|已经)*(订|办|开|买|签|定|领|用|欠|充|参加|绑)(了|过|着|的|通了)|我(这个|上个|本)月|还(剩|有)多少|剩(余|下)|查|看看|\bmy\b|\bleft\b|\bi have\b|\b(am i|did i|have i|i am|i'm|i've|i) (on|in|subscribed|signed|paying|using|bought|ordered|got|bound|locked|paid|used)\b|\bdo i (have|owe|still|currently)\b|check|show/i;

/** Of these a rule is asked also of one's own: 「我的账单几号出」, "how far back can I see my calls", "do you cut off my internet when the data is gone". */
const OWN_BUT_A_RULE: ReadonlySet<string> = new Set(['bill_query', 'points_query', 'call_detail', 'data_usage_query', 'voice_usage_query', 'data_pack_buy', 'plan_change', 'arrears_suspension']);
const RULE = /清零|结转|作废|没用完|用不完|什么时候|啥时候|几时|几号|哪一?天|多久|多长时间|几个月|\bwhen (?:is|are|do|does|will)\b|\bhow (?:long|far back|soon|often)\b|\bwhat happens\b|\b(?:do|will|would) you (?:cut|stop|charge|block|slow|keep|limit|switch)\b|\b(?:roll|carry) ?(?:over|forward)\b|\b(?:unused|leftover) (?:data|minutes|texts)\b/i;

/** 「还剩多久」: a count of one's own after all. */
const OWN_COUNT = /近几个月|还(?:剩|有|能)|剩(?:余|下)|\bleft\b|\blast (?:bill|payment)\b/i;

/** Of these somebody wants their own figure, however it is put: 「上个月账单多少钱」, "how much was last month"; an article about the due date is no answer. */
const FIGURES: ReadonlySet<string> = new Set(['balance_query', 'bill_query', 'bill_explain', 'data_usage_query', 'voice_usage_query', 'arrears_suspension']);
const FIGURE = /(?:话费|[账帐]单|余额|欠费?)[^，。,、]{0,6}多少|还有.{0,8}[吗么没]|最近.{0,6}[账帐]单|[账帐]单.{0,6}(?:变|这么|那么|多了|贵|涨|高)|\bhow much\b.{0,12}\b(?:bill|balance|statement|charged|owe|used|left)\b|\b(?:latest|last) (?:bill|statement)\b/i;
const NO_FIGURE = /能|可以|可不可以|会|要不要|作废|清零|结转|怎么(?!回事|这么|那么|突然)|规则|每|一(?:分钟|条|兆)|[1一]\s?G|套餐外|超出|停机|\b(?:can|will|would|do you|does|roll|per)\b/i;

/** Any question, and what in it asks for one's own figures or for something to be done. */
const QUESTION = /什么|怎么|咋|如何|为啥|几|多久|多长|多少钱|要钱|花钱|收费|可以|能|会|有没有|要不要|用不用|是不是|还是|哪|最|赔|作废|清零|[吗么不][?？]?$|\b(how|what|when|where|which|can|could|is|are|do|does|will|would|should|rules?|fee|cost|if|after|before)\b/i;
const OWN_MATTER =
  /我(?:是|用的?)(?:什么|啥|哪)|我(现在|目前|都|一共|总共|到底|已经)*(订|办|开|买|签|定|领|用|欠|充|参加|绑)(了|过|着|的|通了)|\b(am i|did i|have i|i am|i'm|i've|i) (on|in|subscribed|signed|paying|using|bought|ordered|got|bound|locked|paid|used)\b|\bdo i (have|owe|still|currently)\b|我的?(话费|余额|流量|账单|套餐|合约|积分|卡|号码|号|业务|工单|投诉|宽带|手机|网)|我?(这个|上个|本|这|上)月|还(剩|有|能)|剩(余|下)|查一?下|帮我|给我|看看|办理|我要|退订|取消|开通|登记|\bmy (balance|bill|usage|data|plan|contract|points|line|account|number|sim|phone|ticket|extras|broadband|internet)\b|\bleft\b|\bi have\b|check|show|tell me|i want|i need|please|cancel|buy|change me|switch me/i;

export const isQuestion = (text: string): boolean => QUESTION.test(text);

/** `either` where it might be about a rule as well as about oneself. */
export function ruleOrOwn(need: ChosenNeed): 'rule' | 'own' | 'either' {
  const { intent, text } = need;
  if (asksForFigure(need)) return 'own';
  if (asksForRule(intent, text)) return 'rule';
  return !isQuestion(text) || OWN_MATTER.test(text) ? 'own' : 'either';
}

function asksForFigure({ intent, text, entities }: ChosenNeed): boolean {
  if (!FIGURES.has(intent) || namesRule(text) || NO_FIGURE.test(text)) return false;
  return entities.some(({ kind }) => kind === 'month') || FIGURE.test(text);
}

function asksForRule(intent: string, text: string): boolean {
  if (ALWAYS_OWN.has(intent)) return false;
  if (GENERAL.test(text) && !OWN.test(text)) return true;
  return OWN_BUT_A_RULE.has(intent) && namesRule(text);
}

const namesRule = (text: string): boolean => RULE.test(text) && !OWN_COUNT.test(text);
