/** A copy of one's personal data, or its deletion: asked for by a tap, kept as a ticket with a date. */
import { accountSkill, openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
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

export const privacyRequest = ({ network }: SkillPorts): Skill =>
  accountSkill({
    id: 'privacy-request',
    async run(asked) {
      const { line, buttons } = asked.words;
      const { request } = asked.slots;
      if (request !== 'export' && request !== 'delete') return explain(asked);
      if (!asked.isSteppedUp) return { kind: 'needs-verification', level: 'step-up' };
      const ticket = await openTicket(network, asked, { kind: 'privacy', note: request });
      const said = request === 'export' ? line.privacyExportDone : line.privacyDeleteDone;
      return answered(asked, {
        lines: [said({ id: ticket.id, due: ticket.dueAt })],
        buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
      });
    },
  });
