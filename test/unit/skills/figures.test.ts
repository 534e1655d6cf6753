/** Every figure comes from the account, is said in words as well as drawn, and nothing else looks like money. */
import { describe, expect, it } from '@jest/globals';
import { PLANS, PRICES, PRODUCTS } from '../../../src/adapters/operator/catalogue.js';
import type { Bill } from '../../../src/domain/account.js';
import { LOCALES, type Locale } from '../../../src/domain/locale.js';
import type { SkillAnswer } from '../../../src/skills/skill.js';
import { wordingFor } from '../../../src/wording/wording.js';
import { card as wireCard } from '../../../src/protocol/cards.js';
import { cardOf, fenIn, messageOf, moneyIn, numberOf, sceneOn, type Scene } from './scene.js';

const DAYS = ['2027-01-01', '2028-02-29', '2026-11-20'] as const;
const SEEDS = [undefined, 77_777] as const;
const READING = [
  'balance-query', 'data-usage-query', 'voice-usage-query', 'bill-query', 'bill-explain', 'plan-current', 'vas-query', 'points-query',
  'recharge-not-received', 'arrears-suspension', 'own-number', 'ticket-progress', 'contract-end', 'plan-recommend', 'call-detail',
  'no-signal', 'slow-data', 'broadband-fault', 'privacy-request', 'puk-unlock',
] as const;

async function everybody(check: (scene: Scene, last: number, locale: Locale) => Promise<void>): Promise<void> {
  for (const day of DAYS) {
    for (const seed of SEEDS) {
      const scene = sceneOn(day, seed === undefined ? {} : { seed });
      for (let last = 1; last <= 20; last += 1) {
        for (const locale of LOCALES) {
          await check(scene, last, locale).catch((problem: unknown) => {
            throw new Error(`${last} on ${day} under ${String(seed)} in ${locale}: ${String(problem)}`, { cause: problem });
          });
        }
      }
    }
  }
}

const saidMoney = (answer: SkillAnswer, locale: Locale): readonly number[] => moneyIn(messageOf(answer).text, locale);
const differences = (values: readonly number[]): readonly number[] => values.flatMap((one) => values.map((other) => one - other));

/** What one item came to in one month, however often it stands there. */
function itemSums(bills: readonly Bill[]): readonly number[] {
  return bills.flatMap((bill) => bill.items.map(({ code }) => bill.items.filter((item) => item.code === code).reduce((sum, item) => sum + item.amountFen, 0)));
}

