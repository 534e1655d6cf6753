/** Checks a draft as publishing would: is it sound, what is doubtful in it, what would be answered differently, and what got worse. */
import { dayOf } from '../domain/calendar.js';
import type { ContentText } from '../domain/content.js';
import type { AskedQuestions } from '../ports/asked-questions.js';
import type { Clock } from '../ports/clock.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import { textFiles } from './content-files.js';
import { conflictsOf, coverageOf, duplicatesOf } from './examples-check.js';
import type { ConflictingExample, Coverage, DuplicateExample } from './examples-check.js';
import { benchOf, differencesOf, regressionsOf } from './gate.js';
import type { BenchResult, Difference, FailedQuestion } from './gate.js';
import { readGolden } from './golden-file.js';
import type { Golden, GoldenStory } from './golden-file.js';
import { revisionOf } from './published.js';
import type { RevisionParts } from './published.js';
import { readSeed } from './seed.js';
import type { ContentProblem } from './problem.js';

/** How the assistant would go through a conversation with this revision. */
export type Rehearse = (revision: Revision, story: GoldenStory) => Promise<readonly { readonly rule: string | null; readonly intent: string | null }[]>;

export interface StoryResult {
  readonly name: string;
  /** The first turn that went otherwise, from 1; null when all went as told. */
  readonly failedTurn: number | null;
  readonly says: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  /** It went as told with the revision in force. */
  readonly isRegression: boolean;
}

export interface CheckReport {
  readonly problems: readonly ContentProblem[];
  readonly duplicates: readonly DuplicateExample[];
  readonly conflicts: readonly ConflictingExample[];
  readonly coverage: readonly Coverage[];
  readonly before: BenchResult | null;
  readonly bench: BenchResult | null;
  readonly regressions: readonly FailedQuestion[];
  readonly stories: readonly StoryResult[];
  readonly differences: readonly Difference[];
  /** How many real messages were looked at. */
  readonly messages: number;
}

export interface CheckerDeps {
  readonly published: PublishedContent;
  readonly parts: () => RevisionParts;
  readonly asked: AskedQuestions;
  readonly rehearse: Rehearse;
  /** Takes personal data out of real messages before an editor sees them. */
  readonly mask: (text: string) => string;
  readonly clock: Clock;
}

export interface CheckOptions {
  readonly next: number;
  readonly onTrained?: () => void;
  /** How far training is, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Only what the gate needs: what is merely doubtful is for a check that somebody reads. */
  readonly isForGate?: boolean;
}

const REAL_MESSAGES = 1000;
const SHOWN = 200;

export class Checker {
  constructor(private readonly deps: CheckerDeps) {}

  /** `revision` is null when the draft is not sound. Trains when this content was never trained before. */
  async check(texts: readonly ContentText[], { next, onTrained, onProgress, isForGate = false }: CheckOptions): Promise<{ report: CheckReport; revision: Revision | null }> {
    const files = textFiles(texts);
    const { seed, problems } = await readSeed(files);
    const { golden, problems: goldenProblems } = await readGolden(files);
    const found = [...problems, ...goldenProblems];
    const duplicates = isForGate ? [] : duplicatesOf(seed.intents);
    const coverage = coverageOf(seed.intents);
    if (found.length > 0 || seed.intents.length === 0) return { report: { ...EMPTY, problems: found, duplicates, coverage }, revision: null };
    const revision = await revisionOf(next, texts, { ...this.deps.parts(), ...(onProgress ? { onProgress } : {}) });
    onTrained?.();
    return { report: { ...(await this.compared(revision, golden)), duplicates, coverage, conflicts: isForGate ? [] : (await conflictsOf(revision, this.today())).slice(0, SHOWN) }, revision };
  }

  private async compared(after: Revision, golden: Golden): Promise<CheckReport> {
    const today = this.today();
    const before = this.deps.published.current();
    const [was, is] = [await benchOf(before, golden, today), await benchOf(after, golden, today)];
    const real = (await this.deps.asked.last(REAL_MESSAGES)).map(({ text }) => text);
    const differences = await differencesOf(real, { before, after, today });
    return {
      ...EMPTY,
      ...{ before: was, bench: is, regressions: regressionsOf(was, is), messages: real.length },
      stories: await this.storiesOf(golden.stories, before, after),
      differences: differences.slice(0, SHOWN).map((one) => ({ ...one, text: this.deps.mask(one.text) })),
    };
  }

  private async storiesOf(stories: readonly GoldenStory[], before: Revision, after: Revision): Promise<readonly StoryResult[]> {
    const results: StoryResult[] = [];
    for (const story of stories) {
      const failure = failureOf(story, await this.deps.rehearse(after, story));
      const isRegression = failure !== null && failureOf(story, await this.deps.rehearse(before, story)) === null;
      results.push({ name: story.name, ...(failure ?? { failedTurn: null, says: null, expected: null, got: null }), isRegression });
    }
    return results;
  }

  private today(): string {
    return dayOf(this.deps.clock.now());
  }
}

type Failure = Pick<StoryResult, 'failedTurn' | 'says' | 'expected' | 'got'>;

function failureOf({ turns }: GoldenStory, went: Awaited<ReturnType<Rehearse>>): Failure | null {
  for (const [index, { says, intent, rule }] of turns.entries()) {
    const got = went[index];
    const at = { failedTurn: index + 1, says };
    if (intent !== undefined && got?.intent !== intent) return { ...at, expected: intent, got: got?.intent ?? got?.rule ?? null };
    if (rule !== undefined && got?.rule !== rule) return { ...at, expected: rule, got: got?.rule ?? null };
  }
  return null;
}

const EMPTY: CheckReport = { problems: [], duplicates: [], conflicts: [], coverage: [], before: null, bench: null, regressions: [], stories: [], differences: [], messages: 0 };
