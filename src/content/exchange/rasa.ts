/** Training data of Rasa NLU (YAML): the examples of intents, in and out. */
import { Document, Scalar, stringify } from 'yaml';
import { z } from 'zod';
import type { IntentDefinition } from '../../domain/intent.js';
import { LOCALES } from '../../domain/locale.js';
import type { Locale } from '../../domain/locale.js';
import type { ContentProblem } from '../problem.js';
import { MOST_CHARS_OF_FILE, parseYaml } from '../yaml-text.js';
import type { Item } from './item.js';

const entry = z.union([z.string(), z.object({ text: z.string() })]);
/** What else is there is not refused, and told by its name. */
const rasaSchema = z.looseObject({
  version: z.coerce.string().optional(),
  nlu: z.array(z.looseObject({ intent: z.string().max(200).optional(), metadata: z.object({ language: z.string().optional() }).optional().catch(undefined), examples: z.union([z.string(), z.array(entry)]).optional() })),
});

/** Sections that are no intents (synonyms, lookups, responses, stories) bring nothing. */
export function itemsOfRasa(file: string, text: string): { readonly items: readonly Item[]; readonly ignored: readonly string[]; readonly problems: readonly ContentProblem[] } {
  const parsed = parseYaml({ file, text, linesBefore: 0, mostChars: MOST_CHARS_OF_FILE }, rasaSchema);
  if ('problems' in parsed) return { items: [], ignored: [], problems: parsed.problems };
  const rowOf = inOrder(text);
  const items = parsed.value.nlu.flatMap(({ intent, examples, metadata }): Item[] => {
    if (intent === undefined || examples === undefined) return [];
    const written = (typeof examples === 'string' ? linesOf(examples) : examples.map((one) => (typeof one === 'string' ? one : one.text).trim())).filter((phrase) => phrase !== '');
    const named = LOCALES.find((locale) => locale === metadata?.language);
    const spoken = [...new Set(written.map((phrase) => named ?? localeOf(withoutEntities(phrase))))];
    return spoken.map((locale): Item => {
      const own = written.filter((phrase) => (named ?? localeOf(withoutEntities(phrase))) === locale);
      return { row: rowOf(own[0] ?? ''), what: { kind: 'examples', intent: idOf(intent), locale, phrases: own.map(withoutEntities) }, problems: [] };
    });
  });
  return { items, ignored: unusedOf(parsed.value), problems: [] };
}

/** By the words of the file itself. */
function unusedOf({ version: _version, nlu, ...others }: z.infer<typeof rasaSchema>): readonly string[] {
  const kinds = nlu.flatMap(({ intent, examples: _examples, metadata: _metadata, ...kind }) => (intent === undefined ? Object.keys(kind) : []));
  return [...new Set([...kinds, ...Object.keys(others)])].map((name) => name.slice(0, MOST_NAME));
}

const MOST_NAME = 60;

/** The line at which each stands, when asked for in the order of the file; never the same line twice. */
function inOrder(text: string): (phrase: string) => number {
  const lines = text.split('\n');
  let last = 0;
  return (phrase) => {
    let at = last;
    while (at < lines.length && lines[at]?.includes(phrase) !== true) at += 1;
    last = at < lines.length ? at + 1 : last + 1;
    return last;
  };
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
  return block.split('\n').flatMap((line) => {
    const mark = /^\s*-\s?/.exec(line)?.[0];
    return mark === undefined ? [] : line.slice(mark.length);
  });
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
