/** Canned answers of the stand-in server: one for each card and form the pages can draw. */
import type { WireMessage } from '../../src/protocol/chat.js';

type Draft = Partial<WireMessage> & { readonly text: string };

const TREND = [
  { month: '2026-05', totalFen: 5900 },
  { month: '2026-06', totalFen: 5900 },
  { month: '2026-07', totalFen: 6235 },
  { month: '2026-08', totalFen: 5900 },
  { month: '2026-09', totalFen: 6400 },
  { month: '2026-10', totalFen: 12860 },
];

/** `said`: text, or the id of the pressed button. */
export function fakeAnswers(said: string, locale: 'zh-CN' | 'en', now: number): readonly Draft[] {
  return locale === 'zh-CN' ? chinese(said, now) : english(said, now);
}

function chinese(said: string, asOf: number): readonly Draft[] {
  if (/余额/.test(said)) {
    return [{ text: '您的账户余额是 ¥23.45。', card: { type: 'balance', asOf, balanceFen: 2345, creditFen: 5000, owedFen: 0, expiresOn: '2027-03-31', lastTopUp: { amountFen: 5000, at: asOf - 86_400_000 * 6 } } }];
  }
  if (/流量/.test(said)) {
    return [{
      text: '这个月国内流量还剩 3.2 GB，按现在的用法大约月底前两天用完。',
      card: { type: 'usage', asOf, measure: 'data', buckets: [
        { name: '畅享59 套内流量', scope: 'domestic', unit: 'MB', total: 40960, used: 37683, left: 3277, resetsOn: '2026-12-01' },
        { name: '5GB月包', scope: 'domestic', unit: 'MB', total: 5120, used: 5120, left: 0, resetsOn: '2026-12-01' },
        { name: '港澳台日包', scope: 'roaming', unit: 'MB', total: 2048, used: 310, left: 1738, resetsOn: '2026-11-23' },
      ] },
      buttons: [{ id: 'say', label: '加个流量包', value: '办理流量包' }, { id: 'say2', label: '哪些应用用得多', value: '哪些应用用得多' }],
    }];
  }
  if (/为什么/.test(said)) {
    return [{ text: '10 月账单比 9 月多了 ¥64.60，主要是国际漫游流量和新开的视频会员。', card: { type: 'bill-change', asOf, month: '2026-10', previousMonth: '2026-09', totalFen: 12860, previousTotalFen: 6400, trend: TREND, changes: [
      { name: '国际漫游流量', beforeFen: 0, afterFen: 4960, reason: '10 月 3 日在日本使用 49.6 MB，未订漫游包' },
      { name: '视频会员', beforeFen: 0, afterFen: 1500, reason: '9 月 28 日开通' },
      { name: '来电提醒', beforeFen: 300, afterFen: 300, reason: '没有变化' },
    ] } }];
  }
  if (/账单/.test(said)) {
    return [{ text: '您 10 月的账单一共 ¥128.60。', card: { type: 'bill', asOf, month: '2026-10', totalFen: 12860, dueOn: '2026-11-20', isPaid: false, trend: TREND, items: [
      { name: '畅享59 月费', amountFen: 5900 }, { name: '国际漫游流量 49.6 MB', amountFen: 4960 }, { name: '视频会员', amountFen: 1500 }, { name: '来电提醒', amountFen: 300 }, { name: '短信 2 条', amountFen: 200 },
    ] }, buttons: [{ id: 'why', label: '为什么多了', value: '为什么多了' }, { id: 'prev', label: '再上个月', value: '再上个月账单' }] }];
  }
  if (/套餐/.test(said)) {
    return [{ text: '按您最近三个月的用量，换成 5G畅行99 平均每月能省 ¥7.20。', card: { type: 'comparison', asOf, title: '套餐对比', options: [
      { id: 'a', name: '畅享59（现用）', monthlyFen: 5900, averageFen: 10620, notes: ['超出流量平均每月 ¥42.20'] },
      { id: 'b', name: '5G畅行99', monthlyFen: 9900, averageFen: 9900, notes: ['80 GB、500 分钟，近三个月都够用'] },
    ] }, buttons: [{ id: 'confirm-demo', label: '换成 5G畅行99' }, { id: 'handoff', label: '转人工' }] }];
  }
  if (said === 'confirm-demo') {
    return [{ text: '请确认：下月 1 日起换成 5G畅行99。', card: { type: 'confirm', token: 't1', title: '更换套餐', undo: '生效前可随时在这里取消', rows: [{ name: '现在', value: '畅享59 · ¥59/月' }, { name: '换成', value: '5G畅行99 · ¥99/月' }, { name: '生效', value: '2026年12月1日' }] }, buttons: [{ id: 'confirm', label: '确认更换' }, { id: 'cancel', label: '先不换' }] }];
  }
  if (/积分/.test(said)) {
    return [{ text: '您现在有 1,286 积分。', card: { type: 'facts', asOf, title: '积分', rows: [{ name: '可用积分', value: '1,286' }, { name: '将到期', value: '320', note: '2026年12月31日到期' }, { name: '本月新增', value: '59' }] } }];
  }
  if (/登录|验证/.test(said)) {
    return [{ kind: 'form', text: '查账户前先确认是您本人，请输入手机号码。', card: { type: 'form', form: 'verify.number', label: '手机号码' }, buttons: [{ id: 'verify.cancel', label: '先不验证' }] }];
  }
  if (said === 'verify.number') {
    return [{ kind: 'form', text: '验证码已发到 138****0001，5 分钟内有效。', card: { type: 'form', form: 'verify.code', label: '短信验证码', resendAfterSeconds: 60 }, buttons: [{ id: 'verify.resend', label: '重新发送' }, { id: 'verify.other', label: '换个号码' }] }];
  }
  return [{ text: '充值有三种办法：\n\n1. **接棒 App**：首页「充值」，10–500 元，10 分钟内到账\n2. 接棒营业厅柜台\n3. 银行代扣，[怎么开通](kb:auto-pay-setup)\n\n到账后会收到短信。', citations: [{ articleId: 'recharge-ways', title: '怎样充值', href: '/kb/recharge-ways?locale=zh-CN' }], ai: true }];
}

function english(said: string, asOf: number): readonly Draft[] {
  if (/balance/i.test(said)) {
    return [{ text: 'Your balance is ¥23.45.', card: { type: 'balance', asOf, balanceFen: 2345, creditFen: 0, owedFen: 0, expiresOn: '2027-03-31', lastTopUp: { amountFen: 5000, at: asOf - 86_400_000 * 6 } } }];
  }
  if (/bill/i.test(said)) {
    return [{ text: 'Your October bill comes to ¥128.60.', card: { type: 'bill', asOf, month: '2026-10', totalFen: 12860, dueOn: '2026-11-20', isPaid: true, trend: TREND, items: [{ name: 'Smooth 59 monthly fee', amountFen: 5900 }, { name: 'International roaming data 49.6 MB', amountFen: 4960 }, { name: 'Video membership', amountFen: 1500 }, { name: 'Missed-call alerts', amountFen: 300 }, { name: 'SMS, 2', amountFen: 200 }] } }];
  }
  return [{ text: 'You can top up in the **Jiebang app**, at a store, or by direct debit. It arrives within 10 minutes.', citations: [{ articleId: 'recharge-ways', title: 'Ways to top up', href: '/kb/recharge-ways?locale=en' }] }];
}
