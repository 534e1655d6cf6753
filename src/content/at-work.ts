/** Who is at work on which text: a sign of life every few seconds, gone soon after the last. */
import type { ContentAuthor } from '../domain/content.js';
import type { EditorAtWork } from '../domain/planned-publication.js';
import type { Clock } from '../ports/clock.js';
import type { ContentPlans } from '../ports/content-plans.js';

/** Pages tell every 3 seconds. */
const GONE_AFTER_MS = 10_000;

export class AtWork {
  constructor(private readonly deps: { readonly plans: ContentPlans; readonly clock: Clock }) {}

  /** The others; `path` is null for a tab that only looks around. */
  async tell(who: ContentAuthor, { path, tab }: { readonly path: string | null; readonly tab: string }): Promise<readonly EditorAtWork[]> {
    const { plans, clock } = this.deps;
    const now = clock.now();
    if (path === null) await plans.leave(who.staffId, tab);
    else await plans.see(tab, { path, who, seenAt: now });
    return (await plans.atWork(now - GONE_AFTER_MS)).filter((one) => one.who.staffId !== who.staffId);
  }
}
