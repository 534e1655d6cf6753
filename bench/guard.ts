/** What retrieval, masking and the guard add to a turn with a model, without the model's own time: `npx tsx bench/guard.ts [rounds]`. */
import { loadavg } from 'node:os';
import { demoCatalogue } from '../src/adapters/operator/catalogue.js';
import type { Passage } from '../src/domain/article.js';
import { Guard } from '../src/knowledge/guard/guard.js';
import { NO_GROUNDS } from '../src/knowledge/guard/grounds.js';
import { Masking } from '../src/knowledge/guard/masking.js';
import { SentenceGate } from '../src/knowledge/guard/sentence-gate.js';
import { Library } from '../src/knowledge/library.js';
import type { PublishedContent } from '../src/ports/published-content.js';
import { attacks } from '../test/support/attacks.js';
import { seededContent } from '../test/support/seeded-content.js';
import { keep } from './servers.js';

const ROUNDS = Number(process.argv[2] ?? 20);
const TODAY = '2026-11-22';
const PASSAGES = 4;
const ANSWER_CHARS = 400;
const TARGET_MS = 5;
const SECRETS = ['You write for the assistant of an operator. Answer the question from the passages alone, plain and warm, at most four short sentences.'];

type Step = 'retrieval' | 'masking' | 'guard';

function turn(question: string, { content, library, names }: { content: PublishedContent; library: Library; names: readonly string[] }): Record<Step, number> {
  const reading = content.current().read(question, { today: TODAY });
  const begun = performance.now();
  const { locale, ranking, entities, outOfScope } = reading;
  const [best] = library.choose(library.candidates({ text: question, locale, today: TODAY, ranking, entities, msisdn: null, outOfScope }), { today: TODAY, entities, text: question, planId: null, home: [] });
  const passages: readonly Passage[] = best ? library.passages(question, best).slice(0, PASSAGES) : [];
  const retrieved = performance.now();
  const masking = new Masking();
  masking.mask(question);
  const masked = performance.now();
  const guard = new Guard({ ...NO_GROUNDS, today: TODAY, passages, names, secrets: SECRETS });
  const gate = new SentenceGate({ judge: (sentence) => guard.judge(sentence), restore: (sentence) => masking.restore(sentence) });
  const answer = passages.map(({ text }) => text).join('\n').slice(0, ANSWER_CHARS);
  for (let at = 0; at < answer.length; at += 4) gate.push(answer.slice(at, at + 4));
  gate.end();
  return { retrieval: retrieved - begun, masking: masked - retrieved, guard: performance.now() - masked };
}

const at = (values: readonly number[], share: number): number => [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

const content = await seededContent();
const names = (await demoCatalogue.plans()).flatMap(({ name }) => Object.values(name));
const given = { content, library: new Library(content.current()), names };
const questions = attacks('benign').map(({ text }) => text);
for (const question of questions) turn(question, given);
const turns = Array.from({ length: ROUNDS }, () => questions.map((question) => turn(question, given))).flat();
const whole = turns.map(({ retrieval, masking, guard }) => retrieval + masking + guard);
const row = (name: string, values: readonly number[]): string => `${name.padEnd(10)} median ${at(values, 0.5).toFixed(2)} ms   95 % ${at(values, 0.95).toFixed(2)} ms`;
for (const step of ['retrieval', 'masking', 'guard'] as const) console.log(row(step, turns.map((one) => one[step])));
console.log(`${row('together', whole)}   of ${turns.length} turns; wanted: under ${TARGET_MS} ms at the median`);
const rounded = (ms: number): number => Math.round(ms * 100) / 100;
const figures = (values: readonly number[]) => ({ medianMs: rounded(at(values, 0.5)), p95Ms: rounded(at(values, 0.95)) });
keep('guard', { turns: turns.length, load: rounded(loadavg()[0] ?? 0), retrieval: figures(turns.map((one) => one.retrieval)), masking: figures(turns.map((one) => one.masking)), guard: figures(turns.map((one) => one.guard)), together: figures(whole) });
process.exitCode = at(whole, 0.5) < TARGET_MS ? 0 : 1;
