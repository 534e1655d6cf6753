/** The content as it ships, published for a test: as the build trained it, or trained once for all tests of this working copy, and kept in a temporary directory. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { langchainSplitter } from '../../src/adapters/langchain/article-splitter.js';
import { demoCatalogue } from '../../src/adapters/operator/catalogue.js';
import { openPublishedContent, shippedEars } from '../../src/content/published.js';
import type { Published, RevisionParts } from '../../src/content/published.js';
import { isBuilt } from '../../scripts/built.js';

const ROOT = join(import.meta.dirname, '..', '..');

export async function seededContent(): Promise<Published> {
  return openPublishedContent({ contentDir: ROOT, ...(await seededParts()) });
}

/** What a revision is made with; where the trained model is kept. */
export async function seededParts(): Promise<RevisionParts> {
  const cacheDir = join(tmpdir(), `jiebang-test-content-${sourcesDigest()}`);
  if (!existsSync(cacheDir)) makeReady(cacheDir);
  return { cacheDir, ears: shippedEars({ cacheDir, contentDir: ROOT }), catalogue: { plans: await demoCatalogue.plans(), products: await demoCatalogue.products() }, splitter: langchainSplitter() };
}

/** What the build has trained of these very sources is what would be trained here. */
function makeReady(cacheDir: string): void {
  if (!isBuilt()) {
    trainOutside(ROOT, cacheDir);
    return;
  }
  const beside = `${cacheDir}.${process.pid}`;
  cpSync(join(ROOT, 'dist', 'content'), beside, { recursive: true });
  try {
    renameSync(beside, cacheDir);
  } catch {
    // Another suite was as quick.
    rmSync(beside, { recursive: true });
  }
}

/** By the product's own command in its own process: inside the test runner's sandbox the same sums take twenty times as long. */
export function trainOutside(contentDir: string, cacheDir: string): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'cli', 'train.ts'), contentDir, cacheDir], { cwd: ROOT, stdio: 'ignore' });
}

/** A change of the engine or of the content makes another directory. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const folder of ['src/understanding', 'src/content', 'src/adapters/langchain', 'intents', 'knowledge-base']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(ts|yaml|md)$/.test(name)) hash.update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
