/** Whether the best candidate may be shown as the answer, only named among others, or not at all. Pure. */
import type { Candidate } from './ranking.js';

export type Certainty = 'sure' | 'perhaps' | 'none';

const SURE_SCORE = 1.6;
const SURE_LEAD = 0.25;
const LEAST_COVERAGE = 0.2;
const PERHAPS_SCORE = 0.9;

export function certaintyOf(candidates: readonly Candidate[], isIntentDecided: boolean): Certainty {
  const [best, next] = candidates;
  if (!best) return 'none';
  const lead = best.score - (next?.score ?? 0);
  const isCovered = best.match.coverage >= LEAST_COVERAGE || (isIntentDecided && candidates.length === 1);
  if (isCovered && best.score >= SURE_SCORE && lead >= SURE_LEAD) return 'sure';
  return best.score >= PERHAPS_SCORE ? 'perhaps' : 'none';
}
