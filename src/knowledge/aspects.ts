/** What is asked of a thing just explained without naming it again (「要多久」, "how much is it", 「本人必须到吗」), and the sentences of its article that say so. Pure. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import { plainly } from '../understanding/plainly.js';

export interface Aspect {
  readonly name: 'penalty' | 'what-is-kept' | 'with-what' | 'by-itself' | 'how-long' | 'how-much' | 'what-to-bring' | 'where' | 'who' | 'how' | 'on-what-terms' | 'undoing';
  /** Where the article says nothing of it, it may be meant otherwise and is read by itself. */
  readonly isOnlyIfSaid?: true;
  readonly asks: Readonly<Record<Locale, RegExp>>;
  /** A sentence that says it, or the heading of a section that does. */
  readonly says: Readonly<Record<Locale, RegExp>>;
}

const LEAD = '(?:那|那么|请问|大概|一般|需要?|要|这个?|它|我|办理?|做|弄|开|去|还|都|[\\s,，])*';
const END = '(?:[呢啊呀吗嘛么的]|才行|才可以)*[?？。.!！~]*$';
const LEAD_EN = '^(?:(?:and|so|ok|okay|then|but|well|also|pls|please),? )*';
const asking = (zh: string, en: string): Aspect['asks'] => ({ 'zh-CN': new RegExp(`^${LEAD}(?:${zh})${END}`, 'u'), en: new RegExp(`${LEAD_EN}(?:${en})[?.!]*$`, 'iu') });

const NOTHING = /(?!)/u;

const inEnglish = (en: string): Aspect['asks'] => ({ 'zh-CN': NOTHING, en: new RegExp(`${LEAD_EN}(?:${en})[?.!]*$`, 'iu') });

/** English alone: Chinese has these in its own aspects, or asks otherwise. */
const ASPECTS_EN: readonly Aspect[] = [
  {
    name: 'undoing',
    isOnlyIfSaid: true,
    asks: inEnglish('(?:(?:can you|could you|just|i want to) )*(?:cancel|stop|end|turn off|switch off) (?:it|that|this|them)(?: please| then| now| for me)*|(?:turn|switch) (?:it|that|this|them) off(?: please)?'),
    says: { 'zh-CN': NOTHING, en: /\bcancel|\b(?:turn|switch)(?:ed)? (?:it )?off\b|\bend (?:it|either|both)\b|\bto (?:end|stop) it\b|\bend it\b/iu },
  },
  {
    name: 'how-much',
    asks: inEnglish("(?:is|are) (?:it|that|this|they)(?: for)? free(?: of charge)?|(?:does|will|do) (?:it|that|this|they) cost(?: me)?(?: anything| money| extra)?|is there (?:a|any) (?:fees?|charges?|costs?)|any (?:extra )?(?:fee|charge|cost)s?|(?:extra )?(?:charges?|costs?|fees?|price)|do (?:i|we) (?:have to |need to )?pay(?: for (?:it|that|this)| anything| extra)?|(?:will|do|am) (?:i|they) (?:(?:be|get) )?charged(?: for (?:it|this|that))?"),
    says: { 'zh-CN': NOTHING, en: /\bfree\b|\bno (?:fee|charge|cost)\b|\bnothing to pay\b|\b(?:costs?|charged?|fees?) [^.]{0,40}\d|\b\d+(?:\.\d+)? yuan (?:a|an|per|each|once|for)\b|\bis charged\b/iu },
  },
  {
    name: 'penalty',
    isOnlyIfSaid: true,
    asks: inEnglish("(?:is there |any |do i pay |will i pay |what about )?(?:a |an |the |any )?penalt(?:y|ies)(?: then| for (?:it|that))?"),
    says: { 'zh-CN': NOTHING, en: /\bpenalt/iu },
  },
  {
    name: 'what-is-kept',
    isOnlyIfSaid: true,
    asks: inEnglish("(?:is it |will it be |with |do i (?:keep|get|have) |on )?(?:the |my )?same number|(?:will|does) (?:my|the) number change"),
    says: { 'zh-CN': NOTHING, en: /\bnumber\b[^.]{0,30}\b(?:stays?|kept|keeps?|same|changes?)\b|\b(?:keeps?|same) (?:the |your )?number\b/iu },
  },
  {
    name: 'with-what',
    asks: inEnglish('(?:does|will|do|would) (?:it|that|this|they) work (?:with|on|in|for) (?:my|all|any|every) (?:phones?|device|iphone|android|plans?)|(?:does|will) my (?:phone|device|iphone|plan) (?:support|have|work with|allow|include|do) (?:it|that|this)|is my (?:phone|device|plan) (?:ok|compatible|suitable|supported)(?: for it| with it)?|(?:which|what) (?:phones?|models?|plans?)(?: (?:support|have|work with|allow|include) (?:it|that|this)| work)?'),
    says: { 'zh-CN': NOTHING, en: /\bphones?\b|\biphone\b|\bandroid\b|\bmodels?\b|\bdevices?\b|\bplans?\b/iu },
  },
  {
    name: 'by-itself',
    asks: inEnglish('(?:is|are) (?:it|that|this|they) automatic|(?:does|will|do) (?:it|that|this|they) (?:automatically )?(?:renew|continue|repeat|start|stop|end|go on)(?: (?:by itself|automatically|on its own|every month|each month))*|(?:is|will) it (?:be )?renewed(?: automatically)?'),
    says: { 'zh-CN': NOTHING, en: /\bautomatic|\bby (?:it|them)sel(?:f|ves)\b|\brenew|\bon its own\b|\bends? (?:at|on|when|with|by)\b|\bevery month\b|\bmonth by month\b/iu },
  },
];

