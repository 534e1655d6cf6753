/** Home broadband: outages and a line test first, then steps, then a repair visit at a time of the subscriber's choice. */
import type { LineCheck } from '../domain/account.js';
import { addDays } from '../domain/calendar.js';
import { accountSkill, openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { openCase } from './case-opening.js';
import { nextButton, personButton } from './buttons.js';
import { hasTriedAlready } from './fault-reports.js';
import type { Skill, SkillAnswer } from './skill.js';

const VISIT = /^(\d{4}-\d{2}-\d{2})-(am|pm)$/u;
/** Tomorrow morning, tomorrow afternoon, the morning after. */
const SLOTS = [[1, 'am'], [1, 'pm'], [2, 'am']] as const;

function visitLabel(asked: Asked, day: string, half: string): string {
  return asked.words.line.visit({ day, isMorning: half === 'am' });
}

function visitButtons(asked: Asked): readonly ReturnType<typeof nextButton>[] {
  return SLOTS.map(([days, half]) => {
    const day = addDays(asked.today, days);
    return nextButton('broadband_fault', visitLabel(asked, day, half), `visit=${day}-${half}`);
  });
}

/** 「明天下午来」: one of those on offer. */
function visitSaid({ entities, text, today }: Asked): string | null {
  const day = entities.find(({ kind }) => kind === 'date')?.value;
  const half = /下午|afternoon|\bpm\b/iu.test(text) ? 'pm' : /上午|早上|morning|\bam\b/iu.test(text) ? 'am' : null;
  const isOffered = SLOTS.some(([days, offered]) => offered === half && addDays(today, days) === day);
  return isOffered ? `${String(day)}-${String(half)}` : null;
}

/** Null when no visit was chosen, or one that is not on offer any more. */
function chosenVisit(asked: Asked): string | null {
  const [, day, half] = VISIT.exec(asked.slots['visit'] ?? visitSaid(asked) ?? '') ?? [];
  if (day === undefined || half === undefined || day <= asked.today) return null;
  return visitLabel(asked, day, half);
}

async function book(ports: SkillPorts, asked: Asked, visit: string): Promise<SkillAnswer> {
  const { line, buttons, cases } = asked.words;
  const ticket = await openTicket(ports.network, asked, { kind: 'fault', note: `broadband, visit ${asked.slots['visit'] ?? visitSaid(asked) ?? ''}` });
  const { one, dueAt: due, promises } = await openCase(ports, asked, { kind: 'fault', title: `${cases.kind.fault} · ${visit}`, ticketId: ticket.id });
  return answered(asked, {
    lines: [line.visitBooked({ visit, id: one.number, due })],
    promises,
    buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
  });
}

function showCheck(asked: Asked, check: LineCheck, hours: number): SkillAnswer {
  const { line } = asked.words;
  const visit = line.visitAsk({ hours });
  return answered(asked, {
    lines: hasTriedAlready(asked.text) ? [line.triedEnough, line.lineCheck[check.fault]({ asOf: check.asOf }), visit] : [line.lineCheck[check.fault]({ asOf: check.asOf }), line.broadbandSteps, visit],
    buttons: [...visitButtons(asked), personButton(asked.words)],
  });
}

export const broadbandFault = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'broadband-fault',
    async run(asked) {
      const { line } = asked.words;
      const visit = chosenVisit(asked);
      const check = await ports.network.checkLine(asked.msisdn);
      if (check === null) return answered(asked, { lines: [line.noBroadband], buttons: [personButton(asked.words)] });
      if (visit !== null) return book(ports, asked, visit);
      const { region } = await ports.businessSystem.profile(asked.msisdn);
      const outages = (await ports.network.outages(region)).filter((outage) => outage.service === 'broadband');
      const [outage] = outages;
      if (outage === undefined) return showCheck(asked, check, ports.cases.repairHours(region));
      const { text, since, restoredBy } = outage;
      return answered(asked, {
        lines: [line.outage({ region: outage.region, isOwnArea: true, text: text[asked.locale], since, restoredBy })],
        buttons: [personButton(asked.words)],
      });
    },
  });
