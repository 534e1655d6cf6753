/** Times counted on a growing scale, so that days can be added up and a median still be read within two and a half per cent. Pure. */
import type { Spread } from '../domain/figures.js';

const GROWTH = Math.log(1.05);

/** `seconds` from 0. */
export function stepOf(seconds: number): string {
  return String(Math.round(Math.log1p(Math.max(0, seconds)) / GROWTH));
}

export function spreadOf(times: readonly number[]): Spread {
  return times.reduce<Record<string, number>>((spread, seconds) => {
    const step = stepOf(seconds);
    spread[step] = (spread[step] ?? 0) + 1;
    return spread;
  }, {});
}

/** The time that this share of all stays below, in seconds; null when there is none. */
export function quantile(spread: Spread, share: number): number | null {
  const steps = Object.entries(spread).map(([step, count]) => [Number(step), count] as const).sort(([one], [other]) => one - other);
  const total = steps.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [step, count] of steps) {
    seen += count;
    if (seen >= total * share) return secondsOf(step);
  }
  return secondsOf(steps.at(-1)?.[0] ?? 0);
}

function secondsOf(step: number): number {
  return Math.round(Math.expm1(step * GROWTH) * 10) / 10;
}

/** Sums by key. */
export function added(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const sum: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
