/** The databases a journey runs on: SQLite always, PostgreSQL where one answers, announced aloud where none does. */
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';

export interface JourneyEngine {
  readonly name: string;
  /** Environment that makes the product use it; a database of its own. */
  env(): Promise<Record<string, string>>;
  dispose(): Promise<void>;
}

const ADMIN_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const sqlite: JourneyEngine = { name: 'SQLite', env: () => Promise.resolve({}), dispose: () => Promise.resolve() };

class PostgresEngine implements JourneyEngine {
  readonly name = 'PostgreSQL';
  readonly #database = `jiebang_journey_${randomBytes(6).toString('hex')}`;

  async env(): Promise<Record<string, string>> {
    await asAdmin((client) => client.query(`create database ${this.#database}`));
    const url = new URL(ADMIN_URL);
    url.pathname = `/${this.#database}`;
    return { DATABASE_URL: url.href };
  }

  async dispose(): Promise<void> {
    await asAdmin((client) => client.query(`drop database if exists ${this.#database} with (force)`));
  }
}

async function asAdmin(task: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: ADMIN_URL });
  await client.connect();
  try {
    await task(client);
  } finally {
    await client.end();
  }
}

const isPostgresUp = await asAdmin(() => Promise.resolve()).then(
  () => true,
  () => false,
);

export function engines(): readonly JourneyEngine[] {
  if (isPostgresUp) return [sqlite, new PostgresEngine()];
  if (process.env['CI'] === 'true') throw new Error('PostgreSQL does not answer; in CI its journeys are never skipped');
  process.stderr.write('SKIPPED: journeys on PostgreSQL, since none answers\n');
  return [sqlite];
}

/** One more database of its own, or null where no server answers. */
export function postgresEngine(): JourneyEngine | null {
  return engines().length > 1 ? new PostgresEngine() : null;
}

/** Where Redis answers, or null, announced aloud; in CI it must answer. */
export async function redisUrl(): Promise<string | null> {
  const url = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return url;
  } catch {
    if (process.env['CI'] === 'true') throw new Error('Redis does not answer; in CI its journeys are never skipped');
    process.stderr.write('SKIPPED: journeys on many nodes, since no Redis answers\n');
    return null;
  } finally {
    redis.disconnect();
  }
}
