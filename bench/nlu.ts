/**
 * Holds the router against NLP.js and natural on labelled sets given by path: accuracy, out-of-scope AUROC, training time, time a message.
 * `npx tsx bench/nlu.ts --train TRAIN.jsonl --test TEST.jsonl [--locale en]`; the two others take part when `node-nlp` and `natural` are installed.
 */
import { parseArgs } from 'node:util';
import { readLabelled } from '../src/cli/labelled-lines.js';
import type { LabelledLine } from '../src/cli/labelled-lines.js';
import { areaUnderCurve } from '../src/cli/nlu-figures.js';
import { directoryFiles } from '../src/content/content-files.js';
import { readSeed } from '../src/content/seed.js';
import { train } from '../src/understanding/engine.js';
import { Reader } from '../src/understanding/reader.js';
import { trainingSetOf } from '../src/understanding/training-set.js';

interface Answer {
  readonly intent: string | null;
  readonly score: number;
}

type Answerer = (text: string) => Answer | Promise<Answer>;

interface Contestant {
  readonly name: string;
  /** Null when it is not installed. */
  learn(lines: readonly LabelledLine[], locale: string): Promise<Answerer | null>;
}

interface NlpManager {
  addDocument(locale: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(locale: string, text: string): Promise<{ intent: string; score: number }>;
}

interface NaturalClassifier {
  addDocument(text: string, intent: string): void;
  train(): void;
  getClassifications(text: string): { label: string; value: number }[];
}

/** By name at run time only, so that neither is a dependency of the product. */
async function optional<Shape>(name: string): Promise<Shape | null> {
  try {
    return (await import(name)) as Shape;
  } catch {
    return null;
  }
}

const ours: Contestant = {
  name: 'this router',
  learn: async (lines) => {
    const { seed } = await readSeed(directoryFiles('.'));
    const reader = new Reader(train(trainingSetOf(lines, seed.lexicon)));
    return (text) => {
      const best = reader.read(text, { today: '2026-01-15' }).ranking[0];
      return { intent: best?.intent ?? null, score: best?.confidence ?? 0 };
    };
  },
};

const nlpJs: Contestant = {
  name: 'NLP.js',
  learn: async (lines, locale) => {
    const found = await optional<{ NlpManager: new (settings: object) => NlpManager }>('node-nlp');
    if (found === null) return null;
    const language = locale.slice(0, 2);
    const manager = new found.NlpManager({ languages: [language], autoSave: false, forceNER: false, nlu: { log: false } });
    for (const { text, intent } of lines) if (intent !== null) manager.addDocument(language, text, intent);
    await manager.train();
    return async (text) => {
      const { intent, score } = await manager.process(language, text);
      return { intent: intent === 'None' ? null : intent, score };
    };
  },
};

const natural: Contestant = {
  name: 'natural (Bayes)',
  learn: async (lines) => {
    const found = await optional<{ default: { BayesClassifier: new () => NaturalClassifier } }>('natural');
    if (found === null) return null;
    const classifier = new found.default.BayesClassifier();
    for (const { text, intent } of lines) if (intent !== null) classifier.addDocument(text, intent);
    classifier.train();
    return (text) => {
      const ranked = classifier.getClassifications(text);
      const total = ranked.reduce((sum, { value }) => sum + value, 0);
      return { intent: ranked[0]?.label ?? null, score: total > 0 ? (ranked[0]?.value ?? 0) / total : 0 };
    };
  },
};

async function measure(contestant: Contestant, training: readonly LabelledLine[], test: readonly LabelledLine[], locale: string): Promise<string> {
  const begun = performance.now();
  const answer = await contestant.learn(training, locale);
  if (answer === null) return `| ${contestant.name} | not installed | | | |`;
  const trainSeconds = (performance.now() - begun) / 1000;
  for (const { text } of training.slice(0, 200)) await answer(text);
  const from = performance.now();
  const answers: Answer[] = [];
  for (const { text } of test) answers.push(await answer(text));
  const micros = ((performance.now() - from) * 1000) / test.length;
  const inside = test.flatMap(({ intent }, index) => (intent === null ? [] : [{ intent, answer: answers[index] }]));
  const right = inside.filter((row) => row.answer?.intent === row.intent).length;
  const scores = (isInside: boolean): number[] => answers.filter((_, index) => (test[index]?.intent !== null) === isInside).map(({ score }) => score);
  const hasOutside = inside.length < test.length;
  const auroc = hasOutside ? areaUnderCurve(scores(true), scores(false)).toFixed(3) : '–';
  return `| ${contestant.name} | ${((100 * right) / Math.max(1, inside.length)).toFixed(1)} | ${auroc} | ${trainSeconds.toFixed(1)} | ${micros.toFixed(0)} |`;
}

const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' }, locale: { type: 'string', default: 'en' } } });
if (values.train === undefined || values.test === undefined) {
  process.stderr.write('usage: bench/nlu.ts --train TRAIN.jsonl --test TEST.jsonl [--locale en|zh-CN]\n');
  process.exit(2);
}
const [training, test] = await Promise.all([readLabelled(values.train), readLabelled(values.test)]);
process.stdout.write(`${training.length} messages to learn from, ${test.length} to read\n\n| | accuracy % | out-of-scope AUROC | training s | µs a message |\n| --- | --- | --- | --- | --- |\n`);
for (const contestant of [ours, nlpJs, natural]) process.stdout.write(`${await measure(contestant, training, test, values.locale)}\n`);
