/** Measures the product's own engine on any labelled set: `nlu-eval --train T --test U --out P [--val V] [--locale zh-CN|en]`. Exit codes: 0 done, 1 a file is not what it should be, 2 not understood. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryFiles } from '../content/content-files.js';
import { builtContentDir, shippedEars } from '../content/published.js';
import { readSeed } from '../content/seed.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import { train } from '../understanding/engine.js';
import { Reader } from '../understanding/reader.js';
import { trainingSetOf } from '../understanding/training-set.js';
import { notUnderstood, optionsOf, orTold } from './command-line.js';
import { readLabelled } from './labelled-lines.js';
import type { LabelledLine } from './labelled-lines.js';

const USAGE = 'nlu-eval --train TRAIN.jsonl --test TEST.jsonl --out PREDICTIONS.jsonl [--val VAL.jsonl] [--locale zh-CN|en]';
const OPTIONS = { train: { type: 'string' }, test: { type: 'string' }, out: { type: 'string' }, val: { type: 'string' }, locale: { type: 'string' } } as const;

const values = optionsOf(USAGE, OPTIONS);
const { train: trainPath, test: testPath, out, val } = values;
const locale: Locale | undefined = LOCALES.find((known) => known === values.locale);
if (trainPath === undefined || testPath === undefined || out === undefined || (values.locale !== undefined && locale === undefined)) notUnderstood(USAGE);

const root = join(import.meta.dirname, '../..');
const [training, test, validation, { seed }] = await orTold(Promise.all([labelledFor(trainPath), readLabelled(testPath), val === undefined ? [] : readLabelled(val), readSeed(directoryFiles(root))]));
// As publishing does: the ears were learnt when the product was built.
const ears = await shippedEars({ contentDir: root, cacheDir: builtContentDir(join(root, 'dist')) }).ears();
const begun = performance.now();
const model = train({ ...trainingSetOf(training, seed.lexicon), validation, ears });
process.stdout.write(`trained on ${training.length} messages in ${((performance.now() - begun) / 1000).toFixed(2)} s\n`);

const reader = new Reader(model);
const context = { today: new Date().toISOString().slice(0, 10), ...(locale === undefined ? {} : { locale }) };
// The first messages of a process run before the machine code is made; a product that has served a few minutes does not meet them.
for (const { text } of training.slice(0, 500)) reader.read(text, context);
const lines = test.map(({ text }) => {
  const from = performance.now();
  const { ranking, isAccepted } = reader.read(text, context);
  const micros = Math.round((performance.now() - from) * 1000);
  const best = ranking[0];
  return JSON.stringify({ text, intent: best?.intent ?? null, confidence: best?.confidence ?? 0, accepted: isAccepted, micros });
});
await orTold(writeFile(out, lines.map((line) => `${line}\n`).join('')));
process.stdout.write(`read ${test.length} messages, predictions in ${out}\n`);

/** With nothing to learn there is nothing to measure. */
async function labelledFor(path: string): Promise<LabelledLine[]> {
  const lines = await readLabelled(path);
  if (lines.every(({ intent }) => intent === null)) throw new Error(`${path}: no message with an intent to learn from`);
  return lines;
}
