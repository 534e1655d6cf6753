/** Trains the model of the shipped content at build time, so that a first start is as quick as the ones after it: `train [contentDir] [outDir]`. */
import { join } from 'node:path';
import { demoCatalogue } from '../adapters/operator/catalogue.js';
import { langchainSplitter } from '../adapters/langchain/article-splitter.js';
import { builtContentDir, openPublishedContent, withoutOlder } from '../content/published.js';

const dist = join(import.meta.dirname, '..');
const [contentDir = join(dist, '..'), cacheDir = builtContentDir(dist)] = process.argv.slice(2);

const begun = performance.now();
const opening = {
  contentDir,
  cacheDir,
  catalogue: { plans: await demoCatalogue.plans(), products: await demoCatalogue.products() },
  splitter: langchainSplitter(),
};
const content = await openPublishedContent(opening);
const gone = await withoutOlder(opening);
const { intents, articles, passages } = content.current();
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
process.stdout.write(`content ready in ${seconds} s: ${intents.size} intents, ${articles.size} articles, ${passages.length} passages${gone.length > 0 ? `; ${gone.length} files of older content removed` : ''}\n`);
