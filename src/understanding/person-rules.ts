/** Asking for a person, by rules that need no model: they hold when everything else is down. */
import { fold } from './fold.js';

export type PersonVerdict = 'asked' | 'refused' | 'unclear';

const STAFF = '(?:人工|真人|活人|大活人|客服|坐席|座席|接线员|话务员|专员|工作人员|服务人员|服务员|营业员|值班|经理|主管|领导|负责人|专人|专家|顾问|小姐姐|小哥哥|小姑娘|妹妹|你们?的?人|一?个人|人(?=[来帮跟和给出吧呀啊噻撒呗嘛,.!? ]|$))';
const FETCH = '(?:转接?去?到?|接通?|接入|驳去?|找|要|需要|叫|喊|换|让|派|请|整|摇|寻|搵|来|联系|呼叫|切换?到?|召唤|速转|想见|安排|弄)';

/** Mentions that ask nothing of the kind; each is cut out before the rules look. */
const MENTIONS_ZH: readonly RegExp[] = [
  /人工(?:智能|费|成本|降雨|呼吸|湖|授精|草坪|翻译|心脏|审核|耳蜗|费用|收费)/gu,
  /(?:人工|客服|真人|坐席)(?:服务|客服|坐席|台|热线)?(?:是|在|都|一般|到底|今天|晚上|周末|春节|过年|节假日)*(?:几点|什么时候|什么时间|啥时候|啥时间|上班|下班|在线时间|工作时间|服务时间|多少钱|收费|要钱|收钱|免费|24小时|二十四小时|全天|有多少|电话|号码|热线|邮箱|微信|怎么样|靠谱|态度|素质|工资|招聘|招人)/gu,
  /(?:几点|什么时候|啥时候|多少钱|周末|春节|过年|晚上|半夜)(?:有|能有|才有|开始|还有|转)*(?:人工|客服|真人)(?:服务|上班|在线)?/gu,
  /(?:刚才|刚刚|昨天|上次|之前|上回|前天|那天|早上|以前|前几天)[^,.!?;]{0,8}(?:人工|客服|经理|专员|工作人员|小姑娘|坐席|接线员)[^,.!?;]{0,6}(?:说|讲|告诉|答应|承诺|给我|帮我|态度|挺|很|就|让我|处理|办|解决|回复)/gu,
  /(?:你们|那个|这个|有个|那位|这位)?(?:人工|客服|经理|专员|小姑娘|工作人员|营业员|服务员|业务员|师傅)(?:的)?(?:服务)?(?:态度|素质|太差|真好|真棒|很好|挺好|不错|专业|骂|凶|乱|骗|忽悠|挂我|挂了|推|不理|说过|告诉我|说的|讲的|答应|承诺)/gu,
  /(?:投诉|表扬|夸|举报|感谢|谢谢|冒充|假冒|自称)(?:一?下|一?个)?(?:你们|那个|那位|这个|这位|的|你)*(?:人工|客服|经理|专员|小姑娘|工作人员|营业员|服务员|业务员)/gu,
  /(?:是不是|是|不是)(?:人工|真人|活人|机器人|个人)(?:吗|还是|么|啊|呀|在|吧|\?|$)/gu,
  /(?:不用|不要|不需要|不必|别|先不|甭|唔使|唔要|无需|用不着|不想)(?:再)?(?:给我|帮我)?(?:转接?|接|找|要|打|叫|喊|联系)?(?:到)?(?:人工|真人|客服|坐席|经理|人来|领导)/gu,
];

