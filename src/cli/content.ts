/** Content between files and the draft: `content import | export | check | diff [directory] [--force]`. Exit codes: 0 done or the same, 1 problems or differences, 2 not understood, 3 an editor's work is in the way. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { openStore } from '../adapters/store/store.js';
import type { Store } from '../adapters/store/store.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { SystemIds } from '../adapters/system/system-ids.js';
import { readEnv } from '../app/env.js';
import { readSettings } from '../app/settings.js';
import { changesBetween } from '../content/diff.js';
import { duplicatesOf } from '../content/examples-check.js';
import { textFiles } from '../content/content-files.js';
import { foundContent } from '../content/founding.js';
import { readSeed } from '../content/seed.js';
import { Exchange, EXPORT_FORMATS } from '../content/exchange/exchange.js';
import type { ExportFormat } from '../content/exchange/exchange.js';
import { PictureShelf } from '../content/picture-shelf.js';
import { missingPictures, picturesBelow, putPictures, takePictures } from '../content/picture-transfer.js';
import { Trail } from '../content/trail.js';
import { exportTexts, FILES, filesIn, importTexts, problemsOf } from '../content/transfer.js';
import { problemAt } from '../content/problem.js';
import type { ContentProblem } from '../content/problem.js';
import { isRefusal } from '../domain/errors.js';
import { rowsOf } from '../protocol/exchange.js';

const DONE = 0;
const FOUND = 1;
const USAGE = 2;
const IN_THE_WAY = 3;
const HELP = `npm run content -- import | export | check | diff [directory or file] [--force] [--rows=2-40,45]
  import  files to the draft, all or nothing; publish it in the studio
  export  the draft to files
  check   are the files sound? changes nothing, needs no database
  diff    what importing the files would change
  a file: .csv, .xlsx (questions and answers), .yml (Rasa), .yaml (all of ours), .md; --rows takes only those
  --force import also over what editors changed in the studio
`;

/** One file of a known kind, as against a directory. These stand before the commands, which begin while the lines below them wait. */
const FILE = /\.(csv|tsv|xlsx|yaml|yml|md)$/i;
const ROWS = '--rows=';

const { LC_ALL, LC_MESSAGES, LANG } = readEnv();
const isChinese = /^zh/i.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? '');
const clock = new SystemClock();
const shipped = join(import.meta.dirname, '..', '..');
const [command = '', ...rest] = process.argv.slice(2);
const [directory = shipped, ...more] = rest.filter((one) => !one.startsWith('--'));
const flags = rest.filter((one) => one.startsWith('--'));
const COMMANDS: Readonly<Record<string, () => Promise<number>>> = {
  check,
  import: () => withStore(bringIn),
  export: () => withStore(bringOut),
  diff: () => withStore(compare),
};

const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (!run || more.length > 0 || flags.some((flag) => flag !== '--force' && !/^--rows=\d[\d,-]*$/.test(flag))) {
  process.stderr.write(HELP);
  process.exitCode = USAGE;
} else {
  process.exitCode = await run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return FOUND;
  });
}

async function check(): Promise<number> {
  const { texts, problems } = await filesIn(directory);
  const pictures = await picturesBelow(directory);
  const found = [...problems, ...pictures.problems, ...(await missingPictures(texts, pictures.files, null)), ...(await problemsOf(texts))];
  if (texts.length === 0) return told([problemAt({ file: directory, line: 1 }, (faults) => faults.nothingHere)]);
  const { seed } = await readSeed(textFiles(texts));
  for (const { text, locale, intents } of await duplicatesOf(seed.intents)) process.stderr.write(`doubtful: "${text}" (${locale}) is in ${intents.join(' and in ')}\n`);
  if (found.length > 0) return told(found);
  process.stdout.write(`sound: ${texts.length} files, ${seed.intents.length} intents, ${seed.articles.length} articles\n`);
  return DONE;
}

