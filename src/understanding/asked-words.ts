/** What is asked or said in few words that name no thing of their own, and the words for it: 「要多久」, "is it paid", 「我没订过」. What it is asked of, the talk before tells. */
import type { AskedKind } from '../domain/asked.js';

/** A text stands between the fillers that lead in and end; one that begins with ^ is all that is said; a pattern is looked for anywhere. */
type Words = Readonly<Partial<Record<'zh' | 'en', string | RegExp>>>;

/** Fillers before and behind a short question; none begins like another, so that nothing is read in two ways. */
export const FILLERS = {
  zh: ['(?:那么|那个?|请问|大概|到底|究竟|我|你们|它们?|这个?|还|就|要|得|需|一般|都|也|办理?|做|弄|开|去)*', '(?:[呢啊呀吗嘛么的吧]|才行|才可以|来着)*'],
  en: ['(?:(?:and|so|ok|okay|but|then|well|wait|yes|yeah|also|please|pls|can you|could you|just|actually) )*', '(?: (?:please|pls|then|now|already|yet|today|for me|too))*'],
} as const;

const IT = '(?:it|that|this|they|them|those|these)';
const IS_EN = `(?:does|do|did|will|would|is|are|was|has) ${IT}`;
const WAITED_EN = '(?:it|this|that|they|you|he|she|i|we|someone|somebody|(?:the|my|a) (?:signal|internet|network|money|refund|claim|complaint|ticket|case|repair|report|technician|engineer|visit|phone|payment|top-?up))';
const TO_DO_EN = '(?: to (?:switch|change|move|do (?:it|that|this)|get (?:it|that|this)))?';
const FAMILY_EN = '(?:wife|husband|son|daughter|mother|father|mum|mom|dad|parents|family|friend|brother|sister)';
const HOW_LONG_ZH = '(?:多久|多长时间|几天|几个?(?:小时|工作日|月)|什么时候|啥时候|几时|何时|哪天)';

const NO_NEED_ZH = '(?:你们?|师傅|今天|明天|人|不用|不要|别|叫|让|他们?)*(?:不用|不要|别)(?:再|他们?|师傅|人|派人)*(?:来|修|派|弄|管|查|上门|过来)+了?';
const WORKS_ZH = '(?:现在|又|刚|网|信号|宽带|自己|自动|已经|已|突然|刚刚|刚才)*(?:好|通|恢复|正常|修好|能用|能上|有网|有信号)了';

/** Whether one goes on having it, or loses it. */
const keeps = (zh: string, en: string): Words => ({
  zh: `(?:里面|里头|卡里|卡上|剩下)的?(?:${zh})|(?:补好了?卡?|补完了?卡?|换好了?|换完了?|的|原来的?|原|老|旧|剩下的?|里面的?|卡里的?|手机)*(?:${zh})(?:会不会|能不能|[会能可]以?|不|还)*(?:在|变|换|保?留|保得住|留得住|能用|没|丢|退|转|带|怎么[办算处]理?)(?:着|了|掉|过来|过去|走|不变|不在)*`,
  en: `(?:(?:do|will|would|can|must) i (?:still )?(?:lose|keep|have|get)|what (?:happens|will happen|becomes) (?:to|with|of)|is|(?:will|does)) (?:all )?(?:my|the|the remaining|my remaining|my old) (?:${en})(?: (?:back|returned|kept|refunded|paid back|then|too|lost|gone|that is left|left|change))*`,
});

