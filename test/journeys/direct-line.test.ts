/** Direct Line: Microsoft's own Web Chat in a real browser, unchanged, against this server; and its calls one by one. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, staffToken } from '../support/clients.js';
import { DirectLineClient } from '../support/direct-line-client.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const SECRET = 'direct-line-secret-of-this-test';
const PLACE = /您排在第 \d+ 位/;
const BUNDLE = join(import.meta.dirname, '../../node_modules/botframework-webchat/dist/webchat.js');
const PAGE = `<!doctype html><meta charset="utf-8"><style>html,body,#chat{height:100%;margin:0}</style><div id="chat" role="main"></div><script src="/webchat.js"></script>
<script>const given = new URLSearchParams(location.hash.slice(1));
window.WebChat.renderWebChat({ directLine: window.WebChat.createDirectLine({ domain: given.get('domain'), token: given.get('token') }), locale: 'zh-CN' }, document.getElementById('chat'));</script>`;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('Direct Line', () => {
  let product: Product;
  let site: Server;
  let origin: string;

  beforeAll(async () => {
    site = createServer((request, response) => {
      if (request.url === '/webchat.js') response.setHeader('content-type', 'text/javascript').end(readFileSync(BUNDLE));
      else response.setHeader('content-type', 'text/html').end(PAGE);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    product = await startProduct({ env: { DIRECT_LINE_SECRET: SECRET, ALLOWED_ORIGINS: origin } });
  });
  afterAll(async () => {
    await product.dispose();
    await new Promise((resolve) => site.close(resolve));
  });

  const client = (): Promise<DirectLineClient> => DirectLineClient.begin(product.url, SECRET);

  it('gives tokens to who has the secret, each for one conversation, and opens nothing with anything else', async () => {
    const call = async (path: string, bearer: string | null, body?: object) => {
      const headers = { 'content-type': 'application/json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) };
      const response = await fetch(`${product.url}/v3/directline/${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
      return { status: response.status, body: (await response.json()) as { token: string; conversationId: string; code?: string; expires_in?: number } };
    };
    expect((await call('tokens/generate', null, {})).status).toBe(401);
    expect((await call('tokens/generate', 'wrong', {})).status).toBe(403);
    const [one, other] = [(await call('tokens/generate', SECRET, { user: { id: 'u-1' } })).body, (await call('tokens/generate', SECRET, {})).body];
    expect(one.expires_in).toBe(1800);
    expect((await call('conversations', one.token, {})).body.conversationId).toBe(one.conversationId);
    expect((await call('tokens/generate', one.token, {})).status).toBe(403);
    expect((await call('tokens/refresh', one.token, {})).body.conversationId).toBe(one.conversationId);
    expect((await call(`conversations/${other.conversationId}/activities`, one.token)).status).toBe(403);
    expect((await call(`conversations/${other.conversationId}/activities`, one.token, { type: 'message', text: 'x' })).status).toBe(403);
    for (const forged of readFileSync(join(import.meta.dirname, '../support/forged-tokens.txt'), 'utf8').trim().split('\n')) expect((await call('conversations', forged, {})).status).toBe(403);
    for (const watermark of ['-1', 'x', '1;drop', '99999999999']) expect((await call(`conversations/${one.conversationId}/activities?watermark=${watermark}`, one.token)).status).toBe(400);
    for (const body of [{}, [], { type: 7 }, { type: 'message', text: '' }, { type: 'message', text: 'a'.repeat(5000) }]) {
      expect((await call(`conversations/${one.conversationId}/activities`, one.token, body)).body.code).toMatch(/^bad-|too-long/);
    }
    const foreign = await fetch(`${product.url}/v3/directline/tokens/generate`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('greets, answers, and tells each watermark what came after it, on a stream that is cut and begun anew', async () => {
    const one = await client();
    expect((await one.until(({ text }) => text.includes('AI 助手'))).id).toMatch(/\|0000000$/);
    const first = await one.say('怎么开发票');
    expect(first).toBe(await one.say('怎么开发票', { sameAs: true }));
    await one.until(({ text, role }) => role === 'bot' && text.includes('发票'));
    one.cut();
    await one.say('谢谢');
    await one.reconnect();
    await one.until(({ text, role }) => role === 'bot' && /客气|谢|不用/.test(text));
    const ids = one.heard.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    product = await product.restart('SIGKILL');
    const { activities, watermark } = await one.poll('2');
    expect(activities.map(({ id }) => id)).toEqual(ids.slice(3));
    expect((await one.poll(watermark)).activities).toEqual([]);
  });

  it('tells who asks like who listens of what is beside the record: the place in line, words taken back, a score and the thanks for it, once', async () => {
    const one = await client();
    await one.say('转人工');
    const waiting = await one.pollUntil('', (text) => PLACE.test(text));
    expect((await one.poll(waiting.watermark)).activities.filter(({ text }) => PLACE.test(text ?? ''))).toEqual([]);
    const agent = await connectStaff(product.url, 'agent2@demo');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer', ({ conversationId: id }) => id === one.conversationId);
    expect((await agent.request('accept', { conversationId })).ok).toBe(true);
    expect((await agent.send(conversationId, '明天一定修好。')).ok).toBe(true);
    const said = await one.pollUntil('', (text) => text.includes('明天一定修好'));
    const promised = said.activities.find(({ text }) => text?.includes('明天一定修好'));
    expect((await agent.request('recall', { conversationId, seq: Number(promised?.id.split('|')[1]) })).ok).toBe(true);
    const gone = await one.pollUntil(said.watermark, (text) => text.includes('撤回'));
    expect(gone.activities.map(({ id }) => id)).toEqual([promised?.id]);
    await agent.request('close', { conversationId, disposition: 'solved' });
    const asked = await one.pollUntil(gone.watermark, (text) => text.includes('请选 1 到 5 分'));
    one.cut();
    await one.say('4');
    await one.say('4', { sameAs: true });
    const thanked = await one.pollUntil(asked.watermark, (text) => text.includes('感谢您的评价'));
    expect(thanked.activities.map(({ text, from: { role } }) => [role, text])).toEqual([['user', '4'], ['bot', expect.stringContaining('感谢您的评价')]]);
    expect(thanked.activities[0]?.channelData?.clientActivityID).toBe(one.lastClientId);
    // A page that broke off meanwhile is told as well, and once.
    await one.reconnect();
    await one.until(({ text }) => text.includes('感谢您的评价'));
    product = await product.restart('SIGKILL');
    expect((await one.poll(thanked.watermark)).activities).toEqual([]);
    expect((await one.poll('')).activities.map(({ text }) => text)).not.toContain('4');
    agent.close();
  });

  it('takes files, refuses what is no file for us, and gives them back by a link', async () => {
    const one = await client();
    expect(await one.upload('flat.exe', Buffer.from('MZ\u0000\u0001'))).toMatchObject({ code: 'bad-file' });
    await one.upload('灯.png', PNG);
    const own = await one.until(({ attachments }) => attachments.length > 0);
    expect(own).toMatchObject({ role: 'user', attachments: [{ contentType: 'image/png', name: '灯.png' }] });
    const file = await fetch(own.attachments[0]?.contentUrl ?? '');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
  });

  describe('in Web Chat', () => {
    const found = findBrowser();
    const inBrowser = found.path === null ? it.skip : it;
    let browser: Browser | null = null;
    let page: Page;

    beforeAll(async () => {
      if (found.path !== null) browser = await launchBrowser(found.path);
    });
    afterAll(() => browser?.close());

    const ask = async (text: string) => {
      await page.getByTestId('send box text area').or(page.locator('[data-id="webchat-sendbox-input"]')).first().fill(text);
      await page.keyboard.press('Enter');
    };
    const seen = (text: string) => page.getByText(text).first().waitFor({ timeout: 20_000 });

    inBrowser('goes all the way: an answer, a card, a tap, a person, and the history after loading again', async () => {
      if (!browser) throw new Error('no browser');
      const { token } = (await (await fetch(`${product.url}/v3/directline/tokens/generate`, { method: 'POST', headers: { authorization: `Bearer ${SECRET}` } })).json()) as { token: string };
      page = await browser.newPage({ viewport: { width: 480, height: 900 } });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const address = `${origin}/#${new URLSearchParams({ domain: `${product.url}/v3/directline`, token }).toString()}`;
      await page.goto(address);
      await seen('AI 助手');
      await ask('话费余额');
      await seen('请输入您的手机号码');
      await page.getByLabel('手机号码').last().fill('13800000001');
      await page.getByRole('button', { name: '提交' }).last().click();
      await seen('6 位数字验证码');
      const { code } = (await (await fetch(`${product.url}/demo/sms/13800000001`)).json()) as { code: string };
      await ask(code);
      await seen('账户余额');
      if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/webchat-card.png` });
      const agent = await connectStaff(product.url, 'agent1@demo');
      await page.getByRole('button', { name: '转人工' }).last().click();
      const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
      expect((await agent.request('accept', { conversationId })).ok).toBe(true);
      await seen('已接入');
      expect((await agent.send(conversationId, '您好，我是人工客服，请讲。')).ok).toBe(true);
      await seen('我是人工客服');
      await ask('这个月为什么多扣了钱');
      await agent.told.until<{ text: string }>('message', ({ text }) => text === '这个月为什么多扣了钱');
      await page.reload();
      for (const text of ['账户余额', '我是人工客服', '这个月为什么多扣了钱']) await seen(text);
      if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/webchat-again.png` });
      await agent.request('close', { conversationId, disposition: 'solved' });
      await seen('请选 1 到 5 分');
      await page.getByRole('toolbar').getByRole('button', { name: '1 很不满意' }).click();
      await seen('感谢您的评价');
      // Web Chat takes for sent only what it hears again.
      await page.getByText('正在发送').first().waitFor({ state: 'detached' });
      await ask('2');
      await page.getByText('感谢您的评价').nth(1).waitFor({ timeout: 20_000 });
      await page.getByText('正在发送').first().waitFor({ state: 'detached' });
      if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/webchat-rated.png` });
      const headers = { authorization: `Bearer ${await staffToken(product.url, 'supervisor@demo')}` };
      const { followUps } = (await (await fetch(`${product.url}/api/follow-ups?state=all`, { headers })).json()) as { followUps: { conversationId: string; score: number }[] };
      expect(followUps).toEqual([expect.objectContaining({ conversationId, score: 2 })]);
      expect(faults).toEqual([]);
      agent.close();
    });
  });
});
