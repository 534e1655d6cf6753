/** The machine's clock and the identifiers made from its randomness. */
import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { HandClock } from '../support/hand-clock.js';

describe('the system clock', () => {
  it('runs a task once after its time, and none that was cancelled', async () => {
    const clock = new SystemClock();
    const ran: string[] = [];
    const cancel = clock.after(1, () => ran.push('cancelled'));
    cancel();
    await new Promise<void>((resolve) => {
      clock.after(5, () => {
        ran.push('kept');
        resolve();
      });
    });
    expect(ran).toEqual(['kept']);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });
});

describe('system ids', () => {
  it('makes 26 characters that sort in the order of making, within a millisecond and when time goes back', () => {
    const clock = new HandClock();
    const ids = new SystemIds(clock);
    const made: string[] = [];
    for (let count = 0; count < 5_000; count += 1) {
      if (count % 1_000 === 999) clock.set(clock.now() + (count === 2_999 ? -60_000 : 1));
      made.push(ids.next());
    }
    expect(made.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes different ids in two processes at the same moment', () => {
    const clock = new HandClock();
    expect(new SystemIds(clock).next()).not.toBe(new SystemIds(clock).next());
  });

  it('makes secrets of the length asked for, never the same', () => {
    const ids = new SystemIds(new SystemClock());
    const secrets = Array.from({ length: 100 }, () => ids.secret(32));
    expect(secrets.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
    expect(new Set(secrets).size).toBe(100);
  });

  it('makes digits of which each is as likely as any other', () => {
    const digits = new SystemIds(new SystemClock()).digits(100_000);
    expect(digits).toMatch(/^\d{100000}$/);
    const counts = Array.from({ length: 10 }, (_, digit) => digits.split(String(digit)).length - 1);
    // Eight standard deviations of a fair draw: fails by chance less than once in 10^13 runs.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(760);
  });
});
