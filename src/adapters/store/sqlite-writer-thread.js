/** The thread that writes the SQLite file; in JavaScript, since Node itself must be able to read it, from `src` in tests as from `dist`. */
// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * @typedef {import('./sqlite-writer.js').WriterRequest} WriterRequest
 * @typedef {import('./sqlite-writer.js').WriterAnswer} WriterAnswer
 * @typedef {import('./sqlite-writer.js').BatchRows} BatchRows
 * @typedef {import('./sqlite-writer.js').SqlValue} SqlValue
 */

const STATEMENTS_KEPT = 300;
const FULL = 2;

/** @type {import('./sqlite-writer.js').WriterData} */
const { path, timeoutMs, pragmas, batch: batchSql } = workerData;
const file = new Database(path, { timeout: timeoutMs });
for (const pragma of pragmas) file.pragma(pragma);
if (file.pragma('synchronous', { simple: true }) !== FULL) throw new Error('SQLite refused synchronous=FULL');

const begin = file.prepare('begin immediate');
const commit = file.prepare('commit');
const dataVersion = file.prepare('pragma data_version').pluck();
const batchSteps = Object.entries(batchSql).map(([name, sql]) => ({ name: /** @type {keyof BatchRows} */ (name), run: forEachRow(sql) }));
/** @type {Map<string, import('better-sqlite3').Statement>} */
const statements = new Map();

/** Counts how often another process was seen to have written, or rows were removed: what the main thread remembers from before is void. */
let generation = 0;
let seenVersion = dataVersion.get();

/** As many values as the statement has places are a row. @param {string} sql @returns {(values: readonly SqlValue[]) => void} */
function forEachRow(sql) {
  const statement = file.prepare(sql);
  const width = sql.split('?').length - 1;
  return (values) => {
    for (let at = 0; at < values.length; at += width) statement.run(...values.slice(at, at + width));
  };
}

/** @param {Extract<WriterRequest, { kind: 'batch' }>} request @returns {WriterAnswer} */
function writeBatch({ generation: asked, rows }) {
  begin.run();
  const version = dataVersion.get();
  if (version !== seenVersion) {
    seenVersion = version;
    generation += 1;
  }
  if (asked !== generation) {
    file.exec('rollback');
    return { kind: 'stale', generation };
  }
  for (const { name, run } of batchSteps) {
    const values = rows[name];
    if (values !== undefined) run(values);
  }
  commit.run();
  return { kind: 'done', rows: [], changes: 0 };
}

/** @param {Extract<WriterRequest, { kind: 'statement' }>} request @returns {WriterAnswer} */
function runStatement({ sql, parameters }) {
  const statement = statements.get(sql) ?? file.prepare(sql);
  if (statements.size < STATEMENTS_KEPT) statements.set(sql, statement);
  if (statement.reader) return { kind: 'done', rows: statement.all(parameters), changes: 0 };
  return { kind: 'done', rows: [], changes: statement.run(parameters).changes };
}

/** @returns {WriterAnswer} */
function outdate() {
  generation += 1;
  return { kind: 'done', rows: [], changes: 0 };
}

/** @param {WriterRequest} request @returns {WriterAnswer} */
function answer(request) {
  try {
    if (request.kind === 'outdate') return outdate();
    return request.kind === 'batch' ? writeBatch(request) : runStatement(request);
  } catch (error) {
    if (request.kind === 'batch' && file.inTransaction) file.exec('rollback');
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error), code };
  }
}

parentPort?.on('message', (/** @type {WriterRequest | 'close'} */ request) => {
  if (request !== 'close') {
    parentPort?.postMessage(answer(request));
    return;
  }
  file.close();
  parentPort?.close();
});
