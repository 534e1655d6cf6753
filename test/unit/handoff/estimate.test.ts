/** The range a subscriber is told: honest at the edges, never backwards. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateWait } from '../../../src/handoff/estimate.js';

describe('the waiting-time estimate', () => {
  it('promises nothing when nobody is there', () => {
    expect(estimateWait(1, { handlingMs: [], slots: 0, taken: 0, leavingPerSecond: 0 })).toBeNull();
  });

  it('says at once, up to the time of one offer, while somebody is free', () => {
    expect(estimateWait(2, { handlingMs: [], slots: 3, taken: 1, leavingPerSecond: 0 })).toEqual({ low: 0, likely: 5, high: 20 });
  });

  it('follows what services really took once there are enough of them', () => {
    const quick = estimateWait(3, { handlingMs: Array.from({ length: 20 }, () => 60_000), slots: 2, taken: 2, leavingPerSecond: 0 });
    const slow = estimateWait(3, { handlingMs: Array.from({ length: 20 }, () => 600_000), slots: 2, taken: 2, leavingPerSecond: 0 });
    expect(slow?.high ?? 0).toBeGreaterThan((quick?.high ?? 0) * 5);
  });

  it('is shorter where more of those ahead give up', () => {
    const floor = { handlingMs: [], slots: 4, taken: 4 };
    const patient = estimateWait(40, { ...floor, leavingPerSecond: 0 });
    const hasty = estimateWait(40, { ...floor, leavingPerSecond: 0.002 });
    expect(hasty?.likely ?? 0).toBeLessThan((patient?.likely ?? 0) * 0.7);
  });

  it('is a range of whole seconds that grows with the place in line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.nat(60), fc.array(fc.integer({ min: 1000, max: 3_600_000 }), { maxLength: 60 }), (position, slots, taken, handlingMs) => {
        const here = estimateWait(position, { handlingMs, slots, taken, leavingPerSecond: 0 });
        const behind = estimateWait(position + 1, { handlingMs, slots, taken, leavingPerSecond: 0 });
        if (!here || !behind) throw new Error('somebody is there');
        expect(Number.isInteger(here.low) && Number.isInteger(here.high)).toBe(true);
        expect(here.low).toBeGreaterThanOrEqual(0);
        expect(here.high).toBeGreaterThan(here.low);
        expect(here.likely).toBeGreaterThanOrEqual(here.low);
        expect(here.likely).toBeLessThanOrEqual(here.high);
        expect(behind.high).toBeGreaterThanOrEqual(here.high);
      }),
    );
  });
});
