/** The second ten of the cast: payment missing, slowed down, student, extras, old plan, points, ported, paused, abroad, family. */
import type { Localised } from '../../domain/locale.js';
import type { Script } from './script.js';

const both = (zh: string, en: string): Localised => ({ 'zh-CN': zh, en });

export const CAST_HOME: readonly Script[] = [
  {
    msisdn: '13800000011', name: '沈佳', city: '西安', region: '西安-雁塔', tier: 'standard', planId: 'smooth-39', pays: 'top-up-missing',
    story: both('昨天充的话费还没到账', "Yesterday's top-up has not arrived"),
    habit: { data: [0.4, 0.8], voice: [0.2, 0.6], sms: [35, 75] },
  },
  {
    msisdn: '13800000012', name: '韩磊', city: '长沙', region: '长沙-岳麓', tier: 'standard', planId: '5g-99', pays: 'auto',
    story: both('本月流量用完，已限速', 'Data is used up: slowed down until next month'),
    habit: { data: [0.8, 1.2], voice: [0.1, 0.4], sms: [70, 130] },
    isCapped: true,
    quotaNow: 'gone',
    extras: [{ id: 'game-boost', since: -10 }],
  },
  {
    msisdn: '13800000013', name: '杨帆', city: '武汉', region: '武汉-洪山', tier: 'standard', planId: 'campus-36', pays: 'top-up',
    story: both('学生，游戏加速试用期刚结束', 'A student whose free trial of game boost has just ended'),
    habit: { data: [0.5, 0.9], voice: [0.1, 0.5], sms: [0, 10] },
    extras: [{ id: 'game-boost', since: -4, freeUntil: -2 }],
    balanceExpires: true,
  },
  {
    msisdn: '13800000014', name: '朱丽', city: '青岛', region: '青岛-市南', tier: 'standard', planId: '5g-99', pays: 'top-up',
    story: both('订了七项增值业务', 'Holds seven extras'),
    habit: { data: [0.4, 0.8], voice: [0.3, 0.6], sms: [80, 140] },
    extras: [
      { id: 'crbt', since: -26 },
      { id: 'missed-call', since: -26 },
      { id: 'video-vip', since: -11 },
      { id: 'music', since: -9 },
      { id: 'cloud-disk', since: -6 },
      { id: 'phone-care', since: -3 },
      { id: 'weather-sms', since: -1 },
    ],
    tickets: [
      {
        kind: 'refund', title: both('音乐包订购异议', 'Disputed music pack order'), state: 'closed', hoursAgo: 935, dueInHours: -575,
        steps: [
          { hoursAgo: 931, text: both('已核查订购记录，为本人验证码确认', 'The order was confirmed with a one-time code') },
          { hoursAgo: 911, text: both('已向您说明，工单关闭', 'Explained to you and closed') },
        ],
      },
    ],
  },
  {
    msisdn: '13800000015', name: '秦岭', city: '郑州', region: '郑州-金水', tier: 'silver', planId: 'legacy-58', pays: 'top-up',
    story: both('老套餐 4G飞享58，月月超流量', 'On a withdrawn plan, beyond its data every month'),
    habit: { data: [1.2, 2.4], voice: [0.3, 0.8], sms: [5, 40] },
  },
  {
    msisdn: '13800000016', name: '许静', city: '厦门', region: '厦门-思明', tier: 'silver', planId: 'smooth-59', pays: 'auto',
    story: both('积分年底到期，老用户优惠刚结束', 'Points lapse at the end of the year; a discount has just ended'),
    habit: { data: [0.4, 0.8], voice: [0.2, 0.6], sms: [80, 120] },
    discount: { name: both('老用户优惠', 'Loyalty discount'), amountFen: 1000, lastMonth: -2 },
    oldPoints: [1200, 4600],
  },
  {
    msisdn: '13800000017', name: '何涛', city: '宁波', region: '宁波-鄞州', tier: 'standard', planId: 'smooth-59', pays: 'top-up',
    story: both('上月刚携号转入，所在片区正在抢修基站', 'Ported in last month; a mast in the district is under repair'),
    habit: { data: [0.3, 0.7], voice: [0.2, 0.6], sms: [70, 150] },
    activated: -1,
  },
  {
    msisdn: '13800000018', name: '吕芳', city: '昆明', region: '昆明-盘龙', tier: 'standard', planId: 'smooth-39', pays: 'top-up',
    story: both('已办停机保号', 'The number is paused at her request'),
    habit: { data: [0.3, 0.7], voice: [0.2, 0.6], sms: [35, 70] },
    isPaused: true,
  },
  {
    msisdn: '13800000019', name: '施伟明', city: '北京', region: '北京-朝阳', tier: 'gold', planId: '5g-199', pays: 'auto',
    story: both('金卡用户，正在境外使用漫游日包', 'A gold member abroad on a roaming day pass'),
    habit: { data: [0.3, 0.7], voice: [0.3, 0.7], sms: [240, 350] },
    extras: [{ id: 'phone-care', since: -18 }, { id: 'cloud-disk', since: -18 }],
    trips: [
      { month: -2, days: 5, packId: 'roam-asia', mb: [1500, 8200] },
      { month: -5, days: 3, packId: 'roam-world', mb: [600, 2400] },
    ],
    isAbroadWith: 'roam-west',
    oldPoints: [800, 3000],
  },
  {
    msisdn: '13800000020', name: '张敏', city: '济南', region: '济南-商河县', tier: 'silver', planId: 'home-169', pays: 'auto',
    story: both('住在县里，全家共享：两张副卡，宽带合约中', 'In the country: a family plan with two extra SIMs, broadband under contract'),
    habit: { data: [0.6, 0.98], voice: [0.3, 0.7], sms: [160, 240] },
    subCards: 2,
    contract: { name: both('12个月宽带合约', '12-month broadband contract'), months: 12, endsIn: 7 },
    packs: [{ id: 'pack-10g', month: -2 }],
    extras: [{ id: 'missed-call', since: -15 }],
    tickets: [
      {
        kind: 'fault', title: both('宽带夜间卡顿', 'Broadband slow at night'), state: 'solved', hoursAgo: 287, dueInHours: -215,
        steps: [
          { hoursAgo: 284, text: both('装维师傅已联系上门', 'The technician arranged a visit') },
          { hoursAgo: 261, text: both('已更换光猫，测速正常', 'Modem replaced; speed test fine') },
        ],
      },
    ],
  },
];
