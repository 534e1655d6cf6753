/** Finds what a draft asks for although it is known: from the brief, the account, or the subscriber's own words. Pure, for both languages. */
import type { WireBrief } from '../../../protocol/desk.js';
import { accountValue } from '../state/brief-facts.js';

export type KnownId = 'number' | 'name' | 'identity' | 'plan' | 'balance' | 'dataLeft' | 'city' | 'contract' | 'matter' | 'tried' | 'restart' | 'month' | 'amount' | 'since';

export interface Known {
  readonly id: KnownId;
  readonly value: string;
}

/** What is known: the brief, and what the subscriber wrote, oldest first. */
export interface Knowledge {
  readonly brief: WireBrief;
  readonly said: readonly string[];
}

interface Rule {
  readonly id: KnownId;
  /** The words by which it is asked for. */
  readonly asks: RegExp;
  /** Words that make it something else: the number of an order is not the phone number. */
  readonly unless?: RegExp;
  readonly value: (known: Knowledge) => string | null | undefined;
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const OTHER_NUMBERS = /(工单|订单|受理|身份证|证件|银行卡|卡|流水|快递|验证|单)号|\b(order|case|ticket|card|id|reference|tracking|bank|serial|flight)\s+number\b|number of\b|\bpin\b/iu;

const RULES: readonly Rule[] = [
  { id: 'number', asks: /号码|手机号|电话号|哪个号|什么号|\bnumber\b/iu, unless: OTHER_NUMBERS, value: ({ brief }) => brief.who.msisdn },
  { id: 'name', asks: /姓名|名字|贵姓|怎么称呼|如何称呼|全名|\b(your|full) name\b|who am i (speaking|talking|chatting)/iu, unless: /套餐|业务|文件|plan name/iu, value: ({ brief }) => brief.who.name },
  {
    id: 'identity',
    asks: /(验证|核实|核对|确认|提供).{0,8}(身份|本人|证件)|是(机主)?本人吗|是机主吗|(verify|confirm|prove).{0,12}\bidentity\b|\b(account|line) (holder|owner)\b/iu,
    value: ({ brief }) => (brief.verified ? brief.who.msisdn : null),
  },
  { id: 'plan', asks: /(什么|哪个|哪种|哪款|哪一个|当前|目前|现在用?的?).{0,6}套餐|套餐(名称|是什么|是哪|叫什么)|\b(what|which)\b.{0,24}\bplan\b|\byour (current )?plan\b/iu, unless: /(想|要|换|改|办|推荐).{0,8}套餐|\b(want|like|prefer|switch|change)\b/iu, value: ({ brief }) => accountValue(brief, 'plan') },
  { id: 'balance', asks: /余额|\bbalance\b/iu, value: ({ brief }) => accountValue(brief, 'balance') },
  { id: 'dataLeft', asks: /(剩|还有).{0,6}流量|流量.{0,4}(剩|还有)多少|\b(how much|remaining)\b.{0,16}\bdata\b/iu, value: ({ brief }) => accountValue(brief, 'dataLeft') },
  { id: 'city', asks: /(哪个|什么|哪座)城市|归属地|(which|what) city/iu, value: ({ brief }) => accountValue(brief, 'city') },
  { id: 'contract', asks: /合约.{0,8}(到期|什么时候|多久)|\bcontract\b.{0,20}\b(end|expire|run)/iu, value: ({ brief }) => accountValue(brief, 'contract') },
  {
    id: 'matter',
    asks: /(有|是|遇到了?|碰到了?)什么(问题|事|情况|可以帮|能帮)|需要(什么|办理什么)|请(您)?(描述|说明|讲|说).{0,6}(问题|情况|需求)|(what|describe).{0,20}\b(problem|issue|matter)\b|how (can|may) i help/iu,
    value: ({ brief }) => firstLine(brief.ownWords ?? brief.summary),
  },
  {
    id: 'tried',
    asks: /(试过|尝试过|做过|操作过|办过|查过)(什么|哪些|吗|没)|有没有(试过|尝试|查过|做过)|(have you|did you|what have you).{0,12}\b(tried|try|checked|done)\b/iu,
    value: ({ brief }) => brief.tried.map(({ label, outcome }) => `${label} · ${outcome}`).join(' / '),
  },
  { id: 'restart', asks: /(重启|重新启动|开关机|拔.{0,2}电源|\b(re(start|boot)|power[- ]cycle|turn(ed)? it off)\b)/iu, value: ({ said }) => quoted(said, /(重启|重新启动|开关机|拔了?电源)(过|了|好几|也|还|都)|(already|have|i) (re-?started|re-?booted|power[- ]cycled)/iu) },
  { id: 'month', asks: /(哪个?|哪一个?|几|什么)月|\b(which|what) month\b/iu, value: ({ said }) => found(said, new RegExp(`\\d{1,2}\\s*月(?!前)|[一二三四五六七八九十]{1,2}月|上上?个?月|这个?月|本月|\\b(last|this|${MONTHS}) month\\b|\\b(${MONTHS.replace('|may', '')})\\b|\\bin may\\b`, 'iu')) },
  { id: 'amount', asks: /(多少钱|多少元|多少块|金额|扣了多少|充了多少)|\b(how much|what amount|the amount)\b/iu, unless: /流量|\bdata\b/iu, value: ({ said }) => found(said, /[¥￥]\s*\d+(\.\d+)?|\d+(\.\d+)?\s*(元|块钱?|yuan\b|rmb\b)/iu) },
  { id: 'since', asks: /(什么时候|哪天|几号|几点|多久).{0,4}(开始|发生|出现|起)|从什么时候|\b(since when|when did (it|this|that|the))\b/iu, value: ({ said }) => found(said, /(从)?(今早|今天|昨晚|昨天|前天|大前天|上周|这周|前几天|刚才|早上|下午|晚上)(\S{0,4}(开始|起))?|\d{1,2}[号日点]|\b(since|from) (yesterday|this morning|last (night|week)|\w+day)\b|\b(yesterday|this morning|last night|last week)\b/iu) },
];

/** Only a sentence that asks counts; saying the figure is what the agent is there for. */
const ASKING =
  /[?？]|吗|呢$|请问|麻烦|提供|告诉|告知|报一下|说一下|发一下|讲一下|描述|是多少|怎么称呼|贵姓|哪个|哪一|什么|几月|有没有|\b(what|which|when|who|how|could you|can you|would you|will you|may i|might i|have you|did you|do you|are you|is your|please (tell|give|provide|share|confirm|send|verify|let|restart|reboot|describe)|let me know|i need your)\b|(请|试试|试一下|先|可以).{0,6}(重启|重新启动|开关机)|\b(try|please)\b.{0,20}\bre(start|boot)/iu;

/** Each thing once, in the order of the table. */
export function askedAgain(draft: string, known: Knowledge): readonly Known[] {
  const questions = sentencesOf(draft).filter((sentence) => ASKING.test(sentence));
  if (questions.length === 0) return [];
  return RULES.flatMap(({ id, asks, unless, value }) => {
    if (!questions.some((question) => asks.test(question) && unless?.test(question) !== true)) return [];
    const held = value(known)?.trim();
    return held === undefined || held === '' ? [] : [{ id, value: held }];
  });
}

function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。！!;；\n?？]+[?？]?/gu) ?? [];
}

const firstLine = (text: string): string => text.split(' / ').at(-1) ?? '';

/** The newest words that say it. */
function found(said: readonly string[], pattern: RegExp): string | null {
  return said.map((text) => pattern.exec(text)?.[0]).findLast((hit) => hit !== undefined) ?? null;
}

function quoted(said: readonly string[], pattern: RegExp): string | null {
  return said.findLast((text) => pattern.test(text)) ?? null;
}
