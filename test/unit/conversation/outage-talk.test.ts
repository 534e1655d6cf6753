/** Whom who waits in line an outage notice reaches: also once a silent business system answers, and wherever they are when it is everywhere. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { OutageTalk } from '../../../src/conversation/outage-talk.js';
import type { Profile } from '../../../src/domain/account.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { EMPTY_MEMORY } from '../../../src/domain/dialogue-memory.js';
import { ProductError } from '../../../src/domain/errors.js';
import { parseMsisdn, staffId } from '../../../src/domain/ids.js';
import type { OutageNotice } from '../../../src/domain/outage-notice.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { aConversation, aWaiting, stored, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { until } from '../../support/until.js';

const IDENTITY = { msisdn: parseMsisdn('13800000001'), via: 'site-token', at: START, stepUpUntil: null } as Conversation['identity'];
const notice = (areas: readonly string[]): OutageNotice => ({
  ...{ id: `n-${areas.join()}`, areas, services: ['mobile'], since: START, expectedEnd: null, texts: { 'zh-CN': '基站检修', en: 'Masts under repair' }, startedAt: START },
  ...{ startedBy: { staffId: staffId('s'), name: '李娜' }, end: null, version: 1 },
});

const [engine] = await testEngines();
if (!engine) throw new Error('no engine');

describe('an outage notice and those who wait in line', () => {
  const clock = new HandClock(START);
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await engine.make();
    store = await database.open(clock);
  });
  afterAll(() => database.drop());

  /** Waits about a missing signal; told as soon as one of the sweeps tells. */
  async function told(areas: readonly string[], identity: Conversation['identity'], profile: () => Promise<Profile>): Promise<readonly string[]> {
    await store.notices.start(notice(areas));
    const { room } = roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) });
    const revision = { intents: new Map([['no_signal', { skill: 'no-signal' }]]), read: () => ({ isAccepted: false, ranking: [] }) };
    const content = { current: () => revision } as unknown as PublishedContent;
    const memory = { ...EMPTY_MEMORY, topic: { intent: 'no_signal', slots: {}, at: START } };
    const { id } = await stored(store.log, aConversation({ state: 'queued', identity, memory, waiting: aWaiting() }));
    const talk = new OutageTalk({ ...room, content, business: { ...room.business, profile } }, store.notices);
    let isTold = false;
    room.bus.subscribe((fact) => {
      if (fact.type === 'message.added' && fact.conversationId === id) isTold = true;
    });
    talk.start();
    await until(() => {
      clock.advance(3_000);
      return isTold;
    });
    await talk.stop();
    return (await store.log.messages(id, { limit: 10 })).map(({ text }) => text);
  }

  it('reaches who could not be placed at first, once the business system answers again, and once only', async () => {
    let asked = 0;
    const profile = (): Promise<Profile> => {
      asked += 1;
      return asked < 3 ? Promise.reject(new ProductError('unavailable', 'down')) : Promise.resolve({ region: '杭州' } as Profile);
    };
    expect(await told(['杭州'], IDENTITY, profile)).toEqual([expect.stringContaining('基站检修')]);
    // Twice in vain; a sweep begun before the clock stood still may look once more.
    expect(asked).toBeGreaterThanOrEqual(3);
  });

  it('reaches everybody it concerns when it is everywhere, also who has not signed in', async () => {
    const nobody = () => Promise.reject(new ProductError('unavailable', 'down'));
    expect(await told([], null, nobody)).toEqual([expect.stringContaining('基站检修')]);
  });
});
