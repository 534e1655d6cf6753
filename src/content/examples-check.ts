/** What is doubtful about examples, though it may be published: the same phrase in two intents, and examples the model itself gives to another intent. Pure. */
import type { IntentDefinition } from '../domain/intent.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import type { Revision } from '../ports/published-content.js';
import { inSlices } from './slices.js';

export interface DuplicateExample {
  readonly text: string;
  readonly locale: Locale;
  /** One intent twice, when it lists the phrase twice. */
  readonly intents: readonly string[];
}

export interface ConflictingExample {
  readonly text: string;
  readonly locale: Locale;
  readonly intent: string;
  readonly read: string;
  readonly confidence: number;
}

export interface Coverage {
  readonly intent: string;
  readonly kind: IntentDefinition['kind'];
  readonly examples: Readonly<Record<Locale, number>>;
}

const IGNORED = /[\s\p{P}\p{S}]+/gu;

export async function duplicatesOf(intents: readonly IntentDefinition[]): Promise<readonly DuplicateExample[]> {
  const seen = new Map<string, { text: string; locale: Locale; intents: string[] }>();
  const note = (id: string, locale: Locale, text: string): void => {
    const key = `${locale} ${text.normalize('NFKC').toLowerCase().replace(IGNORED, '') || text}`;
    const known = seen.get(key);
    if (known) known.intents.push(id);
    else seen.set(key, { text, locale, intents: [id] });
  };
  await inSlices(intents, ({ id, examples }) => LOCALES.forEach((locale) => examples[locale].forEach((text) => note(id, locale, text))));
  return [...seen.values()].filter(({ intents: ids }) => ids.length > 1);
}

/** By the model trained on these very examples: what it gives elsewhere even so contradicts the rest. With `since`, only of examples that revision does not have. */
export async function conflictsOf(revision: Revision, today: string, since: Revision | null = null): Promise<readonly ConflictingExample[]> {
  const examples = [...revision.intents.values()].flatMap(({ id, examples: own }) =>
    LOCALES.flatMap((locale) => {
      const known = new Set(since?.intents.get(id)?.examples[locale]);
      return own[locale].filter((text) => !known.has(text)).map((text) => ({ text, locale, intent: id }));
    }),
  );
  const read = await inSlices(examples, (example) => {
    const [best] = revision.read(example.text, { today, locale: example.locale }).ranking;
    return best && best.intent !== example.intent ? [{ ...example, read: best.intent, confidence: best.confidence }] : [];
  });
  return read.flat().sort((one, other) => other.confidence - one.confidence);
}

export function coverageOf(intents: readonly IntentDefinition[]): readonly Coverage[] {
  return intents.map(({ id, kind, examples }) => ({ intent: id, kind, examples: { 'zh-CN': examples['zh-CN'].length, en: examples.en.length } }));
}
