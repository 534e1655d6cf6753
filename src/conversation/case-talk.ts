/** Brings news of a case into its conversation, once whichever node hears it, and takes the answer to "is it solved?". */
import { caseInWords } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import { errandOf } from '../domain/errand.js';
import { isRefusal } from '../domain/errors.js';
import type { CaseNews, Fact } from '../domain/facts.js';
import { caseId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Button, Message, MessageDraft } from '../domain/message.js';
import { caseName, nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import type { UntoldNews } from '../ports/case-book.js';
import type { Beside } from '../ports/conversation-log.js';
import type { ConversationRoom } from './room.js';

export const CASE_SOLVED = 'case:solved';
export const CASE_NOT_SOLVED = 'case:not-solved';

export function isAboutSolved({ action }: Pick<MessageDraft, 'action'>): boolean {
  return action?.id === CASE_SOLVED || action?.id === CASE_NOT_SOLVED;
}

/** While an agent has the chat no turn is owed for a tap: that it is still to be taken is kept with it. */
export function caseAnswered({ id, lastSeq }: Conversation, now: number): Beside {
  return { kind: 'errand', errand: errandOf(id, now, { kind: 'case-answer', seq: lastSeq + 1 }) };
}

export function solvedButtons({ id }: Pick<Case, 'id'>, locale: Locale): readonly Button[] {
  const { cases } = wordingFor(locale);
  return [{ id: CASE_SOLVED, label: cases.yes, value: id }, { id: CASE_NOT_SOLVED, label: cases.no, value: id }];
}

const LOOK_EVERY_MS = 5_000;
/** Younger news is being told by whoever heard of it. */
const HEARD_WITHIN_MS = 3_000;
const AT_ONCE = 100;

export class CaseTalk {
  #stops: (() => void)[] = [];

  constructor(private readonly room: ConversationRoom) {}

  start(): void {
    const { bus, clock, logger } = this.room;
    const stopListening = bus.subscribe((fact: Fact) => {
      if (fact.type !== 'case.changed' || fact.news === null) return;
      const { case: one, news } = fact;
      void this.#tellOrLog({ caseId: one.id, version: one.version, one, news });
    });
    let cancel: () => void = () => undefined;
    const again = (): void => {
      cancel = clock.after(LOOK_EVERY_MS, () => {
        void this.tellUntold()
          .catch((error: unknown) => logger.error({ error }, 'news of cases could not be looked for'))
          .finally(() => {
            if (this.#stops.length > 0) again();
          });
      });
    };
    again();
    this.#stops = [stopListening, () => cancel()];
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** What nobody heard of, because its node went down with the word of it or the database was away. Runs on every node. */
  async tellUntold(): Promise<void> {
    const { cases, clock } = this.room;
    const now = clock.now();
    for (const untold of await cases.untoldNews({ before: now - HEARD_WITHIN_MS, now, limit: AT_ONCE })) if (await cases.takeNews(untold, now)) await this.#tellOrLog(untold);
  }

  #tellOrLog(untold: UntoldNews): Promise<void> {
    return this.#tell(untold).catch((error: unknown) => this.room.logger.error({ error }, 'news of a case could not be told'));
  }

  async #tell({ caseId: of, version, one, news }: UntoldNews): Promise<void> {
    const { conversationId: id } = one;
    if (id !== null && (await this.room.log.find(id)) !== null) {
      // The client id makes it one message, however many nodes tell it.
      const clientId = `case:${one.number}:${news}:${version}`;
      await this.room.record.change({ id, clientId, step: (conversation) => ({ conversation, additions: [{ ...messageOf(one, news, conversation.locale), clientId }], result: null }) });
    }
    await this.room.cases.newsTold({ caseId: of, version });
  }
}

function messageOf(one: Case, news: CaseNews, locale: Locale): MessageDraft {
  const words = wordingFor(locale);
  const { cases } = words;
  const { number, refund } = one;
  const text = one.history.filter(({ isPublic }) => isPublic).at(-1)?.text ?? '';
  const base = { from: 'system', kind: 'event' } as const;
  if (news === 'opened') return { ...base, text: cases.opened({ number, kind: caseName(words, one), due: nextStep(words, caseInWords(one)) }) };
  if (news === 'asked') return { ...base, text: cases.solvedAsk({ number, kind: caseName(words, one), text }), buttons: solvedButtons(one, locale) };
  if (news === 'answered') return { ...base, text: cases.answered({ number, text }) };
  return { ...base, text: cases.paid({ number, amountFen: refund?.refundFen ?? 0, orderId: refund?.orderId ?? '' }) };
}

/** The pressed answer counts for a case of the holder's own only; what came of it is written below it. */
export async function answerSolved(room: ConversationRoom, message: Message): Promise<void> {
  const conversation = await room.log.find(message.conversationId);
  if (!conversation) return;
  const holder = { conversationId: conversation.id, msisdn: conversation.identity?.msisdn ?? null };
  const own = await room.caseDesk.ownCase(caseId(message.action?.value ?? ''), holder);
  const isSolved = message.action?.id === CASE_SOLVED;
  const answered = own === null ? null : isTaken(own, message) ? own : await room.caseDesk.confirm(own.id, { isSolved, comment: '' });
  const { cases } = wordingFor(conversation.locale);
  const text =
    answered === null || isRefusal(answered)
      ? cases.solvedGone
      : isSolved
        ? cases.solvedYes({ number: answered.number })
        : cases.solvedNo({ number: answered.number, owner: answered.owner?.name ?? null, due: answered.close.dueAt });
  const clientId = `case:answer:${message.id}`;
  await room.record.change({ id: conversation.id, clientId, step: (current) => ({ conversation: current, additions: [{ from: 'system', kind: 'event', text, clientId }], result: null }) });
  await room.errands.done(errandOf(conversation.id, message.at, { kind: 'case-answer', seq: message.seq }).id);
}

/** A crash came between the case and the word of it: what was taken with this tap is not asked for again. */
function isTaken({ history }: Case, { action, at }: Message): boolean {
  const last = history.findLast(({ kind }) => kind === 'solved-asked' || kind === 'solved-yes' || kind === 'solved-no');
  return last !== undefined && last.at >= at && last.kind === (action?.id === CASE_SOLVED ? 'solved-yes' : 'solved-no');
}
