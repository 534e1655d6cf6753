/** What a database of an earlier version already holds is found by whom it is about, too. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { apiKeysAndWebhooks } from '../../../src/adapters/store/migrations/0085-api-keys.js';
import { deskTables } from '../../../src/adapters/store/migrations/0012-desk.js';
import { findings } from '../../../src/adapters/store/migrations/0076-findings.js';
import { followUps } from '../../../src/adapters/store/migrations/0065-follow-ups.js';
import { outageNotices } from '../../../src/adapters/store/migrations/0077-outage-notices.js';
import { whomItIsAbout } from '../../../src/adapters/store/migrations/0115-whom-it-is-about.js';

const DIALECT = { keyType: 'text', oftenChanged: '', hasOneWriter: true } as const;
/** More than are filled in one go. */
const MANY = 1_203;

describe('a database of an earlier version', () => {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  const about = async () => (await sql<{ id: string; conversation_id: string | null; case_id: string | null }>`select id, conversation_id, case_id from webhook_deliveries order by id`.execute(db)).rows;

  beforeAll(async () => {
    for (const migration of [deskTables, followUps, findings, outageNotices, apiKeysAndWebhooks]) await migration(DIALECT).up(db);
    const insert = (id: string, body: string) => sql`insert into webhook_deliveries values (${id}, 'w', 'pending', 1, 1, 0, 0, ${body}, 'null')`.execute(db);
    for (let index = 0; index < MANY; index += 1) {
      const data = index % 2 ? { conversationId: `c${index}` } : { conversationId: null, caseId: `k${index}` };
      await insert(`d${String(index).padStart(5, '0')}`, JSON.stringify({ event: 'case.changed', body: JSON.stringify({ id: 'x', data }) }));
    }
    await insert('odd', '{"event":"case.changed","body":"[]"}');
    await sql`insert into finding_items values ('s1', 'f', 1, 'fallback', null, '{"text":"问","conversationId":"c-9"}')`.execute(db);
    await whomItIsAbout(DIALECT).up(db);
  });
  afterAll(() => db.destroy());

  it('has every delivery under its conversation or its case', async () => {
    const rows = await about();
    expect(rows).toHaveLength(MANY + 1);
    for (const [index, row] of rows.slice(0, MANY).entries()) expect(row).toMatchObject(index % 2 ? { conversation_id: `c${index}`, case_id: null } : { conversation_id: null, case_id: `k${index}` });
    expect(rows.at(-1)).toMatchObject({ id: 'odd', conversation_id: null, case_id: null });
  });

  it('has every counted question under its conversation', async () => {
    const { rows } = await sql<{ conversation_id: string }>`select conversation_id from finding_items`.execute(db);
    expect(rows).toEqual([{ conversation_id: 'c-9' }]);
  });
});
