/** The editors' studio in a real browser. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { DeskPage, PHONE } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const chromium = findBrowser();
jest.setTimeout(90_000);

(chromium.path === null ? describe.skip : describe)('the studio in a browser', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });

  async function studio(wishes: Parameters<typeof DeskPage.open>[2] = {}): Promise<DeskPage> {
    const opened = await DeskPage.open(browser, product.url, { ...wishes, path: '/studio' });
    await opened.signIn('editor@demo', 'demo');
    await opened.page.locator('nav').waitFor();
    return opened;
  }

  it('shows an article as the subscriber will see it, without anything that could run', async () => {
    const opened = await studio({ locale: 'en', isDark: true, size: PHONE });
    const { page } = opened;
    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    await page.locator('.markdown').fill('# Hello\n\n<img src=x onerror="document.title=1"><script>document.title=2</script>\n\n[bad](javascript:alert(1)) **bold**');
    await page.locator('.preview strong').waitFor();
    expect(await page.locator('.preview :is(script, img, [onerror], a[href^="javascript"])').count()).toBe(0);
    for (const part of ['intents', 'articles', 'revisions', 'try']) {
      await page.goto(`${product.url}/studio#/${part}`);
      await page.locator('h1').waitFor();
      expect(await opened.scan()).toEqual([]);
      expect(await opened.overflow()).toBe(0);
    }
    await opened.close();
  });

  it('lets no agent in', async () => {
    const opened = await DeskPage.open(browser, product.url, { path: '/studio' });
    await opened.signIn('agent1@demo', 'demo');
    await opened.page.getByText('没有编辑内容的权限').waitFor();
    await opened.close();
  });
});
