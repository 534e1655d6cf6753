/** What is said on outside channels where pages would show buttons, pictures and names. Chinese. */
import { zhFormats as f } from '../formats.js';

export const channels = {
  chooseByNumber: '回复数字即可选择：',
  agentSays: (name: string, text: string) => `【客服 ${name}】${text}`,
  agentUnnamed: '人工',
  leadsTo: (words: string, target: string) => `${words}（${target}）`,
  picture: '[图片]',
  voice: '[语音，没有识别出文字]',
  place: (name: string) => `[位置] ${name}`,
  hello: '你好',
  sources: (titles: string) => `来源：${titles}`,
  file: (name: string) => `[文件] ${name}`,
  fileNotTaken: (name: string) => `[文件，没有收到内容] ${name}`,
  choose: '请选择：',
  video: '[视频]',
  link: (v: { title: string; url: string }) => `[链接] ${v.title} ${v.url}`.trim(),
  visitingCard: '[名片]',
  miniProgram: (title: string) => `[小程序] ${title}`.trim(),
  unseen: '[一条这里看不到内容的消息]',
  notReached: { unknown: '微信没有说明原因', expired: '距用户上次说话已超过 48 小时', ended: '会话已结束', 'too-many': '用户回复前最多只能发 5 条', refused: '用户拒收' },
  /** The first words, which say that it is an AI: nobody is to find that out later. */
  greeting: '您好，我是接棒通信的 AI 助手小接。查话费、流量、账单，办业务、报故障，都可以直接说；随时可以转人工。AI 的回答可能有误，涉及账户的数字以账单为准。请勿发送密码。',
  person: '转人工',
  privateOnly: '为了保护您的账户信息，我只在一对一的对话里服务，请私下发消息给我。',
  inLine: (v: { position: number; low: number | null; high: number | null }) =>
    v.low === null || v.high === null ? `您排在第 ${v.position} 位。` : `您排在第 ${v.position} 位，预计等待 ${waitOf(v.low, v.high)}。`,
  survey: '这次服务您满意吗？请选 1 到 5 分，5 分最满意。',
  surveyByNumber: '这次服务您满意吗？请回复数字 1 到 5，5 分最满意。',
  surveyOver: '这次服务的评价已经截止，谢谢您。',
  surveyThanks: '感谢您的评价！',
  stars: ['很不满意', '不满意', '一般', '满意', '很满意'],
  submit: '提交',
  card: {
    asOf: (at: number) => `截至 ${f.time(at)}`,
    balance: '账户余额',
    owed: '欠费',
    credit: '信用额度',
    expires: '有效期至',
    lastTopUp: '最近充值',
    topUp: (fen: number, at: number) => `${f.amount(fen)}（${f.time(at)}）`,
    usageData: '流量使用',
    usageVoice: '通话使用',
    left: (v: { left: string; total: string; resets: string }) => `剩余 ${v.left} / 共 ${v.total}，${v.resets}重置`,
    used: (used: string) => `已用 ${used}`,
    bill: (month: string) => `${month}账单`,
    total: '合计',
    paid: '已缴清',
    unpaid: (day: string) => `待缴，${day}前缴清`,
    state: '状态',
    change: (month: string, previous: string) => `${month}与${previous}对比`,
    monthly: (amount: string, average: string) => `${amount}/月，按近期用量平均每月 ${average}`,
    undo: (how: string) => `如需撤销：${how}`,
  },
};

export type ChannelWording = typeof channels;

function waitOf(low: number, high: number): string {
  const [from, to] = [Math.max(1, Math.round(low / 60)), Math.max(1, Math.ceil(high / 60))];
  return from === to ? `约 ${to} 分钟` : `${from}–${to} 分钟`;
}
