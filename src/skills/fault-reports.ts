/** Reporting a fault: one ticket for one request, and its answer. */
import { openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { openCase } from './case-opening.js';
import { nextButton, personButton } from './buttons.js';
import type { SkillAnswer } from './skill.js';

/** The button's value that asks for a report. */
export const REPORT = 'report=yes';
export const wantsReport = (slots: Readonly<Record<string, string>>): boolean => slots['report'] === 'yes';

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
