/** Measures the product's own engine on any labelled set: `nlu-eval --train T --test U --out P [--val V] [--locale zh-CN|en]`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { directoryFiles } from '../content/content-files.js';
import { builtContentDir, shippedEars } from '../content/published.js';
import { readSeed } from '../content/seed.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import { train } from '../understanding/engine.js';
import { Reader } from '../understanding/reader.js';
import { trainingSetOf } from '../understanding/training-set.js';
import { readLabelled } from './labelled-lines.js';

const { values } = parseArgs({
  options: { train: { type: 'string' }, test: { type: 'string' }, out: { type: 'string' }, val: { type: 'string' }, locale: { type: 'string' } },
});
const usage = 'nlu-eval --train TRAIN.jsonl --test TEST.jsonl --out PREDICTIONS.jsonl [--val VAL.jsonl] [--locale zh-CN|en]\n';
const locale: Locale | undefined = LOCALES.find((known) => known === values.locale);
if (values.train === undefined || values.test === undefined || values.out === undefined || (values.locale !== undefined && locale === undefined)) {
  process.stderr.write(`usage: ${usage}`);
  process.exit(2);
}

const root = join(import.meta.dirname, '../..');
const [training, test, validation, { seed }] = await Promise.all([
  readLabelled(values.train),
  readLabelled(values.test),
  values.val === undefined ? [] : readLabelled(values.val),
  readSeed(directoryFiles(root)),
]);
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
await writeFile(values.out, lines.map((line) => `${line}\n`).join(''));
process.stdout.write(`read ${test.length} messages, predictions in ${values.out}\n`);
