/** Where everything stands that outlived a chat: our cases first, then the operator's own tickets that belong to none of them. */
import type { Ticket } from '../domain/account.js';
import { caseInWords, isOpenCase, nextDue } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import type { CasesCard } from '../domain/card.js';
import { nextStep } from '../wording/case-words.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { solvedButtons } from './case-opening.js';
import type { Skill } from './skill.js';

const SHOWN = 3;

interface Standing {
  readonly line: string;
  readonly row: CasesCard['rows'][number];
}

function ofCase(asked: Asked, one: Case): Standing {
  const { cases } = asked.words;
  const told = { number: one.number, kind: cases.kind[one.kind], stage: cases.stage[one.stage], next: nextStep(asked.words, caseInWords(one)) };
  const dueAt = nextDue(one);
  return { line: cases.item(told), row: { name: one.number, value: told.stage, note: `${told.kind} · ${told.next}`, ...(dueAt === null ? {} : { dueAt }) } };
}

function runningDue({ state, dueAt }: Ticket): number | null {
  return state === 'open' || state === 'in-progress' ? dueAt : null;
}

/** Where one of the operator's own tickets stands. */
export function ticketLine({ words: { line }, locale }: Pick<Asked, 'words' | 'locale'>, ticket: Ticket): string {
  const last = ticket.steps.at(-1) ?? { at: ticket.createdAt, text: ticket.title };
  const due = runningDue(ticket);
  const [title, state] = [ticket.title[locale], line.ticketState[ticket.state]];
  return line.ticketLine({ id: ticket.id, title, state, at: last.at, step: last.text[locale], due: due === null ? '' : line.ticketDue({ at: due }) });
}

function ofTicket(asked: Asked, ticket: Ticket): Standing {
  const due = runningDue(ticket);
  const row = { name: ticket.id, value: asked.words.line.ticketState[ticket.state], note: ticket.title[asked.locale], ...(due === null ? {} : { dueAt: due }) };
  return { line: ticketLine(asked, ticket), row };
}

export const ticketProgress = ({ network, cases }: SkillPorts): Skill =>
  accountSkill({
    id: 'ticket-progress',
    async run(asked) {
      const { line, buttons } = asked.words;
      const { msisdn, conversationId, now: asOf } = asked;
      const [own, placed] = await Promise.all([cases.ofHolder({ msisdn, conversationId }), network.tickets(msisdn)]);
      const linked = new Set(own.map(({ ticketId }) => ticketId));
      const inOrder = [...own.filter(isOpenCase), ...own.filter((one) => !isOpenCase(one))];
      const standings = [
        ...inOrder.map((one) => ofCase(asked, one)),
        ...placed.filter(({ id }) => !linked.has(id)).map((ticket) => ofTicket(asked, ticket)),
      ].slice(0, SHOWN);
      if (standings.length === 0) {
        return answered(asked, {
          lines: [line.ticketsNone({ asOf })],
          buttons: [nextButton('complaint', buttons.complaint), personButton(asked.words)],
        });
      }
      const waiting = inOrder.find(({ stage }) => stage === 'asked');
      return answered(asked, {
        lines: [line.tickets({ asOf, count: standings.length }), ...standings.map((one) => one.line)],
        card: { type: 'cases', asOf, title: line.ticketsTitle, rows: standings.map((one) => one.row) },
        buttons: [...solvedButtons(asked.words, waiting ?? null), personButton(asked.words), nextButton('complaint', buttons.complaint)],
      });
    },
  });
