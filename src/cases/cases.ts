/** The room's face: everything that can happen to a case, for the assistant and the doors above. */
import type { Case, CasePerson } from '../domain/case.js';
import { isOpenCase } from '../domain/case.js';
import { HOUR_MS, isCountryArea, repairHours } from '../domain/case-rules.js';
import { answeringSolved, askingFirst, askingSolved, beginning, closingUnanswered, handingTo, movingCall, newCase, noting } from '../domain/case-steps.js';
import type { CaseOpening } from '../domain/case-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { caseId } from '../domain/ids.js';
import type { CaseId } from '../domain/ids.js';
import { keeping } from '../domain/promise.js';
import type { PromiseMade } from '../domain/promise.js';
import type { Message } from '../domain/message.js';
import type { Staff } from '../domain/staff.js';
import type { CaseFilter, Follows } from '../ports/case-book.js';
import type { CaseHolder, CaseOpenings, CaseWish, Opened } from '../ports/case-openings.js';
import type { WrongCharge } from '../domain/refund-steps.js';
import { auditOf, changeCase, personOf } from './room.js';
import type { CaseRoom } from './room.js';
import { Refunds } from './refunds.js';
import { keepUpTo } from './promise-keeping.js';
import { keepPromisesOf } from './promises-said.js';

/** More of one subscriber's cases than anybody reads. */
const MOST_OWN = 50;
const MOST_PROMISES = 200;
const BROKEN_SHOWN_MS = 7 * 24 * HOUR_MS;

export class Cases implements CaseOpenings {
  constructor(private readonly room: CaseRoom) {}

  // ——— the assistant and the subscriber

