/** The chat on a page of the operator's own: another origin, a strict content security policy, a phone's in-app browser. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { siteToken } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually, until as soon } from '../support/until.js';

const browserAtHand = findBrowser();
const describeBrowser = browserAtHand.path === null ? describe.skip : describe;
const IN_APP = 'Mozilla/5.0 (Linux; Android 13; V2218A Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47';

/** The operator's page: its own script, the tag, and a policy that lets in nothing but these. */
function site(product: () => string): Server {
  return createServer((request, response) => {
    const chat = product();
    const policy = ["default-src 'none'", `script-src 'self' ${chat}`, "style-src 'self'", `connect-src ${chat} ${chat.replace('http:', 'ws:')}`, `img-src ${chat} data: blob:`, "base-uri 'none'", "form-action 'none'"].join('; ');
    if (request.url === '/site.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(SITE_STYLES);
      return;
    }
    if (request.url === '/site.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(SITE);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>营业厅</title>${request.url === '/loud' ? '<link rel="stylesheet" href="/site.css">' : ''}</head><body><h1>营业厅</h1><script src="/site.js"></script><script src="${chat}/widget.js" async></script></body></html>`);
  });
}

/** A page whose styles are for everything, some with force, and whose own bar wants to lie on top. */
const SITE_STYLES = `html { font-size: 40px; }
body { transform: translate(0, 50px); height: 90px; }
* { font-size: 30px !important; letter-spacing: 9px !important; text-transform: uppercase !important; color: red; line-height: 3 !important; text-indent: 40px; direction: rtl !important; user-select: none; }
html > *, body > * { position: relative; z-index: 5; transform: translateZ(0); opacity: .3; max-width: 200px; overflow: hidden; visibility: hidden !important; }
h1 { position: fixed; inset: 0; max-width: none; z-index: 2147483647; visibility: visible !important; }`;

/** What a site does with the documented interface. */
const SITE = `window.heard = [];
document.addEventListener('securitypolicyviolation', (event) => window.heard.push(['violation', event.violatedDirective + ' ' + event.blockedURI]));
addEventListener('jiebang:ready', () => {
  for (const name of ['open', 'close', 'unread', 'state', 'token-refused']) Jiebang.on(name, (detail) => window.heard.push([name, detail ?? null]));
  window.stop = Jiebang.on('open', () => window.heard.push(['once', null]));
  window.heard.push(['ready', null]);
});`;

type Heard = readonly (readonly [string, unknown])[];

describeBrowser('the chat on a page of another origin', () => {
  let product: Product;
  let browser: Browser;
  const allowed = site(() => product.url);
  const stranger = site(() => product.url);
  const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    for (const server of [allowed, stranger]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    [product, browser] = await Promise.all([startProduct({ env: { ALLOWED_ORIGINS: urlOf(allowed) } }), launchBrowser(browserAtHand.path ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
    for (const server of [allowed, stranger]) server.close();
  });

  async function visit(server: Server, options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', acceptDownloads: true, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(urlOf(server) + path);
    await whenHeard(page, (all) => all.some(([name]) => name === 'ready'));
    return page;
  }
  const heard = (page: Page): Promise<Heard> => page.evaluate('window.heard');
  const call = (page: Page, words: string) => page.evaluate(words);
  // Looked at from outside: the page's policy lets nobody evaluate words within it.
  const whenHeard = (page: Page, fits: (all: Heard) => boolean) => eventually(() => heard(page), fits, 60_000);
  const until = (page: Page, name: string, value: unknown) => whenHeard(page, (all) => all.some(([one, detail]) => one === name && detail === value));

  it('works under a policy without inline styles and scripts, and does all that is documented', async () => {
    const page = await visit(allowed);
    await call(page, 'Jiebang.open("怎么开发票")');
    await until(page, 'open', null);
    await page.locator('.jb-bot .jb-bubble', { hasText: '发票' }).first().waitFor();
    await call(page, `Jiebang.identify(${JSON.stringify(await siteToken(product.url, '13800000001'))})`);
    await call(page, 'Jiebang.open("话费余额")');
    await page.locator('.jb-bot', { hasText: /\d+\.\d\d/ }).first().waitFor();
    expect((await heard(page)).filter(([name]) => name === 'unread')).toEqual([]);
    await call(page, 'Jiebang.close()');
    await until(page, 'close', null);
    await page.locator('.jb-launcher').waitFor();
    await call(page, 'Jiebang.identify("no token at all")');
    await whenHeard(page, (all) => all.some(([name]) => name === 'token-refused'));
    await call(page, 'window.stop()');
    await call(page, 'Jiebang.open()');
    await whenHeard(page, (all) => all.filter(([name]) => name === 'open').length >= 2);
    await call(page, 'Jiebang.setLocale("en")');
    await page.getByPlaceholder(/[A-Za-z]{4}/).first().waitFor();
    const all = await heard(page);
    expect(all.filter(([name]) => name === 'once')).toHaveLength(1);
    expect(all.filter(([name]) => name === 'violation')).toEqual([]);
    await page.context().close();
  });

  it('tells the page how many messages were not seen, and that a person was asked for', async () => {
    const page = await visit(allowed);
    await call(page, 'Jiebang.open("转人工")');
    await until(page, 'state', 'queued');
    await call(page, 'Jiebang.close()');
    await call(page, 'Jiebang.open("怎么充话费"); Jiebang.close()');
    await whenHeard(page, (all) => all.some(([name, detail]) => name === 'unread' && Number(detail) > 0));
    await page.context().close();
  });

  it('hands over the record as a file, across origins too', async () => {
    const page = await visit(allowed);
    await call(page, 'Jiebang.open("怎么充话费")');
    await page.locator('.jb-bot .jb-bubble', { hasText: '充' }).first().waitFor();
    await page.getByRole('button', { name: '更多' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载对话记录').click()]);
    expect(download.suggestedFilename()).toBe('对话记录.html');
    expect((await heard(page)).filter(([name]) => name === 'violation')).toEqual([]);
    await page.context().close();
  });

  it('looks the same whatever the page’s styles say of everything, and lies on top of it', async () => {
    const looks = async (path: string): Promise<unknown> => {
      const page = await visit(allowed, {}, path);
      await page.locator('.jb-launcher').click();
      await page.locator('.jb-on').waitFor();
      // Where it comes from is seen for one frame even without motion.
      await page.locator('.jb-panel').evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
      const boxes = [];
      for (const part of ['.jb-panel', '.jb-header', '.jb-person', '.jb-notice', '.jb-starters', '.jb-composer']) boxes.push(await page.locator(part).boundingBox());
      const styles = await page.locator('.jb-notice').evaluate((notice) => {
        const { fontSize, letterSpacing, textTransform, color, textIndent, direction, visibility, userSelect } = getComputedStyle(notice);
        return { fontSize, letterSpacing, textTransform, color, textIndent, direction, visibility, userSelect };
      });
      await page.context().close();
      return { boxes, styles };
    };
    expect(await looks('/loud')).toEqual(await looks('/'));
  });

  it('goes away where the page hides it, and keeps its keys to itself', async () => {
    const page = await visit(allowed);
    await call(page, "window.keys = []; for (const name of ['keydown', 'keypress', 'keyup']) document.addEventListener(name, ({ key }) => window.keys.push(key))");
    await page.locator('.jb-launcher').click();
    await page.locator('.jb-composer textarea').pressSequentially('/s');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('window.keys')).toEqual([]);
    await call(page, "document.querySelector('jiebang-chat').hidden = true");
    await page.locator('.jb-launcher').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('works in a phone’s in-app browser that keeps nothing', async () => {
    const page = await visit(allowed, { userAgent: IN_APP, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    await page.evaluate("Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } })");
    await page.locator('.jb-launcher').tap();
    await page.locator('.jb-composer textarea').fill('怎么开发票');
    await page.locator('.jb-composer textarea').press('Enter');
    await page.locator('.jb-bot .jb-bubble', { hasText: '发票' }).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.context().close();
  });

  it('stays above a phone’s keyboard, which covers the page and pushes it up', async () => {
    const page = await visit(allowed, { userAgent: IN_APP, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    await page.locator('.jb-launcher').tap();
    await page.locator('.jb-composer textarea').tap();
    // No browser without a screen has a keyboard: what one does to the visual viewport is done to it here.
    await page.evaluate("for (const [name, value] of Object.entries({ height: 420, offsetTop: 60 })) Object.defineProperty(visualViewport, name, { configurable: true, value }); visualViewport.dispatchEvent(new Event('resize'))");
    const box = async (part: string) => (await page.locator(part).boundingBox()) ?? { y: NaN, height: NaN };
    await eventually(() => box('.jb-panel'), ({ y, height }) => y === 60 && height === 420);
    const composer = await box('.jb-composer');
    expect(composer.y + composer.height).toBeLessThanOrEqual(480);
    expect((await heard(page)).filter(([name]) => name === 'violation')).toEqual([]);
    await page.setViewportSize({ width: 900, height: 740 });
    await eventually(() => box('.jb-panel'), (panel) => panel.height > 420);
    await page.context().close();
  });

  it.each([['zh-CN', '在线客服未对此页面开放', '未发送'], ['en', 'Chat is not enabled for this page', 'Not sent']])('says on a page that nobody named that it may not use the chat (%s), why to its engineer, and tries once', async (locale, says, failed) => {
    const page = await visit(stranger);
    const complaints: string[] = [];
    page.on('console', (line) => complaints.push(line.text()));
    let tries = 0;
    page.on('request', (request) => void (request.url().includes('transport=polling') && (tries += 1)));
    await call(page, `Jiebang.setLocale(${JSON.stringify(locale)}); Jiebang.open("怎么开发票")`);
    await page.getByRole('status').filter({ hasText: says }).waitFor();
    await page.locator('.jb-meta-failed', { hasText: failed }).waitFor();
    expect(await page.getByText('正在连接').count()).toBe(0);
    await soon(() => complaints.includes(`Jiebang: ${urlOf(stranger)} is not in ALLOWED_ORIGINS`));
    await page.locator('.jb-retry').click();
    await page.locator('.jb-meta-failed').waitFor();
    expect(tries).toBe(1);
    await page.context().close();
  });

  it('is not there for pages that nobody named', async () => {
    const reads = async (server: Server): Promise<readonly unknown[]> => {
      const page = await visit(server);
      await call(page, 'Jiebang.open("怎么开发票")');
      await page.locator('.jb-own .jb-bubble', { hasText: '怎么开发票' }).first().waitFor();
      const addresses = [`${product.url}/api/page-config`, `${product.url}/socket.io/?EIO=4&transport=polling`];
      const answers = await Promise.all(addresses.map((address) => call(page, `fetch(${JSON.stringify(address)}).then(({ ok }) => ok ? 'read' : 'refused', () => 'refused')`)));
      if (server === allowed) await page.locator('.jb-bot .jb-bubble', { hasText: '发票' }).first().waitFor();
      const said = await page.locator('.jb-bot .jb-bubble', { hasText: '发票' }).count();
      await page.context().close();
      return [...answers, said > 0];
    };
    expect(await reads(allowed)).toEqual(['read', 'read', true]);
    expect(await reads(stranger)).toEqual(['refused', 'refused', false]);
  });
});
