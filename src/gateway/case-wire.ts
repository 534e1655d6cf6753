/** Cases to the wire: as their subscriber sees them, and as the desk does. */
import { caseInWords, nextDue } from '../domain/case.js';
import type { Case, CaseActor } from '../domain/case.js';
import type { Locale } from '../domain/locale.js';
import type { PromiseMade } from '../domain/promise.js';
import type { DeskCase, OwnCase, WirePromise } from '../protocol/cases.js';
import { caseName, nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import { masked } from './wire.js';

/** Only what is meant for the subscriber; a step without words of its own is left out. */
export function toOwnCase(one: Case, locale: Locale): OwnCase {
  const words = wordingFor(locale);
  const told = caseInWords(one);
  const what = told.isFirstAnswerDue ? 'first-answer' : one.kind === 'call-back' ? 'call' : 'close';
  return {
    ...{ id: one.id, number: one.number, kind: one.kind, kindName: caseName(words, one), stage: one.stage, stageName: words.cases.stage[one.stage] },
    ...{ title: one.title, createdAt: one.createdAt, next: nextStep(words, told), owner: one.owner?.name ?? null },
    due: told.dueAt === null ? null : { at: told.dueAt, what },
    steps: one.history.flatMap(({ at, text, isPublic, kind }) => (isPublic && kind !== 'opened' && kind !== 'owner' && text !== '' ? [{ at, text: kind === 'refund-paid' ? refunded(one, locale) : text }] : [])),
  };
}

/** The record has the sum alone, which says nothing where it stands by itself. */
function refunded({ refund }: Case, locale: Locale): string {
  return wordingFor(locale).cases.refunded({ amountFen: refund?.refundFen ?? 0 });
}

const nameOf = (actor: CaseActor): string => (typeof actor === 'string' ? actor : actor.name);

export function toDeskCase(one: Case): DeskCase {
  const { id, number, kind, stage, title, conversationId, ticketId, priority, owner, handler, reopened, refund, createdAt, updatedAt, version } = one;
  return {
    ...{ id, number, kind, stage, title, conversationId, ticketId, priority, owner, handler, reopened, refund, createdAt, updatedAt, version },
    subscriber: one.msisdn === null ? null : masked(one.msisdn),
    dueAt: nextDue(one),
    firstAnswerDueAt: one.firstAnswer !== null && one.firstAnswer.metAt === null ? one.firstAnswer.dueAt : null,
    closeDueAt: one.close.dueAt,
    history: one.history.map(({ at, kind: what, by, text, isPublic }) => ({ at, kind: what, by: nameOf(by), text, isPublic })),
  };
}

export function toWirePromise({ id, text, by, madeAt, dueAt, state }: PromiseMade): WirePromise {
  return { id, text, by: by === 'assistant' ? null : by.name, madeAt, dueAt, state };
}
