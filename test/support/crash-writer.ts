/** A process to be killed: writes as fast as it can and prints each acknowledgement; arguments are database URL (or "") and data folder. */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { adding, changed, aConversation, says } from '../contracts/record-builders.js';

const CONVERSATIONS = 10;
const CALLERS = 50;

const [databaseUrl = '', dataDir = ''] = process.argv.slice(2);
const clock = new SystemClock();
const store = await openStore({ databaseUrl: databaseUrl === '' ? null : databaseUrl, dataDir, clock, ids: new SystemIds(clock) });
const conversations = Array.from({ length: CONVERSATIONS }, () => aConversation());

async function writeForEver(caller: number): Promise<void> {
  const conversation = conversations[caller % CONVERSATIONS] ?? aConversation();
  for (;;) {
    const clientId = randomUUID();
    const { messages } = await changed(store.log, adding(conversation, says('在吗', { clientId })));
    // Written at once, not through the stream's buffer, which would die with the process.
    printed(`${conversation.id} ${messages[0]?.seq} ${clientId}\n`);
  }
}

/** Whoever reads may be slower than the store: a full pipe is tried again. A line this short is taken whole or not at all. */
function printed(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

await Promise.all(Array.from({ length: CALLERS }, (_, caller) => writeForEver(caller)));
