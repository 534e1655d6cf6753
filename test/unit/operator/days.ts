/** The days and seeds over which the demo accounts are held to their promises, and a clock that stands still. */
import type { Clock } from '../../../src/ports/clock.js';

/** Ordinary, first and last of a month, turn of the year, leap day, around the due date. */
export const DAYS = ['2026-11-22', '2026-03-01', '2026-05-31', '2026-12-31', '2027-01-01', '2028-02-29', '2026-11-20', '2026-11-21', '2026-07-12'] as const;
export const SEEDS = [20_260_701, 1, 987_654_321] as const;

/** Two in the afternoon in China, unless said otherwise. */
export const at = (day: string, time = '14:07:31'): number => Date.parse(`${day}T${time}+08:00`);

export const standingClock = (now: number): Clock => ({ now: () => now, after: () => () => undefined });
