/** Kysely over two ends of one SQLite file: single selects here, everything else on the writer's thread. */
import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { SqliteWriter } from './sqlite-writer.js';

export class ThreadedSqliteDialect implements Dialect {
  readonly #reader: Database;
  readonly #writer: SqliteWriter;

  constructor(reader: Database, writer: SqliteWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  createDriver(): Driver {
    return new ThreadedSqliteDriver(this.#reader, this.#writer);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: ConstructorParameters<typeof SqliteIntrospector>[0]): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

const STATEMENTS_KEPT = 300;

type Statement = ReturnType<Database['prepare']>;

class ThreadedSqliteDriver implements Driver {
  readonly #reader: Database;
  readonly #writer: SqliteWriter;
  readonly #selects = new Map<string, Statement>();

  constructor(reader: Database, writer: SqliteWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<Connection> {
    return Promise.resolve(new Connection(this.#writer, (query) => this.#select(query)));
  }

  beginTransaction(connection: Connection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: Connection): Promise<void> {
    return connection.end('commit');
  }

  rollbackTransaction(connection: Connection): Promise<void> {
    return connection.end('rollback');
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  /** Who opened file and thread closes them. */
  destroy(): Promise<void> {
    this.#selects.clear();
    return Promise.resolve();
  }

  #select(query: CompiledQuery): unknown[] {
    const known = this.#selects.get(query.sql);
    const statement = known ?? this.#reader.prepare(query.sql);
    if (known === undefined) {
      if (this.#selects.size >= STATEMENTS_KEPT) this.#selects.clear();
      this.#selects.set(query.sql, statement);
    }
    return statement.all(query.parameters);
  }
}

class Connection implements DatabaseConnection {
  readonly #writer: SqliteWriter;
  readonly #select: (query: CompiledQuery) => unknown[];
  #letGo: (() => void) | null = null;

  constructor(writer: SqliteWriter, select: (query: CompiledQuery) => unknown[]) {
    this.#writer = writer;
    this.#select = select;
  }

  async begin(): Promise<void> {
    this.#letGo = await this.#writer.holdForTransaction();
    try {
      await this.#write(CompiledQuery.raw('begin immediate'));
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#write(CompiledQuery.raw(how));
    } catch (error) {
      // A commit that fails is followed by a rollback; only that ends the transaction for the others.
      if (how === 'rollback') this.#release();
      throw error;
    }
    this.#release();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isPlainSelect = query.query.kind === 'SelectQueryNode' && this.#letGo === null;
    // Kysely names the row type; the columns asked for are what SQLite answers with.
    if (isPlainSelect) return { rows: this.#select(query) as Row[] };
    const { rows, changes } = await this.#write(query);
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('nothing is streamed from SQLite');
  }

  async #write(query: CompiledQuery): Promise<{ rows: readonly unknown[]; changes: number }> {
    const request = { kind: 'statement', sql: query.sql, parameters: query.parameters } as const;
    const answer = await (this.#letGo === null ? this.#writer.send(request) : this.#writer.post(request));
    return answer.kind === 'done' ? answer : { rows: [], changes: 0 };
  }

  #release(): void {
    this.#letGo?.();
    this.#letGo = null;
  }
}
