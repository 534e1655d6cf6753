/** Reads the shipped content for developers' measurements: intents, lexicon and the demo operator's catalogue. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseLexicon } from '../src/understanding/lexicon.js';
import type { LexiconFile } from '../src/understanding/lexicon.js';
import type { TrainingIntent, TrainingSet } from '../src/understanding/training-set.js';

export function shippedContent(folder = 'intents'): TrainingSet {
  const intents = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as TrainingIntent);
  const files: Partial<Record<LexiconFile, unknown>> = {};
  for (const name of ['dialects', 'typos', 'pinyin', 'fillers'] as const) {
    const path = join(folder, 'lexicon', `${name}.yaml`);
    if (existsSync(path)) files[name] = parse(readFileSync(path, 'utf8'));
  }
  return { intents: intents.map((intent) => ({ ...intent, examples: intent.examples ?? {} })), lexicon: parseLexicon(files).lexicon, catalogue: { plans: [], products: [] } };
}
