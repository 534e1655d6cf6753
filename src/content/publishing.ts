/** From draft to live: trains, asks the gate, makes the next revision, and swaps it in on every node. Restoring is publishing an older one again. */
import type { AuditEntry } from '../domain/audit.js';
import type { ContentAuthor, ContentText, DraftChange, RevisionNote } from '../domain/content.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Revision } from '../ports/published-content.js';
import type { Logger } from '../telemetry/logger.js';
import { isWorse } from './checking.js';
import type { CheckReport, Doubts } from './checking.js';
import type { DraftChecks, DraftState } from './draft-checks.js';
import { faulty } from './drafts.js';
import { areSame } from './founding.js';
import { revisionOf } from './published.js';
import type { Published, RevisionParts } from './published.js';
import type { Trail } from './trail.js';

export type PublishingPhase = 'idle' | 'training' | 'checking' | 'publishing';

export interface PublishingStatus {
  readonly phase: PublishingPhase;
  /** Epoch ms at which this phase began. */
  readonly since: number;
  /** How long the last publication took, for a progress bar. */
  readonly lastMillis: number | null;
  readonly revision: number;
  /** Of the phase `training`, 0 to 1; null where it is not known. */
  readonly progress: number | null;
  /** Whether publishing the draft would have to train and ask the gate first. */
  readonly draft: DraftState;
}

/** What went live, and what is doubtful in it though it blocked nothing. */
export interface Went {
  readonly note: RevisionNote;
  readonly doubts: Doubts;
}

export interface PublishOrder {
  readonly note: string;
  readonly by: ContentAuthor;
  /** Publishes in spite of regressions, and why. */
  readonly overrideReason?: string;
  readonly approvedBy?: ContentAuthor;
  /** The planned publication that this carries out. */
  readonly plan?: string;
}

/** What is to be published, made of what is in force at that moment: whatever waited its turn or its time must not undo what went live before it. */
export type LaidOver = (inForce: readonly ContentText[]) => Promise<readonly ContentText[] | Refusal>;

export interface PublishingDeps {
  readonly store: ContentStore;
  readonly published: Published;
  readonly checks: Pick<DraftChecks, 'now' | 'check' | 'changed' | 'overtaken'>;
  readonly parts: () => RevisionParts;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly trail: Trail;
  /** Builds beforehand what the first questions on a revision would have to wait for. */
  readonly makeReady: (revision: Revision) => Promise<void>;
}

/** Another node published first. Nothing is wrong with what was to be published: it is to be compared anew. */
export type Overtaken = 'overtaken';

/** The bus is only a hint: each node looks by itself as well, often enough to be live in the promised five seconds without it. */
const LOOK_EVERY_MS = 2_000;

export class Publishing {
  private status: Omit<PublishingStatus, 'draft'>;
  private queue: Promise<unknown> = Promise.resolve();
  private stopListening: () => void = () => undefined;
  private cancelLooking: () => void = () => undefined;

  constructor(private readonly deps: PublishingDeps) {
    this.status = { phase: 'idle', since: deps.clock.now(), lastMillis: null, revision: deps.published.current().number, progress: null };
  }

  state(): PublishingStatus {
    const { phase, progress, draft } = this.deps.checks.now();
    const isChecking = this.status.phase === 'training' || this.status.phase === 'checking';
    // A draft checked ahead is not being published: only how far it is is told.
    const step = phase === 'idle' ? {} : isChecking ? { phase, progress } : draft === 'under-way' ? { progress } : {};
    return { ...this.status, ...step, draft, revision: this.deps.published.current().number };
  }

  /** Follows what other nodes publish, until `stop`. */
  start(): void {
    this.stopListening = this.deps.bus.subscribe((fact) => {
      if (fact.type === 'content.published' && fact.number > this.deps.published.current().number) this.catchUp();
    });
    this.lookAgain();
  }

  async stop(): Promise<void> {
    this.stopListening();
    this.cancelLooking();
    await this.queue;
  }

