/**
 * Bundles the server, its worker threads and the commands into dist/server: one file is read at a start instead of two thousand.
 * The folder is flat and as deep as a room of `src`, so that what a module says of its place is true in both.
 */
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'server');

const THREADS = ['src/content/training-worker.ts', 'src/content/exchange/reading-worker.ts', 'src/adapters/jieba/segmenting-worker.ts', 'src/adapters/store/sqlite-writer-thread.js'];
const commands = (await readdir(join(root, 'src/cli'))).filter((file) => file.endsWith('.ts')).map((file) => `src/cli/${file}`);
const entries = ['src/main.ts', 'src/app/serve.ts', ...THREADS, ...commands];

/** Stay where npm put them: what brings machine code or files of its own, or looks for its neighbours while it runs. */
const OUTSIDE = ['better-sqlite3', '@node-rs/*', 'pino', 'botbuilder', 'swagger-ui-dist'];
/** Asked for by packages that do without them. */
const ABSENT = ['pg-native', 'bufferutil', 'utf-8-validate'];

const debugWhenAsked = {
  name: 'debug-when-asked',
  setup(bundler) {
    const path = join(root, 'src/app/debug-when-asked.cjs');
    bundler.onResolve({ filter: /^debug$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => ({ in: entry, out: basename(entry).replace(/\.[jt]s$/, '') })),
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.18',
  // Names stay, so that a profile and a trace without its map can still be read.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: true,
  sourcesContent: false,
  external: [...OUTSIDE, ...ABSENT],
  plugins: [debugWhenAsked],
  // Packages written for require() find what they expect.
  banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;" },
  logLevel: 'warning',
});
