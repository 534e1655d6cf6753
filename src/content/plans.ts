/** Publications that wait: for a second person, for their time, or both. Done once on however many nodes, after a restart too. */
import type { ContentAuthor, ContentText, RevisionNote } from '../domain/content.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { PlannedPublication } from '../domain/planned-publication.js';
import type { Clock } from '../ports/clock.js';
import type { ContentPlans } from '../ports/content-plans.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { LaidOver, Overtaken, PublishOrder } from './publishing.js';
import type { Trail } from './trail.js';

export interface PlansDeps {
  readonly plans: ContentPlans;
  readonly store: ContentStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly trail: Trail;
}

/** Publishes now what is laid over what is in force then; asks the gate again. */
export type PublishTexts = (order: PublishOrder, laidOver: LaidOver) => Promise<RevisionNote | Refusal | Overtaken>;

/** What is asked for: these texts, over the revision `base` that they were written on. */
export interface Asked {
  readonly texts: readonly ContentText[];
  readonly base: number;
  readonly at: number | null;
  readonly needsSecondPerson: boolean;
}

const LOOK_EVERY_MS = 2000;
/** Longer than any training: a node that died over one leaves it to another after this. */
const LEASE_MS = 5 * 60_000;
/** After a training that failed, or a database that was away. */
const AGAIN_AFTER_MS = 30_000;
const SHOWN = 50;

