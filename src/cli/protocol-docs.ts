/** Writes the protocol documents for those who read them without a running server: `protocol-docs [outDir]`, by default `docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFiles } from '../protocol/documents.js';
import { VERSION } from '../protocol/version.js';

const [outDir = join(import.meta.dirname, '..', '..', 'docs')] = process.argv.slice(2);
mkdirSync(outDir, { recursive: true });
for (const [name, text] of Object.entries(documentFiles(VERSION))) {
  writeFileSync(join(outDir, name), text);
  process.stdout.write(`${join(outDir, name)}\n`);
}
