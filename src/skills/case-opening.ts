/** Registers a matter from a skill, once: its number, what comes next and the promise that goes with it. What is in hand already is told instead. */
import type { Case, CaseKind, CaseMatter } from '../domain/case.js';
import { caseInWords, isOpenCase, nextDue } from '../domain/case.js';
import type { Ticket } from '../domain/account.js';
import type { Button, MessageDraft } from '../domain/message.js';
import { caseName, nextStep } from '../wording/case-words.js';
import { openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { callsOff } from './calling-off.js';
import type { SkillAnswer } from './skill.js';

interface Registered {
  readonly one: Case;
  readonly isNew: boolean;
  readonly dueAt: number;
  /** To go with the sentence that names the deadline. */
  readonly promises: NonNullable<MessageDraft['promises']>;
}

export interface MatterWish {
  readonly kind: CaseKind;
  readonly matter: CaseMatter;
  readonly title: string;
  readonly ticket: { readonly kind: Ticket['kind']; readonly note: string };
  /** The operator's own ticket, if it already runs. */
  readonly running?: Ticket;
}

/** The open case of this matter, whichever chat it is from. */
export async function inHand({ cases }: Pick<SkillPorts, 'cases'>, asked: Asked, matter: CaseMatter): Promise<Case | null> {
  const own = await cases.ofHolder(asked);
  return own.find((one) => one.matter === matter && isOpenCase(one)) ?? null;
}

async function register(ports: SkillPorts, asked: Asked, wish: MatterWish): Promise<Registered> {
  const { kind, matter, title, ticket } = wish;
  const { msisdn, conversationId, locale, orderKey: source } = asked;
  const known = await inHand(ports, asked, matter);
  // The same turn once more gets its own case and ticket, not word of them.
  const isTold = known !== null && known.source !== source;
  const placed = isTold ? null : (wish.running ?? (await openTicket(ports.network, asked, ticket)));
  await asked.recorded();
  const ticketId = placed === null ? {} : { ticketId: placed.id };
  const { case: one } = await ports.cases.openFor({ kind, matter, title, msisdn, conversationId, locale, source, ...ticketId });
  const dueAt = nextDue(one) ?? one.close.dueAt;
  const text = `${one.number} · ${nextStep(asked.words, caseInWords(one))}`;
  return { one, isNew: !isTold, dueAt, promises: [{ text, dueAt, caseId: one.id }] };
}

/** Registered and said so; who had it registered before hears where that stands, and what was said now is added. */
export async function registered(ports: SkillPorts, asked: Asked, wish: MatterWish & { readonly said?: (named: { id: string; due: number }) => string; readonly slots?: Readonly<Record<string, string>> }): Promise<SkillAnswer> {
  const { line, cases } = asked.words;
  const { one, isNew, dueAt: due, promises } = await register(ports, asked, wish);
  const before = { number: one.number, kind: caseName(asked.words, one), due: nextStep(asked.words, caseInWords(one)) };
  return answered(asked, {
    lines: [isNew ? (wish.said ?? line.reported)({ id: one.number, due }) : cases.openedBefore(before), !isNew && callsOff(asked.text) ? cases.calledOff : null],
    ...(nextDue(one) === null ? {} : { promises }),
    buttons: isNew ? standingButtons(asked, null) : standingButtons(asked, one),
    slots: wish.slots ?? {},
  });
}

/** 「别来了」, "it's working again": added to the case that is open; with none there is nobody to keep away. Null where nothing of the kind is said. */
export async function whenCalledOff(ports: SkillPorts, asked: Asked, wish: MatterWish): Promise<SkillAnswer | null> {
  if (!callsOff(asked.text)) return null;
  const { words } = asked;
  return (await inHand(ports, asked, wish.matter)) ? registered(ports, asked, wish) : answered(asked, { lines: [words.cases.nothingToCallOff], buttons: [nextButton('ticket_progress', words.buttons.tickets), personButton(words)] });
}

export function inHandLine({ words, locale }: Pick<Asked, 'words' | 'locale'>, one: Case): string {
  // The title says which visit, which payment; in the language it was registered in.
  const title = one.locale === locale ? one.title : '';
  return words.cases.inHand({ number: one.number, title, stage: words.cases.stage[one.stage], next: nextStep(words, caseInWords(one)) });
}

/** Under word of a case: whether it is solved, where that is the question; how it goes; a person. */
export function standingButtons({ words }: Pick<Asked, 'words'>, one: Case | null): readonly Button[] {
  return [...solvedButtons(words, one), nextButton('ticket_progress', words.buttons.tickets), personButton(words)];
}

export function solvedButtons({ cases: { yes, no } }: Asked['words'], one: Case | null): readonly Button[] {
  if (one?.stage !== 'asked') return [];
  return [{ id: 'case:solved', label: yes, value: one.id }, { id: 'case:not-solved', label: no, value: one.id }];
}
