/** Checks a draft as publishing would: is it sound, what is doubtful in it, what would be answered differently, and what got worse. */
import { dayOf } from '../domain/calendar.js';
import type { ContentText } from '../domain/content.js';
import type { AskedQuestions } from '../ports/asked-questions.js';
import type { Clock } from '../ports/clock.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import { wrongAnswers } from './answer-links.js';
import { Answered } from './answered.js';
import type { Rehearse } from './answered.js';
import { textFiles } from './content-files.js';
import { unknownPlacesOf } from './unknown-places.js';
import type { UnknownPlaces } from './unknown-places.js';
import { conflictsOf, coverageOf, duplicatesOf } from './examples-check.js';
import type { ConflictingExample, Coverage, DuplicateExample } from './examples-check.js';
import { benchOf, differencesOf, regressionsOf } from './gate.js';
import type { BenchResult, Difference, FailedQuestion } from './gate.js';
import { readGolden } from './golden-file.js';
import type { Golden, GoldenStory } from './golden-file.js';
import type { PictureShelf } from './picture-shelf.js';
import { seedKey } from './model-cache.js';
import { cacheOf, revisionFrom } from './published.js';
import type { RevisionParts } from './published.js';
import { readSeed } from './seed.js';
import type { ContentProblem } from './problem.js';
import { inSlices } from './slices.js';

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

/** Named by the gate, though they block nothing. */
export interface Doubts {
  readonly duplicates: readonly DuplicateExample[];
  readonly conflicts: readonly ConflictingExample[];
}

export interface CheckReport extends Doubts {
  readonly problems: readonly ContentProblem[];
  /** Those that the revision in force does not have. */
  readonly doubts: Doubts;
  readonly coverage: readonly Coverage[];
  /** Places that texts are limited to and nobody knows. */
  readonly unknownPlaces: readonly UnknownPlaces[];
  readonly before: BenchResult | null;
  readonly bench: BenchResult | null;
  readonly regressions: readonly FailedQuestion[];
  readonly stories: readonly StoryResult[];
  readonly differences: readonly Difference[];
  /** How many there are, of which `differences` shows the first. */
  readonly differing: number;
  /** How many real messages were looked at. */
  readonly messages: number;
}

/** What the gate blocks. */
export function isWorse({ regressions, stories }: Pick<CheckReport, 'regressions' | 'stories'>): boolean {
  return regressions.length > 0 || stories.some(({ isRegression }) => isRegression);
}

export interface Checked {
  readonly report: CheckReport;
  readonly revision: Revision | null;
}

interface InForce {
  readonly before: Revision;
  readonly was: BenchResult;
  /** What subscribers wrote last. */
  readonly real: readonly string[];
}

export interface CheckerDeps {
  readonly published: PublishedContent;
  readonly parts: () => RevisionParts;
  readonly asked: AskedQuestions;
  readonly rehearse: Rehearse;
  readonly pictures: PictureShelf;
  /** Takes personal data out of real messages before an editor sees them. */
  readonly mask: (text: string) => string;
  readonly clock: Clock;
}

export interface CheckOptions {
  readonly next: number;
  readonly onTrained?: () => void;
  /** How far training is, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Gives training up. */
  readonly signal?: AbortSignal;
}

const REAL_MESSAGES = 1000;
const SHOWN = 200;

export class Checker {
  private readonly answered: Answered;
  private readonly conflicting = new WeakMap<Revision, Promise<readonly ConflictingExample[]>>();

  constructor(private readonly deps: CheckerDeps) {
    this.answered = new Answered(deps.rehearse);
  }

  /** All that publishing asks. `revision` is null when the draft is not sound. Trains when this content was never trained before. */
  async check(texts: readonly ContentText[], { next, onTrained, onProgress, signal }: CheckOptions): Promise<Checked> {
    const files = textFiles(texts);
    const parts = this.deps.parts();
    const { seed, problems } = await readSeed(files, parts.known);
    const { golden, problems: goldenProblems } = await readGolden(files);
    const answers = seed.intents.flatMap((intent) => wrongAnswers(texts.find(({ path }) => path === `intents/${intent.id}.yaml`) ?? { path: intent.id, text: '' }, intent));
    const found = [...problems, ...goldenProblems, ...answers, ...(await this.deps.pictures.missing(texts.filter(({ path }) => path.endsWith('.md'))))];
    const duplicates = await duplicatesOf(seed.intents);
    const coverage = coverageOf(seed.intents);
    const unknownPlaces = unknownPlacesOf(seed);
    if (found.length > 0 || seed.intents.length === 0) return { report: { ...EMPTY, problems: found, duplicates, coverage, unknownPlaces }, revision: null };
    // Whoever serves this as a revision, here or on another node, need not read it again.
    await cacheOf(parts).keepSeed(seedKey(texts), seed);
    // What is in force is asked while the draft trains beside.
    const [revision, known] = await Promise.all([revisionFrom(seed, next, { ...parts, ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) }), this.inForce(golden)]);
    onTrained?.();
    return { report: { ...(await this.compared(revision, golden, known)), duplicates, coverage, unknownPlaces, doubts: await this.doubtsOf(revision, duplicates) }, revision };
  }

  /** Every example that the model gives elsewhere: more than publishing waits for. */
  conflicts(revision: Revision): Promise<readonly ConflictingExample[]> {
    const known = this.conflicting.get(revision) ?? conflictsOf(revision, this.today()).then((found) => found.slice(0, SHOWN));
    this.conflicting.set(revision, known);
    return known;
  }

  private async doubtsOf(after: Revision, duplicates: readonly DuplicateExample[]): Promise<Doubts> {
    const before = this.deps.published.current();
    const known = new Set((await duplicatesOf([...before.intents.values()])).map(sameDuplicate));
    const conflicts = await conflictsOf(after, this.today(), before);
    return { duplicates: duplicates.filter((one) => !known.has(sameDuplicate(one))).slice(0, SHOWN), conflicts: conflicts.slice(0, SHOWN) };
  }

  private async inForce(golden: Golden): Promise<InForce> {
    const before = this.deps.published.current();
    const was = await benchOf(before, golden, this.today());
    const real = (await this.deps.asked.last(REAL_MESSAGES)).map(({ text }) => text);
    await inSlices([...new Set(real)], (text) => this.answered.by(before, text));
    return { before, was, real };
  }

  private async compared(after: Revision, golden: Golden, { before, was, real }: InForce): Promise<CheckReport> {
    const today = this.today();
    const is = await benchOf(after, golden, today);
    const differences = await differencesOf(real, { before, after, today, answered: this.answered });
    const { mask } = this.deps;
    return {
      ...EMPTY,
      ...{ before: was, bench: is, regressions: regressionsOf(was, is), messages: real.length },
      stories: await this.storiesOf(golden.stories, before, after),
      differences: differences.slice(0, SHOWN).map((one) => ({ ...one, text: mask(one.text), saidBefore: mask(one.saidBefore), saidAfter: mask(one.saidAfter) })),
      differing: differences.length,
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

function sameDuplicate({ text, locale, intents }: DuplicateExample): string {
  return `${locale} ${text} ${[...intents].sort().join(' ')}`;
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

const EMPTY: CheckReport = { problems: [], duplicates: [], conflicts: [], coverage: [], unknownPlaces: [], before: null, bench: null, regressions: [], stories: [], differences: [], differing: 0, messages: 0, doubts: { duplicates: [], conflicts: [] } };
