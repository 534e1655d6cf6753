/** Routine questions in free words, each with what a right answer says; which wording a subscriber uses changes from one to the next. */
import type { WireLocale } from '../../src/protocol/chat.js';
import { balanceTruth, billTruth, explanationTruth, extrasTruth, monthName, paymentsTruth, planTruth, pointsTruth, usageTruth } from './account-truth.js';
import type { Account, Truth } from './account-truth.js';

export interface AskedQuestion {
  readonly text: string;
  readonly truth: Truth;
}

interface Wordings {
  readonly balance: readonly string[];
  readonly data: readonly string[];
  readonly voice: readonly string[];
  readonly plan: readonly string[];
  readonly extras: readonly string[];
  readonly points: readonly string[];
  readonly payments: readonly string[];
  /** The newest bill first; the named month otherwise. */
  readonly newestBill: readonly string[];
  readonly billOf: readonly ((month: string) => string)[];
  readonly why: readonly string[];
}

const WORDINGS: Readonly<Record<WireLocale, Wordings>> = {
  'zh-CN': {
    balance: ['我还有多少话费', '余额多少', '帮我看看卡里还剩多少钱', '话费余额', '查下余额', '我手机里还有几块钱'],
    data: ['流量还剩多少', '这个月用了多少流量', '我的流量够不够用，还有多少', '查流量', '还有几个G'],
    voice: ['通话分钟还剩多少', '这个月打了多少分钟电话', '语音还剩多少分钟', '套餐里的通话时长还剩多久'],
    plan: ['我现在用的是什么套餐', '我是什么套餐', '查询当前套餐', '看下我的套餐内容'],
    extras: ['我订了哪些增值业务', '我开通了什么业务', '查一下我订购的增值业务'],
    points: ['我有多少积分', '积分查询', '看看我的积分还有多少'],
    payments: ['充值记录', '我最近充了多少钱', '查一下我最近的充值记录', '最近几次缴费的记录给我看看'],
    newestBill: ['上个月账单', '查一下上个月的账单', '上月账单明细'],
    billOf: [(month) => `${month}账单`, (month) => `查${month}的账单`, (month) => `${month}份的账单明细`],
    why: ['为什么多了', '怎么多了', '怎么贵了这么多', '多在哪里', '比前一个月多了什么', '跟前一个月比差在哪'],
  },
  en: {
    balance: ['how much money is left on my phone?', "what's my balance", 'check my balance please', 'how much credit do I have left'],
    data: ['how much data do I have left', 'how much data have I used this month', 'check my data usage'],
    voice: ['how many minutes do I have left', 'how many call minutes have I used', 'check my remaining minutes'],
    plan: ['which plan am I on?', 'what is my current plan', 'show me my plan'],
    extras: ['what extras am I subscribed to?', 'which add-ons do I have', 'show my subscribed extras'],
    points: ['how many points do I have?', 'check my points', 'my points balance'],
    payments: ['show my recent payments', 'show my last top ups', 'my payment history', 'list my last payments'],
    newestBill: ["last month's bill", "show me last month's bill", 'my bill for last month'],
    billOf: [(month) => `bill for ${month}`, (month) => `show me the ${month} bill`, (month) => `what was I charged in ${month}`, (month) => `my bill for ${month}`],
    why: ['why was it higher?', 'why did it go up?', 'why is it more?', 'what changed?', 'compare with the month before'],
  },
};

/** All routine questions of one conversation, in an order in which a person might ask them. */
export function questionsFor(account: Account, locale: WireLocale, turn: number): AskedQuestion[] {
  const words = WORDINGS[locale];
  const pick = <Wording>(wordings: readonly Wording[], step = 0): Wording => wordings[(turn + step) % wordings.length] as Wording;
  const bills = account.bills.flatMap((bill, index) => {
    const text = index === 0 ? pick(words.newestBill) : pick(words.billOf, index)(monthName(bill.month, locale));
    return [{ text, truth: billTruth(account, bill, locale) }, { text: pick(words.why, index), truth: explanationTruth(account, bill, locale) }];
  });
  return [
    { text: pick(words.balance), truth: balanceTruth(account, locale) },
    { text: pick(words.data), truth: usageTruth(account, 'data', locale) },
    { text: pick(words.voice), truth: usageTruth(account, 'voice', locale) },
    ...bills,
    { text: pick(words.plan), truth: planTruth(account, locale) },
    { text: pick(words.extras), truth: extrasTruth(account, locale) },
    { text: pick(words.points), truth: pointsTruth(account) },
    { text: pick(words.payments), truth: paymentsTruth(account, locale) },
  ];
}
