/** Everything a database holds as one text, whatever tables there are: for proving that something is nowhere in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';

/** By table. `databaseUrl` null: the SQLite file in the folder. */
export async function tablesAsText({ databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string }): Promise<ReadonlyMap<string, string>> {
  return databaseUrl === null ? ofSqlite(dataDir) : ofPostgres(databaseUrl);
}

function ofSqlite(dataDir: string): ReadonlyMap<string, string> {
  const file = new Database(join(dataDir, 'jiebang.db'), { readonly: true });
  try {
    const names = file.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").pluck().all() as string[];
    return new Map(names.map((name) => [name, JSON.stringify(file.prepare(`select * from "${name}"`).all())]));
  } finally {
    file.close();
  }
}

async function ofPostgres(databaseUrl: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
    const tables = new Map<string, string>();
    for (const { name } of rows) tables.set(name, JSON.stringify((await client.query(`select t::text from "${name}" t`)).rows));
    return tables;
  } finally {
    await client.end();
  }
}

/** Every file under a folder, byte by byte. */
export function filesAsBytes(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }));
}
