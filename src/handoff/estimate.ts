/** How long somebody at a place in line will wait, as a range, from what services really took and who gave up. Pure. */

export interface FloorNow {
  /** Durations in ms of the last services. */
  readonly handlingMs: readonly number[];
  /** Capacity of the agents there now who can serve this group, and how much of it is taken. */
  readonly slots: number;
  readonly taken: number;
  /** How many of those who wait give up, per waiting person and second. */
  readonly leavingPerSecond: number;
}

/** Seconds. Eight waits in ten end between `low` and `high`; half of them by `likely`, nine in ten by `high`. */
export interface WaitRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Until ten services were measured, a service is taken to last four minutes. */
const ASSUMED_HANDLING_MS = 240_000;
const ENOUGH_SAMPLES = 10;
/** An offer may take its full time to be answered even on an idle floor. */
const ANSWER_SECONDS = 20;
const USUAL_ANSWER_SECONDS = 5;
/** By how much the floor drifts while somebody waits, as a share of the wait: found with `bench/waiting.ts`. */
const DRIFT = 0.1;
/** Standard normal quantiles of 10 % and 90 %. */
const Z = 1.2816;

/** Null when nobody is there. `position` counts from 1, among those who wait for the same agents. */
export function estimateWait(position: number, floor: FloorNow): WaitRange | null {
  return waitEstimator(floor)(position);
}

/** For many places on one floor: what is worked out for one is there for those behind. */
export function waitEstimator(floor: FloorNow): (position: number) => WaitRange | null {
  if (floor.slots <= 0) return () => null;
  const steps = stepsOf(floor);
  return (position) => {
    const needed = Math.max(0, Math.ceil(position - Math.max(0, floor.slots - floor.taken)));
    if (needed === 0) return { low: 0, likely: USUAL_ANSWER_SECONDS, high: ANSWER_SECONDS };
    const { mean, variance } = steps(needed);
    const quantile = gammaQuantiles(mean, variance + (DRIFT * mean) ** 2);
    const low = Math.max(0, Math.floor(quantile(-Z)));
    const high = Math.ceil(quantile(Z)) + ANSWER_SECONDS;
    return { low, likely: Math.min(high, Math.max(low, Math.round(quantile(0)) + USUAL_ANSWER_SECONDS)), high };
  };
}

interface Steps {
  readonly mean: number;
  readonly variance: number;
}

/** Moving up one place takes until a service ends or somebody ahead gives up; the further back, the more may. */
function stepsOf(floor: FloorNow): (needed: number) => Steps {
  const services = floor.slots / (meanHandlingMs(floor.handlingMs) / 1000);
  let last: Steps = { mean: 0, variance: 0 };
  const known: Steps[] = [last];
  return (needed) => {
    for (let ahead = known.length - 1; ahead < needed; ahead += 1) {
      const each = 1 / (services + ahead * floor.leavingPerSecond);
      last = { mean: last.mean + each, variance: last.variance + each * each };
      known.push(last);
    }
    return known[needed] ?? last;
  };
}

/** Wilson and Hilferty's approximation of a gamma distribution with this mean and variance. */
function gammaQuantiles(mean: number, variance: number): (z: number) => number {
  const shape = (mean * mean) / variance;
  const spread = 1 / (9 * shape);
  return (z) => mean * Math.max(0, 1 - spread + z * Math.sqrt(spread)) ** 3;
}

function meanHandlingMs(samples: readonly number[]): number {
  if (samples.length < ENOUGH_SAMPLES) return ASSUMED_HANDLING_MS;
  return samples.reduce((sum, value) => sum + value, 0) / samples.length;
}
