/** Questions about the card that is open, in words that name nothing else: 「从哪天开始」, 「要钱吗」, "can I undo it". Answered from the card itself. Pure. */
import type { CardTold } from '../domain/dialogue-memory.js';
import { plainly } from '../understanding/plainly.js';

export type CardQuestion = keyof CardTold;

const OF_CARD_ZH =
  '等一下|等一等|等等|等下|稍等|先|签|一共|总共|大概|一个月|每个月|每月|那|这|个|张|项|它|我|是|从|在|到|要|会|还|又|能|可以|可不可以|能不能|会不会|是不是|现在|今天|这月|这个月|本月|看|听|玩|今晚|明天|怎么办|以后|之后|后来|后面|办|办理|办完|办了|弄|换|换了|换完|改|退|退了|退订|订|买|买了|挂失|解挂|删|删除|删了|开通|确认|点了|月租|月费|套餐|流量包|业务|费用|了|的|吗|嘛|呢|啊|呀|吧|么|话|如果|要是|万一|到底|请问|就|再|也|都|一下|另外|额外|有|没有|没|不|多|有没有|来|去';
const ASKED_ZH: readonly (readonly [CardQuestion, string])[] = [
  ['undo', '补卡|补办|新卡'],
  ['what', '有效期|有效|用到|期限|过期|能看|能听|能玩|能用|用吗|可以用|不能用'],
  ['undo', '能退|可以退|退吗|退么|退不退|退款|退钱|反悔|后悔|撤[销銷回]|换回|改回|退回|找回|恢复|不想要|再开|再订|再办|重新开|重新订'],
  ['fee', '多少钱|多少|要钱|收钱|花钱|加钱|收费|扣费|扣钱|扣多少|什么费|费用|钱|贵多少|便宜多少|免费|月租|月费|扣'],
  ['starts', '什么时候|啥时候|几号|哪天|哪一天|何时|多久|几时|马上|立刻|立即|当天|下个月|下月|生效|开始|起|算'],
  ['binds', '自动续费|自动续订|自动续|续费|自动扣费|自动|合约|约束|绑定|绑|绑多久|违约金|最低消费|随时'],
  ['what', '删什么|删哪些|删掉什么|变什么|什么变化|什么影响|影响什么|影响|后果|什么内容|内容是什么|什么东西|哪些东西|哪些|什么'],
];
const ASKS_ZH = /什么|啥|几|哪|多[少久]|何|吗|嘛|么|能不能|可不可以|会不会|是不是|有没有|要不要|不[?？]?$|变不变|[?？]|怎么/u;
const LONGEST = 60;

const OF_CARD_EN = new Set(
  "hmm hm wait hang hold actually and but so ok okay please tell me can could will would should shall may might do does did is are am was be been being there it it's its this that these those the a an i i'm i'll my you your we if when once after before later still then now again just also any some to for on of in by with from at as not or have has had get getting got need want happen happens happening what what's which how much long soon whether exactly actually really immediately right away straight change changes changed cancel cancelled block blocked plan pack service card sim new another replace replaced replacement takes take one thing things something confirm press tap do done make made go goes".split(' '),
);
const ASKED_EN: readonly (readonly [CardQuestion, RegExp])[] = [
  ['undo', /\b(?:new|replacement|another) (?:sim|card)\b|\breplac/u],
  ['undo', /\b(?:refund(?:ed|able)?|return(?:ed|able)?|money back|undo|revert|reverse|go back|change (?:it|that|this|my mind) back|switch(?:ed)? back|take (?:it|that|this) back|change my mind|get (?:it|them|that) back|restored?|reversible|recover(?:ed)?)\b/u],
  ['what', /\b(?:valid|expires?|expired|lapses?|runs? out|(?:someone|somebody|anyone|anybody|they|i)(?: else| still)* (?:use|call)|(?:last|lasts|use it))\b/u],
  ['fee', /\b(?:how much|cost|costs|charge|charged|charges|fee|fees|pay|paying|price|free|money|expensive|extra|more|less|cheaper|difference)\b/u],
  ['starts', /\b(?:when|start|starts|effect|effective|how soon|what (?:day|date)|immediately|right away|straight away|active|begin|begins)\b/u],
  ['binds', /\b(?:renews?|renewed|renewal|automatic(?:ally)?|auto|recurring|how long|contract|bound|bind|binds|binding|locked|commitment|penalty|penalties|minimum|term|tied)\b/u],
  ['what', /\b(?:what (?:does|will|would|is|are|all|exactly|happens|gets)|which (?:data|things))\b/u],
];
const ALSO_EN = new Set(
  'refund refunded refundable return returned returnable undo revert reverse reversed back switch switched take mind restored restore reversible recover recovered cost costs charge charged charges fee fees pay paying price free money expensive extra start starts effect effective day date active begin begins contract bound bind binds binding locked commitment penalty penalties minimum term tied data delete deleted deletes gets all lose lost else monthly month every keep valid expire expires expired lapse lapses run runs out last lasts renew renews renewed renewal automatic automatically auto recurring by itself itself use used stop stops end ends ending save saves saved saving someone somebody anyone anybody they call calls more less cheaper dearer difference'.split(' '),
);

