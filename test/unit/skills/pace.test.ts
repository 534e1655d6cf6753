/** Guarantees of the reckoning whether something lasts: it is a plain sum of what the account says, on every day of the month. */
import { describe, expect, it } from '@jest/globals';
import type { UsageBucket } from '../../../src/domain/account.js';
import { asksWhetherLasts, paceOf } from '../../../src/skills/usage-pace.js';
import { messageOf, sceneOn } from './scene.js';

const bucket = (more: Partial<UsageBucket>): UsageBucket => ({ id: 'plan', name: { 'zh-CN': '', en: '' }, measure: 'data', scope: 'domestic', unit: 'MB', total: 3000, used: 1000, resetsOn: '2026-12-01', source: 'plan', ...more });

describe('whether it lasts', () => {
  it('goes by what was used a day until today, for the days after it', () => {
    expect(paceOf([bucket({})], '2026-11-10')).toMatchObject({ daysSoFar: 10, daysToCome: 20, perDay: 100, needed: 2000, left: 2000, goneOn: null });
    expect(paceOf([bucket({ used: 1500 })], '2026-11-10')).toMatchObject({ perDay: 150, needed: 3000, left: 1500, goneOn: '2026-11-20' });
    expect(paceOf([bucket({}), bucket({ id: 'pack', source: 'pack', total: 500, used: 100 })], '2026-11-10')).toMatchObject({ usedSoFar: 1100, left: 2400 });
  });

  it('counts only the days there are', () => {
    expect(paceOf([bucket({})], '2026-11-30')).toMatchObject({ daysSoFar: 30, daysToCome: 0, needed: 0, goneOn: null });
    expect(paceOf([bucket({ resetsOn: '2028-03-01' })], '2028-02-01')).toMatchObject({ daysSoFar: 1, daysToCome: 28 });
    expect(paceOf([bucket({ source: 'pack' })], '2026-11-10')).toBeNull();
  });

  it.each([['2026-11-01', '还看不出'], ['2026-11-22', '平均每天'], ['2026-11-30', '今天是最后一天']])('is told on %s by 「%s」', async (day, said) => {
    expect(messageOf(await sceneOn(day).ask('data-usage-query', 1, { text: '够不够用到月底' })).text).toContain(said);
  });

  it.each(['够不够用到月底', '能撑到月底吗', '剩下的够用吗', '还能用几天', '什么时候会用完', '这个月用得完吗', 'will it last until the end of the month', 'is that enough for the rest of the month', 'when will it run out', 'how long will my data last'])('is asked in 「%s」', (text) => {
    expect(asksWhetherLasts(text)).toBe(true);
  });

  it.each(['还剩多少流量', '查话费', '月底要交多少钱', '这个月的账单', '够了谢谢', 'how much data is left', 'my last bill', 'show me last month', 'that is enough'])('is not asked in 「%s」', (text) => {
    expect(asksWhetherLasts(text)).toBe(false);
  });
});
