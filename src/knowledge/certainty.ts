/** Whether the best candidate may be shown as the answer, only named among others, or not at all. Pure. */
import type { Candidate } from './ranking.js';

export type Certainty = 'sure' | 'perhaps' | 'none';

/** Set on the development questions, `questions.jsonl` and `questions-blind.jsonl`. Shown as the answer from this chance of being right on; without a second ranking to agree or object, more has to speak for it. */
const SURE_FROM = { agreed: 0.64, alone: 0.7 } as const;
/** Below this not even the titles help. */
const PERHAPS_FROM = 0.2;

/** Fitted on the development questions and `questions.jsonl`: what tells a right first candidate from a wrong one. */
const CHANCE = {
  ...{ base: -5, score: 0.88, lead: 1.35, share: 0.61, coverage: -1.03, named: -0.92, intent: 1.19, ours: 0.84, wordLead: 0.04, wordBehind: 0.18 },
  ...{ like: -0.06, likeBehind: 0.24, likeLead: -0.22, elsewhere: -0.42, elsewhereLead: 0.54 },
} as const;
const MOST_LEAD = 1.5;
const COMPARED = 12;

export function certaintyOf(candidates: readonly Candidate[], outOfScope: number): Certainty {
  if (isTooLittle(candidates[0])) return 'none';
  const chance = chanceOf(candidates, outOfScope);
  if (chance >= (candidates[0]?.elsewhere === null ? SURE_FROM.alone : SURE_FROM.agreed)) return 'sure';
  return chance >= PERHAPS_FROM ? 'perhaps' : 'none';
}

/** 「免费的吗」, "the thing": a single word picks some article, but not because it was asked for. */
function isTooLittle(best: Candidate | undefined): boolean {
  return best !== undefined && best.match.asked < 2 && best.match.keyword < 3 && best.match.like < 0.5 && best.intent.first + best.intent.further < 0.3;
}

/** The chance that the first candidate is the right article. */
export function chanceOf(candidates: readonly Candidate[], outOfScope: number): number {
  const [best, next] = candidates;
  if (!best) return 0;
  const rivals = candidates.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(4 * (score - best.score)), 0);
  const mostLike = Math.max(...candidates.slice(0, 6).map(({ match }) => match.like));
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
    CHANCE.wordBehind * (best.match.score - mostWords) +
    CHANCE.like * best.match.like +
    CHANCE.likeBehind * (best.match.like - mostLike) +
    CHANCE.likeLead * (next ? best.match.like - next.match.like : 1) +
    CHANCE.elsewhere * (best.elsewhere ?? 0) +
    CHANCE.elsewhereLead * leadElsewhere(best, next);
  return 1 / (1 + Math.exp(-odds));
}

function wordsOf({ match }: Candidate): number {
  return match.score + 0.7 * match.named + 0.5 * match.characters;
}

/** Whom nobody asked elsewhere has neither won nor lost there. */
function leadElsewhere(best: Candidate, next: Candidate | undefined): number {
  if (best.elsewhere === null) return 0;
  return next ? best.elsewhere - (next.elsewhere ?? 0) : 1;
}
