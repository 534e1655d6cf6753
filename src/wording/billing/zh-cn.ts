/** Balance, bills, payments, arrears and points, in Chinese. */
import { zhFormats as f } from '../formats.js';

const UNITS: Readonly<Record<string, string>> = { GB: 'GB', MB: 'MB', min: '分钟', sms: '条', day: '天', card: '张' };
const WAYS: Readonly<Record<string, string>> = { app: 'App', wechat: '微信', alipay: '支付宝', bank: '银行', store: '营业厅', auto: '自动缴费', refund: '退费返还' };
const STATES: Readonly<Record<string, string>> = { arrived: '已到账', pending: '处理中', failed: '未成功' };

export const billing = {
  /** Between two sentences of one line. */
  space: '',
  quantity: (v: { amount: number; unit: string }) => `${v.amount} ${UNITS[v.unit] ?? v.unit}`,
  way: (way: string) => WAYS[way] ?? way,
  paymentState: (state: string) => STATES[state] ?? state,

  balance: (v: { asOf: number; balanceFen: number; creditFen: number }) =>
    `截至 ${f.time(v.asOf)}，您的话费余额是 ${f.amount(v.balanceFen)}${v.creditFen > 0 ? `，信用额度 ${f.amount(v.creditFen)}` : ''}。`,
  balanceExpires: (v: { on: string | null }) => (v.on === null ? '余额长期有效。' : `余额有效期到 ${f.date(v.on)}。`),
  balanceLasts: (v: { month: string; totalFen: number; balanceFen: number; owedFen: number; on: string }) => {
    const covers = (fen: number, enough: string): string => (v.balanceFen >= fen ? enough : `还差 ${f.amount(fen - v.balanceFen)}`);
    const owed = v.owedFen === 0 ? '' : `已过缴费期限的 ${f.amount(v.owedFen)}要先缴清，余额${covers(v.owedFen, '够付')}。`;
    return `${owed}本期账单 ${f.shortDate(v.on)}出，现在还不知道是多少。照上一期（${f.shortMonth(v.month)}）的 ${f.amount(v.totalFen)}来算，${v.owedFen === 0 ? '余额' : '连同欠费，余额'}${covers(v.owedFen + v.totalFen, '够付')}。`;
  },
  owed: (v: { owedFen: number }) => `另外有 ${f.amount(v.owedFen)}账单已过缴费期限还没缴清。`,
  lastTopUp: (v: { amountFen: number; at: number }) => `最近一次缴费：${f.time(v.at)}，${f.amount(v.amountFen)}。`,
  pendingTopUp: (v: { amountFen: number; at: number }) => `还有一笔 ${f.time(v.at)} 的 ${f.amount(v.amountFen)}正在处理，尚未到账。`,

  monthPicked: (v: { month: string; totalFen: number; count: number; isLeast: boolean }) => `最近 ${v.count} 个月的账单里，${v.isLeast ? '最少' : '最多'}的是 ${f.month(v.month)}，${f.amount(v.totalFen)}。`,
  billTotal: (v: { month: string; asOf: number; totalFen: number }) =>
    `${f.month(v.month)}账单（截至 ${f.time(v.asOf)}）合计 ${f.amount(v.totalFen)}，其中：`,
  billItem: (v: { name: string; quantity: string | null; amountFen: number }) =>
    `• ${v.name}${v.quantity === null ? '' : `（${v.quantity}）`}：${f.amount(v.amountFen)}`,
  itemPicked: (v: { name: string; amountFen: number; isLeast: boolean }) => `最${v.isLeast ? '小' : '大'}的一项是「${v.name}」，${f.amount(v.amountFen)}。`,
  billPaid: (v: { issuedOn: string; dueOn: string }) => `${f.shortDate(v.issuedOn)}出账，缴费截止 ${f.shortDate(v.dueOn)}，已缴清。`,
  billDue: (v: { unpaidFen: number; dueOn: string }) => `还需缴 ${f.amount(v.unpaidFen)}，请在 ${f.shortDate(v.dueOn)}前缴清。`,
  billOverdue: (v: { unpaidFen: number; dueOn: string }) => `还有 ${f.amount(v.unpaidFen)}没有缴清，缴费截止日 ${f.shortDate(v.dueOn)}已经过了。`,
  trend: (v: { months: readonly { month: string; totalFen: number }[] }) =>
    `最近 ${v.months.length} 个月：${v.months.map(({ month, totalFen }) => `${f.shortMonth(month)} ${f.amount(totalFen)}`).join('，')}。`,
  /** Of the months named by the first and the last of them; the mean is rounded to the fen. */
  sumOfOne: (v: { asOf: number; month: string; totalFen: number }) => `${f.month(v.month)}一期，合计 ${f.amount(v.totalFen)}。${readAt(v)}`,
  sum: (v: { asOf: number; first: string; last: string; count: number; totalFen: number; eachFen: number }) =>
    `${f.month(v.first)}到${f.month(v.last)} ${v.count} 个月的账单合计 ${f.amount(v.totalFen)}，平均每月 ${f.amount(v.eachFen)}。${readAt(v)}`,
  eachMonth: (v: { months: readonly { month: string; totalFen: number }[] }) => `其中：${v.months.map(({ month, totalFen }) => `${f.shortMonth(month)} ${f.amount(totalFen)}`).join('，')}。`,
  sumOfKept: (v: { first: string; last: string }) => `${f.month(v.first)}到${f.month(v.last)}里，能查到账单的是下面这几个月。`,
  sumTitle: (v: { count: number }) => `${v.count} 个月合计`,
  sumTotal: '合计',
  sumEach: '平均每月',
  doubled: (v: { name: string; times: number }) => `注意：「${v.name}」在这一期扣了 ${v.times} 次，可能是重复扣费，可以申请退费。`,
  notIssued: (v: { month: string; on: string | null }) => (v.on === null ? `${f.month(v.month)}的账单还没有出。` : `${f.month(v.month)}的账单要到 ${f.date(v.on)}才出。`),
  tooOld: (v: { month: string; oldest: string; newest: string }) =>
    `${f.month(v.month)}的账单这里查不到。目前能查 ${f.month(v.oldest)}到${f.month(v.newest)}的账单，您想看哪个月？`,
  tooOldYear: (v: { year: string; oldest: string; newest: string }) => `${v.year}年的账单这里查不到。目前能查 ${f.month(v.oldest)}到${f.month(v.newest)}的账单，您想看哪个月？`,
  latestInstead: (v: { asOf: number; month: string; totalFen: number }) => `最近一期是${f.month(v.month)}，合计 ${f.amount(v.totalFen)}。${readAt(v)}`,
  noBills: '您的号码还没有出过账单，第一期会在下个月 1 日出。',

  changeUp: (v: Change) => `${compare(v)}，多了 ${f.amount(v.totalFen - v.previousTotalFen)}。${readAt(v)}原因：`,
  changeDown: (v: Change) => `${compare(v)}，少了 ${f.amount(v.previousTotalFen - v.totalFen)}。${readAt(v)}变化：`,
  changeNone: (v: Change) => `${compare(v)}，总额没有变化。${readAt(v)}`,
  changeLine: (v: { name: string; beforeFen: number; afterFen: number; reason: string }) =>
    `• ${v.name}：${f.amount(v.beforeFen)} → ${f.amount(v.afterFen)}（${f.difference(v.afterFen - v.beforeFen)}），${v.reason}`,
  noPrevious: (v: { asOf: number; month: string; totalFen: number }) =>
    `${f.month(v.month)}账单合计 ${f.amount(v.totalFen)}。${readAt(v)}再往前一个月没有账单可比，所以看不出变化。`,
  reason: {
    overData: (v: { usedMb: number; gb: number }) => `当月用了 ${f.data(v.usedMb)} 流量，超出套餐，按 ${v.gb} GB 计费`,
    overVoice: (v: { usedMinutes: number; minutes: number }) => `当月打了 ${f.minutes(v.usedMinutes)}，超出套餐 ${f.minutes(v.minutes)}`,
    overSms: (v: { usedCount: number; count: number }) => `当月发了 ${f.messages(v.usedCount)}短信，超出套餐 ${f.messages(v.count)}`,
    overBeyond: (v: { amount: number; unit: string }) => `当月超出套餐，按 ${v.amount} ${v.unit === 'sms' ? '条短信' : v.unit === 'min' ? '分钟' : v.unit} 计费`,
    overGone: '这个月没有超出套餐',
    roamingMb: (v: { mb: number }) => `在境外没订漫游包，用了 ${v.mb} MB 流量，按 MB 计费`,
    roamingDays: (v: { days: number }) => `出境用了 ${v.days} 天漫游包`,
    roamingGone: '这个月没有出境漫游',
    extraDoubled: (v: { times: number }) => `同一个月扣了 ${v.times} 次，可能是重复扣费`,
    extraOnce: '上个月重复扣费，这个月恢复正常',
    extraNew: (v: { since: string }) => `${f.shortDate(v.since)}新订`,
    extraTrialOver: '免费试用期结束，开始收费',
    extraAdded: '这个月新增',
    extraGone: '已经退订',
    packAdded: '这个月加订的',
    packGone: '这个月没有再订',
    discountOver: '优惠期结束',
    discountNew: '开始享受优惠',
    planChanged: (v: { from: string; to: string }) => `套餐由「${v.from}」换成「${v.to}」`,
    planPaused: '停机保号期间不收套餐月费',
    planBack: '恢复收取套餐月费',
    other: (v: { isMore: boolean }): string => (v.isMore ? '费用增加' : '费用减少'),
    pause: '停机保号期间每月收取',
  },
  /** One step further into one item of a bill. */
  cause: {
    item: (v: { name: string; fen: number; isFirst: boolean }) =>
      `${v.isFirst ? (v.fen > 0 ? '涨得最多的是' : '变化最大的是') : ''}「${v.name}」，${v.fen > 0 ? '多了' : '少了'} ${f.amount(Math.abs(v.fen))}：`,
    usedData: (v: CauseUse) => `• ${f.shortMonth(v.month)}用了 ${f.data(v.used)} 国内流量${against(v, f.data)}`,
    usedVoice: (v: CauseUse) => `• ${f.shortMonth(v.month)}打了 ${f.minutes(v.used)}国内通话${against(v, f.minutes)}`,
    usedSms: (v: CauseUse) => `• ${f.shortMonth(v.month)}发了 ${f.messages(v.used)}国内短信${against(v, f.messages)}`,
    included: (v: { plan: string; volumes: string }) => `• 「${v.plan}」每月含 ${v.volumes}`,
    charged: (v: { quantity: string; unit: string; eachFen: number; totalFen: number }) => `• 超出的按 ${v.quantity}${/[A-Z]$/.test(v.quantity) ? ' ' : ''}计费，每${eachUnit(v.unit)} ${f.amount(v.eachFen)}，共 ${f.amount(v.totalFen)}`,
    roaming: (v: { month: string; days: number; mb: number; eachFen: number }) =>
      `• ${f.shortMonth(v.month)}在境外 ${v.days} 天用了 ${v.mb} MB 流量，没有漫游包可以抵，每 MB 收 ${f.amount(v.eachFen)}`,
    roamingPass: (v: { fromFen: number }) => `• 先订漫游日包的话，每天 ${f.amount(v.fromFen)}起，下次出境前可以先订`,
    roamingDays: (v: { days: number; eachFen: number }) => `• 在境外用了 ${v.days} 天漫游日包，每天 ${f.amount(v.eachFen)}`,
    extraDoubled: (v: { month: string; times: number; held: number; since: string; priceFen: number }) =>
      `• 订购记录里只有 ${v.held} 份（${f.date(v.since)}订，每月 ${f.amount(v.priceFen)}），${f.shortMonth(v.month)}却扣了 ${v.times} 次\n• 多扣的可以申请退费`,
    extraTrial: (v: { since: string; month: string; priceFen: number }) => `• 是 ${f.date(v.since)}订的，先是免费试用，从${f.shortMonth(v.month)}起每月收 ${f.amount(v.priceFen)}\n• 不退订就会每月续费`,
    extraNew: (v: { since: string; priceFen: number }) => `• 是 ${f.date(v.since)}订的，每月 ${f.amount(v.priceFen)}\n• 不退订就会每月续费`,
    plan: (v: { from: string; fromFen: number; to: string; toFen: number; since: string | null }) =>
      `• 原来是「${v.from}」${f.amount(v.fromFen)}，现在是「${v.to}」${f.amount(v.toFen)}${v.since === null ? '' : `，从 ${f.date(v.since)}起换的`}`,
    pack: (v: { name: string; amountFen: number }) => `• 订了「${v.name}」，${f.amount(v.amountFen)}`,
    other: (v: { reason: string }) => `• ${v.reason}`,
    byMonth: '账单只记到整月，没有记是哪一天、用在了哪里。',
    callsByDay: '账单只记到整月；每一通电话可以在通话详单里看。',
    noMore: '账上能看到的原因就到这里，再细的没有记，我不乱猜。觉得不对的话可以转人工，由同事核对。',
    unchanged: '您问的这一项，两期账单没有变化。',
    noChange: '两期账单没有差别，没有可以再往下查的。',
  },

  paymentsTitle: '最近的缴费记录',
  payments: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，最近的缴费记录：`,
  paymentLine: (v: { at: number; amountFen: number; way: string; state: string }) =>
    `• ${f.time(v.at)} ${v.way} ${f.amount(v.amountFen)}，${v.state}`,
  paidInMonth: (v: { month: string; count: number; amountFen: number }) =>
    v.count === 0 ? `${f.month(v.month)}还没有到账的缴费。` : `${f.month(v.month)}一共缴过 ${v.count} 次，合计 ${f.amount(v.amountFen)}。`,
  noPayments: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，系统里没有您的缴费记录。`,
  stillPending: (v: { at: number; amountFen: number }) =>
    `您 ${f.time(v.at)} 的 ${f.amount(v.amountFen)}还在处理中，已经超过正常的 10 分钟。我可以登记一张核查工单。`,
  justPending: (v: { at: number; amountFen: number }) => `您 ${f.time(v.at)} 的 ${f.amount(v.amountFen)}正在处理，一般 10 分钟内到账。`,
  /** Of the payments shown, the one that was asked for. */
  paymentLast: (v: { at: number; amountFen: number }) => `最近一次是 ${f.time(v.at)}的 ${f.amount(v.amountFen)}。`,
  paymentMost: (v: { at: number; amountFen: number }) => `其中最大的一笔是 ${f.time(v.at)}的 ${f.amount(v.amountFen)}。`,
  paymentLeast: (v: { at: number; amountFen: number }) => `其中最小的一笔是 ${f.time(v.at)}的 ${f.amount(v.amountFen)}。`,
  autoPaid: (v: { at: number; amountFen: number }) => `您最近一次自动缴费是 ${f.time(v.at)}，${f.amount(v.amountFen)}。现在是不是还开着，以 App「充值－自动缴费」里显示的为准，要改要关也在那里。`,
  autoPaidNone: '最近的缴费里没有一笔是自动缴费。现在是不是开着，以 App「充值－自动缴费」里显示的为准，在那里也可以开通。',
  noneOfSum: (v: { fen: number; on: string | null }) => (v.on === null ? `最近没有看到 ${f.amount(v.fen)}的缴费记录。` : `${f.date(v.on)}没有看到 ${f.amount(v.fen)}的缴费记录。`),
  noneByWay: (v: { way: string }) => `最近没有看到${v.way}的缴费记录。`,
  notThrough: (v: { at: number; amountFen: number }) => `您 ${f.time(v.at)} 的 ${f.amount(v.amountFen)}没有支付成功，没有入账。如果钱已经扣了，可以登记核查工单。`,
  allArrived: '这些里没有未到账的。如果您那笔不在其中，请先确认付款状态和充值号码；确认无误可以登记核查工单。',
  balanceShort: (v: { balanceFen: number }) => `目前话费余额 ${f.amount(v.balanceFen)}。`,

  status: {
    active: '号码状态正常，没有停机。',
    'outgoing-suspended': '号码因欠费已停止呼出、短信和上网，还可以接听。',
    suspended: '号码因欠费已双向停机，呼出接听都停了。',
    'lost-suspended': '号码是挂失停机，不是欠费。',
    paused: '号码办了停机保号，不是欠费停机。',
  },
  unpaidTitle: '未缴清的账单',
  arrearsOwed: (v: { asOf: number; owedFen: number }) => `截至 ${f.time(v.asOf)}，您有 ${f.amount(v.owedFen)}逾期没缴。`,
  arrearsNone: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，您没有逾期欠费。`,
  topUpOwed: (v: { addFen: number; shortFen: number }) => (v.shortFen === 0 ? `交 ${f.amount(v.addFen)}够缴清。` : `交 ${f.amount(v.addFen)}还不够缴清，差 ${f.amount(v.shortFen)}。`),
  topUpAfter: (v: { addFen: number; balanceFen: number; afterFen: number }) => `现在余额 ${f.amount(v.balanceFen)}，充 ${f.amount(v.addFen)}后是 ${f.amount(v.afterFen)}。`,
  arrearsBill: (v: { month: string; unpaidFen: number; dueOn: string }) =>
    `• ${f.month(v.month)}账单：还差 ${f.amount(v.unpaidFen)}，缴费截止 ${f.date(v.dueOn)}`,
  arrearsFirst: '不能先开机后交钱：欠费缴清后系统才会复机，只缴一部分也不会复机。一时有困难的话请转人工，由同事看看还有什么办法。',
  arrearsRestore: (v: { owedFen: number }) => `缴清 ${f.amount(v.owedFen)}后自动复机，一般 10 分钟内恢复，不用申请，也不收复机费。`,

  points: (v: { asOf: number; total: number }) => `截至 ${f.time(v.asOf)}，您有 ${v.total} 积分。`,
  pointsExpiring: (v: { points: number; on: string }) => `其中 ${v.points} 分在 ${f.date(v.on)}到期，可以在 App「积分商城」里兑换。`,
  pointsNoneExpiring: '今年没有要到期的积分。',
  pointsTitle: '积分',
  pointsTotal: '积分总数',
  pointsExpiringRow: (v: { on: string }) => `${f.date(v.on)}到期`,
  pointsUnit: (v: { points: number }) => `${v.points} 分`,
};
export type BillingWording = typeof billing;

interface CauseUse {
  readonly month: string;
  readonly used: number;
  readonly previousMonth: string;
  /** Null where the earlier bill does not say. */
  readonly before: number | null;
}

function against(v: CauseUse, said: (amount: number) => string): string {
  return v.before === null ? '' : `，${f.shortMonth(v.previousMonth)}是 ${said(v.before)}`;
}

const eachUnit = (unit: string): string => (unit === 'GB' || unit === 'MB' ? ` ${unit}` : (UNITS[unit] ?? unit));

interface Change {
  readonly month: string;
  readonly previousMonth: string;
  readonly totalFen: number;
  readonly previousTotalFen: number;
  readonly asOf: number;
}

function compare(v: Change): string {
  return `${f.month(v.month)}账单 ${f.amount(v.totalFen)}，${f.month(v.previousMonth)} ${f.amount(v.previousTotalFen)}`;
}

function readAt(v: { readonly asOf: number }): string {
  return `（截至 ${f.time(v.asOf)}）`;
}
