/** The thread that writes the SQLite file; in JavaScript, since Node itself must be able to read it, from `src` in tests as from `dist`. */
// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * @typedef {import('./sqlite-writer.js').WriterRequest} WriterRequest
 * @typedef {import('./sqlite-writer.js').WriterAnswer} WriterAnswer
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
const insertMessage = file.prepare(batchSql.messages);
const upsertConversation = file.prepare(batchSql.conversations);
const changeBody = file.prepare(batchSql.changedBodies);
const countOn = file.prepare(batchSql.countedOn);
const insertTurnDue = file.prepare(batchSql.turnsDue);
const deleteTurnDone = file.prepare(batchSql.turnsDone);
const insertHappening = file.prepare(batchSql.happenings);
const keepHandoff = file.prepare(batchSql.handoffs);
/** @type {Map<string, import('better-sqlite3').Statement>} */
const statements = new Map();

/** Counts how often another process was seen to have written, or rows were removed: what the main thread remembers from before is void. */
let generation = 0;
let seenVersion = dataVersion.get();

/** @param {Extract<WriterRequest, { kind: 'batch' }>} batch @returns {WriterAnswer} */
function writeBatch(batch) {
  begin.run();
  const version = dataVersion.get();
  if (version !== seenVersion) {
    seenVersion = version;
    generation += 1;
  }
  if (batch.generation !== generation) {
    file.exec('rollback');
    return { kind: 'stale', generation };
  }
  for (const row of batch.messages) insertMessage.run(row);
  for (const row of batch.conversations) upsertConversation.run(row);
  for (const row of batch.changedBodies) changeBody.run(row);
  for (const row of batch.countedOn) countOn.run(row);
  for (const row of batch.turnsDue) insertTurnDue.run(row);
  for (const row of batch.turnsDone) deleteTurnDone.run(row);
  for (const row of batch.happenings) insertHappening.run(row);
  for (const row of batch.handoffs) keepHandoff.run(row);
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
