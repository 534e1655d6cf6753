/** Looks for deadlines and promises that are nearly due or broken, and tells whom it concerns. Runs on every node; each effect is a claim. */
import { nextDue } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import { alerting, promiseBroken } from '../domain/case-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { AlertedCase } from '../domain/facts.js';
import type { StaffId } from '../domain/ids.js';
import type { Localised } from '../domain/locale.js';
import { breaking, nearlyDue } from '../domain/promise.js';
import type { PromiseMade } from '../domain/promise.js';
import { inBoth } from './alert-words.js';
import { giveOutCallBacks } from './call-backs.js';
import { alerted, changeCase } from './room.js';
import type { CaseRoom } from './room.js';

const SWEEP_MS = 5_000;
/** More waits for the next round. */
const AT_ONCE = 200;
const MINUTE_MS = 60_000;

export class CaseSweep {
  #stop: (() => void) | null = null;

  constructor(private readonly room: CaseRoom) {}

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
    for (const made of await book.duePromises(question)) count += await (made.dueAt <= now ? this.#broken(made, now) : this.#near(made));
    return count;
  }

  /** As the case stands when it is changed: an answer that came since it was looked up has moved its deadline. */
  async #deadline(one: Case, { near, now }: { readonly near: number; readonly now: number }): Promise<number> {
    const levelOf = (found: Case): 1 | 2 => ((nextDue(found) ?? 0) <= now ? 2 : 1);
    const told = await changeCase(this.room, one.id, (found) => ((nextDue(found) ?? Infinity) > near ? refuse('gone', 'met meanwhile') : alerting(found, levelOf(found), now)));
    if (isRefusal(told)) return 0;
    const [due, level] = [nextDue(told) ?? 0, levelOf(told)];
    const spoken = { number: told.number, title: told.title, due };
    const text = inBoth((words) => (level === 2 ? words.caseOverdue(spoken) : words.caseNear(spoken)));
    this.#alert(level === 2 ? 'case-overdue' : 'case-near-due', told, { text, staffIds: answerable(told), ofCase: alerted(told) });
    return 1;
  }

  async #near(made: PromiseMade): Promise<number> {
    const told = await this.room.book.changePromise(made.id, nearlyDue);
    if (isRefusal(told)) return 0;
    const one = await this.#caseOf(made);
    // The deadline of the case itself is announced by the case.
    if (one !== null && nextDue(one) === made.dueAt) return 0;
    const spoken = named(made, one);
    this.#alert('promise-near-due', made, { text: inBoth((words) => words.promiseNear(spoken)), staffIds: concerned(made, one), ...toMaker(made, inBoth((words) => words.promiseNearOneself(spoken))) });
    return 1;
  }

  async #broken(made: PromiseMade, now: number): Promise<number> {
    const told = await this.room.book.changePromise(made.id, (found) => breaking(found, now));
    if (isRefusal(told)) return 0;
    const raised = made.caseId === null ? null : await changeCase(this.room, made.caseId, (found) => promiseBroken(found, made.text, now));
    const one = raised === null || isRefusal(raised) ? null : raised;
    const spoken = named(made, one);
    this.#alert('promise-broken', made, { text: inBoth((words) => words.promiseBroken(spoken)), staffIds: concerned(made, one), ...toMaker(made, inBoth((words) => words.promiseBrokenOneself(spoken))) });
    return 1;
  }

  async #caseOf({ caseId }: PromiseMade): Promise<Case | null> {
    return caseId === null ? null : this.room.book.find(caseId);
  }

  #alert(kind: string, { conversationId }: Pick<Case, 'conversationId'>, told: { text: Localised; staffIds: readonly StaffId[]; toOneself?: { staffId: StaffId; text: Localised }; ofCase?: AlertedCase }): void {
    this.room.bus.publish({ type: 'alert.raised', kind, conversationId, ...told });
  }
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
