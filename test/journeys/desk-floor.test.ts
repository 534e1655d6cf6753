/** What supervisors do about the floor, in a real browser, and what others see of it at once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, connectSubscriber, siteToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('the floor', () => {
  let product: Product;
  let browser: Browser;
  const desks: DeskPage[] = [];
  const clients: Client[] = [];
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      await client.request('presence', { status: 'offline' }).catch(() => undefined);
      await client.request('end', {}).catch(() => undefined);
      client.close();
    }
    for (const desk of desks.splice(0)) {
      expect(desk.complaints).toEqual([]);
      await desk.close();
    }
  });

  const kept = <Made extends Client>(client: Made): Made => {
    clients.push(client);
    return client;
  };
  async function supervisor(): Promise<DeskPage> {
    const desk = await DeskPage.signedIn(browser, product.url, 'supervisor@demo');
    desks.push(desk);
    return desk;
  }
  async function live(): Promise<{ agent: StaffClient; one: Subscriber; id: string }> {
    const agent = kept(await connectStaff(product.url, 'agent1@demo', 'online'));
    const one = kept(await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000004') }));
    await one.ask('我这个月话费多少');
    await one.request('handoff', {});
    const { conversationId: id } = (await agent.told.until('offer')) as { conversationId: string };
    expect(await agent.request('accept', { conversationId: id })).toMatchObject({ ok: true });
    return { agent, one, id };
  }

  it('shows a supervisor who serves whom and in what mood, and gives all of one agent’s chats to others', async () => {
    const { agent, one, id } = await live();
    const { page } = await supervisor();
    await page.getByRole('button', { name: /看板/ }).click();
    const row = page.locator('.board-table tr', { hasText: '138****0004' });
    await row.getByText('林晓').waitFor();
    await one.request('send', { clientId: 'angry-1', text: '你们就是骗子！乱扣我的钱，太气人了，我要投诉到工信部！' });
    await row.getByText('生气').waitFor();
    await page.locator('.board-alerts li[data-kind="anger"]').waitFor();

    await row.getByRole('button', { name: '旁看' }).click();
    await page.locator('.bubble', { hasText: '骗子' }).first().waitFor();
    await page.getByRole('button', { name: /看板/ }).click();
    await page.locator('.board-table tr', { hasText: '林晓' }).first().getByRole('button', { name: '全部转出' }).click();
    await page.locator('.ant-modal .ant-btn-primary').click();
    expect(await agent.told.until('released')).toMatchObject({ conversationId: id, reason: 'returned' });
    await page.locator('.board-figures').getByText('1').first().waitFor();
    const colleagues = kept(await connectStaff(product.url, 'agent2@demo', 'online'));
    expect(await colleagues.told.until('offer')).toMatchObject({ conversationId: id });
    expect(await agent.told.until<{ status: string }>('desk', ({ status }) => status === 'away')).toMatchObject({ status: 'away' });
  });

  it('speaks to a supervisor of a chat of her own as hers, called out and on the board', async () => {
    const { one, id } = await live();
    const { page } = await supervisor();
    const socket = kept(await connectStaff(product.url, 'supervisor@demo', null));
    expect(await socket.request('takeover', { conversationId: id })).toMatchObject({ ok: true });
    await one.request('send', { clientId: 'angry-2', text: '你们就是骗子！乱扣我的钱，太气人了，我要投诉到工信部！' });
    await page.locator('.alert', { hasText: '和您聊的用户越来越生气' }).waitFor();
    await page.getByRole('button', { name: /看板/ }).click();
    await page.locator('.board-alerts li[data-kind="anger"]', { hasText: '和您聊的用户越来越生气' }).waitFor();
    expect(await page.locator('.board-alerts, .alerts').allInnerTexts()).not.toContainEqual(expect.stringContaining('陈主管'));
    await socket.request('close', { conversationId: id, disposition: 'other' });
  });

  it('changes a rule, tells who did, and the next chat comes to an agent without a tap; an older page is told of the change', async () => {
    const [first, second] = [await supervisor(), await supervisor()];
    for (const { page } of [first, second]) {
      await page.getByRole('button', { name: '规则' }).click();
      await page.getByRole('switch', { name: '自动接入' }).click();
    }
    const lineOf = ({ page }: DeskPage) => page.locator('section.rules').first();
    await lineOf(first).getByRole('button', { name: '保存' }).click();
    await lineOf(first).getByText('上次改动：陈主管').waitFor();
    await lineOf(second).getByRole('button', { name: '保存' }).click();
    await lineOf(second).getByText('别人刚刚改过').waitFor();

    const agent = await DeskPage.signedIn(browser, product.url, 'agent1@demo');
    desks.push(agent);
    await agent.goOnline();
    const one = kept(await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000002') }));
    await one.ask('我这个月话费多少');
    await one.request('handoff', {});
    await agent.chats.first().waitFor();
    expect(await agent.offer.count()).toBe(0);

    await lineOf(second).getByRole('button', { name: '载入最新' }).click();
    // Until it is read anew, a switch would be of the form that goes.
    await lineOf(second).getByText('别人刚刚改过').waitFor({ state: 'detached' });
    await lineOf(second).getByRole('switch', { name: '自动接入', checked: true }).click();
    await lineOf(second).getByRole('spinbutton', { name: '接单时限（秒）' }).fill('1');
    await lineOf(second).getByRole('button', { name: '保存' }).click();
    await lineOf(second).getByText('这里的值不能用').waitFor();
    await lineOf(second).getByRole('spinbutton', { name: '接单时限（秒）' }).fill('20');
    await lineOf(second).getByRole('button', { name: '保存' }).click();
    await second.page.getByText('已保存').first().waitFor();
    await lineOf(second).getByRole('switch', { name: '自动接入', checked: false }).waitFor();
    await one.request('end', {});
  });

  it('gives agents time to write up a chat: each sees how long, keeps it over a reload, and may be ready sooner', async () => {
    const boss = await supervisor();
    await boss.page.getByRole('button', { name: '规则' }).click();
    const line = boss.page.locator('section.rules').first();
    const setWrapUp = async (seconds: string): Promise<void> => {
      await line.getByRole('spinbutton', { name: /整理/ }).fill(seconds);
      const saved = boss.page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
      await line.getByRole('button', { name: '保存' }).click();
      await saved;
    };
    await setWrapUp('300');
    const agent = await DeskPage.signedIn(browser, product.url, 'agent2@demo');
    desks.push(agent);
    await agent.goOnline();
    const [one, next] = [kept(await connectSubscriber(product.url, {})), kept(await connectSubscriber(product.url, {}))];
    await one.request('handoff', {});
    await agent.accept();
    expect(await agent.page.getByText(/整理时间/).count()).toBe(0);
    await one.request('end', {});
    await agent.page.getByText(/整理时间，还有 [1-5]:/).waitFor();
    await next.request('handoff', {});
    await agent.page.locator('#chats-waiting', { hasText: '1' }).waitFor();
    await agent.page.reload();
    await agent.page.getByText(/整理时间，还有 [1-5]:/).waitFor();
    expect(await agent.scan()).toEqual([]);
    expect(await agent.offer.count()).toBe(0);
    await agent.page.getByRole('button', { name: '接下一位' }).click();
    await agent.accept();
    await agent.page.getByText(/整理时间/).waitFor({ state: 'detached' });
    await setWrapUp('0');
  });

  it('keeps the board and its acts from agents', async () => {
    const agent = kept(await connectStaff(product.url, 'agent1@demo', null));
    expect(await agent.request('board', { on: true })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await agent.request('reassign', { staffId: 'demo-agent2' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('hands a low rating to the supervisor who takes it on, with its reasons, until it is done', async () => {
    const { agent, one, id } = await live();
    const { page } = await supervisor();
    await page.getByRole('button', { name: /看板/ }).click();
    const part = page.getByRole('region', { name: '低分回访' });
    await part.getByText('没有要回访的低分评价').waitFor();
    // She is in another window meanwhile, and is called all the same.
    await page.evaluate(`
      window.shown = [];
      document.hasFocus = () => false;
      window.Notification = class extends EventTarget { static permission = 'granted'; constructor(title, { body }) { super(); window.shown.push(body); } close() {} };`);
    await agent.request('close', { conversationId: id, disposition: 'solved' });
    expect(await one.request('rate', { score: 2, reasons: ['slow'], comment: '等了很久' })).toMatchObject({ ok: true });
    const row = part.locator('li');
    await row.getByText('等了很久').waitFor();
    await eventually(() => page.evaluate<string[]>('window.shown'), (bodies) => bodies.some((body) => body.includes('2 分')));
    expect(await row.innerText()).toContain('★★☆☆☆');
    expect(await row.innerText()).toMatch(/138\*{4}0004[\s\S]*林晓 接待[\s\S]*等太久/);
    await row.getByRole('button', { name: '我来回访' }).click();
    await row.getByRole('button', { name: '记录回访' }).click();
    await page.locator('.ant-modal textarea').fill('已致歉，赠送流量');
    // A slip of the hand costs no word, and a second press notes nothing twice.
    await page.keyboard.press('Escape');
    await page.locator('.ant-modal').waitFor({ state: 'detached' });
    await row.getByRole('button', { name: '记录回访' }).click();
    expect(await page.locator('.ant-modal textarea').inputValue()).toBe('已致歉，赠送流量');
    await page.getByRole('button', { name: '先记下' }).dblclick();
    await row.getByText(/已致歉，赠送流量/).first().waitFor();
    await page.locator('.ant-modal').waitFor({ state: 'detached' });
    expect(await row.getByText(/已致歉，赠送流量/).count()).toBe(1);
    await row.getByRole('button', { name: '记录回访' }).click();
    await page.locator('.ant-modal textarea').fill('用户满意');
    await page.getByRole('button', { name: '回访完成' }).click();
    await part.getByText('没有要回访的低分评价').waitFor();
  });
});
