/** A complaint or a claim for money back becomes a case at once, so that it outlives the wait for a person. */
import { caseInWords, nextDue } from '../domain/case.js';
import type { CaseKind } from '../domain/case.js';
import type { MessageDraft } from '../domain/message.js';
import { nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import type { Means } from './means.js';
import { say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

const KINDS: Readonly<Record<string, CaseKind>> = { complaint: 'complaint', refund_dispute: 'refund' };
const TITLE_CHARS = 200;

/** Adds the case's number and what comes next to the reply. A book that does not answer never costs the way to a person. */
export async function withCase({ cases, logger }: Means, work: Work, outcome: Outcome): Promise<Outcome> {
  const intent = outcome.topic?.intent;
  const kind = intent === undefined ? undefined : KINDS[intent];
  if (!cases || kind === undefined || !outcome.handoff) return outcome;
  const { turn, locale } = work;
  const { conversation, message } = turn;
  const title = [...outcome.handoff.headline].slice(0, TITLE_CHARS).join('');
  try {
    await turn.recorded?.();
    const { identity, id: conversationId, visitorId } = conversation;
    const opened = await cases.openFor({ kind, title, source: `${conversationId}:${message.id}`, msisdn: identity?.msisdn ?? null, conversationId, visitorId, locale });
    const words = wordingFor(locale);
    const due = nextStep(words, caseInWords(opened.case));
    const named = { number: opened.case.number, kind: words.cases.kind[kind], due };
    const charge = opened.wrongCharges[0];
    const found = kind !== 'refund' || identity === null ? [] : [charge ? words.cases.doubleFound({ ...charge, refundFen: charge.chargedFen * 2 }) : words.cases.doubleNone];
    const text = [...found, opened.isNew ? words.cases.opened(named) : words.cases.openedBefore(named)].join('\n');
    const dueAt = nextDue(opened.case);
    const promises: MessageDraft['promises'] = dueAt === null ? [] : [{ text: `${opened.case.number} · ${due}`, dueAt, caseId: opened.case.id }];
    return { ...outcome, messages: [...outcome.messages, say(work, text, { intent, promises })] };
  } catch (error) {
    logger?.warn({ conversationId: conversation.id, error: error instanceof Error ? error.message : String(error) }, 'a case could not be opened');
    return outcome;
  }
}
