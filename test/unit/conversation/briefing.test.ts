/** What an agent reads of a conversation she is offered. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { makeBrief } from '../../../src/conversation/briefing.js';
import { receiving } from '../../../src/domain/conversation-steps.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { aConversation, stored, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();

describe('the brief', () => {
  let database: TestDatabase;
  let store: Store;
  const clock = new HandClock(START);
  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    database = await sqlite.make();
    store = await database.open(clock);
  });
  afterEach(() => database.drop());

  it('shows that a long message goes on, and tears no word apart', async () => {
    const content = { current: () => ({ intents: new Map(), read: () => ({ mood: { label: 'calm' } }) }) } as unknown as PublishedContent;
    const room = { ...roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) }).room, content };
    const { id } = await stored(store.log, aConversation({}));
    for (const text of ['网断了', 'I have been waiting for the technician since yesterday morning and nobody came']) {
      await store.log.change({ id, step: (one) => ({ conversation: receiving(one, { text }), additions: [{ from: 'subscriber', kind: 'text', text }], result: null }) });
    }
    const found = await store.log.find(id);
    if (!found) throw new Error('it is stored');
    expect((await makeBrief(room, found, 'en')).summary).toBe('网断了 / I have been waiting for the technician since yesterday…');
  });
});
