/** How long reading one message takes, side by side with another checkout if one is named: `npx tsx bench/reading.ts [--against DIR] [--rounds N]`; what their builds trained is read. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

const HERE = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { against: { type: 'string' }, rounds: { type: 'string', default: '8' } } });
const rounds = Number(values.rounds);
const CONTEXT = { today: '2026-01-15' };

interface Side {
  readonly name: string;
  read(text: string, context: typeof CONTEXT): unknown;
}

interface Published {
  openPublishedContent(options: object): Promise<{ current(): { read(text: string, context: object): unknown } }>;
  builtContentDir(dist: string): string;
}

/** The code of a checkout with its shipped content. */
async function sideOf(name: string, root: string): Promise<Side> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(root, 'src', path)).href);
  const { openPublishedContent, builtContentDir } = (await load('content/published.ts')) as Published;
  const { demoCatalogue } = (await load('adapters/operator/catalogue.ts')) as { demoCatalogue: { plans(): Promise<unknown>; products(): Promise<unknown> } };
  const { langchainSplitter } = (await load('adapters/langchain/article-splitter.ts')) as { langchainSplitter(): unknown };
  const catalogue = { plans: await demoCatalogue.plans(), products: await demoCatalogue.products() };
  const content = await openPublishedContent({ contentDir: root, cacheDir: builtContentDir(join(root, 'dist')), catalogue, splitter: langchainSplitter() });
  const revision = content.current();
  // What comes with a vector is read anew each time, and this model looks at none.
  const embedding = new Float32Array(0);
  return { name, read: (text, context) => revision.read(text, { ...context, embedding }) };
}

/** Messages as subscribers send them, of all lengths. */
function messages(): string[] {
  return ['routing', 'routing-fresh', 'moods', 'persons'].flatMap((name) =>
    readFileSync(join(HERE, 'test/evaluation', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}

const sides = [await sideOf('this', HERE), ...(values.against === undefined ? [] : [await sideOf('against', resolve(values.against))])];
const texts = messages();
const times = new Map(sides.map(({ name }) => [name, { all: [] as number[], best: texts.map(() => Infinity), cpu: 0 }]));
// The first rounds run before the machine code is made.
for (const side of sides) for (let round = 0; round < 4; round += 1) for (const text of texts) side.read(text, CONTEXT);
for (let round = 0; round < rounds; round += 1) {
  for (const side of sides) {
    const kept = times.get(side.name);
    if (kept === undefined) continue;
    const begun = process.cpuUsage();
    texts.forEach((text, index) => {
      const from = performance.now();
      side.read(text, CONTEXT);
      const micros = (performance.now() - from) * 1000;
      kept.all.push(micros);
      kept.best[index] = Math.min(kept.best[index] ?? Infinity, micros);
    });
    const { user, system } = process.cpuUsage(begun);
    kept.cpu += user + system;
  }
}
process.stdout.write(`${texts.length} messages, ${rounds} rounds in turn; µs a message. "Best" is the quickest of a message's rounds: what other work on the machine does not blur.\n\n`);
process.stdout.write('| | median | 90 % | 99 % | best: median | best: 99 % | CPU, mean |\n| --- | --- | --- | --- | --- | --- | --- |\n');
for (const [name, { all, best, cpu }] of times) {
  const whole = [...all].sort((one, other) => one - other);
  const quick = [...best].sort((one, other) => one - other);
  process.stdout.write(`| ${name} | ${quantile(whole, 0.5)} | ${quantile(whole, 0.9)} | ${quantile(whole, 0.99)} | ${quantile(quick, 0.5)} | ${quantile(quick, 0.99)} | ${(cpu / (rounds * texts.length)).toFixed(0)} |\n`);
}
