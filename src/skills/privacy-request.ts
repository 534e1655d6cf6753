/** A copy of one's personal data, or its deletion: asked for by a tap, kept as a ticket with a date. */
import { accountSkill, openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { openCase } from './case-opening.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill, SkillAnswer } from './skill.js';

function explain(asked: Asked): SkillAnswer {
  const { line } = asked.words;
  return answered(asked, {
    lines: [line.privacy],
    buttons: [
      nextButton('privacy_request', line.privacyExport, 'request=export'),
      nextButton('privacy_request', line.privacyDelete, 'request=delete'),
      personButton(asked.words),
    ],
  });
}

export const privacyRequest = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'privacy-request',
    async run(asked) {
      const { line, buttons } = asked.words;
      const { request } = asked.slots;
      if (request !== 'export' && request !== 'delete') return explain(asked);
      if (!asked.isSteppedUp) return { kind: 'needs-verification', level: 'step-up' };
      const ticket = await openTicket(ports.network, asked, { kind: 'privacy', note: request });
      const title = request === 'export' ? line.privacyExport : line.privacyDelete;
      const { one, dueAt: due, promises } = await openCase(ports, asked, { kind: 'privacy-request', title, ticketId: ticket.id });
      const said = request === 'export' ? line.privacyExportDone : line.privacyDeleteDone;
      return answered(asked, {
        lines: [said({ id: one.number, due })],
        promises,
        buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
      });
    },
  });
