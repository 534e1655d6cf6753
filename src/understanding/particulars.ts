/** Particulars of the one who writes: numbers, whom to ask for, the day. They fill slots and say nothing about what is wanted. */
import { plainly } from './plainly.js';

/** Shorter numbers may be amounts, volumes or the authorities' numbers. */
const NUMBER = String.raw`(?:86 ?)?1\d\d ?\d{4} ?\d{4}(?!\d)|\d{7,}`;
const NAME = String.raw`(?:[\u4e00-\u9fff]{1,3}|[a-z]{2,12})`;
const LABEL = String.raw`(?:联系(?:人(?!工)|电话|方式|号码|手机)|(?:我的?)?(?:手机|电话)(?:号码?|是)|(?:我的?)?号码(?=是|为| ?\d)|机主|姓名|contact(?: person| number)?|tel|phone no|my (?:phone )?number is)`;
const IS = String.raw`[ ,]*(?:(?:是|为|is) *)?`;
/** 「联系人变更」 is a matter, 「联系人 王芳」 is not. */
const SURNAMES = '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔陆廖姚邱夏谭贾邹熊孟秦薛侯雷段郝孔邵顾赖贺严尹施洪龚';
const PARTICULARS = new RegExp(
  [
    // 「联系人 王芳 13800000001」: what it is, who, the number.
    `[,.; ]*${LABEL}${IS}(?:${NAME}[ ,]*)?(?:${NUMBER})`,
    `(?:^|[,.; ]+)联系人${IS}[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?=[,.;!? ]|$)`,
    NUMBER,
    String.raw`(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]`,
    String.raw`20\d\d [01]?\d [0-3]?\d(?!\d)`,
  ].join('|'),
  'gu',
);
const HAS_ANY = /\d{7}|\d \d|月\d|联系人/u;

/** `text` as `tidy` leaves it: marks inside of numbers are spaces. */
export function withoutParticulars(text: string): string {
  return HAS_ANY.test(text) ? text.replace(PARTICULARS, ' ').replace(/ {2,}/gu, ' ').trim() : text;
}

/** Assent, refusal, pointing, counting, and ending what is not named; no pronoun of a person and no 「了」, which make a sentence of them. */
const WORDS_ZH = '对|是|不|没|有|好|行|可以|嗯|哦|噢|喔|啊|呀|吧|的|吗|呢|诶|这|那|哪|个|它|第|一|二|三|四|五|六|七|八|九|十|百|千|两|几|多|少|点|次|错|知道|明白|继续|然后|因为|所以|但是|可是|而且|如果|或者|什么|为什么|啥|取消';
const WORDS_EN = 'yes|yeah|yep|yup|no|nope|nah|not|ok|okay|right|sure|fine|correct|true|false|this|that|these|those|it|one|two|three|first|second|third|the|and|or|but|so|then|oh|ah|um|hm|hmm|really|maybe|cancel';
const NOTHING = new RegExp(`^(?:(?:${WORDS_ZH})|\\b(?:${WORDS_EN})\\b|[ ,.!?;'])*$`, 'u');

/** 「对」「这个」 "yes": whatever a classifier makes of such words, they name nothing that could be wanted. */
export function namesNothing(canonical: string): boolean {
  return canonical.length <= 24 && NOTHING.test(canonical);
}

const DONT_KNOW = /^(我)?(真的?)?(也)?(不知道|不清楚|不记得|不太清楚|忘了|忘记了|记不清|记不得|没有|没|无|不确定|说不清)(了|啊|呀|呢|哦|吧)?[。.！!～~]*$|^(i )?(really )?(don'?t|do not|dont) (know|remember|recall)|^(dunno|idk|no clue|beats me|no idea|not sure|unknown|none|no|n\/a|forgot|i forgot|can'?t remember)\b.{0,12}$/i;

/** 「不知道」「没有」 are answers too: whoever asks goes on without the fact. */
export function isUnknown(text: string): boolean {
  return DONT_KNOW.test(plainly(text));
}
