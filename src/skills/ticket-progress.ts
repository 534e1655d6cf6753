/** Where everything stands that outlived a chat: what was promised, our cases, then the operator's own tickets that belong to none of them. */
import type { Ticket } from '../domain/account.js';
import { caseInWords, isOpenCase, nextDue } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import type { CasesCard } from '../domain/card.js';
import { besideCases } from '../domain/promise.js';
import type { PromiseMade } from '../domain/promise.js';
import { caseName, nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { callsOff } from './calling-off.js';
import { solvedButtons } from './case-opening.js';
import { promised } from './promised.js';
import type { Skill, SkillAnswer } from './skill.js';

const SHOWN = 3;

interface Standing {
  readonly line: string;
  readonly row: CasesCard['rows'][number];
}

function ofCase(asked: Pick<Asked, 'words' | 'now'>, one: Case): Standing {
  const { cases } = asked.words;
  const dueAt = nextDue(one);
  const told = { number: one.number, kind: caseName(asked.words, one), stage: cases.stage[one.stage], next: nextStep(asked.words, caseInWords(one)), leftMs: dueAt === null ? null : dueAt - asked.now };
  return { line: cases.item(told), row: { name: one.number, value: told.stage, note: `${told.kind} · ${told.next}`, ...(dueAt === null ? {} : { dueAt }) } };
}

function runningDue({ state, dueAt }: Ticket): number | null {
  return state === 'open' || state === 'in-progress' ? dueAt : null;
}

/** Where one of the operator's own tickets stands. */
export function ticketLine({ words: { line }, locale, now }: Pick<Asked, 'words' | 'locale' | 'now'>, ticket: Ticket): string {
  const last = ticket.steps.at(-1) ?? { at: ticket.createdAt, text: ticket.title };
  const due = runningDue(ticket);
  const [title, state] = [ticket.title[locale], line.ticketState[ticket.state]];
  return line.ticketLine({ id: ticket.id, title, state, at: last.at, step: last.text[locale], due: due === null ? '' : line.ticketDue({ at: due, leftMs: due - now }) });
}

function ofTicket(asked: Pick<Asked, 'words' | 'locale' | 'now'>, ticket: Ticket): Standing {
  const due = runningDue(ticket);
  const row = { name: ticket.id, value: asked.words.line.ticketState[ticket.state], note: ticket.title[asked.locale], ...(due === null ? {} : { dueAt: due }) };
  return { line: ticketLine(asked, ticket), row };
}

/** What the record of ours holds, and the operator's own tickets. */
interface Held {
  readonly cases: readonly Case[];
  readonly promises: readonly PromiseMade[];
  readonly tickets: readonly Ticket[];
}

type Told = Pick<Asked, 'words' | 'locale' | 'now' | 'intent' | 'text'>;

function told(asked: Told, { cases, promises: made, tickets }: Held): SkillAnswer {
  const { words, now: asOf } = asked;
  const promises = promised(asked, besideCases(made, cases));
  const linked = new Set(cases.map(({ ticketId }) => ticketId));
  const inOrder = [...cases.filter(isOpenCase), ...cases.filter((one) => !isOpenCase(one))];
  const standings = [
    ...inOrder.map((one) => ofCase(asked, one)),
    ...tickets.filter(({ id }) => !linked.has(id)).map((ticket) => ofTicket(asked, ticket)),
  ].slice(0, SHOWN);
  const waiting = inOrder.find(({ stage }) => stage === 'asked');
  return answered(asked, {
    lines: [...promises.lines, ...(standings.length === 0 ? [] : [words.line.tickets({ asOf, count: standings.length })]), ...standings.map((one) => one.line), callsOff(asked.text) ? words.cases.calledOff : null],
    card: { type: 'cases', asOf, title: words.cases.title, rows: [...promises.rows, ...standings.map((one) => one.row)] },
    buttons: [...solvedButtons(words, waiting ?? null), personButton(words), nextButton('complaint', words.buttons.complaint)],
  });
}

function isEmpty({ cases, promises, tickets }: Held): boolean {
  return cases.length + promises.length + tickets.length === 0;
}

export function ticketProgress({ network, cases }: SkillPorts): Skill {
  const ofNumber = accountSkill({
    id: 'ticket-progress',
    async run(asked) {
      const { words, msisdn, now: asOf } = asked;
      const [own, made, tickets] = await Promise.all([cases.ofHolder(asked), cases.promisedTo(asked), network.tickets(msisdn)]);
      const held = { cases: own, promises: made, tickets };
      if (!isEmpty(held)) return told(asked, held);
      return answered(asked, {
        lines: [words.line.ticketsNone({ asOf })],
        buttons: [nextButton('complaint', words.buttons.complaint), personButton(words)],
      });
    },
  });
  return {
    id: ofNumber.id,
    /** Who is not verified hears what this very conversation left open, as the page shows it; everything else needs the number. */
    async run(request) {
      if (request.msisdn !== null) return ofNumber.run(request);
      const holder = { msisdn: null, conversationId: request.conversationId };
      const [own, made] = await Promise.all([cases.ofHolder(holder), cases.promisedTo(holder)]);
      const held = { cases: own, promises: made, tickets: [] };
      return isEmpty(held) ? ofNumber.run(request) : told({ ...request, words: wordingFor(request.locale) }, held);
    },
  };
}
