/** Reporting a fault: one ticket for one request, and its answer. */
import { openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { openCase } from './case-opening.js';
import { nextButton, personButton } from './buttons.js';
import type { SkillAnswer } from './skill.js';

/** The button's value that asks for a report. */
export const REPORT = 'report=yes';
export const wantsReport = (slots: Readonly<Record<string, string>>): boolean => slots['report'] === 'yes';

const TRIED = /试过|试了|(?:都|全|按|照)(?:做|弄|着做|重启)了?|重启(?:过|了)|还是(?:不行|不好|没用|一样|没信号|连不上|上不了|很?慢|断)|没有?(?:用|效果|作用)[。!！~]*$|不管用|没好|\btried\b|\bdid (?:all )?(?:that|those|it)\b|\bstill (?:not|no|down|slow|dead|the same|doesn|does not|nothing)|\bno luck\b|\b(?:didn'?t|did not|doesn'?t|does not) help\b|\brestarted\b/iu;
const MOST_CHARS = 60;

/** 「都试过了还是不行」: nobody is told the same steps twice. */
export function hasTriedAlready(text: string): boolean {
  return text.length <= MOST_CHARS && TRIED.test(text.normalize('NFKC'));
}

export async function reportFault(ports: SkillPorts, asked: Asked, note: string): Promise<SkillAnswer> {
  const { line, buttons, cases } = asked.words;
  const ticket = await openTicket(ports.network, asked, { kind: 'fault', note });
  const title = asked.text === '' ? cases.kind.fault : asked.text;
  const { one, dueAt: due, promises } = await openCase(ports, asked, { kind: 'fault', title, ticketId: ticket.id });
  return answered(asked, {
    lines: [line.reported({ id: one.number, due })],
    promises,
    buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
  });
}
