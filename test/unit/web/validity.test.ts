/** When articles hold that follow one another: gaps and overlaps to the day. */
import { describe, expect, it } from '@jest/globals';
import { chainOf, seamsOf, spansOf } from '../../../src/web/studio/articles/validity.js';
import type { Held } from '../../../src/web/studio/articles/validity.js';

const held = (id: string, validFrom: string, validTo: string | null, successor: string | null = null): Held => ({ id, locale: 'zh-CN', title: id, validFrom, validTo, successor });

describe('the calendar of articles', () => {
  const old = held('old', '2026-01-01', '2026-03-31', 'mid');
  const mid = held('mid', '2026-04-01', '2026-06-30', 'new');
  const last = held('new', '2026-07-01', null);
  const all = [last, held('other', '2026-01-01', null), old, mid, { ...old, locale: 'en' as const }];

  it('follows them from any of them, in one language, earliest first', () => {
    for (const one of [old, mid, last]) expect(chainOf(all, one).map(({ id }) => id)).toEqual(['old', 'mid', 'new']);
    expect(chainOf(all, held('fresh', '2026-01-01', null)).map(({ id }) => id)).toEqual(['fresh']);
  });

  it('finds no fault where one begins the day after the other ends', () => {
    expect(seamsOf(chainOf(all, mid))).toEqual([]);
  });

  it('finds days that none holds, and days that two hold', () => {
    const edited = { ...mid, validFrom: '2026-04-10', validTo: '2026-07-05' };
    expect(seamsOf(chainOf(all, edited))).toEqual([
      { kind: 'gap', from: '2026-04-01', to: '2026-04-09', before: 'old', after: 'mid' },
      { kind: 'overlap', from: '2026-07-01', to: '2026-07-05', before: 'mid', after: 'new' },
    ]);
  });

  it('finds that one which was never ended holds beside what follows it', () => {
    expect(seamsOf([{ ...mid, validTo: null }, last])).toEqual([{ kind: 'overlap', from: '2026-07-01', to: null, before: 'mid', after: 'new' }]);
  });

  it('ends even when articles name each other', () => {
    const [one, two] = [held('one', '2026-01-01', '2026-01-31', 'two'), held('two', '2026-02-01', '2026-02-28', 'one')];
    expect(chainOf([one, two], one)).toHaveLength(2);
  });

  it('draws each between the edges', () => {
    const { spans, today } = spansOf(chainOf(all, mid), '2026-05-01');
    for (const { start, end } of spans) expect(start >= 0 && end <= 1 && start < end).toBe(true);
    expect(spans.at(-1)?.end).toBe(1);
    expect(today).toBeGreaterThan(spans[1]?.start ?? 1);
  });
});
