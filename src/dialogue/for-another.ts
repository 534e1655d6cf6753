/** Somebody else's number was refused, and whoever asked speaks for them: 「那是我妈的号，她让我查的」, "its my mother she asked me to check". Pure. */
import { hasHan, heardOnce, plainText } from '../domain/heard.js';
import { OF_ANOTHER } from '../skills/account-skill.js';
import { clearIntent, kindOf } from './situation.js';
import type { Situation } from './situation.js';

const SPEAKS_FOR =
  /妈|爸|爹|娘|父|母|老[婆公伴]|媳妇|爱人|对象|儿子|女儿|孩子|小孩|爷|奶奶|姥|外[公婆]|哥|姐|弟|妹|姨|叔|舅|婶|家里?人|亲戚|朋友|同事|老板|本人|机主|[他她](?:的|本人|们)?(?:号|让|叫|要|托|同意|不会|不懂|自己)|[帮替代](?:他|她|人|别人)|\b(?:mother|mum|mom|father|dad|parents?|wife|husband|partner|son|daughter|kids?|child|brother|sister|aunt|uncle|grand(?:ma|pa|mother|father)|granny|friend|boss|colleague|family|relative|owner|(?:he|she|they) (?:asked|told|wants?|said|lets?|agreed|knows?|allowed|can'?t|doesn'?t|does not)|(?:his|her|their) (?:number|phone|account)|on (?:his|her|their) behalf|for (?:him|her|them))\b/iu;
/** 「那要怎么才能看」, "how can she check then". */
const ASKS_HOW = /^(?:那|我|要|你说|[\s,，])*(?:该|要|得)?(?:怎么|咋|如何)(?:样|才|能|可以|会)*(?:查|看|办|弄|知道|搞)(?:得?到)?[^,，]{0,6}$|^(?:so |and |ok |then )*how (?:can|do|could|does|would) (?:i|he|she|they|we)\b.{0,24}\b(?:check|see|look|know|find out|do (?:it|that|this)|get (?:it|that))\b.{0,12}$/iu;
/** What makes it a report, whoever it happened to. */
const OF_FRAUD = /骗|诈|盗|转账|转了|汇款|冒充|陌生|验证码|链接|\b(?:scam\w*|fraud\w*|stole\w*|hack\w*|transfer\w*|money|code|link|pretend\w*|stranger)\b/iu;
const LONGEST = { zh: 40, en: 90 };

const speaksFor = heardOnce((text) => {
  const said = plainText(text).replace(/[’‘]/gu, "'");
  return said.length <= LONGEST[hasHan(said) ? 'zh' : 'en'] && !OF_FRAUD.test(said) && !/\d{5}/u.test(said) && (SPEAKS_FOR.test(said) || ASKS_HOW.test(said.replace(/[?？。.!！\s]+$/u, '')));
});

/** Right after the refusal, and about it. */
export function asksForAnother(situation: Situation): boolean {
  const { text, memory: { form, topic }, action, reading } = situation;
  if (action || reading.asksForPerson || form !== null || topic?.slots[OF_ANOTHER] === undefined || !speaksFor(text)) return false;
  const intent = clearIntent(situation);
  return intent === null || kindOf(situation, intent) === 'handoff';
}
