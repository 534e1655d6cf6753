/** Days and months as the operator counts them. */
import { describe, expect, it } from '@jest/globals';
import {
  addDays, addMonths, dayOf, daysBetween, daysInMonth, firstDay, lastDay, monthOf, monthsBetween, startOfDay,
} from '../../../src/domain/calendar.js';

describe('the calendar', () => {
  it('begins a day at midnight in China', () => {
    expect(dayOf(Date.parse('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(startOfDay('2026-11-22')).toBe(Date.parse('2026-11-21T16:00:00Z'));
  });

  it('names every day of two centuries as a Date does', () => {
    const wrong: string[] = [];
    for (let at = Date.parse('1950-01-01T15:59:59.999Z'); at < Date.parse('2150-01-01T00:00:00Z'); at += 86_400_000) {
      const expected = [new Date(at + 28_800_000), new Date(at + 28_800_001)].map((one) => one.toISOString().slice(0, 10));
      if (dayOf(at) !== expected[0] || dayOf(at + 1) !== expected[1]) wrong.push(dayOf(at));
    }
    expect(wrong).toEqual([]);
  });

  it('counts months over the turn of the year, both ways', () => {
    expect([addMonths('2026-11', 2), addMonths('2027-01', -1), addMonths('2026-12', 0), addMonths('2026-01', -13)]).toEqual(['2027-01', '2026-12', '2026-12', '2024-12']);
    expect([monthsBetween('2026-11', '2027-01'), monthsBetween('2027-01', '2026-11')]).toEqual([2, -2]);
  });

  it('knows leap years', () => {
    expect(['2028-02', '2027-02', '2100-02', '2026-12'].map(daysInMonth)).toEqual([29, 28, 28, 31]);
    expect([lastDay('2028-02'), firstDay('2028-03'), addDays('2028-02-28', 1), addDays('2028-03-01', -1)]).toEqual(['2028-02-29', '2028-03-01', '2028-02-29', '2028-02-29']);
  });

  it('counts days between', () => {
    expect([daysBetween('2026-11-22', '2026-12-31'), daysBetween('2026-12-31', '2026-12-30'), daysBetween('2028-02-28', '2028-03-01')]).toEqual([39, -1, 2]);
    expect(monthOf('2026-11-22')).toBe('2026-11');
  });
});
