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
import { unknownPlacesOf } from '../content/unknown-places.js';
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
import { contentWords } from '../wording/content/words.js';

const DONE = 0;
const FOUND = 1;
const USAGE = 2;
const IN_THE_WAY = 3;

/** One file of a known kind, as against a directory. These stand before the commands, which begin while the lines below them wait. */
const FILE = /\.(csv|tsv|txt|xlsx|yaml|yml|md)$/i;
const ROWS = '--rows=';

const { LC_ALL, LC_MESSAGES, LANG } = readEnv();
const isChinese = /^zh/i.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? '');
const words = contentWords(isChinese ? 'zh-CN' : 'en').command;
const clock = new SystemClock();
const trail = new Trail({ clock, ids: new SystemIds(clock) });
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
  process.stderr.write(words.help);
  process.exitCode = USAGE;
} else {
  process.exitCode = await run().catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    return FOUND;
  });
}

async function check(): Promise<number> {
  const { texts, problems } = await filesIn(directory);
  const pictures = await picturesBelow(directory);
  const found = [...problems, ...pictures.problems, ...(await missingPictures(texts, pictures.files, null)), ...(await problemsOf(texts))];
  if (texts.length === 0) return told([problemAt({ file: directory, line: 1 }, (faults) => faults.nothingHere)]);
  const { seed } = await readSeed(textFiles(texts));
  for (const { text, locale, intents } of await duplicatesOf(seed.intents)) process.stderr.write(`${words.doubtful(text, locale, intents)}\n`);
  for (const { path, places } of unknownPlacesOf(seed)) process.stderr.write(`${words.unknownPlaces(path, places)}\n`);
  if (found.length > 0) return told(found);
  process.stdout.write(`${words.sound(texts.length, seed.intents.length, seed.articles.length)}\n`);
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
    for (const { path, name } of imported.editedBy) process.stderr.write(`${words.editedBy(path, name)}\n`);
    process.stderr.write(`${words.inTheWay}\n`);
    return IN_THE_WAY;
  }
  const taken = await takePictures(pictures.files, shelf);
  process.stdout.write(`${words.brought(imported.changed, imported.removed, taken)}\n`);
  return DONE;
}

async function bringInFile({ content: store }: Store): Promise<number> {
  const chosen = flags.find((flag) => flag.startsWith(ROWS))?.slice(ROWS.length);
  const taken = await new Exchange({ store, clock, trail }).take({ name: basename(directory), bytes: await readFile(directory) }, { by: FILES, rows: chosen === undefined ? null : rowsOf(chosen) });
  if (isRefusal(taken)) {
    const problems = taken.extra?.['problems'];
    process.stderr.write(`${words.nothingChanged}\n`);
    if (Array.isArray(problems)) return told(problems as readonly ContentProblem[]);
    process.stderr.write(`${taken.refused === 'conflict' ? words.conflict : words.noRows}\n`);
    return taken.refused === 'conflict' ? IN_THE_WAY : FOUND;
  }
  if (taken.head !== null && taken.head > 1) process.stdout.write(`${words.headAt(taken.head)}\n`);
  if (taken.ignored.length > 0) process.stdout.write(`${words.notUsed(taken.ignored)}\n`);
  process.stdout.write(`${words.tookRows(taken.taken, taken.changed.length)}\n`);
  return DONE;
}

async function bringOutFile({ content: store }: Store): Promise<number> {
  const ending = extname(directory).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((one): one is ExportFormat => one === (ending === 'yml' ? 'rasa' : ending));
  if (!format) return told([problemAt({ file: directory, line: 1 }, (faults) => faults.unknownFormat)]);
  const { bytes } = await new Exchange({ store, clock, trail }).export(format, 'zh-CN');
  await writeFile(directory, bytes);
  process.stdout.write(`${words.wrote(directory, bytes.length)}\n`);
  return DONE;
}

async function bringOut(opened: Store): Promise<number> {
  if (FILE.test(directory)) return bringOutFile(opened);
  const { content: store } = opened;
  const draft = await store.draft();
  const { written, removed } = await exportTexts(draft, directory);
  const pictures = await putPictures(draft, new PictureShelf({ pictures: opened.pictures, clock }), directory);
  process.stdout.write(`${words.broughtOut(written, removed, pictures)}\n`);
  return DONE;
}

async function compare({ content: store }: Store): Promise<number> {
  const changes = changesBetween(await store.draft(), (await filesIn(directory)).texts);
  const signs = { same: ' ', added: '+', removed: '-' } as const;
  for (const { path, kind, hunks } of changes) {
    process.stdout.write(`${words.change[kind]} ${path}\n`);
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

/** What the system says about files is said as people say it. */
function reasonOf(error: unknown): string {
  const { code, path = directory } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === 'ENOENT' || code === 'ENOTDIR') return words.noFile(path);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return words.notAllowed(path);
  return error instanceof Error ? error.message : String(error);
}

function told(problems: readonly ContentProblem[]): number {
  for (const { file, line, column, text, zh } of problems) process.stderr.write(`${file}:${line}${column === undefined ? '' : ` [${column}]`}: ${isChinese ? zh : text}\n`);
  return FOUND;
}