export const ASPECTS: readonly Aspect[] = [
  {
    name: 'how-long',
    asks: asking('(?:最长|最多|最久|等)?(?:多久|多长时间|几天|几个?(?:小时|工作日|月)|什么时候|啥时候|几时)(?:才|就|能|会|可以|到账?|好|完|弄好|办好|办完|装好|寄到|收到|生效|开通|用|开始|恢复|答复|回复|回|退|解决|处理|修好|来|开|有结果|有效|过期|[\\s])*|会(?:不会)?(?:过期|失效|到期|清零)|(?:当天|马上|立刻|今天|当场)(?:就)?(?:能|可以)?(?:好|办好|办完|拿到|用|生效|装好)', "how (?:long|many days)(?: (?:does|will|would|do) (?:it|that|this|they)(?: (?:take|last|need))?| is it valid| must i wait| do i (?:have to )?wait)?|when (?:does|do|will|is|are) (?:it|that|this|they|i) (?:start|work|arrive|take effect|be ready|be done|expire|lapse|run out|get (?:it|them))|(?:do|will) (?:it|they) (?:ever )?(?:expire|lapse|run out)|is it (?:the )?same day|how (?:soon|fast|quick)(?: is it)?|(?:by|till|until) when|how much time(?: (?:does|will|would) (?:it|that|this) take)?"),
    says: { 'zh-CN': /[\d一两二三四五六七八九十半数]+\s*(?:个)?(?:工作日|天|日|小时|分钟|个?月|年)|当天|当场|当日|立即|立刻|马上|即时|次日|次月|下月|随即|长期有效/u, en: /\b(?:\d+|one|two|three|a few|some)(?:[ -](?:working|business))?[ -](?:days?|hours?|minutes?|months?|years?|weeks?)\b|\bsame day\b|\bon the spot\b|\bat once\b|\bimmediately\b|\bright away\b|\bnext (?:day|month)\b|\bvalid (?:to|until|till|for)\b|\b(?:expires?|lapses?)\b/iu },
  },
  {
    name: 'how-much',
    asks: asking('(?:多少钱(?:一|每)?(?:个月|张|个|年|天|次|条|台|份|月)?|(?:一|每)?(?:个月|张|年|月|天|次)(?:要|收)?(?:多少钱?|几块钱?)|月租多少|几块钱|什么价格?|价格(?:呢|多少)?|怎么收费|收费|要钱|花钱|免费|贵不贵|贵|费用(?:多少)?|手续费(?:多少)?|(?:有)?什么费用|收不收费|要不要钱|(?:会|要|被|会被|要被)?(?:扣钱|扣费|收钱|收费)|扣不扣(?:钱|费))', "how much(?: (?:is|does|do|will|would) (?:it|that|this|they)(?: cost)?)?|what does (?:it|that) cost|what(?:'?s| is| are) the (?:price|fee|cost|charge)s?|how much (?:do|must|will) i (?:have to )?pay(?: for (?:it|that))?"),
    says: { 'zh-CN': /\d+(?:\.\d+)?\s*元|免费|不收|不另收|不用(?:交|付|另)|免[^\s,，。]{1,4}费/u, en: /¥\s?\d|\b\d+(?:\.\d+)? yuan\b|\bfree\b|\bno (?:fee|charge|cost)\b|\bnothing to pay\b|\bfree of charge\b|\bis charged\b/iu },
  },
  {
    name: 'what-to-bring',
    asks: asking('(?:带|准备|用|有|提供|交)?(?:些?什么|哪些|啥)(?:材料|证件|手续|资料|东西|证明|文件)?|(?:要|用|得)?(?:带)?身份证|什么(?:材料|证件|手续|资料)', "what (?:do|should|must) (?:i|we|you) (?:need to |have to )?(?:bring|need|take|show|have|want)(?: (?:with|from) (?:me|us))?|(?:do|should) i (?:need to |have to )?bring (?:anything|something)|do (?:i|we) need anything|what (?:documents?|papers?|id)(?: (?:do i|are|is) need(?:ed)?)?|do i need (?:my )?(?:id|passport|documents?|papers?)|which (?:documents?|papers?)(?: do i need)?"),
    says: { 'zh-CN': /身份证|证件|材料|证明|委托书|授权书|执照|护照/u, en: /\bID\b|\bidentity card\b|\bpassport\b|\bdocuments?\b|\bproof\b|\bletter of\b|\bcertificate\b|\blicen[cs]e\b/u },
  },
  {
    name: 'where',
    asks: asking('(?:在|去|到|上)?(?:哪里?|哪儿|什么地方|何处)(?:可以|能)?(?:办理?|弄|申请|领|拿|开|做|看|查|找|换|交|退|修|取)?|钱?(?:退|发|寄|打|转)到(?:哪里?|哪儿|什么地方)(?:去)?|(?:必须|一定|得)?(?:去|到|跑)(?:一趟)?(?:营业厅|门店|店里?|柜台)|(?:在)?(?:网上|线上|远程|异地|外地|手机上?|app上?|小程序|家里?)(?:上)?(?:能|可以|能不能|可不可以)?(?:办理?|弄|申请|操作|开|搞定|行)', "where(?: (?:do|can|should|must) i (?:do|go|get|apply|sign up)(?: (?:it|that|for it|to))?)?|can i do (?:it|that|this) (?:online|in the app|on my phone|from home)|do i (?:have|need) to (?:go to|visit) (?:a |the )?(?:store|shop|branch)|(?:is it )?online"),
    says: { 'zh-CN': /营业厅|门店|App|网上|线上|热线|小程序|邮寄|上门|(?:退|寄|发)到/iu, en: /\bstores?\b|\bapp\b|\bonline\b|\bhotline\b|\bpost\b|\bvisit\b|\btechnician\b/iu },
  },
  {
    name: 'who',
    asks: asking('(?:必须|一定|得|非得)?(?:是)?(?:本人|机主|我自己|双方|两个人|两人)(?:必须|一定|都|要|得|亲自|自己|都得|都要|到场?|去|来|办|在|不可|不)*|(?:别人|家人|家里人|朋友|爱人|父母|爸妈|孩子|他人|代办人?|老公|老婆|媳妇|老伴|儿子|女儿|闺女)(?:能|可以|能不能|可不可以)?(?:帮忙?|代|替|去|来|我|办|弄)*(?:行|可以|能)?(?:不行)?|(?:能|可以|能不能|可不可以)(?:找|让|叫|请)?(?:别人|家人|家里人|朋友|他人)?(?:代办|代替?办理?|帮办|帮忙办|委托)', "(?:do|must|does) (?:i|he|she|they|the owner|the holder|both of us|we|my (?:wife|husband|son|daughter|mother|father|mum|mom|dad|parents|friend|brother|sister)) (?:both )?(?:have to |need to |also )*(?:be there|come|go|be present|come in person|go in person|do it)(?: (?:myself|in person|along|too|as well|with me))?|can (?:he|she|someone else|somebody else|someone|my (?:wife|husband|son|daughter|mother|father|mum|mom|dad|parents|family|friend|brother|sister)) (?:do|go|come|apply)(?: (?:it|that|for me|instead|for it))*|in person"),
    says: { 'zh-CN': /本人|代办|委托|代理|亲属|刷脸|一起到|到场|不用跑/u, en: /\bholders?\b|\bin person\b|\bon (?:your|their|his|her) behalf\b|\bauthori[sz]|\brelatives?\b|\bface (?:check|scan)\b|\bboth\b/iu },
  },
  {
    name: 'how',
    asks: asking('(?:具体)?(?:怎么|咋|如何|怎样)(?:办理?|弄|操作|开通?|申请|搞|做|走|整|改|换|用|设置?|重置|领)?|(?:有)?(?:什么|哪些)(?:步骤|流程|程序)|(?:步骤|流程)(?:呢|是什么|是怎样)?', "how(?: (?:(?:do|can|should) (?:i|we)|to) (?:(?:do|apply|get|start|set up|sign up|use|order|activate|enable|register|switch|go about)(?: (?:it|that|this|for it|one))?|(?:turn|switch) (?:it|that|this) on|switch on|set (?:it|this) up|make it work))?|how then|what are the steps|what to do(?: now)?|what should i do(?: now)?|what(?:'s| is) the (?:process|procedure)|what do i (?:have to )?do|step by step"),
    says: { 'zh-CN': /^(?:怎么|如何|步骤|办理|具体步骤|操作)|App「/u, en: /^(?:how|steps|what to do)\b|\bin the app\b/iu },
  },
  {
    name: 'on-what-terms',
    asks: asking('(?:有)?(?:什么|哪些|啥)(?:条件|要求|限制|限定|前提|规定|门槛)|(?:谁|什么人|所有人|都|谁都)(?:能|可以)办|(?:有没有|有)(?:条件|要求|限制)|条件(?:是什么)?', "what are the (?:conditions|requirements|limits|rules|terms)|(?:are there )?any (?:conditions|requirements|limits|restrictions)|who can (?:do|apply|get|have)(?: (?:it|that|for it))?|who is it for"),
    says: { 'zh-CN': /条件|满足|要求|限制|资格|不能|不得|必须|没有欠费|不超过|起办/u, en: /\bconditions?\b|\brequire|\blimits?\b|\bmust\b|\bcannot\b|\bonly\b|\bat most\b|\bno (?:debts?|arrears|overdue)\b/iu },
  },
  {
    name: 'undoing',
    asks: asking('(?:之后|以后|办了|后)?(?:还)?(?:能|可以|能不能|可不可以|随时)(?:再)?(?:取消|撤销|退掉?|退订|反悔|后悔|改回来|换回来|恢复)(?:了|来)?|(?:怎么|如何)(?:取消|撤销|退|关|停|恢复|解除|解开)(?:掉|了)?|反悔了?怎么办', "(?:can|could) i (?:(?:cancel|undo|change|return|stop|end|leave)(?: (?:it|that|my mind))?|(?:take|turn|switch) (?:it|that) (?:back|off)|(?:turn|switch) off|get (?:rid of it|out(?: of it)?)|(?:go|change|switch) back)(?: later| again| any ?time| whenever i (?:want|like))*|how (?:do i|can i|to) (?:(?:cancel|undo|stop|end|unblock)(?: (?:it|that))?|(?:turn|switch) (?:it |that )?off|get (?:rid of it|out(?: of it)?))(?: later| again)?|can (?:it|that) be (?:cancelled|undone|reversed)"),
    says: { 'zh-CN': /取消|撤销|退订|反悔|改回|随时可以|不能再退|不退|退回|追回|退还|解挂|(?:要|点|提前)恢复/u, en: /\bcancel|\bundo|\bunblock|\bwithdraw|\brefund|\bat any time\b|\breversed?\b|\b(?:turn|switch)(?:ed)? (?:it )?off\b|\bend (?:it|either|both)\b|\bstop\b|\bcomes? back\b/iu },
  },
];