const ASKED_ZH: readonly RegExp[] = [
  /^(?:请|我|要|转|接|找|那|就|快|给我|帮我|麻烦|赶紧|马上|你好|喂|算了|滚|直接)*(?:人工|真人|活人|客服|人功|人公|客服人员|接线员|话务员|坐席|座席)(?:人工|真人|客服|服务|坐席|座席|台|人员|小姐|代表|专员|在线|呢|吧|啊|呀|在吗|在不在|有吗|有没有|谢谢|快点|急|[!?., ])*$/u,
  new RegExp(`${FETCH}(?:一下|一个|1个|个|位|一位|到|去|给|你们?|我|咱|俺|的|那边?|这边|在线|线上|真|活|大|你哋|里|这|那|懂|能|会|管|好|说话|做主|负责|主事|解决问题|处理问题|办事|有经验|懂行|讲理|话事|嘅|后台|服务|高级|值班|公司){0,6}${STAFF}`, 'u'),
  /(?:有没有|有冇|还有没有|有无|可有|有得)(?:人工|真人|活人|个?人|客服|人在|喘气的)(?!.{0,4}(?:用|买|遇|知道|跟我一样|推荐|冒|打|告诉))/u,
  /^(?:喂|请问|你好|到底|还|你们那?边?|那边|这边|,|\s)*有(?:人|真人|客服)(?:在|管|理|接|回)?(?:吗|么|没有|没|不|嘛|啊|[?!., ])*$/u,
  /(?:跟|和|同|与|对|向)(?:你们?的?|一个|个|一位|位|真|活|大){0,3}(?:真人|活人|人工|人|客服|工作人员|经理|主管|专员|领导)(?:直接)?(?:说|聊|讲|谈|沟通|对话|通话|倾|唠|摆|交流|对接|反映|联系)/u,
  /(?:不(?:想|要|愿意?|跟|和|同|需要)|唔(?:想|要|同)|勿要|别(?:让|再|用|给我)?|莫|拒绝|讨厌|受够)[^,.!?;]{0,6}(?:机器人|机械人|机器|机械|ai|智能客服|电脑|程序|自动回复|语音助手|你个机)(?![^,.!?;]{0,4}(?:打电话|打给|骚扰|推销|推荐|来电))/u,
  /(?:换|叫|喊|找|派|让|来|整|摇|搵|寻)(?:个|一个|位|你们)?(?:真|活|大活)?人(?!(?:帮我|给我)?(?:代办|代充|代缴|充|冒|名|打|骚))(?:来|出来|跟|和|给我|帮我|回|接|处理|解决|说|讲|倾|唠|管|行不|好不|,|.|!|\?|$)/u,
  /(?:人呢|人在哪|人去哪了?|死哪去了)(?:人呢|[,.!? ]|$)/u,
  /(?:转|接|要|找|换)(?:rengong|kefu|zhenren)|(?:^|[^a-z])(?:zrg|zhuan ?ren ?gong|ren ?gong(?: ?ke ?fu| ?fu ?wu)?|zhao ?ren ?gong|zhen ?ren|zhuan ?ke ?fu|yao ?ren ?gong|wo ?yao ?ren ?gong|zkf|rgkf|rgfw)(?=$|[^a-z])/u,
  /(?:让|叫|请|喊|麻烦)(?:你们|客服|人工|工作人员|经理|主管|专人|人|个人|领导|你们的人|你们那边)[^,.!?;]{0,6}(?:给我|跟我|和我|帮我)?(?:回个?电话|打(?:个)?电话|回电|来电|联系我?|跟我说|和我说|处理)/u,
];

const STAFF_EN =
  "(?:humans?|(?:real |actual |live |human |living )?(?:person|people|human being|human|someone|somebody|agent|staff|operator|representative|reps?|advis[oe]r)|agents?|representatives?|reps?|operators?|advis[oe]rs?|live (?:chat|support|help|one)|supervisor|manager|csr|(?:member|one) of (?:your )?(?:staff|team)|team member|colleague|specialist|employee|customer (?:service|support|care|services)(?: (?:agent|rep|representative|person|team|people|advisor))?|support (?:agent|team|person|rep|staff)|anyone|anybody|someone|somebody|call ?cent(?:er|re))";

