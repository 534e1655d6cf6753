/** Claims that turn on one word: for ever, free, without limit, for certain, no need. They stand only where the grounds speak so of the same matter, and what the grounds affirm is not denied. Pure. */

import { mattersOf } from './matters.js';

/** One way to claim more than was said, and what in the grounds bears it out. */
interface Sweep {
  readonly claim: RegExp;
  readonly borneBy: RegExp;
  /** Of what is said, the part that the grounds must be about. */
  readonly share?: number;
  /** Of a claim that names nothing else: where the grounds speak of this in another way as well, it is half the truth. */
  readonly topic?: RegExp | undefined;
  /** What the claim is about comes after its word: 「不用」身份证. */
  readonly isOfWhatFollows?: true;
  /** A heading may say what it is about. */
  readonly isUnderHeading?: true | 'question';
  /** What the grounds may not say of the same matter: it has a price. */
  readonly against?: RegExp;
  /** Said after one of these it claims nothing: 「不要告诉」任何人. */
  readonly notAfter?: RegExp;
}

const NOT = /不|没|無|无|未|免|勿|别|\b(?:no|not|never|none|without|cannot|nothing)\b|n't\b|free/u;
const FREE =
  /免费|免单|(?:不|无需|无须|不会|不用|不需要?)(?:再|另|另外|额外)?(?:收|花|扣|加|付|要|计)(?:取|任何|您|你|一分|什么|[一-龥]{2})?(?:费|钱)|零费用|(?:没有|无)(?:任何|额外)?(?:手续费|费用|服务费|月费)|(?<!feel )\bfree\b(?! up\b| time\b|ze)(?: of charge\b| of any charge\b)?|\b(?:no|without(?:\sany)?|at no) (?:[a-z]+ )?(?:fees?|charges?|costs?)\b|\bcosts? (?:you )?nothing\b|\b(?:not|never|n't) (?:be )?(?:charged?|billed)\b/u;
const PRICE = /(?<![\d.])(?!0(?:\.0+)? ?(?:元|块|yuan))\d+(?:\.\d+)? ?(?:元|块|yuan)|[¥￥] ?(?:[1-9]|0\.)/u;
const UNLIMITED = /不限(?:量|速|时|次|流量|额|时间)?|无限(?:量|流量|次|期|使用|畅)|没有(?:任何)?(?:上限|限额|限量|限制)|\bunlimited\b|\blimitless\b|\bno (?:upper )?(?:limits?|caps?)\b|\bwithout (?:\bany )?(?:limits?|a cap)\b/u;
const CERTAIN =
  /保证|包您|包你|担保|百分之百|百分百|100\s*%|(?:肯定|一定|必定|绝对)(?:会|能|可以|不|没|是|到|好|成功|有)|\bguarante(?:e|es|ed|ing)\b|\bdefinitely\b|\bfor (?:sure|certain)\b|\bwithout fail\b|\babsolutely\b|\bcertainly (?:will|be)\b|\b(?:will|is) certainly\b/u;
const NEVER = /绝不|决不|绝对不|从不|从来不|从未|永不|永远(?:都)?(?:不|没)|任何时候都不|\bnever\b|\bat no time\b|\bunder no circumstances\b/u;
const ALWAYS = /永远|永久|终身|一辈子|一直都?(?:有效|有|能|会|免)|\bforever\b|\bfor ever\b|\bpermanent(?:ly)?\b|\balways\b|\b(?:for|whole) (?:your )?life(?:time)?\b|\blifetime\b/u;
const ANY =
  /任何|任意|无论|不管|不论|一律|\bany (?:plan|time|reason|place|amount|number|fee|charge|cost|kind|type|customer|phone|device|country|penalty|month|day)\b|\banytime\b|\banywhere\b|\beveryone\b|\beverybody\b|\beverything\b|\ball (?:plans|fees|charges|customers|subscribers|countries|costs|numbers|devices|phones|calls)\b|\bno matter\b|\bregardless\b/u;
const NEEDLESS = /不用|不需要?|无需|不必|无须|\bno need\b|\b(?:don't|do not|doesn't|does not) (?:need|have to)\b|\bneedn't\b|\bneed not\b/u;
/** Narrower than what was said is as wrong as wider. */
const ONLY = /只(?:能|有|限|可以)|仅(?:能|限|支持)|必须|\bonly\b|\bmust\b|\b(?:have|has) to\b|\b(?:is|are) required\b/u;
const NO_PENALTY = /(?:没有|无|不收|不用[赔付交]|不会有|不产生|免)[^,。]{0,4}(?:违约金|赔偿金?|罚款)|(?:违约金|罚款)[^,。]{0,6}(?:全免|免除|免掉|不收|没有|不用|免$)|\b(?:no|without(?:\sany)?|free of) (?:early )?(?:[a-z]+ )?penalt(?:y|ies)\b/u;
const NO_LAPSE = /(?:不|(?<![还尚])没有?|永不|不会|无)[^,。]{0,4}(?:过期|到期|失效|作废|清零)|(?:永远|永久|终身|长期)(?:都)?有效|\b(?:not|never|n't|no)\b[^,.;]{0,16}\b(?:expir|lapse|run out)|\bno expiry\b/u;
const GIVES_BACK = /(?:可以|能够?|可|支持|会)(?:全额|部分|按比例|无条件|随时|申请|再)*(?:退款|退费|退钱|退还|退回|退订金|退(?=[,。!;]|$))|\brefundable\b|\b(?:can|may|will|could) (?:always |also )?(?:be (?:fully )?refunded|get (?:a|your) (?:full )?(?:refund|money back))\b/u;

const SWEEPS: readonly Sweep[] = [
  { claim: FREE, borneBy: new RegExp(`${FREE.source}|不(?:再|另|另外)?收(?=[,、;]|$)|(?<![\\d.])0(?:\\.00)? ?元|¥0(?![.\\d]*[1-9])`, 'u'), against: PRICE, share: 0.6, isUnderHeading: true },
  { claim: UNLIMITED, borneBy: new RegExp(`${UNLIMITED.source}|不限`, 'u') },
  { claim: CERTAIN, borneBy: /100 ?%|保证|保障|担保|一定|肯定|必定|必须|绝对|\bguarante|\bdefinite|\bcertain|\balways\b|\bmust\b/u },
  { claim: NO_LAPSE, borneBy: NO_LAPSE },
  { claim: NO_PENALTY, borneBy: new RegExp(`${NO_PENALTY.source}|(?:违约金|penalt)[^。]{0,12}(?:不|没|无|no\\b|not\\b|0)`, 'u'), share: 0.6, topic: /违约金|penalt/u },
  { claim: NEVER, borneBy: NOT, isOfWhatFollows: true },
  { claim: ALWAYS, borneBy: /永|长期|终身|一直|始终|随时|全天|全年|每[天日次月]|不会|\balways\b|\bpermanent|\bforever\b|\bevery\b|\ball day\b|\blifetime\b|\bnever\b|\bat any time\b|\b(?:does|do|will) not\b/u },
  { claim: ANY, notAfter: /不|没|勿|别|\b(?:not|never|no)\b|n't\b/u, borneBy: /任|所有|全部|各|均|都|无论|不论|不管|一律|每[个位张台笔家]|同一|随时|\bany|\ball\b|\bevery|\beach\b|\bno matter\b|\bregardless\b|\bwherever\b|\bwhenever\b|\bwhichever\b|\bthe same\b/u },
  { claim: ONLY, borneBy: /只|仅|必须|须|需|限|及以上|条件|\bconditions?\b|\bwho can\b|\band above\b|\bor above\b|\bat least\b|\bonly\b|\bmust\b|\bneed|\brequire|\b(?:have|has) to\b/u, share: 0.5, isUnderHeading: true },
  { claim: NEEDLESS, borneBy: NOT, isOfWhatFollows: true, isUnderHeading: 'question' },
  { claim: GIVES_BACK, borneBy: /(?<!不|不能|不予|不可|不会|无法|概不|不支持|不给|不再)(?:退款|退费|退钱|退还|退回|退给)|(?:可以|能|可)退|(?<!not |no |non-|cannot be |n't )\brefund/u },
];

/** Manners, and what is offered rather than claimed. */
const COURTESY = /(?:有|如有|如果有|还有)?任何(?:其他|别的)?(?:问题|疑问|需要|需求|帮助|不清楚)|不用(?:担心|着急|客气|谢)|不必(?:担心|着急|客气)|无需(?:担心|着急)|随时(?=问|联系|找|来|说|告诉|咨询)|\b(?:feel )free to\b|\bno need to (?:worry|hurry|rush)\b|\bany (?:other |further )?(?:questions?|help)\b|\banything else\b/gu;
/** Said not to be so, or not known. */
const DENIED = /(?:不能|无法|不敢|不可|没法|难以|不一定|并不|并非|不是|没有说|不)$|(?:can't|cannot|can not|do not|don't|not|no|isn't|aren't|unable to|never)(?: [a-z]+)? $/u;
const QUESTION = /(?:吗|么|呢)?\s*\?\s*$|吗\s*$/u;
const ASKING = /[?吗]\s*$/u;
const CONDITION = /^(?:如果|如需|如要|若|要是|假如|是否)|^(?:if|whether|in case)\b/u;
const SHARED = 0.25;
/** Few words carry an English clause. */
const SHARED_EN = 0.55;
const SHORTEST_SAID = 8;
export const SENTENCES = /[。！？；!?;\n]|\.(?=\s|$)/u;

/** What the grounds say, sentence by sentence, read once for a turn. */
export class SweepGround {
  private readonly sentences: readonly string[];
  private readonly clauses: readonly string[];

  /** `text` as `legible` makes it. `underHeadings`: sentences with their heading behind them, for 「不能」 alone denies nothing. */
  constructor(
    private readonly text: string,
    private readonly underHeadings: readonly string[] = [],
  ) {
    this.sentences = text.split(SENTENCES).filter((sentence) => sentence.trim() !== '');
    this.clauses = this.sentences.flatMap((sentence) => sentence.split(/[,，、]/u));
  }

  /** Whether the grounds speak as sweepingly of what is claimed. */
  bears(claimed: string, { borneBy, share = SHARED, topic, isOfWhatFollows, against, isUnderHeading }: Sweep): boolean {
    const about = mattersOf(claimed);
    const isHan = /\p{Script=Han}/u.test(claimed);
    if (against && about.size > 0 && !against.test(claimed) && this.isPriced(about, { against, borneBy, share })) return false;
    if (about.size === 0 && topic && this.sentences.some((sentence) => topic.test(sentence) && !borneBy.test(sentence))) return false;
    return [...(isOfWhatFollows ? this.clauses : this.sentences), ...this.underHeadings.filter((answer) => isUnderHeading === true || (isUnderHeading === 'question' && ASKING.test(answer)))].some((sentence) => {
      const borne = borneBy.exec(sentence);
      if (borne === null) return false;
      // What was said in the other language is compared by its sweeping word alone.
      if (about.size === 0 || isHan !== /\p{Script=Han}/u.test(sentence)) return true;
      // What is denied in the grounds comes after its word too: 「丢失后不补」 is no word of never being lost.
      const said = mattersOf(isOfWhatFollows ? sentence.slice(borne.index + borne[0].length) : sentence);
      return [...about].filter((one) => said.has(one)).length / about.size >= (isHan ? share : Math.min(share, SHARED_EN));
    });
  }

  /** 「补卡工本费 10 元」: of the matter a price is told, and not beside what is free. */
  private isPriced(about: ReadonlySet<string>, { against, borneBy, share }: { readonly against: RegExp; readonly borneBy: RegExp; readonly share: number }): boolean {
    return [...this.sentences, ...this.clauses].some((place) => {
      if (!against.test(place) || borneBy.test(place)) return false;
      const said = mattersOf(place);
      return [...about].filter((one) => said.has(one)).length / about.size >= share;
    });
  }

  /** Word for word; a few words may stand in another connection. */
  says(sentence: string): boolean {
    const plain = sentence.replace(/[。！？；!?;.\s]+$/u, '').trim();
    return plain.length >= SHORTEST_SAID && this.text.includes(plain);
  }

  mentions(pattern: RegExp): boolean {
    return this.sentences.some((sentence) => pattern.test(sentence));
  }
}

/** A claim that goes beyond the grounds. `text` as `legible` makes it. `isOfTalk`: it tells staff what was said, and 「还没有解决」 is no word about what is sold. */
export function sweepsTooFar(text: string, ground: SweepGround, isOfTalk = false): boolean {
  for (const sentence of text.split(/(?<=[。！？；!?;\n])|(?<=\.)(?=\s|$)/u)) {
    if (QUESTION.test(sentence) || ground.says(sentence)) continue;
    const isWhole = !/[,，、]/u.test(sentence);
    for (const clause of sentence.replace(COURTESY, ' ').split(/[,，、:：]/u)) {
      if (CONDITION.test(clause.trim())) continue;
      if (SWEEPS.some((sweep) => goesTooFar(clause, isWhole ? sweep : { ...sweep, topic: undefined }, ground)) || (!isOfTalk && isDeniedUnheard(clause, ground))) return true;
    }
  }
  return false;
}

/** What is said not to be so, by nobody of himself and not as advice: 「不支持」, "are not accepted". */
const DENIAL = /不(?:支持|接受|能|可以|会|是|含|包括|包含|享受|适用|提供|允许|受理|计入|算)|(?<![有还尚])没有|无法|\b(?:is|are|was|does|do|can|will|would)(?: not|n't)\b|\bcannot\b|\bno longer\b/u;
const OF_ONESELF = /我|小接|咱|资料|文章|没有(?:提到|说明|写|找到|查到)|不(?:清楚|知道|确定|了解)|抱歉|\b(?:i|i'm|i've|we|sorry|article|passages?|sources?|it does not say)\b/u;
const ADVICE = /^\s*(?:请|别|不要|勿|切勿|千万)|^\s*(?:please|do not|don't|never)\b/u;
/** A denial is told again in many ways. */
const DENIAL_SHARED = 0.34;

function isDeniedUnheard(clause: string, ground: SweepGround): boolean {
  if (OF_ONESELF.test(clause) || ADVICE.test(clause) || !DENIAL.test(clause)) return false;
  const rest = clause.replace(DENIAL, ' ');
  return mattersOf(rest).size > 0 && !ground.bears(rest, { claim: DENIAL, borneBy: NOT, share: DENIAL_SHARED, isUnderHeading: true });
}

function goesTooFar(clause: string, sweep: Sweep, ground: SweepGround): boolean {
  const match = sweep.claim.exec(clause);
  if (match === null) return false;
  const before = clause.slice(0, match.index);
  if (DENIED.test(before) || sweep.notAfter?.test(before) === true) return false;
  const [after = ''] = clause.slice(match.index + match[0].length).split(/\b(?:and|but)\b/u);
  const isOfWhatFollows = sweep.isOfWhatFollows === true && mattersOf(after).size > 0;
  return !ground.bears(isOfWhatFollows ? after : `${before} ${after}`, sweep);
}

/** What is only ever said of somebody's trouble, and never threatened with: each stands in the grounds in words of its own kind. */
const STAKES: readonly RegExp[] = [
  /起诉|法院|法庭|诉讼|律师|法律责任|\bsue[ds]?\b|\blawsuits?\b|\bcourts?\b|\blawyers?\b|\blegal action\b|\bprosecut/u,
  /报警|公安|警察|警方|坐牢|拘留|判刑|犯罪|违法|\bpolice\b|\barrest|\bjail\b|\bprison\b|\bcriminal/u,
  /黑名单|征信|失信|信用记录|\bblacklist|\bcredit (?:record|score|report|bureau|rating|history)/u,
  /催收|强制执行|讨债|\bdebt collect|\bcollection agency|\bbailiff/u,
  /停机|停用|断网|停呼|停止(?:服务|呼出)|销户|注销|拆机|冻结|\bcut(?:ting)? (?:you )?off\b|\bdisconnect|\bterminat|\bsuspend/u,
  /罚款|罚金|滞纳金|\bfine[ds]? of\b|\bpenalt|\blate fee/u,
];

export function threatens(text: string, ground: SweepGround): boolean {
  return STAKES.some((stake) => stake.test(text) && !ground.mentions(stake));
}
