/** The conversation log's promises, on every engine. */
import { describe, expect, it } from '@jest/globals';
import { testEngines } from '../support/databases.js';
import { conversationLogContract } from './conversation-log.contract.js';
import { conversationReadingsContract } from './conversation-readings.contract.js';
import { aConversation, adding, changed, says } from './record-builders.js';

const engines = await testEngines();

for (const engine of engines) {
  conversationLogContract(engine);
  conversationReadingsContract(engine);
}

// SQLite serves one process, which remembers its conversations; there a second store is no node to be seen by.
for (const engine of engines.filter(({ name }) => name === 'PostgreSQL')) {
  describe('two nodes on PostgreSQL', () => {
    it('find at once what the other has just changed', async () => {
      const database = await engine.make();
      const [near, far] = [await database.open(), await database.open()];
      const conversation = aConversation();
      for (const [index, log] of [near.log, far.log, near.log, far.log].entries()) {
        const { conversation: now } = await changed(log, adding(conversation, says(`第${index}句`)));
        expect(await near.log.find(conversation.id)).toEqual(now);
        expect(await far.log.find(conversation.id)).toEqual(now);
      }
      await database.drop();
    });
  });
}
