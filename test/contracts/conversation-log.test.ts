/** The conversation log's promises, on every engine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Store } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { refuse } from '../../src/domain/errors.js';
import { testEngines, type TestDatabase } from '../support/databases.js';
import { conversationLogContract } from './conversation-log.contract.js';
import { conversationReadingsContract } from './conversation-readings.contract.js';
import { aConversation, adding, changed, says, stored } from './record-builders.js';

const engines = await testEngines();
const ALL = { limit: 1000 };

for (const engine of engines) {
  conversationLogContract(engine);
  conversationReadingsContract(engine);
}

// SQLite serves one process, which remembers its conversations; there a second store is no node to be seen by.
for (const engine of engines.filter(({ name }) => name === 'PostgreSQL')) {
  describe('two nodes on PostgreSQL', () => {
    let database: TestDatabase;
    let near: Store;
    let far: Store;
    beforeAll(async () => {
      database = await engine.make();
      [near, far] = [await database.open(), await database.open()];
    });
    afterAll(() => database.drop());

    it('find at once what the other has just changed', async () => {
      const conversation = aConversation();
      for (const [index, log] of [near.log, far.log, near.log, far.log].entries()) {
        const { conversation: now } = await changed(log, adding(conversation, says(`第${index}句`)));
        expect(await near.log.find(conversation.id)).toEqual(now);
        expect(await far.log.find(conversation.id)).toEqual(now);
      }
    });

    it('write each of what is asked for together, though some moved elsewhere and some was sent before', async () => {
      const [own, moved, again, own2] = [aConversation(), aConversation(), aConversation(), aConversation()];
      for (const one of [own, moved, again, own2]) await changed(near.log, adding(one, says('在吗', { clientId: 'first' })));
      await changed(far.log, adding(moved, says('从另一处')));
      const asked = [own, moved, again, own2].map((one) => adding(one, says('查账单', { clientId: one === again ? 'first' : 'second' })));
      const [first, second, third, fourth] = await Promise.all(asked.map((one) => near.log.change(one)));
      expect(third).toHaveProperty('duplicate.seq', 1);
      for (const [answer, seq] of [[first, 2], [second, 3], [fourth, 2]] as const) expect(answer).toHaveProperty('messages.0.seq', seq);
      for (const [one, texts] of [[own, ['在吗', '查账单']], [moved, ['在吗', '从另一处', '查账单']], [again, ['在吗']], [own2, ['在吗', '查账单']]] as const) {
        expect((await far.log.messages(one.id, ALL)).map(({ text }) => text)).toEqual(texts);
        expect(await far.log.find(one.id)).toEqual(await near.log.find(one.id));
      }
    });

    it('never wait for each other for good, whatever they change at the same time', async () => {
      const conversations = Array.from({ length: 20 }, () => aConversation());
      for (const one of conversations) await stored(near.log, one);
      for (let round = 0; round < 10; round += 1) {
        const [there, back] = [conversations, [...conversations].reverse()];
        await Promise.all([...there.map((one) => changed(near.log, adding(one, says('去')))), ...back.map((one) => changed(far.log, adding(one, says('回'))))]);
      }
      for (const { id } of conversations) {
        expect((await near.log.messages(id, ALL)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      }
    });

    it('refuse nothing for what a conversation was before the other changed it', async () => {
      const conversation = await stored(near.log, aConversation());
      const whenElder = { id: conversation.id, step: (current: typeof conversation) => (current.isElderMode ? { conversation: current, additions: [], result: 'elder' } : refuse('wrong-state')) };
      expect(await near.log.change(whenElder)).toEqual(refuse('wrong-state'));
      await changed(far.log, { id: conversation.id, step: (current) => ({ conversation: { ...current, isElderMode: true }, additions: [], result: null }) });
      expect(await near.log.change(whenElder)).toHaveProperty('result', 'elder');
    });

    it('bring nothing back that the other has removed', async () => {
      const conversation = await stored(near.log, aConversation({ state: 'closed' }));
      expect(await far.retention.remove([conversation.id], new SystemClock().now() + 1)).toEqual([conversation.id]);
      const { initial: _, ...request } = adding(conversation, says('还在吗'));
      expect(await near.log.change(request)).toEqual(refuse('not-found'));
      expect(await far.log.messages(conversation.id, ALL)).toEqual([]);
    });

    it('owe a turn from the message on until it is answered', async () => {
      const conversation = await stored(near.log, aConversation());
      const owed = async () => (await far.log.unanswered(100_000)).includes(conversation.id);
      for (const log of [near.log, far.log]) {
        const { conversation: asked } = await changed(log, adding(conversation, says('查账单')));
        expect(await owed()).toBe(true);
        await changed(log, { id: conversation.id, step: (current) => ({ conversation: { ...current, handledSeq: asked.lastSeq }, additions: [], result: null }) });
        expect(await owed()).toBe(false);
      }
    });
  });

  it('PostgreSQL never reads through the whole record to change a conversation, nor to look one up', async () => {
    const database = await engine.make();
    const store = await database.open();
    const conversation = aConversation();
    // As often as it takes until the server keeps a plan for good.
    for (let count = 0; count < 12; count += 1) {
      await changed(store.log, adding(conversation, says('查账单', { clientId: `c-${count}` })));
      await changed(store.log, adding(aConversation(), says('在吗', { clientId: 'c' })));
      await store.log.find(conversation.id);
    }
    await store.close();
    const client = new pg.Client({ connectionString: database.databaseUrl ?? '' });
    await client.connect();
    // What a connection counted is told when it ends.
    for (let wait = 0; wait < 300; wait += 1) {
      const { rows } = await client.query<{ count: string }>(`select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`);
      if (rows[0]?.count === '0') break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rows } = await client.query<{ relname: string; written: string; read: string }>(
      `select relname, n_tup_ins as written, seq_tup_read as read from pg_stat_user_tables where relname in ('conversations', 'messages', 'turns_due')`,
    );
    await client.end();
    await database.drop();
    const counted = Object.fromEntries(rows.map(({ relname, written, read }) => [relname, { written: Number(written), read: Number(read) }]));
    expect(counted['messages']).toEqual({ written: 24, read: 0 });
    expect(counted['conversations']).toMatchObject({ read: 0 });
    expect(counted['turns_due']).toMatchObject({ read: 0 });
  });
}
