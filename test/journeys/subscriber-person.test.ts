/** A subscriber gets a person: the line, the agent's words, the end and the question about it; and a server that dies in between. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { BadLine } from '../support/bad-line.js';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, type StaffClient } from '../support/clients.js';
import { PHONE, SubscriberPage, type PageWishes } from '../support/pages.js';
import { smallPng } from '../support/pictures.js';
import { eventually } from '../support/until.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';
import { startProduct, type Product } from '../support/product.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('a subscriber and a person', () => {
  let product: Product;
  let browser: Browser;
  let here: SubscriberPage;
  let agent: StaffClient | null = null;
  let taken: string | null = null;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    // The next test finds an empty desk and an empty line.
    if (taken !== null) await agent?.request('close', { conversationId: taken, disposition: 'solved' });
    await agent?.request('presence', { status: 'offline' });
    agent?.close();
    agent = null;
    taken = null;
    await here.close();
    expect(here.complaints).toEqual([]);
  });

  async function visit(wishes: Partial<PageWishes> = {}): Promise<SubscriberPage> {
    here = await SubscriberPage.open(browser, { url: product.url, path: '/', ...wishes });
    if (here.page.url().endsWith('/')) await here.openChat();
    await here.field.waitFor();
    return here;
  }

  /** An agent comes online and takes whoever is offered. */
  async function takeUp(): Promise<string> {
    agent = await connectStaff(product.url, 'agent1@demo');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    await agent.request('accept', { conversationId });
    taken = conversationId;
    return conversationId;
  }

  it('sees the place in line, then who joined, and reads and writes with the agent alone', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '转人工' }).click();
    await page.getByText('您排在第 1 位').waitFor();
    const conversationId = await takeUp();
    await page.locator('.jb-event', { hasText: '接入' }).or(page.locator('.jb-event', { hasText: '为您服务' })).first().waitFor();
    await page.locator('.jb-banner-queue').waitFor({ state: 'detached' });
    await agent?.request('typing', { conversationId, on: true });
    await page.locator('.jb-typing').waitFor();
    await agent?.send(conversationId, '您好，我看过前面的对话了 <b>不是标记</b>');
    await here.bubble('agent').waitFor();
    expect((await here.bubbles('agent'))[0]).toContain('<b>不是标记</b>');
    const answersBefore = (await here.bubbles('bot')).length;
    await here.say('查话费余额');
    const asked = await agent?.told.until<WireMessage>('message', (message) => message.text === '查话费余额');
    await page.locator('.jb-own .jb-meta', { hasText: '已送达' }).waitFor();
    await agent?.request('read', { conversationId, seq: asked?.seq ?? 0 });
    await page.locator('.jb-own .jb-meta', { hasText: '已读' }).waitFor();
    expect((await here.bubbles('bot')).length).toBe(answersBefore);

    // A picture takes its room only once it has come; what is said after it is in front of the eye all the same.
    const distance = (): Promise<number> => here.log.evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    await page.locator('.jb-composer input[type="file"]').setInputFiles({ name: 'tall.png', mimeType: 'image/png', buffer: smallPng(60, 400) });
    await page.locator('.jb-own img').waitFor();
    await eventually(distance, (px) => px < 4);
    await agent?.send(conversationId, '图片收到了');
    await page.locator('.jb-agent .jb-bubble', { hasText: '图片收到了' }).waitFor();
    await eventually(distance, (px) => px < 4);
    await page.locator('.jb-latest').waitFor({ state: 'detached' });
    await here.log.hover();
    await page.mouse.wheel(0, -600);
    await page.locator('.jb-latest').waitFor();
    // What came below is new until it is seen, to both of them.
    const seq = Number((await agent?.send(conversationId, '我看一下'))?.['seq']);
    await page.locator('.jb-latest', { hasText: '1 条未读' }).waitFor();
    expect(await distance()).toBeGreaterThan(90);
    const readUpTo = (): number => Math.max(...(agent?.told.of<WireConversation>('conversation') ?? []).map(({ readSeq }) => readSeq.subscriber));
    await agent?.request('typing', { conversationId, on: false });
    expect(readUpTo()).toBeLessThan(seq);
    await page.locator('.jb-latest').click();
    await page.locator('.jb-latest').waitFor({ state: 'detached' });
    await page.locator('.jb-divider-unread').waitFor();
    await agent?.told.until<WireConversation>('conversation', ({ readSeq }) => readSeq.subscriber === seq);
  });

  it('reads the place in line on the closed launcher, also after a reload, and can correct what the agent is told only until she has read it', async () => {
    const { page } = await visit({ size: PHONE });
    await here.say('查话费余额');
    await page.locator('.jb-bot .jb-bubble', { hasText: '请输入您的手机号码' }).waitFor();
    await page.getByRole('button', { name: '转人工' }).first().click();
    await page.getByText('您排在第 1 位').waitFor();
    await page.getByRole('button', { name: '说得不对，我来改' }).waitFor();
    await page.reload();
    await here.launcher.getByText('您排在第 1 位').waitFor();
    expect(await here.launcher.getAttribute('aria-label')).toContain('您排在第 1 位');
    expect(await here.overflow()).toBe(0);
    await here.launcher.click();
    await page.getByRole('button', { name: '说得不对，我来改' }).waitFor();
    await takeUp();
    await page.locator('.jb-event', { hasText: '接入' }).waitFor();
    await page.getByRole('button', { name: '说得不对，我来改' }).waitFor({ state: 'detached' });
  });

  it('counts on the closed launcher what the agent said meanwhile, and marks it when opened', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '转人工' }).click();
    const conversationId = await takeUp();
    await page.locator('.jb-title', { hasText: '人工客服' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.jb-log').waitFor({ state: 'detached' });
    await agent?.send(conversationId, '一');
    await agent?.send(conversationId, '二');
    await page.locator('.jb-badge', { hasText: '2' }).waitFor();
    await here.openChat();
    await page.locator('.jb-divider-unread').waitFor();
    await page.locator('.jb-badge').waitFor({ state: 'detached' });
  });

  it('is asked how it was after the agent closes, and is thanked once the answer is stored', async () => {
    const { page } = await visit({ path: '/wechat', size: PHONE });
    await page.getByRole('button', { name: '转人工' }).click();
    const conversationId = await takeUp();
    await agent?.request('close', { conversationId, disposition: 'solved' });
    await page.locator('.jb-survey').waitFor();
    await page.getByRole('radio', { name: '很满意' }).check();
    // As much as fits, which is said.
    await page.locator('.jb-survey textarea').fill('快'.repeat(1000));
    expect(await page.locator('.jb-survey small').innerText()).toBe('1000/1000');
    await page.locator('.jb-survey textarea').fill('很快');
    expect(await page.locator('.jb-survey small').count()).toBe(0);
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('感谢您的评价').waitFor();
  });

  it('is told when a rating did not get through, and gives it once more', async () => {
    const { page, context } = await visit({ path: '/wechat', size: PHONE });
    here.isOfflineMeant = true;
    const line = await BadLine.of(context);
    await page.reload();
    await page.getByRole('button', { name: '转人工' }).click();
    const conversationId = await takeUp();
    await agent?.request('close', { conversationId, disposition: 'solved' });
    await page.getByRole('radio', { name: '很满意' }).check();
    await line.cut();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.locator('.jb-survey [role="alert"]', { hasText: '没能提交' }).waitFor();
    line.mend();
    await page.locator('.jb-banner', { hasText: '连接已断开' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('感谢您的评价').waitFor();
  });

  it('sees a picture whose link or bytes were refused as soon as they are given', async () => {
    const { page } = await visit();
    here.isOfflineMeant = true;
    await here.say('怎么充值');
    await page.locator('.jb-sources').waitFor();
    let refusals = 0;
    const refuseOnce = async (route: Route): Promise<void> => {
      refusals += 1;
      await route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{"code":"rate-limited"}' });
    };
    await page.route('**/api/attachments/*/link', refuseOnce, { times: 1 });
    await page.route((url) => /\/attachments\/[^/]+$/.test(url.pathname) && url.search !== '', refuseOnce, { times: 1 });
    await page.locator('.jb-composer input[type="file"]').setInputFiles({ name: 'bill.png', mimeType: 'image/png', buffer: smallPng(60, 40) });
    const width = (): Promise<number> => page.locator('.jb-own img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await eventually(width, (px) => px === 60);
    expect(refusals).toBe(2);
  });

  it('hands over the record of the conversation as a file', async () => {
    const { page } = await visit();
    await here.say('怎么充值');
    await page.locator('.jb-sources').waitFor();
    await page.getByRole('button', { name: '更多' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载对话记录' }).click();
    const stream = await (await downloading).createReadStream();
    let content = '';
    for await (const chunk of stream) content += String(chunk);
    expect(content).toContain('怎么充值');
  });

  it('loses nothing and repeats nothing when the server is killed while the subscriber goes on typing', async () => {
    const { page } = await visit();
    await here.say('怎么充值');
    await page.locator('.jb-sources').waitFor();
    here.isOfflineMeant = true;
    await product.stop('SIGKILL');
    await page.locator('.jb-banner-offline').waitFor({ state: 'attached' });
    await here.say('第一句');
    await here.say('第二句');
    product = await product.restart();
    await page.locator('.jb-banner-offline').waitFor({ state: 'detached', timeout: 25_000 });
    await page.locator('.jb-sending').first().waitFor({ state: 'detached' });
    expect(await here.bubbles('own')).toEqual(['怎么充值', '第一句', '第二句']);
    await page.reload();
    await here.openChat();
    await page.locator('.jb-own', { hasText: '第二句' }).waitFor();
    expect(await here.bubbles('own')).toEqual(['怎么充值', '第一句', '第二句']);
  });
});
