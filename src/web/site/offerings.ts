/** What the home page shows of the operator's plans and articles. */
import type { WireLocale } from '../../protocol/chat.js';

export interface PlanOffer {
  readonly name: Readonly<Record<WireLocale, string>>;
  readonly monthlyYuan: number;
  readonly dataGb: number;
  readonly minutes: number;
  readonly sms: number;
  readonly broadbandMbps?: number;
  readonly note?: Readonly<Record<WireLocale, string>>;
}

const plan = (zh: string, en: string, figures: readonly [number, number, number, number]): PlanOffer => {
  const [monthlyYuan, dataGb, minutes, sms] = figures;
  return { name: { 'zh-CN': zh, en }, monthlyYuan, dataGb, minutes, sms };
};

export const FEATURED_PLANS: readonly PlanOffer[] = [
  plan('畅享39', 'Smooth 39', [39, 20, 200, 50]),
  plan('畅享59', 'Smooth 59', [59, 40, 300, 100]),
  plan('5G畅行99', '5G Go 99', [99, 80, 500, 100]),
  { ...plan('融合家169', 'Home 169', [169, 150, 1000, 200]), broadbandMbps: 500 },
];

export const OTHER_PLANS: readonly PlanOffer[] = [
  plan('轻享19', 'Lite 19', [19, 5, 100, 0]),
  { ...plan('银龄29', 'Senior 29', [29, 10, 300, 50]), note: { 'zh-CN': '60 岁及以上', en: '60 and older' } },
  { ...plan('校园36', 'Campus 36', [36, 60, 100, 0]), note: { 'zh-CN': '在校学生', en: 'Students' } },
  plan('5G畅行129', '5G Go 129', [129, 120, 800, 200]),
  plan('5G尊享199', '5G Prime 199', [199, 200, 1500, 300]),
  { ...plan('商务259', 'Business 259', [259, 300, 2000, 500]), note: { 'zh-CN': '企业客户', en: 'Companies' } },
];

/** Ids in `knowledge-base/`, four groups in the order of the page's headings; a test holds them to the articles there are. */
export const HELP_ARTICLES: readonly (readonly { readonly id: string; readonly title: Readonly<Record<WireLocale, string>> }[])[] = [
  [
    { id: 'recharge-ways', title: { 'zh-CN': '充值有哪些方式', en: 'Ways to top up' } },
    { id: 'bill-cycle-and-due-date', title: { 'zh-CN': '账单何时出、何时交', en: 'When bills come and fall due' } },
    { id: 'invoice-electronic', title: { 'zh-CN': '开电子发票', en: 'Electronic invoices' } },
    { id: 'arrears-and-restoration', title: { 'zh-CN': '欠费停机和复机', en: 'Suspension and restoration' } },
  ],
  [
    { id: 'plan-overview', title: { 'zh-CN': '套餐一览', en: 'All plans at a glance' } },
    { id: 'plan-change-rules', title: { 'zh-CN': '换套餐的规则', en: 'Rules for changing plans' } },
    { id: 'overage-rules', title: { 'zh-CN': '超出后怎么收费', en: 'Charges beyond the allowance' } },
    { id: 'data-pack-rules', title: { 'zh-CN': '流量包怎么用', en: 'How data packs work' } },
  ],
  [
    { id: 'no-signal-steps', title: { 'zh-CN': '没信号怎么办', en: 'No signal: what to try' } },
    { id: 'slow-data-reasons', title: { 'zh-CN': '上网慢的原因', en: 'Why data is slow' } },
    { id: 'broadband-fault-steps', title: { 'zh-CN': '宽带断了先试这几步', en: 'Broadband down: first steps' } },
    { id: 'roaming-before-you-go', title: { 'zh-CN': '出国前要做的事', en: 'Before you travel' } },
  ],
  [
    { id: 'sim-lost-what-to-do', title: { 'zh-CN': '手机或卡丢了', en: 'Lost phone or SIM' } },
    { id: 'fraud-first-steps', title: { 'zh-CN': '疑似被骗先做什么', en: 'Suspect fraud? First steps' } },
    { id: 'points-rules', title: { 'zh-CN': '积分怎么来怎么用', en: 'Earning and using points' } },
    { id: 'elder-services', title: { 'zh-CN': '长辈专属服务', en: 'Services for elders' } },
  ],
];
