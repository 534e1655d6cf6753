/** How long somebody at a place in line will wait, as a range, from what services really took. Pure. */

export interface FloorNow {
  /** Durations in ms of the last services. */
  readonly handlingMs: readonly number[];
  /** Capacity of the agents there now who can serve this group, and how much of it is taken. */
  readonly slots: number;
  readonly taken: number;
}

export interface WaitRange {
  readonly low: number;
  readonly high: number;
}

/** Until ten services were measured, a service is taken to last four minutes. */
const ASSUMED_HANDLING_MS = 240_000;
const ENOUGH_SAMPLES = 10;
/** An offer may take its full time to be answered even on an idle floor. */
const ANSWER_SECONDS = 20;

/** Seconds; null when nobody is there. `position` counts from 1. */
export function estimateWait(position: number, floor: FloorNow): WaitRange | null {
  if (floor.slots <= 0) return null;
  const mean = meanHandlingMs(floor.handlingMs);
  const free = Math.max(0, floor.slots - floor.taken);
  const needed = Math.max(0, position - free);
  if (needed === 0) return { low: 0, high: ANSWER_SECONDS };
  // `slots` services run side by side and one ends every mean/slots; endings spread like a Poisson count around that.
  const each = mean / floor.slots / 1000;
  const spread = Math.sqrt(needed);
  const low = Math.max(0, needed - spread) * each;
  const high = (needed + spread) * each + ANSWER_SECONDS;
  return { low: Math.round(low), high: Math.max(Math.ceil(high), Math.round(low) + ANSWER_SECONDS) };
}

function meanHandlingMs(samples: readonly number[]): number {
  if (samples.length < ENOUGH_SAMPLES) return ASSUMED_HANDLING_MS;
  return samples.reduce((sum, value) => sum + value, 0) / samples.length;
}
