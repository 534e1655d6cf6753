/**
 * Holds the router against NLP.js and natural: accuracy, out-of-scope AUROC, training time, time a message, side by side.
 * `npx tsx bench/nlu.ts [--set NAME,TRAIN.jsonl,TEST.jsonl[,en|zh-CN]]... [--shipped] [--limit N] [--out bench/results/nlu.json]`
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { readLabelled } from '../src/cli/labelled-lines.js';
import type { LabelledLine } from '../src/cli/labelled-lines.js';
import { areaUnderCurve } from '../src/cli/nlu-figures.js';
import { directoryFiles } from '../src/content/content-files.js';
import { readSeed } from '../src/content/seed.js';
import { GENERIC_SENTENCES } from '../src/understanding/generic-sentences.js';
import { localeOf } from '../src/understanding/script.js';
import { natural, nlpJs, thisRouter } from './nlu-contestants.js';
import type { Answer, Contestant } from './nlu-contestants.js';

interface LabelledSet {
  readonly name: string;
  readonly locale: string;
  readonly training: readonly LabelledLine[];
  readonly test: readonly LabelledLine[];
}

interface Figures {
  readonly name: string;
  readonly accuracy: number;
  /** Null where the set has nothing out of scope. */
  readonly auroc: number | null;
  readonly trainSeconds: number;
  readonly microsAMessage: number;
}

const { values } = parseArgs({
  options: { set: { type: 'string', multiple: true, default: [] }, shipped: { type: 'boolean', default: false }, limit: { type: 'string', default: '1000' }, out: { type: 'string' } },
});
const limit = Number(values.limit);
const { seed } = await readSeed(directoryFiles('.'));

/** Evenly spread, so that a shortened set keeps its mixture. */
function shortened<Row>(rows: readonly Row[], most: number): Row[] {
  const step = Math.max(1, rows.length / most);
  return Array.from({ length: Math.min(most, rows.length) }, (_, index) => rows[Math.floor(index * step)]).flatMap((row) => (row === undefined ? [] : [row]));
}

async function givenSet(given: string): Promise<LabelledSet> {
  const [name = '', train = '', test = '', locale = 'en'] = given.split(',');
  return { name, locale, training: (await readLabelled(train)).filter(({ intent }) => intent !== null), test: shortened(await readLabelled(test), limit) };
}

/** Every fifth example of every intent is read by those who learnt the rest; the generic sentences stand for what is out of scope. */
function shippedSet(locale: 'zh-CN' | 'en'): LabelledSet {
  const lines = seed.intents.flatMap((intent) => intent.examples[locale].map((text, index) => ({ text, intent: intent.id, isOut: index % 5 === 0 })));
  const outside = GENERIC_SENTENCES.filter((text) => localeOf(text, 'zh-CN') === locale).map((text) => ({ text, intent: null }));
  const test = [...shortened(lines.filter(({ isOut }) => isOut), Math.floor(limit * 0.75)), ...shortened(outside, Math.floor(limit * 0.25))];
  return { name: `shipped content, ${locale}`, locale, training: lines.filter(({ isOut }) => !isOut), test };
}

async function measure(contestant: Contestant, { training, test, locale }: LabelledSet): Promise<Figures> {
  const { name } = contestant;
  const begun = process.cpuUsage();
  const answer = await contestant.learn(training, locale);
  const trainSeconds = secondsSince(begun);
  for (const { text } of training.slice(0, 100)) await answer(text);
  const from = process.cpuUsage();
  const answers: Answer[] = [];
  for (const { text } of test) answers.push(await answer(text));
  const microsAMessage = (secondsSince(from) * 1e6) / test.length;
  const inside = test.flatMap(({ intent }, index) => (intent === null ? [] : [{ intent, best: answers[index]?.intent }]));
  const scores = (isInside: boolean): number[] => answers.filter((_, index) => (test[index]?.intent !== null) === isInside).map(({ score }) => score);
  return {
    name,
    accuracy: inside.filter(({ intent, best }) => intent === best).length / Math.max(1, inside.length),
    auroc: inside.length < test.length ? areaUnderCurve(scores(true), scores(false)) : null,
    trainSeconds,
    microsAMessage,
  };
}

/** Of the processor, so that what else runs on the machine does not count. */
function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function row({ name, accuracy, auroc, trainSeconds, microsAMessage }: Figures): string {
  const shown = (value: number | null, digits: number, factor = 1): string => (value === null ? '–' : (value * factor).toFixed(digits));
  return `| ${name} | ${shown(accuracy, 1, 100)} | ${shown(auroc, 3)} | ${shown(trainSeconds, 1)} | ${shown(microsAMessage, 0)} |`;
}

const contestants = [thisRouter(seed.lexicon), nlpJs, natural];
const given = await Promise.all(values.set.map(givenSet));
const results: object[] = [];
for (const set of [...given, ...(values.shipped ? [shippedSet('zh-CN'), shippedSet('en')] : [])]) {
  const { name, training, test } = set;
  process.stdout.write(`\n## ${name}: ${training.length} messages to learn from, ${test.length} read\n\n| | accuracy % | out-of-scope AUROC | training, CPU s | µs a message |\n| --- | --- | --- | --- | --- |\n`);
  const figures: Figures[] = [];
  for (const contestant of contestants) {
    const measured = await measure(contestant, set);
    figures.push(measured);
    process.stdout.write(`${row(measured)}\n`);
  }
  results.push({ name, locale: set.locale, training: training.length, test: test.length, figures });
}
const report = { node: process.version, processor: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, sets: results };
if (values.out !== undefined) await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
