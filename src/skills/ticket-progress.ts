/** Where each ticket stands: its last step, and by when it is to be closed. */
import type { Ticket } from '../domain/account.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill } from './skill.js';

const SHOWN = 3;

function ticketLine(asked: Asked, ticket: Ticket): string {
  const { line } = asked.words;
  const last = ticket.steps.at(-1) ?? { at: ticket.createdAt, text: ticket.title };
  const isRunning = ticket.state === 'open' || ticket.state === 'in-progress';
  return line.ticketLine({
    id: ticket.id,
    title: ticket.title[asked.locale],
    state: line.ticketState[ticket.state],
    at: last.at,
    step: last.text[asked.locale],
    due: isRunning ? line.ticketDue({ at: ticket.dueAt }) : '',
  });
}

export const ticketProgress = ({ network }: SkillPorts): Skill =>
  accountSkill({
    id: 'ticket-progress',
    async run(asked) {
      const { line, buttons } = asked.words;
      const asOf = asked.now;
      const tickets = (await network.tickets(asked.msisdn)).slice(0, SHOWN);
      if (tickets.length === 0) {
        return answered(asked, {
          lines: [line.ticketsNone({ asOf })],
          buttons: [nextButton('complaint', buttons.complaint), personButton(asked.words)],
        });
      }
      const rows = tickets.map((ticket) => ({
        name: ticket.id, value: line.ticketState[ticket.state], note: ticket.title[asked.locale],
      }));
      return answered(asked, {
        lines: [line.tickets({ asOf, count: tickets.length }), ...tickets.map((ticket) => ticketLine(asked, ticket))],
        card: factsCard(line.ticketsTitle, asOf, rows),
        buttons: [personButton(asked.words), nextButton('complaint', buttons.complaint)],
      });
    },
  });
