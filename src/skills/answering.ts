/** Builds the answers of skills: words, card and buttons of one message, and the slots to remember. */
import { CONFIRM_OPEN_MINUTES, type Card } from '../domain/card.js';
import type { Choice } from '../domain/dialogue-memory.js';
import type { ConfirmableChange } from '../domain/account.js';
import type { Button, MessageDraft } from '../domain/message.js';
import { confirmButtons, personButton } from './buttons.js';
import type { Asked } from './account-skill.js';
import type { SkillAnswer } from './skill.js';

/** A line of an answer's text: said in words for whoever sees no card, left out by a page that draws the card. */
export interface OnCard {
  readonly onCard: string;
}

export type Line = string | OnCard | null;

export const onCard = (line: string): OnCard => ({ onCard: line });

export interface Answer {
  /** Lines of the text; empty ones are left out. */
  readonly lines: readonly Line[];
  readonly card?: Card;
  readonly buttons: readonly Button[];
  readonly slots?: Readonly<Record<string, string>>;
  readonly choices?: readonly Choice[];
  readonly promises?: MessageDraft['promises'];
  readonly copyUntil?: number;
  /** The tap came too late, and nothing was changed. */
  readonly isUndone?: true;
}

type Spoken = Pick<Asked, 'intent'>;

function draft(asked: Spoken, answer: Answer): MessageDraft {
  const text = joined(answer.lines, true);
  const { card, promises, copyUntil, buttons } = answer;
  // Where the card says everything, the page is left to choose.
  const beside = (card !== undefined && joined(answer.lines, false)) || undefined;
  // The rule is told by whoever asked.
  return { from: 'bot', kind: card === undefined ? 'text' : 'card', text, beside, buttons, intent: asked.intent, rule: undefined, card, promises, copyUntil };
}

function joined(lines: readonly Line[], withCard: boolean): string {
  let text = '';
  for (const line of lines) {
    const said = typeof line === 'string' ? line : withCard ? line?.onCard : undefined;
    if (said) text = text === '' ? said : `${text}\n${said}`;
  }
  return text;
}

function listOf({ choices }: Answer): { readonly choices?: readonly Choice[] } {
  return choices === undefined ? {} : { choices };
}

export function answered(asked: Spoken, answer: Answer): SkillAnswer {
  return { kind: 'answered', messages: [draft(asked, answer)], slots: answer.slots ?? {}, choices: answer.choices, isUndone: answer.isUndone };
}

export function asks(asked: Spoken, slot: string, answer: Answer): SkillAnswer {
  return { kind: 'asks', slot, message: draft(asked, answer), slots: answer.slots ?? {}, ...listOf(answer) };
}

export interface Confirmation {
  readonly change: ConfirmableChange;
  readonly title: string;
  readonly ask: string;
  /** What is changed. */
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  /** What every change has to say of itself: the difference in price, from when, and how long it binds. */
  readonly terms: { readonly fee: string; readonly starts: string; readonly binds: string };
  readonly undo: string;
}

/** The card before a change. Its token comes back as the order key, so that one card makes one change. */
export function confirms(asked: Asked, { change, title, ask, rows: what, terms, undo }: Confirmation): SkillAnswer {
  const { answers } = asked.words;
  const { fee, starts, binds } = answers.confirmRow;
  const termRows = { fee: { name: fee, value: terms.fee }, starts: { name: starts, value: terms.starts }, binds: { name: binds, value: terms.binds } };
  const rows = [...what, termRows.fee, termRows.starts, termRows.binds];
  const expiresAt = asked.now + CONFIRM_OPEN_MINUTES * 60_000;
  const card: Card = { type: 'confirm', token: asked.orderKey, title, rows, undo, expiresAt };
  const drawn = [...rows.map((row) => answers.row(row)), undo, answers.confirmUntil({ minutes: CONFIRM_OPEN_MINUTES, at: expiresAt })];
  const message = draft(asked, { lines: [ask, ...drawn.map(onCard)], card, buttons: [...confirmButtons(asked.words, asked.orderKey), personButton(asked.words)] });
  const told = { fee: answers.row(termRows.fee), starts: answers.row(termRows.starts), binds: answers.row(termRows.binds), undo, what: what.map((row) => answers.row(row)).join('\n') };
  return { kind: 'confirms', change, message, told, slots: {} };
}
