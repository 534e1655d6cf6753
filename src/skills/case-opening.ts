/** Opens a case from a skill and says so: its number, what comes next, and the promise that goes with it. */
import type { Case, CaseKind } from '../domain/case.js';
import { caseInWords, nextDue } from '../domain/case.js';
import type { MessageDraft } from '../domain/message.js';
import { nextStep } from '../wording/case-words.js';
import type { Asked, SkillPorts } from './account-skill.js';

export interface CaseSpoken {
  readonly one: Case;
  readonly dueAt: number;
  /** To go with the sentence that names the deadline. */
  readonly promises: NonNullable<MessageDraft['promises']>;
}

export interface CaseAsked {
  readonly kind: CaseKind;
  readonly title: string;
  readonly ticketId?: string;
}

export async function openCase({ cases }: Pick<SkillPorts, 'cases'>, asked: Asked, wish: CaseAsked): Promise<CaseSpoken> {
  const { msisdn, conversationId, locale, orderKey: source } = asked;
  await asked.recorded();
  const { case: one } = await cases.openFor({ ...wish, msisdn, conversationId, locale, source });
  const dueAt = nextDue(one) ?? one.close.dueAt;
  const text = `${one.number} · ${nextStep(asked.words, caseInWords(one))}`;
  return { one, dueAt, promises: [{ text, dueAt, caseId: one.id }] };
}
