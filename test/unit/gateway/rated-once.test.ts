/** A channel that sends a score again, because our answer came late or was lost, has it kept and thanked for once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { addressOf, externalIdOf } from '../../../src/gateway/bot-framework/bot-address.js';
import { BotIntake } from '../../../src/gateway/bot-framework/bot-intake.js';
import type { OutActivity } from '../../../src/gateway/bot-framework/activity-of.js';
import { ChannelIntake } from '../../../src/gateway/channels/channel-intake.js';
import type { IncomingActivity } from '../../../src/protocol/bot-framework.js';
import { adding, aConversation, changed, says, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();

describe('a score on a channel of the Bot Framework', () => {
  const clock = new HandClock(START);
  let database: TestDatabase;
  let store: Store;
  let intake: BotIntake;
  let told: string[];

  beforeAll(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    database = await sqlite.make();
    store = await database.open(clock);
    const conversations = new Conversations(roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) }).room);
    const ids = new SystemIds(clock);
    const sender = { hint: (_to: unknown, { text }: OutActivity) => Promise.resolve(void told.push(text ?? '')) };
    const rateLimit = { take: () => Promise.resolve({ allowed: true, retryAfterMs: 0 }) };
    intake = new BotIntake({ intake: new ChannelIntake({ threads: store.threads, conversations }), conversations, sender: sender as never, files: null as never, keeping: { attachments: store.attachments, ids, clock }, rateLimit });
  });
  afterAll(() => database.drop());

  const activity = (of: string, over: Partial<IncomingActivity>): IncomingActivity =>
    ({ type: 'message', serviceUrl: 'http://127.0.0.1/', channelId: 'slack', from: { id: 'user' }, recipient: { id: 'bot' }, conversation: { id: of }, locale: 'zh-CN', ...over }) as unknown as IncomingActivity;

  /** One whose service has just ended. */
  async function ended() {
    told = [];
    const of = randomUUID();
    const { conversation } = await changed(store.log, adding(aConversation({ channel: 'bot-framework', state: 'closed', epoch: 1, closed: { at: START, by: 'agent', disposition: 'solved', summary: '' } }), says('你好'), says('再见', { from: 'agent' })));
    return { of, conversation };
  }
  const ratingOf = async ({ conversation }: Awaited<ReturnType<typeof ended>>) => (await store.log.find(conversation.id))?.rating;

  it.each([['as words', { text: '5' }], ['as a tap', { value: { jiebang: { id: 'rate', value: '5|0' } } }]])('%s is kept and thanked for once', async (_how, said) => {
    const one = await ended();
    const probe = activity(one.of, { ...said, id: 'a1' });
    await store.threads.keep({ channel: 'bot-framework', externalId: externalIdOf(probe), conversationId: one.conversation.id, address: addressOf(probe) });
    expect(await intake.take(probe)).toBeNull();
    const first = await ratingOf(one);
    expect(first).toMatchObject({ score: 5 });
    expect(told).toHaveLength(1);
    clock.advance(2_000);
    expect(await intake.take(activity(one.of, { ...said, id: 'a1' }))).toBeNull();
    expect(await ratingOf(one)).toEqual(first);
    expect(told).toHaveLength(1);
    // Said anew, it is another score.
    expect(await intake.take(activity(one.of, { text: '4', id: 'a2' }))).toBeNull();
    expect(await ratingOf(one)).toMatchObject({ score: 4 });
    expect(told).toHaveLength(2);
  });
});