/** What one has and may lose by it: "do I get my credit back", "do I lose my number". */
const HAD: Readonly<Record<string, string>> = {
  credit: 'credit|balance|money|paid back|refund',
  number: 'numbers?',
  points: 'points',
  plan: 'plans?',
  data: 'data',
  discount: 'discounts?',
  contract: 'contracts?',
  contacts: 'contacts',
};
const NAMES_OF_HAD: Readonly<Record<string, string>> = { money: 'credit', balance: 'credit', deposit: 'credit', 'phone number': 'number', 'contact list': 'contacts' };
const HAD_WORDS = [...Object.keys(HAD), ...Object.keys(NAMES_OF_HAD)].sort((one, other) => other.length - one.length).join('|');
const MAY_LOSE = new RegExp(
  `${LEAD_EN}(?:(?:do|will|would|can|must) i (?:still )?(?:lose|keep|have|get)|what (?:happens|will happen|becomes) (?:to|with|of)|is) (?:all )?(?:my|the|the remaining|my remaining|my old) (?<had>${HAD_WORDS})(?: (?:back|returned|kept|refunded|paid back|then|too|lost|gone|that is left|left))*[?.!]*$`,
  'iu',
);

function lossIn(said: string): Aspect | null {
  const had = MAY_LOSE.exec(said)?.groups?.['had']?.toLowerCase();
  const words = had === undefined ? undefined : HAD[NAMES_OF_HAD[had] ?? had];
  return words === undefined ? null : { name: 'what-is-kept', isOnlyIfSaid: true, asks: NEVER_ASKED, says: { 'zh-CN': NOTHING, en: new RegExp(`\\b(?:${words})\\b`, 'iu') } };
}