/** Longer ones first, so that none is cut short by another. */
const KNOWN_ZH = new RegExp([...new Set([OF_CARD_ZH, ...ASKED_ZH.map(([, words]) => words)].join('|').split('|'))].sort((one, other) => other.length - one.length).join('|'), 'gu');
const MARKS = /[\s\p{P}\p{S}]+/gu;
const KINDS_ZH = ASKED_ZH.map(([question, words]) => [question, new RegExp(words, 'u')] as const);
const BEGINS_EN = /^(?:(?:hm+|wait|hold on|hang on|actually|and|but|so|ok|okay|please|tell me)[ ,.]+)*(?:when|what|which|how|can|could|will|would|do|does|is|are|am|should|any|from when|tell|if)\b/u;

const NEW_CARD = /补办?(?:张)?卡|新卡|\b(?:new|replacement|another) (?:sim|card)\b|\breplac/iu;
const ASKS_EN = /\?\s*$|^(?:and |but |so )?(?:when|what|which|where|who|how|can|could|will|would|do|does|is|are)\b/iu;

/** A question of the matter behind the card, which no line of the card answers: 「多久能补卡」 before the line is blocked. */
export function asksBehindCard(text: string): boolean {
  const said = text.normalize('NFKC').trim();
  return said.length <= LONGEST && (/\p{Script=Han}/u.test(said) ? ASKS_ZH.test(said) : ASKS_EN.test(said));
}

const PRICE = /钱|费|贵|\b(?:much|costs?|fees?|charged?|price|free|pay)\b/iu;

/** The card's own price is another one. */
function isPriceOfNewCard(text: string): boolean {
  return NEW_CARD.test(text) && PRICE.test(text);
}

export function isOfNewCard(text: string): boolean {
  return NEW_CARD.test(text);
}

/** Null when something else is asked, or nothing. */
export function askedOfCard(text: string): CardQuestion | null {
  const said = plainly(text).toLowerCase().replace(/[’‘]/gu, "'").trim();
  if (said.length > LONGEST) return null;
  if (/\p{Script=Han}/u.test(said)) {
    if (isPriceOfNewCard(said) || !ASKS_ZH.test(said) || said.replace(KNOWN_ZH, '').replace(MARKS, '') !== '') return null;
    return KINDS_ZH.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  }
  if (isPriceOfNewCard(said)) return null;
  const words = said.split(/[^a-z']+/u).filter((word) => word !== '');
  if (!(BEGINS_EN.test(said) || said.endsWith('?')) || !words.every((word) => OF_CARD_EN.has(word) || ALSO_EN.has(word))) return null;
  return ASKED_EN.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}
