/** Who this is, and how one works: earlier conversations, mood over time, macros that do everything, and each agent's own settings, in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';
import type { OwnCases } from '../../src/protocol/cases.js';
import type { WireConversation } from '../../src/protocol/chat.js';

const chromium = findBrowser();
const SUBSCRIBER = '13800000004';

(chromium.path === null ? describe.skip : describe)('the desk knows the person', () => {
  let product: Product;
  let browser: Browser;
  let at: DeskPage;
  let one: Subscriber;
  let former: StaffClient;
  let earlierId = '';
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
    former = await connectStaff(product.url, 'agent2@demo');
    const before = await connectSubscriber(product.url, { token: await siteToken(product.url, SUBSCRIBER) });
    await before.ask('怎么开通国际漫游');
    await before.request('handoff', {});
    earlierId = (await former.told.until<{ conversationId: string }>('offer')).conversationId;
    await former.request('accept', { conversationId: earlierId });
    await former.send(earlierId, '漫游已经给您说明白了');
    await former.request('close', { conversationId: earlierId, disposition: 'solved' });
    before.close();
    await former.request('presence', { status: 'offline' });
    at = await DeskPage.signedIn(browser, product.url, 'agent1@demo');
    await at.goOnline();
    one = await connectSubscriber(product.url, { token: await siteToken(product.url, SUBSCRIBER) });
    await one.ask('查话费余额');
    await one.send('你们怎么回事，太气人了！');
    await one.send('再不解决我就投诉，垃圾！');
    await one.request('handoff', {});
    await at.accept();
  });
  afterAll(async () => {
    expect(at.complaints).toEqual([]);
    for (const client of [one, former]) client.close();
    await browser.close();
    await product.dispose();
  });

  it('opens what was said before to who serves the person now, to be read only, and to nobody else', async () => {
    await at.page.locator('.who-earlier button').first().click();
    await at.bubble('peer', '漫游已经给您说明白了').waitFor();
    expect(await at.field.count()).toBe(0);
    expect(await former.request('open', { conversationId: one.conversation?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    // In another window of theirs the assistant still answers: that is read, too, and not listened to.
    const [elsewhere, hers] = [await connectSubscriber(product.url, { token: await siteToken(product.url, SUBSCRIBER) }), await connectStaff(product.url, 'agent1@demo', null)];
    await elsewhere.ask('怎么开发票');
    const id = elsewhere.conversation?.id ?? '';
    expect(await hers.request('open', { conversationId: id })).toMatchObject({ ok: true, conversation: { state: 'bot' } });
    expect(await former.request('open', { conversationId: id })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    await elsewhere.ask('怎么充值');
    expect(hers.told.of<{ conversationId: string }>('message').filter(({ conversationId }) => conversationId === id)).toEqual([]);
    for (const client of [elsewhere, hers]) client.close();
    await at.chats.first().click();
    await at.field.waitFor();
  });

  it('draws how the mood went, and says it in words', async () => {
    const moods = at.page.locator('.who-moods');
    await moods.locator('i[data-mood="angry"]').first().waitFor();
    expect(await moods.getAttribute('aria-label')).toMatch(/平静[\s\S]*生气/);
    expect(await at.scan()).toEqual([]);
  });

  it('keeps count of what was promised though there is no case: running for who was promised, and kept with a tap', async () => {
    const promised = async (): Promise<OwnCases['promises']> => {
      const response = await fetch(`${product.url}/api/cases`, { headers: { authorization: `Bearer ${one.conversation?.resumeToken ?? ''}` } });
      return ((await response.json()) as OwnCases).promises;
    };
    await at.write('我 2 小时内给您回电');
    const [made] = await eventually(promised, ({ length }) => length === 1);
    expect(made).toMatchObject({ text: '我 2 小时内给您回电', by: '林晓', state: 'open' });
    await at.page.locator('.console-who .ant-segmented-item', { hasText: '工单' }).click();
    const row = at.page.locator('.cases-tab .case-promises li', { hasText: '2 小时内给您回电' });
    await row.locator('.countdown').waitFor();
    expect(await at.scan()).toEqual([]);
    const theirs = { method: 'POST', headers: { authorization: `Bearer ${await staffToken(product.url, 'agent2@demo')}`, 'content-type': 'application/json' }, body: JSON.stringify({ conversationId: one.conversation?.id }) };
    expect((await fetch(`${product.url}/api/promises/${made?.id ?? ''}/keep`, theirs)).status).toBe(403);
    await row.getByRole('button').click();
    await row.waitFor({ state: 'detached' });
    await eventually(promised, ({ length }) => length === 0);
    await at.page.locator('.console-who .ant-segmented-item', { hasText: '简报' }).click();
  });

  it('runs a macro of one’s own: said, a case opened, and the chat closed with its tags', async () => {
    await at.field.fill('/');
    await at.page.locator('.canned-foot button').click();
    await at.dialog.getByRole('button', { name: '新建' }).click();
    await at.dialog.getByLabel('标题').fill('转投诉');
    await at.dialog.getByLabel('文件夹').fill('我的');
    await at.dialog.locator('textarea').first().fill('已为您登记投诉，专员会联系您');
    const choose = async (field: string, option: string): Promise<void> => {
      await at.dialog.locator('.ant-select', { has: at.page.getByLabel(field) }).click();
      await at.page.locator('.ant-select-item-option', { hasText: option }).click();
    };
    await choose('登记工单', '登记投诉工单');
    await choose('结束会话', '待跟进');
    expect(await at.scan()).toEqual([]);
    await at.dialog.getByRole('button', { name: '保存' }).click();
    await at.dialog.getByText('转投诉').waitFor();
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'detached' });
    await at.field.fill('/zts');
    await at.page.locator('.canned li', { hasText: '转投诉' }).waitFor();
    await at.page.locator('.canned li').first().waitFor();
    while ((await at.page.locator('.canned li[aria-selected="true"]').innerText()).includes('转投诉') === false) await at.field.press('ArrowDown');
    await at.field.press('Control+Enter');
    await one.told.until<{ text: string }>('message', ({ text }) => text === '已为您登记投诉，专员会联系您');
    await one.told.until<WireConversation>('conversation', ({ state }) => state === 'closed');
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('button', { name: '工单' }).first().click();
    await at.page.locator('.case-row', { hasText: '投诉' }).first().waitFor();
  });

  it('keeps how each agent likes the desk apart, on one and the same computer', async () => {
    const looks = (theme: 'dark' | 'light'): Promise<void> => at.page.locator(`html[data-theme="${theme}"]`).waitFor();
    const signOut = async (): Promise<void> => {
      await at.page.locator('.account:visible').click();
      await at.page.getByRole('menuitem', { name: '退出登录' }).click();
      await at.page.locator('input[type="password"]').waitFor();
    };
    await at.page.getByRole('button', { name: '切换深浅色' }).click();
    await looks('dark');
    await signOut();
    await at.page.reload();
    await at.signIn('agent2@demo', 'demo');
    await at.presence.waitFor();
    await looks('light');
    await signOut();
    await at.signIn('agent1@demo', 'demo');
    await at.presence.waitFor();
    await looks('dark');
  });

  it('rings and shows notices for what is not in front, and keeps still once they are turned off', async () => {
    const { page } = at;
    await page.evaluate(`
      window.heard = []; window.shown = []; window.isLooking = true;
      document.hasFocus = () => window.isLooking;
      window.Notification = class extends EventTarget { static permission = 'granted'; constructor(title, { body }) { super(); window.shown.push(title + ' ' + body); } close() {} };
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (at) { window.heard.push(this.frequency.value); return start.call(this, at); };`);
    const looking = (is: boolean) => page.evaluate(`window.isLooking = ${is}`);
    const heard = () => page.evaluate<number[]>('window.heard.splice(0)');
    const shown = () => page.evaluate<string[]>('window.shown.splice(0)');
    const notice = async (): Promise<string> => {
      await eventually(() => page.evaluate<string[]>('window.shown'), ({ length }) => length === 1);
      return (await shown())[0] ?? '';
    };
    const next = async (): Promise<Subscriber> => {
      const made = await connectSubscriber(product.url, {});
      await made.ask('怎么充值');
      await made.request('handoff', {});
      await at.offer.waitFor();
      return made;
    };
    await at.goOnline();
    await looking(false);
    const first = await next();
    expect(await notice()).toContain('新会话');
    expect((await heard()).slice(0, 2)).toEqual([659.25, 880]);
    await at.accept();
    await looking(true);
    await heard();
    await shown();
    await first.send('在前面的这一个');
    await at.bubble('them', '在前面的这一个').waitFor();
    expect([await heard(), await shown()]).toEqual([[], []]);
    // Another window is in front: the notice names who wrote, not who had written before.
    await looking(false);
    await first.send('看别处时来的');
    expect(await notice()).toContain('看别处时来的');
    expect(await heard()).toEqual([740]);
    await looking(true);
    const second = await next();
    // What was said before she had the chat is no news, though it comes onto the page while she looks away.
    await looking(false);
    await at.accept();
    await at.bubble('them', '看别处时来的').waitFor({ state: 'detached' });
    await at.bubble('them', '怎么充值').waitFor();
    await second.send('第二位的话');
    expect(await notice()).toContain('第二位的话');
    // A supervisor's whisper is for her, wherever she looks.
    await looking(true);
    await heard();
    const boss = await connectStaff(product.url, 'supervisor@demo', null);
    await boss.request('whisper', { conversationId: first.conversation?.id ?? '', text: '这位先安抚' });
    await at.chats.filter({ hasText: '这位先安抚' }).waitFor();
    expect([await heard(), await shown()]).toEqual([[740], []]);
    await looking(false);
    await boss.request('whisper', { conversationId: second.conversation?.id ?? '', text: '这位可以退费' });
    expect(await notice()).toContain('这位可以退费');
    boss.close();
    await at.chats.filter({ hasText: '这位先安抚' }).click();
    await at.page.locator('.row-note', { hasText: '这位先安抚' }).waitFor();
    await at.chats.filter({ hasText: '这位先安抚' }).waitFor({ state: 'detached' });
    await looking(true);
    await page.getByRole('button', { name: '设置', exact: true }).click();
    await page.getByRole('switch', { name: '提示音' }).click();
    await page.getByRole('switch', { name: '桌面通知' }).click();
    await page.keyboard.press('Escape');
    await heard();
    await first.send('不必响了');
    await at.chats.filter({ hasText: '不必响了' }).waitFor();
    expect([await heard(), await shown()]).toEqual([[], []]);
    for (const client of [first, second]) client.close();
  });

  it('invites a colleague with a link for a password, and shuts a lost device out', async () => {
    const admin = await DeskPage.signedIn(browser, product.url, 'admin@demo');
    const { page } = admin;
    const linked = async (): Promise<DeskPage> => {
      const link = await page.locator('.account-link textarea').inputValue();
      const theirs = await DeskPage.open(browser, link.split('/desk')[0] ?? '');
      // In the tab where the desk is open already.
      await theirs.page.locator('input[autocomplete="username"]').waitFor();
      await theirs.page.goto(link);
      return theirs;
    };
    const choose = async (theirs: DeskPage, password: string): Promise<void> => {
      await theirs.page.locator('input[autocomplete="new-password"]').fill(password);
      await theirs.page.locator('button[type="submit"]').click();
      await theirs.page.locator('input[autocomplete="username"]').waitFor();
    };
    await page.getByRole('button', { name: '人员' }).click();
    await page.getByRole('button', { name: '邀请同事' }).click();
    await admin.dialog.getByLabel('姓名').fill('梅婷');
    await admin.dialog.getByLabel('工作邮箱').fill('mei@jiebang.example');
    await admin.dialog.getByRole('button', { name: '保存' }).click();
    const hers = await linked();
    expect([...(await hers.scan()), ...(await admin.scan())]).toEqual([]);
    await choose(hers, 'first words of mei');
    await hers.page.getByText('密码已设置，请用它登录。').waitFor();
    await hers.signIn('mei@jiebang.example', 'first words of mei');
    await hers.presence.waitFor();
    // The lost device is shut out at once, and the old words are worth nothing after a reset.
    await page.keyboard.press('Escape');
    await admin.dialog.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: '人员' }).click();
    await page.locator('tr', { hasText: '梅婷' }).filter({ hasText: '1 处登录' }).getByRole('button', { name: '修改' }).click();
    await admin.dialog.locator('.sessions button').click();
    await hers.page.locator('input[autocomplete="username"]').waitFor();
    await admin.dialog.getByRole('button', { name: '设置密码的链接' }).click();
    const again = await linked();
    await choose(again, 'second words of mei');
    await hers.signIn('mei@jiebang.example', 'first words of mei');
    await hers.page.locator('.sign-in .ant-alert-error').waitFor();
    await again.signIn('mei@jiebang.example', 'second words of mei');
    await again.presence.waitFor();
    for (const one of [admin, hers, again]) {
      expect(one.complaints).toEqual([]);
      await one.close();
    }
  });
});
