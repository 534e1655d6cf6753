/** Help with writing at the desk in a real browser: another tone and language with the way back, translated messages, and what need not be asked again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { BadLine } from '../support/bad-line.js';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('writing at the desk with a language model', () => {
  let model: ModelServer;
  let product: Product;
  let browser: Browser;
  let at: DeskPage;
  let one: Subscriber;
  beforeAll(async () => {
    model = await startModelServer();
    product = await startProduct({ env: { RATE_LIMIT: 'off', OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url } });
    browser = await launchBrowser(chromium.path ?? '');
    at = await DeskPage.signedIn(browser, product.url, 'agent1@demo');
    await at.goOnline();
    one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000004'), locale: 'en' });
    await one.request('handoff', { reason: 'My bill of October is 45 yuan too high' });
    await at.accept();
  });
  afterAll(async () => {
    expect(at.complaints).toEqual([]);
    one.close();
    await browser.close();
    await product.dispose();
    await model.close();
  });
  const tool = (name: string) => at.page.locator('.composer').getByRole('button', { name });
  const choose = (name: string) => at.page.getByRole('menuitem', { name }).click();

  it('puts a draft into another tone and language, gives one’s own words back, and sends nothing by itself', async () => {
    expect(await tool('润色').isDisabled()).toBe(true);
    await at.field.fill('账单 59 元');
    model.answer = '您好，您的账单是 59 元，请放心。';
    await tool('润色').click();
    await choose('更亲切');
    await tool('还原我写的').click();
    await at.holds('账单 59 元');
    model.answer = 'Your bill is 59 yuan.';
    await tool('翻译').click();
    await choose('译成英文');
    await tool('还原我写的').waitFor();
    await at.holds('Your bill is 59 yuan.');
    expect(one.messages.some(({ text }) => text.includes('59'))).toBe(false);
    await at.field.press('Enter');
    await one.told.until<{ text: string }>('message', ({ text }) => text === 'Your bill is 59 yuan.');
    // A figure that the agent did not write never comes back, and the words stay.
    await at.field.fill('账单 59 元');
    model.answer = '您的账单是 58 元。';
    await tool('润色').click();
    await choose('更正式');
    await at.page.locator('.ant-message-error').waitFor();
    expect(await at.field.inputValue()).toBe('账单 59 元');
    await at.field.fill('');
  });

  describe('on a slow line', () => {
    let line: BadLine;
    beforeAll(async () => {
      line = await BadLine.of(at.context);
      await at.page.reload();
      await at.chats.first().click();
      await at.field.waitFor();
    });

    it('leaves what was written on while the model wrote, and does not bring back what was sent meanwhile', async () => {
      model.answer = '您好，您的账单是 59 元。';
      for (const meanwhile of [() => at.field.fill('账单 59 元，请您查收'), () => at.field.press('Enter')]) {
        await at.field.fill('账单 59 元');
        line.hold();
        await tool('润色').click();
        await choose('更亲切');
        await at.page.locator('.composer-tools .ant-btn-loading').waitFor();
        await meanwhile();
        const stands = await at.field.inputValue();
        line.mend();
        await at.page.locator('.composer-tools .ant-btn-loading').waitFor({ state: 'detached' });
        await tool('润色').waitFor();
        expect(await at.field.inputValue()).toBe(stands);
      }
      expect(await at.field.inputValue()).toBe('');
    });

    it('gives a note back that was not taken, and keeps the one begun meanwhile', async () => {
      await at.page.locator('.composer-top').getByText('内部备注').click();
      await at.field.fill('宽带可能是楼道的问题');
      line.hold();
      await at.field.press('Enter');
      await at.field.fill('已约周三上门');
      await line.cut();
      await at.holds('宽带可能是楼道的问题\n已约周三上门');
      line.mend();
      await at.page.locator('.presence-button .dot[data-status="online"]:visible').waitFor();
      await at.field.fill('');
      await at.page.locator('.composer-top').getByText('回复').click();
    });
  });

  it('takes cells of a sheet for words and not for the picture of them, and sends a picture that is nothing else', async () => {
    const paste = (types: readonly string[]): Promise<boolean> =>
      at.field.evaluate((field, kinds) => {
        const clipboardData = new DataTransfer();
        for (const type of kinds) clipboardData.setData(type, '13800000004');
        clipboardData.items.add(new File([new Uint8Array([1])], '图.png', { type: 'image/png' }));
        return !field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, types);
    const uploads: string[] = [];
    at.page.on('request', (request) => void (request.url().endsWith('/api/attachments') && uploads.push(request.url())));
    expect(await paste(['text/plain', 'text/html'])).toBe(false);
    expect(await paste(['text/html'])).toBe(true);
    await at.page.locator('.ant-message-error', { hasText: '图.png' }).waitFor();
    expect(uploads).toHaveLength(1);
  });

  it('says at a field what of a paste did not fit, and keeps the rest', async () => {
    const taken = async (text: string): Promise<void> => {
      await at.field.fill(text);
      await at.field.press('Control+a');
      await at.field.press('Control+x');
    };
    await taken('账'.repeat(4030));
    await at.page.keyboard.press('Alt+e');
    const field = at.dialog.locator('textarea').first();
    await field.fill('');
    await field.press('Control+v');
    const said = at.page.locator('.cut-paste');
    await said.waitFor();
    if (process.env['SHOTS'] !== undefined) await at.page.screenshot({ path: `${process.env['SHOTS']}/cut-paste.png` });
    expect(await said.innerText()).toBe('这里最多 4000 字，粘贴内容的最后 30 字没有放进来');
    expect((await field.inputValue()).length).toBe(4000);
    // Beside the other fields and buttons, not over them.
    expect(
      await said.evaluate((words) => {
        const { left, right, top, bottom } = words.getBoundingClientRect();
        const isUnder = ({ left: l, right: r, top: t, bottom: b }: DOMRect): boolean => r > l && l < right && r > left && t < bottom && b > top;
        return [...document.querySelectorAll('.ant-modal :is(input, textarea, button)')].filter((part) => isUnder(part.getBoundingClientRect())).map(({ outerHTML }) => outerHTML.slice(0, 120));
      }),
    ).toEqual([]);
    // Gone once it was written on.
    await field.press('Backspace');
    await said.waitFor({ state: 'detached' });
    await field.fill('');
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'hidden' });
    await taken('账单');
    await at.page.keyboard.press('Control+v');
    expect(await said.count()).toBe(0);
    await at.field.fill('');
  });

  it('translates what the subscriber wrote when asked, under their own words', async () => {
    await one.send('I never used roaming');
    const bubble = at.bubble('them', 'I never used roaming');
    model.answer = '我从没用过漫游';
    await bubble.getByRole('button', { name: '翻译' }).click();
    await bubble.getByText('我从没用过漫游').waitFor();
    expect(await bubble.innerText()).toMatch(/I never used roaming[\s\S]*AI 翻译/);
    await one.send('我也会中文');
    await at.bubble('them', '我也会中文').waitFor();
    expect(await at.bubble('them', '我也会中文').getByRole('button').count()).toBe(0);
  });

  it('warns of what need not be asked again, and is silent once the draft asks for something else', async () => {
    const known = at.page.locator('.known');
    await at.field.fill('请提供一下您的手机号码，是哪个月的账单？');
    await known.getByText('138****0004').waitFor();
    expect(await known.innerText()).toMatch(/不必再问[\s\S]*号码 138\*{4}0004[\s\S]*月份 October/);
    expect(await at.scan()).toEqual([]);
    await at.field.fill('好的，马上为您核对');
    await known.getByText('138****0004').waitFor({ state: 'detached' });
    await at.field.fill('');
  });

  it('has the keyboard back in the field after each dialog', async () => {
    for (const keys of ['Alt+t', 'Alt+e', 'Alt+b']) {
      await at.field.focus();
      await at.page.keyboard.press(keys);
      await at.dialog.first().waitFor();
      await at.page.keyboard.press('Escape');
      await at.dialog.first().waitFor({ state: 'hidden' });
      await at.page.waitForFunction(() => document.activeElement?.matches('.composer textarea'));
    }
  });

  it('keeps a ready reply that is being written, whatever becomes of the dialog and the page, until it is called off', async () => {
    const write = async (): Promise<void> => {
      await at.field.fill('/');
      await at.page.locator('.canned-foot button').click();
    };
    await write();
    await at.dialog.getByRole('button', { name: '新建' }).click();
    await at.dialog.locator('input').first().fill('停电安抚');
    await at.dialog.locator('textarea').first().fill('抢修正在进行，');
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'hidden' });
    await at.page.reload();
    await at.chats.first().click();
    await write();
    await at.dialog.locator('textarea').first().waitFor();
    expect([await at.dialog.locator('input').first().inputValue(), await at.dialog.locator('textarea').first().inputValue()]).toEqual(['停电安抚', '抢修正在进行，']);
    await at.dialog.getByRole('button', { name: '取消' }).click();
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'hidden' });
    await write();
    await at.dialog.locator('.canned-all').waitFor();
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'hidden' });
    await at.field.fill('');
  });

  it('fills a ready reply with what the subscriber was told, in their language', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'agent1@demo')}` };
    const reply = { shared: false, folder: '账务', title: '现用套餐', text: { 'zh-CN': '您的套餐是 {{plan}}。', en: 'You are on {{plan}}.' }, macro: null };
    await fetch(`${product.url}/api/canned-replies`, { method: 'POST', headers, body: JSON.stringify(reply) });
    await at.page.reload();
    await at.chats.first().click();
    await at.field.fill('/xytc');
    // Language and plan are known once the chat is read anew.
    await at.page.locator('.canned li[aria-selected="true"]', { hasText: /现用套餐[\s\S]*You are on [\w ]+\./ }).waitFor();
    await at.field.press('Enter');
    await eventually(() => at.field.inputValue(), (text) => /^You are on [\w ]+\.$/.test(text));
    await at.field.fill('');
  });

  it('says of each suggestion where it is from', async () => {
    await one.send('Do I have to switch on roaming before I go abroad?');
    await at.bubble('them', 'Do I have to switch on roaming').waitFor();
    const drafted = 'Please switch on international roaming before you leave.';
    model.answer = drafted;
    await at.field.press('Alt+s');
    const first = at.page.locator('.suggestion').first();
    await first.waitFor();
    expect(await first.innerText()).toMatch(/AI 起草，请核对/);
    expect(await at.page.locator('.suggestion', { hasText: '知识库' }).count()).toBeGreaterThan(0);
    await first.click();
    await at.holds(drafted);
  });
});
