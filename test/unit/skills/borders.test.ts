/** Accounts at a border: a trial that is over, a contract that ended, a payment that failed, two months that are no neighbours. What is said stays true there. */
import { describe, expect, it } from '@jest/globals';
import type { Bill, Payment, Profile, Subscription } from '../../../src/domain/account.js';
import type { LineStatus } from '../../../src/domain/account.js';
import type { BusinessSystem } from '../../../src/ports/business-system.js';
import type { Entity } from '../../../src/domain/reading.js';
import { LOCALES } from '../../../src/domain/locale.js';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import { messageOf, sceneOn, type Scene } from './scene.js';

const DAY = '2026-11-20';
const AT = Date.parse(`${DAY}T14:07:31+08:00`);

/** The demo operator on that day, with what it answers changed. */
function sceneWith(changed: (system: BusinessSystem) => Partial<BusinessSystem>): Scene {
  const { businessSystem } = createDemoOperator({ clock: { now: () => AT, after: () => () => undefined } });
  const same: BusinessSystem = {
    profile: (msisdn) => businessSystem.profile(msisdn),
    balance: (msisdn) => businessSystem.balance(msisdn),
    usage: (msisdn) => businessSystem.usage(msisdn),
    bills: (msisdn, count) => businessSystem.bills(msisdn, count),
    payments: (msisdn, count) => businessSystem.payments(msisdn, count),
    planHolding: (msisdn) => businessSystem.planHolding(msisdn),
    subscriptions: (msisdn) => businessSystem.subscriptions(msisdn),
    points: (msisdn) => businessSystem.points(msisdn),
    callRecords: (msisdn, month) => businessSystem.callRecords(msisdn, month),
  };
  return sceneOn(DAY, { ports: { businessSystem: { ...same, ...changed(businessSystem) } } });
}

const payment = (more: Partial<Payment>): Payment => ({ id: 'p', at: AT - 3_600_000, amountFen: 5_000, way: 'wechat', state: 'arrived', ...more });
const paid = (...list: readonly Payment[]): Scene => sceneWith(() => ({ payments: (_, count) => Promise.resolve({ asOf: AT, list: list.slice(0, count) }) }));

describe('a payment that did not go through', () => {
  it('is said to have brought nothing, and not to be on the account', async () => {
    const scene = paid(payment({ state: 'failed' }), payment({ id: 'before', at: AT - 9_000_000, amountFen: 10_000 }));
    const zh = messageOf(await scene.ask('recharge-not-received', 1, { text: '我充的50没到账' })).text;
    expect(zh).toMatch(/11月20日 13:07 的 50\.00 元没有支付成功/u);
    expect(zh).not.toContain('没有未到账');
    const en = messageOf(await scene.ask('recharge-not-received', 1, { locale: 'en', text: 'my top-up has not arrived' })).text;
    expect(en).toMatch(/¥50\.00 from 20 November 13:07 did not go through/u);
    expect(en).not.toContain('None of these is missing');
  });

  it('that was made anew and arrived is no more a matter', async () => {
    const scene = paid(payment({}), payment({ id: 'before', at: AT - 9_000_000, state: 'failed' }));
    expect(messageOf(await scene.ask('recharge-not-received', 1, { text: '充值没到账' })).text).not.toContain('没有支付成功');
  });

  it('is not the last one that was paid, and neither is money given back', async () => {
    const scene = paid(payment({ state: 'failed', amountFen: 3_000 }), payment({ id: 'back', way: 'refund', amountFen: 700 }), payment({ id: 'before', at: AT - 9_000_000, amountFen: 10_000 }));
    expect(messageOf(await scene.ask('recharge-not-received', 1, { text: '最近一次呢' })).text).toContain('最近一次是 11月20日 11:37的 100.00 元');
    expect(messageOf(await scene.ask('balance-query', 1, { text: '余额' })).text).toContain('最近一次缴费：11月20日 11:37，100.00 元');
  });

  it('and one on its way is not told as paid', async () => {
    const scene = paid(payment({ state: 'pending' }), payment({ id: 'before', at: AT - 9_000_000, amountFen: 10_000 }));
    expect(messageOf(await scene.ask('recharge-not-received', 1, { text: '最近一次呢' })).text).toContain('还在处理中');
  });
});

describe('what is owed', () => {
  const owing = (status: LineStatus): Scene =>
    sceneWith((system) => ({
      profile: async (msisdn): Promise<Profile> => ({ ...(await system.profile(msisdn)), status }),
      balance: async (msisdn) => ({ ...(await system.balance(msisdn)), owedFen: 5_900 }),
    }));

  it.each(['active', 'lost-suspended', 'paused'] as const)('brings no service back by being paid where the number is %s', async (status) => {
    for (const locale of LOCALES) {
      const { text } = messageOf(await owing(status).ask('arrears-suspension', 1, { locale, text: locale === 'en' ? 'can I pay later' : '能晚点交吗' }));
      expect(text).toContain('59.00');
      expect(text).not.toMatch(/复机|Service cannot come back|service comes back/u);
    }
  });

  it.each(['suspended', 'outgoing-suspended'] as const)('brings it back where the number is %s', async (status) => {
    expect(messageOf(await owing(status).ask('arrears-suspension', 1, { text: '能晚点交吗' })).text).toMatch(/不能先开机后交钱[\s\S]*缴清 59\.00 元后自动复机/u);
  });
});

const extra = (more: Partial<Subscription>): Subscription => ({ productId: 'video-vip', name: { 'zh-CN': '视频会员', en: 'Video membership' }, priceFen: 1_500, since: '2026-09-05', isFreeUntil: null, endsOn: null, ...more });
const holding = (...list: readonly Subscription[]): Scene => sceneWith(() => ({ subscriptions: () => Promise.resolve({ asOf: AT, list }) }));
const MUSIC = { productId: 'music', name: { 'zh-CN': '音乐包', en: 'Music pack' }, priceFen: 800 };

