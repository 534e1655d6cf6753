/** A call-back that was promised for a stated time is kept: then it is given to somebody who is there, and who is told. */
import type { Alert } from '../domain/alert.js';
import type { Case } from '../domain/case.js';
import { calling } from '../domain/case-steps.js';
import { isRefusal } from '../domain/errors.js';
import type { Staff } from '../domain/staff.js';
import { inBoth } from './alert-words.js';
import { alerted, alertOf, changeCase, personOf } from './room.js';
import type { CaseRoom } from './room.js';

/** To read what it is about before dialling. */
const AHEAD_MS = 5 * 60_000;
/** Those asked for without a time stand among them for as long as nobody takes them. */
const AT_ONCE = 500;

/** Answers how many were given out. Runs on every node; each giving is a claim. While nobody is there it waits for the next round. */
export async function giveOutCallBacks(room: CaseRoom): Promise<number> {
  const now = room.clock.now();
  const due = await room.book.list({ kind: 'call-back', stages: ['received'], isUnowned: true, dueBy: now + AHEAD_MS }, AT_ONCE);
  const open = due.filter(({ callAt, handler }) => callAt !== null && handler === null);
  if (open.length === 0) return 0;
  const there = await whoIsThere(room, now);
  let count = 0;
  for (const [index, one] of open.entries()) {
    const speaking = there.filter(({ languages }) => languages.includes(one.locale));
    const able = speaking.length > 0 ? speaking : there;
    const staff = able[index % Math.max(able.length, 1)];
    if (staff && (await give(room, one, staff, now))) count += 1;
  }
  return count;
}

async function give(room: CaseRoom, { id }: Case, staff: Staff, now: number): Promise<boolean> {
  return !isRefusal(await changeCase(room, id, (one) => calling(one, personOf(staff), now), { alert: (given) => dueToCall(given, staff, now) }));
}

function dueToCall(given: Case, { id: staffId, name }: Staff, now: number): Alert {
  const { number, title, callAt, conversationId } = given;
  const call = { number, title, at: callAt ?? now, name };
  const toOneself = { staffId, text: inBoth((words) => words.callDueOneself(call)) };
  return { ...alertOf('call-back-due', given, now), conversationId, text: inBoth((words) => words.callDue(call)), staffIds: [staffId], toOneself, ofCase: alerted(given) };
}

/** Longest idle first, as in the line. */
async function whoIsThere({ board, staff }: CaseRoom, now: number): Promise<readonly Staff[]> {
  const [rows, people] = await Promise.all([board.all(), staff.list()]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows
    .filter(({ status, isConnected, leaseUntil }) => status === 'online' && isConnected && leaseUntil > now)
    .sort((one, other) => one.idleSince - other.idleSince)
    .flatMap(({ staffId }) => byId.get(staffId) ?? [])
    .filter(({ isActive }) => isActive);
}
