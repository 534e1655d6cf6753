/** Where everything stands that outlived a chat: our cases first, then the operator's own tickets that belong to none of them. */
import type { Ticket } from '../domain/account.js';
import { caseInWords, isOpenCase, nextDue } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import type { CasesCard } from '../domain/card.js';
import { nextStep } from '../wording/case-words.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
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

function ofTicket(asked: Asked, ticket: Ticket): Standing {
  const { line } = asked.words;
  const last = ticket.steps.at(-1) ?? { at: ticket.createdAt, text: ticket.title };
  const isRunning = ticket.state === 'open' || ticket.state === 'in-progress';
  const [title, state] = [ticket.title[asked.locale], line.ticketState[ticket.state]];
  const due = isRunning ? line.ticketDue({ at: ticket.dueAt }) : '';
  return {
    line: line.ticketLine({ id: ticket.id, title, state, at: last.at, step: last.text[asked.locale], due }),
    row: { name: ticket.id, value: state, note: title, ...(isRunning ? { dueAt: ticket.dueAt } : {}) },
  };
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
      const { yes, no } = asked.words.cases;
      const solved = waiting === undefined ? [] : [{ id: 'case:solved', label: yes, value: waiting.id }, { id: 'case:not-solved', label: no, value: waiting.id }];
      return answered(asked, {
        lines: [line.tickets({ asOf, count: standings.length }), ...standings.map((one) => one.line)],
        card: { type: 'cases', asOf, title: line.ticketsTitle, rows: standings.map((one) => one.row) },
        buttons: [...solved, personButton(asked.words), nextButton('complaint', buttons.complaint)],
      });
    },
  });
