/** Every card and form a server may send is drawn and usable, under a policy that allows no inline script or style. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { FakeChatServer } from '../support/fake-chat-server.js';
import { PHONE, SubscriberPage } from '../support/pages.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('cards and forms', () => {
  const server = new FakeChatServer();
  let url: string;
  let browser: Browser;
  let here: SubscriberPage;

  beforeAll(async () => {
    url = await server.listen();
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    expect(here.complaints).toEqual([]);
    await here.close();
  });

  it('are all drawn with their figures, and none hides anything from a screen reader', async () => {
    here = await SubscriberPage.open(browser, { url, path: '/' });
    await here.openChat();
    const expected: readonly (readonly [string, RegExp])[] = [
      ['查话费余额', /账户余额\s*¥23\.45[\s\S]*¥50\.00/],
      ['还剩多少流量', /剩余 3\.2 GB[\s\S]*剩余 0 MB[\s\S]*漫游/],
      ['上个月账单', /¥128\.60[\s\S]*¥49\.60[\s\S]*¥2\.00/],
      ['为什么多了', /多了 ¥64\.60[\s\S]*\+¥49\.60[\s\S]*¥0\.00 → ¥15\.00/],
      ['换什么套餐', /5G畅行99[\s\S]*¥99\.00\/月/],
      ['积分', /1,286/],
    ];
    for (const [index, [question, figures]] of expected.entries()) {
      await here.say(question);
      const card = here.page.locator('.jb-card').nth(index);
      await card.waitFor();
      expect(await card.innerText()).toMatch(figures);
    }
    expect(await here.scan()).toEqual([]);
  });

  it('let a change be confirmed once: its buttons go with the answer', async () => {
    here = await SubscriberPage.open(browser, { url, path: '/wechat', size: PHONE });
    await here.say('换什么套餐');
    await here.page.getByRole('button', { name: '换成 5G畅行99' }).click();
    await here.page.getByRole('button', { name: '确认更换' }).click();
    await here.page.locator('.jb-own', { hasText: 'confirm' }).last().waitFor();
    await here.page.getByRole('button', { name: '确认更换' }).waitFor({ state: 'detached' });
    await here.page.locator('.jb-card', { hasText: '2026年12月1日' }).waitFor();
  });

  it('take a number and a code, refuse what cannot be one, and count down before sending again', async () => {
    here = await SubscriberPage.open(browser, { url, path: '/wechat', size: PHONE });
    await here.say('登录');
    const form = here.page.locator('.jb-form');
    await form.locator('input').fill('12345');
    await form.locator('.jb-primary').click();
    await here.page.getByText('请输入 11 位手机号码').waitFor();
    await form.locator('input').fill('138 0000 0001');
    await form.locator('.jb-primary').click();
    await here.page.locator('.jb-code').waitFor();
    const again = here.page.getByRole('button', { name: /秒后可重发/ });
    expect(await again.isDisabled()).toBe(true);
    await here.page.getByRole('button', { name: /^5\d 秒后可重发/ }).waitFor();
    await here.page.reload();
    await here.page.locator('.jb-code').waitFor();
    // The page was away, and the minute went on.
    expect(Number(/\d+/.exec(await again.innerText())?.[0])).toBeLessThan(60);
  });

  it('come back whole after the connection was cut', async () => {
    here = await SubscriberPage.open(browser, { url, path: '/wechat', size: PHONE });
    await here.say('查话费余额');
    await here.page.locator('.jb-card').waitFor();
    server.cut();
    await here.say('积分');
    await here.page.locator('.jb-card', { hasText: '1,286' }).waitFor();
    expect(await here.bubbles('own')).toEqual(['查话费余额', '积分']);
    expect(await here.page.locator('.jb-card').count()).toBe(2);
  });
});
