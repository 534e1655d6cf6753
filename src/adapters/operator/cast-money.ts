/** The first ten of the cast: ordinary accounts, arrears, quota, bill shocks, contract, a double charge, a broadband fault. */
import type { Localised } from '../../domain/locale.js';
import type { Script } from './script.js';

const both = (zh: string, en: string): Localised => ({ 'zh-CN': zh, en });

export const CAST_MONEY: readonly Script[] = [
  {
    msisdn: '13800000001', name: '王小明', city: '杭州', region: '杭州-西湖', tier: 'standard', planId: 'smooth-59', pays: 'top-up',
    story: both('普通用户，每月用量平稳', 'An ordinary account, steady month by month'),
    habit: { data: [0.5, 0.85], voice: [0.3, 0.7], sms: [80, 130] },
    extras: [{ id: 'crbt', since: -14 }],
  },
  {
    msisdn: '13800000002', name: '李梅', city: '南京', region: '南京-鼓楼', tier: 'standard', planId: 'smooth-39', pays: 'month-late',
    story: both('账单逾期未缴，已停呼出', 'A bill past due: outgoing calls suspended'),
    habit: { data: [0.4, 0.9], voice: [0.4, 0.9], sms: [30, 72] },
    extras: [{ id: 'missed-call', since: -20 }],
  },
  {
    msisdn: '13800000003', name: '陈立', city: '成都', region: '成都-武侯', tier: 'standard', planId: 'smooth-39', pays: 'top-up',
    story: both('本月流量快用完了', 'Data for this month is nearly gone'),
    habit: { data: [0.8, 1.15], voice: [0.2, 0.5], sms: [2, 20] },
    quotaNow: 'near',
  },
  {
    msisdn: '13800000004', name: '赵倩', city: '上海', region: '上海-徐汇', tier: 'silver', planId: '5g-99', pays: 'auto',
    story: both('上月出国没订漫游包，账单大涨', 'Went abroad last month without a roaming pack: the bill jumped'),
    habit: { data: [0.4, 0.8], voice: [0.2, 0.6], sms: [70, 130] },
    extras: [{ id: 'cloud-disk', since: -8 }],
    trips: [{ month: -1, days: 4, packId: null, mb: [150, 320] }],
  },
  {
    msisdn: '13800000005', name: '孙伟', city: '武汉', region: '武汉-洪山', tier: 'standard', planId: 'lite-19', pays: 'top-up',
    story: both('上月流量和通话都超出套餐', 'Went beyond the plan in data and calls last month'),
    habit: { data: [0.5, 0.95], voice: [0.4, 0.9], sms: [2, 15] },
    special: { [-1]: { data: [1.5, 2.6], voice: [1.3, 2.2], sms: [10, 30] } },
    balanceExpires: true,
  },
  {
    msisdn: '13800000006', name: '周淑芬', city: '苏州', region: '苏州-姑苏', tier: 'standard', planId: 'senior-29', pays: 'top-up',
    story: both('老年用户，银龄套餐', 'An elder subscriber on the senior plan'),
    habit: { data: [0.1, 0.5], voice: [0.6, 0.95], sms: [35, 70] },
    isElder: true,
    extras: [{ id: 'weather-sms', since: -30 }, { id: 'crbt', since: -5 }],
  },
  {
    msisdn: '13800000007', name: '吴建国', city: '深圳', region: '深圳-南山', tier: 'business', planId: 'business-259', pays: 'auto',
    story: both('商务用户，有一张处理中的投诉工单', 'A business account with a complaint in progress'),
    habit: { data: [0.3, 0.7], voice: [0.5, 0.9], sms: [400, 580] },
    extras: [{ id: 'missed-call', since: -24 }],
    trips: [{ month: -3, days: 3, packId: 'roam-hmt', mb: [900, 3800] }],
    tickets: [
      {
        kind: 'complaint', title: both('写字楼电梯间信号弱', 'Weak signal in the office lifts'), state: 'in-progress', hoursAgo: 71, dueInHours: 289,
        steps: [
          { hoursAgo: 70, text: both('已受理，转网络部门核查', 'Accepted and passed to the network team') },
          { hoursAgo: 18, text: both('工程师已到现场测试，准备加装室内覆盖设备', 'An engineer tested on site; indoor coverage is being prepared') },
        ],
      },
    ],
  },
  {
    msisdn: '13800000008', name: '郑小雨', city: '广州', region: '广州-天河', tier: 'silver', planId: '5g-129', pays: 'auto',
    story: both('合约下个月到期', 'The contract ends next month'),
    habit: { data: [0.4, 0.8], voice: [0.2, 0.6], sms: [160, 240] },
    contract: { name: both('24个月优惠合约', '24-month discount contract'), months: 24, endsIn: 1 },
    discount: { name: both('合约优惠', 'Contract discount'), amountFen: 2000, lastMonth: 1 },
    extras: [{ id: 'music', since: -12 }],
  },
  {
    msisdn: '13800000009', name: '冯雪', city: '重庆', region: '重庆-渝中', tier: 'standard', planId: 'smooth-59', pays: 'top-up',
    story: both('上月视频会员被重复扣费', 'Video membership was charged twice last month'),
    habit: { data: [0.6, 0.95], voice: [0.1, 0.5], sms: [70, 125] },
    extras: [{ id: 'video-vip', since: -7, doubledIn: -1 }],
  },
  {
    msisdn: '13800000010', name: '钱进', city: '合肥', region: '合肥-蜀山', tier: 'silver', planId: 'home-169', pays: 'auto',
    story: both('家里宽带断了，光信号丢失', 'Home broadband is down: loss of light signal'),
    habit: { data: [0.2, 0.6], voice: [0.85, 1.1], sms: [5, 50] },
    line: 'loss-of-signal',
  },
];
