/** Examines content by cross-validation: trains without a part, reads that part, and so on round; nothing is judged by a model that knew it. */
import type { Locale } from '../domain/locale.js';
import type { MoodLabel } from '../domain/reading.js';
import { train } from './engine.js';
import { GENERIC_SENTENCES } from './generic-sentences.js';
import { MOOD_SENTENCES } from './mood-sentences.js';
import { Reader } from './reader.js';
import { fold } from './fold.js';
import { localeOf } from './script.js';
import type { TrainingSet } from './training-set.js';

export interface ExaminedMessage {
  readonly text: string;
  readonly locale: Locale;
  /** Null for a sentence that is out of scope. */
  readonly intent: string | null;
  readonly best: string;
  readonly confidence: number;
  readonly outOfScope: number;
  readonly isAccepted: boolean;
}

export interface ExaminedMood {
  readonly text: string;
  readonly locale: Locale;
  readonly mood: MoodLabel;
  readonly score: number;
  readonly label: MoodLabel;
}

export interface Examination {
  readonly rows: readonly ExaminedMessage[];
  readonly moods: readonly ExaminedMood[];
}

/** A reader needs a day; none of the figures depends on it. */
const ANY_DAY = '2026-01-15';

export function examine(set: TrainingSet, folds: number): Examination {
  const rows: ExaminedMessage[] = [];
  const moods: ExaminedMood[] = [];
  for (let part = 0; part < folds; part += 1) {
    const isOut = (index: number): boolean => index % folds === part;
    const kept = set.intents.map((intent) => ({ ...intent, examples: examplesOf(intent.examples, (index) => !isOut(index)) }));
    const left = <Value>(values: readonly Value[]): Value[] => values.filter((_, index) => !isOut(index));
    const model = train({ ...set, intents: kept, shipped: { generic: left(GENERIC_SENTENCES), moods: left(MOOD_SENTENCES) } });
    const reader = new Reader(model);
    for (const intent of set.intents) {
      const asked = Object.values(examplesOf(intent.examples, isOut)).flat();
      for (const text of asked) rows.push(messageRow(reader, text, intent.id));
    }
    for (const text of GENERIC_SENTENCES.filter((_, index) => isOut(index))) rows.push(messageRow(reader, text, null));
    for (const { text, mood } of MOOD_SENTENCES.filter((_, index) => isOut(index))) {
      const read = reader.read(text, { today: ANY_DAY }).mood;
      moods.push({ text, locale: localeOf(fold(text), 'zh-CN'), mood, score: read.score, label: read.label });
    }
  }
  return { rows, moods };
}

function examplesOf(examples: TrainingSet['intents'][number]['examples'], isWanted: (index: number) => boolean): { 'zh-CN': string[]; en: string[] } {
  const pick = (texts: readonly string[] = []): string[] => texts.filter((_, index) => isWanted(index));
  return { 'zh-CN': pick(examples['zh-CN']), en: pick(examples.en) };
}

function messageRow(reader: Reader, text: string, intent: string | null): ExaminedMessage {
  const { ranking, outOfScope, isAccepted, locale } = reader.read(text, { today: ANY_DAY });
  const best = ranking[0];
  return { text, locale, intent, best: best?.intent ?? '', confidence: best?.confidence ?? 0, outOfScope, isAccepted };
}
