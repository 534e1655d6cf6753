/** Takes out of the record what was kept long enough: in small steps, on one node at a time, from the oldest on, and once a day anew. */
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import type { AttachmentStore } from '../ports/attachment-store.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Place, Retention } from '../ports/retention.js';
import type { TurnLock } from '../ports/turn-lock.js';
import { privacyWords } from '../wording/privacy/words.js';

/** Null: kept for ever. */
export interface RetentionDays {
  readonly conversations: number | null;
  readonly cases: number | null;
}

export interface RetentionDeps {
  readonly days: RetentionDays;
  readonly retention: Retention;
  readonly attachments: AttachmentStore;
  readonly audit: AuditLog;
  readonly bus: Bus;
  readonly turnLock: TurnLock;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onTrouble: (error: unknown) => void;
}

type Kind = 'conversations' | 'messages' | 'cases';
const KINDS: readonly Kind[] = ['conversations', 'messages', 'cases'];

const DAY_MS = 24 * 3_600_000;
/** The first look comes after the rush of a start. */
const FIRST_LOOK_MS = 60_000;
const BETWEEN_STEPS_MS = 1_000;
const ONE_STEP = 50;

export class RetentionSweep {
  #kind = 0;
  #after: Place | null = null;
  #cancel: (() => void) | null = null;
  #isStopped = true;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly deps: RetentionDeps) {}

  start(): void {
    const { conversations, cases } = this.deps.days;
    if (conversations === null && cases === null) return;
    this.#isStopped = false;
    this.#later(FIRST_LOOK_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    await this.#running;
  }

  /** One step; true when it was the last of a look through everything. */
  async step(): Promise<boolean> {
    const kind = KINDS[this.#kind] ?? 'conversations';
    this.#after = await this.#take(kind, this.#after);
    if (this.#after === null) this.#kind = (this.#kind + 1) % KINDS.length;
    return this.#after === null && this.#kind === 0;
  }

  #later(delayMs: number): void {
    if (this.#isStopped) return;
    this.#cancel = this.deps.clock.after(delayMs, () => {
      // Null: another node is at it, and does what there is to do.
      const step = this.deps.turnLock.tryRun('retention', () => this.step());
      this.#running = step.then(
        (isThrough) => this.#later(isThrough === true ? DAY_MS : BETWEEN_STEPS_MS),
        (error: unknown) => {
          this.deps.onTrouble(error);
          this.#later(FIRST_LOOK_MS);
        },
      );
    });
  }

  /** Answers where to go on; null when this kind is through. */
  async #take(kind: Kind, after: Place | null): Promise<Place | null> {
    const days = this.deps.days[kind === 'cases' ? 'cases' : 'conversations'];
    if (days === null) return null;
    const question = { before: this.deps.clock.now() - days * DAY_MS, after, limit: ONE_STEP };
    if (kind === 'conversations') return this.#conversations(question);
    if (kind === 'messages') return this.#messages(question);
    const { removed, next } = await this.deps.retention.removeCases(question);
    await this.#note('retention.cases', removed);
    return next;
  }

  /** Files first: whoever is interrupted finds the conversation again. */
  async #conversations(question: { before: number; after: Place | null; limit: number }): Promise<Place | null> {
    const { retention, attachments, bus } = this.deps;
    const { ids, next } = await retention.resting(question);
    if (ids.length > 0) await attachments.erase(ids, question.before);
    const removed = await retention.remove(ids, question.before);
    for (const conversationId of removed) bus.publish({ type: 'conversation.removed', conversationId });
    await this.#note('retention.conversations', removed.length);
    return next;
  }

  async #messages(question: { before: number; after: Place | null; limit: number }): Promise<Place | null> {
    const { retention, attachments } = this.deps;
    const words = Object.fromEntries(LOCALES.map((locale) => [locale, privacyWords(locale).keptNoLonger])) as Record<Locale, string>;
    const { messages, withFiles, next } = await retention.blank({ ...question, words });
    if (withFiles.length > 0) await attachments.erase(withFiles, question.before);
    await this.#note('retention.messages', messages);
    return next;
  }

  async #note(act: string, count: number): Promise<void> {
    if (count === 0) return;
    const { audit, bus, ids, clock } = this.deps;
    bus.publish({ type: 'words.erased' });
    await audit.add({ id: ids.next(), at: clock.now(), staff: null, act, conversationId: null, target: null, reason: '', detail: String(count) });
  }
}
