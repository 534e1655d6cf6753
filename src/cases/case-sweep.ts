/** Looks for deadlines and promises that are nearly due or broken, and tells whom it concerns. Runs on every node; each effect is a claim. */
import type { Alert } from '../domain/alert.js';
import { nextDue } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import { alerting, promiseBroken } from '../domain/case-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { StaffId } from '../domain/ids.js';
import type { Localised } from '../domain/locale.js';
import { breaking, keeping, nearlyDue } from '../domain/promise.js';
import type { PromiseMade } from '../domain/promise.js';
import { inBoth } from './alert-words.js';
import { giveOutCallBacks } from './call-backs.js';
import { isKeptWith } from './promise-keeping.js';
import { Refunds } from './refunds.js';
import { alerted, alertOf, changeCase, raise } from './room.js';
import type { CaseRoom } from './room.js';

const SWEEP_MS = 5_000;
/** More waits for the next round. */
const AT_ONCE = 200;
/** Each is a call to the business system. */
const PAID_AT_ONCE = 20;
const MINUTE_MS = 60_000;

export class CaseSweep {
  #stop: (() => void) | null = null;

  readonly #refunds: Refunds;

  constructor(private readonly room: CaseRoom) {
    this.#refunds = new Refunds(room);
  }

  start(): void {
    const again = () => {
      this.#stop = this.room.clock.after(SWEEP_MS, () => {
        void this.sweep()
          .catch((error: unknown) => this.room.onTrouble(error, 'the sweep of cases failed'))
          .finally(() => {
            if (this.#stop) again();
          });
      });
    };
    again();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Returns how many people's attention was called. */
  async sweep(): Promise<number> {
    const { book, clock, rules } = this.room;
    const now = clock.now();
    const question = { near: now + rules().nearMinutes * MINUTE_MS, now, limit: AT_ONCE };
    let count = await giveOutCallBacks(this.room);
    for (const one of await book.due(question)) count += await this.#deadline(one, question);
    for (const made of await book.duePromises(question)) count += await this.#promise(made, now);
    await this.#payApproved().catch((error: unknown) => this.room.onTrouble(error, 'an approved refund could not be paid'));
    return count;
  }

  /** Nobody paid them: the process that was about to went down, or the business system was away. One that fails lets the next round begin with another. */
  async #payApproved(): Promise<void> {
    for (let count = 0; count < PAID_AT_ONCE; count += 1) {
      const one = await this.room.book.takeUnpaid(this.room.clock.now());
      if (!one) return;
      const paid = await this.#refunds.pay(one);
      // Paid meanwhile by whoever approved it is no trouble.
      if (isRefusal(paid) && paid.refused !== 'wrong-state') this.room.onTrouble(paid, 'the business system refuses a refund that was approved');
    }
  }

  /** As the case stands when it is changed: an answer that came since it was looked up has moved its deadline. */
  async #deadline(one: Case, { near, now }: { readonly near: number; readonly now: number }): Promise<number> {
    const levelOf = (found: Case): 1 | 2 => ((nextDue(found) ?? 0) <= now ? 2 : 1);
    const step = (found: Case): Case | Refusal => ((nextDue(found) ?? Infinity) > near ? refuse('gone', 'met meanwhile') : alerting(found, levelOf(found), now));
    return isRefusal(await changeCase(this.room, one.id, step, { alert: (told) => deadlineTold(told, levelOf(told), now) })) ? 0 : 1;
  }

  async #promise(made: PromiseMade, now: number): Promise<number> {
    const one = await this.#caseOf(made);
    if (!one || !isKeptWith(one, made)) return made.dueAt <= now ? this.#broken(made, now) : this.#near(made, one, now);
    await this.room.book.changePromise(made.id, (found) => keeping(found, now));
    return 0;
  }

  async #near(made: PromiseMade, one: Case | null, now: number): Promise<number> {
    const spoken = named(made, one);
    const words = { text: inBoth((say) => say.promiseNear(spoken)), staffIds: concerned(made, one), ...toMaker(made, inBoth((say) => say.promiseNearOneself(spoken))) };
    // The deadline of the case itself is announced by the case.
    const alert = one !== null && nextDue(one) === made.dueAt ? null : { ...alertOfPromise('promise-near-due', made, now), ...words };
    if (isRefusal(await this.room.book.changePromise(made.id, nearlyDue, { alert: () => alert }))) return 0;
    raise(this.room, alert);
    return alert === null ? 0 : 1;
  }

  /** The case first: should this node go down before the promise counts as broken, the next one finds it so and does the rest. */
  async #broken(made: PromiseMade, now: number): Promise<number> {
    const raised = made.caseId === null ? null : await changeCase(this.room, made.caseId, (found) => promiseBroken(found, made, now));
    const one = raised === null || isRefusal(raised) ? null : raised;
    const spoken = named(made, one);
    const words = { text: inBoth((say) => say.promiseBroken(spoken)), staffIds: concerned(made, one), ...toMaker(made, inBoth((say) => say.promiseBrokenOneself(spoken))) };
    const alert = { ...alertOfPromise('promise-broken', made, now), ...words };
    if (isRefusal(await this.room.book.changePromise(made.id, (found) => breaking(found, now), { alert: () => alert }))) return 0;
    raise(this.room, alert);
    return 1;
  }

  async #caseOf({ caseId }: PromiseMade): Promise<Case | null> {
    return caseId === null ? null : this.room.book.find(caseId);
  }
}

function deadlineTold(told: Case, level: 1 | 2, now: number): Alert {
  const spoken = { number: told.number, title: told.title, due: nextDue(told) ?? 0 };
  const text = inBoth((words) => (level === 2 ? words.caseOverdue(spoken) : words.caseNear(spoken)));
  return { ...alertOf(level === 2 ? 'case-overdue' : 'case-near-due', told, now), conversationId: told.conversationId, text, staffIds: answerable(told), ofCase: alerted(told) };
}

/** Of one promise each kind is raised once. */
function alertOfPromise(kind: string, { id, conversationId }: PromiseMade, at: number): Pick<Alert, 'id' | 'at' | 'kind' | 'conversationId'> {
  return { id: `${kind}:${id}`, at, kind, conversationId };
}

function answerable({ owner, handler }: Case): readonly StaffId[] {
  return [...new Set([owner, handler].flatMap((person) => (person ? [person.staffId] : [])))];
}

function concerned(made: PromiseMade, one: Case | null): readonly StaffId[] {
  const maker = made.by === 'assistant' ? [] : [made.by.staffId];
  return [...new Set([...maker, ...(one ? answerable(one) : [])])];
}

/** Whoever promised is told of it as their own. */
function toMaker({ by }: PromiseMade, text: Localised): { toOneself?: { staffId: StaffId; text: Localised } } {
  return by === 'assistant' ? {} : { toOneself: { staffId: by.staffId, text } };
}

function named(made: PromiseMade, one: Case | null): { readonly text: string; readonly due: number; readonly by: string | null } {
  const isNumbered = one === null || made.text.startsWith(one.number);
  return { text: isNumbered ? made.text : `${one.number} · ${made.text}`, due: made.dueAt, by: made.by === 'assistant' ? null : made.by.name };
}
