/** Home broadband: outages and a line test first, then steps, then a repair visit at a time of the subscriber's choice. */
import type { LineCheck } from '../domain/account.js';
import { heardOnce, plainText } from '../domain/heard.js';
import { addDays, startOfDay } from '../domain/calendar.js';
import type { Case } from '../domain/case.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { inHand, inHandLine, registered, standingButtons, whenCalledOff } from './case-opening.js';
import type { MatterWish } from './case-opening.js';
import { nextButton, personButton } from './buttons.js';
import { asksForOtherTime, pastSteps } from './fault-reports.js';
import type { Skill, SkillAnswer } from './skill.js';

/** Of a wish for another time, as it was said. */
const LONGEST_WISH = 60;
const LONGEST_HALF = 12;
const VISIT = /^(\d{4}-\d{2}-\d{2})-(am|pm)$/u;
/** Tomorrow morning, tomorrow afternoon, the morning after. */
const SLOTS = [[1, 'am'], [1, 'pm'], [2, 'am']] as const;

type Half = (typeof SLOTS)[number][1];
/** Of the day, in hours. */
const ENDS_AT: Readonly<Record<Half, number>> = { am: 12, pm: 18 };
const HOUR_MS = 3_600_000;

interface Visit {
  readonly day: string;
  readonly half: Half;
}

/** With the visits on offer. */
type Offering = Asked & { readonly visits: readonly Visit[] };

/** None comes after the repair was to be done; the first of all where none ends before. */
function visitsWithin({ today, now }: Asked, hours: number): readonly Visit[] {
  const all = SLOTS.map(([days, half]) => ({ day: addDays(today, days), half }));
  const inTime = all.filter(({ day, half }) => startOfDay(day) + ENDS_AT[half] * HOUR_MS <= now + hours * HOUR_MS);
  return inTime.length > 0 ? inTime : all.slice(0, 1);
}

function visitLabel(asked: Asked, day: string, half: string): string {
  return asked.words.line.visit({ day, isMorning: half === 'am' });
}

function visitButtons(asked: Offering): readonly ReturnType<typeof nextButton>[] {
  return asked.visits.map(({ day, half }) => nextButton('broadband_fault', visitLabel(asked, day, half), `visit=${day}-${half}`));
}

/** The slot by which it is known that times were shown to choose from. */
const SHOWN = { times: 'shown' } as const;
const WANTS_VISIT = /报修|报障|维修|师傅|上门|预约|约|派人|来(?:人|修|看|吧|一下)|[上下]午来|\b(?:come|visit|book|technician|engineer|repair|send)\b/iu;

/** 「我明天上午有网课，网断了」 names a time, and nobody is to come then. */
function choosesVisit({ slots, text }: Asked): boolean {
  return slots['times'] === SHOWN.times || WANTS_VISIT.test(text) || asksForOtherTime(text);
}

const WEEKDAY = /周|星期|礼拜|day$/iu;
const WITH_MONTH = /月|[a-z]/iu;

/** Days are read as gone by, and a visit is to come: 「周一」 on a Sunday, 「1号」 on the 31st, 「1月1号」 on New Year's Eve. */
function aheadOf({ visits, today }: Offering, day: string, said: string): string {
  if (day > today || /上|last/iu.test(said)) return day;
  const weekday = (one: string): number => new Date(`${one}T00:00:00Z`).getUTCDay();
  const isMeant = (one: string): boolean => (WEEKDAY.test(said) ? weekday(one) === weekday(day) && day < today : one.slice(WITH_MONTH.test(said) ? 5 : 8) === day.slice(WITH_MONTH.test(said) ? 5 : 8));
  return visits.find((visit) => isMeant(visit.day))?.day ?? day;
}

/** 「明天下午来」: one of those on offer. */
function visitSaid(asked: Offering): string | null {
  const { entities, text, visits } = asked;
  if (!choosesVisit(asked)) return null;
  const named = entities.find(({ kind }) => kind === 'date');
  const half = /下午|afternoon|\bpm\b/iu.test(text) ? 'pm' : /上午|早上|morning|\bam\b/iu.test(text) ? 'am' : null;
  // 「下午来要得不」 names no day: the first with that half.
  const first = text.length <= LONGEST_HALF && !/过|没|了/u.test(text) ? visits.find((visit) => visit.half === half)?.day : undefined;
  const day = named === undefined ? first : aheadOf(asked, String(named.value), named.text);
  const isOffered = visits.some((visit) => visit.half === half && visit.day === day);
  return isOffered ? `${String(day)}-${String(half)}` : null;
}