  /** One open case of a matter for each subscriber, else of a kind for each conversation: who asks again adds to it. */
  async openFor(wish: CaseWish): Promise<Opened> {
    const { kind, matter, msisdn, conversationId } = wish;
    const scope = matter !== undefined && msisdn !== null ? { msisdn, kind } : { conversationId, kind };
    const same = (await this.room.book.list(scope, MOST_OWN)).find((one) => isOpenCase(one) && one.matter === matter);
    if (same && same.source !== wish.source) {
      const { clock } = this.room;
      const added = await changeCase(this.room, same.id, (one) => noting(one, { by: 'subscriber', text: wish.title, now: clock.now(), isPublic: false }));
      return { case: isRefusal(added) ? same : added, isNew: false, wrongCharges: await this.#wrongCharges(same) };
    }
    const opened = await this.open({ ...wish, visitorId: wish.visitorId ?? null, by: 'assistant' });
    return { case: opened, isNew: true, wrongCharges: await this.#wrongCharges(opened) };
  }

  async open(opening: Omit<CaseOpening, 'isCountry'>, follows: Pick<Follows<Case>, 'audit'> = {}): Promise<Case> {
    const { book, clock, ids, rules, bus } = this.room;
    const isCountry = await this.#isInCountry(opening);
    const opened = newCase(caseId(ids.next()), { ...opening, isCountry }, { now: clock.now(), rules: rules() });
    // The assistant says so itself, in its answer; what an agent registers is told with its number and its deadline.
    const news = typeof opening.by === 'object' ? 'opened' : null;
    const stored = await book.open(opened, { news, ...follows });
    bus.publish({ type: 'case.changed', case: stored, news });
    return stored;
  }

  repairHours(region: string): number {
    return repairHours(isCountryArea(region), this.room.rules());
  }

  async ofHolder({ msisdn, conversationId }: CaseHolder): Promise<readonly Case[]> {
    const here = await this.room.book.list({ conversationId }, MOST_OWN);
    if (msisdn === null) return here.filter((one) => one.msisdn === null);
    const own = await this.room.book.list({ msisdn }, MOST_OWN);
    const known = new Set(own.map(({ id }) => id));
    return [...own, ...here.filter((one) => one.msisdn === null && !known.has(one.id))];
  }

  /** What somebody was promised, on a case or beside any: what is still open, and for a while what was not kept. */
  async promisedTo({ msisdn, conversationId }: CaseHolder): Promise<readonly PromiseMade[]> {
    const now = this.room.clock.now();
    const whose = msisdn === null ? { conversationId } : { msisdn };
    const [open, broken] = await Promise.all([this.room.book.promises({ ...whose, state: 'open' }, MOST_PROMISES), this.room.book.promises({ ...whose, state: 'broken' }, MOST_PROMISES)]);
    return [...broken.filter(({ dueAt }) => now - dueAt < BROKEN_SHOWN_MS), ...open];
  }

  /** Null when it is not there or not theirs, which look the same from outside. */
  async ownCase(id: CaseId, holder: CaseHolder): Promise<Case | null> {
    return (await this.ofHolder(holder)).find((one) => one.id === id) ?? null;
  }

  /** The subscriber wants to be called at another time. */
  async moveCall(id: CaseId, wish: { readonly callAt: number; readonly text: string }): Promise<Case | Refusal> {
    const now = this.room.clock.now();
    return changeCase(this.room, id, (one) => movingCall(one, { ...wish, now }));
  }

  /** Solved is asked, not assumed: this is the answer. */
  async confirm(id: CaseId, answer: { readonly isSolved: boolean; readonly comment: string }): Promise<Case | Refusal> {
    const rules = this.room.rules();
    const now = this.room.clock.now();
    return changeCase(this.room, id, (one) => answeringSolved(one, { ...answer, now }, rules));
  }

  // ——— staff

  find(id: CaseId): Promise<Case | null> {
    return this.room.book.find(id);
  }

  list(filter: CaseFilter, limit: number): Promise<readonly Case[]> {
    return this.room.book.list(filter, limit);
  }

  promisesOf(id: CaseId): Promise<readonly PromiseMade[]> {
    return this.room.book.promises({ caseId: id }, MOST_OWN);
  }

  /** What was promised with these words becomes rows, once whoever hears of it. */
  keepPromisesOf(message: Message): Promise<void> {
    return keepPromisesOf(this.room, message);
  }

  /** Kept without a case to write it into. */
  async keepBeside(holder: CaseHolder, promiseId: string): Promise<PromiseMade | Refusal> {
    const promised = await this.promisedTo(holder);
    if (!promised.some((one) => one.id === promiseId && one.caseId === null)) return refuse('not-found', 'no such promise');
    return this.room.book.changePromise(promiseId, (one) => keeping(one, this.room.clock.now()));
  }

  async openBy(staff: Staff, opening: Omit<CaseOpening, 'by' | 'owner' | 'isCountry'>): Promise<Case> {
    const person = personOf(staff);
    return this.open({ ...opening, by: person, owner: person }, { audit: auditOf(this.room, staff, { act: 'case.opened' }) });
  }

  /** An inner note, or an answer that the subscriber gets. */
  async note(staff: Staff, id: CaseId, remark: { readonly text: string; readonly isPublic: boolean }): Promise<Case | Refusal> {
    const noted = await this.#act(staff, id, (one, by, now) => noting(one, { ...remark, by, now }), { news: remark.isPublic ? 'answered' : null });
    if (!isRefusal(noted) && remark.isPublic) await keepUpTo(this.room, noted, noted.firstAnswer?.dueAt ?? 0);
    return noted;
  }

  /** `working`: it is in hand. `closed`: a supervisor ends one whose subscriber never answered. */
  async stage(staff: Staff, id: CaseId, to: { readonly stage: 'working' | 'closed'; readonly text: string }): Promise<Case | Refusal> {
    const { stage, text } = to;
    if (stage === 'working') return this.#act(staff, id, (one, by, now) => beginning(one, { by, text, now }));
    return this.#act(staff, id, (one, by, now) => closingUnanswered(one, { by, text, now }), { audit: auditOf(this.room, staff, { act: 'case.closed', reason: text }) });
  }

  handTo(staff: Staff, id: CaseId, to: CasePerson): Promise<Case | Refusal> {
    return this.#act(staff, id, (one, by, now) => handingTo(one, { to, by, now }), { audit: auditOf(this.room, staff, { act: 'case.handed', detail: () => to.name }) });
  }

  async askSolved(staff: Staff, id: CaseId, text: string): Promise<Case | Refusal> {
    const asked = await this.#act(staff, id, (one, by, now) => askingSolved(one, { by, text, now }), { news: 'asked' });
    if (!isRefusal(asked)) await keepUpTo(this.room, asked, Number.MAX_SAFE_INTEGER);
    return asked;
  }

  async keepPromise(staff: Staff, id: CaseId, promiseId: string): Promise<PromiseMade | Refusal> {
    const promises = await this.promisesOf(id);
    if (!promises.some((one) => one.id === promiseId)) return refuse('not-found', 'no such promise');
    const now = this.room.clock.now();
    const kept = await this.room.book.changePromise(promiseId, (one) => keeping(one, now));
    if (isRefusal(kept)) return kept;
    const one = await changeCase(this.room, id, (found) => ({ ...found, history: [...found.history, { at: now, kind: 'promise-kept', by: personOf(staff), text: kept.text, isPublic: false }] }));
    return isRefusal(one) ? one : kept;
  }

  /** Where the account is; whoever is not known, or cannot be looked up now, is promised the shorter time. */
  async #isInCountry({ kind, msisdn }: Pick<CaseOpening, 'kind' | 'msisdn'>): Promise<boolean> {
    if (kind !== 'fault' || msisdn === null) return false;
    return this.room.business.profile(msisdn).then(({ region }) => isCountryArea(region), () => false);
  }

  /** A business system that does not answer leaves the looking to the agent. */
  async #wrongCharges(one: Case): Promise<readonly WrongCharge[]> {
    return one.kind === 'refund' ? new Refunds(this.room).wrongCharges(one).catch(() => []) : [];
  }

  /** Whoever of the staff acts first on a case that nobody has is the first asked. */
  #act(staff: Staff, id: CaseId, step: (one: Case, by: CasePerson, now: number) => Case | Refusal, follows: Follows<Case> = {}): Promise<Case | Refusal> {
    const by = personOf(staff);
    const now = this.room.clock.now();
    return changeCase(this.room, id, (one) => step(askingFirst(one, by, now), by, now), follows);
  }
}
