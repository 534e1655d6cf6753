/** Remembers when the product was last built, so that tests build again only what changed: `node scripts/built.js` marks it. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const mark = join(root, 'dist', '.built');
const SOURCES = ['src', 'intents', 'knowledge-base', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

export function isBuilt() {
  if (!existsSync(mark)) return false;
  const builtAt = statSync(mark).mtimeMs;
  return SOURCES.every((source) => newestOf(join(root, source)) <= builtAt);
}

function newestOf(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}

if (process.argv[1] === import.meta.filename) writeFileSync(mark, '');
