/** The gate before publishing: what the draft gets right and wrong beside the revision in force, told so that an editor can judge it. Pure. */
import type { Locale } from '../domain/locale.js';
import type { Revision } from '../ports/published-content.js';
import type { Answered } from './answered.js';
import type { Golden, GoldenQuestion } from './golden-file.js';
import { inSlices } from './slices.js';

/** Where a message goes: an intent, or the word for what happens without one. */
export type Route = string;
export const ASKS_BACK = '(asks back)';
export const NOT_OURS = '(out of scope)';
export const PERSON = '(person)';

export interface FailedQuestion {
  readonly text: string;
  readonly locale: Locale;
  readonly expected: Route;
  readonly got: Route;
  readonly confidence: number;
}

export interface IntentAccuracy {
  readonly intent: string;
  readonly asked: number;
  readonly right: number;
}

export interface BenchResult {
  readonly asked: number;
  readonly right: number;
  readonly failed: readonly FailedQuestion[];
  readonly byIntent: readonly IntentAccuracy[];
  readonly confusions: readonly { readonly expected: Route; readonly got: Route; readonly times: number }[];
  /** Ten bins of confidence: how often the best intent of such a confidence was right. */
  readonly calibration: readonly { readonly from: number; readonly asked: number; readonly confidence: number; readonly right: number }[];
}

/** A real message that would be answered otherwise: where it goes, and the words of both answers. */
export interface Difference {
  readonly text: string;
  readonly before: Route;
  readonly after: Route;
  readonly confidence: number;
  readonly saidBefore: string;
  readonly saidAfter: string;
}

export function routeOf(revision: Revision, text: string, { locale, today }: { locale?: Locale; today: string }): { route: Route; confidence: number; best: string | null } {
  const reading = revision.read(text, { today, ...(locale === undefined ? {} : { locale }) });
  const [best] = reading.ranking;
  const confidence = best?.confidence ?? 0;
  if (reading.asksForPerson) return { route: PERSON, confidence, best: best?.intent ?? null };
  if (reading.isAccepted && best) return { route: best.intent, confidence, best: best.intent };
  return { route: reading.outOfScope < 0.5 ? ASKS_BACK : NOT_OURS, confidence, best: best?.intent ?? null };
}

export async function benchOf(revision: Revision, { questions }: Pick<Golden, 'questions'>, today: string): Promise<BenchResult> {
  const rows = await inSlices(questions, (question) => ({ question, ...routeOf(revision, question.text, { locale: question.locale, today }) }));
  const failed = rows
    .filter(({ question, route }) => !isRight(revision, question, route))
    .map(({ question, route, confidence }) => ({ text: question.text, locale: question.locale, expected: question.intent ?? NOT_OURS, got: route, confidence }));
  return {
    asked: rows.length,
    right: rows.length - failed.length,
    failed,
    byIntent: accuracies(questions, failed),
    confusions: confusionsOf(failed),
    calibration: calibrationOf(rows.flatMap(({ question, confidence, best }) => (question.intent === null ? [] : [{ confidence, isRight: best === question.intent }]))),
  };
}

/** Out of scope is right as long as nothing of ours is answered; an intent that brings a person is right by either way. */
function isRight(revision: Revision, { intent }: GoldenQuestion, route: Route): boolean {
  if (intent === null) return route === NOT_OURS || route === ASKS_BACK;
  if (route === PERSON) return revision.intents.get(intent)?.kind === 'handoff';
  return route === intent;
}

function accuracies(questions: readonly GoldenQuestion[], failed: readonly FailedQuestion[]): IntentAccuracy[] {
  const counts = new Map<string, { asked: number; wrong: number }>();
  const of = (key: string) => counts.get(key) ?? { asked: 0, wrong: 0 };
  for (const { intent } of questions) counts.set(intent ?? NOT_OURS, { ...of(intent ?? NOT_OURS), asked: of(intent ?? NOT_OURS).asked + 1 });
  for (const { expected } of failed) counts.set(expected, { ...of(expected), wrong: of(expected).wrong + 1 });
  return [...counts].map(([intent, { asked, wrong }]) => ({ intent, asked, right: asked - wrong })).sort((one, other) => one.right / one.asked - other.right / other.asked);
}

function confusionsOf(failed: readonly FailedQuestion[]): BenchResult['confusions'] {
  const counts = new Map<string, { expected: Route; got: Route; times: number }>();
  for (const { expected, got } of failed) {
    const key = `${expected} ${got}`;
    counts.set(key, { expected, got, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.times - one.times);
}

const BINS = 10;

function calibrationOf(rows: readonly { readonly confidence: number; readonly isRight: boolean }[]): BenchResult['calibration'] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = rows.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
    return { from: bin / BINS, asked: inside.length, confidence: mean(inside.map(({ confidence }) => confidence)), right: mean(inside.map(({ isRight: right }) => (right ? 1 : 0))) };
  });
}

/** Golden questions the revision in force gets right and the draft does not. */
export function regressionsOf(before: BenchResult, after: BenchResult): readonly FailedQuestion[] {
  // In each language by itself: "5G" may be asked in both.
  const asked = ({ text, locale, expected }: FailedQuestion): string => `${locale} ${expected} ${text}`;
  const failing = new Set(before.failed.map(asked));
  return after.failed.filter((one) => !failing.has(asked(one)));
}

/** Real messages that would go elsewhere or be told something else; each wording once, those that go elsewhere first. */
export async function differencesOf(texts: readonly string[], { before, after, today, answered }: { before: Revision; after: Revision; today: string; answered: Pick<Answered, 'differ'> }): Promise<readonly Difference[]> {
  const found = await inSlices([...new Set(texts)], async (text) => {
    const was = routeOf(before, text, { today });
    const is = routeOf(after, text, { today });
    const said = await answered.differ(before, after, text);
    if (was.route === is.route && said === null) return [];
    return [{ text, before: was.route, after: is.route, confidence: is.confidence, saidBefore: said?.was ?? '', saidAfter: said?.is ?? '' }];
  });
  return found.flat().sort((one, other) => Number(one.before === one.after) - Number(other.before === other.after));
}
