/** What was kept long enough goes by itself: in steps, on one node at a time, noted in the audit log, and its page begins anew. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryTurnLock } from '../../../src/adapters/memory/turn-lock.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { RetentionSweep } from '../../../src/conversation/retention.js';
import type { RetentionDays } from '../../../src/conversation/retention.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { conversationId } from '../../../src/domain/ids.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { aConversation, changed, says, START } from '../../contracts/record-builders.js';
import { roomOver } from '../../support/conversation-room.js';
import type { TestRoom } from '../../support/conversation-room.js';
import { testEngines } from '../../support/databases.js';
import type { TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const DAY = 24 * 3_600_000;

describe('what was kept long enough', () => {
  let database: TestDatabase;
  let store: Store;
  let clock: HandClock;
  let room: TestRoom;

  beforeEach(async () => {
    clock = new HandClock(START);
    const [sqlite] = await testEngines();
    if (!sqlite) throw new Error('no engine');
    database = await sqlite.make();
    store = await database.open(clock);
    room = roomOver({ store, clock, respond: () => Promise.reject(new Error('nobody asks')) });
  });
  afterEach(() => database.drop());

  const sweepOf = (days: Partial<RetentionDays>, turnLock = new MemoryTurnLock()) =>
    new RetentionSweep({
      ...{ days: { conversations: null, cases: null, ...days }, retention: store.retention, attachments: store.attachments, audit: store.audit },
      ...{ bus: room.room.bus, turnLock, clock, ids: new SystemIds(clock) },
      onTrouble: (error) => {
        throw error;
      },
    });
  const talk = async () => {
    // A resume token holds ids as the product gives them.
    const began = aConversation({ id: conversationId(new SystemIds(clock).next()), createdAt: clock.now(), updatedAt: clock.now() });
    const step = (current: typeof began) => ({ conversation: { ...current, handledSeq: 1 }, additions: [says('查余额'), { from: 'bot', kind: 'text', text: '好的' } as const], result: null });
    return (await changed(store.log, { id: began.id, initial: began, step })).conversation;
  };
  const through = async (sweep: RetentionSweep) => {
    while (!(await sweep.step()));
  };
  const audited = async () => (await store.audit.list({ limit: 50 })).filter(({ act }) => act.startsWith('retention.')).map(({ act, detail }) => `${act} ${detail}`);

  it('is removed however much there is, and said in the audit log; the bus tells of each', async () => {
    const old = await Promise.all(Array.from({ length: 120 }, () => talk()));
    clock.advance(31 * DAY);
    const young = await talk();
    await through(sweepOf({ conversations: 30 }));
    for (const { id } of old) expect(await store.log.find(id)).toBeNull();
    expect(await store.log.find(young.id)).not.toBeNull();
    expect(await audited()).toEqual(['retention.conversations 20', 'retention.conversations 50', 'retention.conversations 50']);
    expect(room.told.filter(({ type }) => type === 'conversation.removed')).toHaveLength(120);
    // Whoever computed something of their words forgets it, here and on every other node; the same at a subscriber's own wish.
    expect(room.told.filter(({ type }) => type === 'words.erased')).toHaveLength(3);
    await room.room.personal.erase('13800000001' as Msisdn, young.id);
    expect(room.told.filter(({ type }) => type === 'words.erased')).toHaveLength(4);
  });

  it('is kept for ever where nothing is set', async () => {
    const old = await talk();
    clock.advance(3_000 * DAY);
    await through(sweepOf({}));
    expect(await store.log.find(old.id)).not.toBeNull();
    const sweep = sweepOf({});
    sweep.start();
    clock.advance(DAY);
    expect(await store.log.find(old.id)).not.toBeNull();
    await sweep.stop();
  });

  it('goes by itself once a day, and not while another node is at it', async () => {
    const old = await talk();
    clock.advance(31 * DAY);
    const turnLock = new MemoryTurnLock();
    const sweep = sweepOf({ conversations: 30 }, turnLock);
    let letGo: () => void = () => undefined;
    const held = turnLock.run('retention', () => new Promise<void>((resolve) => (letGo = resolve)));
    sweep.start();
    clock.advance(60_000);
    await new Promise(setImmediate);
    expect(await store.log.find(old.id)).not.toBeNull();
    letGo();
    await held;
    while ((await store.log.find(old.id)) !== null) {
      clock.advance(1_000);
      await new Promise(setImmediate);
    }
    expect(await store.log.find(old.id)).toBeNull();
    await sweep.stop();
  });

  it('is begun anew by a page that comes back for it, and not by one that never had a word of it', async () => {
    const old = await talk();
    clock.advance(31 * DAY);
    await through(sweepOf({ conversations: 30 }));
    const conversations = new Conversations(room.room);
    const opening = { resumeToken: room.room.resumeTokens.issue(old.id), msisdn: null, locale: null, channel: 'web' } as const;
    const anew = await conversations.open({ ...opening, seenUpTo: old.lastSeq });
    if (isRefusal(anew)) throw new Error(anew.refused);
    expect(anew.conversation).toMatchObject({ lastSeq: 0, state: 'bot' });
    expect(anew.conversation.id).not.toBe(old.id);
    expect(room.room.resumeTokens.open(anew.resumeToken)).toBe(anew.conversation.id);
    expect(await conversations.open({ ...opening, seenUpTo: 0 })).toMatchObject({ conversation: { id: old.id, lastSeq: 0 } });
  });
});
