/** Guarantees of what may be used for whom: dates, successors, plan and place. */
import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/domain/article.js';
import type { Entity } from '../../../src/domain/reading.js';
import { inForce, mayUse } from '../../../src/knowledge/usable.js';
import type { Asker } from '../../../src/knowledge/usable.js';

function article(id: string, rest: Partial<Article> = {}): Article {
  return { id, locale: 'zh-CN', title: id, intents: [], plans: [], regions: [], validFrom: '2026-01-01', validTo: null, successor: null, keywords: [], body: '', ...rest };
}

const nobody: Asker = { today: '2026-11-22', planId: null, home: [], entities: [], text: '' };
const city: Entity = { kind: 'city', value: '深圳', start: 0, end: 2, text: '深圳' };
const plan: Entity = { kind: 'plan', value: 'campus-36', start: 0, end: 4, text: '校园36' };

describe('an article', () => {
  it('answers from its first day to its last, both included', () => {
    const short = article('short', { validFrom: '2026-11-01', validTo: '2026-11-30' });
    const find = () => null;
    expect([...['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']].map((day) => inForce(short, day, find)?.id ?? null)).toEqual([null, 'short', 'short', null]);
  });

  it('that was withdrawn answers with its successor, and with the successor of that', () => {
    const chain = new Map([['b', article('b', { validTo: '2026-06-30', successor: 'c' })], ['c', article('c')]]);
    const old = article('a', { validFrom: '2020-01-01', validTo: '2025-12-31', successor: 'b' });
    expect(inForce(old, '2026-11-22', (id) => chain.get(id) ?? null)?.id).toBe('c');
  });

  it('whose successors run in a circle is not used, and the search ends', () => {
    const circle = article('a', { validTo: '2025-12-31', successor: 'a' });
    expect(inForce(circle, '2026-11-22', () => circle)).toBeNull();
  });

  it('about one plan is kept from those on another, unless they name it', () => {
    const campus = article('campus', { plans: ['campus-36'] });
    expect(mayUse(campus, nobody)).toBe(true);
    expect(mayUse(campus, { ...nobody, planId: 'campus-36' })).toBe(true);
    expect(mayUse(campus, { ...nobody, planId: 'lite-19' })).toBe(false);
    expect(mayUse(campus, { ...nobody, planId: 'lite-19', entities: [plan] })).toBe(true);
  });

  it('about one region is for those who ask about it, else for those who live there', () => {
    const guangdong = article('guangdong', { regions: ['广东'], keywords: ['深圳', '广州'] });
    expect(mayUse(guangdong, nobody)).toBe(false);
    expect(mayUse(guangdong, { ...nobody, text: '广东的门店' })).toBe(true);
    expect(mayUse(guangdong, { ...nobody, entities: [city] })).toBe(true);
    expect(mayUse(guangdong, { ...nobody, home: ['广州'] })).toBe(true);
    expect(mayUse(guangdong, { ...nobody, home: ['广州'], entities: [{ ...city, value: '上海', text: '上海' }] })).toBe(false);
  });

  it.each([
    ['上海市', '上海', '徐汇'],
    ['江苏省苏州市', '苏州', '姑苏'],
    ['杭州-西湖', '杭州', '西湖'],
    ['杭州市西湖区', '杭州', '西湖'],
    ['济南-商河', '济南', '商河县'],
    ['沙县', '三明', '沙县'],
    ['广东', '深圳', '南山'],
    ['湖北省', '恩施土家族苗族自治州', '利川'],
    ['广东-深圳', '深圳', '南山'],
  ])('for %s is for those who live in %s-%s, and not for those of 昆明-盘龙', (region, home, district) => {
    const local = article('local', { regions: [region] });
    expect(mayUse(local, { ...nobody, home: [home, `${home}-${district}`, home, district] })).toBe(true);
    expect(mayUse(local, { ...nobody, home: ['昆明', '昆明-盘龙', '昆明', '盘龙'] })).toBe(false);
  });
});
