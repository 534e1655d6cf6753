/** Writes how well the shipped content is understood, by cross-validation, as a folder of tables and plots: `nlu-report [--out FOLDER] [--folds N]`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoCatalogue } from '../adapters/operator/catalogue.js';
import { directoryFiles } from '../content/content-files.js';
import { requireSeed } from '../content/seed.js';
import { examine } from '../understanding/examination.js';
import { notUnderstood, optionsOf, orTold } from './command-line.js';
import { calibrationChart, scopeChart } from './nlu-charts.js';
import { bins } from './nlu-figures.js';
import { curveOf, reportText, shippedPoint } from './nlu-report-text.js';

const USAGE = 'nlu-report [--out FOLDER] [--folds N, 2 to 20]';
const MOST_FOLDS = 20;

const { out, folds: given } = optionsOf(USAGE, { out: { type: 'string', default: '.tmp/nlu-report' }, folds: { type: 'string', default: '5' } });
const folds = Number(given);
if (!Number.isInteger(folds) || folds < 2 || folds > MOST_FOLDS) notUnderstood(USAGE);
const seed = await requireSeed(directoryFiles(join(import.meta.dirname, '../..')));
const names = ({ id, name }: { id: string; name: Readonly<Record<'zh-CN' | 'en', string>> }): { id: string; names: string[] } => ({ id, names: [name['zh-CN'], name.en] });
const catalogue = { plans: (await demoCatalogue.plans()).map(names), products: (await demoCatalogue.products()).map(names) };

const begun = performance.now();
const { rows, moods } = examine({ intents: seed.intents, lexicon: seed.lexicon, catalogue }, folds);
const seconds = (performance.now() - begun) / 1000;
await orTold(mkdir(out, { recursive: true }));
await Promise.all([
  writeFile(join(out, 'report.md'), reportText(rows, moods, seconds)),
  writeFile(join(out, 'calibration.svg'), calibrationChart(bins(rows))),
  writeFile(join(out, 'out-of-scope.svg'), scopeChart(curveOf(rows), shippedPoint(rows))),
  writeFile(join(out, 'predictions.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
]);
process.stdout.write(`${rows.length} messages examined in ${seconds.toFixed(1)} s: ${join(out, 'report.md')}\n`);
