/** The examples of an intent as a list one edits: adding, pasting a column, finding what is there already. Pure. */
import { mergedLines } from '../link/merge-lines.js';
import { LANGS } from '../link/wire.js';
import type { IntentEntry, Lang } from '../link/wire.js';

const IGNORED = /[\s\p{P}\p{S}]+/gu;

/** Two phrases with the same key say the same to the model: case, width, spaces and punctuation do not count. */
export function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(IGNORED, '') || text;
}

/** A pasted column: one phrase a line; of a copied table the first column. */
export function pastedLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split('\t')[0] ?? '').trim())
    .filter((line) => line !== '');
}

/** Puts pasted lines where the first of them was pasted; lines that are there already are left out. */
export function withPasted(examples: readonly string[], at: number, lines: readonly string[]): readonly string[] {
  const known = new Set(examples.filter((_, index) => index !== at).map(keyOf));
  const fresh = lines.filter((line) => !known.has(keyOf(line)) && known.add(keyOf(line)));
  const current = examples[at]?.trim() === '' ? [] : examples.slice(at, at + 1);
  return [...examples.slice(0, at), ...current, ...fresh, ...examples.slice(at + 1)];
}

/** The one row in which two lists of the same length differ; null when it is more, or none. */
export function changedRow(before: readonly string[], after: readonly string[]): number | null {
  if (before.length !== after.length) return null;
  const rows = after.flatMap((text, row) => (text === before[row] ? [] : [row]));
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

export function withoutBlanks(examples: readonly string[]): readonly string[] {
  return examples.map((text) => text.trim()).filter((text) => text !== '');
}

/** `was` became `now` by hand while somebody turned it into `changed`: both. */
export function rewritten(was: readonly string[], changed: readonly string[], now: readonly string[]): readonly string[] {
  return now === was ? changed : mergedLines(was.join('\n'), now.join('\n'), changed.join('\n')).text.split('\n');
}

/** For each key the intents that have it already. */
export function ownersOf(intents: readonly IntentEntry[], lang: Lang): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, examples } of intents) {
    for (const text of examples[lang]) {
      const ids = owners.get(keyOf(text));
      if (ids) ids.push(id);
      else owners.set(keyOf(text), [id]);
    }
  }
  return owners;
}

/** What is doubtful about each row, null when nothing is: the phrase is in this list twice, or in another intent. */
export function doubts(examples: readonly string[], owners: ReadonlyMap<string, readonly string[]>, own: string): readonly (readonly string[] | null)[] {
  const times = new Map<string, number>();
  for (const text of examples) times.set(keyOf(text), (times.get(keyOf(text)) ?? 0) + 1);
  return examples.map((text) => {
    if (text.trim() === '') return null;
    const others = [...new Set(owners.get(keyOf(text)) ?? [])].filter((id) => id !== own);
    const twice = (times.get(keyOf(text)) ?? 0) > 1 ? [own] : [];
    return others.length + twice.length === 0 ? null : [...twice, ...others];
  });
}

export function count(intent: Pick<IntentEntry, 'examples'>): number {
  return LANGS.reduce((sum, lang) => sum + intent.examples[lang].length, 0);
}
