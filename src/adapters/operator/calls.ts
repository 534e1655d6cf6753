/** The calls of one month, drawn so that the minutes called out are exactly those used, and the charges those billed. */
import { daysInMonth, startOfDay } from '../../domain/calendar.js';
import type { CallRecord } from '../../domain/account.js';
import { PRICES } from './catalogue.js';
import { oldestOffset, offsetOf, planIn, type Era } from './era.js';
import { callsSoFar, useOf } from './monthly-use.js';

const LONGEST_MINUTES = 24;

interface Draft {
  readonly at: number;
  readonly peer: string;
  readonly minutes: number;
  readonly seconds: number;
}

function draft(era: Era, month: string, name: string, minutes: number): Draft {
  const isRunning = month === era.month;
  const lastDay = isRunning ? Number(era.today.slice(8)) - 1 : daysInMonth(month);
  const day = era.draws.whole(`${name}-day`, 1, lastDay);
  const second = era.draws.whole(`${name}-at`, 8 * 3_600, 21 * 3_600 + 1_800);
  return {
    at: startOfDay(`${month}-${String(day).padStart(2, '0')}`) + second * 1_000,
    peer: `1390000${String(era.draws.whole(`${name}-peer`, 0, 9_999)).padStart(4, '0')}`,
    minutes,
    seconds: minutes * 60 - era.draws.whole(`${name}-rest`, 0, 59),
  };
}

function outgoing(era: Era, month: string, totalMinutes: number): Draft[] {
  const drafts: Draft[] = [];
  for (let left = totalMinutes, index = 0; left > 0; index += 1) {
    const minutes = Math.min(left, era.draws.whole(`call-${month}-${index}`, 1, LONGEST_MINUTES));
    drafts.push(draft(era, month, `call-${month}-${index}`, minutes));
    left -= minutes;
  }
  return drafts.sort((one, other) => one.at - other.at);
}

/** Newest first; nothing for a month that is not kept. */
export function callsOf(era: Era, month: string): readonly CallRecord[] {
  const offset = offsetOf(era, month);
  if (offset > 0 || offset < oldestOffset(era)) return [];
  const { voiceMinutes } = offset === 0 ? callsSoFar(era) : useOf(era, offset);
  let freeMinutes = planIn(era, offset).voiceMinutes;
  const records = outgoing(era, month, voiceMinutes).map((call): CallRecord => {
    const charged = Math.max(0, call.minutes - freeMinutes);
    freeMinutes = Math.max(0, freeMinutes - call.minutes);
    return { at: call.at, direction: 'out', peer: call.peer, seconds: call.seconds, amountFen: charged * PRICES.voiceMinuteFen };
  });
  const answered = Math.floor(records.length * 0.7);
  for (let index = 0; index < answered; index += 1) {
    const name = `answered-${month}-${index}`;
    const call = draft(era, month, name, era.draws.whole(name, 1, LONGEST_MINUTES));
    records.push({ at: call.at, direction: 'in', peer: call.peer, seconds: call.seconds, amountFen: 0 });
  }
  return records.sort((one, other) => other.at - one.at);
}
