/** What an article says of what is asked on (「要多久」, "how much is it", 「本人必须到吗」): its own sentences that do. Pure. */
import type { Passage } from '../domain/article.js';
import type { Asked, AskedKind } from '../domain/asked.js';
import type { Locale } from '../domain/locale.js';

export interface Aspect {
  readonly kinds: readonly AskedKind[];
  /** Where the article says nothing of it, it may be meant otherwise and is read by itself. */
  readonly isOnlyIfSaid?: true;
  /** Means what was told, and nothing else: where it is not said, it is not known here. */
  readonly isOfThis?: true;
  /** A section whose heading says it is told whole. */
  readonly isSection?: true;
  /** A sentence that says it, or the heading of a section that does. */
  readonly says: Readonly<Partial<Record<Locale, RegExp>>>;
}

const said = (zh: RegExp, en: RegExp): Aspect['says'] => ({ 'zh-CN': zh, en });
const inEnglish = (en: RegExp): Aspect['says'] => ({ en });

/** In this order: of what is heard in two ways the first is told. */
const ASPECTS: readonly Aspect[] = [
  { kinds: ['where-money'], isSection: true, says: said(/^退到|(?:退|返还|赔付?|转)(?:回|到|入)?[^，。]{0,6}(?:余额|账户|银行卡)|原路/u, /\bwhere the money\b|\bback the way it was paid\b|\b(?:paid|refunded|returned|credited|goes?)(?: back)? (?:in)?to (?:your|the)\b/iu) },
  {
    kinds: ['how-long', 'expires'],
    says: said(
      /[\d一两二三四五六七八九十半数]+\s*(?:个)?(?:工作日|天|日|小时|分钟|个?月|年)|当天|当场|当日|立即|立刻|马上|即时|次日|次月|下月|随即|长期有效/u,
      /\b(?:\d+|one|two|three|four|five|six|ten|a few|some)(?:[ -](?:working|business))?[ -](?:days?|hours?|minutes?|months?|years?|weeks?)\b|\bsame day\b|\bon the spot\b|\bat once\b|\bimmediately\b|\bright away\b|\bnext (?:day|month)\b|\bvalid (?:to|until|till|for)\b|\b(?:expires?|lapses?)\b/iu,
    ),
  },
  {
    kinds: ['how-much', 'fee'],
    says: said(/\d+(?:\.\d+)?\s*元|免费|不收|不另收|不用(?:交|付|另)|免[^\s,，。]{1,4}费/u, /¥\s?\d|\b\d+(?:\.\d+)? yuan\b|\bfree\b|\bno (?:fee|charge|cost)\b|\bnothing to pay\b|\bfree of charge\b|\bis charged\b/iu),
  },
  {
    kinds: ['is-free'],
    says: said(
      /\d+(?:\.\d+)?\s*元|免费|不收|不另收|不用(?:交|付|另)|免[^\s,，。]{1,4}费/u,
      /\bfree\b|\bno (?:fee|charge|cost)\b|\bnothing to pay\b|\b(?:costs?|charged?|fees?) [^.]{0,40}\d|\b\d+(?:\.\d+)? yuan (?:a|an|per|each|once|for)\b|\bis charged\b/iu,
    ),
  },
  {
    kinds: ['what-to-bring'],
    says: said(/身份证|证件|材料|证明|委托书|授权书|执照|护照/u, /\bID\b|\bidentity card\b|\bpassport\b|\bdocuments?\b|\bproof\b|\bletter of\b|\bcertificate\b|\blicen[cs]e\b/u),
  },
  { kinds: ['where'], says: said(/营业厅|门店|App|网上|线上|热线|小程序|邮寄|上门|(?:退|寄|发)到/iu, /\bstores?\b|\bapp\b|\bonline\b|\bhotline\b|\bpost\b|\bvisit\b|\btechnician\b/iu) },
  { kinds: ['cannot-come'], isSection: true, says: said(/来不了|委托|代办/u, /\bcannot come\b|\bletter of authority\b|\bon (?:your|their|his|her) behalf\b/iu) },
  {
    kinds: ['who', 'cannot-come'],
    says: said(/本人|代办|代缴|代充|委托|代理|亲属|刷脸|一起到|到场|不用跑/u, /\bholders?\b|\bin person\b|\bon (?:your|their|his|her) behalf\b|\bauthori[sz]|\brelatives?\b|\bface (?:check|scan)\b|\bboth\b/iu),
  },
  { kinds: ['how-many'], isOnlyIfSaid: true, says: said(/(?:最多|至多|不超过|上限)[^，。；]{0,6}\d|\d+\s*[张个](?:以内|为限)/u, /\b(?:up to|at most|no more than|fewer than|a maximum of|limited to)\b/iu) },
  { kinds: ['limits-use'], isOnlyIfSaid: true, says: said(/上限|限额|限制[^，。]{0,6}用/u, /\blimits?\b|\bcap(?:ped)?\b/iu) },
  { kinds: ['contract-term'], isOnlyIfSaid: true, says: said(/合约|合同/u, /\bcontracts?\b|\bminimum term\b/iu) },
  { kinds: ['each-number'], isOnlyIfSaid: true, says: said(/每个号码?|各自|分别|单独/u, /\b(?:each|every) number\b|\bseparately\b|\bof (?:its|their) own\b/iu) },
  { kinds: ['how'], isSection: true, says: said(/^(?:怎么|如何|步骤|办理|具体步骤|操作)|App「/u, /^(?:how|steps|what to do)\b|\bin the app\b/iu) },
  {
    kinds: ['terms'],
    says: said(/条件|满足|要求|限制|资格|不能|不得|必须|没有欠费|不超过|起办/u, /\bconditions?\b|\brequire|\blimits?\b|\bmust\b|\bcannot\b|\bonly\b|\bat most\b|\bno (?:debts?|arrears|overdue)\b/iu),
  },
  {
    kinds: ['undoing'],
    says: said(
      /取消|撤销|退订|反悔|改回|随时可以|不能再退|不退|退回|追回|退还|解挂|(?:要|点|提前)恢复/u,
      /\bcancel|\bundo|\bunblock|\bwithdraw|\brefund|\bat any time\b|\breversed?\b|\b(?:turn|switch)(?:ed)? (?:it )?off\b|\bend (?:it|either|both)\b|\bstop\b|\bcomes? back\b/iu,
    ),
  },
  { kinds: ['ends-it'], isOnlyIfSaid: true, says: inEnglish(/\bcancel|\b(?:turn|switch)(?:ed)? (?:it )?off\b|\bend (?:it|either|both)\b|\bto (?:end|stop) it\b/iu) },
  { kinds: ['penalty'], isOnlyIfSaid: true, says: said(/违约金/u, /\bpenalt/iu) },
  {
    kinds: ['same-number', 'keeps-number'],
    isOnlyIfSaid: true,
    says: said(/号码?[^，。；]{0,8}(?:不变|保留|回收|收回|还在|变更?|留|停用)|(?:不改|保留|不变|收回|回收)[^，。；]{0,6}号/u, /\bnumber\b[^.]{0,30}\b(?:stays?|kept|keeps?|same|changes?|released|given|reused)\b|\b(?:keeps?|same|your|old) (?:the |your )?number\b/iu),
  },
  { kinds: ['keeps-credit'], isOnlyIfSaid: true, says: said(/余额|预存|话费/u, /\b(?:credit|balance|money|paid back|refund)\b/iu) },
  { kinds: ['keeps-points'], isOnlyIfSaid: true, says: said(/积分/u, /\bpoints\b/iu) },
  { kinds: ['keeps-plan'], isOnlyIfSaid: true, says: said(/套餐/u, /\bplans?\b/iu) },
  { kinds: ['keeps-data'], isOnlyIfSaid: true, says: said(/流量/u, /\bdata\b/iu) },
  { kinds: ['keeps-discount'], isOnlyIfSaid: true, says: said(/优惠|折扣/u, /\bdiscounts?\b/iu) },
  { kinds: ['keeps-contract'], isOnlyIfSaid: true, says: said(/合约/u, /\bcontracts?\b/iu) },
  { kinds: ['keeps-contacts'], isOnlyIfSaid: true, says: said(/通讯录|联系人/u, /\bcontacts\b/iu) },
  { kinds: ['phone'], isOnlyIfSaid: true, says: said(/热线|电话|\d{3}-\d{3,4}-\d{4}/u, /\bhotline\b|\btelephone\b|\b\d{3}-\d{3,4}-\d{4}\b/iu) },
  { kinds: ['at-home'], isOfThis: true, says: said(/大人在家|有大人在|家里要有|有人在家/u, /\b(?:at|in) home\b|\bat the address\b/iu) },
  { kinds: ['how-many-come'], isOfThis: true, says: said(/来一位/u, /\bone comes\b/iu) },
  { kinds: ['gives-away'], isOfThis: true, says: said(/转给|转让|转赠|赠送给|送给|共享|分享|共用/u, /\bgive (?:them|it)\b|\b(?:be|not) transferred to\b|\bshar(?:e|ed|ing)\b|\buse the main number's\b/iu) },
  { kinds: ['with-what'], says: inEnglish(/\bphones?\b|\biphone\b|\bandroid\b|\bmodels?\b|\bdevices?\b|\bplans?\b/iu) },
  { kinds: ['by-itself'], says: inEnglish(/\bautomatic|\bby (?:it|them)sel(?:f|ves)\b|\brenew|\bon its own\b|\bends? (?:at|on|when|with|by)\b|\bevery month\b|\bmonth by month\b/iu) },
];

/** What of it articles in this language may say; empty where nothing of the kind is asked. */
export function aspectsIn(asked: Asked, locale: Locale): readonly Aspect[] {
  return asked.length === 0 ? [] : ASPECTS.filter(({ kinds, says }) => says[locale] !== undefined && kinds.some((kind) => asked.includes(kind)));
}

/** More than can be read at a glance are no answer to a short question. */
const MOST_SENTENCES = 4;
const MARKER = /^(?:[•·*-]|\d{1,2}[.、)])\s*/u;

interface Saying {
  readonly text: string;
  readonly passageIds: readonly string[];
}

/** In the article's own words and order; null where it does not say. */
export function sayingOf({ says, isSection }: Aspect, passages: readonly Passage[], locale: Locale): Saying | null {
  const pattern = says[locale];
  if (!pattern) return null;
  const found = passages.flatMap((passage) => sentencesOn(passage, pattern, isSection === true));
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
