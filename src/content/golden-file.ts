/** What must not get worse: `intents/golden/questions.yaml` (questions and their intents) and `stories.yaml` (conversations). */
import { z } from 'zod';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import type { ContentFile, ContentFiles } from './content-files.js';
import { parseYaml } from './yaml-text.js';
import type { ContentProblem } from './problem.js';

export interface GoldenQuestion {
  readonly text: string;
  readonly locale: Locale;
  /** Null: none of our business. */
  readonly intent: string | null;
}

export interface GoldenStory {
  readonly name: string;
  readonly locale: Locale;
  /** A demo subscriber who is signed in; null for a visitor. */
  readonly subscriber: string | null;
  readonly turns: readonly { readonly says: string; readonly intent?: string | undefined; readonly rule?: string | undefined }[];
}

export interface Golden {
  readonly questions: readonly GoldenQuestion[];
  readonly stories: readonly GoldenStory[];
}

/** The key of questions that are none of our business. */
export const OUT_OF_SCOPE = 'out_of_scope';

const phrases = z.array(z.coerce.string().min(1).max(300)).default([]);
const questionsSchema = z.record(z.string(), z.strictObject({ 'zh-CN': phrases, en: phrases }));
const storiesSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    locale: z.enum(LOCALES),
    subscriber: z.coerce.string().nullable().default(null),
    turns: z.array(z.strictObject({ says: z.string().min(1), intent: z.string().optional(), rule: z.string().optional() })).min(1),
  }),
);

export async function readGolden(files: ContentFiles): Promise<{ readonly golden: Golden; readonly problems: readonly ContentProblem[] }> {
  const found = await files.in('intents/golden', '.yaml');
  const problems: ContentProblem[] = [];
  const read = <Value>(name: string, schema: z.ZodType<Value>, nothing: Value): Value => {
    const file = found.find(({ path }) => path.endsWith(`/${name}.yaml`));
    const parsed = file ? parseYaml(withoutBom(file), schema) : { value: nothing };
    if ('value' in parsed) return parsed.value;
    problems.push(...parsed.problems);
    return nothing;
  };
  const byIntent = read('questions', questionsSchema, {});
  const stories = read('stories', storiesSchema, []);
  const questions = Object.entries(byIntent).flatMap(([key, texts]) =>
    LOCALES.flatMap((locale) => texts[locale].map((text) => ({ text, locale, intent: key === OUT_OF_SCOPE ? null : key }))),
  );
  return { golden: { questions, stories }, problems };
}

function withoutBom({ path, text }: ContentFile): { file: string; text: string; linesBefore: number } {
  return { file: path, text, linesBefore: 0 };
}
