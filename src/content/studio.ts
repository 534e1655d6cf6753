/** The content room's face: the shared draft, what publishing it would change, and the revisions. */
import type { ContentText, RevisionNote } from '../domain/content.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { PlannedPublication } from '../domain/planned-publication.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { ContentPlans } from '../ports/content-plans.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Ids } from '../ports/ids.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { AtWork } from './at-work.js';
import type { Checker } from './checking.js';
import type { CheckReport } from './checking.js';
import { changesBetween } from './diff.js';
import type { TextChange } from './diff.js';
import { Drafts } from './drafts.js';
import { Exchange } from './exchange/exchange.js';
import { Plans } from './plans.js';
import { Publishing } from './publishing.js';
import type { PublishingDeps, PublishOrder } from './publishing.js';
import { Trail } from './trail.js';

export interface StudioDeps extends Omit<PublishingDeps, 'checker' | 'trail'> {
  readonly checker: Checker;
  readonly plans: ContentPlans;
  readonly audit: AuditLog;
  readonly ids: Ids;
  readonly settings: SettingsInForce;
}

export class Studio {
  readonly drafts: Drafts;
  readonly exchange: Exchange;
  readonly publishing: Publishing;
  readonly plans: Plans;
  readonly atWork: AtWork;
  private readonly checker: Checker;
  private readonly store: ContentStore;
  private readonly published: PublishedContent;
  private readonly clock: Clock;
  private readonly settings: SettingsInForce;

  constructor(deps: StudioDeps) {
    const trail = new Trail(deps);
    this.drafts = new Drafts({ ...deps, trail });
    this.exchange = new Exchange({ ...deps, trail });
    this.publishing = new Publishing({ ...deps, trail });
    this.plans = new Plans({ ...deps, trail }, (order, texts) => this.publishing.publishFixed(order, texts));
    this.atWork = new AtWork(deps);
    this.checker = deps.checker;
    this.store = deps.store;
    this.published = deps.published;
    this.clock = deps.clock;
    this.settings = deps.settings;
  }

  start(): void {
    this.publishing.start();
    this.plans.start();
  }

  async stop(): Promise<void> {
    await this.plans.stop();
    await this.publishing.stop();
  }

  get needsSecondPerson(): boolean {
    return this.settings.current('content').needsSecondPerson;
  }

  /** At once, or as a plan that waits for its time or for a second person; the gate speaks first either way. */
  async publish(order: PublishOrder, at: number | null = null): Promise<RevisionNote | PlannedPublication | Refusal> {
    const { needsSecondPerson } = this;
    if (at === null && !needsSecondPerson) return this.publishing.publish(order);
    const texts = await this.draftTexts();
    return (await this.publishing.hindrance(order, texts)) ?? this.plans.ask(order, { texts, at, needsSecondPerson });
  }

  /** Trains when the draft was never trained before: a few seconds. */
  async check(): Promise<CheckReport> {
    return (await this.trained()).report;
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

  async draftTexts(): Promise<readonly ContentText[]> {
    return (await this.store.draft()).map(({ path, text }) => ({ path, text }));
  }

  /** The operator's day and the revision in force, for trying a message on either. */
  now(): { readonly at: number; readonly inForce: Revision } {
    return { at: this.clock.now(), inForce: this.published.current() };
  }

  private async trained(): Promise<{ report: CheckReport; revision: Revision | null }> {
    return this.checker.check(await this.draftTexts(), { next: (await this.store.latestNumber()) + 1 });
  }
}
