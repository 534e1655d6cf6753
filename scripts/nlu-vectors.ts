/** Trains the English word vectors that ship, by skip-gram with negative sampling, on texts given by path (JSON lines with "text"); writes src/understanding/english-vectors.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Canon } from '../src/understanding/canon.js';
import { EMPTY_LEXICON } from '../src/understanding/lexicon.js';
import { seeded } from '../src/understanding/random.js';
import { isLetter } from '../src/understanding/script.js';
import { stem } from '../src/understanding/stem.js';

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string', default: 'src/understanding/english-vectors.ts' },
    size: { type: 'string', default: '100' },
    epochs: { type: 'string', default: '15' },
    least: { type: 'string', default: '3' },
    window: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
const SIZE = Number(values.size);
const EPOCHS = Number(values.epochs);
const WINDOW = Number(values.window);
const NEGATIVES = 6;
const SAMPLE = 1e-3;
const RATE = 0.05;
const random = seeded(11);

const canon = new Canon(EMPTY_LEXICON);
function wordsOf(text: string): string[] {
  return canon.ofText(text).split(/[^a-z0-9]+/u).filter((word) => word !== '' && (isLetter(word.charCodeAt(0)) || /^\d/u.test(word))).map(stem);
}

const texts = new Set<string>();
for (const path of positionals) {
  for (const line of readFileSync(path, 'utf8').split('\n')) if (line.trim() !== '') texts.add((JSON.parse(line) as { text: string }).text);
}
const sentences = [...texts].map(wordsOf);
const counts = new Map<string, number>();
for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
const vocabulary = [...counts].filter(([, count]) => count >= Number(values.least)).sort((one, other) => other[1] - one[1]);
const ids = new Map(vocabulary.map(([word], id) => [word, id]));
const total = vocabulary.reduce((sum, [, count]) => sum + count, 0);

const input = Float32Array.from({ length: vocabulary.length * SIZE }, () => (random() - 0.5) / SIZE);
const output = new Float32Array(vocabulary.length * SIZE);
const table = new Int32Array(1_000_000);
{
  const powers = vocabulary.map(([, count]) => count ** 0.75);
  const sum = powers.reduce((one, other) => one + other, 0);
  let word = 0;
  let reached = (powers[0] ?? 0) / sum;
  for (let cell = 0; cell < table.length; cell += 1) {
    table[cell] = word;
    if ((cell + 1) / table.length > reached && word < vocabulary.length - 1) {
      word += 1;
      reached += (powers[word] ?? 0) / sum;
    }
  }
}
const keepChance = vocabulary.map(([, count]) => Math.min(1, Math.sqrt(SAMPLE / (count / total)) + SAMPLE / (count / total)));
const encoded = sentences.map((sentence) => sentence.map((word) => ids.get(word) ?? -1).filter((id) => id >= 0));

const gradient = new Float32Array(SIZE);
function pair(centre: number, context: number, rate: number): void {
  gradient.fill(0);
  for (let at = 0; at <= NEGATIVES; at += 1) {
    const target = at === 0 ? context : (table[Math.floor(random() * table.length)] ?? 0);
    if (at > 0 && target === context) continue;
    const from = centre * SIZE;
    const to = target * SIZE;
    let dot = 0;
    for (let index = 0; index < SIZE; index += 1) dot += (input[from + index] ?? 0) * (output[to + index] ?? 0);
    const step = rate * ((at === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
    for (let index = 0; index < SIZE; index += 1) {
      gradient[index] = (gradient[index] ?? 0) + step * (output[to + index] ?? 0);
      output[to + index] = (output[to + index] ?? 0) + step * (input[from + index] ?? 0);
    }
  }
  for (let index = 0; index < SIZE; index += 1) input[centre * SIZE + index] = (input[centre * SIZE + index] ?? 0) + (gradient[index] ?? 0);
}

for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  for (const [at, sentence] of encoded.entries()) {
    const rate = Math.max(RATE * (1 - (epoch + at / encoded.length) / EPOCHS), RATE * 0.01);
    const kept = sentence.filter((id) => random() < (keepChance[id] ?? 1));
    for (let centre = 0; centre < kept.length; centre += 1) {
      const reach = 1 + Math.floor(random() * WINDOW);
      for (let context = Math.max(0, centre - reach); context <= Math.min(kept.length - 1, centre + reach); context += 1) {
        if (context !== centre) pair(kept[centre] ?? 0, kept[context] ?? 0, rate);
      }
    }
  }
  process.stderr.write(`epoch ${epoch + 1}\n`);
}

// What all words share says nothing about any; frequent words count less in a sentence (a / (a + p)).
const mean = new Float64Array(SIZE);
for (let cell = 0; cell < input.length; cell += 1) mean[cell % SIZE] = (mean[cell % SIZE] ?? 0) + (input[cell] ?? 0) / vocabulary.length;
const bytes = new Int8Array(vocabulary.length * SIZE);
const scales = new Float32Array(vocabulary.length);
vocabulary.forEach(([, count], id) => {
  const row = Array.from({ length: SIZE }, (_, index) => (input[id * SIZE + index] ?? 0) - (mean[index] ?? 0));
  const norm = Math.hypot(...row) || 1;
  const weight = 1e-3 / (1e-3 + count / total);
  const largest = Math.max(...row.map(Math.abs)) / norm;
  scales[id] = (weight * largest) / 127;
  row.forEach((value, index) => (bytes[id * SIZE + index] = Math.round((value / norm / largest) * 127)));
});
const base64 = (part: Int8Array | Float32Array): string => Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64');
writeFileSync(
  values.out,
  `/** English word vectors trained by scripts/nlu-vectors.ts on the texts of CLINC150 (CC BY 3.0, Larson et al. 2019), BANKING77 (CC BY 4.0, Casanueva et al. 2020) and HWU64 (CC BY 4.0, Liu et al. 2019), training parts, and on our own examples. */
export const ENGLISH_VECTOR_SIZE = ${SIZE};
export const ENGLISH_WORDS = '${vocabulary.map(([word]) => word).join(' ')}';
/** Little-endian float32, one a word. */
export const ENGLISH_SCALES = '${base64(scales)}';
/** One signed byte a number, word by word. */
export const ENGLISH_VECTORS = '${base64(bytes)}';
`,
);
process.stdout.write(`${vocabulary.length} words from ${sentences.length} sentences\n`);