describe('what extras cost a month', () => {
  it('leaves out what was cancelled and only runs to its end', async () => {
    const { text } = messageOf(await holding(extra({ endsOn: '2026-11-30' }), extra(MUSIC)).ask('vas-query', 1));
    expect(text).toContain('每月合计 8.00 元');
  });

  it('counts what was on trial once, and does not call it free', async () => {
    const { text } = messageOf(await holding(extra({ isFreeUntil: '2026-10-31' }), extra({ ...MUSIC, isFreeUntil: '2026-11-20' })).ask('vas-query', 1));
    expect(text).toContain('每月合计 15.00 元');
    expect(text).not.toContain('免费到 2026年10月31日');
    expect(text).toContain('免费到 2026年11月20日');
  });
});

describe('two months that are no neighbours', () => {
  const month = (value: string): Entity => ({ kind: 'month', value, start: 0, end: 0, text: `${Number(value.slice(5))}月` });
  const COMPARED = { text: '10月比8月多了什么', entities: [month('2026-10'), month('2026-08')] };
  const scene = sceneWith((system) => ({
    subscriptions: () => Promise.resolve({ asOf: AT, list: [extra({})] }),
    bills: async (msisdn, count) =>
      (await system.bills(msisdn, count)).map((bill): Bill => {
        const items = bill.items.filter(({ kind }) => kind === 'plan');
        const bought = bill.month < '2026-09' ? [] : [{ code: 'video-vip', name: extra({}).name, kind: 'extra' as const, quantity: null, amountFen: 1_500 }];
        const all = [...items, ...bought];
        return { ...bill, items: all, totalFen: all.reduce((sum, { amountFen }) => sum + amountFen, 0) };
      }),
  }));

  it('tell of an extra that began between them that it began, and of no trial', async () => {
    const told = await scene.ask('bill-explain', 1, COMPARED);
    expect(messageOf(told).text).toContain('9月5日新订');
    const why = messageOf(await scene.ask('bill-explain', 1, { ...COMPARED, text: '10月比8月多的视频会员是哪里来的' })).text;
    expect(why).toContain('2026年9月5日订的，每月 15.00 元');
    expect(why).not.toContain('免费试用');
  });
});

describe('a card that is lost', () => {
  it.each(['手机丢了，找了半天没找到，帮我挂失', '卡丢了还没有找到', '先挂失，找到了再解挂', '在找到之前帮我停机', 'I lost my phone and haven’t found it, please block it', 'block my SIM until I have found it', 'my phone was stolen and cannot be found'])('is blocked at 「%s」', async (text) => {
    const answer = await sceneOn(DAY).ask('sim-lost', 1, { text, locale: /^[a-z]/iu.test(text) ? 'en' : 'zh-CN' });
    expect(answer).toMatchObject({ kind: 'confirms', change: { kind: 'suspend-lost' } });
  });

  it.each(['卡找到了，帮我解挂', 'I found it, unblock my SIM'])('and is there again at 「%s」', async (text) => {
    expect((await sceneOn(DAY).ask('sim-lost', 1, { text })).kind).toBe('answered');
  });
});

describe('a bill that is late', () => {
  const late = sceneWith((system) => ({ bills: async (msisdn, count) => (await system.bills(msisdn, count)).filter(({ month }) => month < '2026-10') }));
  const asked = { text: '10月账单', entities: [{ kind: 'month' as const, value: '2026-10', start: 0, end: 3, text: '10月' }] };

  it.each(['bill-query', 'bill-explain'])('is not said to come out on a day that is past, by %s', async (skill) => {
    const zh = messageOf(await late.ask(skill, 1, asked)).text;
    expect(zh).toContain('2026年10月的账单还没有出。');
    expect(zh).not.toContain('2026年11月1日');
    expect(messageOf(await late.ask(skill, 1, { ...asked, locale: 'en' })).text).toContain('The bill for October 2026 is not out yet.');
  });
});

describe('the same plan for a part of the month', () => {
  const scene = sceneWith((system) => ({
    bills: async (msisdn, count) =>
      (await system.bills(msisdn, count)).map((bill): Bill => {
        const items = bill.items.filter(({ kind }) => kind === 'plan').map((item) => ({ ...item, amountFen: bill.month === '2026-09' ? 2_000 : 5_900 }));
        return { ...bill, items, totalFen: items.reduce((sum, { amountFen }) => sum + amountFen, 0) };
      }),
  }));

  it('is no change from that plan to itself', async () => {
    expect(messageOf(await scene.ask('bill-explain', 1, { text: '为什么多了' })).text).not.toContain('换成');
    expect(messageOf(await scene.ask('bill-explain', 1, { text: '这一项是怎么来的' })).text).not.toContain('换的');
  });
});

describe('a change asked for another number', () => {
  const other = { kind: 'msisdn' as const, value: '13912345678', start: 0, end: 11, text: '13912345678' };

  it.each([['data-pack-buy', '给13912345678订个10G流量包'], ['plan-change', '把13912345678的套餐换成畅享39'], ['vas-cancel', '13912345678的视频会员退了'], ['sim-lost', '13912345678这个号的手机丢了，帮我挂失'], ['plan-recommend', '13912345678用哪个套餐划算']])('is not put on one’s own by %s', async (skill, text) => {
    const answer = await sceneOn(DAY).ask(skill, 14, { text, entities: [other] });
    expect(answer.kind).toBe('answered');
    expect(messageOf(answer).text).toContain('我只能看您验证过的');
    expect(messageOf(answer).buttons?.map(({ id }) => id)).toContain('handoff');
  });
});
