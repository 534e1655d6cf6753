/** Builds every page of the browser into dist/web: `node scripts/build-web.js [name…]`, one config in scripts/web for each. */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { webOutput } from './web/page.js';

// Whatever the caller runs in, visitors get the production build.
process.env.NODE_ENV = 'production';
const ENDING = '.config.js';
const configs = new URL('./web/', import.meta.url);
const known = (await readdir(configs)).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No such page: ${unknown.join(', ')}. There are: ${known.join(', ')}`);

// A part build keeps what the other pages made.
if (wanted.length === 0) await rm(webOutput, { recursive: true, force: true });
for (const name of wanted.length > 0 ? wanted : known) {
  const { default: config } = await import(new URL(`${name}${ENDING}`, configs).href);
  await build(config);
}

for (const file of (await readdir(webOutput, { recursive: true })).sort()) {
  const path = `${webOutput}/${file}`;
  if (!(await stat(path)).isFile()) continue;
  const content = await readFile(path);
  console.log(`${file.padEnd(44)} ${kilobytes(content.length)}  gzip ${kilobytes(gzipSync(content, { level: 9 }).length)}`);
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;
}
