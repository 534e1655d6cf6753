/** Checks of drafts, each made once: what editors save is trained and put to the gate beforehand, so that publishing it has only to switch. */
import { createHash } from 'node:crypto';
import { dayOf } from '../domain/calendar.js';
import type { ContentText } from '../domain/content.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { Logger } from '../telemetry/logger.js';
import { isWorse } from './checking.js';
import type { Checked, Checker } from './checking.js';
import { areSame } from './founding.js';
import type { RevisionParts } from './published.js';

export type CheckPhase = 'idle' | 'training' | 'checking';

export interface CheckState {
  readonly phase: CheckPhase;
  /** Of the phase `training`, 0 to 1; null where it is not known. */
  readonly progress: number | null;
}

/** Of the draft as it was last saved: nothing to check, not looked at yet, under way, done, worse than what is in force, or not sound. */
export type DraftState = 'same' | 'waiting' | 'under-way' | 'checked' | 'worse' | 'unsound';

export interface DraftChecksDeps {
  readonly checker: Checker;
  readonly store: ContentStore;
  readonly published: PublishedContent;
  /** What is sold, which may be known only some time after the start. */
  readonly parts: () => Pick<RevisionParts, 'catalogue'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Making {
  readonly key: string;
  readonly checked: Promise<Checked>;
  readonly giveUp: AbortController;
  /** Somebody waits for it: it is finished even when the draft goes on. */
  isWanted: boolean;
}

/** An editor who types on and saves again makes what was begun useless. */
const QUIET_MS = 1500;
const ELSEWHERE_MS = 20_000;
/** After a check that failed in itself, such as one whose training did. */
const AGAIN_AFTER_MS = 30_000;
/** The draft, and what waits to be published. */
const MOST_KEPT = 2;

export class DraftChecks {
  private making: readonly Making[] = [];
  private state: CheckState = { phase: 'idle', progress: null };
  private draft: DraftState = 'same';
  /** Counts the looks at the draft: only the last one says how it stands. */
  private look = 0;
  private cancel: () => void = () => undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly deps: DraftChecksDeps) {}

  now(): CheckState & { readonly draft: DraftState } {
    return { ...this.state, draft: this.draft };
  }

  /** What publishing these texts would bring, compared with what is in force now. */
  check(texts: readonly ContentText[]): Promise<Checked> {
    return this.of(texts, true);
  }

  /** After a start: a draft that was being checked when the process ended is not thought to say what is in force. */
  begin(): void {
    this.running = this.textsThatDiffer().then(
      (texts) => {
        if (texts !== null && !this.isStopped) this.changed();
      },
      (error: unknown) => this.deps.logger.warn({ error }, 'whether the draft differs could not be looked up'),
    );
  }

  /** Another node published: what was checked here is compared anew. Where nobody was at work on the draft there is nothing to train. */
  overtaken(): void {
    if (this.draft !== 'same') this.changed();
  }

  /** The draft was saved, or another revision is in force: it is checked once it rests. */
  changed(): void {
    this.lookIn(QUIET_MS);
  }

  /** Saved on another node, which looks at once: what it trained is there for this one by then. */
  changedElsewhere(): void {
    this.lookIn(ELSEWHERE_MS);
  }

  private lookIn(delayMs: number): void {
    this.cancel();
    this.draft = 'waiting';
    this.look += 1;
    const { look } = this;
    this.cancel = this.deps.clock.after(delayMs, () => {
      this.running = this.ahead(look).catch((error: unknown) => {
        // One that was given up for a later one says nothing.
        if (look !== this.look || this.isStopped) return;
        this.deps.logger.warn({ error }, 'the draft could not be checked ahead; it is tried again, and publishing checks it');
        this.lookIn(AGAIN_AFTER_MS);
      });
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancel();
    for (const one of this.making) one.giveUp.abort();
    await this.running;
  }

  private async ahead(look: number): Promise<void> {
    const texts = await this.textsThatDiffer();
    // Saved again meanwhile: that is another check.
    if (look !== this.look) return;
    if (texts === null) {
      this.draft = 'same';
      return;
    }
    this.draft = 'under-way';
    const key = this.keyOf(texts);
    for (const one of this.making) if (one.key !== key && !one.isWanted) one.giveUp.abort();
    const { revision, report } = await this.of(texts, false);
    if (look === this.look) this.draft = revision === null ? 'unsound' : isWorse(report) ? 'worse' : 'checked';
  }

  /** The draft; null where it says what is in force. */
  private async textsThatDiffer(): Promise<readonly ContentText[] | null> {
    const { store, published } = this.deps;
    const texts = (await store.draft()).map(({ path, text }) => ({ path, text }));
    return areSame(texts, (await store.textsOf(published.current().number)) ?? []) ? null : texts;
  }

  private of(texts: readonly ContentText[], isWanted: boolean): Promise<Checked> {
    const key = this.keyOf(texts);
    const known = this.making.find((one) => one.key === key && !one.giveUp.signal.aborted);
    if (known) {
      known.isWanted ||= isWanted;
      return known.checked;
    }
    const giveUp = new AbortController();
    if (this.isStopped) giveUp.abort();
    const making: Making = { key, giveUp, isWanted, checked: this.make(texts, giveUp.signal) };
    this.making = [making, ...this.making].slice(0, MOST_KEPT);
    // What failed is tried again by whoever asks next.
    making.checked.catch(() => (this.making = this.making.filter((one) => one !== making)));
    return making.checked;
  }

  private async make(texts: readonly ContentText[], signal: AbortSignal): Promise<Checked> {
    this.state = { phase: 'training', progress: null };
    try {
      return await this.deps.checker.check(texts, {
        next: this.deps.published.current().number + 1,
        signal,
        onProgress: (progress) => (this.state = { phase: 'training', progress }),
        onTrained: () => (this.state = { phase: 'checking', progress: null }),
      });
    } finally {
      this.state = { phase: 'idle', progress: null };
    }
  }

  /** By the very words, by what they are compared with, by the names of what is sold, and by the day, on which articles come and go. */
  private keyOf(texts: readonly ContentText[]): string {
    const { published, clock, parts } = this.deps;
    const hash = createHash('sha256').update(`${published.current().number} ${dayOf(clock.now())} ${JSON.stringify(parts().catalogue)}`);
    for (const { path, text } of texts) hash.update(`\0${path}\0${text}`);
    return hash.digest('hex');
  }
}
