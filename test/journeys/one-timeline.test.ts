/** One subscriber on every door: the same questions get the same answers, and the agent sees what was said on all of them. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber } from '../support/clients.js';
import { ConnectorStandIn } from '../support/connector-stand-in.js';
import { DirectLineClient } from '../support/direct-line-client.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { WechatKfStandIn } from '../support/wechat-kf-stand-in.js';
import { ACCOUNT, textOf, WechatStandIn } from '../support/wechat-stand-in.js';

const NUMBER = '13800000001';

/** A minute has to pass between two codes to one number: here it passes at once. */
function letAMinutePass(dataDir: string): void {
  const database = new Database(join(dataDir, 'jiebang.db'));
  database.prepare('delete from code_sendings').run();
  database.close();
}

/** Says something and resolves with what is said next. */
interface Walker {
  readonly door: string;
  ask(text: string): Promise<string>;
}

describe('every door', () => {
  const platform = new WechatStandIn();
  const service = new WechatKfStandIn();
  const channel = new ConnectorStandIn();
  let product: Product;
  let walkers: readonly Walker[];
  const closing: (() => void)[] = [];

  beforeAll(async () => {
    // This account is in the plain mode.
    platform.mode = 'plain';
    const wechat = { WECHAT_APP_ID: ACCOUNT.appId, WECHAT_APP_SECRET: ACCOUNT.appSecret, WECHAT_TOKEN: ACCOUNT.token, WECHAT_API_URL: await platform.start() };
    product = await startProduct({ env: { ...wechat, ...(await service.start()), ...(await channel.start()), RATE_LIMIT: 'off' } });
    service.url = product.url;
    walkers = [await onTheWeb(), inWechat(), inCustomerService(), inTeams(), await onDirectLine()];
  });
  afterAll(async () => {
    for (const close of closing) close();
    await product.dispose();
    await Promise.all([platform.stop(), service.stop(), channel.stop()]);
  });

  async function onTheWeb(): Promise<Walker> {
    const subscriber = await connectSubscriber(product.url);
    closing.push(() => subscriber.close());
    return { door: 'web', ask: async (text) => (await subscriber.ask(text)).text };
  }

  function inWechat(): Walker {
    const heard = () => platform.sent.filter(({ to }) => to === 'o-one');
    return {
      door: 'wechat',
      async ask(text) {
        const before = heard().length;
        await platform.push(product.url, textOf('o-one', text));
        await platform.until(() => heard().length > before, 'o-one');
        return heard()[before]?.text ?? '';
      },
    };
  }

  function inCustomerService(): Walker {
    const heard = () => service.to('wm-one');
    return {
      door: 'wechat-kf',
      async ask(text) {
        const before = heard().length;
        await service.say('wm-one', text);
        await service.until('wm-one', () => heard().length > before);
        const said = heard()[before];
        // What it adds of its own: a menu below the words.
        const choices = said?.choices.map(({ content }) => content) ?? [];
        return said?.text.split('\n').slice(0, choices.length === 0 ? undefined : -choices.length).join('\n') ?? '';
      },
    };
  }

  function inTeams(): Walker {
    const said = () => channel.of('c-one').filter(({ type }) => type === 'message');
    return {
      door: 'bot-framework',
      async ask(text) {
        const before = said().length;
        await channel.say(product.url, 'c-one', text);
        await channel.until('c-one', () => said().length > before);
        return said()[before]?.text ?? '';
      },
    };
  }

  async function onDirectLine(): Promise<Walker> {
    const client = await DirectLineClient.begin(product.url, null);
    const said = () => client.heard.filter(({ type, role }) => type === 'message' && role === 'bot');
    await client.until(() => said().length > 0);
    closing.push(() => client.cut());
    return {
      door: 'direct-line',
      async ask(text) {
        const before = said().length;
        await client.say(text);
        await client.until(() => said().length > before);
        return said()[before]?.text ?? '';
      },
    };
  }

  /** What a door adds of its own is left out: numbers to choose by, and the minute an account was read. */
  const meaning = (text: string): string =>
    text
      .split(/\n\n回复数字/)[0]
      ?.replace(/\d{1,2}:\d{2}/g, '时分')
      .trim() ?? '';

  it('asks who it is, and after the code sent to the number tells the same balance', async () => {
    const balances: string[] = [];
    for (const walker of walkers) {
      letAMinutePass(product.dataDir);
      expect({ door: walker.door, text: await walker.ask('话费余额') }).toMatchObject({ text: expect.stringContaining('手机号') });
      expect({ door: walker.door, text: await walker.ask(NUMBER) }).toMatchObject({ text: expect.stringContaining('138****0001') });
      const { code } = (await (await fetch(`${product.url}/demo/sms/${NUMBER}`)).json()) as { code: string };
      balances.push(meaning(await walker.ask(code)));
    }
    expect(balances[0]).toContain('话费余额');
    expect(new Set(balances).size).toBe(1);
  });

  it.each(['流量还剩多少', '怎么开发票', '上个月账单', '阿斯顿发射点发', '帮我写一首关于月亮的诗', '换成畅享39套餐', '取消'])('answers 「%s」 in the same words', async (question) => {
    const answers = [];
    for (const walker of walkers) answers.push({ door: walker.door, text: meaning(await walker.ask(question)) });
    const [first] = answers;
    expect(first?.text).not.toBe('');
    expect(answers).toEqual(answers.map(({ door }) => ({ door, text: first?.text })));
  });

  it('leads to the same line, where the agent sees the earlier conversations of all doors', async () => {
    const agent = await connectStaff(product.url, 'agent1@demo', null);
    await agent.request('presence', { status: 'online', capacity: 8 });
    const announced: (string | undefined)[] = [];
    const channels = new Set<string>();
    for (const walker of walkers) {
      const before = new Set(agent.told.of<{ conversationId: string }>('offer').map(({ conversationId }) => conversationId));
      announced.push(meaning(await walker.ask('转人工')).split('\n\n')[0]);
      const { conversationId } = await agent.told.until<{ conversationId: string }>('offer', (offer) => !before.has(offer.conversationId));
      expect((await agent.request('accept', { conversationId })).ok).toBe(true);
      const opened = (await agent.request('open', { conversationId })) as unknown as { conversation: { channel: string }; brief: { verified: boolean; earlier: { conversationId: string; state: string; agent?: { name: string } }[] } };
      channels.add(opened.conversation.channel);
      expect(opened.brief.verified).toBe(true);
      expect(new Set(opened.brief.earlier.map((one) => one.conversationId)).size).toBe(walkers.length - 1);
      // In whose hands the others are, and that the rest are in nobody's.
      expect(opened.brief.earlier.filter(({ state, agent: hands }) => state === 'live' && hands !== undefined).length).toBe(channels.size - 1);
      expect(opened.brief.earlier.filter(({ state, agent: hands }) => state === 'bot' && hands === undefined).length).toBe(walkers.length - channels.size);
    }
    expect(new Set(announced).size).toBe(1);
    expect([...channels].sort()).toEqual(['bot-framework', 'direct-line', 'web', 'wechat', 'wechat-kf']);
    agent.close();
  });
});