async function bringIn(opened: Store): Promise<number> {
  if (FILE.test(directory)) return bringInFile(opened);
  const { content: store } = opened;
  const { texts, problems } = await filesIn(directory);
  const shelf = new PictureShelf({ pictures: opened.pictures, clock });
  const pictures = await picturesBelow(directory);
  const wrong = [...problems, ...pictures.problems, ...(await missingPictures(texts, pictures.files, shelf))];
  if (wrong.length > 0) return told(wrong);
  if (texts.length === 0) return told([problemAt({ file: directory, line: 1 }, (faults) => faults.nothingHere)]);
  const imported = await importTexts(texts, { store, clock, isForced: flags.includes('--force') });
  if ('problems' in imported) return told(imported.problems);
  if ('editedBy' in imported) {
    for (const { path, name } of imported.editedBy) process.stderr.write(`${path}: changed in the studio by ${name || 'somebody just now'}\n`);
    process.stderr.write('Nothing was changed. Export the draft first, or say --force.\n');
    return IN_THE_WAY;
  }
  const taken = await takePictures(pictures.files, shelf);
  process.stdout.write(`draft: ${imported.changed} texts changed, ${imported.removed} taken out${taken > 0 ? `; ${taken} pictures` : ''}\n`);
  return DONE;
}

async function bringInFile({ content: store, audit }: Store): Promise<number> {
  const chosen = flags.find((flag) => flag.startsWith(ROWS))?.slice(ROWS.length);
  const taken = await new Exchange({ store, clock, trail: trailOf(audit) }).take({ name: basename(directory), bytes: await readFile(directory) }, { by: FILES, rows: chosen === undefined ? null : rowsOf(chosen) });
  if (isRefusal(taken)) {
    const problems = taken.extra?.['problems'];
    process.stderr.write('Nothing was changed.\n');
    if (Array.isArray(problems)) return told(problems as readonly ContentProblem[]);
    process.stderr.write(`${taken.detail ?? taken.refused}\n`);
    return taken.refused === 'conflict' ? IN_THE_WAY : FOUND;
  }
  process.stdout.write(`draft: ${taken.taken} rows taken, ${taken.changed.length} texts changed\n`);
  return DONE;
}

function trailOf(audit: Store['audit']): Trail {
  return new Trail({ audit, clock, ids: new SystemIds(clock) });
}

async function bringOutFile({ content: store, audit }: Store): Promise<number> {
  const ending = extname(directory).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((one): one is ExportFormat => one === (ending === 'yml' ? 'rasa' : ending));
  if (!format) return told([problemAt({ file: directory, line: 1 }, (faults) => faults.unknownFormat)]);
  const { bytes } = await new Exchange({ store, clock, trail: trailOf(audit) }).export(format, 'zh-CN');
  await writeFile(directory, bytes);
  process.stdout.write(`${directory}: ${bytes.length} bytes\n`);
  return DONE;
}

async function bringOut(opened: Store): Promise<number> {
  if (FILE.test(directory)) return bringOutFile(opened);
  const { content: store } = opened;
  const draft = await store.draft();
  const { written, removed } = await exportTexts(draft, directory);
  const pictures = await putPictures(draft, new PictureShelf({ pictures: opened.pictures, clock }), directory);
  process.stdout.write(`files: ${written} written, ${removed} taken away${pictures > 0 ? `; ${pictures} pictures` : ''}\n`);
  return DONE;
}

async function compare({ content: store }: Store): Promise<number> {
  const changes = changesBetween(await store.draft(), (await filesIn(directory)).texts);
  const signs = { same: ' ', added: '+', removed: '-' } as const;
  for (const { path, kind, hunks } of changes) {
    process.stdout.write(`${kind} ${path}\n`);
    for (const { line, lines } of hunks) process.stdout.write(`@@ ${line} @@\n${lines.map((one) => `${signs[one.kind]}${one.text}\n`).join('')}`);
  }
  return changes.length > 0 ? FOUND : DONE;
}

/** The database of the settings; one that is empty begins with the shipped files. */
async function withStore(task: (store: Store) => Promise<number>): Promise<number> {
  const read = readSettings(readEnv());
  if ('problems' in read) {
    process.stderr.write(read.problems.map((problem) => `${problem}\n`).join(''));
    return USAGE;
  }
  const store = await openStore({ databaseUrl: read.settings.databaseUrl, dataDir: read.settings.dataDir, clock, ids: new SystemIds(clock) });
  try {
    await foundContent({ store: store.content, pictures: new PictureShelf({ pictures: store.pictures, clock }), contentDir: shipped, clock });
    return await task(store);
  } finally {
    await store.close();
  }
}

function told(problems: readonly ContentProblem[]): number {
  for (const { file, line, column, text, zh } of problems) process.stderr.write(`${file}:${line}${column === undefined ? '' : ` [${column}]`}: ${isChinese ? zh : text}\n`);
  return FOUND;
}
