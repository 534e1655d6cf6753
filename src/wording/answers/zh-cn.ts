/** Sentences every account answer may need, in Chinese. */
import { zhFormats as f } from '../formats.js';

export const answers = {
  unavailable: '抱歉，业务系统暂时没有回应，现在查不到准确的数字，我不想给您说错。请稍后再试，或者转人工。',
  unknownNumber: '系统里没有查到您这个号码的资料，请转人工核实一下。',
  onlyYours: (v: { masked: string }) => `我只能看您验证过的 ${v.masked} 的账户，别的号码看不了。要查那个号码，请用它登录，或请机主本人来问。`,
  asOf: (v: { time: string }) => `截至 ${v.time}`,
  row: (v: { name: string; value: string }) => `• ${v.name}：${v.value}`,
  confirmRow: { fee: '费用', starts: '生效', binds: '约束' },
  confirmUntil: (v: { minutes: number; at: number }) => `${v.minutes} 分钟内有效（到 ${f.time(v.at)}），过时不会办理。`,
  changeGone: '这项变更的条件已经变了，没有办理。您可以再试一次，或者转人工。',
  done: (v: { orderId: string }) => `已办好，受理单号 ${v.orderId}。`,
  cancelled: '好的，没有做任何更改。',
  ticketOpened: (v: { id: string; due: string }) => `已登记工单 ${v.id}，最晚 ${v.due} 前给您答复。`,
};
export type AnswerWording = typeof answers;
