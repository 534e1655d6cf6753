/** Fresh databases for tests: a SQLite file always, a PostgreSQL database where a server answers. */
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import pg from 'pg';
import { openStore, type Store } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import type { Clock } from '../../src/ports/clock.js';

export interface TestDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** A store on this database; each further one is what another process would have. */
  open(clock?: Clock): Promise<Store>;
  /** Closes every store that was opened and removes the data. */
  drop(): Promise<void>;
}

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A database with nothing in it but its tables: a copy, since making them takes longer than most tests. */
  make(): Promise<TestDatabase>;
  /** A database before anybody has opened it. */
  makeEmpty(): Promise<TestDatabase>;
}

const SERVER_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** SQLite, and PostgreSQL if it answers; says so when it does not, and fails where nothing may be skipped. */
export async function testEngines(): Promise<readonly TestEngine[]> {
  const sqlite: TestEngine = { name: 'SQLite', make: () => makeSqlite(sqliteTemplate()), makeEmpty: () => makeSqlite(null) };
  const failure = await failureToConnect();
  if (failure === null) return [sqlite, { name: 'PostgreSQL', make: () => makePostgres(postgresTemplate()), makeEmpty: () => makePostgres(null) }];
  if (process.env['CI'] === 'true') throw new Error(`PostgreSQL must be there in CI: ${failure}`);
  process.stderr.write(`SKIPPED on PostgreSQL: no server answers (${failure})\n`);
  return [sqlite];
}

type Template = Promise<TestDatabase> | null;

async function makeSqlite(template: Template): Promise<TestDatabase> {
  const from = await template;
  const dataDir = await mkdtemp(join(tmpdir(), 'jiebang-test-'));
  if (from) await cp(from.dataDir, dataDir, { recursive: true });
  return databaseAt({ databaseUrl: null, dataDir }, () => rm(dataDir, { recursive: true }));
}

async function makePostgres(template: Template): Promise<TestDatabase> {
  const from = await template;
  const name = `jiebang_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}${from?.databaseUrl ? ` template ${new URL(from.databaseUrl).pathname.slice(1)}` : ''}`);
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;
  return databaseAt({ databaseUrl: url.href, dataDir: '' }, () => onServer(`drop database ${name} with (force)`));
}

/** Made when the first test of a suite asks for it, and gone with the suite. */
function templateOf(make: () => Promise<TestDatabase>): () => Promise<TestDatabase> {
  let made: Promise<TestDatabase> | null = null;
  afterAll(async () => (await made)?.drop());
  return () => (made ??= opened(make));
}

async function opened(make: () => Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await make();
  await (await database.open()).close();
  return database;
}

const sqliteTemplate = templateOf(() => makeSqlite(null));
const postgresTemplate = templateOf(() => makePostgres(null));

function databaseAt(place: { databaseUrl: string | null; dataDir: string }, remove: () => Promise<void>): TestDatabase {
  const stores: Store[] = [];
  return {
    ...place,
    async open(clock = new SystemClock()) {
      const store = await openStore({ ...place, clock, ids: new SystemIds(clock) });
      stores.push(store);
      return store;
    },
    async drop() {
      await Promise.all(stores.map((store) => store.close()));
      await remove();
    },
  };
}

async function failureToConnect(): Promise<string | null> {
  try {
    await onServer('select 1');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
