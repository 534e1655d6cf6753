/** Reporting a fault: one ticket for one request, and its answer. */
import type { ServiceNetwork } from '../ports/service-network.js';
import { openTicket, type Asked } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { SkillAnswer } from './skill.js';

/** The button's value that asks for a report. */
export const REPORT = 'report=yes';
export const wantsReport = (slots: Readonly<Record<string, string>>): boolean => slots['report'] === 'yes';

export async function reportFault(network: ServiceNetwork, asked: Asked, note: string): Promise<SkillAnswer> {
  const { line, buttons } = asked.words;
  const ticket = await openTicket(network, asked, { kind: 'fault', note });
  return answered(asked, {
    lines: [line.reported({ id: ticket.id, due: ticket.dueAt })],
    buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
  });
}
