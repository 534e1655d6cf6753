/** Who is compared in the bench of understanding: this router, NLP.js, and natural. */
import type { LabelledLine } from '../src/cli/labelled-lines.js';
import type { Lexicon } from '../src/understanding/lexicon.js';
import { train } from '../src/understanding/engine.js';
import { seeded } from '../src/understanding/random.js';
import { Reader } from '../src/understanding/reader.js';
import { trainingSetOf } from '../src/understanding/training-set.js';

export interface Answer {
  readonly intent: string | null;
  readonly score: number;
}

export type Answerer = (text: string) => Answer | Promise<Answer>;

export interface Contestant {
  readonly name: string;
  learn(lines: readonly LabelledLine[], locale: string): Promise<Answerer>;
}

interface Scored {
  readonly intent: string;
  readonly score: number;
}

interface Nlp {
  addLanguage(locale: string): void;
  addDocument(locale: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(locale: string, text: string): Promise<{ readonly classifications: readonly Scored[] }>;
}

interface NlpJs {
  dockStart(settings: object): Promise<{ get(name: string): Nlp; getContainer(): { use(plugin: unknown): void } }>;
  readonly LangEn: unknown;
}

interface NaturalClassifier {
  addDocument(tokens: string | string[], intent: string): void;
  train(): void;
  getClassifications(tokens: string | string[]): { label: string; value: number }[];
}

/** By name at run time, because they bring no types worth having. */
async function load<Shape>(name: string): Promise<Shape> {
  return (await import(name)) as Shape;
}

export function thisRouter(lexicon: Lexicon): Contestant {
  return {
    name: 'this router',
    learn: async (lines) => {
      const reader = new Reader(train(trainingSetOf(lines, lexicon)));
      return (text) => {
        const { ranking, outOfScope } = reader.read(text, { today: '2026-01-15' });
        const best = ranking[0];
        return { intent: best?.intent ?? null, score: (best?.confidence ?? 0) * (1 - outOfScope) };
      };
    },
  };
}

/**
 * NLP.js takes what concerns the network by language and domain; given elsewhere it is passed over without a word. At its own rate of 0.6 the weights
 * grow beyond all numbers with thousands of messages, and messages sorted by intent make that worse. 0.03 was the best of 0.6, 0.1
 * and 0.03 with ten examples an intent, and better than 0.1 on the shipped English, on the very lines it is scored on.
 * With 15,000 messages it goes on for more than an hour, so that it
 * stops after 500 rounds at the latest.
 */
const STEADY = { className: 'NeuralNlu', log: false, learningRate: 0.03, iterations: 500 };

export const nlpJs: Contestant = {
  name: 'NLP.js',
  learn: async (lines, locale) => {
    const language = locale.slice(0, 2);
    const { dockStart, LangEn } = await load<NlpJs>('@nlpjs/basic');
    const nlu = { [language]: { '*': { ...STEADY } } };
    const dock = await dockStart({ settings: { nlp: { languages: [language], forceNER: false, autoSave: false, calculateSentiment: false, threshold: 0, nlu } }, use: ['Basic'] });
    const container = dock.getContainer();
    container.use(language === 'zh' ? (await load<{ LangZh: unknown }>('@nlpjs/lang-zh')).LangZh : LangEn);
    const nlp = dock.get('nlp');
    nlp.addLanguage(language);
    for (const { text, intent } of shuffled(lines)) if (intent !== null) nlp.addDocument(language, text, intent);
    await nlp.train();
    return async (text) => {
      const { classifications } = await nlp.process(language, text);
      const best = classifications.find(({ intent }) => intent !== 'None');
      return { intent: best?.intent ?? null, score: best?.score ?? 0 };
    };
  },
};

/** Always into the same order. */
function shuffled<Value>(values: readonly Value[]): Value[] {
  const random = seeded(1);
  return values.map((value) => ({ value, place: random() })).sort((one, other) => one.place - other.place).map(({ value }) => value);
}

/** Its logistic regression is left out: it had not learnt 770 messages of 77 intents in minutes. */
export const natural: Contestant = {
  name: 'natural (Bayes)',
  learn: async (lines, locale) => {
    const { default: module } = await load<{ default: { BayesClassifier: new () => NaturalClassifier } }>('natural');
    const classifier = new module.BayesClassifier();
    for (const { text, intent } of lines) if (intent !== null) classifier.addDocument(tokensOf(text, locale), intent);
    classifier.train();
    return (text) => {
      const ranked = classifier.getClassifications(tokensOf(text, locale));
      const total = ranked.reduce((sum, { value }) => sum + value, 0);
      return { intent: ranked[0]?.label ?? null, score: total > 0 ? (ranked[0]?.value ?? 0) / total : 0 };
    };
  },
};

/** Natural cuts English itself and drops Chinese, so Chinese is handed over character by character. */
function tokensOf(text: string, locale: string): string | string[] {
  return locale === 'en' ? text : [...text.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
}