  /** One at a time on this node; between nodes the number decides. */
  async publish(order: PublishOrder): Promise<Went | Refusal> {
    return refusedIfOvertaken(await this.inTurn(() => this.publishTexts(order, async () => (await this.deps.store.draft()).map(({ path, text }) => ({ path, text })))));
  }

  /** What was fixed earlier, in place of the draft as it is now. */
  publishFixed(order: PublishOrder, laidOver: LaidOver): Promise<Went | Refusal | Overtaken> {
    return this.inTurn(() => this.publishTexts(order, laidOver));
  }

  /** What would stand in the way of publishing these texts; null when nothing does. */
  hindrance(order: PublishOrder, texts: readonly ContentText[]): Promise<Refusal | null> {
    return this.inTurn(async () => {
      const checked = await this.checked(order, () => Promise.resolve(texts));
      return isRefusal(checked) ? checked : null;
    });
  }

  async restore(number: number, { note, by }: Pick<PublishOrder, 'note' | 'by'>): Promise<RevisionNote | Refusal> {
    const restored = await this.inTurn(async () => {
      const texts = await this.deps.store.textsOf(number);
      if (!texts) return refuse('not-found');
      const { inForce, next } = await this.places();
      this.enter('training');
      const revision = await revisionOf(next, texts, { ...this.deps.parts(), onProgress: this.progress });
      const changes = await this.draftFollowing(inForce, texts);
      const made: RevisionNote = { number: next, origin: 'restore', note, at: this.deps.clock.now(), by, restoredFrom: number, overrideReason: null, approvedBy: null };
      return this.goLive({ note: made, texts, revision, changes });
    });
    return refusedIfOvertaken(restored);
  }

  private async checked(order: PublishOrder, laidOver: LaidOver): Promise<{ readonly texts: readonly ContentText[]; readonly revision: Revision; readonly next: number; readonly isOverridden: boolean; readonly doubts: Doubts } | Refusal> {
    // The gate compares with what is in force, wherever it was published.
    await this.followLatest();
    const { inForce, next } = await this.places();
    const texts = await laidOver(inForce);
    if ('refused' in texts) return texts;
    if (areSame(texts, inForce)) return refuse('wrong-state', 'the draft says what is in force already');
    this.enter('checking');
    const { revision, report } = await this.deps.checks.check(texts);
    if (!revision) return faulty(report.problems);
    const blocked = gateRefusal(report);
    if (blocked && order.overrideReason === undefined) return blocked;
    return { texts, revision, next, isOverridden: blocked !== null, doubts: report.doubts };
  }

  private async publishTexts(order: PublishOrder, laidOver: LaidOver): Promise<Went | Refusal | Overtaken> {
    const { clock, published } = this.deps;
    const checked = await this.checked(order, laidOver);
    if (isRefusal(checked)) return checked;
    const { texts, revision, next, isOverridden, doubts } = checked;
    // What was published by another node while this one trained is what the draft must be compared with.
    if (published.current().number >= next || revision.number !== next) return 'overtaken';
    const note: RevisionNote = {
      ...{ number: next, origin: 'draft', note: order.note, at: clock.now(), by: order.by, restoredFrom: null },
      overrideReason: isOverridden ? (order.overrideReason ?? null) : null,
      approvedBy: order.approvedBy ?? null,
      ...(order.plan === undefined ? {} : { plan: order.plan }),
    };
    const live = await this.goLive({ note, texts, revision, changes: [] });
    return live === 'overtaken' ? live : { note: live, doubts };
  }

  private async goLive({ note, texts, revision, changes }: { note: RevisionNote; texts: readonly ContentText[]; revision: Revision; changes: readonly DraftChange[] }): Promise<RevisionNote | Overtaken> {
    const { store, published, bus, clock, logger } = this.deps;
    this.enter('publishing');
    await this.deps.makeReady(revision);
    const draft = changes.length > 0 ? { draft: { changes, by: note.by, at: clock.now() } } : {};
    if ((await store.publish({ revision: note, texts, ...draft, audit: this.traces(note) })) === 'taken') return 'overtaken';
    published.swap(revision);
    this.deps.checks.changed();
    bus.publish({ type: 'content.published', number: note.number });
    logger.info({ revision: note.number, origin: note.origin }, 'revision published');
    return note;
  }

