/** Cases as a subscriber reads them, in Chinese. */
import { zhFormats as f } from '../formats.js';

export const cases = {
  kind: {
    complaint: '投诉', fault: '故障报修', refund: '退费', 'call-back': '回电', 'privacy-request': '个人信息申请', message: '留言',
  },
  paymentCheck: '缴费核查',
  stage: { received: '已受理', working: '处理中', asked: '等您确认', closed: '已办结' },
  next: {
    answer: (v: { due: number }) => `最晚 ${f.time(v.due)} 前首次答复您`,
    close: (v: { due: number }) => `最晚 ${f.time(v.due)} 前办结`,
    call: (v: { due: number }) => `${f.time(v.due)} 前给您回电`,
    confirm: '请告诉我们是否已经解决',
    done: '您已确认解决',
  },
  opened: (v: { number: string; kind: string; due: string }) => `已登记${v.kind}工单 ${v.number}，${v.due}。您随时可以在「我的进度」里查看。`,
  openedBefore: (v: { number: string; kind: string; due: string }) => `您的${v.kind}工单 ${v.number} 还在办理，${v.due}。您补充的内容我一并记下了。`,
  calledOff: '工单不会自动取消，由处理的同事看过后取消；着急的话请转人工。',
  nothingToCallOff: '这件事现在没有登记着的工单，不会有人上门或核查，不用取消。再有问题随时告诉我。',
  inHand: (v: { number: string; title: string; stage: string; next: string }) => `这件事已经登记，工单 ${v.number}${v.title === '' ? '' : `（${v.title}）`}：${v.stage}，${v.next}。`,
  matter: { payment: '缴费未到账', 'no-signal': '手机没信号', 'slow-data': '上网慢', broadband: '宽带故障' },
  solvedAsk: (v: { number: string; kind: string; text: string }) => `您的${v.kind}工单 ${v.number} 已处理${v.text === '' ? '' : `：${v.text}`}。请问解决了吗？`,
  solvedYes: (v: { number: string }) => `好的，工单 ${v.number} 已按您的确认办结。`,
  solvedNo: (v: { number: string; owner: string | null; due: number }) =>
    `收到，工单 ${v.number} 已重新打开，${v.owner === null ? '我们' : `仍由 ${v.owner} 负责，`}最晚 ${f.time(v.due)} 前给您新的答复。抱歉没有一次办好。`,
  alerts: {
    callDue: (v: { number: string; title: string; at: number; name: string }) => `该回电了（约定 ${f.time(v.at)}）：${v.number} · ${v.title}，由 ${v.name} 负责`,
    callDueOneself: (v: { number: string; title: string; at: number }) => `该您回电了（约定 ${f.time(v.at)}）：${v.number} · ${v.title}`,
    refundWaits: (v: { number: string; name: string; amountFen: number }) => `${v.name} 提出退费 ${f.amount(v.amountFen)}，等另一位审批：${v.number}`,
    refundWaitsOneself: (v: { number: string; amountFen: number }) => `您提出的退费 ${f.amount(v.amountFen)} 要等另一位主管审批：${v.number}`,
    refundRefused: (v: { number: string; name: string; by: string; amountFen: number }) => `${v.by} 没有同意 ${v.name} 提出的退费 ${f.amount(v.amountFen)}：${v.number}`,
    refundRefusedOneself: (v: { number: string; by: string; amountFen: number }) => `${v.by} 没有同意您提出的退费 ${f.amount(v.amountFen)}，请和用户说明：${v.number}`,
    refundStuck: (v: { number: string; amountFen: number }) => `业务系统不受理已同意的退费 ${f.amount(v.amountFen)}：${v.number}。会再试；办不了的请在工单里终止`,
    refundEnded: (v: { number: string; name: string; by: string; amountFen: number }) => `业务系统不受理，${v.by} 终止了 ${v.name} 提出的退费 ${f.amount(v.amountFen)}：${v.number}`,
    refundEndedOneself: (v: { number: string; by: string; amountFen: number }) => `业务系统不受理，${v.by} 终止了您提出的退费 ${f.amount(v.amountFen)}，请和用户说明：${v.number}`,
    caseNear: (v: { number: string; title: string; due: number }) => `工单快到期了，${f.time(v.due)} 前要答复：${v.number} · ${v.title}`,
    caseOverdue: (v: { number: string; title: string; due: number }) => `工单已超时，应在 ${f.time(v.due)} 前答复：${v.number} · ${v.title}`,
    promiseNear: (v: { text: string; due: number; by: string | null }) => `${v.by ?? '小接'} 的承诺快到期了，${f.time(v.due)} 前要兑现：${v.text}`,
    promiseNearOneself: (v: { text: string; due: number }) => `您的承诺快到期了，${f.time(v.due)} 前要兑现：${v.text}`,
    promiseBroken: (v: { text: string; due: number; by: string | null }) => `${v.by ?? '小接'} 的承诺没有兑现，应在 ${f.time(v.due)} 前兑现：${v.text}`,
    promiseBrokenOneself: (v: { text: string; due: number }) => `您的承诺没有兑现，应在 ${f.time(v.due)} 前兑现：${v.text}`,
  },
  solvedGone: '这张工单现在不需要确认了，可以在「我的进度」里查看最新情况。',
  answered: (v: { number: string; text: string }) => `工单 ${v.number} 有新进展：${v.text}`,
  paid: (v: { number: string; amountFen: number; orderId: string }) => `工单 ${v.number}：核实为误收，已按双倍返还 ${f.amount(v.amountFen)}到您的话费账户，受理单号 ${v.orderId}。`,
  refunded: (v: { amountFen: number }) => `核实为误收，已按双倍返还 ${f.amount(v.amountFen)}到您的话费账户`,
  greeting: (v: { kind: string; number: string; stage: string; next: string }) => `您上次的${v.kind}（${v.number}）：${v.stage}，${v.next}。`,
  greetingAsked: (v: { kind: string; number: string }) => `您上次的${v.kind}（${v.number}）已处理，请问解决了吗？`,
  list: (v: { asOf: number; count: number }) => `截至 ${f.time(v.asOf)}，您有 ${v.count} 张工单：`,
  /** `leftMs`: until the deadline in `next`, below 0 once it has passed; null when none runs. */
  item: (v: { number: string; kind: string; stage: string; next: string; leftMs: number | null }) =>
    `• ${v.number} ${v.kind}：${v.stage}，${v.next}${v.leftMs === null ? '' : v.leftMs > 0 ? `（还有 ${f.left(v.leftMs)}）` : '（已经超时，抱歉）'}`,
  title: '我的进度',
  promises: (v: { count: number }) => `答应您、还没办完的事有 ${v.count} 件：`,
  promise: (v: { text: string; by: string | null; due: number; leftMs: number }) =>
    `• 「${v.text}」，${v.by ?? '小接'} 答应的，${v.leftMs > 0 ? `最晚 ${f.time(v.due)}（还有 ${f.left(v.leftMs)}）` : `应在 ${f.time(v.due)} 前办到，已经超时，抱歉`}`,
  promiseName: '答应您的事',
  promiseNote: (v: { text: string; by: string | null }) => `${v.text} · ${v.by ?? '小接'} 答应的`,
  promiseState: { open: '进行中', late: '已超时' },
  yes: '已解决',
  no: '没有解决',
  doubleFound: (v: { month: string; item: string; chargedFen: number; refundFen: number }) =>
    `核对了您的账单：${f.month(v.month)}「${v.item}」确实多收了 ${f.amount(v.chargedFen)}。按收费误差双倍返还，应退您 ${f.amount(v.refundFen)}。`,
  doubleNone: '我核对了您近几个月的账单，没有看到重复扣费；客服会再人工核实一遍。',
};
export type CasesWording = typeof cases;
