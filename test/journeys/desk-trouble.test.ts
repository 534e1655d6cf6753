/** The desk when things go wrong: a killed server, an agent taken off, a second tab, a supervisor who steps in, a very long talk. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { DeskPage, NARROW, PHONE } from '../support/desk-page.js';
import type { DeskWishes } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

const chromium = findBrowser();
const LOOKS: readonly { readonly name: string; readonly wishes: DeskWishes }[] = [
  { name: 'on a wide screen', wishes: {} },
  { name: 'dark, on a narrow screen', wishes: { size: NARROW, isDark: true } },
  { name: 'in English, on a phone', wishes: { size: PHONE, locale: 'en' } },
];

(chromium.path === null ? describe.skip : describe)('the desk in trouble', () => {
  let product: Product;
  let browser: Browser;
  const desks: DeskPage[] = [];
  const subscribers: Subscriber[] = [];

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) {
      expect(desk.complaints).toEqual([]);
      await desk.close();
    }
    for (const one of subscribers.splice(0)) {
      await one.request('end').catch(() => undefined);
      one.close();
    }
    for (const email of ['agent1@demo', 'supervisor@demo']) (await connectStaff(product.url, email, 'offline')).close();
  });

  async function desk(email = 'agent1@demo', wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.signedIn(browser, product.url, email, wishes);
    desks.push(opened);
    return opened;
  }
  async function subscriber(says: readonly string[] = [], auth: object = {}): Promise<Subscriber> {
    const made = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000004'), ...auth });
    subscribers.push(made);
    for (const text of says) await made.ask(text);
    return made;
  }
  async function inConversation(says: readonly string[] = [], wishes: DeskWishes = {}): Promise<{ at: DeskPage; with: Subscriber }> {
    const at = await desk('agent1@demo', wishes);
    await at.goOnline();
    const one = await subscriber(says);
    await one.request('handoff', {});
    await at.accept();
    return { at, with: one };
  }

  it('survives a killed server: what was written meanwhile arrives once, and the chat is still mine', async () => {
    const { at, with: one } = await inConversation();
    await at.write('断线之前');
    await at.bubble('me', '断线之前').waitFor();
    const { resumeToken } = one.conversation as WireConversation;
    // The words before may still wait for their acknowledgement when the server dies; then two go out again.
    const waiting = at.page.getByText('等网络恢复后自动发送');
    await product.stop('SIGKILL');
    await at.page.locator('.link-notice', { hasText: '连接已断开' }).waitFor();
    await at.write('断线时写的');
    await waiting.last().waitFor();
    product = await product.restart();
    await at.page.locator('.link-notice[data-on="false"]').waitFor({ state: 'attached' });
    await waiting.first().waitFor({ state: 'detached' });
    await eventually(() => at.presence.innerText(), (status) => status === '在线');
    const back = await subscriber([], { resumeToken, afterSeq: 0 });
    await back.told.until<WireMessage>('message', (message) => message.text === '断线时写的');
    expect(back.messages.filter((message) => message.text === '断线时写的')).toHaveLength(1);
    await back.send('我还在');
    await at.bubble('them', '我还在').waitFor();
    expect(await at.bubbles('me')).toEqual(['断线之前', '断线时写的']);
  });

  it('reads on a laptop that was offline too long that the chat went, keeps the draft, and offers the chat to its agent again once she is back and free', async () => {
    const { at, with: one } = await inConversation();
    await at.write('您好，我来查一下');
    await one.told.until<WireMessage>('message', ({ text }) => text === '您好，我来查一下');
    await at.field.fill('还没发出的话');
    await at.context.setOffline(true);
    const said = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve(one.messages.map(({ text }) => text).join(' ')), 200));
    await eventually(said, (words) => words.includes('连接中断'), 30_000);
    // It claims nothing that is no longer so, and does not lie over who it was with.
    await at.page.locator('.link-notice', { hasText: '超过 15 秒' }).waitFor();
    expect(await at.presence.innerText()).toBe('未连接');
    const [notice, who] = await Promise.all([at.page.locator('.link-notice'), at.page.locator('.thread-head')].map((part) => part.boundingBox()));
    expect(notice?.y).toBeGreaterThanOrEqual((who?.y ?? 0) + (who?.height ?? 0));
    await at.context.setOffline(false);
    await at.page.getByText('这个会话已回到排队或由同事接手，不在您名下了').waitFor();
    await at.page.getByText('还没发出的话').waitFor();
    const since = Date.now();
    await at.offer.waitFor();
    // Not only when the half minute is over in which the chat is kept for her.
    expect(Date.now() - since).toBeLessThan(20_000);
    await at.accept();
    await at.holds('还没发出的话');
    await at.write('我回来了');
    await one.told.until<WireMessage>('message', ({ text }) => text === '我回来了');
  });

  it('signs out when the session has ended elsewhere, and keeps the draft for the next sign-in', async () => {
    const { at } = await inConversation();
    await at.field.fill('还想说的');
    // It asks to sign in, and never says that it is the line.
    await at.page.evaluate(() => {
      const notice = document.querySelector('.link-notice');
      const seen = globalThis as unknown as { said: string };
      seen.said = '';
      if (notice) new MutationObserver(() => (seen.said += notice.textContent)).observe(notice, { childList: true, subtree: true, characterData: true });
    });
    await at.page.evaluate(async () => {
      const { token } = JSON.parse(sessionStorage.getItem('jiebang.desk.session') ?? '{}') as { token: string };
      await fetch('/api/staff/logout', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    });
    await at.page.getByText('登录已过期').waitFor();
    expect(await at.page.evaluate(() => (globalThis as unknown as { said: string }).said)).toBe('');
    await at.signIn('agent1@demo', 'demo');
    await at.chats.first().click();
    await at.holds('还想说的');
  });

  it('leaves no session behind when she signs out, on the desk or on a page of editors', async () => {
    const me = (token: string) => fetch(`${product.url}/api/staff/me`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);
    const tokenOf = (page: Page) => page.evaluate(() => (JSON.parse(sessionStorage.getItem('jiebang.desk.session') ?? '{}') as { token: string }).token);
    const at = await desk();
    // A copied tab has the session too.
    const copy = await at.context.newPage();
    const kept = await at.page.evaluate(() => JSON.stringify(sessionStorage));
    await copy.addInitScript((all) => Object.entries(JSON.parse(all) as Record<string, string>).forEach(([key, value]) => sessionStorage.setItem(key, value)), kept);
    await copy.goto(`${product.url}/desk`);
    await copy.locator('.presence-button:visible').waitFor();
    const token = await tokenOf(at.page);
    expect(await me(token)).toBe(200);
    await at.page.getByRole('button', { name: '我的账号' }).click();
    await at.page.getByText('退出登录').click();
    await at.page.locator('input[type="password"]').waitFor();
    await eventually(() => me(token), (status) => status === 401);
    await copy.getByText('登录已过期').waitFor();

    const editor = await DeskPage.open(browser, product.url, { path: '/studio' });
    desks.push(editor);
    await editor.signIn('editor@demo', 'demo');
    const leave = editor.page.getByRole('button', { name: '退出' });
    await leave.waitFor();
    const other = await tokenOf(editor.page);
    await leave.click();
    await eventually(() => me(other), (status) => status === 401);
  });

  it('keeps a ready reply once however often the button is pressed, and shows it to nobody who signs in after her', async () => {
    const at = await desk();
    const replies = at.page.locator('.canned-all');
    const open = async (): Promise<void> => {
      await at.page.getByRole('button', { name: '我的账号' }).click();
      await at.page.getByText('设置', { exact: true }).click();
      await at.page.getByRole('button', { name: '管理快捷回复' }).click();
    };
    let kept = 0;
    let release: () => void = () => undefined;
    let released = new Promise<void>((resolve) => (release = resolve));
    await at.page.route('**/api/canned-replies', async (route) => {
      if (route.request().method() === 'POST') kept += 1;
      else if (kept === 0) return route.continue();
      await released;
      await route.continue();
    });
    await open();
    await at.dialog.getByRole('button', { name: '新建' }).click();
    await at.dialog.getByLabel('标题').fill('只有我用的话');
    await at.dialog.getByLabel('文件夹').fill('我的');
    await at.dialog.getByLabel('中文').fill('您好呀');
    await at.dialog.getByRole('button', { name: '保存' }).dblclick();
    release();
    await replies.getByText('只有我用的话').waitFor();
    expect(kept).toBe(1);
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'detached' });
    released = new Promise<void>((resolve) => (release = resolve));
    await at.page.getByRole('button', { name: '我的账号' }).click();
    await at.page.getByText('退出登录').click();
    await at.signIn('agent2@demo', 'demo');
    await at.presence.waitFor();
    await open();
    await at.dialog.getByRole('button', { name: '新建' }).waitFor();
    expect(await replies.getByText('只有我用的话').count()).toBe(0);
    release();
    await replies.locator('.canned-kept').first().waitFor();
    expect(await replies.getByText('只有我用的话').count()).toBe(0);
  });

  it('shows the chats in hand as they were taken, on any page of hers', async () => {
    const at = await desk();
    await at.goOnline();
    for (const text of ['第一位', '第二位']) {
      const one = await subscriber([text]);
      await one.request('handoff', {});
      await at.accept();
      await at.write(`您好，${text}`);
      await at.bubble('me', `您好，${text}`).waitFor();
    }
    await at.chats.first().click();
    await at.write('还是第一位');
    await at.bubble('me', '还是第一位').waitFor();
    await at.page.reload();
    await at.chats.nth(1).waitFor();
    const texts = async (): Promise<string> => (await at.chats.locator('.chat-row-text').allInnerTexts()).map((text) => text.trim()).join(' ');
    await eventually(texts, (all) => all === '还是第一位 您好，第二位');
  });

  it('lets a supervisor look on unseen, whisper to the agent alone, and take over', async () => {
    const boss = await desk('supervisor@demo');
    const one = await subscriber();
    await one.request('handoff', {});
    await boss.page.locator('.waiting-row').first().click();
    await boss.page.getByText('用户正在排队，您在旁看').waitFor();
    const at = await desk();
    await at.goOnline();
    await at.accept();
    await at.write('您好');
    await boss.bubble('peer', '您好').waitFor();
    await boss.page.getByText('用户和坐席都看不到您').waitFor();
    await boss.page.locator('.composer .ant-segmented-item', { hasText: '悄悄话' }).click();
    await boss.write('先看看账单');
    await at.page.locator('.row-note[data-kind="whisper"]', { hasText: '先看看账单' }).waitFor();
    await at.field.fill('我正要说');
    await boss.page.getByRole('button', { name: '接管' }).click();
    await boss.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    await at.page.getByText('主管已接管这个会话').first().waitFor();
    await boss.page.locator('.ant-modal-confirm').waitFor({ state: 'detached' });
    await at.field.waitFor({ state: 'detached' });
    await at.page.locator('.ended-draft', { hasText: '我正要说' }).waitFor();
    await boss.write('我是主管，我来处理');
    await one.told.until<WireMessage>('message', (message) => message.text === '我是主管，我来处理');
    expect(JSON.stringify(one.told.all)).not.toContain('先看看账单');
  });

  it('shows a second tab the same chats, and what one sends the other shows once', async () => {
    const { at } = await inConversation();
    const second = await desk();
    await second.chats.first().click();
    await at.write('从第一个标签');
    await second.bubble('me', '从第一个标签').waitFor();
    await second.write('从第二个标签');
    await at.bubble('me', '从第二个标签').waitFor();
    expect(await at.bubbles('me')).toEqual(['从第一个标签', '从第二个标签']);
    expect(await second.bubbles('me')).toEqual(['从第一个标签', '从第二个标签']);
  });

  it('counts what arrives while another chat is in front, and marks where it begins', async () => {
    const { at, with: one } = await inConversation();
    await at.write('您好');
    await one.told.until<WireConversation>('conversation', (conversation) => conversation.readSeq.agent > 0);
    const other = await subscriber();
    await other.request('handoff', {});
    await at.accept();
    await one.send('在吗');
    await one.send('怎么不说话');
    await at.page.locator('.chat-row .count', { hasText: '2' }).waitFor();
    await eventually(() => at.page.title(), (title) => title.includes('(2)'));
    await at.chats.first().click();
    await at.page.locator('.row-unread').waitFor();
    await at.page.locator('.chat-row .count').waitFor({ state: 'detached' });
  });

  it.each(LOOKS)('is free of serious accessibility findings and fits the screen $name', async ({ wishes }) => {
    const { at } = await inConversation(['查话费余额', '还剩多少流量', '上个月账单'], wishes);
    expect(await at.scan()).toEqual([]);
    expect(await at.overflow()).toBeLessThanOrEqual(0);
    const about = at.page.locator('.thread-about:visible');
    if ((await about.count()) > 0) {
      await about.click();
      await at.page.locator('.who-identity').waitFor();
      expect(await at.scan()).toEqual([]);
      await at.page.locator('.who-close').click();
    }
    if (wishes.size === PHONE) {
      await at.page.locator('.thread-head .phone-only').click();
      await at.chats.first().waitFor();
      expect(await at.scan()).toEqual([]);
    }
  });

  it.each([1440, 1280, 1024, 900, 760])('keeps who it is beside the conversation and nothing over the reply, %i px wide', async (width) => {
    const { at } = await inConversation(['查话费余额'], { size: { width, height: 768 } });
    const about = at.page.locator('.thread-about:visible');
    if ((await about.count()) > 0) await about.click();
    await at.page.locator('.who-identity').waitFor();
    await at.field.fill('写到一半');
    const covered = (): Promise<string[]> =>
      at.page.locator('.composer :is(button, textarea):visible, .thread-head button:visible, .who-head :is(button, label):visible').evaluateAll((controls) =>
        controls
          .filter((control) => {
            const { left, right, top, bottom } = control.getBoundingClientRect();
            const corners = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
            return corners.some((seen) => seen === null || !(control.contains(seen) || seen.contains(control)));
          })
          .map(({ outerHTML }) => outerHTML),
      );
    await eventually(covered, (found) => found.length === 0);
    expect(await at.overflow()).toBe(0);
    await at.page.locator('.composer .ant-btn-primary').click();
    await at.bubble('me', '写到一半').waitFor();
    expect(await at.page.locator('.who-identity').isVisible()).toBe(true);
  });

  it('is as large as the type set in the browser, as are studio, insights and the chat, and turns to a narrower layout before anything is cut off', async () => {
    const large = await launchBrowser(chromium.path ?? '', { typePx: 20 });
    const sizeOf = (page: DeskPage, what: string): Promise<string> => page.page.locator(what).first().evaluate((element) => getComputedStyle(element).fontSize);
    try {
      const at = await DeskPage.signedIn(large, product.url, 'agent1@demo', { size: NARROW });
      await at.goOnline();
      const one = await subscriber(['上个月账单']);
      await one.request('handoff', {});
      await at.accept();
      await at.field.waitFor();
      for (const what of ['.composer textarea', '.bubble', '.thread-head .ant-btn', '.chat-row b']) expect(await sizeOf(at, what)).toBe('17.5px');
      const cutOff = (): Promise<string[]> =>
        at.page.locator('button:visible').evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().right > innerWidth).map(({ outerHTML }) => outerHTML));
      expect(await at.overflow()).toBeLessThanOrEqual(0);
      expect(await cutOff()).toEqual([]);
      expect(await at.scan()).toEqual([]);
      await at.page.setViewportSize({ width: 768, height: 1024 });
      await at.page.locator('.thread-head .phone-only').waitFor();
      expect([await at.overflow(), await cutOff()]).toEqual([0, []]);
      for (const path of ['/studio', '/insights'] as const) {
        const beside = await DeskPage.open(large, product.url, { size: NARROW, path });
        await beside.signIn('editor@demo', 'demo');
        await beside.page.locator('input[type="password"]').waitFor({ state: 'detached' });
        await beside.page.locator('#main :is(.ant-btn, .ant-segmented)').first().waitFor();
        expect([await sizeOf(beside, 'body'), await sizeOf(beside, '#main :is(.ant-btn, .ant-segmented)'), await beside.overflow()]).toEqual(['17.5px', '17.5px', 0]);
      }
      for (const [path, sizes] of [['/', ['20px', '18.75px']], ['/wechat', ['20px', '20px']]] as const) {
        const phone = await large.newPage({ viewport: { width: 360, height: 740 }, locale: 'en' });
        await phone.goto(product.url + path);
        if (path === '/') await phone.locator('.jb-launcher').click();
        await phone.locator('.jb-on').waitFor();
        const drawn = await phone.evaluate("[document.documentElement, (document.querySelector('jiebang-chat')?.shadowRoot ?? document).querySelector('.jb')].map((element) => getComputedStyle(element).fontSize)");
        const inside = await phone.locator('.jb-person').evaluate((button) => button.scrollHeight <= button.clientHeight);
        expect([drawn, inside, await phone.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([sizes, true, 0]);
        await phone.close();
      }
    } finally {
      await large.close();
    }
  });
});
