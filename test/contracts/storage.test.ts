/** The promises of the waiting line, staff and the smaller ports, on every engine. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { openStore } from '../../src/adapters/store/store.js';
import { testEngines } from '../support/databases.js';
import { attachmentStoreContract } from './attachment-store.contract.js';
import { cannedRepliesContract } from './canned-replies.contract.js';
import { auditLogContract } from './audit-log.contract.js';
import { caseBookContract } from './case-book.contract.js';
import { knowledgeSearchContract } from './knowledge-search.contract.js';
import { modelLedgerContract } from './model-ledger.contract.js';
import { followUpBookContract } from './follow-up-book.contract.js';
import { outageNoticesContract } from './outage-notices.contract.js';
import { findingsContract } from './findings.contract.js';
import { figuresContract } from './figures.contract.js';
import { handoffBookContract } from './handoff-book.contract.js';
import { settingsBookContract } from './settings-book.contract.js';
import { channelThreadsContract } from './channel-threads.contract.js';
import { syncCursorsContract } from './sync-cursors.contract.js';
import { computedContentContract } from './computed-content.contract.js';
import { picturesContract } from './pictures.contract.js';
import { contentPlansContract } from './content-plans.contract.js';
import { contentStoreContract } from './content-store.contract.js';
import { personalRecordsContract } from './personal-records.contract.js';
import { retentionContract } from './retention.contract.js';
import { neighboursContract } from './neighbours.contract.js';
import { smallPortsContract } from './small-ports.contract.js';
import { staffDirectoryContract } from './staff-directory.contract.js';
import { waitingLineContract } from './waiting-line.contract.js';

for (const engine of await testEngines()) {
  waitingLineContract(engine);
  staffDirectoryContract(engine);
  smallPortsContract(engine);
  auditLogContract(engine);
  cannedRepliesContract(engine);
  modelLedgerContract(engine);
  caseBookContract(engine);
  attachmentStoreContract(engine);
  knowledgeSearchContract(engine);
  settingsBookContract(engine);
  contentStoreContract(engine);
  contentPlansContract(engine);
  computedContentContract(engine);
  picturesContract(engine);
  handoffBookContract(engine);
  followUpBookContract(engine);
  figuresContract(engine);
  findingsContract(engine);
  outageNoticesContract(engine);
  channelThreadsContract(engine);
  syncCursorsContract(engine);
  neighboursContract(engine);
  personalRecordsContract(engine);
  retentionContract(engine);

  describe(`a store on ${engine.name}`, () => {
    it('is opened by one process on an empty SQLite file, by several nodes at once on an empty PostgreSQL database', async () => {
      const database = await engine.makeEmpty();
      const stores = await Promise.all(Array.from({ length: engine.name === 'SQLite' ? 1 : 4 }, () => database.open()));
      await Promise.all(stores.map((store) => store.ping()));
      expect(new Set(stores.map((store) => store.engine)).size).toBe(1);
      await database.drop();
    });

    it('may be closed twice and answers nothing afterwards', async () => {
      const database = await engine.make();
      const store = await database.open();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
      await database.drop();
    });
  });
}

describe('a store that cannot be opened', () => {
  const clock = new SystemClock();
  const ids = new SystemIds(clock);

  it.each(['mysql://127.0.0.1/jiebang', 'postgres://nobody@127.0.0.1:1/jiebang'])('says so as unavailable: %s', async (databaseUrl) => {
    await expect(openStore({ databaseUrl, dataDir: '', clock, ids })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says so as unavailable where no folder can be made, and where the file is no database', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'jiebang-test-'));
    await writeFile(join(parent, 'jiebang.db'), 'this is no database at all, though it is long enough to be looked at '.repeat(20));
    await expect(openStore({ databaseUrl: null, dataDir: join(parent, 'jiebang.db'), clock, ids })).rejects.toMatchObject({ code: 'unavailable' });
    await expect(openStore({ databaseUrl: null, dataDir: parent, clock, ids })).rejects.toMatchObject({ code: 'unavailable' });
    await rm(parent, { recursive: true });
  });
});
