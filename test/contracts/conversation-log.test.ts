/** The conversation log's promises, on every engine. */
import { testEngines } from '../support/databases.js';
import { conversationLogContract } from './conversation-log.contract.js';
import { conversationReadingsContract } from './conversation-readings.contract.js';

for (const engine of await testEngines()) {
  conversationLogContract(engine);
  conversationReadingsContract(engine);
}