/** A day or a half of it that is not on offer. */
function wantsOtherVisit(asked: Offering): boolean {
  const { entities, slots, today } = asked;
  // 「周六上午」 to the times on offer may be read as the one that is past.
  const isAhead = (day: string): boolean => slots['times'] === SHOWN.times || day >= today;
  return choosesVisit(asked) && entities.some(({ kind, value }) => kind === 'date' && isAhead(String(value))) && visitSaid(asked) === null;
}

/** Null when no visit was chosen, or one that is not on offer any more. */
function chosenVisit(asked: Offering): string | null {
  const [, day, half] = VISIT.exec(asked.slots['visit'] ?? visitSaid(asked) ?? '') ?? [];
  if (day === undefined || half === undefined || day <= asked.today) return null;
  return visitLabel(asked, day, half);
}

function visitWish(asked: Offering, visit: string): MatterWish {
  const note = `broadband, visit ${asked.slots['visit'] ?? visitSaid(asked) ?? ''}`;
  return { kind: 'fault', matter: 'broadband', title: `${asked.words.cases.matter.broadband} · ${visit}`, ticket: { kind: 'fault', note } };
}

/** A time that is said after it is another one for the same visit. */
function book(ports: SkillPorts, asked: Offering, visit: string): Promise<SkillAnswer> {
  const said = (named: { id: string; due: number }): string => asked.words.line.visitBooked({ visit, ...named });
  return registered(ports, asked, { ...visitWish(asked, visit), said, slots: SHOWN });
}

function showCheck(asked: Offering, check: LineCheck, { hours, reported }: { hours: number; reported: Case | null }): SkillAnswer {
  const { line } = asked.words;
  const found = line.lineCheck[check.fault]({ asOf: check.asOf });
  if (reported) return answered(asked, { lines: [found, inHandLine(asked, reported)], buttons: standingButtons(asked, reported), slots: SHOWN });
  const past = pastSteps(asked);
  const areSkipped = past.areSkipped || wantsOtherVisit(asked);
  const { opening } = past;
  if (asked.slots['times'] === SHOWN.times && hurries(asked.text)) return answered(asked, { lines: [line.bookFirst], buttons: [...visitButtons(asked), personButton(asked.words)], slots: SHOWN });
  return answered(asked, {
    lines: [opening, found, wantsOtherVisit(asked) ? line.visitOnly : null, areSkipped ? null : line.broadbandSteps, areSkipped ? line.visitPick({ hours }) : line.visitAsk({ hours })],
    buttons: [...visitButtons(asked), personButton(asked.words)],
    slots: SHOWN,
  });
}

/** Right after the times were shown: 「我要加急」. What is not registered cannot be chased. */
const hurries = heardOnce((text) => plainText(text).length <= 30 && /加急|催|尽快|赶紧|快(?:一?点|些)|着急|急[啊呀死]|\b(?:urgent|asap|hurry|sooner|faster|quick(?:ly|er)?)\b/iu.test(plainText(text)));

export const broadbandFault = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'broadband-fault',
    async run(given) {
      const { line } = given.words;
      const { region } = await ports.businessSystem.profile(given.msisdn);
      const hours = ports.cases.repairHours(region);
      const asked: Offering = { ...given, visits: visitsWithin(given, hours) };
      const visit = chosenVisit(asked);
      const wish = [...asked.text].slice(0, LONGEST_WISH).join('');
      const calledOff = visit === null ? await whenCalledOff(ports, asked, visitWish(asked, wish)) : null;
      if (calledOff) return calledOff;
      const check = await ports.network.checkLine(asked.msisdn);
      if (check === null) return answered(asked, { lines: [line.noBroadband], buttons: [personButton(asked.words)] });
      const isBooked = (asksForOtherTime(asked.text) || wantsOtherVisit(asked)) && (await inHand(ports, asked, 'broadband')) !== null;
      if (visit !== null || isBooked) return book(ports, asked, visit ?? wish);
      const outage = (await ports.network.outages(region)).find(({ service }) => service === 'broadband');
      if (outage === undefined) return showCheck(asked, check, { hours, reported: await inHand(ports, asked, 'broadband') });
      const { text, since, restoredBy } = outage;
      return answered(asked, {
        lines: [line.outage({ region: outage.region, isOwnArea: true, text: text[asked.locale], since, restoredBy })],
        buttons: [personButton(asked.words)],
      });
    },
  });
