/** What may be linked to a group as its fix, chosen from what there is: articles and intents of the draft, outage notices, plans whose rules were changed. */
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Fix } from '../../domain/finding.js';
import type { HttpDeps } from './http-deps.js';

export type FixChoicesDeps = Pick<HttpDeps, 'studio' | 'insights' | 'catalogue'>;

export async function fixChoices({ studio, insights, catalogue }: FixChoicesDeps): Promise<object> {
  // A business system that is away takes only its plans out of the list.
  const [articles, intents, notices, plans] = await Promise.all([studio.drafts.list('article'), studio.drafts.list('intent'), insights.notices.list(), catalogue.plans().catch(() => [])]);
  return {
    articles: articles.map(({ entry }) => ({ ref: `${String(entry['id'])}.${String(entry['locale'])}`, title: String(entry['title']) })),
    intents: intents.map(({ entry }) => ({ ref: String(entry['id']), names: entry['names'] })),
    notices: notices.map(({ id, areas, services, since, end }) => ({ ref: id, areas, services, since, isRunning: end === null })),
    plans: plans.map(({ id, name }) => ({ ref: id, name })),
  };
}

/** Null when there is such a thing. A rule may be any: many are no plan's. */
export async function missingFix({ studio, insights }: Pick<HttpDeps, 'studio' | 'insights'>, { kind, ref }: Pick<Fix, 'kind' | 'ref'>): Promise<Refusal | null> {
  if (kind === 'rule') return null;
  if (kind === 'notice') return (await insights.notices.has(ref)) ? null : refuse('not-found', 'no such notice');
  const found = await studio.drafts.find(kind, ref);
  return isRefusal(found) ? found : null;
}
