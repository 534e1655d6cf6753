/** When agents are there: weeks, groups, holidays, time zones. */
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_HOURS, dueWithin, isOpen, nextOpening } from '../../../src/domain/business-hours.js';
import type { HoursSettings, Span } from '../../../src/domain/business-hours.js';

const OFFICE: readonly Span[] = [{ from: '09:00', to: '18:00' }];
const hours: HoursSettings = {
  timezone: 'Asia/Shanghai',
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  groups: [{ group: 'security', week: DEFAULT_HOURS.week }],
  holidays: [
    { day: '2026-11-24', name: '停电', groups: [], spans: [] },
    { day: '2026-11-25', name: '半天', groups: ['billing'], spans: [{ from: '13:00', to: '15:00' }] },
  ],
};
const at = (local: string) => Date.parse(`${local}+08:00`);
const opening = (group: string, local: string) => nextOpening(hours, group, at(local));

describe('business hours', () => {
  it('are round the clock until somebody sets them', () => {
    for (const time of ['2026-11-22T00:00', '2026-11-22T23:59', '2026-11-23T12:00']) expect(isOpen(DEFAULT_HOURS, 'general', at(time))).toBe(true);
  });

  it('begin with their first minute and end before their last', () => {
    expect(['08:59', '09:00', '17:59', '18:00'].map((time) => isOpen(hours, 'general', at(`2026-11-23T${time}`)))).toEqual([false, true, true, false]);
  });

  it('are those of the group where it has its own', () => {
    expect(isOpen(hours, 'security', at('2026-11-22T03:00'))).toBe(true);
    expect(isOpen(hours, 'general', at('2026-11-22T12:00'))).toBe(false);
  });

  it('give way to holidays, for all or for the groups that keep them', () => {
    expect(isOpen(hours, 'general', at('2026-11-24T10:00'))).toBe(false);
    expect(isOpen(hours, 'security', at('2026-11-24T10:00'))).toBe(false);
    expect(isOpen(hours, 'billing', at('2026-11-25T10:00'))).toBe(false);
    expect(isOpen(hours, 'billing', at('2026-11-25T14:00'))).toBe(true);
    expect(isOpen(hours, 'general', at('2026-11-25T10:00'))).toBe(true);
  });

  it('name the next opening: later today, after the weekend, after a holiday', () => {
    expect(opening('general', '2026-11-23T07:00')).toBe(at('2026-11-23T09:00'));
    expect(opening('general', '2026-11-20T18:00')).toBe(at('2026-11-23T09:00'));
    expect(opening('general', '2026-11-23T18:30')).toBe(at('2026-11-25T09:00'));
    expect(opening('billing', '2026-11-23T18:30')).toBe(at('2026-11-25T13:00'));
    expect(opening('general', '2026-11-23T10:00')).toBe(at('2026-11-23T10:00'));
    expect(nextOpening({ ...hours, week: Array.from({ length: 7 }, () => []) }, 'general', at('2026-11-23T10:00'))).toBeNull();
  });

  it('follow a zone that changes its clocks', () => {
    const berlin: HoursSettings = { ...hours, timezone: 'Europe/Berlin', holidays: [] };
    // The night of 2026-03-29 is an hour short there.
    expect(nextOpening(berlin, 'general', Date.parse('2026-03-27T18:00:00Z'))).toBe(Date.parse('2026-03-30T07:00:00Z'));
    expect(nextOpening(berlin, 'general', Date.parse('2026-10-23T18:00:00Z'))).toBe(Date.parse('2026-10-26T08:00:00Z'));
  });

  it('say by when something can be done: counted from the opening, and due while somebody is there', () => {
    const due = (local: string, hoursNeeded = 24) => new Date(dueWithin(hours, 'general', { from: at(local), ms: hoursNeeded * 3_600_000 }) + 8 * 3_600_000).toISOString().slice(0, 16);
    expect(due('2026-11-25T22:00')).toBe('2026-11-27T09:00');
    expect(due('2026-11-25T10:00')).toBe('2026-11-26T10:00');
    expect(due('2026-11-27T10:00')).toBe('2026-11-30T10:00');
    expect(due('2026-11-25T17:00', 2)).toBe('2026-11-26T10:00');
    expect(dueWithin(DEFAULT_HOURS, 'general', { from: at('2026-11-28T03:00'), ms: 3_600_000 })).toBe(at('2026-11-28T04:00'));
  });
});
