/** The desk on the smallest phone with the largest letters, in a real browser: nothing lies over anything else, and dialogs stay within themselves. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import { DeskPage, PHONE } from '../support/desk-page.js';
import { idOf } from '../support/line-floor.js';

const SHOTS = process.env['SHOTS'];

(hasBrowser ? describe : describe.skip)('the desk on a phone in large type', () => {
  const floor = DeskFloor.opened();
  let large: Browser;
  beforeAll(async () => {
    large = await launchBrowser(findBrowser().path ?? '', { typePx: 24 });
  });
  afterAll(() => large.close());

  /** Those of the parts that are wider than the room they have. */
  const cutOff = (parts: Locator): Promise<string[]> =>
    parts.evaluateAll((all) =>
      all
        .filter((part) => {
          const room = part.closest('.ant-modal-body, .thread-head, .row-note, .bubble')?.getBoundingClientRect();
          const { left, right } = part.getBoundingClientRect();
          return room === undefined || left < room.left - 1 || right > room.right + 1;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    );

  it.each(['zh-CN', 'en'] as const)('keeps who it is apart from what can be done, and notes and dialogs within their frames (%s)', async (locale) => {
    const agent = await floor.staff('agent1@demo');
    const one = await floor.subscriber('13800000004');
    await one.request('handoff', {});
    await agent.told.until('offer');
    await agent.request('accept', { conversationId: idOf(one) });
    await agent.request('note', { conversationId: idOf(one), text: '先安抚' });
    const at = await DeskPage.signedIn(large, floor.url, 'agent1@demo', { size: { width: 360, height: 740 }, locale });
    await at.chats.first().click();
    await at.page.locator('.row-note').waitFor();
    if (SHOTS !== undefined) await at.page.screenshot({ path: `${SHOTS}/phone-large-${locale}.png` });
    const under = await at.page.locator('.thread-who h2').evaluate((name) => {
      const words = document.createRange();
      words.selectNodeContents(name);
      const whole = words.getBoundingClientRect();
      const isOver = (button: Element): boolean => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return left < whole.right && right > whole.left && top < whole.bottom && bottom > whole.top;
      };
      return [...document.querySelectorAll('.thread-head button')].filter((button) => button.clientWidth > 0 && isOver(button)).length;
    });
    expect(under).toBe(0);
    expect(await cutOff(at.page.locator('.thread-head button:visible, .row-note header > *, .bubble > .card'))).toEqual([]);
    // A word of a note's head is on one line.
    const lines = await at.page.locator('.row-note header :is(b, time)').evaluateAll((all) => all.map((part) => part.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(part).fontSize)));
    expect(lines.filter((height) => height > 2)).toEqual([]);

    for (const [nth, name] of [[0, 'transfer'], [2, 'close']] as const) {
      await at.page.locator('.thread-acts button').nth(nth).click();
      await at.dialog.locator('.act-body textarea').first().waitFor();
      if (name === 'transfer') await at.dialog.locator('.choice').first().waitFor();
      if (SHOTS !== undefined) await at.page.screenshot({ path: `${SHOTS}/phone-large-${name}-${locale}.png` });
      expect([name, await cutOff(at.dialog.locator('.act-body > *, .choice'))]).toEqual([name, []]);
      await at.page.keyboard.press('Escape');
      await at.dialog.waitFor({ state: 'hidden' });
    }
    expect(await at.overflow()).toBe(0);
    expect(await at.scan()).toEqual([]);
    await at.close();
  });

  it('is pressed with a thumb, and leaves room for who it is', async () => {
    const agent = await floor.staff('agent1@demo');
    const one = await floor.subscriber('13800000004');
    await one.request('handoff', {});
    await agent.told.until('offer');
    await agent.request('accept', { conversationId: idOf(one) });
    const at = await DeskPage.signedIn(floor.browser, floor.url, 'agent1@demo', { size: PHONE, isTouch: true });
    expect(['list', await at.hardToHit()]).toEqual(['list', []]);
    await at.chats.first().tap();
    await at.field.waitFor();
    if (SHOTS !== undefined) await at.page.screenshot({ path: `${SHOTS}/phone-touch.png` });
    expect(['thread', await at.hardToHit()]).toEqual(['thread', []]);
    const line = at.page.locator('.thread-who p');
    expect(await line.innerText()).toMatch(/^首次回复还剩.*网页.*综合$/su);
    expect(await line.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [scrollWidth <= clientWidth, scrollHeight <= clientHeight])).toEqual([true, true]);
    const left = at.page.locator('.thread-who .num').last();
    expect(await left.evaluate((time) => time.getBoundingClientRect().right <= (time.closest('.thread-who')?.getBoundingClientRect().right ?? 0))).toBe(true);
    await at.page.locator('.thread-about').tap();
    for (const choice of await at.page.locator('.who-head .ant-segmented-item').all()) {
      await choice.tap();
      await at.page.locator('.who-scroll > *').first().waitFor();
      expect(['who', await at.hardToHit()]).toEqual(['who', []]);
    }
    await at.page.locator('.who-close').tap();
    for (const nth of [0, 1]) {
      await at.page.locator('.thread-acts button').nth(nth).tap();
      await at.dialog.locator('.act-body textarea').first().waitFor();
      expect(['dialog', await at.hardToHit()]).toEqual(['dialog', []]);
      await at.dialog.locator('.ant-modal-close').tap();
      await at.dialog.waitFor({ state: 'hidden' });
    }
    await at.page.locator('.thread-head .square').nth(1).tap();
    await at.page.locator('.ant-dropdown-menu-item').first().tap();
    await at.page.locator('.ant-modal-confirm').waitFor();
    expect(await at.page.locator('.ant-modal-confirm-title').innerText()).toBe('交还给小接？');
    await at.close();
  });

  it('has its other pages pressed with a thumb too', async () => {
    const at = await DeskPage.signedIn(floor.browser, floor.url, 'supervisor@demo', { size: PHONE, isTouch: true });
    for (const [nth, ready] of [[1, '.cases-page'], [2, '.board'], [3, '.rule'], [4, '.audit-acts']] as const) {
      await at.page.locator('.rail-place:visible').nth(nth).tap();
      await at.page.locator(ready).first().waitFor();
      expect([ready, await at.hardToHit(), await at.overflow()]).toEqual([ready, [], 0]);
    }
    await at.close();
  });
});