const NEVER_ASKED: Aspect['asks'] = { 'zh-CN': NOTHING, en: NOTHING };

const LONGEST = 30;
const LONGEST_EN = 44;
/** More than can be read at a glance are no answer to a short question. */
const MOST_SENTENCES = 4;
const MARKER = /^(?:[•·*-]|\d{1,2}[.、)])\s*/u;

/** Null when the words name a thing of their own, or ask nothing of the kind. */
export function aspectIn(text: string, locale: Locale): Aspect | null {
  const said = plainly(text).replace(/[’‘]/gu, "'");
  const asked = /\p{Script=Han}/u.test(said) ? 'zh-CN' : locale;
  if (said.length > (asked === 'en' ? LONGEST_EN : LONGEST)) return null;
  return [...ASPECTS, ...ASPECTS_EN].find(({ asks }) => asks[asked].test(said)) ?? (asked === 'en' ? lossIn(said) : null);
}

interface Said {
  readonly text: string;
  readonly passageIds: readonly string[];
}

/** In the article's own words and order; null where it does not say. */
export function sayingOf({ says, name }: Aspect, passages: readonly Passage[], locale: Locale): Said | null {
  const pattern = says[locale];
  const found = passages.flatMap((passage) => sentencesOn(passage, pattern, name === 'how'));
  if (found.length === 0) return null;
  const told = found.slice(0, MOST_SENTENCES);
  const [only] = told;
  const text = told.length === 1 && only ? only.words : told.map(({ words }) => `• ${words}`).join('\n');
  return { text, passageIds: [...new Set(told.map(({ id }) => id))] };
}

/** A section whose heading says it is told whole; else its sentences that do, each with the heading that gives them their sense. */
function sentencesOn({ id, heading, text }: Passage, pattern: RegExp, isWhole: boolean): readonly { readonly id: string; readonly words: string }[] {
  if (heading !== '' && isWhole && pattern.test(heading)) return text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ id, words: line.replace(MARKER, '').trim() }));
  return text
    .split(/\n|(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z])/u)
    .map((sentence) => sentence.replace(MARKER, '').trim())
    .filter((sentence) => sentence !== '' && pattern.test(sentence))
    .map((words) => ({ id, words }));
}
