/** The agents' desk in a real browser against the real product: from signing in to closing, with nothing lost on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import type { DeskWishes } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('the desk', () => {
  let product: Product;
  let browser: Browser;
  const desks: DeskPage[] = [];
  const clients: Client[] = [];
  /** One more socket for each of the staff, to clear the floor with. */
  const keepers: StaffClient[] = [];

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
    for (const email of ['agent1@demo', 'agent2@demo', 'supervisor@demo']) keepers.push(await connectStaff(product.url, email, null));
  });
  afterAll(async () => {
    for (const keeper of keepers) keeper.close();
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    // The next test finds an empty floor and an empty line.
    for (const client of clients.splice(0)) {
      await client.request('end').catch(() => undefined);
      client.close();
    }
    for (const desk of desks.splice(0)) {
      expect(desk.complaints).toEqual([]);
      await desk.close();
    }
    for (const keeper of keepers) await keeper.request('presence', { status: 'offline' });
  });

  async function desk(email = 'agent1@demo', wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.signedIn(browser, product.url, email, wishes);
    desks.push(opened);
    return opened;
  }
  async function subscriber(msisdn = '13800000004', says: readonly string[] = []): Promise<Subscriber> {
    const made = await connectSubscriber(product.url, { token: await siteToken(product.url, msisdn) });
    clients.push(made);
    for (const text of says) await made.ask(text);
    return made;
  }
  async function staff(email: string): Promise<StaffClient> {
    const made = await connectStaff(product.url, email);
    clients.push(made);
    return made;
  }
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  const inState = (one: Subscriber, state: string) =>
    one.told.until<WireConversation>('conversation', (conversation) => conversation.state === state);
  const heard = (one: Subscriber, text: string) => one.told.until<WireMessage>('message', (message) => message.text === text);
  /** Signed in, online, with one chat taken. */
  async function inConversation(says: readonly string[] = []): Promise<{ at: DeskPage; with: Subscriber }> {
    const at = await desk();
    await at.goOnline();
    const one = await subscriber('13800000004', says);
    await one.request('handoff', {});
    await at.accept();
    return { at, with: one };
  }

  it('lets in who may, and tells the others why not', async () => {
    const opened = await DeskPage.open(browser, product.url);
    desks.push(opened);
    await opened.signIn('agent1@demo', 'not it');
    await opened.page.getByText('邮箱或密码不正确').waitFor();
    await opened.signIn('editor@demo', 'demo');
    await opened.page.getByText('没有使用工作台的权限').waitFor();
    for (let attempt = 0; attempt < 5; attempt += 1) await staffToken(product.url, 'admin@demo', 'guess');
    await opened.signIn('admin@demo', 'demo');
    await opened.page.getByText('账号已锁定 15 分钟').waitFor();
    await opened.signIn('agent1@demo', 'demo');
    await opened.presence.waitFor();
    expect(await opened.presence.innerText()).toBe('离线');
    expect(await opened.scan()).toEqual([]);
  });

  it('offers a chat with its brief, and a key accepts it while the agent writes elsewhere', async () => {
    const { at } = await inConversation();
    const second = await subscriber('13800000006', ['我的套餐']);
    await at.field.fill('写到一半');
    await second.request('handoff', { reason: '想换个便宜点的套餐' });
    await at.offer.waitFor();
    await at.offer.getByRole('button', { name: '详情' }).click();
    const card = await at.offer.innerText();
    expect(card).toContain('想换个便宜点的套餐');
    expect(card).toContain('138****0006');
    expect(card).toContain('已验证身份');
    expect(card).toMatch(/\d+ 秒后转给下一位/);
    expect(card).toMatch(/为什么派给您\s*(手上最空、空闲最久|上次接待过这位用户)/);
    expect(await at.scan()).toEqual([]);
    expect(await at.field.inputValue()).toBe('写到一半');
    await at.field.press('Alt+a');
    await inState(second, 'live');
    await at.page.locator('.thread-who', { hasText: '138****0006' }).waitFor();
    await at.chats.nth(1).waitFor();
    expect(await at.chats.count()).toBe(2);
    await at.page.locator('.console-who', { hasText: '为什么派给您' }).waitFor();
    await at.page.keyboard.press('Alt+1');
    await at.holds('写到一半');
  });

  it('declines with a reason, and the chat goes to the next', async () => {
    const at = await desk();
    await at.goOnline();
    const one = await subscriber();
    await one.request('handoff', {});
    await at.offer.waitFor();
    const other = await staff('agent2@demo');
    await at.page.keyboard.press('d');
    await at.page.getByText('手上正忙').click();
    await at.offer.waitFor({ state: 'detached' });
    await other.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === idOf(one));
  });

  it('shows what was said and tried before, and carries both ways of talking', async () => {
    const { at, with: one } = await inConversation(['查话费余额', '为什么上个月账单这么多']);
    // Balance, bill, and what the agent is told.
    await at.page.locator('.trend li').nth(3).waitFor();
    expect(await at.page.locator('.bubble-row[data-who="bot"] .card').count()).toBe(3);
    // As the subscriber saw it: what a card says stands there once.
    expect((await at.bubbles('bot')).join('\n').split('我会这样告诉客服')).toHaveLength(2);
    expect(await at.chats.innerText()).not.toContain('我会这样告诉客服');
    for (const part of ['赵*', '138****0004', '已验证身份', '查话费余额', '话费余额', '当前套餐']) await at.page.locator('.console-who', { hasText: part }).waitFor();
    await at.field.fill('您好');
    await one.told.until<{ from: string; on: boolean }>('typing', (typing) => typing.from === 'agent' && typing.on);
    await at.field.press('Enter');
    await heard(one, '您好');
    await at.bubble('me', '您好').waitFor();
    await one.request('typing', { on: true });
    await at.page.getByText('用户正在输入…').waitFor();
    const seq = Number((await one.send('我没有开过漫游'))['seq']);
    await at.bubble('them', '我没有开过漫游').waitFor();
    await at.page.getByText('用户正在输入…').waitFor({ state: 'detached' });
    await one.told.until<WireConversation>('conversation', (conversation) => conversation.readSeq.agent >= seq);
  });

  it('sends no half-chosen word of an input method, and breaks lines with Shift', async () => {
    const { at, with: one } = await inConversation();
    await at.field.fill('ni hao');
    await at.field.dispatchEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      isComposing: true,
      keyCode: 229,
      bubbles: true,
      cancelable: true,
    });
    expect(await at.field.inputValue()).toBe('ni hao');
    await at.field.press('Shift+Enter');
    await at.field.pressSequentially('第二行');
    await at.field.press('Enter');
    await heard(one, 'ni hao\n第二行');
  });

  it('keeps notes from the subscriber and shows them to the next agent', async () => {
    const { at, with: one } = await inConversation();
    await at.field.press('Alt+n');
    await at.write('用户情绪不好，先安抚');
    await at.page.locator('.row-note', { hasText: '用户情绪不好' }).waitFor();
    await at.field.press('Alt+r');
    await at.write('马上为您查');
    await heard(one, '马上为您查');
    expect(JSON.stringify(one.told.all)).not.toContain('先安抚');
    expect(await at.scan()).toEqual([]);
  });

  it('puts a suggestion into the reply only when it is chosen, and sends nothing by itself', async () => {
    const { at, with: one } = await inConversation(['怎么开通国际漫游']);
    // Without a language model there is nothing that would rewrite.
    expect(await at.page.locator('.composer-tools .ant-btn').count()).toBe(1);
    await at.field.press('Escape');
    await at.page.keyboard.press('s');
    await at.page.locator('.suggestion:focus').waitFor();
    // What is being answered stays in sight.
    await at.page.waitForFunction(() => {
      const [answered, below] = [[...document.querySelectorAll('.bubble')].at(-1), document.querySelector('.suggestions')];
      return answered && below && answered.getBoundingClientRect().bottom <= below.getBoundingClientRect().top;
    });
    await at.page.keyboard.press('Enter');
    await at.page.waitForFunction(() => Number(document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value.length) > 5);
    expect(one.messages.filter(({ from }) => from === 'agent')).toEqual([]);
  });

  it('passes a chat to a colleague who says yes, with a note, and the former agent can only read', async () => {
    const { at, with: one } = await inConversation();
    const other = await staff('agent2@demo');
    await at.field.fill('还没发出的话');
    await at.field.press('Alt+t');
    await at.dialog.getByText('周航').click();
    await at.dialog.locator('textarea').fill('账单已核对，等退费审批');
    await at.dialog.locator('.ant-btn-primary').click();
    await other.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === idOf(one));
    // Asked, not moved: it stays where it is until the colleague says yes.
    expect(one.conversation?.agent?.name).toBe('林晓');
    expect((await other.request('accept', { conversationId: idOf(one) })).ok).toBe(true);
    await at.page.getByText('已转接，由下一位接待').first().waitFor();
    await at.page.locator('.thread-head', { hasText: '已转接' }).waitFor();
    const opened = await other.request('open', { conversationId: idOf(one) });
    expect(JSON.stringify(opened['notes'])).toContain('账单已核对，等退费审批');
    await one.send('现在是谁');
    await at.page.locator('.ended-draft', { hasText: '还没发出的话' }).waitFor();
    await at.field.waitFor({ state: 'detached' });
    expect(await at.bubbles('them')).not.toContain('现在是谁');
    await at.chats.first().waitFor({ state: 'detached' });
  });

  it('hands back to the assistant, who answers again', async () => {
    const { at, with: one } = await inConversation();
    await at.page.getByRole('button', { name: '交还小接' }).click();
    await at.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    await inState(one, 'bot');
    await at.page.getByText('已交还小接').first().waitFor();
    expect((await one.ask('查话费余额')).from).toBe('bot');
  });

  it('closes with an outcome and a summary, and the subscriber is asked for a rating', async () => {
    const { at, with: one } = await inConversation();
    await at.write('已为您处理');
    await heard(one, '已为您处理');
    await at.field.press('Alt+e');
    await at.dialog.getByText('待跟进').click();
    await at.dialog.locator('textarea').fill('漫游费核减，三日内回电');
    expect(await at.scan()).toEqual([]);
    await at.dialog.locator('.ant-btn-primary').click();
    await inState(one, 'closed');
    await one.told.until('survey');
    await at.page.getByText('会话已结束').first().waitFor();
    await one.send('我又来了');
    await one.request('handoff', {});
    await at.accept();
    await at.bubble('me', '已为您处理').waitFor();
    await at.page.locator('.console-who', { hasText: '主动要求人工' }).waitFor();
  });

  it('starts the closing from what the subscriber said last: solved is not assumed after a no', async () => {
    const { at, with: one } = await inConversation();
    await at.write('网络现在恢复了吗？');
    await one.send('还是没有恢复');
    await at.bubble('them', '还是没有恢复').waitFor();
    await at.field.press('Alt+e');
    const outcome = (name: string) => at.dialog.getByRole('radio', { name });
    expect(await outcome('待跟进').isChecked()).toBe(true);
    await at.page.keyboard.press('Escape');
    await at.dialog.waitFor({ state: 'detached' });
    await one.send('好了，谢谢');
    await at.bubble('them', '好了，谢谢').waitFor();
    await at.field.press('Alt+e');
    await outcome('已解决').waitFor();
    expect(await outcome('已解决').isChecked()).toBe(true);
  });

  it('downloads the transcript with the token and not by a bare link', async () => {
    const { at } = await inConversation(['查话费余额']);
    await at.page.getByRole('button', { name: '更多操作' }).click();
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.page.getByText('纯文本 TXT').click()]);
    expect(download.suggestedFilename()).toMatch(/\.txt$/);
    expect(download.url()).toMatch(/^blob:/);
  });

  it('is itself again after a reload: signed in, online, with its chats and the unsent words', async () => {
    const { at, with: one } = await inConversation();
    await at.write('第一句');
    await heard(one, '第一句');
    await at.field.fill('没写完的');
    await at.page.reload();
    // What was in front is in front.
    await at.bubble('me', '第一句').waitFor();
    await at.holds('没写完的');
    await eventually(() => at.presence.innerText(), (status) => status === '在线');
    await at.write('还是我');
    await heard(one, '还是我');
    expect(await at.bubbles('me')).toEqual(['第一句', '还是我']);
  });
});