export const ASKED_WORDS: Readonly<Record<AskedKind, Words>> = {
  // How long, and when.
  'how-long': {
    zh: `(?:有效期?|能用|可以用|再|等|最长|最多|最久|钱)*${HOW_LONG_ZH}(?:才|就|能|会|可以|有|给|到账?|返还|退|赔|打|钱|来|修|解决|处理|装|寄|收|弄|办|好|完|结果?|恢复|通|用|生效|开|始|答|回|复|音|消息|个?准信|下来|我|一个|效|查|出来)*|(?:当天|马上|立刻|今天|当场|这个?月|本月)就?(?:能|可以)?(?:好|办好|办完|拿到|用|生效|装好)(?:上|新的|新套餐|不了?)*`,
    en: `how (?:long(?:er)?|much longer|soon|fast|quick|many days|much time)(?: is it(?: valid)?| must i wait| do i (?:have to )?wait| ${IS_EN}(?: (?:take|last|need|be|valid))?(?: for)?)?|when ${IS_EN} (?:start|work|take effect|be ready|be done)|when (?:${IS_EN}|(?:will|does|should) the money) (?:arrive|get here|be there|come|show up)|when (?:do|will|can) i get (?:it|them)|is it (?:the )?same day|(?:by|till|until|for how) (?:when|long)|how long (?:do|will|must) i (?:wait|have to wait|be)`,
  },
  when: { en: 'when' },
  'when-done': {
    zh: `钱*${HOW_LONG_ZH}(?:才|能|可以|会)*(?:有结果|到账?|退(?:回来|回|下来|款|钱|给我|我)?|处理[好完]?|答复|回复|收到|好)?`,
    en: `how (?:much )?long(?:er)?(?: (?:will|does|do|until|till|must|should|is) ${WAITED_EN}\\b.*)?|when (?:will|can|is) ${WAITED_EN} .{1,30}|when (?:will|is|can|do) .{0,30}(?:be|get|have|hear|know|ready|done|fixed|solved|back|answer|reply)\\b.{0,12}`,
  },
  expires: {
    zh: '(?:还有)?(?:多久|什么时候|啥时候|哪天|几时|会不会|会)[就才会要]?(?:过期|到期|清零|失效|作废)',
    en: `(?:when|how soon|what date) ${IS_EN} (?:going to )?(?:expire|lapse|run out|end|expiring)|${IS_EN} (?:ever |going to )?(?:expire|lapse|run out|expiring)(?: soon)?|how long ${IS_EN} (?:last|valid)(?: for)?|(?:about to |any )?expir(?:e|ing)(?: soon)?`,
  },
  'points-expire': { zh: '积分(?:还有)?(?:多久|什么时候|啥时候|哪天|几时|会不会|会)[就才会要]?(?:过期|到期|清零|失效|作废)', en: 'when do (?:the|my) points (?:expire|lapse|run out)' },
  lapsing: { zh: '(?:今?年底|快|会|将)*(?:到期|过期|清零|作废)的?(?:积分)?[有是]?(?:多少|几)分?', en: /\bhow many (?:of them |points )?(?:will |do |are going to )?(?:lapse|expire)\b/u },
  resets: { en: '(?:when|what (?:day|date)|which day) (?:does|do|will|is) (?:it|they|that) (?:reset|renew|refresh|refill|restart|start (?:again|over)|come back|change|expire|run out|end)|when do i get (?:more|new|it back|them back)|(?:does|do|will) (?:it|they) (?:reset|renew|refresh)(?: every month| monthly| on the 1st)?' },
  'since-when': { zh: '(?:这?些|分别|各自?|是|从)*(?:什么时候|啥时候|几时|何时|哪天|哪年|几月)[起就]?(?:开始)?(?:订购?|开通?|办理?|用|买|加|签)上?', en: 'since when(?: do i have (?:it|this|that|them))?|when did i (?:get|take|order|subscribe(?: to)?|sign up(?: for)?|start|buy|add)(?: (?:it|them|these|those|that|this|each))?(?: (?:one|plan))?' },
  sooner: { zh: '(?:师傅|能不能|可不可以|能|可以)*[早快](?:一?[点些])?(?:来|修|上门|到)|(?:师傅|能不能|可不可以|能|可以)*[早快]一?[点些]|(?:能|可以)?提前(?:来|修|上门|到)?|(?:今天|现在|马上)就?(?:能|可以)(?:来|修|上门)|(?:什么时候|多久|几点|哪天)(?:能|会|可以|才)*(?:来|上门|到)[修人]?', en: 'can (?:you|they|someone) come (?:sooner|earlier|today)|when (?:will|can) (?:you|they|someone) come' },

  // How much.
  'how-much': {
    zh: '(?:一个)?(?:多少钱(?:[一每]?个?月)?|(?:[一每]?个?月)[要收扣]?(?:多少钱?|几块钱?)|月租多少|几块钱?(?:[一每]个?月)?|什么价格?|价格(?:多少)?|怎么收费|贵不贵|贵)',
    en: `how much(?: (?:(?:is|are|does|do|will|would) (?:it|that|this|they|one|a pack)(?: (?:cost|a month|per month|each))?${TO_DO_EN}|(?:is it |does it cost )?(?:per|a|each|for a) (?:minute|text|day|month|gb|call|year)|for ${IT}|do i pay(?: for ${IT})?|(?:must|will) i (?:have to )?pay(?: for (?:it|that))?))?|what (?:does|would|do) (?:${IT}|one) cost|what(?:'?s| is| are) the (?:price|fee|cost|charge)s?`,
  },
  fee: { zh: '(?:再|另外)?[加办开添]一?(?:张|个)(?:副?卡)?[要收]?(?:多少钱?|几块钱?)|(?:多少钱|怎么算钱|怎么收)[一每]?(?:张|个|年|天|次|条|台|份|分钟)?|[一每]?(?:张|年|天|次)[要收]?(?:多少钱?|几块钱?)|(?:手续)?费用?(?:多少)|费用|手续费|有?什么费用' },
  'is-free': {
    zh: '(?:(?:师傅|人|上门|来|修|维修)+|[查看](?:详单|这个)?|换(?:个?光猫|个?猫|线|了)?|转走?)?[会被是]?(?:会被|收费|要钱|花钱|收钱|扣钱|扣费|免费)+|收不收费|要不要钱|扣不扣[钱费]|(?:上门费?|维修费?)?(?:要不要|会不会|用不用|需不需要)另?(?:收|给|交|付)(?:钱|费用?)啊?(?:上门费?)?',
    en: `(?:is|are|will) ${IT}(?: be)?(?: for)? (?:free(?: of charge)?|charged)${TO_DO_EN}|(?:does|will|do) ${IT} cost(?: me)?(?: anything| money| extra)?${TO_DO_EN}|is there (?:a|any) (?:fees?|charges?|costs?)|any (?:extra )?(?:fee|charge|cost)s?|(?:extra )?(?:charges?|costs?|fees?|price)|(?:do|must|will) (?:i|we) (?:have to |need to )?pay(?: for ${IT}| anything| extra)?${TO_DO_EN}|(?:will|do|am) (?:i|they) (?:(?:be|get) )?charged(?: for (?:it|this|that))?`,
  },
  'what-it-cost': { zh: '(?:一共|总共|上个?月)*[花扣收多]了?我?(?:多少|几)块?[钱费]?', en: '(?:what|how much) did (?:it|that|this) cost(?: me)?' },
  penalty: { zh: '(?:有没有|有|付|交)?违约金', en: '(?:is there |any |do i pay |will i pay |what about )?(?:a |an |the |any )?penalt(?:y|ies)(?: for (?:it|that))?' },
  'penalty-sum': { zh: '违约金(?:要|是|得|大概)*(?:多少钱?|怎么算)', en: "(?:how much (?:is|would be)|what(?:'s| is)) the penalty" },
  'to-pay': { zh: '(?:现在|一共|总共)*[交缴付充补还](?:多少|几块)(?:钱|才|能|可以|就|行|恢复|开机|通|够)*', en: 'how much (?:do i (?:have to|need to) pay|must i pay|should i pay)' },
  'part-payment': { zh: /[少先][交缴付还](?:一?点|些|一部分|一半)|[交缴付还](?:一半|一部分)|分期|最低[交缴付还]/u, en: /\bpay (?:only )?(?:half|part|some|less|a bit)\b|\b(?:part(?:ial)? payment|instal?ments?|minimum payment)\b/u },
  'no-money': { zh: '(?:能不能|可不可以|可以|能|现在|手头|最近|今天|真|实在|暂时|没工资|紧|啊)*(?:没有?钱[交充]?|(?:缓|宽限|等|拖|过|晚)我?(?:[一两二几三\\d]天|一下))+(?:要得|得行|行|可以|再|交|充|好|了|不)*', en: "i have no money|(?:can|could|may) i pay (?:it )?(?:next (?:week|month)|later|tomorrow|in (?:a few|\\d+) days|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|when i get paid)|i(?:'ll| will| can) (?:only )?pay (?:it )?(?:next (?:week|month)|later|tomorrow)|what if i can(?:no|')?t pay(?: it| that)?(?: this (?:week|month)| now| yet| today| in time| by then)?|i can(?:no|')?t pay(?: it| that)?(?: now| yet| today)?" },
  'how-to-pay': { zh: '^(?:那|我|好|现在|马上|这就|就|要|想|怎么|如何|在哪|去哪|哪里|能|可以|在这)*[交缴付还充][费钱款清值]?[啊呢吧吗]*$', en: '(?:(?:i want to|i\'?ll|let me|how (?:do|can) i) )*pay(?: it| that| now| it now)?' },
  'how-much-saved': { zh: /(?:能|可以|会|一共|每月|每个月)?[省便差少]宜?[下了出]?(?:多少|几块)|划算多少/u, en: /\bhow much (?:do|would|will|can|could) (?:i|it) save\b|\bhow much (?:cheaper|less)\b/u },
  waives: { zh: /减免|(?:能|可以|可不可以)[^,，。]{0,3}少(?:收|算|交)?一?点(?:钱|费)?[吗么不呗]?$|免[掉了]|少收|通融|打个?点?折|便宜我?(?:一?点|些)/u, en: /\bwaiv(?:e|ed|ing)\b|\blet me off\b|\bgoodwill\b|\bknock (?:it|that|some|something) off\b|\btake (?:it|that|this|some) off(?: (?:the|my) bill)?$|\breduce (?:it|that|the bill|the charge)\b/u },

  overpaid: {
    zh: '(?:(?:如果|要是|万一)我?)?(?:[交充缴付]多|多[交充缴付]|重复?[交充缴付])了?的?(?:[钱费]|话费|一次|两次)?(?:怎么办|(?:能不能|可不可以|能|可以|怎么|会|给)?(?:退|拿|要)(?:回|给)?(?:来|我|[钱款费])?)?',
    en: "(?:what )?if i (?:pay|paid|top up|topped up) too much|(?:can|could|do|will|how (?:do|can)) i (?:get|have|claim) (?:back )?(?:what i overpaid|the (?:overpayment|surplus|extra|rest|difference))(?: back| refunded)?|i (?:paid|topped up|overpaid) (?:too much|twice)(?: (?:can|how (?:do|can)) i get (?:it|that) back)?|(?:i )?overpaid",
  },
  'what-else': { zh: '(?:一共|另外)?有?(?:什么|哪些)(?:别的|其他的?|另外的?)?要?(?:扣费|收费|要钱|花钱|扣钱|交钱|付钱|付费|要交)(?:的?(?:项目|业务|东西|费用))?|另外?(?:扣|收|交|花)(?:着|了)?我?(?:什么|哪些)(?:别的|其他)?[钱费]?', en: '(?:what|which) (?:else|other things?|more) (?:do i pay for|am i (?:paying for|charged for|paying)|is (?:charged|on there)|do you charge(?: me)? for)(?: (?:every month|each month|monthly|a month))?|what (?:other|more) (?:charges|fees|things|extras) (?:are there|do i have|am i paying)' },

  // Where, who, how, with what, on what terms.
  where: {
    zh: '[在到上]?(?:哪里?|哪儿|什么地方|何处)(?:可以|能)?(?:办理?|弄|申请|领|拿|开|做|看|查|找|换|交|退|修|取)?|在?(?:哪里?|哪儿)(?:可以|能)?(?:改|设置?|重置|登记|充|填|点|下载)(?:一下)?|(?:必须|一定)?[去到跑]?(?:一趟)?(?:营业厅|门店|店里?|柜台)|在?(?:网上|线上|远程|异地|外地|手机上?|app上?|小程序|家里?)(?:能|可以|能不能|可不可以)?(?:办理?|弄|申请|操作|开|搞定|行)',
    en: "where(?: (?:do|can|should|must) i (?:do|go|get|apply|sign up)(?: (?:it|that|for it|to))?)?|(?:can|could) (?:i|we) do (?:it|that|this) (?:online|in the app|on my phone|from home)|(?:can|could) (?:it|that|this) be done (?:online|in the app|on my phone|from home|remotely)|do i (?:have|need) to (?:go to|visit) (?:a |the )?(?:store|shop|branch)|(?:is it )?online",
  },
  'where-money': { zh: '钱?[会是]?[退发寄打转返赔][钱款费]?[会是]?[回]?[到去给]了?(?:哪里?|哪儿|什么地方|谁|哪个[号卡]|什么账户)去?|(?:钱|退款|退的钱)?(?:是|会不会|会|能不能|能|可以)?(?:直接)?[退返打转](?:回|到|回到|进)(?:来)?我?的?(?:微信|支付宝|银行卡|卡|话费|余额|账户|原来的地方)(?:里|上|去|余额)?|(?:钱|退款)?(?:是|会)?(?:原路)(?:退回|返回|退)', en: "where (?:does|will|is|do) (?:it|the money|the refund|they|you) (?:go|be paid|get paid|pay it|refund it|send it|credit it)(?: to)?|(?:to )?which account(?: (?:does|will) it go to)?|where will (?:i|it) (?:get|be) (?:it|refunded|credited)|(?:will|does|would) (?:it|that|this|they|the money|the refund) (?:come|go|be (?:paid|sent|refunded|returned|credited)) (?:back )?(?:in)?to (?:my|the|a) (?:wechat|alipay|card|bank(?: (?:card|account))?|account|balance|phone|credit card)(?: pay| account| balance)?" },
  phone: { zh: '[有他她们]*的?(?:联系)?(?:电话|联系方式)(?:号码?)?(?:是?多少)?', en: "(?:what(?:'s| is) )?(?:the |their |its |a )?(?:phone|telephone|contact) number|(?:the |their )?phone|can i (?:call|ring|phone) (?:them|it|there)" },
  'gives-away': { zh: '(?:(?:流量|话费|套餐|分钟数?)?(?:能不能|可不可以|能|可以)?(?:(?:和|跟|与|同)我?的?(?:老公|老婆|媳妇|爱人|家人|家里人|朋友|爸妈?|妈妈?|父母|孩子|儿子|女儿|闺女|别人|他|她)|大家|全家|两个人|几个人|一家人|一家|家里人|主卡副卡|主副卡)?(?:一起|共同|一块儿?|合着|同时)(?:共用|使|用)+|(?:流量|话费|套餐|分钟数?)(?:是|能不能|能|可以)?(?:大家|全家)?共[用享](?:的)?)|(?:能不能|可不可以|能|可以|怎么|如何)(?:(?:转|让|赠|送|分|享|共)+(?:给|一?点|一些|出去|到|和|跟|与)*|给)(?:我?的?(?:老公|老婆|媳妇|爱人|家人|家里人|朋友|爸妈?|妈|父母|孩子|儿子|女儿|闺女|同事|员工|别人|他人|他|她|人|另一?个号|别的号))?(?:用|一起用|共享|使用)*', en: `(?:can|do|could|will) (?:we|they|both|all of us|my family|(?:both|all) (?:numbers|cards|lines)) (?:all |both )?(?:share|use) (?:${IT}|the data|the plan|one plan)(?: together)?|(?:is|are) (?:${IT}|the data|the minutes) shared|(?:can|could|may|how (?:do|can)) i (?:give|transfer|send|share|gift|pass) (?:${IT}|some(?: of ${IT})?)(?: on)?(?: (?:to|with) (?:my (?:${FAMILY_EN}|other (?:number|phone|line))|someone(?: else)?|somebody(?: else)?|another (?:person|number|phone)|others|him|her|them))?` },
  who: {
    zh: '(?:必须|一定|非得|[她他])?是?(?:本人|机主|我自己|双方|两个人|两人)(?:必须|一定|都|要|得|亲自|自己|到场?|去|来|办|在|不可|不)*|(?:别人|家人|家里人|朋友|爱人|父母|爸妈|孩子|他人|代办人?|老公|老婆|媳妇|老伴|儿子|女儿|闺女|孙子|孙女|家属)(?:能|可以|能不能|可不可以)?(?:帮忙?|代|替|给|去|来|我|办|弄|充|交|缴|买)*(?:行|可以|能)?(?:不行)?|(?:能|可以|能不能|可不可以)[让叫找请由]?我?的?(?:老公|老婆|媳妇|老伴|爱人|儿子|女儿|闺女|孩子|爸爸?|妈妈?|家里?人|朋友)(?:帮|替|代|去|来|我)+(?:补|办|取|领|拿|换)(?:卡|张)?(?:不|行不行|可以不)?|(?:能|可以|能不能|可不可以)[找让叫请]?(?:别人|家人|家里人|朋友|他人)?(?:代办|代替?办理?|帮办|帮忙办|委托)',
    en: `(?:do|must|does) (?:i|he|she|they|the owner|the holder|both of us|we|my ${FAMILY_EN}) (?:both )?(?:have to |need to |also )*(?:be there|come|go|be present|come in person|go in person|do it)(?: (?:myself|in person|along|too|as well|with me))?|can (?:he|she|someone else|somebody else|someone|my ${FAMILY_EN}) (?:do|go|come|apply|collect|pick|get)(?: (?:it|that|one|up|for me|instead|for it))*|in person`,
  },
  'cannot-come': {
    zh: '(?:[他她]们?|对方|新机主|老机主|机主|双方|老公|老婆|媳妇|老伴|爱人|儿子|女儿|闺女|孩子|爸妈|爸爸?|妈妈?|父母|老人家?|家里?人|家属|朋友)?(?:人|现在|最近|年纪大了?|生病了?|在外地|在国外|在老家|在上班|腿脚|身体|行动)*(?:不方便|不好|不便|没法|没办法|不能|没空|没时间|走不开)+(?:来|去|到场|过来|过去|亲自|本人|办|[来去]不了|过[来去]不了)*(?:怎么办)?|(?:[他她]们?|对方|新机主|老机主|机主|双方|老公|老婆|媳妇|老伴|爱人|儿子|女儿|闺女|孩子|爸妈|爸爸?|妈妈?|父母|老人家?|家里?人|家属|朋友)(?:人|现在|最近|年纪大了?|生病了?|在外地|在国外|在老家|在上班)*(?:[来去]不了|过[来去]不了)(?:怎么办)?',
    en: `(?:he|she|they|my ${FAMILY_EN}|the (?:owner|holder)|one of us) (?:can(?:'?t|not| not)|is unable to|is not able to|isn'?t able to) (?:come|go|be there|make it|walk|travel)(?: (?:to (?:the|a) (?:store|shop)|in person|there|himself|herself|along))*`,
  },
  'who-comes': { zh: '(?:现在|是)*谁[在来]?(?:弄|处理|办|管|负责|跟进|修|查)(?:这个?|这事|我的)?|师傅?(?:会不会|会)?来(?:不来|吗)?|(?:会|来)不(?:会)?来|(?:现在)?(?:有没有人|有人)在?(?:管|处理|弄|跟进|理)(?:我|这事)?', en: `who (?:will|is going to|'?s going to) (?:come|call me|(?:handle|fix|do) ${IT})|who(?:'?s| is) (?:coming|(?:handling|on|dealing with|working on) ${IT}|responsible)|who has ${IT}|(?:are|is) (?:you|he|she|they|someone|anyone|the (?:technician|engineer)) (?:still )?coming|is (?:anyone|anybody|someone) (?:working on|handling|looking at) (?:it|this|that)` },
  'how-many-come': {
    zh: '(?:(?:师傅|安装|上门|装宽带|装机|维修|修)+(?:会|要|得)?来?|派|要来)?(?:几|多少)(?:个|位|名)?(?:人|师傅|工人)(?:来|上门|装|修|过来|一起|到场)*|(?:师傅|上门|安装|装机|维修)(?:会|要|得)?来几[个位]|是?一[个位](?:人|师傅)?来?(?:装|修)?还是[两二几][个位](?:人|师傅)?来?(?:装|修)?',
    en: '(?:how many|what number of) (?:people|persons|technicians|men|engineers|workers|of (?:them|you))(?: (?:will|do|are|is|does|have to|need to|going to|come|coming|needed|install|show up|turn up|be there|there))*(?: (?:over|to (?:my|our|the) (?:house|home|flat)|to (?:install|fix|do|repair)(?: it)?|for (?:the|an) (?:installation|install|repair|visit)))?|(?:is|will) it (?:be )?(?:just )?one (?:person|man|technician) or (?:two|more)',
  },
  'at-home': {
    zh: '(?:要不要|需不需要|用不用|必须|一定要?|是不是要|用)?(?:有|留|找)?(?:一?个)?(?:大人|人)(?:必须|一定|非得|都)?[要得]?(?:在|留在|守在)(?:家|屋里|现场|场)(?:里|等|着|才行)*|我(?:要不要|必须|一定)?[要得]?不?在家(?:里|等|着)?(?:行不行|可以|怎么办|能[修装来]|行)*|(?:要不要|用不用|需不需要|需要|必须)家里[要得]?(?:有|留)大?人|家里(?:没人|(?:必须|一定|要不要|需要|需不需要)?[要得]?有大?人在?)(?:行不行|可以|怎么办|能[修装来]|行)*',
    en: `(?:do|must|should|does) (?:i|we|someone|somebody|anyone|an adult) (?:have to |need to )?(?:be|stay)(?: at)? home(?: for (?:it|that|this|the visit))?|what if (?:i am|i'm|nobody is|no one is|we are) (?:not )?(?:at )?home|is (?:someone|somebody) needed at home`,
  },
  'how-many': {
    zh: '(?:最多|一共|总共|一个主?号|名下|主号)*(?:能不能|可以|能)?(?:[有加绑带申]请?)?(?:最多)?几(?:张|个号|个人|个副?卡)(?:副?卡)?',
    en: "how many(?: (?:can|could|may) i (?:have|get|add|order|link|use))?(?: of (?:them|these))?|(?:is there )?(?:a |any )?(?:limit|maximum)|what(?:'s| is) the (?:limit|maximum)",
  },
  'limits-use': {
    zh: '(?:能不能|可不可以|可以|能|怎么|如何)?(?:给|对)?(?:[他她它]|孩子|副卡|小孩|儿子|女儿)?的?(?:限制|控制|限|设置?个?上限|设置?个?限额|封顶)(?:一下)?(?:[他她它]|孩子|副卡|小孩|儿子|女儿)?(?:用|每个月|上)*(?:流量|上网|用量|网)?(?:用量)?',
    en: '(?:can|could|how (?:do|can)) i (?:limit|cap|control|restrict|set a limit (?:on|for)) (?:it|that|his|her|their|the|how much he uses|how much she uses)(?: (?:data|use|usage|internet))*',
  },
  'contract-term': {
    zh: '(?:必须|最少|至少|一次|合约|合同)*[签绑约](?:定|个)?(?:合约|合同)?(?:几年|多久|多长时间|几个月|多少年)|(?:有没有|有|用不用|需不需要|需要|签不签|签)+个?(?:合约|合同|协议)期?|(?:合约|合同)期?(?:是|有)*(?:几年|多久|多长时间|多长|几个月)',
    en: '(?:is there|do i (?:need|have to sign|sign|get)|does it (?:have|need|come with)|any) (?:a |an |any )?(?:contract|minimum term|commitment|lock-?in)|how long is the contract(?: for)?|how (?:long|many years) (?:do i have to sign(?: up)?(?: for)?|am i (?:tied in|locked in|bound)|must i (?:stay|sign))',
  },
  'each-number': {
    zh: `(?:的|另一个号|副卡|[他她]|老公|老婆|媳妇|老伴|爱人|儿子|女儿|闺女|孩子|爸妈|爸爸?|妈妈?|父母|老人家?|家里?人|家属|朋友)+(?:号码?|手机|那个|卡)?(?:是不是|也)?(?:要不要|用不用|需不需要|必须|需要|要)(?:另外|单独|再|也|分开|自己)*[开订买弄设](?:通|一个|一份|上)?`,
    en: `(?:does|do|will) (?:my ${FAMILY_EN}|she|he|they|the (?:other|second) (?:number|card|line|phone)) (?:also )?(?:need|have to (?:get|buy|order|do|turn on)) (?:it|one|that|this|their own|her own|his own)(?: too| also| as well)?`,
  },
  'what-to-bring': {
    zh: '(?:带|准备|用|有|提供|交)?(?:些?什么|哪些|啥)(?:材料|证件|手续|资料|东西|证明|文件)?(?:过去|去|来)?|用?带?身份证',
    en: 'what (?:do|should|must) (?:i|we|you) (?:need to |have to )?(?:bring|need|take|show|have|want)(?: (?:with|from) (?:me|us))?|(?:do|should) i (?:need to |have to )?bring (?:anything|something)|do (?:i|we) need anything|what (?:documents?|papers?|id)(?: (?:do i|are|is) need(?:ed)?)?|do i need (?:my )?(?:id|passport|documents?|papers?)|which (?:documents?|papers?)(?: do i need)?',
  },
  how: {
    zh: '(?:具体)?(?:怎么|咋|如何|怎样)(?:办理?|弄|操作|开通?|申请|搞|做|走|整|改|换|用|设置?|重置|领)?|有?(?:什么|哪些)(?:步骤|流程|程序)|(?:步骤|流程)(?:是什么|是怎样)?',
    en: "how(?: (?:(?:do|can|should) (?:i|we)|to) (?:(?:do|apply|get|start|set up|sign up|use|order|activate|enable|register|switch|go about)(?: (?:it|that|this|for it|one))?|(?:turn|switch) (?:it|that|this) on|switch on|set (?:it|this) up|make it work))?|how then|what are the steps|what to do|what should i do|what(?:'s| is) the (?:process|procedure)|what do i (?:have to )?do|step by step",
  },
  'what-now': { zh: '(?:现在|应该|该)*怎么[办弄搞](?:才好)?', en: 'what now|what (?:do|should|can) i do' },
  terms: {
    zh: '有?(?:什么|哪些|啥)(?:条件|要求|限制|限定|前提|规定|门槛)|(?:谁|什么人|所有人|谁都)(?:能|可以)办|(?:能|可以)办|(?:有没有|有)(?:条件|要求|限制)|条件(?:是什么)?',
    en: 'what are the (?:conditions|requirements|limits|rules|terms)|(?:are there )?any (?:conditions|requirements|limits|restrictions)|who can (?:do|apply|get|have)(?: (?:it|that|for it))?|who is it for',
  },
  'with-what': { en: `(?:does|will|do|would) ${IT} work (?:with|on|in|for) (?:my|all|any|every) (?:phones?|device|iphone|android|plans?)|(?:does|will) my (?:phone|device|iphone|plan) (?:support|have|work with|allow|include|do) ${IT}|is my (?:phone|device|plan) (?:ok|compatible|suitable|supported)(?: for it| with it)?|(?:which|what) (?:phones?|models?|plans?)(?: (?:support|have|work with|allow|include) ${IT}| work)?` },
  'by-itself': { en: `(?:is|are) ${IT} automatic|(?:does|will|do) ${IT} (?:automatically )?(?:renew|continue|repeat|start|stop|end|go on)(?: (?:by itself|automatically|on its own|every month|each month))*|(?:is|will) it (?:be )?renewed(?: automatically)?` },

  'how-reckoned': { zh: '(?:是|都)?怎么(?:算|得|来|出|计算)(?:的|出来的?|下来的?)?', en: `how (?:is|was|are|were|did you|do you) (?:${IT} )?(?:calculated?|reckoned?|worked? (?:${IT} )?out|figured? (?:${IT} )?out|computed?|get (?:to )?${IT})` },
  'when-charged': { zh: '(?:每个?月)?(?:什么时候|啥时候|几号|哪天|几时|何时)(?:会|就|才|给)?(?:扣|收|出账?|划)(?:走)?(?:[钱费款]|账单|话费)?', en: `when (?:do|will|does) (?:you|i|they|it|the money) (?:be |get )?(?:take|charge|charged|collect|deduct|deducted|taken|due|go out)(?: (?:it|that|the money|the fee|me))?|(?:what|which) (?:day|date) (?:am i|will i be|is it|do you) (?:charged?|taken|deducted|take it|charge me)` },

  // Undoing, ending, keeping.
  undoing: {
    zh: '(?:之后|以后|办了|后)?还?(?:能|可以|能不能|可不可以|随时)再?(?:取消|撤销|退掉?|退订|反悔|后悔|改回来|换回来|恢复)[了来]?|(?:怎么|如何)(?:取消|撤销|退|关|停|恢复|解除|解开)[掉了]?|反悔了?怎么办',
    en: '(?:can|could) i (?:(?:cancel|undo|change|return|stop|end|leave)(?: (?:it|that|my mind))?|(?:take|turn|switch) (?:it|that) (?:back|off)|(?:turn|switch) off|get (?:rid of it|out(?: of it)?)|(?:go|change|switch) back)(?: later| again| any ?time| whenever i (?:want|like))*|how (?:do i|can i|to) (?:(?:cancel|undo|stop|end|unblock)(?: (?:it|that))?|(?:turn|switch) (?:it |that )?off|get (?:rid of it|out(?: of it)?))(?: later| again)?|can (?:it|that) be (?:cancelled|undone|reversed)',
  },
  'way-back': { zh: /(?:能不能|能|可以|可不可以)(?:随时|以后|之后|还)?再?[改换退变转]回(?:来|去|原来的?)?(?:套餐)?[吗么不嘛呢]*$/u, en: /\bcan i (?:go|change|switch|move) back\b/u },
  'ends-it': {
    zh: '^(?:那|就|请|帮我|给我|把|我要|我想|麻烦|它|这[个项]|那[个项])*(?:退订?|取消|关|停)(?:了|掉|它|这个|那个|吧)*$',
    en: `(?:(?:i want to|i'?d like to) )?(?:cancel|stop|remove|turn off|switch off|end|drop) ${IT}(?: one)?|(?:turn|switch) ${IT} off`,
  },
  'ends-them': { en: `(?:cancel|stop|remove|end|drop|turn off|get rid of|unsubscribe(?: me)?(?: from)?) (?:all (?:of )?)?${IT}(?: all| one| off)?|i (?:do not|don'?t) want ${IT}(?: (?:now|any ?more))?|take ${IT} off` },
  'ends-all': { zh: '^(?:那|就|请|帮我|给我|把|它们|这些|我要?)*(?:全部|全都|所有的?|统统|通通|都)(?:都|给我|帮我)?(?:退订?|取消|关|停|不要)[了掉吧]*$', en: '(?:cancel|drop|stop|remove) (?:all(?: of (?:them|it))?|them all|everything)' },
  'after-all': { zh: '^算了我?(?:买|办|换|退|订)了?吧$|^(?:算了|那|想了想|我|好吧|行吧|嗯|唉|就)*(?:还是|再|又)[想要]?(?:买|办理?|换|退|订|要|来)(?:了|吧|一?个|掉|它)*$', en: "(?:(?:fine|alright|all right|let'?s|i'?ll) )*(?:do|buy|take|get|change|cancel) it(?: then)? after all" },
  'gets-out': { en: `(?:can i|how (?:do|can) i) (?:get out(?: of ${IT})?|(?:end|cancel|break|leave|terminate) ${IT}(?: early)?)|(?:cancel|end|terminate|break) ${IT}(?: early)?` },
  'pack-back': { zh: '^(?:那|这个|它|买了|之后|以后|后|还|要是|不想要|不用了?|的)*(?:能不能|可不可以|能|可以|支持)退(?:订|掉|款|钱|了|吗|么|不|嘛|的)*$', en: 'can (?:i|it be) (?:get (?:a refund|my money back)|return(?:ed)?(?: it)?|cancel(?:led)?(?: it)?|refund(?:ed)?)(?: later)?' },
  'money-back': { zh: '(?:钱|该|会)*(?:怎么|能不能|能|可以)(?:要求)?退(?:钱|费|款|回来|给我|还)*', en: '(?:can i|how do i) get (?:it|that|my money) back' },
  'same-number': { zh: '(?:停机|欠费|停了|不用)?(?:会不会|会)被?(?:销号|销户|注销|收号|收回号码?)', en: '(?:is it |will it be |with |do i (?:keep|get|have) |on )?(?:the |my )?same number|(?:what|how) about (?:my|the) number' },
  'keeps-number': keeps('号码?', 'numbers?|phone number'),
  'keeps-credit': keeps('话费余额|话费|余额|押金|钱', 'credit|balance|money|deposit'),
  'keeps-points': keeps('积分', 'points'),
  'keeps-plan': keeps('套餐', 'plans?'),
  'keeps-data': keeps('流量', 'data'),
  'keeps-discount': keeps('优惠|折扣', 'discounts?'),
  'keeps-contract': keeps('合约', 'contracts?'),
  'keeps-contacts': keeps('通讯录|联系人', 'contacts|contact list'),
  loses: { en: "(?:do|will|would) i lose (?:my|the) (?:discount|deal|offer|contract|loyalty discount)|what about (?:my|the) (?:discount|contract|deal)|am i (?:bound|locked in|tied|in (?:a )?contract)|(?:is there|any|do i pay|will i pay|would i pay) (?:a |an |any )?(?:penalty|early termination fee|exit fee)(?: (?:if|for|to) .{1,24})?" },
  staying: { zh: '(?:要是|如果|万一|那)?我?(?:不走|不转|留下来?|不续约?|不换|继续用|什么都不[做办]|不管它?)(?:了|的话)?(?:[会呢]?怎么?[样办])?', en: "(?:what )?(?:if|when) i (?:stay(?: on| with you)?|do nothing|keep it|(?:do not|don'?t) (?:leave|renew|cancel|do anything|sign(?: again)?|extend))(?: what happens)?|can i (?:just )?stay" },
  afterwards: { zh: '(?:涨价|变贵|贵多少|恢复原价)|(?:到期|合约到期|期满)(?:了|后|之后|以后)*(?:会|自动|要)*(?:续约?|续费|怎么?[样办]|恢复原价|涨价)?', en: '(?:will|does|would) (?:it|that|the price|my bill) (?:get|be|become|go) (?:more expensive|dearer|up|higher)|what happens (?:after(?: (?:that|then))?|then|when it ends|next)|after that|and then|then what|what if i (?:just )?(?:wait|leave|cancel|stay)(?: it)? (?:until|till?) (?:then|it ends|it expires|it runs out|the end)' },

  // What is being worked on.
  'too-slow': { zh: '(?:已经|过去)?(?:好几|几|\\d{1,2})天了(?:一点|啥|什么)?(?:(?:消息|动静|回音|结果|进展)[都也]?没有?|没有?(?:一点)?(?:消息|动静|回音|结果|进展|人理|人管))|(?:怎么|处理|办事|效率|速度|真|实在)*(?:太|好|这么|那么)?慢(?:了|吞吞)*|[拖等]得?(?:太|这么|那么|好|很)久了?|(?:可|真|实在)?等不[了及起](?:这么|那么)?[久了]?', en: `(?:it'?s|it has) been (?:(?:several |many |\\d{1,2} )?(?:days|weeks)|a week)(?: (?:and )?(?:(?:there'?s |there is |i have )?(?:still )?(?:no|not any) (?:news|answer|reply|word|update)s?|(?:still )?nothing))?|(?:(?:that|this|it)(?: is|'?s)? |you(?: are|'?re) )?(?:taking )?(?:way |much |far |so |very )*(?:too |so |very )(?:slow|long|late)|(?:that|this|it)(?: is|'?s)? (?:taking )?(?:forever|so long)|(?:it|that) takes too long|i (?:can not|can'?t|cannot) wait(?: (?:that|so) long)?` },
  chase: { zh: '(?:(?:现在|马上)就?[想要]?)?(?:先|想)?(?:麻烦|请|能不能|能|可以|帮我?|给我|再|快)*(?:催(?:一?[下催])?|加急|快(?:一?点|些))(?:处理|办|呗|一下)*', en: `(?:hurry(?: it)?(?: up)?|chase (?:it|them|this)(?: up)?|speed ${IT} up|push it|faster|be quick|quick(?:ly)?|can'?t (?:it|you) (?:be|go|do it) (?:faster|sooner|quicker)|can ${IT} be (?:faster|sooner|quicker))` },
  'where-it-stands': {
    zh: '(?:怎么|都[^,，。]{0,6}还?)?还?是?没有?(?:弄|处理|解决|修|办|退|赔)?(?:好|完|动静|消息|结果|进展|回复|回音|人管|人理|给我|弄|处理|解决|退|赔|办)[了]?|(?:现在|处理)*到(?:哪一?步|什么程度)了?|(?:能不能|总得)?给我?一?个(?:准话|准信|时间|准确时间|日子|期限)(?:行|行不行)?',
    en: 'any (?:news|update)s?|(?:still )?waiting',
  },
  'what-if-not': { zh: '^那?(?:要是|如果|万一)?(?:一直|还是|到时候|老|总)*(?:到不了|不到账|没到|还没到|查不到|查不出来?|修不好|弄不好|退不了)(?:了|的话)?(?:怎么办|怎么弄|呢)+$|^那?(?:要是|如果|万一)(?:查|找)不到[了呢啊]*$|^那?(?:要是|如果|万一)+(?:你们)?(?:最后|到时候|还是|就)*[不没](?:退|赔|给|解决|处理|弄好|结果|办|到账|到|查到)(?:了|怎么办|的话|呢|啊)+$', en: "what if (?:you|they) (?:don'?t|do not|won'?t) (?:refund|pay|fix it|solve it)" },
  'calls-off': {
    zh: `(?:师傅|他们?|人)*(?:能不能|可以|那就)?不来(?:了|行|可以)+|${NO_NEED_ZH}(?:${WORKS_ZH})?|${WORKS_ZH}(?:${NO_NEED_ZH})?|(?:能不能|可以|能|想)?(?:取消|撤销|撤回)(?:投诉|工单|报修)?了?`,
    en: `(?:can i |i want to |i'd like to )?(?:cancel|withdraw|drop|close|forget) ${IT}|never ?mind(?: ${IT})?(?: it(?:'s| is) )?(?:fixed|fine|back|working)(?: again)?|(?:oh |never ?mind )?(?:it|that|the (?:internet|signal|network|broadband|connection))(?:'s| is| works| has come)?(?: back| working| works| fixed| fine| ok| okay| up| again| now)+|no need (?:to come|any ?more)|(?:do not|don'?t) (?:come|send (?:anyone|anybody|him|them)|bother)(?: again| any ?more)?`,
  },
  mends: { en: `(?:do|fix|restore|sort|solve) ${IT}(?: out)?|speed (?:${IT} )?up|make ${IT} fast(?: again)?` },
  'to-mend': { en: `how much to (?:fix|restore|solve|get) ${IT}(?: back)?` },
  'mended-now': { zh: '(?:该|应该|想)*(?:怎么|如何|怎样|咋|能不能|可以|能)(?:才能|才|可以|能|让)*(?:现在|马上|立刻|立马|赶紧|提前|今天)?[就也]?(?:恢复|变?快|解决|提速|弄|办|解除)(?:一下)*', en: /\bhow (?:do|can|could) (?:i|you|we) (?:fix|restore|speed|get)\b/u },
  why: {
    zh: '(?:是|怎么)*(?:为什么|什么原因|怎么回事|怎么搞的|什么情况|怎么会)(?:会|要|这样|这么|那么|多|高|贵|出来|变|成|涨)*',
    en: `why|why(?:'s| is| was| did) ${IT}(?: (?:so (?:much|high|expensive)|happen))?|how come(?: ${IT}(?:'s| is| was)?)?(?: so (?:much|high))?|why so(?: (?:much|high|expensive))?|why (?:me|though)|what(?:'s| is| was) the reason|what (?:happened|caused ${IT})|how (?:did|could|can) ${IT} happen`,
  },
  'what-is-it': { zh: '(?:第[一二三四五六七\\d]个|[这那]?些)?是[个些]?(?:什么|干什么|做什么)(?:东西|业务|玩意儿?|用)*|(?:干什么|做什么)用?的', en: "what(?:'s| is| are) (?:this|that|it|these|those)(?: for)?" },

  // What one has.
  left: { zh: '(?:现在|目前|一共)*还[剩有][下余]?(?:多少|几个?g?)了?', en: 'how much (?:of it )?(?:do i (?:still )?have |is |have i got )?(?:still )?left' },
  'used-up': { zh: '(?:都|全|已经)?(?:用|花|打|发)(?:完|光)了?(?:没有?|没)?|用了多少', en: "(?:is|are|has|have) (?:it|they|i) (?:all )?(?:been )?(?:used|gone|used up)(?: (?:it|them))?(?: (?:up|all|already))?|did i use (?:it|them)(?: all)?(?: up)?|how much (?:of it )?(?:have i|did i) use(?:d)?" },
  'goes-over': { zh: '(?:这个?月|本月|下个?月|今年)*(?:会不会|是不是|会)?[又再]?[要会]?(?:超出?|超标|超支|超额|多扣|多收)(?:套餐)?', en: '(?:will|am|did|have) i (?:going to |likely to |be )?(?:go|gone|going)? ?over(?: (?:it|again|the plan|my plan|the limit))?(?: this month| again)*|(?:will|is) (?:it|that|this) (?:going to )?happen again(?: this month)?' },
  'data-left': { zh: '^(?:那|还有|我的?|那个)*流量(?:呢)$|^(?:国际|国外|我的?|那)*(?:漫游|流量)(?:流量|包)?(?:现在|一共)?还[剩有][下余]?(?:多少|几个?g?)[呢啊了]*$', en: 'how much (?:data|roaming) (?:do i (?:still )?have |is |have i got )?(?:still )?left' },
  enough: { zh: '(?:剩下的?)?(?:够不够|够|能不能)(?:用|花|撑|坚持)*(?:到(?:月底|下个?月|月末|[一二三四五六七八九十\\d]+号))?|(?:剩下的?)?能(?:用|撑|坚持)到(?:月底|下个?月|月末|\\d+号)', en: `(?:is|will|would) ${IT} (?:be )?(?:enough|last(?: me)?|do)(?: (?:for|till|until|to) .{1,24})?` },
  'not-enough': { zh: '(?:要是|如果|万一|肯定|根本)*不够[用花]?(?:了|的话)*(?:怎么办|怎么弄)?', en: "(?:what if )?(?:it|that)(?:'s| is) not enough" },
  'which-pack': { zh: '[充买加办订](?:多少|多大|哪个|什么包?|几个?g)(?:钱|能|才|可以|就|会|好|恢复|行|够|快|用)*|(?:来|有没有|给我)?一?个?[便小大]宜?一?点', en: 'how much do i (?:have to|need to) (?:buy|add)|which (?:pack|one) (?:do i need|should i (?:buy|get))' },
  cheaper: { zh: '(?:有没有|有|换|来|选)?(?:一?个)?(?:再|更)?(?:便宜|实惠|省钱)(?:一?[点些])?的?(?:套餐)?(?:有)?', en: '(?:(?:give me|i want|i need|do you have|is there|have you got) )?(?:a |the |any )?(?:something |anything )?cheaper(?: (?:one|plan|ones|pack))?(?: instead)?' },
  larger: { zh: '太[小少低]了?一?点?(?:还?有没有|还有|有)(?:什么|啥)?(?:别的|大的|其他的?|更大的|多的|大一?点的|多一?点的)|(?:有没有|有|换|来|选)?(?:一?个)?(?:再|更)?[大多](?:一?[点些])?(?:的|一?点的包|的包|的流量包)', en: '(?:no )?(?:wait )?(?:(?:give me|i want|i need|do you have|is there|have you got) )?(?:a |the |any |some)?(?:thing )?(?:bigger|larger)(?: (?:one|pack|ones))?(?: instead)?|(?:it.?s |that.?s |this is |they.?re )?(?:too|a bit) (?:small|little|low)(?: (?:and |so )?(?:what else (?:is there|do you have|have you got|you got)|anything (?:bigger|else|larger|more)|what else|something (?:bigger|larger)))?' },
  'gone-fast': { zh: '(?:话费|钱)*(?:怎么|为什么)[就才会又都扣用花掉得]*(?:这么|那么|太|没|只|剩|少|快|一|点|了|钱|下)+', en: 'why (?:is (?:it|that|there) so (?:little|low)|did it go so fast|so (?:little|low))' },
  'last-month': { zh: '再?(?:上个?月|上上个?月|前一?个?月|[一二三四五六七八九十\\d]{1,2}月份?)(?:呢|一共|总共|都|我)*[打用发]了?(?:多少|几个)(?:分钟|电话|通话|流量|g|短信|条)*', en: 'how (?:much|many(?: minutes| texts| calls)?) did i (?:use|call|talk|send|text|make) last month' },
  'and-calls': { zh: '^(?:那|还有|打|接|发|国外|在那边|那边)*(?:电话|通话|短信|语音)(?:呢|怎么算|怎么收费|多少钱一分钟|多少钱一条)$|^(?:那|还有|在那边|那边|国外)*[打接]电话(?:回国|回家|回来|回中国)?(?:怎么算|怎么收费|多少钱|贵不贵)(?:一分钟)?[呢啊]*$', en: '(?:what (?:does|do|would|will)|how much (?:does|do|is|are|would|will)) (?:it cost to )?(?:call(?:s|ing)?|phon(?:e|ing)|ring(?:ing)?)(?: (?:home|back|back home|china|to china))?(?: cost| be)?(?: (?:per|a) minute)?|(?:what about |how about )?(?:calls|calling|texts|texting|voice)' },
  'calls-or-texts': { zh: '^(?:那|还有|我的?|那个)*(?:电话|通话|短信|语音|分钟数?|通话时长)(?:呢|还?[剩有](?:多少|几条|几分钟|没有|吗))+$', en: '(?:what about |how about |my |the )?(?:texts|sms|text messages|minutes|mins|calls)(?: left)?|how many (?:texts |sms |minutes |calls )?(?:did|have) i (?:send|sent|make|made|use|used|call|called)(?: this month)?' },
  'calls-enough': { zh: '(?:打|通)?(?:电话|通话|分钟数?|短信)(?:的?时长|分钟数?)?(?:还|还是)?(?:够不够|够)(?:打|用|发)?(?:到月底)?', en: '(?:are|will) (?:my |the )?(?:minutes|calls|texts) (?:be )?(?:enough|last)(?: (?:until|till|to|for) .{1,24})?|(?:do i have|have i got) enough (?:minutes|calls|texts)(?: (?:until|till|to|for) .{1,24})?' },
  'still-works': { zh: '(?:现在|停机了?)*(?:能不能|能|可以)[接打收上](?:电话|短信|网|验证码|通)*', en: 'can i still (?:get|receive|take|make) calls' },
  'last-payment': { en: 'when did i (?:last )?(?:pay|top up)(?: last)?|what did i (?:last )?pay(?: last)?' },
  'of-year': { zh: '^(?:那|还有|至于)*(?:大?前年|去年|上一?年|20\\d{2}年?)的?(?:账单)?[呢的]*$', en: "(?:(?:what|how) about )?(?:last year|20\\d{2})(?:'s)?" },
  'is-paid': { en: `(?:is|was|has|are) ${IT} (?:been )?(?:paid|settled|overdue)|(?:did|have) i (?:already )?(?:pay|paid|settle)(?: ${IT}| for ${IT})?|am i (?:late|overdue|behind)` },
  'is-due': { en: `(?:when|what day) (?:is|was|are) ${IT} due|when do i (?:have to|need to|must|should) pay(?: ${IT})?(?: by)?|by when|until when|due when|when must i pay(?: ${IT})?|what(?: is|'s)? the (?:due date|deadline)|till when` },
  spends: { zh: '(?:换|兑换?)(?:一?[个点些])?(?:话费|流量|东西|礼品|礼物)(?:呗|行不行|可以)*|(?:应该|可以|能)*(?:怎么|如何|在哪里?|上哪儿?|哪里|哪)(?:能|可以|去)?(?:换|兑换?|用|使用|花)掉?', en: `(?:use|spend|redeem|exchange|cash in) ${IT}|(?:how|where) (?:do|can) i (?:use|spend|redeem|exchange) ${IT}|what (?:are|is) ${IT} (?:good |worth |worth)?(?:for)?|what are they worth|(?:can|could|how (?:do|can)) i (?:turn|change|exchange|swap|convert|use) ${IT} (?:into|to|for|as) .{1,20}` },
  'what-for': { zh: /(?:能|可以|可)?(?:换|兑换?)些?(?:什么|啥|哪些|点什么|点啥)/u, en: /\bwhat (?:can|could|do) i (?:get|buy|do|use|have|exchange)\b/u },
  earns: { en: '(?:how (?:do|can) i|how to) (?:get|earn|collect|have) (?:more|them|some|points)(?: of them)?|how (?:are|were|did i (?:get|earn)) (?:they|them|these)(?: earned)?' },
  'not-spent': { zh: '(?:如果|要是)?[不没][换用兑][完掉了]?(?:的话)?[会就]?(?:怎么?样|怎么办|作废|没了|过期|清零)', en: /\bwhat (?:happens )?if i (?:do ?n'?t|do not) (?:use|spend|redeem) (?:it|them)\b/u },
  recommend: { zh: '(?:您|给|帮)*(?:有(?:什么|没有)|推荐|换)(?:好的?|合适的|推荐的?|哪个|哪种|一?个)+|哪[个种][更最比]?较?(?:划算|好|合适|实惠|适合我)[一点些]*', en: 'which (?:one )?(?:is (?:best|better)|do you recommend)' },
  save: { zh: '(?:帮|给|想|以后|下次|下个月)*(?:怎么)?(?:才能|能|可以)?(?:省|降|少花|避免|少扣)(?:一?点|些|下来|低|钱|话费)*|以后?(?:能|有没有|可以)[便少]宜?一?点|(?:能|有没有|可以)[便少]宜?一?点', en: 'how (?:can|do) i (?:save(?: money)?|pay less|avoid (?:it|that|this))|can (?:it|that) be cheaper' },
  avoids: { zh: '(?:以后|下次|下个月|该)*怎么(?:才能|能)?(?:避免|防止|不被?停机)(?:再停机)?', en: 'how (?:can|do) i avoid (?:it|that|this)' },
  worth: { zh: '真?的?换(?:了|过去|成)?[会能真就]?(?:合算|划算|值得?|便宜|省|好)(?:些|一?点|多少|钱|很多)*', en: 'is it worth (?:it|changing|switching)' },

  // What is said of it.
  denies: { zh: '^(?:可是?|但是?|不对|不是|怎么会|我|根本|从来?|压根|都|也|就)*(?:没有?|未)(?:用|订购?|开通?|办|买|打|去|出|点|申请|同意|要)(?:过|国外|国|境|通|电话|短信|流量|什么|这个?|这些|那个?|它|漫游|国际|会员|视频会员|业务|啊|呀|的|了)*$', en: "(?:no )?(?:i |we )(?:never|didn'?t|did not|haven'?t|have not) (?:use|used|order|ordered|subscribe[d]?(?: to)?|sign(?:ed)? up(?: for)?|ask(?:ed)? for|buy|bought|go|gone|make|made)(?: (?:that|this|it|them|those|these|any|abroad|roaming|to|of|calls?|anything))*|(?:that|this|it) (?:wasn'?t|was not) me" },
  'has-paid': { zh: '^(?:可是?|但是?|不对|我|已经|刚才?|刚刚|早|就|昨天|昨晚|今天|今早|上午|下午|都)*[交缴充付还][过完清上了]?[钱费款]?(?:话费|值)?(?:[\\d一二两三四五六七八九十百]{1,5}(?:块钱?|元)?)?(?:了|的|啊|呀|还是|怎么|不行|没用|用不了|打不[出了]去?|没恢复|没反应)*$', en: "(?:i(?:'ve| have)? )?(?:already |just )*paid(?: (?:it|already|yesterday|today|just now|this morning))*" },
  'just-paid': { zh: '^(?:就|我|是|大概|今天|昨天|前天|上午|下午|早上|晚上)*(?:刚刚|刚才|刚|今天|昨天|前天|今早|昨晚|上午|下午|早上|晚上)[充交付]?的?[钱了呀啊]*$', en: '^(?:just now|today|yesterday|this morning|last night)$' },
  'still-missing': { zh: '^(?:怎么|可是|但是?|都.{0,6})?还(?:是)?没有?(?:到账?|收到|来|看到)?[呀啊呢吗了嘛]*$', en: /^(?:but )?(?:it'?s |it is )?still (?:not (?:here|there|arrived|received)|nothing|missing|hasn'?t (?:arrived|come))|^(?:nothing|not here|not there) yet\b/u },
  'how-paid': { zh: '^(?:我|是|就|用|在|从|拿|通过|的|那|呀|啊)*(?:微信|支付宝|银行卡?|手机银行|云闪付|app|营业厅|现金|充值卡|官网)(?:支付)?[充付交缴转上]*[值款费钱]?[的了啊呀]*(?:\\d{1,4}(?:块钱?|元)?)?$', en: '(?:i paid |it was |i used |that was |paid |(?:about )?¥?\\d{1,4}(?: ?yuan| ?rmb)? )*(?:by|with|via|through|on|using|in) (?:the )?(?:wechat|alipay|app|bank card|bank|card|cash|store|website)(?: pay)?' },
  'sum-alone': { zh: '^(?:是|就|一共|共|充了?|¥)*(?:\\d{1,4}(?:\\.\\d{1,2})?(?:元|块钱?)?|[一二两三四五六七八九]?[十百][一二两三四五六七八九]?十?(?:元|块钱?)?)(?:[那这]?一?笔钱?)?(?:的)?$', en: '^(?:¥|it was )*\\d{1,4}(?:\\.\\d{1,2})?(?: ?yuan| ?rmb)?$' },
  'at-price': { zh: '^(?:我|就|要|想|选|换|来|那)*\\d{2,3}(?:块钱?|元)?的?(?:那个|那款|这个|套餐|档|吧|啊)*$', en: "(?:(?:i'?ll |i'd |i )?(?:take|want|have|choose|prefer) )?the ¥?\\d{2,3}(?: yuan)? (?:one|plan)|\\d{2,3}" },
};
