/** A database opened: the queries both engines share, and the few differences between them by name. */
import type { Kysely, Transaction } from 'kysely';
import type { ChangeStorage } from './change-storage.js';
import type { Tables } from './tables.js';

/** How changes of many conversations are put together into transactions. */
export interface Batching {
  /** Transactions under way at once, on different conversations. */
  readonly batchesInFlight: number;
  /** A further one beside one under way is begun for this many changes... */
  readonly worthAnother: number;
  /** ...or when some have waited this long. */
  readonly patienceMs: number;
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  readonly changes: ChangeStorage;
  readonly batching: Batching;
  /** Of what `task` overwrites or deletes nothing stays behind in the file, where the engine has such a mode. */
  forgetting<Result>(task: () => Promise<Result>): Promise<Result>;
  /** A transaction in which conversations may be removed: nothing remembered of them outlives it, and no change begun before writes them again. */
  removing<Result>(task: (removing: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** Whoever else writes to the table waits until this transaction ends, and then sees what it wrote. */
  writingAlone(transaction: Transaction<Tables>, table: keyof Tables): Promise<void>;
  isUniqueViolation(error: unknown): boolean;
  isForeignKeyViolation(error: unknown): boolean;
  close(): Promise<void>;
}

/** What migrations must know of the engine they run on. */
export interface SchemaDialect {
  /** For ids: compared byte by byte on both engines, whatever language the server sorts in. */
  readonly keyType: 'text' | 'text collate "C"';
  /** How a table is kept whose rows of a few kB change with every message. */
  readonly oftenChanged: string;
  /** All changes of conversations go through one process, or are noticed by it before the next. */
  readonly hasOneWriter: boolean;
}
