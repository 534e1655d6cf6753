/** A subscriber on the operator's site, in a real browser against the real product. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { siteToken } from '../support/clients.js';
import { SubscriberPage, type PageWishes } from '../support/pages.js';
import { startProduct, type Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('the widget on the operator’s site', () => {
  let product: Product;
  let browser: Browser;
  let here: SubscriberPage;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    await here.close();
    expect(here.complaints).toEqual([]);
  });

  async function visit(wishes: Partial<PageWishes> = {}): Promise<SubscriberPage> {
    here = await SubscriberPage.open(browser, { url: product.url, path: '/', ...wishes });
    await here.openChat();
    return here;
  }

  it('says at the start that this is an AI and what is kept, and has a person one tap away', async () => {
    const { page } = await visit();
    expect(await page.locator('.jb-notice').innerText()).toMatch(/AI 助手[\s\S]*保存/);
    await page.getByRole('button', { name: '转人工' }).waitFor();
    await page.locator('.jb-composer textarea:focus').waitFor();
  });

  it('draws the balance of the signed-in subscriber, right to the fen', async () => {
    const account = (await (await fetch(`${product.url}/demo/accounts/13800000001`)).json()) as { balance: { balanceFen: number } };
    const { page } = await visit({ token: await siteToken(product.url, '13800000001') });
    await here.say('查话费余额');
    const figure = await page.locator('.jb-card .jb-figure').innerText();
    expect(figure.replace(/[¥,]/g, '')).toBe((account.balance.balanceFen / 100).toFixed(2));
  });

  it('draws usage as bars and a bill as items and a chart', async () => {
    const { page } = await visit({ token: await siteToken(product.url, '13800000004') });
    await here.say('还剩多少流量');
    await page.locator('.jb-buckets .jb-bar').first().waitFor();
    await here.say('查一下上个月的账单');
    await page.locator('.jb-trend i').first().waitFor();
    const amounts = await page.locator('.jb-card:has(.jb-trend) .jb-rows dd').allInnerTexts();
    const total = await page.locator('.jb-card:has(.jb-trend) .jb-figure').innerText();
    const fenOf = (text: string): number => Number(text.replace(/[^\d−-]/g, '').replace('−', '-'));
    expect(amounts.map(fenOf).reduce((sum, fen) => sum + fen, 0)).toBe(fenOf(total));
  });

  it('verifies a guest in the chat and goes on with the question', async () => {
    const { page } = await visit();
    await here.say('还剩多少流量');
    await page.locator('.jb-form input').fill('138 0000 0003');
    await page.locator('.jb-form .jb-primary').click();
    const code = page.locator('.jb-form .jb-code');
    await code.waitFor();
    const sent = (await (await fetch(`${product.url}/demo/sms/13800000003`)).json()) as { code: string };
    await code.fill(sent.code);
    await page.locator('.jb-form .jb-primary').click();
    await page.locator('.jb-buckets').waitFor();
    await page.locator('.jb-form').waitFor({ state: 'detached' });
  });

  it('goes on after a reload of the full-screen page as who came with a pass, which stands in no address', async () => {
    here = await SubscriberPage.open(browser, { url: product.url, path: '/wechat', token: await siteToken(product.url, '13800000001') });
    const { page } = here;
    await here.say('查话费余额');
    await page.locator('.jb-card .jb-figure').waitFor();
    await page.reload();
    await page.locator('.jb-card .jb-figure').waitFor();
    expect(await here.bubbles('own')).toEqual(['查话费余额']);
    await here.say('我的积分');
    await page.locator('.jb-card', { hasText: '积分总数' }).waitFor();
    expect(page.url()).toBe(`${product.url}/wechat`);
    await page.goto(`${product.url}/kb/recharge-ways`);
    await page.goBack();
    await page.locator('.jb-card', { hasText: '积分总数' }).waitFor();
    await page.goto(`${product.url}/wechat?token=${await siteToken(product.url, '13800000002')}&locale=en`);
    await page.reload();
    await page.getByRole('button', { name: 'Talk to a person' }).waitFor();
    expect(page.url()).toBe(`${product.url}/wechat?locale=en`);
  });

  it('answers what was asked by a button of the site, for the member of the cast one plays', async () => {
    here = await SubscriberPage.open(browser, { url: product.url, path: '/' });
    const { page } = here;
    await page.getByRole('button', { name: '扮演一位用户' }).click();
    await page.getByRole('button', { name: '登录: 王小明' }).click();
    await page.getByText('正在扮演 王小明').waitFor();
    await page.getByRole('button', { name: '话费余额' }).click();
    await page.locator('.jb-card .jb-figure').waitFor();
    expect(await here.bubbles('own')).toEqual(['查话费余额']);
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('.jb-card').waitFor({ state: 'detached' });
    expect(await here.bubbles('own')).toEqual([]);
  });

  it('shows the text message of the number one watches', async () => {
    await visit();
    await here.say('还剩多少流量');
    await here.page.locator('.jb-form input').fill('13800000001');
    await here.page.locator('.jb-form .jb-primary').click();
    await here.page.locator('.jb-form .jb-code').waitFor();
    await here.page.getByRole('button', { name: '扮演一位用户' }).click();
    await here.page.getByRole('button', { name: '短信收件箱: 王小明' }).click();
    expect(await here.page.locator('.inbox-message').innerText()).toMatch(/验证码 \d{6}/);
  });

  it('opens the article an answer is taken from', async () => {
    const { page, context } = await visit();
    await here.say('怎么充值');
    const opening = context.waitForEvent('page');
    await page.locator('.jb-sources a').first().click();
    const article = await opening;
    await article.locator('.prose p').first().waitFor();
    expect(await article.locator('h1').innerText()).toMatch(/充值/);
  });

  it('shows the same words in the same order after a reload', async () => {
    await visit();
    await here.say('怎么充值');
    await here.page.locator('.jb-sources').waitFor();
    const before = [await here.bubbles('own'), await here.bubbles('bot')];
    await here.page.reload();
    await here.openChat();
    await here.page.locator('.jb-sources').waitFor();
    expect([await here.bubbles('own'), (await here.bubbles('bot'))]).toEqual(before);
  });

  it('does not send while an input method is composing, breaks lines with Shift, and sends with Enter', async () => {
    const { page } = await visit();
    await here.field.fill('怎么');
    await here.field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await here.field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    await here.field.press('Shift+Enter');
    expect(await here.field.inputValue()).toBe('怎么\n');
    expect(await page.locator('.jb-own').count()).toBe(0);
    await here.field.press('Enter');
    await page.locator('.jb-own').waitFor();
    expect(await here.field.inputValue()).toBe('');
  });

  it('shows markup as words, never as markup', async () => {
    const { page } = await visit();
    const attack = '<img src=x onerror="document.title=\'broken\'"> **粗** [点我](javascript:alert(1))';
    await here.say(attack);
    await page.locator('.jb-own .jb-bubble').waitFor();
    expect(await page.locator('.jb-own .jb-bubble img, .jb-own .jb-bubble a').count()).toBe(0);
    expect((await here.bubbles('own'))[0]).toContain('<img src=x onerror=');
  });

  it('closes with Escape, gives the focus back, and closes its menu first', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '更多' }).click();
    await page.keyboard.press('Escape');
    await page.locator('.jb-sheet').waitFor({ state: 'detached' });
    await here.field.waitFor();
    await page.keyboard.press('Escape');
    await here.field.waitFor({ state: 'hidden' });
    await page.locator('.jb-launcher:focus').waitFor();
  });

  it('closes one’s cases with Escape and nothing else, and keeps what is half written while the panel is closed, over a reload too', async () => {
    const { page } = await visit();
    await here.field.fill('我想投诉，因为');
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '我的进度' }).click();
    await page.locator('.jbc-close:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.jbc').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '更多' }).waitFor();
    expect(await here.field.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await here.launcher.click();
    expect(await here.field.inputValue()).toBe('我想投诉，因为');
    await page.reload();
    await here.launcher.click();
    expect(await here.field.inputValue()).toBe('我想投诉，因为');
    await here.field.press('Enter');
    await page.locator('.jb-own .jb-bubble', { hasText: '我想投诉，因为' }).waitFor();
    expect(await here.field.inputValue()).toBe('');
  });

  it('counts no seconds in one’s cases once the site has closed the chat around them', async () => {
    const { page } = await visit();
    await page.evaluate(() => {
      const running = new Set<number>();
      const { setInterval: begin, clearInterval: end } = window;
      Object.assign(window, {
        running,
        setInterval: (...asked: Parameters<typeof begin>) => {
          const id = begin(...asked);
          if (asked[1] === 1000) running.add(id);
          return id;
        },
        clearInterval: (id: number) => (running.delete(id), end(id)),
      });
    });
    const running = (): Promise<number> => page.evaluate(() => (window as unknown as { running: Set<number> }).running.size);
    const before = await running();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '我的进度' }).click();
    await page.locator('.jbc-close:focus').waitFor();
    expect(await running()).toBe(before + 1);
    await page.evaluate(() => (window as unknown as { Jiebang: { close(): void } }).Jiebang.close());
    await page.locator('.jbc').waitFor({ state: 'detached' });
    await eventually(running, (count) => count === before);
  });

  it('keeps the focus in one’s cases while they are open, where it was put', async () => {
    const { page } = await visit();
    await page.clock.install();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '我的进度' }).click();
    await page.locator('.jbc-close:focus').waitFor();
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      expect(await page.locator('.jbc :focus').count()).toBe(1);
    }
    await page.locator('.jbc-list').focus();
    await page.clock.runFor(3000);
    await page.locator('.jbc-list:focus').waitFor();
  });

  it('says so when a file was not sent because nothing came through, and takes the same one again', async () => {
    const { page } = await visit();
    await here.say('你好');
    await page.locator('.jb-bot .jb-bubble').nth(1).waitFor();
    here.isOfflineMeant = true;
    await page.route('**/files.js', (route) => route.abort());
    const field = page.locator('.jb-clip input');
    const file = { name: '单据.txt', mimeType: 'text/plain', buffer: Buffer.from('一张单据') };
    await field.setInputFiles(file);
    await page.locator('.jb-upload', { hasText: '未发送' }).waitFor();
    await eventually(() => field.inputValue(), (value) => value === '');
    await page.unroute('**/files.js');
    await field.setInputFiles(file);
    await page.locator('.jb-own', { hasText: '单据.txt' }).waitFor();
  });

  it('speaks English, turns dark and grows large when asked, and remembers it', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '深色' }).click();
    await page.getByRole('switch', { name: '大字模式' }).check();
    await page.locator('.jb-sheet').getByRole('button', { name: 'English' }).click();
    const looks = (): Promise<void> => page.locator('.jb[data-theme="dark"][data-type="large"][lang="en"]').waitFor({ state: 'attached' });
    await looks();
    await page.keyboard.press('Escape');
    await here.say('What is a data pack?');
    await here.bubble('bot').nth(1).waitFor();
    expect((await here.bubbles('bot'))[1]).toMatch(/[a-z]{3}/i);
    await page.reload();
    await here.launcher.waitFor();
    await looks();
  });

  it('grows large when that is said, goes by the menu after it, and grows again when it is said anew', async () => {
    const { page } = await visit();
    const large = (): Promise<void> => page.locator('.jb[data-type="large"]').waitFor({ state: 'attached' });
    await here.say('字太小了看不清，换成大字');
    await large();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('switch', { name: '大字模式' }).uncheck();
    await page.keyboard.press('Escape');
    await page.locator('.jb[data-type="normal"]').waitFor({ state: 'attached' });
    await here.say('还是要大字版');
    await large();
    await page.reload();
    await large();
  });

  it('keeps the figures of the chart apart and easy to read on a phone, and grows them with the type', async () => {
    const { page } = await visit({ token: await siteToken(product.url, '13800000020'), size: { width: 360, height: 740 } });
    const figures = page.locator('.jb-trend b');
    // All in one moment: the chat may scroll in between.
    const boxesOf = (parts: Locator) => parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })));
    const boxes = () => boxesOf(figures);
    const isApart = (all: Awaited<ReturnType<typeof boxes>>): boolean => all.every(({ y }, index) => index === 0 || y >= (all[index - 1]?.y ?? 0) + (all[index - 1]?.height ?? 0));
    await here.say('上个月账单');
    await figures.first().waitFor();
    const before = await boxes();
    expect(before.length).toBeGreaterThan(3);
    expect(Number.parseFloat(await figures.first().evaluate((figure) => getComputedStyle(figure).fontSize))).toBeGreaterThanOrEqual(12);
    await here.say('字太小了看不清，换成大字');
    await page.locator('.jb[data-type="large"]').waitFor({ state: 'attached' });
    const after = await boxes();
    expect([isApart(before), isApart(after)]).toEqual([true, true]);
    expect(after[0]?.height).toBeGreaterThan((before[0]?.height ?? 0) * 1.15);
    for (const [index, bar] of (await boxesOf(page.locator('.jb-trend i'))).entries()) expect(bar.x + bar.width).toBeLessThanOrEqual(after[index]?.x ?? 0);
  });
});
