/** What is asked on in few words right after an answer, and would be taken for another matter by itself: 「还要多久」 of a ticket, 「我没订过」 of a bill. Pure. */

interface AskedOn {
  /** Topics it carries on. */
  readonly after: readonly string[];
  readonly says: RegExp;
  /** What it then asks for; without it the topic once more. */
  readonly intent?: string;
}

const LEAD = '(?:那|那么|请问|大概|到底|究竟|我|你们|它|这个?|还|就|要|得|需要|一般|都|[\\s,，])*';
const END = '[呢啊呀吗嘛?？。.!！~]*$';

/** 「还要多久」, 「什么时候能好」, "how much longer" */
const HOW_LONG = new RegExp(
  `^${LEAD}(?:再)?(?:等)?(?:多久|多长时间|几天|几个?小时|什么时候|啥时候|几时|何时|哪天)(?:才|能|会|可以|有|给|到|解决|处理|办|弄|好|完|结|恢复|通|用|生效|结果|回复|答复|回音|消息|个?准信|下来|我|一个|[\\s])*${END}|^(?:so |and |but )?(?:how (?:much )?long(?:er)?(?: (?:will|does|do|until|till|must|should|is)\\b[^?.!]*)?|when (?:will|is|can|do) .{0,30}(?:be|get|have|hear|know|ready|done|fixed|solved|back|answer|reply)\\b.{0,12})[?.!]*$`,
  'iu',
);
/** 「太慢了」 of what is being worked on. */
const TOO_SLOW = /^(?:这|这也|也|怎么|你们|处理|办事|效率|速度|真|实在|[\s,，])*(?:太|好|真|这么|那么)?慢(?:了|啊|呀|吞吞)*(?:吧|啊|呀)?[。.!！~]*$|^(?:拖|等)(?:得)?(?:太|这么|那么|好|很)久了?[。.!！~]*$|^(?:that'?s |this is |it'?s |it is )?(?:taking )?(?:way |far |much )?too (?:slow|long)[.!]*$/iu;
const CHASE = /^(?:那|你们|麻烦|请|能不能|可以|帮我?|给我|再|快|[\s,，])*(?:催(?:一?[下催])?|加急|快(?:一?点|些))(?:处理|办|吧|呗|啊|吗|一下)*[?？。.!！]*$|^(?:please |can you |could you )*(?:hurry(?: it)?(?: up)?|chase (?:it|them|this)(?: up)?|speed it up|push it)(?: please)?[?.!]*$/iu;
/** Of points: 「还有多久过期」, 「怎么换」. */
const OF_POINTS = /^(?:那|它们?|这些|积分|还有|还|大概|[\s,，])*(?:多久|什么时候|啥时候|哪天|几时|会不会|会)(?:就|才|会|要)?(?:过期|到期|清零|失效|作废)[吗呢啊?？。]*$|^(?:那|要|应该|可以|能|[\s,，])*(?:怎么|如何|在哪里?|上哪儿?|哪里|去哪)(?:能|可以|去)?(?:换|兑换?|用|使用|花)(?:呢|啊|掉|吗)*[?？。]*$|^(?:and |so )?(?:when do (?:they|these|the points|my points) (?:expire|lapse|run out)|how (?:do|can) i (?:use|redeem|spend|exchange) (?:them|these|it))[?.]*$/iu;
/** Of what a bill or a list says one had: 「我没用过」, "I never ordered that". */
const DENIES = /^(?:可是?|但是?|不对|不是|怎么会|我|根本|从来|从|压根|都|也|就|[\s,，])*(?:没有?|未)(?:用|订|订购|开通?|办|买|打|去|出|点|申请|同意|要)(?:过|国外|国|通|什么|这个?|这些|那个?|它|漫游|国际漫游|国际|会员|视频会员|业务|啊|呀|的|了|[\s])*[。.!！]*$|^(?:but |no,? )?(?:i |we )(?:never|didn'?t|did not|haven'?t|have not) (?:use|used|order|ordered|subscribe[d]?(?: to)?|sign(?:ed)? up(?: for)?|ask(?:ed)? for|buy|bought|go|gone|make|made)(?: (?:that|this|it|them|those|these|any|abroad|roaming|to|of|calls?|anything))*[.!]*$|^(?:that|this|it) (?:wasn'?t|was not) me[.!]*$/iu;
const HOW_MUCH = /^(?:那|这个?|要|得|一个|一般|大概|[\s,，])*(?:多少钱|什么价|价格|怎么收费|几块钱?|贵不贵|贵吗)[呢啊呀吗?？。]*$|^(?:and |so )?(?:how much(?: (?:is|are|does|do|would) (?:it|that|one|they|a pack)(?: cost)?)?|what does (?:it|one) cost|what'?s the price)[?.]*$/iu;
/** 「怎么现在就恢复」 of what was slowed down. */
const MENDED_NOW = /^(?:那|这|要|该|我|应该|想|[\s,，])*(?:怎么|如何|怎样|咋|能不能|可以|能)(?:才能|才|可以|能|让它?)?(?:现在|马上|立刻|立马|赶紧|提前|今天)?(?:就|也)?(?:恢复|变?快|解决|提速|弄|办|解除)(?:吗|呢|啊|一下)*[?？。]*$|\bhow (?:do|can|could) (?:i|you|we) (?:fix|restore|speed|get)\b/iu;
/** Of what is owed: 「我刚交了」, "I just paid". */
const HAS_PAID = /^(?:可是?|但是?|不对|我|已经|刚才?|刚刚|早就?|昨天|今天|上午|都|[\s,，])*(?:交|缴|充|付|还)(?:过|完|清|上|了)?(?:钱|费|话费|值|款)?(?:了|的|啊|呀|还是|怎么|不行|没用|用不了|打不[出了](?:去)?|没恢复|没反应|[\s,，])*[。.!！]*$|^(?:but )?(?:i(?:'ve| have)? )(?:already |just )*paid(?: (?:it|already|yesterday|today|just now|this morning))*[.!]*$/iu;

const CASES = ['ticket_progress', 'complaint', 'refund_dispute'];

const ASKED_ON: readonly AskedOn[] = [
  { after: CASES, says: HOW_LONG, intent: 'ticket_progress' },
  { after: CASES, says: TOO_SLOW, intent: 'ticket_progress' },
  { after: CASES, says: CHASE, intent: 'ticket_progress' },
  { after: ['points_query'], says: OF_POINTS },
  { after: ['bill_query', 'bill_explain', 'vas_query'], says: DENIES, intent: 'refund_dispute' },
  { after: ['slow_data', 'data_usage_query'], says: HOW_MUCH, intent: 'data_pack_buy' },
  { after: ['slow_data'], says: MENDED_NOW },
  { after: ['arrears_suspension', 'no_signal'], says: HAS_PAID, intent: 'recharge_not_received' },
  { after: ['arrears_suspension'], says: HOW_MUCH },
  { after: ['arrears_suspension'], says: HOW_LONG },
];

/** The intent that such a message carries on with; null when it says more, or something else. */
export function askedOn(topic: string, text: string): string | null {
  const said = text.normalize('NFKC').trim();
  const found = ASKED_ON.find(({ after, says }) => after.includes(topic) && says.test(said));
  return found ? (found.intent ?? topic) : null;
}
