/** The page for programs in a real browser: a key that works at once and no more when revoked, a webhook that is told, the tag for pages. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectSubscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startListener, type Listener } from '../support/listener.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('the page for programs', () => {
  let product: Product;
  let crm: Listener;
  let browser: Browser;
  let at: DeskPage;
  beforeAll(async () => {
    crm = await startListener();
    product = await startProduct({ env: { RATE_LIMIT: 'off', WEBHOOK_HOSTS: crm.host } });
    browser = await launchBrowser(chromium.path ?? '');
    at = await DeskPage.signedIn(browser, product.url, 'admin@demo');
    await at.page.getByRole('button', { name: '对接' }).click();
    await at.page.locator('#programs-keys').waitFor();
  });
  afterAll(async () => {
    expect(at.complaints).toEqual([]);
    await browser.close();
    await product.dispose();
    await crm.close();
  });
  const button = (name: string) => at.page.getByRole('button', { name, exact: true });
  const secretShown = async (): Promise<string> => {
    const secret = await at.dialog.locator('code').innerText();
    await button('我已保存').click();
    await at.dialog.waitFor({ state: 'detached' });
    return secret;
  };
  const choose = async (field: string, name: string): Promise<void> => {
    await at.page.locator(field).click();
    await at.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).click();
    await at.dialog.locator('.ant-modal-title').click();
  };

  it('makes a key that lets a program in at once, shows it this once, and shuts it out again', async () => {
    await button('新建密钥').click();
    await at.page.locator('#key-name').fill('报表');
    await choose('#key-person', 'supervisor@demo');
    await choose('#key-scopes', 'line.supervise');
    await at.dialog.locator('.ant-btn-primary').click();
    const secret = await secretShown();
    const ask = async (): Promise<number> => (await fetch(`${product.url}/api/line/figures`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await ask()).toBe(200);
    expect(await at.page.locator('.board').innerText()).not.toContain(secret);
    await button('作废').click();
    await at.page.locator('.ant-modal-confirm-btns .ant-btn-dangerous').click();
    await at.page.getByText('已作废').waitFor();
    expect(await ask()).toBe(401);
  });

  it('takes no address inside, tells of what happens to one it may, and shows how that went', async () => {
    await button('新建推送').click();
    await at.page.locator('#hook-url').fill('https://169.254.169.254/latest');
    await at.dialog.locator('.ant-btn-primary').click();
    await at.page.getByText('地址不能用', { exact: false }).waitFor();
    await at.page.locator('#hook-url').fill(`${crm.url}/events`);
    await at.dialog.locator('.ant-btn-primary').click();
    expect(await secretShown()).toMatch(/^whsec_/);
    const subscriber = await connectSubscriber(product.url);
    await subscriber.ask('怎么充值');
    await crm.next(({ headers }) => headers['jiebang-event'] === 'conversation.started');
    await button('推送记录').click();
    await at.dialog.getByText('已送达').waitFor();
    await at.dialog.getByText('conversation.started').first().click();
    expect(await at.dialog.locator('pre').innerText()).toContain('"event":"conversation.started"');
    expect(await at.scan()).toEqual([]);
    await at.dialog.locator('.ant-modal-close').click();
    subscriber.close();
  });

  it('makes one key and one webhook however often the button is pressed while they are made', async () => {
    const press = async (path: string): Promise<string[]> => {
      const asked: string[] = [];
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      await at.page.route(path, async (route) => {
        if (route.request().method() === 'POST') {
          asked.push(path);
          await released;
        }
        await route.continue();
      });
      const make = at.dialog.locator('.ant-modal-footer .ant-btn-primary');
      await make.dblclick();
      await until(() => asked.length > 0);
      await make.dispatchEvent('click');
      release();
      await secretShown();
      await at.page.unroute(path);
      return asked;
    };
    await button('新建密钥').click();
    await at.page.locator('#key-name').fill('一次');
    await choose('#key-person', 'supervisor@demo');
    await choose('#key-scopes', 'line.supervise');
    expect(await press('**/api/keys')).toHaveLength(1);
    await button('新建推送').click();
    await at.page.locator('#hook-url').fill(`${crm.url}/once`);
    expect(await press('**/api/webhooks')).toHaveLength(1);
  }, 120_000);

  it('builds the tag for a page, and stays within a narrow screen', async () => {
    await at.page.locator('#snippet-server').fill('https://chat.example.com');
    expect(await at.page.locator('section[aria-labelledby="programs-snippet"] code').innerText()).toBe('<script src="https://chat.example.com/widget.js" async></script>');
    expect(await at.scan()).toEqual([]);
    if (process.env['SHOTS'] !== undefined) await at.page.screenshot({ path: `${process.env['SHOTS']}/programs.png`, fullPage: true });
    await at.page.setViewportSize({ width: 390, height: 844 });
    if (process.env['SHOTS'] !== undefined) await at.page.screenshot({ path: `${process.env['SHOTS']}/programs-phone.png` });
    expect(await at.overflow()).toBe(0);
  });
});
