/** Every page of the subscriber, at phone and desktop size, day and dark, is free of serious accessibility findings and easy to hit. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { siteToken } from '../support/clients.js';
import { DESKTOP, PHONE, SubscriberPage, type PageWishes } from '../support/pages.js';
import { startProduct, type Product } from '../support/product.js';

const chromium = findBrowser();
const LOOKS: readonly { readonly name: string; readonly wishes: Pick<PageWishes, 'path' | 'size' | 'isDark' | 'locale'> }[] = [
  { name: 'the site and its widget on a desktop', wishes: { path: '/', size: DESKTOP } },
  { name: 'the site and its widget on a desktop, dark', wishes: { path: '/', size: DESKTOP, isDark: true } },
  { name: 'the widget on a phone, in English', wishes: { path: '/', size: PHONE, locale: 'en' } },
  { name: 'the full-screen page on a phone', wishes: { path: '/wechat', size: PHONE } },
  { name: 'the full-screen page on a phone, dark', wishes: { path: '/wechat', size: PHONE, isDark: true } },
];

(chromium.path === null ? describe.skip : describe)('accessibility', () => {
  let product: Product;
  let browser: Browser;
  let token: string;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
    token = await siteToken(product.url, '13800000004');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });

  it.each(LOOKS)('finds nothing serious on $name, with cards, buttons and the line on it', async ({ wishes }) => {
    const here = await SubscriberPage.open(browser, { url: product.url, token, ...wishes });
    expect(await here.overflow()).toBeLessThanOrEqual(0);
    if (wishes.path === '/') await here.openChat();
    await here.say('查话费余额');
    await here.page.locator('.jb-card').first().waitFor();
    await here.say('还剩多少流量');
    await here.page.locator('.jb-buckets').waitFor();
    await here.page.locator('.jb-person').click();
    await here.page.locator('.jb-banner-queue').waitFor();
    await here.page.locator('.jb-menu button').first().click();
    expect(await here.scan()).toEqual([]);
    // One's own cases lie over the chat in its colours.
    await here.page.locator('.jb-sheet .jb-item', { hasText: /我的进度|My progress/ }).click();
    await here.page.locator('.jbc-list > :not([role="status"])').first().waitFor();
    expect(await here.scan()).toEqual([]);
    expect(here.complaints).toEqual([]);
    await here.close();
  });

  it('finds nothing serious on an article', async () => {
    const here = await SubscriberPage.open(browser, { url: product.url, path: '/kb/recharge-ways' });
    await here.page.locator('.prose p').first().waitFor();
    expect(await here.scan()).toEqual([]);
    await here.close();
  });

  it('gives every control of the full-screen page at least 44 pixels, and lets nothing run off a phone', async () => {
    const here = await SubscriberPage.open(browser, { url: product.url, path: '/wechat', size: PHONE, token });
    await here.say('还剩多少流量');
    await here.page.locator('.jb-buckets').waitFor();
    await here.say('怎么充值');
    await here.page.locator('.jb-sources').waitFor();
    await here.page.locator('.wx-more').click();
    await here.page.locator('.jb-menu button').first().click();
    const small = await here.page.locator('button, textarea, [role="switch"], .jb-log a, .jb-clip').evaluateAll((controls) =>
      controls
        .map((control) => ({ name: control.textContent || control.className, box: (control.closest('label') ?? control).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
    expect(await here.overflow()).toBeLessThanOrEqual(0);
    await here.close();
  });

  it.each([320, 340, 360, 390] as const)('says whole who answers, and first of all that it is an AI, %i pixels wide in English', async (width) => {
    for (const path of ['/', '/wechat'] as const) {
      const here = await SubscriberPage.open(browser, { url: product.url, path, size: { width, height: 600 }, locale: 'en' });
      if (path === '/') await here.openChat();
      await here.page.locator('.jb-on').waitFor();
      const cut = await here.page.locator('.jb-title > *').evaluateAll((words) => words.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
      const person = await here.page.locator('.jb-person').evaluate((button) => button.scrollHeight - button.clientHeight);
      const top = async (part: string) => (await here.page.locator(part).boundingBox())?.y ?? NaN;
      expect([cut, person, (await top('.jb-notice')) > (await top('.jb-log'))]).toEqual([[], 0, true]);
      await here.close();
    }
  });

  it.each([['en', 320], ['en', 360], ['zh-CN', 320]] as const)('lets nothing of the home page run into its neighbour or out of its card (%s, %i pixels wide)', async (locale, width) => {
    const here = await SubscriberPage.open(browser, { url: product.url, path: '/', size: { width, height: 640 }, locale });
    await here.page.locator('.price').first().waitFor();
    const cut = await here.page.locator('.services button, .price, .head .button').evaluateAll((parts) => parts.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect([cut, await here.overflow()]).toEqual([[], 0]);
    await here.openChat();
    await here.page.locator('.jb-menu .jb-tool').click();
    const narrow = await here.page.locator('.jb-sheet button').evaluateAll((buttons) => buttons.map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() })).filter(({ box }) => box.width < 44 || box.height < 44).map(({ name }) => name));
    expect([narrow, await here.overflow()]).toEqual([[], 0]);
    await here.close();
  });
});
