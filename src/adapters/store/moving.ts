/**
 * Moves the whole record from the SQLite file of a data directory, and the files beside it, into an empty PostgreSQL database: in one
 * transaction, so that all of it is there afterwards or nothing. The SQLite file is only read, and brought to the newest shape before.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import { AttachmentFolder } from './attachment-folder.js';
import { StoredAttachments } from './attachments.js';
import { openPostgres } from './postgres.js';
import { pathIn } from './sqlite-file.js';
import { migrateFile } from './sqlite-migrating.js';
import type { Tables } from './tables.js';

export interface Move {
  readonly dataDir: string;
  /** `postgres://…` of a database in which nothing is kept yet. */
  readonly databaseUrl: string;
  /** Told of each table when its rows are over. */
  readonly onTable?: (table: string, rows: number) => void;
}

export interface Moved {
  readonly rows: number;
  readonly files: number;
}

interface Column {
  readonly name: string;
  /** As PostgreSQL calls it. */
  readonly type: string;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Made from the articles in force at every start. */
const MADE_ANEW: ReadonlySet<string> = new Set(['passages', 'passage_shelves', 'passage_words']);
const OF_MIGRATIONS = /^kysely_/;
/** Rows that others refer to go first. */
const FIRST = ['conversations', 'staff'];
const ROWS_AT_ONCE = 1_000;
const BYTES_AT_ONCE = 8_000_000;
const PATIENCE_MS = 1_000;

export async function moveRecord({ dataDir, databaseUrl, onTable = () => undefined }: Move): Promise<Moved> {
  const file = await openAlone(dataDir);
  try {
    const engine = await openPostgres(databaseUrl);
    try {
      const moved = await engine.db.transaction().execute(async (target) => {
        const tables = await tablesOf(target);
        await refuseUnlessEmpty(target, tables);
        let rows = 0;
        for (const table of tables) {
          const count = await moveTable(file, target, table);
          rows += count;
          onTable(table.name, count);
        }
        return { rows, files: await moveFiles(dataDir, target) };
      });
      await sql`analyze`.execute(engine.db);
      return moved;
    } finally {
      await engine.close();
    }
  } finally {
    file.close();
  }
}

/** With nobody else on it until it is closed: what a running server still wrote would be lost. */
async function openAlone(dataDir: string): Promise<Database.Database> {
  const path = pathIn(dataDir);
  let file: Database.Database | null = null;
  try {
    file = new Database(path, { fileMustExist: true, timeout: PATIENCE_MS });
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('begin immediate; rollback');
    await migrateFile(file);
    return file;
  } catch (error) {
    file?.close();
    if (error instanceof ProductError) throw error;
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw new ProductError('unavailable', isBusy ? `${path} is in use: stop the server first` : `${path} is no record that can be read`, error);
  }
}

/** What is to be filled, in an order in which nothing refers to what is not there yet. */
async function tablesOf(target: Transaction<Tables>): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string; columns: readonly Column[] }>`
    select c.table_name as name, json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' group by c.table_name order by c.table_name`.execute(target);
  const place = ({ name }: Table): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return rows.filter(({ name }) => !OF_MIGRATIONS.test(name) && !MADE_ANEW.has(name)).sort((one, other) => place(one) - place(other));
}

/** Locked before it is looked at, so that nobody fills it meanwhile. */
async function refuseUnlessEmpty(target: Transaction<Tables>, tables: readonly Table[]): Promise<void> {
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in exclusive mode`.execute(target);
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(target);
    if (rows.length > 0) throw new ProductError('conflict', `the PostgreSQL database already holds a record (${name}): only an empty one is filled`);
  }
}

async function moveTable(file: Database.Database, target: Transaction<Tables>, table: Table): Promise<number> {
  const { name, columns } = table;
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  let batch: Row[] = [];
  let bytes = 0;
  let moved = 0;
  const flush = async (): Promise<void> => {
    await insert(target, table, batch);
    moved += batch.length;
    batch = [];
    bytes = 0;
  };
  for (const row of file.prepare<[], Row>(`select ${names} from "${name}"`).iterate()) {
    batch.push(row);
    bytes += sizeOf(row);
    if (batch.length >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
  }
  await flush();
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(target);
  if (rows[0]?.count !== moved) throw new ProductError('internal', `of ${moved} rows of ${name} PostgreSQL holds ${rows[0]?.count ?? 0}`);
  return moved;
}

/** Column by column: however many rows there are, it is one statement. */
async function insert(target: Transaction<Tables>, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const values = columns.map((column) => sql`${rows.map((row) => row[column.name] ?? null)}::${sql.raw(column.type)}[]`);
  try {
    await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))}) select * from unnest(${sql.join(values)})`.execute(target);
  } catch (error) {
    throw new ProductError('internal', `PostgreSQL does not take a row of ${name}: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

function sizeOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8), 0);
}

/** One process keeps files in a folder; in PostgreSQL they are rows. */
async function moveFiles(dataDir: string, target: Transaction<Tables>): Promise<number> {
  const from = new AttachmentFolder(join(dataDir, 'attachments'));
  const to = new StoredAttachments({ db: target });
  let moved = 0;
  for await (const attachment of from.all()) {
    const content = await from.content(attachment.id);
    if (content === null) continue;
    await to.put(attachment, content);
    moved += 1;
  }
  return moved;
}
