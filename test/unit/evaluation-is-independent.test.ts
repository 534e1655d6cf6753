/** The evaluation sets stay worth something only while no training example repeats a phrase of theirs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { GENERIC_SENTENCES } from '../../src/understanding/generic-sentences.js';
import { MOOD_SENTENCES } from '../../src/understanding/mood-sentences.js';
import { PERSON_SENTENCES } from '../../src/understanding/person-sentences.js';

const ROOT = join(import.meta.dirname, '..', '..');
const SETS = ['routing', 'routing-fresh', 'moods', 'persons', 'persons-blind', 'persons-fresh', 'persons-dev', 'persons-late', 'persons-unseen', 'persons-wide', 'persons-rounds', 'persons-judge'];

/** Two phrases are the same when only case, width, punctuation and spaces differ. */
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');

interface IntentFile {
  readonly id: string;
  readonly examples: Readonly<{ [locale: string]: readonly string[] }>;
}

const intents = readdirSync(join(ROOT, 'intents'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(join(ROOT, 'intents', name), 'utf8')) as IntentFile);

const evaluated = SETS.flatMap((name) =>
  readFileSync(join(ROOT, 'test/evaluation', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

describe('content and evaluation', () => {
  it('share no phrase', () => {
    const kept = new Set(evaluated.map(bare).filter((text) => text !== ''));
    const shared = intents.flatMap(({ id, examples }) =>
      Object.values(examples)
        .flat()
        .filter((text) => kept.has(bare(text)))
        .map((text) => `${id}: ${text}`),
    );
    expect(shared).toEqual([]);
  });

  it('share no phrase with the sentences that ship for moods, for persons and for what is out of scope', () => {
    const kept = new Set(evaluated.map(bare).filter((text) => text !== ''));
    const shipped = [...GENERIC_SENTENCES, ...[...MOOD_SENTENCES, ...PERSON_SENTENCES].map(({ text }) => text)];
    expect(shipped.filter((text) => kept.has(bare(text)))).toEqual([]);
  });

  it('give every intent but out_of_scope at least 30 Chinese and 15 English examples', () => {
    const thin = intents.filter(({ id, examples }) => id !== 'out_of_scope' && ((examples['zh-CN']?.length ?? 0) < 30 || (examples['en']?.length ?? 0) < 15));
    expect(thin.map(({ id }) => id)).toEqual([]);
    const none = intents.find(({ id }) => id === 'out_of_scope');
    expect(Object.values(none?.examples ?? {}).flat()).toEqual([]);
  });

  it('have no phrase in two intents', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, examples } of intents) {
      for (const text of Object.values(examples).flat()) {
        const other = seen.get(bare(text));
        if (other !== undefined) twice.push(`${other} and ${id}: ${text}`);
        seen.set(bare(text), id);
      }
    }
    expect(twice).toEqual([]);
  });
});
