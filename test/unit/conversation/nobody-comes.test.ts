/** A person asked for while nobody can come, or in the middle of signing in: what is said next in words counts as much as a tap. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { PRIORITY } from '../../../src/domain/conversation.js';
import type { AssistantTurn } from '../../../src/dialogue/turn.js';
import { EMPTY_MEMORY, signInLeft } from '../../../src/domain/dialogue-memory.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { parseMsisdn } from '../../../src/domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const MSISDN = parseMsisdn('13800000001');
const NINE_TO_SIX = Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]);
const HANDOFF = { reason: 'asked', skillGroup: 'general', priority: PRIORITY.normal, headline: '想找人工' } as const;

for (const engine of await testEngines()) {
  describe(`a person asked for at an awkward moment, on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    const clock = new HandClock(Date.parse('2026-12-31T23:50:00+08:00'));
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    const talk = async (msisdn: typeof MSISDN) => {
      const codes: string[] = [];
      const respond = ({ message: { text }, conversation: { memory, identity } }: AssistantTurn) => {
        const signsIn = text === '查余额' && identity === null;
        if (text === '转人工') return Promise.resolve(replyOf('请稍候', { handoff: HANDOFF, memory: { ...EMPTY_MEMORY, turns: 1, signInFor: signInLeft(memory) } }));
        return Promise.resolve(signsIn ? replyOf('', { messages: [], verification: { level: 'basic', pendingText: text, pendingIntent: null } }) : replyOf(`答：${text}`));
      };
      const settings = { current: (section: keyof typeof DEFAULT_SETTINGS) => (section === 'hours' ? { ...DEFAULT_SETTINGS.hours, week: NINE_TO_SIX } : DEFAULT_SETTINGS[section]) };
      const { room } = roomOver({ store, clock, respond, settings: settings as never });
      const verification = new (room.verification.constructor as never as new (...parts: unknown[]) => typeof room.verification)(
        { codes: store.codes, texts: { send: (_to: unknown, _text: string, code: string) => Promise.resolve(void codes.push(code)) }, clock, ids: room.ids, secret: 's' },
        (code: string) => code,
      );
      const content = { current: () => ({ intents: new Map(), articles: new Map() }) } as unknown as PublishedContent;
      const conversations = new Conversations({ ...room, content, verification });
      const opened = await conversations.open({ resumeToken: null, msisdn, locale: 'zh-CN', channel: 'web' });
      if (isRefusal(opened)) throw new Error(opened.refused);
      const { id } = opened.conversation;
      const now = async (): Promise<Conversation> => (await conversations.find(id)) ?? opened.conversation;
      let count = 0;
      const say = async (text: string, action?: { id: string; value?: string }): Promise<string> => {
        clock.advance(1000);
        const before = (await now()).lastSeq;
        await conversations.receive(await now(), { clientId: `c${(count += 1)}`, text, ...(action ? { action } : {}) });
        await conversations.stop();
        const messages = await conversations.messages(id, { afterSeq: before, limit: 20 });
        return messages.filter(({ from }) => from !== 'subscriber').map(({ text: words }) => words).join('\n');
      };
      const kept = async (): Promise<readonly string[]> => (await conversations.messages(id, { limit: 50 })).filter(({ from }) => from === 'subscriber').map(({ text }) => text);
      return { say, now, codes, kept, cases: () => store.cases.list({ conversationId: id }, 10) };
    };

    it('takes the call-back that is offered in words, once, and tells when it comes', async () => {
      const { say, cases } = await talk(MSISDN);
      expect(await say('转人工')).toContain('1月1日 09:00 起有人');
      expect(await say('明天上午打给我')).toContain('1月1日 09:00 给您打电话');
      expect(await say('还要等多久')).toContain('1月1日 09:00 给您打电话');
      await say('转人工');
      expect(await say('打给我')).toContain('已经登记好了');
      expect(await say('', { id: 'person:callback', value: String(clock.now() + 60_000) })).toContain('已经登记好了');
      expect((await cases()).map(({ kind }) => kind)).toEqual(['call-back']);
      expect(await say('算了不用打了')).toContain('您不用回电了');
      expect(await cases()).toMatchObject([{ kind: 'call-back', stage: 'received' }]);
      // Without a wait named it is of something else.
      expect(await say('多久')).toContain('答：多久');
    });

    it('takes the first of the choice by its place, and calls at another time when asked to', async () => {
      clock.set(Date.parse('2026-12-31T23:52:00+08:00'));
      const { say, cases } = await talk(parseMsisdn('13800000005'));
      await say('转人工');
      expect(await say('1')).toContain('1月1日 09:00 给您打电话');
      expect(await say('改成明天下午打给我')).toContain('改好了');
      expect(await cases()).toMatchObject([{ kind: 'call-back', callAt: Date.parse('2027-01-01T14:00:00+08:00'), close: { dueAt: Date.parse('2027-01-01T14:00:00+08:00') } }]);
      expect(await say('换个时间')).toContain('您想改到什么时候');
      expect(await say('下午四点半')).toContain('1月1日 16:30 给您打电话');
      expect(await say('改到晚上9点')).toContain('还是 1月1日 16:30');
      expect(await say('算了')).toBe('答：算了');
      expect(await cases()).toMatchObject([{ callAt: Date.parse('2027-01-01T16:30:00+08:00') }]);
    });

    it('takes a time of one’s own when somebody is there then, and offers the choice again when nobody is', async () => {
      const { say, cases } = await talk(parseMsisdn('13800000006'));
      await say('转人工');
      expect(await say('明天晚上9点打给我')).toContain('那个时间没有客服');
      expect(await say('那就后天下午三点')).toContain('1月2日 15:00 给您打电话');
      expect(await cases()).toMatchObject([{ kind: 'call-back', callAt: Date.parse('2027-01-02T15:00:00+08:00') }]);
    });

    it('says that nobody is in line to who believes to be in it still', async () => {
      const { say } = await talk(parseMsisdn('13800000007'));
      expect(await say('我还在排队吗')).toContain('没有在排队');
      expect(await say('am i next')).toContain('not in line');
      expect(await say('还要等多久')).toBe('答：还要等多久');
    });

    it('goes on with what the sign-in was for, when the code comes after a person was asked for', async () => {
      const { say, codes } = await talk(null);
      await say('查余额');
      await say('13800000009');
      expect(await say('转人工')).toContain('起有人');
      expect(await say(codes.at(-1) ?? '')).toBe('答：查余额');
    });

    it('takes the message in words, and answers who asks something else', async () => {
      const { say, now, cases } = await talk(parseMsisdn('13800000002'));
      await say('转人工');
      expect(await say('还有多少流量')).toBe('答：还有多少流量');
      expect((await now()).memory.form).toBeNull();
      expect(await say('留言')).toContain('一条就好');
      expect(await say('宽带老是断线')).toContain('留言已收到');
      expect((await cases()).map(({ kind }) => kind)).toEqual(['message']);
    });

    it('signs in with the code that comes after a person was asked for, and keeps the code out of the record', async () => {
      clock.set(Date.parse('2027-01-01T10:00:00+08:00'));
      const { say, now, codes, kept } = await talk(null);
      await say('查余额');
      await say('13800000003');
      await say('转人工');
      expect((await now()).state).toBe('queued');
      expect(await say(codes.at(-1) ?? '')).toBe('答：查余额');
      expect(await now()).toMatchObject({ state: 'queued', identity: { msisdn: '13800000003' } });
      expect((await kept()).join()).not.toContain(codes.at(-1) ?? 'no code');
    });

    it('takes a number that is sent in the line for the wish to sign in', async () => {
      const { say, now, codes } = await talk(null);
      await say('转人工');
      expect(await say('13800000004')).toContain('验证码已发送至 138****0004');
      expect(await say(codes.at(-1) ?? '')).toContain('验证成功');
      expect(await now()).toMatchObject({ state: 'queued', identity: { msisdn: '13800000004' } });
    });
  });
}
