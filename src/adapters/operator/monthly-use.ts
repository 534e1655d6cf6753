/** What one subscriber used in one month: drawn for a whole month, and of the running month as much as has passed. */
import { daysInMonth } from '../../domain/calendar.js';
import type { BilledUsage } from '../../domain/account.js';
import { isPausedIn, monthAt, packsIn, planIn, type Era } from './era.js';
import type { Habit } from './script.js';

const NOTHING: BilledUsage = { dataMb: 0, voiceMinutes: 0, smsCount: 0, roamingMb: 0, roamingDays: 0 };

function habitIn(era: Era, offset: number): Habit {
  return { ...era.script.habit, ...era.script.special?.[offset] };
}

function drawBetween(era: Era, name: string, range: readonly [number, number]): number {
  return range[0] + era.draws.share(name) * (range[1] - range[0]);
}

function roamingIn(era: Era, offset: number): { roamingMb: number; roamingDays: number } {
  const trip = era.script.trips?.find((candidate) => candidate.month === offset);
  if (trip === undefined) return { roamingMb: 0, roamingDays: 0 };
  return { roamingMb: era.draws.whole(`roam-${monthAt(era, offset)}`, trip.mb[0], trip.mb[1]), roamingDays: trip.days };
}

function packMb(era: Era, offset: number): number {
  return packsIn(era, offset).reduce((total, pack) => total + pack.product.dataMb, 0);
}

/** The whole of a past month. */
export function useOf(era: Era, offset: number): BilledUsage {
  if (isPausedIn(era, offset)) return NOTHING;
  const month = monthAt(era, offset);
  const habit = habitIn(era, offset);
  const plan = planIn(era, offset);
  const data = Math.floor(plan.dataMb * drawBetween(era, `data-${month}`, habit.data));
  return {
    dataMb: era.script.isCapped === true ? Math.min(data, plan.dataMb + packMb(era, offset)) : data,
    voiceMinutes: Math.floor(plan.voiceMinutes * drawBetween(era, `voice-${month}`, habit.voice)),
    smsCount: Math.floor(drawBetween(era, `sms-${month}`, habit.sms)),
    ...roamingIn(era, offset),
  };
}

/** Share of the month that has passed at the middle of that day. */
function passed(era: Era, day: number): number {
  return (day - 0.5) / daysInMonth(era.month);
}

/** Domestic data of the running month up to that day of it, before any cap. */
export function dataUpTo(era: Era, day: number): number {
  if (isPausedIn(era, 0) || day < 1) return 0;
  const quota = planIn(era, 0).dataMb;
  const drawn = era.draws.share(`data-${era.month}`);
  if (era.script.quotaNow === 'near') return Math.floor(quota * (0.9 + 0.02 * drawn + 0.06 * passed(era, day)));
  if (era.script.quotaNow === 'gone') return quota;
  return Math.floor(quota * drawBetween(era, `data-${era.month}`, habitIn(era, 0).data) * passed(era, day));
}

/** Calls and texts of the running month, to the end of yesterday, so that every one of them has a time in the past. */
export function callsSoFar(era: Era): { voiceMinutes: number; smsCount: number } {
  if (isPausedIn(era, 0)) return { voiceMinutes: 0, smsCount: 0 };
  const habit = habitIn(era, 0);
  const share = (Number(era.today.slice(8)) - 1) / daysInMonth(era.month);
  return {
    voiceMinutes: Math.floor(planIn(era, 0).voiceMinutes * drawBetween(era, `voice-${era.month}`, habit.voice) * share),
    smsCount: Math.floor(drawBetween(era, `sms-${era.month}`, habit.sms) * share),
  };
}