export class Plans {
  private stopLooking: () => void = () => undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly deps: PlansDeps,
    private readonly publish: PublishTexts,
  ) {}

  start(): void {
    this.lookAgain();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.stopLooking();
    await this.running;
  }

  list(): Promise<readonly PlannedPublication[]> {
    return this.deps.plans.list(SHOWN);
  }

  async ask({ note, by, overrideReason }: PublishOrder, { texts, base, at, needsSecondPerson }: Asked): Promise<PlannedPublication> {
    const { plans, ids, clock, trail } = this.deps;
    const plan: PlannedPublication = {
      ...{ id: ids.next(), state: needsSecondPerson ? 'awaiting' : 'scheduled', note, by, at: at ?? (needsSecondPerson ? null : clock.now()), askedAt: clock.now() },
      ...{ base, overrideReason: overrideReason ?? null, approvedBy: null, revision: null, failure: null, endedAt: null },
    };
    await plans.add(plan, texts, trail.entry(by, { act: 'content.asked', target: plan.id, reason: note, detail: at === null ? '' : new Date(at).toISOString() }));
    return plan;
  }

  /** By somebody else than who asked. What is due already goes live at once. */
  async approve(id: string, by: ContentAuthor): Promise<PlannedPublication | Refusal> {
    const { plans, clock, trail } = this.deps;
    const plan = await plans.find(id);
    if (!plan) return refuse('not-found');
    if (plan.by.staffId === by.staffId) return refuse('forbidden', 'nobody approves their own');
    const approved: PlannedPublication = { ...plan, state: 'scheduled', approvedBy: by, at: plan.at ?? clock.now() };
    if (!(await plans.move(approved, ['awaiting'], { audit: trail.entry(by, { act: 'content.approved', target: id, reason: plan.note }) }))) return refuse('wrong-state');
    if ((approved.at ?? 0) <= clock.now()) await this.look();
    return (await plans.find(id)) ?? approved;
  }

  /** What it was asked to publish, and what was in force then; null when there is no such plan. */
  async sides(id: string): Promise<{ readonly before: readonly ContentText[]; readonly after: readonly ContentText[] } | null> {
    const { plans, store } = this.deps;
    const plan = await plans.find(id);
    return plan ? { before: (await store.textsOf(plan.base)) ?? [], after: await plans.textsOf(id) } : null;
  }

  /** Refused once a node is at publishing it: nobody is told that it was called off and then sees it live. */
  async cancel(id: string, by: ContentAuthor): Promise<PlannedPublication | Refusal> {
    const { plans, clock, trail } = this.deps;
    const plan = await plans.find(id);
    if (!plan) return refuse('not-found');
    const cancelled: PlannedPublication = { ...plan, state: 'cancelled', endedAt: clock.now() };
    const audit = trail.entry(by, { act: 'content.cancelled', target: id, reason: plan.note });
    return (await plans.move(cancelled, ['awaiting', 'scheduled'], { unclaimedAt: clock.now(), audit })) ? cancelled : refuse('wrong-state');
  }

  /** Whatever is due and nobody else has claimed; one look at a time on this node. */
  look(): Promise<void> {
    const next = this.running.then(() => this.carryOut());
    this.running = next.catch((error: unknown) => this.deps.logger.error({ error }, 'a planned publication could not be carried out; it is tried again'));
    return next.catch(() => undefined);
  }

  private async carryOut(): Promise<void> {
    const { plans, clock, logger } = this.deps;
    for (const plan of await plans.due(clock.now())) {
      const until = clock.now() + LEASE_MS;
      if (this.isStopped || !(await plans.claim(plan.id, { now: clock.now(), until }))) continue;
      try {
        if (!(await this.isEnded(plan))) await this.again(plan, until, 0);
      } catch (error) {
        logger.error({ error }, 'a planned publication could not be carried out; it is tried again');
        await this.again(plan, until, AGAIN_AFTER_MS);
      }
    }
  }

  /** False when another node went live first: it is then compared with that. */
  private async isEnded(plan: PlannedPublication): Promise<boolean> {
    const { id, note, by, overrideReason, approvedBy } = plan;
    const order = { note, by, plan: id, ...(overrideReason === null ? {} : { overrideReason }), ...(approvedBy === null ? {} : { approvedBy }) };
    // A node that died after publishing has told nobody; whatever was taken back since is not published once more.
    const outcome = (await this.live(id)) ?? (await this.publish(order, (inForce) => this.texts(plan, inForce)));
    if (outcome === 'overtaken') return false;
    await this.end(plan, isRefusal(outcome) ? ((await this.live(id)) ?? outcome) : outcome);
    return true;
  }

  private async live(id: string): Promise<RevisionNote | undefined> {
    return (await this.deps.store.revisions()).find(({ plan }) => plan === id);
  }

  /** Only while the claim is still this node's own. */
  private async again({ id }: PlannedPublication, claimedUntil: number, afterMs: number): Promise<void> {
    await this.deps.plans.claim(id, { now: claimedUntil, until: this.deps.clock.now() + afterMs });
  }

  /** What the plan changes, laid over what is in force by now; where both changed the same text nothing is guessed. */
  private async texts({ id, base }: PlannedPublication, inForce: readonly ContentText[]): Promise<readonly ContentText[] | Refusal> {
    const { plans, store } = this.deps;
    const wanted = asMap(await plans.textsOf(id));
    const [was, now] = [asMap((await store.textsOf(base)) ?? []), asMap(inForce)];
    const result = new Map(now);
    for (const path of new Set([...was.keys(), ...wanted.keys()])) {
      const text = wanted.get(path);
      if (text === was.get(path) || text === now.get(path)) continue;
      if (now.get(path) !== was.get(path)) return refuse('conflict', `${path} was published in other words meanwhile`);
      if (text === undefined) result.delete(path);
      else result.set(path, text);
    }
    return [...result].map(([path, text]) => ({ path, text })).sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  private async end(plan: PlannedPublication, outcome: RevisionNote | Refusal): Promise<void> {
    const { plans, clock, trail } = this.deps;
    const failure = isRefusal(outcome) ? (outcome.extra?.['gate'] ? 'gate' : outcome.refused) : null;
    const ended: PlannedPublication = { ...plan, state: failure === null ? 'published' : 'failed', revision: isRefusal(outcome) ? null : outcome.number, failure, endedAt: clock.now() };
    await plans.move(ended, ['scheduled'], { audit: failure === null ? null : trail.entry(plan.by, { act: 'content.failed', target: plan.id, reason: failure }) });
  }

  private lookAgain(): void {
    this.stopLooking = this.deps.clock.after(LOOK_EVERY_MS, () => {
      void this.look();
      if (!this.isStopped) this.lookAgain();
    });
  }
}

function asMap(texts: readonly ContentText[]): ReadonlyMap<string, string> {
  return new Map(texts.map(({ path, text }) => [path, text]));
}
