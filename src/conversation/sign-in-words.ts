/** What somebody writes while a sign-in is open: a number, a code, or words about the sign-in itself. Pure. */
import { isGivingUp } from '../domain/giving-up.js';
import { heardOnce, plainText } from '../domain/heard.js';
import { parseMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';
import type { Message } from '../domain/message.js';

/** Said of the sign-in rather than for it; to an agent who asked for it, these are words like any other. */
export type Aside = 'unwilling' | 'asks-why' | 'forgot-number' | 'helpless' | 'asks-of-code';

export type FormText =
  | { readonly kind: 'cancel' | 'resend' | 'other-number' | 'words' | Aside }
  | { readonly kind: 'number'; readonly msisdn: Msisdn }
  | { readonly kind: 'digits'; readonly digits: string };

/** 「打错了」, "that's not my number": the code went to a number that is not theirs. */
const OTHER_NUMBER =
  /^(?:不好意思|抱歉|不对|啊|哎呀?|我|刚才|[\s,，。!！])*(?:(?:手机)?号码?(?:打|输|填|写|发|弄|搞)?(?:错|不对)|(?:打|输|填|写|发|弄|搞)错(?:了)?(?:手机)?号码?|(?:打|输|填|写|弄|搞)错|(?:这)?不是(?:我的?)?(?:这|那)?个?(?:手机)?号码?|(?:我?(?:想|要)?)?(?:换|改)(?:一?个)?(?:手机)?号码?)(?:了|吧|啊|呀)*[\s。.!！]*$|^(?:sorry|oops|no|oh|wait|[\s,.!])*(?:(?:that'?s |it'?s |this is )?(?:the |a )?wrong number|(?:that'?s |it'?s |this is )?not my (?:phone |mobile )?number|(?:i )?(?:typed|entered|put in) (?:it|the number|the wrong number)(?: wrong| in wrong)?|(?:use |try |i want |let me use )?(?:another|a different|a new) number|change (?:the|my) number)(?: please)?[\s.!]*$/iu;
const UNWILLING =
  /^(?:我|还是|就是|才|[\s,，。])*(?:不(?:想|愿意?|能|会|太想|方便)?(?:给|说|告诉|提供|透露|填|输|验证|登录|报)(?:你们?|您|出来)?(?:我的?)?(?:手机)?(?:号码?|电话)?|不方便(?:给|说|提供|透露)?(?:手机)?(?:号码?)?|没必要(?:给|验证)?|不愿意|保密|不(?:要|行|可以)?)(?:了|吧|啊|呢|的)*[\s。.!！]*$|^(?:no|sorry|[\s,.])*(?:i(?:'d| would) rather not(?: say| give .{0,20}| tell .{0,20}| share .{0,20})?|i (?:do ?n.?t|won.?t|will not|am not going to|would not|wouldn.?t) (?:want to |like to |wish to )?(?:give|share|tell|say|verify|provide|sign in|log in|enter|type).{0,30}|(?:none|not) of your business|that'?s private|no|nope|no way)[\s.!]*$/iu;
const ASKS_WHY =
  /^(?:你们?|您|请问|那|[\s,，。])*(?:为(?:什么|啥|何)|干(?:嘛|吗|什么)|凭(?:什么|啥)|怎么(?=还|又|要|非|都|老|就|得))(?:一定|非|还|都|就|老是)?(?:要|得|需要|必须)?(?:我)?(?:给|提供|输入?|填|验证|查|知道|问|登录)?(?:你们?)?(?:我的?)?(?:身份|(?:手机|电话)?号码?|验证码?|电话|登录)?(?:啊|呀|呢|干嘛|吗)*[\s?？。!！]*$|^(?:你们?|这样?|那|给你?|[\s,，])*(?:要|拿|用)?(?:我的?)?(?:(?:手机|电话)?号码?|验证码?|信息)?(?:来)?(?:干(?:嘛|吗|什么|啥)|做什么|有什么用|安全(?:吗|么|不)|会(?:不会)?(?:泄露|泄漏|被盗)(?:吗|么)?|可靠(?:吗|么)|会不会不安全|是不是骗子?)(?:啊|呀|呢|用)*[\s?？。!！]*$|^(?:but |and |[\s,])*(?:why(?: do (?:you|i)| should i| would i| must i)?(?: (?:need|want|have to|ask for|ask|give|share|enter|verify|sign in|log in|require))?(?: (?:you|me|for|to))*(?: (?:my|a|the|it|that|this))?(?: (?:phone|mobile|cell))?(?: (?:number|code|details?|verify|sign in|it))?|what (?:do you need|is) (?:it|that|my number) for|what for|is (?:it|this|that) (?:safe|secure)|are you (?:a )?scam(?:mer)?s?|is this a scam)[\s?.!]*$/iu;
const FORGOT_NUMBER =
  /^(?:我|也|真的?|都|[\s,，。])*(?:不(?:知道|记得|清楚|晓得|太清楚)|忘(?:了|记了?)|记不(?:得|住|清|起来)了?|想不起来)(?:我?自己)?(?:的|我的)?(?:手机)?(?:号码?|电话)?(?:是(?:多少|啥|什么))?(?:了|啊|呀)*[\s。.!！]*$|^(?:i |sorry |[\s,])*(?:do ?n.?t|do not|can.?t|cannot|can not) (?:know|remember|recall)(?: (?:my|the|it))?(?: (?:own|phone|mobile))*(?: number)?[\s.!]*$|^(?:i )?forgot(?: my| the| it)?(?: (?:phone|mobile))?(?: number)?[\s.!]*$/iu;
/** 「我不会弄」, "how do I do that": of the sign-in, since nothing else is said. */
const HELPLESS =
  /^(?:我|哎呀|这个?|都|也|真的?|可|[\s,，。])*(?:不(?:太|大)?(?:会|懂|晓得|知道)怎么(?:弄|用|操作|搞|整|填|输|看)|不(?:太|大)?会(?:弄|用|操作|搞|整|填|输|看)|(?:怎么|咋个?|如何)(?:弄|操作|搞|整|填|输)|(?:搞|弄)不(?:懂|来|明白|成|好))(?:这个|它|验证码?)?(?:啊|呀|呢|嘛|哦|了)*[\s?？。!！]*$|^(?:我|请问|那|[\s,，。])*(?:验证码|短信|那个码)(?:在|去)?哪(?:里|儿|看|找)+[\s?？。!！]*$|^(?:but |sorry |[\s,])*(?:how do i do (?:it|that|this)|i (?:do ?n.?t|do not) know how(?: to do (?:it|that|this))?|what do i do(?: now)?|where (?:do i find|is) (?:it|the code)|dunno|idk|no idea|not sure|i (?:do ?n.?t|do not) know)[\s?.!]*$/iu;
/** Where the code went, how long it counts, and that it is not there: 「发到哪个号」, 「收不到验证码」, "which number did you send it to". */
const ASKS_OF_CODE =
  /^(?:请问|那|你们?|是|刚才?|我|都|怎么|一直|老是?|还|[\s,，。])*(?:(?:验证码|短信|码)?(?:是|都)?(?:发|寄|送)(?:到|给|往|去)(?:了)?(?:哪里?|哪儿|谁|我?的?哪(?:个|部|张)?(?:手机|号码?|电话|卡)?|什么(?:号码?|手机|地方))[上去]?|(?:验证码|短信|码)(?:发|寄|送)(?:了|到)(?:没有?|吗|哪里?|哪儿|哪个号码?)|(?:发|往)哪个?(?:手机|号码?)[发上]?|(?:验证码|短信|码)?(?:收|接)不到(?:验证码|短信|码)?|(?:验证码|短信|码)(?:一直|老是|怎么|还|都)*(?:收不到|没来|不来|没到|没有来)|没有?(?:来|看到|看见)(?:验证码|短信|码)|(?:验证码|这个?码|码)?(?:多久|多长时间|几分钟)(?:之?内)?(?:有效|过期|失效|能到|能收到|到|来)|(?:验证码|这个?码|码)(?:会过期|过期|失效)(?:了)?|手机不在(?:我)?(?:身边|手边|手上|这儿?))(?:的|了|啊|呀|呢|吗|嘛|怎么办|咋办|[\s?？。!！])*$|^(?:and |but |so |ok |sorry |[\s,])*(?:(?:which|what) (?:phone|number|mobile|phone number)(?: (?:did|do|have|will) you (?:send|sent|text|texted)(?: (?:it|the code|that))?(?: to)?| was (?:it|the code) sent to| (?:is it|did it go to))?|where (?:did you send|was|did) (?:it|the code)(?: (?:go|sent))?(?: to)?|to (?:which|what) (?:phone|number)|(?:i )?(?:can.?t|cannot|can not|do ?n.?t) (?:get|receive|see|find) (?:it|the code|any code|a code|the text)|(?:there is |there'?s )?no (?:code|text|message|sms)(?: (?:came|arrived|here|yet))*|(?:it|the code|nothing) (?:did ?n.?t|has ?n.?t|never|has) (?:come|arrive|arrived?|came)(?: yet)?|how long (?:is (?:it|the code)|does (?:it|the code)) (?:valid|last|take)(?: for)?|does (?:it|the code) expire|(?:my|the|that) phone is (?:not (?:here|with me)|at home|elsewhere)|i (?:do ?n.?t|do not) have (?:my|the|that) phone(?: (?:here|with me|on me))*)[\s?.!]*$/iu;
const CANCEL = /^(那|还是)?(先|暂时)?别(验证|查|办|弄|看|问|登录)(了|吧)?[。.!！~]*$/iu;
/** As people write it: in one piece or in groups. */
export const NUMBER_IN_WORDS = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/;
/** Longer words are about something else as well. */
const LONGEST_ASIDE = 60;
const RESEND = new RegExp(
  `^(?:${[
    '(?:请|麻烦|帮我|给我|能不能|能|可以|可不可以|你|那|还是|一直|没(?:有)?收到|收不到|[\\s,，。])*(?:重新|再|重)(?:给我)?(?:发|传|获取)送?(?:我)?(?:一)?(?:下|次|遍|个|条)?(?:验证码|短信|码)?(?:给我)?',
    '(?:我|还是|一直|都|怎么|还|验证码|短信|码)*没(?:有)?收到(?:验证码|短信|码)?',
    '(?:please |can you |could you |i (?:did ?n.?t|have ?n.?t) (?:get|got|receive|received) (?:it|the code|a code)[,. ]+)*(?:re-?send|send(?= .*again| another| a new))(?: me)?(?: it| the code| another(?: one| code)?| a new (?:one|code))?(?: again)?(?: please)?',
    '(?:i )?(?:still )?(?:did ?n.?t|have ?n.?t|did not|have not) (?:get|got|receive|received) (?:it|the code|a code|any code|anything)(?: yet)?',
  ].join('|')})(?:吧|呗|吗|啊|呢|呀|好吗|行吗)?[\\s。.!！?？~]*$`,
  'iu',
);

/** Of somebody who is signed in: 「换个号码查」, "check another number". */
const WANTS_OTHER_NUMBER =
  /^(?:我|那|请|麻烦|帮我|能不能|能|可以|可不可以|想|要|还|再|[\s,，。])*(?:(?:换|切换|改)(?:成|到|为)?(?:一?个|另一?个|另外一?个|别的|其他)(?:手机)?号(?:码)?(?:登录|登陆|验证)?|(?:查|看|用|登录|登陆|验证)(?:一下|查)?(?:另一?个|另外一?个|别的|其他|其它|我?(?:家人|老婆|老公|爸|妈|爸妈|父母|孩子))(?:的)?(?:手机)?号(?:码)?|(?:退出|切换|注销)(?:登录|登陆|账号|帐号|账户|帐户)|(?:登出|退出这个号码?))(?:来|再)?(?:查|看|问|登录)?(?:询|一下|看|可以吗|行吗|吗|吧|啊)*[\s。.!！?？]*$|^(?:please |can i |could i |can you |could you |i want to |i'?d like to |i would like to |let me |[\s,.])*(?:(?:check|use|try|see|look up|switch to|change to|sign in with|log in with|verify) (?:another|a different|some other|my other|my second) (?:phone |mobile )?number|(?:switch|change) (?:the )?(?:number|account)s?|sign (?:me )?out|log (?:me )?out)(?: please)?[\s.!?]*$/iu;

/** The same with the number named, which stands as # here: 「切换到#」, "log me in as #". A change of plan names no number. */
const NAMES_OTHER_NUMBER =
  /^(?:我|那|请|麻烦|帮我|给我|想|要|[\s,，。])*(?:(?:切换|换|改)(?:成|到|为|用|回)|用|登录|登陆)(?:手机)?(?:号码|号)?\s*#(?:这个)?(?:号码|号)?(?:来)?(?:登录|登陆|验证|查|看)?(?:询|一下|看|吧|啊)*[\s。.!！]*$|^(?:please |can you |could you |i want to |let me |i'?d like to )*(?:(?:switch|change)(?: me| it| over)*(?: to)?|(?:log|sign)(?: me)? in(?: as| with| to| using)?)(?: the| my)?(?: other)?(?: phone| mobile)?(?: number)? #(?: please)?(?:,? and [\w' ]{1,30})?[\s.!]*$/iu;

export function numberIn(text: string): Msisdn | null {
  return parseMsisdn(NUMBER_IN_WORDS.exec(text.normalize('NFKC'))?.[0] ?? '');
}

export const wantsOtherNumber = heardOnce((text) => {
  const said = plainText(text);
  if (said.length > LONGEST_ASIDE) return false;
  const named = said.replace(NUMBER_IN_WORDS, '#');
  return WANTS_OTHER_NUMBER.test(said) || (named.includes('#') && NAMES_OTHER_NUMBER.test(named));
});

export function readFormText(message: Message): FormText {
  const { action } = message;
  if (action?.id === 'verify.cancel') return { kind: 'cancel' };
  if (action?.id === 'verify.resend') return { kind: 'resend' };
  if (action?.id === 'verify.other') return { kind: 'other-number' };
  if (action && !action.id.startsWith('verify.')) return { kind: 'words' };
  const text = (action?.value ?? message.text).normalize('NFKC').trim();
  // A code that was taken just before a crash: the record does not know it, so it has to be entered again.
  if (text.startsWith('•')) return { kind: 'digits', digits: '' };
  if (isGivingUp(text) || CANCEL.test(text)) return { kind: 'cancel' };
  if (RESEND.test(text)) return { kind: 'resend' };
  if (text.length <= LONGEST_ASIDE && OTHER_NUMBER.test(text)) return { kind: 'other-number' };
  const msisdn = parseMsisdn(text) ?? numberIn(text);
  if (msisdn) return { kind: 'number', msisdn };
  const compact = text.replace(/[\s-]/g, '');
  if (/^\+?\d{1,20}$/.test(compact)) return { kind: 'digits', digits: compact };
  const inWords = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  return inWords === undefined ? { kind: asideOf(text) ?? 'words' } : { kind: 'digits', digits: inWords };
}

function asideOf(text: string): Aside | null {
  if (text.length > LONGEST_ASIDE) return null;
  if (UNWILLING.test(text)) return 'unwilling';
  if (ASKS_WHY.test(text)) return 'asks-why';
  if (ASKS_OF_CODE.test(text)) return 'asks-of-code';
  if (HELPLESS.test(text)) return 'helpless';
  return FORGOT_NUMBER.test(text) ? 'forgot-number' : null;
}

/** What a code looks like, as it was sent or as the record has it. */
export function isCodeAlone({ text, action, attachment }: Pick<Message, 'text' | 'action' | 'attachment'>): boolean {
  return !action && !attachment && /^(?:\d{6}|•{6})$/u.test(text.normalize('NFKC').trim());
}

/** A number and nothing else, also with what it is: 「我的号码13800000001」. */
export function numberAlone({ text, action, attachment, wordless }: Pick<Message, 'text' | 'action' | 'attachment' | 'wordless'>): Msisdn | null {
  return action || attachment || wordless ? null : numberAloneIn(text);
}

const numberAloneIn = heardOnce((text) => {
  if (!/\d/u.test(plainText(text))) return null;
  const said = plainText(text).replace(/^(?:我?的?(?:手机)?号码?是?|my (?:phone |mobile )?number(?: is)?|number)[\s:：,，]*/iu, '').replace(/[\s。.!！]+$/u, '');
  return parseMsisdn(said);
});
