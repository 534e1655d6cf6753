/** The content room's face: the shared draft, what publishing it would change, and the revisions. */
import type { ContentText, RevisionNote } from '../domain/content.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { PlannedPublication } from '../domain/planned-publication.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { ContentPlans } from '../ports/content-plans.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Ids } from '../ports/ids.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { asQuoted } from './as-quoted.js';
import { AtWork } from './at-work.js';
import type { Checker } from './checking.js';
import type { Checked, CheckReport } from './checking.js';
import { changesBetween } from './diff.js';
import type { TextChange } from './diff.js';
import { DraftChecks } from './draft-checks.js';
import { Drafts } from './drafts.js';
import { Exchange } from './exchange/exchange.js';
import type { PictureShelf } from './picture-shelf.js';
import type { Json } from './intent-text.js';
import { Plans } from './plans.js';
import { Publishing } from './publishing.js';
import type { PublishingDeps, PublishOrder, Went } from './publishing.js';
import { Trail } from './trail.js';

export interface StudioDeps extends Omit<PublishingDeps, 'checks' | 'trail'> {
  readonly checker: Checker;
  readonly plans: ContentPlans;
  readonly pictures: PictureShelf;
  readonly ids: Ids;
  readonly settings: SettingsInForce;
}

export class Studio {
  readonly drafts: Drafts;
  readonly exchange: Exchange;
  readonly publishing: Publishing;
  readonly plans: Plans;
  readonly atWork: AtWork;
  readonly pictures: PictureShelf;
  private readonly checker: Checker;
  private readonly parts: StudioDeps['parts'];
  private readonly checks: DraftChecks;
  private readonly store: ContentStore;
  private readonly published: PublishedContent;
  private readonly clock: Clock;
  private readonly settings: SettingsInForce;
  private readonly bus: Bus;
  private isTelling = false;
  private stopListening: () => void = () => undefined;

  constructor(deps: StudioDeps) {
    const trail = new Trail(deps);
    this.checks = new DraftChecks(deps);
    this.bus = deps.bus;
    const onChanged = (): void => {
      this.checks.changed();
      // Heard here as well, where it is known already.
      this.isTelling = true;
      this.bus.publish({ type: 'draft.changed' });
      this.isTelling = false;
    };
    this.drafts = new Drafts({ ...deps, trail, onChanged });
    this.exchange = new Exchange({ ...deps, trail, onChanged });
    this.publishing = new Publishing({ ...deps, trail, checks: this.checks });
    this.plans = new Plans({ ...deps, trail }, async (order, laidOver) => {
      const went = await this.publishing.publishFixed(order, laidOver);
      return went === 'overtaken' || isRefusal(went) ? went : went.note;
    });
    this.atWork = new AtWork(deps);
    this.pictures = deps.pictures;
    this.checker = deps.checker;
    this.parts = deps.parts;
    this.store = deps.store;
    this.published = deps.published;
    this.clock = deps.clock;
    this.settings = deps.settings;
  }

  start(): void {
    this.checks.begin();
    this.stopListening = this.bus.subscribe((fact) => {
      if (fact.type === 'draft.changed' && !this.isTelling) this.checks.changedElsewhere();
    });
    this.publishing.start();
    this.plans.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.plans.stop();
    await this.checks.stop();
    await this.publishing.stop();
  }

  get needsSecondPerson(): boolean {
    return this.settings.current('content').needsSecondPerson;
  }

  /** Whether only admins publish past the gate. */
  get onlyAdminsOverride(): boolean {
    return this.settings.current('content').onlyAdminsOverride;
  }

  /** At once, or as a plan that waits for its time or for a second person; the gate speaks first either way. */
  async publish(order: PublishOrder, at: number | null = null): Promise<Went | PlannedPublication | Refusal> {
    const { needsSecondPerson } = this;
    if (at === null && !needsSecondPerson) return this.publishing.publish(order);
    // Looked up before the draft: what goes live from here on is none of what this plan changes.
    const base = await this.store.latestNumber();
    const texts = await this.draftTexts();
    return (await this.publishing.hindrance(order, texts)) ?? this.plans.ask(order, { texts, base, at, needsSecondPerson });
  }

  /** Trains when the draft was never trained before: a few seconds. */
  async check(): Promise<CheckReport> {
    const { report, revision } = await this.trained();
    return revision === null ? report : { ...report, conflicts: await this.checker.conflicts(revision) };
  }

  /** The draft as a revision, or what is wrong with it. */
  async tried(): Promise<Revision | CheckReport> {
    const { revision, report } = await this.trained();
    return revision ?? report;
  }

  revisions(): Promise<readonly RevisionNote[]> {
    return this.store.revisions();
  }

  /** From one revision to another, or to the draft. */
  async changes(from: number, to: number | 'draft'): Promise<readonly TextChange[] | Refusal> {
    const before = await this.store.textsOf(from);
    const after = to === 'draft' ? await this.draftTexts() : await this.store.textsOf(to);
    return before && after ? changesBetween(before, after) : refuse('not-found');
  }

  /** What the draft changes of the revision in force. */
  async draftChanges(): Promise<readonly TextChange[]> {
    const before = (await this.store.textsOf(await this.store.latestNumber())) ?? [];
    return changesBetween(before, await this.draftTexts());
  }

  /** What a publication that waits would change: fixed when it was asked for, whatever the draft says by now. */
  async plannedChanges(id: string): Promise<readonly TextChange[] | Refusal> {
    const sides = await this.plans.sides(id);
    return sides ? changesBetween(sides.before, sides.after) : refuse('not-found');
  }

  async draftTexts(): Promise<readonly ContentText[]> {
    return (await this.store.draft()).map(({ path, text }) => ({ path, text }));
  }

  /** The operator's day and the revision in force, for trying a message on either. */
  now(): { readonly at: number; readonly inForce: Revision } {
    return { at: this.clock.now(), inForce: this.published.current() };
  }

  /** An article that may not be saved yet, as the chat would quote it. */
  asQuoted(entry: Json): ReturnType<typeof asQuoted> {
    return asQuoted(entry, { store: this.store, splitter: this.parts().splitter });
  }

  private async trained(): Promise<Checked> {
    return this.checks.check(await this.draftTexts());
  }
}
