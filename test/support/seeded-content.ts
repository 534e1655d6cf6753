/** The content as it ships, published for a test: trained once for all tests of this working copy and kept in a temporary directory. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { langchainSplitter } from '../../src/adapters/langchain/article-splitter.js';
import { demoCatalogue } from '../../src/adapters/operator/catalogue.js';
import { openPublishedContent } from '../../src/content/published.js';
import type { Published } from '../../src/content/published.js';

const ROOT = join(import.meta.dirname, '..', '..');

export async function seededContent(): Promise<Published> {
  return openPublishedContent({
    contentDir: ROOT,
    cacheDir: join(tmpdir(), `jiebang-test-content-${sourcesDigest()}`),
    catalogue: { plans: await demoCatalogue.plans(), products: await demoCatalogue.products() },
    splitter: langchainSplitter(),
  });
}

/** A change of the engine must retrain even though the content is the same. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const folder of ['src/understanding', 'src/content', 'src/adapters/langchain']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
