/** The record in PostgreSQL: for several nodes, or where the operator keeps all data in one place. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ProductError } from '../../domain/errors.js';
import type { TroubleLog } from '../system/trouble-log.js';
import { LARGEST_BATCH } from './change-queue.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { PostgresChanges } from './postgres-changes.js';
import type { Tables } from './tables.js';

/**
 * What a transaction costs hardly depends on how much is in it, so they go one after the other, each with all that came meanwhile.
 * Further ones are for when more wait than one holds, and for when one is held up by another node's lock.
 */
const BATCHING = { batchesInFlight: 4, worthAnother: LARGEST_BATCH, patienceMs: 25 };
const QUERY_CONNECTIONS = 8;
const LOOKUP_CONNECTIONS = 2;
const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 10_000;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** Room on each page for the next version of a row; no compression before 8 kB, which would cost more than it saves. */
const OFTEN_CHANGED = 'with (fillfactor = 50, toast_tuple_target = 8160)';

/** Every acknowledged commit is on disk, whatever the server's default; a stricter setting stays. */
const SESSION = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

/**
 * The statements of a change and its looking up reach rows by key, on every table. A plan is kept with its connection: one made
 * while the tables were nearly empty would read all of them in each transaction until somebody analyses them, so such plans are ruled out.
 */
const BY_KEY = `select set_config(name, 'off', false) from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) as planner(name)`;

export async function openPostgres(databaseUrl: string, logger?: TroubleLog): Promise<Engine> {
  const queries = openPool({ databaseUrl, max: QUERY_CONNECTIONS, pipeline: false, session: [SESSION] }, logger);
  const changes = openPool({ databaseUrl, max: BATCHING.batchesInFlight, pipeline: true, session: [SESSION, BY_KEY] }, logger);
  const lookups = openPool({ databaseUrl, max: LOOKUP_CONNECTIONS, pipeline: true, session: [BY_KEY] }, logger);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: queries }) });
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), changes.end(), lookups.end()]);
  };
  try {
    await migrate(db, { keyType: 'text collate "C"', oftenChanged: OFTEN_CHANGED, hasOneWriter: false });
  } catch (error) {
    await close();
    throw error instanceof ProductError ? error : new ProductError('unavailable', 'PostgreSQL does not answer', error);
  }
  const transactions = new PostgresChanges({ changes, lookups });
  return {
    name: 'postgres',
    db,
    changes: transactions,
    batching: BATCHING,
    // The space of old rows is used again by the server's own vacuum.
    forgetting: (task) => task(),
    // What is remembered is held against the row under its lock before it is used.
    removing: async (task) => {
      const result = await db.transaction().execute(task);
      transactions.forget();
      return result;
    },
    writingAlone: async (transaction, table) => {
      await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(transaction);
    },
    isUniqueViolation: (error) => hasCode(error, UNIQUE_VIOLATION),
    isForeignKeyViolation: (error) => hasCode(error, FOREIGN_KEY_VIOLATION),
    close,
  };
}

function openPool(options: { databaseUrl: string; max: number; pipeline: boolean; session: readonly string[] }, logger?: TroubleLog): pg.Pool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: options.databaseUrl,
    max: options.max,
    pipeline: options.pipeline,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  };
  const pool = new pg.Pool(config);
  pool.on('error', (error) => logger?.warn({ err: error }, 'an idle connection to PostgreSQL was lost'));
  pool.on('connect', (client) => {
    for (const setting of options.session) client.query(setting).catch((error: unknown) => logger?.warn({ err: error }, 'a connection to PostgreSQL was lost at once'));
  });
  return pool;
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Times and counts are 64-bit there and come as text; ours stay far below 2^53. */
function getTypeParser(oid: number, format?: string): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text') as (value: string) => unknown;
}