describe('answers about an account', () => {
  it('say in words every amount that the card draws', () =>
    everybody(async (scene, last, locale) => {
      for (const skill of READING) {
        const answer = await scene.ask(skill, last, { locale });
        const { card } = messageOf(answer);
        const said = new Set(saidMoney(answer, locale).map(Math.abs));
        for (const fen of fenIn(card)) {
          if (fen !== 0) expect([skill, fen, said.has(Math.abs(fen))]).toEqual([skill, fen, true]);
        }
      }
    }));

  it('leave a page no amount untold: what does not stand on the card stands beside it', () =>
    everybody(async (scene, last, locale) => {
      for (const skill of READING) {
        const answer = await scene.ask(skill, last, { locale });
        const { card, text, beside = text.split('\n')[0] ?? '' } = messageOf(answer);
        if (card === undefined || card.type === 'cases' || card.type === 'form') continue;
        const risen = card.type === 'bill-change' ? card.changes.map(({ beforeFen, afterFen }) => afterFen - beforeFen) : [];
        const shown = new Set([...fenIn(card), ...risen, ...moneyIn(JSON.stringify(card), locale), ...moneyIn(beside, locale)].map(Math.abs));
        const untold = saidMoney(answer, locale).filter((fen) => !shown.has(Math.abs(fen)));
        expect([skill, untold.filter((fen) => fen !== 0)]).toEqual([skill, []]);
      }
    }));

  it('say beside their card what it cannot say: what is advised, what is wrong with a bill, where a payment is', async () => {
    const scene = sceneOn(DAYS[2]);
    const beside = async (skill: string, last: number): Promise<string | undefined> => messageOf(await scene.ask(skill, last, { locale: 'zh-CN' })).beside;
    expect(await beside('plan-recommend', 3)).toContain('已经是最合适的');
    expect(await beside('plan-recommend', 15)).toContain('能省');
    expect(await beside('bill-query', 9)).toContain('视频会员');
    expect(await beside('recharge-not-received', 11)).toContain('还在处理中');
    expect(await beside('arrears-suspension', 2)).toContain('恢复');
    expect(await beside('data-usage-query', 12)).toContain('限速');
    expect(await beside('contract-end', 8)).toContain('自动续签');
    // Everything of these is on the card: the page introduces it with the first line.
    expect(await beside('bill-query', 1)).toBeUndefined();
    expect(messageOf(await scene.ask('sim-lost', 1, { locale: 'zh-CN' })).beside?.split('\n')).toHaveLength(1);
  });

  it('contain no amount that the account, the price list or a difference of two of its figures does not explain', () =>
    everybody(async (scene, last, locale) => {
      const account = await scene.operator.account(String(numberOf(last)));
      const bills = account?.['bills'] as readonly Bill[];
      const stored = [...fenIn(account), 0, ...bills.map((bill) => bill.totalFen - bill.paidFen)];
      const explained = new Set([
        ...stored,
        ...itemSums(bills),
        ...differences(bills.map(({ totalFen }) => totalFen)),
        ...differences([...itemSums(bills), 0]),
      ].map(Math.abs));
      for (const skill of ['balance-query', 'bill-query', 'bill-explain', 'plan-current', 'points-query', 'recharge-not-received', 'arrears-suspension'] as const) {
        const answer = await scene.ask(skill, last, { locale });
        for (const fen of saidMoney(answer, locale)) expect([skill, fen, explained.has(Math.abs(fen))]).toEqual([skill, fen, true]);
      }
    }));

  it('go one step further into a bill with figures of the bills, the price list and the passes alone, and never say a thing twice', () =>
    everybody(async (scene, last, locale) => {
      const account = await scene.operator.account(String(numberOf(last)));
      const sums = itemSums(account?.['bills'] as readonly Bill[]);
      const units = (account?.['bills'] as readonly Bill[]).flatMap(({ items }) => items.flatMap(({ quantity, amountFen }) => (quantity === null ? [] : [amountFen / quantity.amount])));
      const explained = new Set([...fenIn(account), ...sums, ...differences([...sums, 0]), ...units, ...PRODUCTS.map(({ priceFen }) => priceFen)].map(Math.abs));
      const ask = async (slots: Readonly<Record<string, string>>): Promise<SkillAnswer> => scene.ask('bill-explain', last, { locale, slots, text: locale === 'en' ? 'what caused that' : '这一项是怎么来的' });
      const [once, again] = [await ask({ told: 'changes' }), await ask({ told: 'cause' })];
      for (const fen of saidMoney(once, locale)) expect([fen, explained.has(Math.abs(fen))]).toEqual([fen, true]);
      expect(moneyIn(messageOf(again).text, locale)).toEqual([]);
      expect(messageOf(again).buttons?.map(({ id }) => id)).toContain('handoff');
    }));

  it('say as of when, on a card that the wire accepts, with one to four next steps', () =>
    everybody(async (scene, last, locale) => {
      for (const skill of READING) {
        const answer = await scene.ask(skill, last, { locale });
        const { card, text, buttons } = messageOf(answer);
        expect(answer.kind).toBe('answered');
        expect(buttons?.length).toBeGreaterThanOrEqual(1);
        expect(buttons?.length).toBeLessThanOrEqual(4);
        if (card === undefined || skill === 'own-number') continue;
        expect(wireCard.safeParse(card).success).toBe(true);
        if ('asOf' in card && skill !== 'ticket-progress') expect(text).toContain(wordingFor(locale).formats.time(card.asOf));
      }
    }));

  it('draw and say the balance, the credit and the last payment as stored', () =>
    everybody(async (scene, last, locale) => {
      const system = scene.operator.businessSystem;
      const card = cardOf(await scene.ask('balance-query', last, { locale }), 'balance');
      const [balance, { list: payments }] = await Promise.all([system.balance(numberOf(last)), system.payments(numberOf(last), 20)]);
      const arrived = payments.find(({ state }) => state === 'arrived');
      expect(card).toEqual({
        type: 'balance', ...balance, lastTopUp: arrived === undefined ? null : { amountFen: arrived.amountFen, at: arrived.at },
      });
    }));

  it('say what is used and left of every bucket', () =>
    everybody(async (scene, last, locale) => {
      const { formats } = wordingFor(locale);
      const answer = await scene.ask('data-usage-query', last, { locale });
      const usage = await scene.operator.businessSystem.usage(numberOf(last));
      const stored = usage.buckets.filter(({ measure }) => measure === 'data');
      const drawn = cardOf(answer, 'usage').buckets;
      expect(drawn.map(({ total, used, scope }) => ({ total, used, scope }))).toEqual(stored.map(({ total, used, scope }) => ({ total, used, scope })));
      for (const { used, left } of drawn) {
        expect(messageOf(answer).text).toContain(formats.data(used));
        expect(messageOf(answer).text).toContain(formats.data(left));
      }
    }));

  it('draw every item of a bill, and every month of the chart', () =>
    everybody(async (scene, last, locale) => {
      const bills = await scene.operator.businessSystem.bills(numberOf(last), 6);
      const card = cardOf(await scene.ask('bill-query', last, { locale }), 'bill');
      const [bill] = bills;
      expect(card).toMatchObject({ month: bill?.month, totalFen: bill?.totalFen, dueOn: bill?.dueOn, isPaid: bill?.paidFen === bill?.totalFen });
      expect(card.items).toEqual(bill?.items.map((item) => ({ name: item.name[locale], amountFen: item.amountFen })));
      expect(card.trend).toEqual([...bills].reverse().map(({ month, totalFen }) => ({ month, totalFen })));
    }));

  it('explain a bill by differences that add up to the difference of the totals, for every month that has one before it', () =>
    everybody(async (scene, last, locale) => {
      const bills = await scene.operator.businessSystem.bills(numberOf(last), 6);
      for (const bill of bills.slice(0, -1)) {
        const card = cardOf(await scene.ask('bill-explain', last, { locale, slots: { month: bill.month } }), 'bill-change');
        const sum = card.changes.reduce((total, change) => total + change.afterFen - change.beforeFen, 0);
        expect(sum).toBe(card.totalFen - card.previousTotalFen);
        expect(card).toMatchObject({ month: bill.month, totalFen: bill.totalFen });
        for (const { reason } of card.changes) expect(reason).not.toBe('');
      }
    }));

  it('advise the plan that is cheapest by the sums shown, which can be checked by hand', () =>
    everybody(async (scene, last, locale) => {
      const answer = await scene.ask('plan-recommend', last, { locale });
      const { options } = cardOf(answer, 'comparison');
      const uses = (await scene.operator.businessSystem.bills(numberOf(last), 3)).flatMap(({ usage }) => (usage === null ? [] : [usage]));
      for (const option of options) {
        const plan = PLANS.find(({ id }) => id === option.id);
        if (plan === undefined) throw new Error('a plan that is not sold');
        const over = uses.map((use) =>
          Math.ceil(Math.max(0, use.dataMb - plan.dataMb) / 1024) * PRICES.dataGbFen +
          Math.max(0, use.voiceMinutes - plan.voiceMinutes) * PRICES.voiceMinuteFen +
          Math.max(0, use.smsCount - plan.smsCount) * PRICES.smsFen);
        expect(option.averageFen).toBe(plan.monthlyFen + Math.round(over.reduce((sum, fen) => sum + fen, 0) / uses.length));
      }
      const averages = options.map(({ averageFen }) => averageFen);
      expect(averages[0]).toBe(Math.min(...averages));
      const holding = await scene.operator.businessSystem.planHolding(numberOf(last));
      expect(options.map(({ id }) => id)).toContain(holding.plan.id);
    }));

  it('speak the language that was asked for', () =>
    everybody(async (scene, last, locale) => {
      if (locale !== 'en') return;
      for (const skill of READING) {
        const { text, buttons } = messageOf(await scene.ask(skill, last, { locale }));
        const withoutName = skill === 'own-number' ? text.replace(/\S+\*+/u, '') : text;
        expect([skill, withoutName]).not.toEqual([skill, expect.stringMatching(/\p{Script=Han}/u)]);
        for (const { label } of buttons ?? []) expect(label).not.toMatch(/\p{Script=Han}/u);
      }
    }));

  it('never name another number of the cast', () =>
    everybody(async (scene, last, locale) => {
      for (const skill of READING) {
        const found: readonly string[] = JSON.stringify(await scene.ask(skill, last, { locale, text: '13800000003' })).match(/138000000\d\d/gu) ?? [];
        expect(found.filter((msisdn) => msisdn !== numberOf(last))).toEqual([]);
      }
    }));

  it('quote only prices of the catalogue when something is sold', async () => {
    const prices = new Set([...PLANS.map(({ monthlyFen }) => monthlyFen), ...PRODUCTS.map(({ priceFen }) => priceFen)]);
    const scene = sceneOn('2026-11-22');
    for (const skill of ['plan-change', 'data-pack-buy', 'vas-cancel'] as const) {
      const answer = await scene.ask(skill, 14);
      expect(answer.kind).toBe('asks');
      expect(saidMoney(answer, 'zh-CN').length).toBeGreaterThan(3);
      for (const fen of saidMoney(answer, 'zh-CN')) expect(prices.has(fen)).toBe(true);
    }
  });
});
