/** The Official Account: real signed pushes against a stand-in of the platform that enforces its rules. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureOf } from '../../src/gateway/wechat/wechat-crypto.js';
import { connectStaff, staffToken } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';
import { ACCOUNT, textOf, WechatStandIn } from '../support/wechat-stand-in.js';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function kindOf(from: string, type: string, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { Content: _content, ...rest } = textOf(from, '');
  return { ...rest, MsgType: type, ...fields };
}

describe('a WeChat Official Account', () => {
  const platform = new WechatStandIn();
  let product: Product;

  beforeAll(async () => {
    const api = await platform.start();
    const env = { WECHAT_APP_ID: ACCOUNT.appId, WECHAT_APP_SECRET: ACCOUNT.appSecret, WECHAT_TOKEN: ACCOUNT.token, WECHAT_AES_KEY: ACCOUNT.aesKey, WECHAT_API_URL: api, RATE_LIMIT: 'off' };
    product = await startProduct({ env });
  });
  afterAll(async () => {
    await product.dispose();
    await platform.stop();
  });

  it('proves its address to the platform, and to nobody else', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const ask = async (signature: string) => {
      const response = await fetch(`${product.url}/channels/wechat?${new URLSearchParams({ signature, timestamp, nonce: 'x', echostr: 'echo-me' }).toString()}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask(signatureOf([ACCOUNT.token, timestamp, 'x']))).toEqual({ status: 200, text: 'echo-me' });
    expect((await ask(signatureOf(['wrong', timestamp, 'x']))).status).toBe(403);
  });

  it('answers at once and replies by the customer-service call, with choices by number', async () => {
    expect(await platform.push(product.url, textOf('o-asks', '怎么开发票'))).toEqual({ status: 200, text: 'success' });
    expect(await platform.until((text) => text.includes('发票'), 'o-asks')).toContain('来源');
  });

  it('takes a push that comes again once', async () => {
    const push = textOf('o-twice', '你们几点上班');
    await Promise.all([platform.push(product.url, push), platform.push(product.url, push), platform.push(product.url, push)]);
    await platform.until(() => true, 'o-twice');
    await platform.push(product.url, textOf('o-twice', '谢谢'));
    await platform.until((text) => /客气|谢|不用/.test(text), 'o-twice');
    expect(platform.sent.filter(({ to }) => to === 'o-twice')).toHaveLength(2);
  });

  it('binds the user to a number by one-time code and tells the balance from the account', async () => {
    await platform.push(product.url, textOf('o-binds', '话费余额'), { mode: 'aes' });
    await platform.until((text) => text.includes('手机号'), 'o-binds');
    await platform.push(product.url, textOf('o-binds', '13800000001'), { mode: 'compatible' });
    await platform.until((text) => text.includes('验证码'), 'o-binds');
    const { code } = (await (await fetch(`${product.url}/demo/sms/13800000001`)).json()) as { code: string };
    const account = (await (await fetch(`${product.url}/demo/accounts/13800000001`)).json()) as { balance?: { balanceFen?: number }; balanceFen?: number };
    await platform.push(product.url, textOf('o-binds', code));
    const fen = account.balanceFen ?? account.balance?.balanceFen ?? NaN;
    await platform.until((text) => text.includes((fen / 100).toFixed(2)), 'o-binds');
  });

  it('stands in the same line, and the agent answers in WeChat', async () => {
    const agent = await connectStaff(product.url, 'agent1@demo');
    const supervisor = await staffToken(product.url, 'supervisor@demo');
    await platform.push(product.url, textOf('o-person', '转人工'));
    expect(await platform.until((text) => text.includes('转接'), 'o-person')).toMatch(/转接[\s\S]*您排在第 1 位/);
    const offer = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId: offer.conversationId })).ok).toBe(true);
    await platform.until((text) => text.includes('已接入'), 'o-person');
    await platform.push(product.url, textOf('o-person', '我家宽带坏了两天'));
    await agent.told.until<{ text: string }>('message', ({ text }) => text === '我家宽带坏了两天');
    expect((await agent.send(offer.conversationId, '马上帮您看。')).ok).toBe(true);
    expect(await platform.until((text) => text.includes('马上帮您看'), 'o-person')).toContain('【客服');
    await platform.push(product.url, kindOf('o-person', 'image', { PicUrl: 'http://127.0.0.1:1/x', MediaId: platform.file('image/png', PICTURE) }));
    await agent.told.until<{ attachment?: { mime: string } }>('message', ({ attachment }) => attachment?.mime === 'image/png');
    await agent.request('close', { conversationId: offer.conversationId, disposition: 'solved' });
    await platform.until((text) => text.includes('请回复数字 1 到 5'), 'o-person');
    await platform.push(product.url, textOf('o-person', '２分'));
    await platform.until((text) => text === '感谢您的评价！', 'o-person');
    const response = await fetch(`${product.url}/api/follow-ups?state=all`, { headers: { authorization: `Bearer ${supervisor}` } });
    expect(await response.json()).toMatchObject({ followUps: [{ conversationId: offer.conversationId, score: 2 }] });
    agent.close();
  });

  it('keeps an agent’s words of the third day until the user writes, and tells them once', async () => {
    const agent = await connectStaff(product.url, 'agent2@demo');
    await platform.push(product.url, textOf('o-late', '转人工'));
    const offer = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId: offer.conversationId })).ok).toBe(true);
    await platform.until((text) => text.includes('已接入'), 'o-late');
    platform.twoDaysPass('o-late');
    expect((await agent.send(offer.conversationId, '查到了，线路明天修好。')).ok).toBe(true);
    await until(() => platform.refused.some(({ to, code }) => to === 'o-late' && code === 45015), 20_000);
    expect(platform.sent.some(({ to, text }) => to === 'o-late' && text.includes('明天修好'))).toBe(false);
    await platform.push(product.url, textOf('o-late', '有消息了吗'));
    await platform.until((text) => text.includes('明天修好'), 'o-late');
    expect(platform.sent.filter(({ to, text }) => to === 'o-late' && text.includes('明天修好'))).toHaveLength(1);
    await agent.request('close', { conversationId: offer.conversationId, disposition: 'solved' });
    agent.close();
  });

  it('takes every kind of message, and says plainly what the assistant cannot see, hear or take', async () => {
    const answered = async (type: string, fields: Readonly<Record<string, string>>, says: RegExp) => {
      const before = platform.sent.length;
      expect(await platform.push(product.url, kindOf('o-kinds', type, fields))).toEqual({ status: 200, text: 'success' });
      await platform.until((text) => platform.sent.length > before && text === platform.sent.at(-1)?.text, 'o-kinds');
      expect(platform.sent.slice(before).map(({ text }) => text).join('\n')).toMatch(says);
    };
    await answered('voice', { MediaId: 'm', Format: 'amr', Recognition: '怎么开发票' }, /发票/);
    await answered('voice', { MediaId: 'm', Format: 'amr' }, /听不了语音/);
    await answered('image', { MediaId: platform.file('image/png', PICTURE) }, /收到，已存入会话/);
    await answered('image', { MediaId: platform.file('image/png', Buffer.concat([PICTURE, Buffer.alloc(5 * 1024 * 1024)])) }, /太大，没有收到/);
    await answered('image', { MediaId: 'gone' }, /没有收到/);
    await answered('location', { Location_X: '30.2', Location_Y: '120.1', Label: '杭州市西湖区' }, /位置收到了/);
    await answered('shortvideo', { MediaId: 'm', ThumbMediaId: 't' }, /看不了/);
    await answered('link', { Title: '中奖通知', Description: '', Url: 'https://example.com/' }, /看不了/);
    await answered('file', { Title: '合同.pdf', FileKey: 'k' }, /没有收到/);
    await answered('hologram', {}, /看不了/);
    await answered('event', { Event: 'subscribe', EventKey: '' }, /请说/);
    await answered('event', { Event: 'CLICK', EventKey: 'intent:invoice' }, /发票/);
    expect(await platform.push(product.url, kindOf('o-kinds', 'event', { Event: 'VIEW', EventKey: 'https://example.com/' }))).toEqual({ status: 200, text: 'success' });
  });

  it('tells what was said while the platform was away, once, and after a restart too', async () => {
    platform.isAway = true;
    const push = textOf('o-away', '怎么充话费');
    await platform.push(product.url, push);
    platform.isAway = true;
    product = await product.restart('SIGKILL');
    platform.isAway = false;
    await platform.until((text) => text.includes('充'), 'o-away');
    // It had no answer in time, and comes once more.
    await platform.push(product.url, push);
    await platform.push(product.url, textOf('o-away', '谢谢'));
    await platform.until((text) => /客气|谢|不用/.test(text), 'o-away');
    expect(platform.sent.filter(({ to }) => to === 'o-away')).toHaveLength(2);
  });

  it('never sends more than the platform takes, and fetches a new token when the old one is refused', async () => {
    platform.tokensGiven.push('somebody-else-fetched-one');
    for (const text of ['你好', '怎么开5G', '谢谢']) await platform.push(product.url, textOf('o-many', text));
    await platform.until(() => true, 'o-many');
    expect(platform.sent.every(({ text }) => Buffer.byteLength(text) <= 2048)).toBe(true);
  });

  it('refuses forged, old, broken and dangerous pushes, and lives on', async () => {
    const body = '<xml><FromUserName>o-evil</FromUserName><MsgType>text</MsgType><Content>话费</Content><MsgId>1</MsgId></xml>';
    const now = Math.floor(Date.now() / 1000);
    expect((await platform.pushRaw(product.url, body, { signature: 'a'.repeat(40) })).status).toBe(403);
    for (const timestamp of [now - 600, now + 600]) expect((await platform.pushRaw(product.url, body, { timestamp })).status).toBe(403);
    for (const query of ['signature=a&signature=b&timestamp=1&timestamp=2', 'signature[__proto__]=x&nonce[]=1', '']) expect((await platform.pushRaw(product.url, body, { query })).status).toBe(400);
    const dangerous = [
      '<!DOCTYPE x [<!ENTITY a "b">]><xml><FromUserName>o-evil</FromUserName><MsgType>text</MsgType><Content>&a;</Content><MsgId>2</MsgId></xml>',
      '<?xml version="1.0"?><?evil x?><xml><MsgType>text</MsgType></xml>',
      '<xml><FromUserName>o-evil</FromUserName>',
      'not xml',
      '',
      '<test></test>',
    ];
    for (const text of dangerous) expect((await platform.pushRaw(product.url, text)).status).toBe(400);
    expect((await platform.push(product.url, textOf('o evil', 'x'))).status).toBe(400);
    // Rightly signed, as whoever overheard one address can: the signature says nothing about the body.
    expect((await platform.pushRaw(product.url, body)).status).toBe(403);
    expect((await platform.pushRaw(product.url, `<xml><Content>${'长'.repeat(80_000)}</Content></xml>`)).status).toBe(413);
    expect(platform.sent.some(({ to }) => to === 'o-evil')).toBe(false);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });
});
