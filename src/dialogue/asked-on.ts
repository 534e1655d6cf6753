/** What is asked on in few words right after an answer, and would be taken for another matter by itself: 「还要多久」 of a ticket, 「我没订过」 of a bill. Pure. */
import { asksWhomMost } from '../skills/call-most.js';
import { plainly } from '../understanding/plainly.js';

interface AskedOn {
  /** Topics it carries on. */
  readonly after: readonly string[];
  readonly says: { test(text: string): boolean };
  /** What it then asks for; without it the topic once more. */
  readonly intent?: string;
}

const LEAD = '(?:那|那么|请问|大概|到底|究竟|我|你们|它|这个?|还|就|要|得|需要|一般|都|[\\s,，])*';
const END = '[呢啊呀吗嘛?？。.!！~]*$';

/** 「还要多久」, 「什么时候能好」, "how much longer" */
const HOW_LONG = new RegExp(
  `^${LEAD}(?:再)?(?:等)?(?:多久|多长时间|几天|几个?小时|什么时候|啥时候|几时|何时|哪天)(?:才|能|会|可以|有|给|到账?|退|赔|返还|打给|钱|来|修|解决|处理|办|弄|好|完|结|恢复|通|用|生效|结果|回复|答复|回音|消息|个?准信|下来|我|一个|[\\s])*${END}|^(?:so |and |but )?(?:how (?:much )?long(?:er)?(?: (?:will|does|do|until|till|must|should|is)\\b[^?.!]*)?|when (?:will|is|can|do) .{0,30}(?:be|get|have|hear|know|ready|done|fixed|solved|back|answer|reply)\\b.{0,12})[?.!]*$`,
  'iu',
);
/** 「太慢了」 of what is being worked on. */
const TOO_SLOW = /^(?:这|这也|也|怎么|你们|处理|办事|效率|速度|真|实在|[\s,，])*(?:太|好|真|这么|那么)?慢(?:了|啊|呀|吞吞)*(?:吧|啊|呀)?[。.!！~]*$|^(?:拖|等)(?:得)?(?:太|这么|那么|好|很)久了?[。.!！~]*$|^我?(?:可|真|实在)?等不(?:了|及|起)(?:这么|那么)?(?:久|了)?[啊呀。.!！~]*$|^(?:that'?s |this is |it'?s |it is )?(?:taking )?(?:way |far |much )?too (?:slow|long)[.!]*$/iu;
const CHASE = /^(?:那|你们|麻烦|请|能不能|能|可以|帮我?|给我|再|快|[\s,，])*(?:催(?:一?[下催])?|加急|快(?:一?点|些))(?:处理|办|吧|呗|啊|吗|一下)*[?？。.!！]*$|^(?:please |can you |could you )*(?:hurry(?: it)?(?: up)?|chase (?:it|them|this)(?: up)?|speed it up|push it)(?: please)?[?.!]*$/iu;
/** Of points: 「还有多久过期」, 「怎么换」. */
const OF_POINTS = /^(?:那|它们?|这些|积分|还有|还|大概|[\s,，])*(?:多久|什么时候|啥时候|哪天|几时|会不会|会)(?:就|才|会|要)?(?:过期|到期|清零|失效|作废)[吗呢啊?？。]*$|^(?:那|要|应该|可以|能|[\s,，])*(?:怎么|如何|在哪里?|上哪儿?|哪里|去哪)(?:能|可以|去)?(?:换|兑换?|用|使用|花)(?:呢|啊|掉|吗)*[?？。]*$|^(?:and |so )?(?:when do (?:they|these|the points|my points) (?:expire|lapse|run out)|how (?:do|can) i (?:use|redeem|spend|exchange) (?:them|these|it))[?.]*$/iu;
/** Of what a bill or a list says one had: 「我没用过」, "I never ordered that". */
const DENIES = /^(?:可是?|但是?|不对|不是|怎么会|我|根本|从来|从|压根|都|也|就|[\s,，])*(?:没有?|未)(?:用|订|订购|开通?|办|买|打|去|出|点|申请|同意|要)(?:过|国外|国|境|通|电话|短信|流量|什么|这个?|这些|那个?|它|漫游|国际漫游|国际|会员|视频会员|业务|啊|呀|的|了|[\s])*[。.!！]*$|^(?:but |no,? )?(?:i |we )(?:never|didn'?t|did not|haven'?t|have not) (?:use|used|order|ordered|subscribe[d]?(?: to)?|sign(?:ed)? up(?: for)?|ask(?:ed)? for|buy|bought|go|gone|make|made)(?: (?:that|this|it|them|those|these|any|abroad|roaming|to|of|calls?|anything))*[.!]*$|^(?:that|this|it) (?:wasn'?t|was not) me[.!]*$/iu;
const HOW_MUCH = /^(?:那|这个?|要|得|一个|一般|大概|[\s,，])*(?:多少钱|什么价|价格|怎么收费|几块钱?|贵不贵|贵吗|(?:多少钱|几块钱?)(?:一|每)个?月|(?:一|每)个?月(?:要)?(?:多少钱?|几块钱?)|月租多少)[呢啊呀吗?？。]*$|^(?:and |so )?(?:how much(?: (?:is|are|does|do|would) (?:it|that|one|they|a pack)(?: cost)?)?|what does (?:it|one) cost|what'?s the price)[?.]*$/iu;
/** 「怎么现在就恢复」 of what was slowed down. */
const MENDED_NOW = /^(?:那|这|要|该|我|应该|想|[\s,，])*(?:怎么|如何|怎样|咋|能不能|可以|能)(?:才能|才|可以|能|让它?)?(?:现在|马上|立刻|立马|赶紧|提前|今天)?(?:就|也)?(?:恢复|变?快|解决|提速|弄|办|解除)(?:吗|呢|啊|一下)*[?？。]*$|\bhow (?:do|can|could) (?:i|you|we) (?:fix|restore|speed|get)\b/iu;
/** Of what is owed: 「我刚交了」, "I just paid". */
const HAS_PAID = /^(?:可是?|但是?|不对|我|已经|刚才?|刚刚|早|就|昨天|昨晚|今天|今早|上午|下午|都|[\s,，])*(?:交|缴|充|付|还)(?:过|完|清|上|了)?(?:钱|费|话费|值|款)?(?:了|的|啊|呀|还是|怎么|不行|没用|用不了|打不[出了](?:去)?|没恢复|没反应|[\s,，])*[。.!！]*$|^(?:but )?(?:i(?:'ve| have)? )(?:already |just )*paid(?: (?:it|already|yesterday|today|just now|this morning))*[.!]*$/iu;

/** Of what is being worked on: 「怎么还没好」, 「谁在弄」, 「给个准话」, 「要是不退呢」. */
const WHERE_IT_STANDS =
  /^(?:那|你们|我的?|怎么|都[^,，。]{0,6}|到底|究竟|[\s,，])*还(?:是)?没(?:有)?(?:弄|处理|解决|修|办|退|赔)?(?:好|完|动静|消息|结果|进展|回复|回音|人管|人理|给我|弄|处理|解决|退|赔|办)[呢啊呀吗了嘛?？。.!！]*$|^(?:现在|是|到底|那|究竟)*谁(?:在|来)?(?:弄|处理|办|管|负责|跟进|修)(?:这个?|这事|我的)?[呢啊呀?？。]*$|^(?:那|现在|到底)?(?:有没有人|有人)(?:在)?(?:管|处理|弄|跟进|理)(?:我|这事)?[吗呢啊?？。]*$|^(?:那|现在|处理)*到(?:哪一?步|什么程度)(?:了|呢|啊)*[?？。]*$|^(?:你们|能不能|就|总得)?给(?:我)?(?:一?个)(?:准话|准信|时间|准确时间|日子|期限)(?:吧|啊|行吗|行不行)*[?？。!！]*$|^(?:那|要是|如果|万一)+(?:你们|最后|到时候|还是|就)*(?:不|没)(?:退|赔|给|解决|处理|弄好|结果|办)(?:了|怎么办|的话|[呢啊])+[?？。]*$|^(?:who(?:'s| is) (?:working on|handling|dealing with) (?:it|this|that)|is (?:anyone|anybody|someone) (?:working on|handling|looking at) (?:it|this|that)|what if (?:you|they) (?:don'?t|do not|won'?t) (?:refund|pay|fix it|solve it))[?.!]*$/iu;
/** Whether what is left will do: 「够用到月底吗」. */
const ENOUGH = /^(?:那|这|这些|剩下的?|还|我|[\s,，])*(?:够不够|够|能不能)(?:用|花|撑|坚持|的)*(?:到(?:月底|下个?月|月末|[一二三四五六七八九十\d]+号))?[吗呢啊?？。]*$|^(?:那|这|这些|剩下的?|还|我|[\s,，])*能(?:用|撑|坚持)到(?:月底|下个?月|月末|[\d]+号)[吗呢啊?？。]*$|^(?:and |so )?(?:is (?:it|that) enough|will (?:it|that) (?:last|be enough)(?: until the end of the month| till the end of the month)?)[?.]*$/iu;
const NOT_ENOUGH = /^(?:那|要是|如果|万一|这|肯定|都|根本|我|[\s,，])*不够(?:用|花)?(?:了|的话|[\s,，])*(?:怎么办|怎么弄|呢|啊|呀|咋办)*[?？。!！]*$|^(?:and |but )?(?:what if (?:it|that)(?: is|'s) not enough|(?:it|that)(?:'s| is) not enough)[?.!]*$/iu;
/** Of the packs that would mend it: 「充多少能好」, 「便宜点的」. */
const WHICH_PACK = /^(?:那|我|要|得|[\s,，])*(?:充|买|加|办|订)(?:多少|多大|哪个|什么包?|几个?G)(?:钱|的|能|才|可以|就|会|好|恢复|行|够|快|用)*[呢啊?？。]*$|^(?:来|要|有没有|给我)?(?:一?个)?(?:便宜|小|大)一?点的?(?:吗|呢)?[?？。]*$|^(?:how much do i (?:have to|need to) (?:buy|add)|which (?:pack|one) (?:do i need|should i (?:buy|get)))[?.]*$/iu;
const WHY = /^(?:那|这|这个|到底|究竟|是|怎么|[\s,，])*(?:为什么|什么原因|怎么回事|怎么搞的)(?:会|要|这样|呢|啊|呀|[\s])*[?？。!！]*$|^(?:but )?(?:why(?: is (?:that|it|this))?|how come|what'?s the reason)[?.!]*$/iu;
const WHAT_NOW = /^(?:那|这|我|该|要|现在|应该|[\s,，])*怎么(?:办|弄|搞)(?:呢|啊|呀|嘛|才好)*[?？。!！]*$|^(?:so |and )?what (?:now|(?:do|should|can) i do(?: now)?)[?.!]*$/iu;
const WHAT_IT_IS = /^(?:第[一二三四五六七\d]个|它|这个?些?|那个?些?|都|[\s,，])*是(?:个|些)?(?:什么|干什么|做什么)(?:东西|业务|玩意儿?|的|用的?)*[呢啊呀?？。]*$|^(?:干什么|做什么)用?的[呢啊?？。]*$|^(?:and )?what(?:'s| is| are) (?:this|that|it|these|those)(?: for)?[?.]*$/iu;
/** So little of it is left. */
const GONE_FAST = /^(?:我的?|话费|钱|那|这|也|[\s,，])*(?:怎么|为什么)(?:就|才|会|又|都|扣|用|花|掉|得)*(?:这么|那么|太|没|只|剩|少|快|一|点|了|钱|下|的)+[呢啊呀?？。!！]*$|^why (?:is (?:it|that|there) so (?:little|low)|did it go so fast|so (?:little|low))[?.!]*$/iu;
/** Of the suspension: 「要交多少」, 「还能接电话吗」, 「缓两天行吗」. */
const OF_ARREARS = /^(?:那|我|现在|一共|总共|得|要|需要?|[\s,，])*(?:交|缴|付|充|补|还)(?:多少|几块)(?:钱|才|能|可以|就|行|恢复|开机|通|够)*[呢啊?？。]*$|^(?:那|我|现在|还|停机了?|[\s,，])*(?:能不能|能|可以)(?:接|打|收|上)(?:电话|短信|网|验证码|通)*[吗呢啊?？。]*$|^(?:我|现在|手头|最近|今天|真|实在|暂时|没有?钱|没工资|紧|[\s,，啊呀])*(?:没有?钱(?:交|充)?|(?:缓|宽限|等|拖|过|晚)(?:我)?(?:[一两二几三\d]天|一下))(?:行|可以|再|交|充|好|了|吗|啊|呀|不行|[\s,，])*[?？。]*$|^(?:how much (?:do i (?:have to|need to) pay|must i pay|should i pay)|can i still (?:get|receive|take|make) calls|i have no money)[?.!]*$/iu;
const PENALTY = /^(?:那|这|我的?|要|[\s,，])*违约金(?:要|是|得|大概|[\s])*(?:多少钱?|怎么算)[呢啊?？。]*$|^(?:and |so )?(?:how much (?:is|would be) the penalty|what(?:'s| is) the penalty)[?.]*$/iu;
/** Of a month that is over: 「上个月用了多少」. */
const LAST_MONTH = /^(?:那|我|再|[\s,，])*(?:上个?月|上上个?月|前一?个?月|[一二三四五六七八九十\d]{1,2}月份?)(?:呢|一共|总共|都|我)*(?:打|用|发)了?(?:多少|几个)(?:分钟|电话|通话|流量|G|短信|条)*[呢啊?？。]*$|^(?:and )?how (?:much|many(?: minutes| texts| calls)?) did i (?:use|call|talk|send|text|make) last month[?.]*$/iu;
/** When it was paid, and no more. */
const JUST_PAID = /^(?:就|我|是|大概|今天|昨天|前天|上午|下午|早上|晚上|[\s,，])*(?:刚刚|刚才|刚|今天|昨天|前天|今早|昨晚|上午|下午|早上|晚上)(?:充|交|付)?的?(?:钱|了|呀|啊)*[。.!！]*$|^(?:just now|today|yesterday|this morning|last night)[.!]*$/iu;
const SOONER = /^(?:那|你们|师傅|[\s,，])*(?:能不能|可不可以|能|可以)?(?:早|快|提前)(?:一?点|一?些)?(?:来|修|上门|到)?[吗呢啊吧?？。!！]*$|^(?:今天|现在|马上)(?:就)?(?:能|可以)(?:来|修|上门)[吗呢啊?？。]*$|^(?:什么时候|多久|几点|哪天)(?:能|会|可以|才)*(?:来|上门|到)(?:修|人)?[呢啊?？。]*$|^(?:can (?:you|they|someone) come (?:sooner|earlier|today)|when (?:will|can) (?:you|they|someone) come)[?.]*$/iu;
/** Of the advice once more: 「有啥推荐」, 「哪个好」. */
const RECOMMEND = /^(?:那|你|您|给我|帮我|[\s,，])*(?:有(?:什么|没有)|推荐|换)(?:好的?|合适的|推荐的?|哪个|哪种|一个|个)+[吗呢啊吧?？。]*$|^(?:那|到底|[\s,，])*哪(?:个|种)(?:更|最|比较)?(?:划算|好|合适|实惠|适合我)[一点些呢啊?？。]*$|^(?:so )?which (?:one )?(?:is (?:best|better)|do you recommend)[?.]*$/iu;
/** So that the next bill is lower: 「帮我省点」, 「怎么避免」. */
const SAVE = /^(?:那|你|帮我|给我|想|以后|下次|下个月|我|要|[\s,，])*(?:怎么)?(?:才能|能|可以)?(?:省|降|少花|避免|少扣)(?:一?点|些|下来|低|钱|话费|呢|啊|吧|吗)*[?？。]*$|^(?:那|以后|[\s,，])*(?:能|有没有|可以)(?:便宜|少)一?点的?(?:吗|呢)?[?？。]*$|^(?:so )?(?:how (?:can|do) i (?:save(?: money)?|pay less|avoid (?:it|that|this))|can (?:it|that) be cheaper)[?.]*$/iu;
const MONEY_BACK = /^(?:那|这|这个|这钱|钱|我|要|该|[\s,，])*(?:怎么|能不能|能|可以)(?:要求)?退(?:钱|费|款|回来|给我|还)*[吗呢啊?？。]*$|^(?:so )?(?:can i get (?:it|that|my money) back|how do i get (?:it|that|my money) back)[?.]*$/iu;
const WORTH = /^(?:那|这|这个|我|真的?|[\s,，])*换(?:了|过去|成)?(?:会|能|真|就)?(?:合算|划算|值得?|便宜|省|好)(?:些|一?点|多少|钱|很多)*[吗呢啊?？。]*$|^(?:and )?is it worth (?:it|changing|switching)[?.]*$/iu;

const CASES = ['ticket_progress', 'complaint', 'refund_dispute'];

const ASKED_ON: readonly AskedOn[] = [
  { after: CASES, says: HOW_LONG, intent: 'ticket_progress' },
  { after: CASES, says: TOO_SLOW, intent: 'ticket_progress' },
  { after: CASES, says: CHASE, intent: 'ticket_progress' },
  { after: CASES, says: WHERE_IT_STANDS, intent: 'ticket_progress' },
  { after: ['balance_query'], says: GONE_FAST, intent: 'bill_explain' },
  { after: ['balance_query', 'data_usage_query', 'voice_usage_query'], says: ENOUGH },
  { after: ['plan_current'], says: ENOUGH, intent: 'data_usage_query' },
  { after: ['data_usage_query', 'slow_data'], says: NOT_ENOUGH, intent: 'data_pack_buy' },
  { after: ['slow_data'], says: WHICH_PACK, intent: 'data_pack_buy' },
  { after: ['balance_query', 'plan_current', 'vas_query', 'bill_query', 'contract_end', 'points_query'], says: HOW_MUCH },
  { after: ['slow_data', 'no_signal', 'arrears_suspension', 'broadband_fault'], says: WHY },
  { after: ['slow_data', 'no_signal', 'arrears_suspension', 'broadband_fault', 'recharge_not_received'], says: WHAT_NOW },
  { after: ['vas_query'], says: WHAT_IT_IS },
  { after: ['arrears_suspension'], says: OF_ARREARS },
  { after: ['arrears_suspension'], says: MENDED_NOW },
  { after: ['contract_end'], says: PENALTY },
  { after: ['plan_recommend'], says: HOW_MUCH },
  { after: ['plan_recommend'], says: RECOMMEND },
  { after: ['bill_query', 'bill_explain', 'balance_query', 'plan_current'], says: SAVE, intent: 'plan_recommend' },
  { after: ['voice_usage_query', 'data_usage_query'], says: LAST_MONTH },
  { after: ['voice_usage_query', 'bill_query', 'bill_explain'], says: { test: asksWhomMost }, intent: 'call_detail' },
  { after: ['recharge_not_received'], says: JUST_PAID },
  { after: ['broadband_fault'], says: SOONER },
  { after: ['points_query', 'member_benefits'], says: OF_POINTS, intent: 'points_query' },
  { after: ['bill_query', 'bill_explain', 'vas_query', 'roaming_international'], says: DENIES, intent: 'refund_dispute' },
  { after: ['slow_data', 'data_usage_query'], says: HOW_MUCH, intent: 'data_pack_buy' },
  { after: ['slow_data'], says: MENDED_NOW },
  { after: ['arrears_suspension', 'no_signal'], says: HAS_PAID, intent: 'recharge_not_received' },
  { after: ['arrears_suspension'], says: HOW_MUCH },
  { after: ['arrears_suspension', 'slow_data', 'no_signal', 'broadband_fault', 'recharge_not_received'], says: HOW_LONG },
  { after: ['data_usage_query'], says: WHAT_NOW, intent: 'data_pack_buy' },
  { after: ['bill_query', 'bill_explain'], says: MONEY_BACK, intent: 'refund_dispute' },
  { after: ['plan_recommend'], says: WORTH },
];

/** The intent that such a message carries on with; null when it says more, or something else. */
export function askedOn(topic: string, text: string): string | null {
  const said = plainly(text);
  const found = ASKED_ON.find(({ after, says }) => after.includes(topic) && says.test(said));
  return found ? (found.intent ?? topic) : null;
}
