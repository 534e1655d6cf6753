/** A first start that is cut short leaves a SQLite file the next start can use. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqlite } from '../../../src/adapters/store/sqlite.js';
import { pathIn } from '../../../src/adapters/store/sqlite-file.js';

/** The last table of the first migration: with it in the way, all before it is made and then it fails. */
const LAST_OF_FIRST = 'server_secrets';

describe('bringing a file to the newest shape', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiebang-migrating-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  function onFile<Result>(task: (file: Database.Database) => Result): Result {
    const file = new Database(pathIn(dataDir));
    try {
      return task(file);
    } finally {
      file.close();
    }
  }
  const tables = (): unknown => onFile((file) => file.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all());

  it('is done whole or not at all, so that it can be tried again', async () => {
    onFile((file) => file.exec(`create table ${LAST_OF_FIRST} (in_the_way text)`));
    await expect(openSqlite(dataDir)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('0001-first-tables') as unknown });
    expect(tables()).toEqual([LAST_OF_FIRST]);
    onFile((file) => file.exec(`drop table ${LAST_OF_FIRST}`));
    const engine = await openSqlite(dataDir);
    await engine.close();
    expect(tables()).toContain('conversations');
  });
});
