/** Training data of Rasa NLU (YAML): the examples of intents, in and out. */
import { Document, Scalar, stringify } from 'yaml';
import { z } from 'zod';
import type { IntentDefinition } from '../../domain/intent.js';
import { LOCALES } from '../../domain/locale.js';
import type { Locale } from '../../domain/locale.js';
import type { ContentProblem } from '../problem.js';
import { parseYaml } from '../yaml-text.js';
import type { Item } from './item.js';

const entry = z.union([z.string(), z.object({ text: z.string() })]);
const rasaSchema = z.object({
  version: z.coerce.string().optional(),
  nlu: z.array(z.object({ intent: z.string().max(200).optional(), metadata: z.object({ language: z.string().optional() }).optional().catch(undefined), examples: z.union([z.string(), z.array(entry)]).optional() })),
});

/** Sections that are no intents (synonyms, lookups, regular expressions) bring nothing. */
export function itemsOfRasa(file: string, text: string): { readonly items: readonly Item[]; readonly ignored: readonly string[]; readonly problems: readonly ContentProblem[] } {
  const parsed = parseYaml({ file, text, linesBefore: 0 }, rasaSchema);
  if ('problems' in parsed) return { items: [], ignored: [], problems: parsed.problems };
  const items = parsed.value.nlu.flatMap(({ intent, examples, metadata }, index): Item[] => {
    if (intent === undefined || examples === undefined) return [];
    const phrases = (typeof examples === 'string' ? linesOf(examples) : examples.map((one) => (typeof one === 'string' ? one : one.text).trim())).map(withoutEntities).filter((phrase) => phrase !== '');
    const named = LOCALES.find((locale) => locale === metadata?.language);
    return LOCALES.flatMap((locale): Item[] => {
      const own = phrases.filter((phrase) => (named ?? localeOf(phrase)) === locale);
      return own.length === 0 ? [] : [{ row: 2 * index + (locale === 'en' ? 2 : 1), what: { kind: 'examples', intent: idOf(intent), locale, phrases: own }, problems: [] }];
    });
  });
  return { items, ignored: parsed.value.nlu.some(({ intent }) => intent === undefined) ? ['synonym, lookup, regex'] : [], problems: [] };
}

export function rasaOf(intents: readonly IntentDefinition[]): string {
  // Pinyin stands among the Chinese examples though its letters are Latin: the language is written down.
  const nlu = intents.flatMap(({ id, examples }) =>
    LOCALES.flatMap((language) => {
      const phrases = examples[language].map((phrase) => phrase.replace(/[^\S\n]*\n\s*/g, ' '));
      if (phrases.length === 0) return [];
      const block = new Scalar(`${phrases.map((phrase) => `- ${phrase}`).join('\n')}\n`);
      block.type = Scalar.BLOCK_LITERAL;
      return [{ intent: id, metadata: { language }, examples: block }];
    }),
  );
  return stringify(new Document({ version: '3.1', nlu }), { lineWidth: 0 });
}

function linesOf(block: string): readonly string[] {
  return block.split('\n').flatMap((line) => /^\s*-\s?(.*)$/.exec(line)?.[1] ?? []);
}

/** `[Berlin](city)` and `[Berlin]{"entity": "city"}` are the word Berlin to us. */
function withoutEntities(phrase: string): string {
  return phrase.replace(/\[([^\]]+)\](?:\([\w:.-]+\)|\{[^}]*\})/g, '$1');
}

/** Rasa says `faq/ask_name` and may use capitals and hyphens. */
function idOf(intent: string): string {
  return intent.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
}

function localeOf(phrase: string): Locale {
  return /\p{Script=Han}/u.test(phrase) ? 'zh-CN' : 'en';
}
