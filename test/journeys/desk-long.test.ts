/** A conversation of 10,000 messages on the desk, in a real browser: both ends can be reached, little of it is drawn, and nothing jumps. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openStore } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { isRefusal } from '../../src/domain/errors.js';
import { conversationId } from '../../src/domain/ids.js';
import type { MessageDraft } from '../../src/domain/message.js';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectSubscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import { eventually } from '../support/until.js';
import type { Product } from '../support/product.js';

const chromium = findBrowser();
const COUNT = 10_000;
const AT_ONCE = 500;
/** Bubbles that may be drawn at any time: what fits on a screen and beyond its edges. */
const MOST_DRAWN = 160;

/** Of differing length, as people write. */
const lineOf = (index: number): MessageDraft => ({ from: 'bot', kind: 'text', text: `第 ${index} 句${'，这一句长一些'.repeat((index * 7) % 23)}` });

async function fill(dataDir: string, id: string): Promise<void> {
  const clock = new SystemClock();
  const store = await openStore({ databaseUrl: null, dataDir, clock, ids: new SystemIds(clock) });
  for (let from = 1; from <= COUNT; from += AT_ONCE) {
    const additions = Array.from({ length: AT_ONCE }, (_, index) => lineOf(from + index));
    const changed = await store.log.change({ id: conversationId(id), step: (conversation) => ({ conversation, additions, result: null }) });
    if (isRefusal(changed)) throw new Error(JSON.stringify(changed));
  }
  await store.close();
}

(chromium.path === null ? describe.skip : describe)('a conversation of 10,000 messages', () => {
  let product: Product;
  let browser: Browser;
  let at: DeskPage;
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    expect(at.complaints).toEqual([]);
    await browser.close();
    await product.dispose();
  });
  const drawn = (): Promise<number> => at.page.locator('.bubble-row').count();
  const elements = (): Promise<number> => at.timeline.evaluate((box) => box.querySelectorAll('*').length);
  /** Where on the screen the first whole bubble stands, and what it says. */
  const eye = () =>
    at.timeline.evaluate((box) => {
      const { top } = box.getBoundingClientRect();
      const found = [...box.querySelectorAll('.bubble')].find((bubble) => bubble.getBoundingClientRect().top >= top);
      return { text: found?.textContent ?? '', top: Math.round(found?.getBoundingClientRect().top ?? 0) };
    });
  const placeOf = (text: string): Promise<number | null> =>
    at.timeline.evaluate((box, said) => {
      const found = [...box.querySelectorAll('.bubble')].find((bubble) => bubble.textContent === said);
      return found === undefined ? null : Math.round(found.getBoundingClientRect().top);
    }, text);

  it('opens at its end, scrolls without a jump, and its beginning is one tap away', async () => {
    const one = await connectSubscriber(product.url);
    await one.ask('你好');
    const { id = '', resumeToken = '' } = one.conversation ?? {};
    one.close();
    await product.stop();
    await fill(product.dataDir, id);
    product = await product.restart();
    at = await DeskPage.signedIn(browser, product.url, 'agent1@demo');
    await at.goOnline();
    const back = await connectSubscriber(product.url, { resumeToken });
    await back.request('handoff', {});
    await at.accept();
    await at.bubble('bot', `第 ${COUNT} 句`).waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);

    // Who scrolls while something else is drawn moves just as far: the browser tells of it only with its next frame.
    const writing = async (): Promise<void> => {
      for (let words = 1; words <= 60; words += 1) await back.request('typing', { on: true, text: '稍等'.repeat(words) });
    };
    const [missedPx] = await Promise.all([
      at.timeline.evaluate(async (box) => {
        const read = box.querySelector('.bubble-row:last-child .bubble') ?? box;
        const topOf = (): number => read.getBoundingClientRect().top;
        const from = topOf();
        let scrolled = 0;
        for (let step = 0; step < 60; step += 1) {
          const before = box.scrollTop;
          // At the end it follows until one is past a line or two.
          box.scrollBy(0, step === 0 ? -100 : -10);
          scrolled += before - box.scrollTop;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return Math.abs(topOf() - from - scrolled);
      }),
      writing(),
    ]);
    expect(missedPx).toBeLessThanOrEqual(2);

    // Up by small steps, through several pages that are fetched meanwhile: what one reads moves as far as one scrolls.
    await at.timeline.hover();
    const isFarUp = (): Promise<boolean> => at.page.evaluate((last) => Number(/第 (\d+) 句/.exec(document.querySelector('.bubble')?.textContent ?? '')?.[1]) < last - 150, COUNT);
    for (let step = 0; step < 40 || !(await isFarUp()); step += 1) {
      const before = await eye();
      const scrolled = await at.timeline.evaluate((box) => {
        const from = box.scrollTop;
        box.scrollBy(0, -600);
        return from - box.scrollTop;
      });
      await at.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const now = await placeOf(before.text);
      if (now !== null) expect(Math.abs(now - before.top - scrolled)).toBeLessThanOrEqual(2);
      expect(await drawn()).toBeLessThan(MOST_DRAWN);
    }

    await at.page.getByRole('button', { name: '回到开头' }).click();
    await at.bubble('them', '你好').waitFor();
    await at.page.getByText('会话从这里开始').waitFor();
    await at.bubble('bot', '第 1 句').first().waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
    expect(await elements()).toBeLessThan(2500);

    // Straight into the middle, as by dragging the bar: drawn at once, and still little.
    await at.timeline.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await at.page.waitForFunction(() => {
      const number = Number(/第 (\d+) 句/.exec(document.querySelector('.bubble')?.textContent ?? '')?.[1]);
      return number > 2000 && number < 8000;
    });
    expect(await drawn()).toBeLessThan(MOST_DRAWN);

    // What is said meanwhile moves nothing and is counted; the end is one tap away.
    const reading = await eye();
    await back.send('还在吗');
    await at.page.getByRole('button', { name: '1 条新消息' }).waitFor();
    expect(Math.abs(((await placeOf(reading.text)) ?? NaN) - reading.top)).toBeLessThanOrEqual(2);
    await at.page.getByRole('button', { name: '1 条新消息' }).click();
    await at.bubble('them', '还在吗').waitFor();
    await at.page.waitForFunction((box) => box instanceof HTMLElement && box.scrollHeight - box.scrollTop - box.clientHeight < 4, await at.timeline.elementHandle());
    await at.timeline.focus();
    await at.page.keyboard.press('Home');
    await at.bubble('them', '你好').waitFor();
    await at.page.keyboard.press('End');
    await at.bubble('them', '还在吗').waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
    // On paper there is all of it that was fetched, and nothing to press.
    await at.page.emulateMedia({ media: 'print' });
    await eventually(drawn, (count) => count > MOST_DRAWN);
    expect(await at.page.locator(':is(.rail, .console-list, .console-who, .composer, .thread-head button):visible').count()).toBe(0);
    expect(await at.page.evaluate(() => document.documentElement.scrollHeight > 10 * innerHeight)).toBe(true);
    await at.page.emulateMedia({ media: 'screen' });
    await eventually(drawn, (count) => count < MOST_DRAWN);
    back.close();
  });
});