const MENTIONS_EN: readonly RegExp[] = [
  /\b(?:are|r) (?:you|u|this)\b[^,.!?;]{0,20}\b(?:real|human|person|bot|robot|agent|someone|machine)\b[^,.!?;]*/gu,
  /\b(?:is|am) (?:this|it|that|i)\b[^,.!?;]{0,28}\b(?:bot|robot|human or|real person or|machine|human|real person|a person)\b[^,.!?;]*/gu,
  /\b(?:spoke|talked|chatted|speaking|was told|told me|promised|said)\b[^,.!?;]{0,24}\b(?:agent|rep|representative|advis[oe]r|manager|someone|person|operator)\b|\b(?:agent|rep|representative|advis[oe]r|manager|person|operator|colleague|staff|guy|lady|girl)s? (?:(?:i|we) (?:spoke|talked|chatted)|who (?:told|said|helped|served|was|sorted)|yesterday|last|told|said|promised|hung|was|were|is|are|helped|has|had|did|sold|at the|in the|in your)\b/gu,
  /\b(?:do ?n[o']?t|don't|do not|no|not|without|never) (?:need|want|have|having|get|transfer|wish|put|connect|talking|speaking)?(?: me| to| for| through)*(?: need| talk| speak| chat| be transferred)?(?: for| to| with)*(?: a| an| any| your)? ?(?:human|person|agent|operator|representative|rep|manager|real person|live agent)\b/gu,
  /\b(?:what time|when|hours|how late|how early|opening)\b[^.!?;]{0,30}\b(?:agents?|humans?|people|staff|operators?|representatives?|someone|call cent(?:er|re)|customer (?:service|support|care)|live chat)\b|\b(?:agents?|people|staff|operators?|customer (?:service|support|care)|live chat|call cent(?:er|re))\b[^.!?;]{0,16}\b(?:open|hours|available (?:on|at|24|until|from)|24\/7|number|email|close|work (?:on|at))\b/gu,
  /\b(?:travel|estate|insurance|letting|secret|chemical|double) agents?\b|\bsomeone (?:else|stole|hacked|is using|used|has|keeps|called|rang|texted|opened|in my|got|took|pretend\w*|claim\w*)\b|\b(?:per|each|one|second|another|many|other|two|three|in) (?:person|people)\b|\bin person\b|\bhuman (?:rights|resources|error|body)\b/gu,
];

const ASKED_EN: readonly RegExp[] = [
  new RegExp(`^(?:please|pls|hi|hello|hey|ok|no|just|a|an|the|i said|now|give me|get me|need|want|any|real|live|actual|still there|talk|speak|transfer|connect|[ ,.!?])*${STAFF_EN}(?:[ ,.!?]|please|pls|plz|now|asap|thanks|thank you|here|needed|required|agent|${STAFF_EN})*$`, 'u'),
  new RegExp(`\\b(?:talk|speak|chat|spk|tlk|converse|discuss (?:this|it)|get through|go through|get hold|get a hold|reach|contact|deal|have a (?:word|chat|conversation)|conversation|be (?:connected|transferred)|switch)\\b(?: (?:directly|now|instead|right now|this))*(?: (?:to|with|2|of))? ?(?:(?:a|an|the|your|some|any|one|actual|real|live|proper|living|breathing|human|senior|another|different|of|please|ur|customer|service|other|local|duty)[ -]?)*${STAFF_EN}`, 'u'),
  new RegExp(`\\b(?:transfer|connect|escalate|put|pass|hand|patch|forward|switch|redirect|route)\\b(?: (?:me|this|us|my call|the call|it|over|through|thru|on|straight|back|chat))* (?:to|with|2) (?:(?:a|an|the|your|some|actual|real|live|human|any)[ -]?)*${STAFF_EN}`, 'u'),
  new RegExp(`\\b(?:get|give|find|fetch|send|bring|want|need|require|have|see|prefer|like|request|demand|wants?|call)\\b(?: (?:me|us|in|on|to|to see|to have|please))*(?: (?:a|an|the|your|some|any|one|actual|real|live|proper|living|senior|another|different|to))* (?:human|person|real (?:person|human|people)|live (?:person|agent|chat|human|one)|agent|representative|rep|operator|supervisor|manager|human being|csr|advis[oe]r|actual person|somebody real|someone real|(?:someone|somebody|a person|person) (?:who|that|to (?:help|talk|speak|call|contact|handle|fix|sort|take)|real|human|competent|with a brain|from (?:your|the) team|on (?:the )?(?:phone|line|chat)|in charge|higher))`, 'u'),
  /\b(?:is|are|isn't|aren't) there (?:(?:a|an|any|some|really|even|actually|no) ?)*(?:real |live |actual )?(?:human|person|people|agent|one|body|anyone|anybody|someone|somebody|staff|operator)s?(?: there| i can| around| available| here| to (?:talk|speak|help)| online|[?!. ]|$)|\b(?:anyone|anybody|somebody|someone) (?:there|real|human|alive|home|available|around|here)\b/u,
  /\b(?:real|actual|live|living) (?:human|person|people|agent|one|operator|representative|rep)\b|\bhuman (?:agent|help|support|assistance|being|operator|representative|advisor|please|service|now)\b|\b(?:human|agent|representative|operator) (?:please|now|asap|pls|plz)\b/u,
  /\b(?:no|not|stop|enough|sick of|tired of|hate|don't want|do not want|dont want|fed up with|done with|instead of|rather than|refuse|won't talk|quit|forget)\b[^,.!?;]{0,28}\b(?:bots?|robots?|machines?|chatbots?|ai|computers?|automated|automation|virtual assistants?)\b(?! calls?| call)/u,
  /\b(?:call me back|call me please|please call me|give me a call|ring me|phone me|callback|have (?:someone|somebody|a manager|an agent) (?:call|ring|phone|contact))\b/u,
  new RegExp(`\\b(?:let|can|could|may|might|i'd|i would|i'll|would)\\b[^.!?;]{0,24}\\b(?:talk|speak|chat)\\b[^.!?;]{0,12}\\b${STAFF_EN}`, 'u'),
];

function without(text: string, mentions: readonly RegExp[]): string {
  let rest = text;
  for (const mention of mentions) rest = rest.replace(mention, ' ¦ ');
  return rest;
}

/** `refused`: a person is mentioned and surely not asked for, so no classifier may say otherwise. */
export function personVerdict(folded: string): PersonVerdict {
  const hasHan = /[\u4e00-\u9fff]/u.test(folded);
  const hasLatin = /[a-z]{2}/u.test(folded);
  let wasCut = false;
  if (hasHan) {
    const rest = without(folded, MENTIONS_ZH);
    if (ASKED_ZH.some((rule) => rule.test(rest))) return 'asked';
    wasCut ||= rest !== folded;
  }
  if (hasLatin) {
    const rest = without(folded, MENTIONS_EN);
    if (ASKED_EN.some((rule) => rule.test(rest)) || (!hasHan && ASKED_ZH.some((rule) => rule.test(rest)))) return 'asked';
    wasCut ||= rest !== folded;
  }
  return wasCut ? 'refused' : 'unclear';
}

export function asksForPersonByRules(text: string): boolean {
  return personVerdict(fold(text)) === 'asked';
}