  private traces({ number, origin, note, by, overrideReason, approvedBy, restoredFrom }: RevisionNote): readonly AuditEntry[] {
    if (by === null) return [];
    const { trail } = this.deps;
    const detail = restoredFrom !== null ? `from ${restoredFrom}` : approvedBy ? `approved by ${approvedBy.name}` : '';
    const made = trail.entry(by, { act: origin === 'restore' ? 'content.restored' : 'content.published', target: String(number), reason: note, detail });
    return overrideReason === null ? [made] : [made, trail.entry(by, { act: 'content.overridden', target: String(number), reason: overrideReason })];
  }

  private async places(): Promise<{ inForce: readonly ContentText[]; next: number }> {
    const number = await this.deps.store.latestNumber();
    return { inForce: (await this.deps.store.textsOf(number)) ?? [], next: number + 1 };
  }

  /** What the draft says as the revision in force did becomes what is restored; what an editor is at work on stays hers. */
  private async draftFollowing(inForce: readonly ContentText[], restored: readonly ContentText[]): Promise<readonly DraftChange[]> {
    const was = new Map(inForce.map(({ path, text }) => [path, text]));
    const will = new Map(restored.map(({ path, text }) => [path, text]));
    const draft = new Map((await this.deps.store.draft()).map((one) => [one.path, one]));
    return [...new Set([...was.keys(), ...will.keys()])].flatMap((path) => {
      const now = draft.get(path);
      const isUntouched = (now?.text ?? null) === (was.get(path) ?? null);
      return isUntouched && was.get(path) !== will.get(path) ? [{ path, text: will.get(path) ?? null, version: now?.version ?? null }] : [];
    });
  }

  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const begun = this.deps.clock.now();
    const run = this.queue.then(task).finally(() => {
      this.enter('idle');
      this.status = { ...this.status, lastMillis: this.deps.clock.now() - begun };
    });
    this.queue = run.catch(() => undefined);
    return run;
  }

  private enter(phase: PublishingPhase): void {
    this.status = { ...this.status, phase, since: this.deps.clock.now(), progress: null };
  }

  private readonly progress = (done: number): void => {
    this.status = { ...this.status, progress: done };
  };

  private lookAgain(): void {
    this.cancelLooking = this.deps.clock.after(LOOK_EVERY_MS, () => {
      this.catchUp();
      this.lookAgain();
    });
  }

  private catchUp(): void {
    this.queue = this.queue.then(() => this.followLatest()).catch((error: unknown) => this.deps.logger.error({ error }, 'a published revision could not be loaded; it is tried again'));
  }

  private async followLatest(): Promise<void> {
    const { store, published, parts, makeReady, checks } = this.deps;
    const number = await store.latestNumber();
    if (number <= published.current().number) return;
    const texts = await store.textsOf(number);
    if (!texts) return;
    const revision = await revisionOf(number, texts, parts());
    await makeReady(revision);
    published.swap(revision);
    checks.overtaken();
  }
}

function refusedIfOvertaken<Done extends object>(done: Done | Overtaken): Done | Refusal {
  return done === 'overtaken' ? refuse('conflict', 'another revision was published meanwhile') : done;
}

/** Regressions and failed stories block; doubts do not. */
function gateRefusal({ regressions, stories, doubts, differences, differing, messages }: CheckReport): Refusal | null {
  if (!isWorse({ regressions, stories })) return null;
  const failed = stories.filter(({ isRegression }) => isRegression);
  return { ...refuse('wrong-state', `the gate found ${regressions.length} questions and ${failed.length} conversations that got worse`), extra: { gate: { regressions, stories: failed, doubts, differences, differing, messages } } };
}
