/** Cases at the desk in real browsers: opened in the chat, answered, passed on, paid back by two people, and closed by the subscriber's own word. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { siteToken, staffToken } from '../support/clients.js';
import { DeskPage, NARROW } from '../support/desk-page.js';
import { SubscriberPage } from '../support/pages.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const chromium = findBrowser();
/** The demo subscriber whose video membership was charged twice last month. */
const CHARGED_TWICE = '13800000009';

(chromium.path === null ? describe.skip : describe)('cases at the desk', () => {
  let product: Product;
  let browser: Browser;
  const desks: DeskPage[] = [];
  const visitors: SubscriberPage[] = [];
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });
  afterEach(async () => {
    for (const one of [...desks.splice(0), ...visitors.splice(0)]) {
      expect(one.complaints).toEqual([]);
      await one.close();
    }
  });

  async function desk(email: string, size = NARROW): Promise<DeskPage> {
    const opened = await DeskPage.signedIn(browser, product.url, email, { size });
    desks.push(opened);
    return opened;
  }
  async function visitor(msisdn = CHARGED_TWICE): Promise<SubscriberPage> {
    const opened = await SubscriberPage.open(browser, { url: product.url, path: '/', token: await siteToken(product.url, msisdn) });
    visitors.push(opened);
    await opened.openChat();
    return opened;
  }
  /** The field of one rule on the settings page. */
  const ruleOf = ({ page }: DeskPage, label: string): Locator => page.getByRole('spinbutton', { name: label });
  async function setAgentLimit(by: DeskPage, yuan: string): Promise<void> {
    await by.page.getByRole('button', { name: '规则' }).click();
    await ruleOf(by, '客服退费权限（元）').fill(yuan);
    await by.page.getByRole('region', { name: '工单时限与退费' }).getByRole('button', { name: '保存' }).click();
    await by.page.getByText('已保存').first().waitFor();
  }

  it('gives a wrong charge back above the agent’s limit only when a supervisor agrees, and closes when the subscriber says so', async () => {
    const boss = await desk('supervisor@demo');
    await setAgentLimit(boss, '1');
    const agent = await desk('agent1@demo', { width: 1440, height: 900 });
    await agent.goOnline();
    const one = await visitor();
    await one.page.getByRole('button', { name: '转人工' }).click();
    await agent.accept();

    // Opened from the chat, by the agent who thereby becomes its owner.
    await agent.page.locator('.who-head .ant-segmented-item', { hasText: '工单' }).click();
    await agent.page.getByRole('button', { name: '登记工单' }).click();
    const form = agent.page.getByRole('group', { name: '登记工单' });
    await form.locator('.ant-select').click();
    await agent.page.locator('.ant-select-item-option', { hasText: '退费' }).click();
    await form.locator('textarea').fill('视频会员被扣了两次');
    await form.getByRole('button', { name: '登记' }).click();
    const pane = agent.page.locator('.who-scroll .case');
    await pane.getByText('视频会员被扣了两次').first().waitFor();
    const number = await pane.locator('.case-number span').first().innerText();
    // Whose matter it is learns its number and its deadline at once.
    await one.page.getByText(new RegExp(`已登记退费工单 ${number}，最晚 .+ 前首次答复您`)).waitFor();
    expect(await pane.locator('.case-people').innerText()).toMatch(/负责人\s*林晓（我）[\s\S]*处理人\s*林晓（我）/);
    expect(await pane.locator('.case-deadlines').innerText()).toMatch(/首次答复[\s\S]*还剩/);

    // Proposed by one, approved by another, and told to all three.
    await pane.getByRole('button', { name: /双倍返还/ }).click();
    await agent.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    await pane.getByText('等另一位审批').waitFor();
    expect(await pane.getByRole('button', { name: '同意退费' }).count()).toBe(0);
    const called = boss.page.locator('.alert', { hasText: `等另一位审批：${number}` });
    await called.waitFor();
    // What waits for the other one waits over a restart.
    one.isOfflineMeant = true;
    product = await product.restart('SIGKILL');
    await boss.page.getByRole('button', { name: '工单' }).first().click();
    await boss.page.locator('.case-row', { hasText: number }).click();
    await boss.page.getByRole('button', { name: '同意退费' }).waitFor();
    expect(await boss.scan()).toEqual([]);
    await boss.page.getByRole('button', { name: '同意退费' }).click();
    for (const at of [boss, agent]) await at.page.locator('.case-refund').getByText('已退到用户账户').waitFor();
    // What was decided calls nobody any more.
    await called.waitFor({ state: 'detached' });
    await one.page.getByText(/按双倍返还/).waitFor();

    // An answer reaches the chat and 「我的进度」; a note reaches neither.
    const writing = pane.locator('.case-writing textarea');
    await writing.fill('款项已退回账户，请查收');
    // Typed while the answer is on its way.
    await agent.page.route('**/api/cases/*/note', async (route) => {
      await writing.fill('只给同事看的话');
      await route.continue();
    });
    await pane.getByRole('button', { name: '答复', exact: true }).click();
    await one.page.getByText(/款项已退回账户，请查收/).first().waitFor();
    await agent.page.unroute('**/api/cases/*/note');
    await pane.getByText('内部记录', { exact: true }).click();
    await pane.locator('.case-writing .ant-btn-primary:not(.ant-btn-loading)', { hasText: '记下' }).waitFor();
    expect(await writing.inputValue()).toBe('只给同事看的话');
    await pane.getByRole('button', { name: '记下' }).click();
    await pane.locator('.case-history').getByText('只给同事看的话').waitFor();
    expect(await agent.scan()).toEqual([]);

    // Handed to a colleague, whose desk has it; the owner stays.
    await pane.locator('.case-hand').click();
    await agent.page.locator('.ant-select-item-option', { hasText: '周航' }).click();
    await pane.locator('.case-people').getByText('周航').waitFor();
    expect(await pane.locator('.case-people').innerText()).toMatch(/负责人\s*林晓/);
    product = await product.restart('SIGKILL');
    const colleague = await desk('agent2@demo');
    await colleague.page.keyboard.press('c');
    await colleague.page.locator('.case-row', { hasText: number }).click();
    await colleague.page.getByText('答复用户', { exact: true }).last().waitFor();

    // Solved is asked: "no" opens it again with the same owner, "yes" closes it.
    await one.page.clock.install();
    await one.page.locator('.jb-menu > button').click();
    await one.page.getByRole('button', { name: '我的进度' }).click();
    const progress = one.page.getByRole('dialog', { name: '我的进度' });
    // What was told while the line was cut is there as soon as it is back.
    await progress.getByRole('timer').first().waitFor();
    await one.context.setOffline(true);
    await colleague.page.getByRole('button', { name: '请用户确认已解决' }).click();
    await pane.getByText('正在等用户确认是否解决').waitFor();
    await one.context.setOffline(false);
    await progress.getByRole('button', { name: '没有解决' }).waitFor();
    // A sum alone would say nothing.
    await progress.locator('li').getByText('核实为误收，已按双倍返还 30.00 元到您的话费账户', { exact: true }).waitFor();
    expect(await progress.innerText()).not.toContain('只给同事看的话');
    // The first answer from here on comes last of all, when the page knows better.
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    await one.page.route('**/api/cases', async (route) => {
      asked += 1;
      const isFirst = asked === 1;
      const response = await route.fetch();
      if (isFirst) await released;
      await route.fulfill({ response });
    });
    await progress.getByRole('button', { name: '没有解决' }).click();
    await pane.getByText('重新打开 1 次').waitFor();
    await progress.getByRole('timer').getByText(/还剩 \d+ 天 \d+ 小时 \d+ 分|还剩 \d+ 小时 \d+ 分 \d+ 秒/).waitFor();
    expect(await pane.locator('.case-people').innerText()).toMatch(/处理人\s*林晓（我）/);
    await pane.getByText('答复用户', { exact: true }).last().click();
    await pane.getByRole('button', { name: '请用户确认已解决' }).click();
    const solved = progress.getByRole('button', { name: '已解决' });
    await solved.waitFor();
    await Promise.all([one.page.waitForResponse('**/api/cases'), release()]);
    expect(await solved.isVisible()).toBe(true);
    await one.page.unroute('**/api/cases');
    // Whatever was not told on the way, such as a promise, is there within a minute; an answer that fails takes nothing away.
    await one.page.route('**/api/cases', (route) => route.abort(), { times: 1 });
    await Promise.all([one.page.waitForEvent('requestfailed'), one.page.clock.fastForward(60_000)]);
    await Promise.all([one.page.waitForResponse('**/api/cases'), one.page.clock.fastForward(60_000)]);
    await solved.click();
    await pane.getByText('这张工单已办结').waitFor();
  }, 300_000);

  it('keeps a section of the rules that is half changed when another is saved, also if a colleague saved that one meanwhile', async () => {
    const boss = await desk('supervisor@demo');
    await boss.page.getByRole('button', { name: '规则' }).click();
    const limit = ruleOf(boss, '客服退费权限（元）');
    await limit.fill('7');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'admin@demo')}` };
    const { sections } = (await (await fetch(`${product.url}/api/settings`, { headers })).json()) as { sections: readonly { section: string; version: number; value: object }[] };
    const cases = sections.find(({ section }) => section === 'cases');
    const saved = await fetch(`${product.url}/api/settings/cases`, { method: 'PUT', headers, body: JSON.stringify({ version: cases?.version, value: cases?.value }) });
    expect(saved.status).toBe(200);
    const line = boss.page.locator('.rules').first();
    await line.getByRole('spinbutton').first().fill('25');
    await line.getByRole('button', { name: '保存' }).click();
    await boss.page.getByText('已保存').first().waitFor();
    await line.getByRole('button', { name: '保存' }).and(boss.page.locator(':disabled')).waitFor();
    expect(await limit.inputValue()).toBe('7.00');
    await boss.page.getByRole('region', { name: '工单时限与退费' }).getByRole('button', { name: '保存' }).click();
    await boss.page.getByRole('region', { name: '工单时限与退费' }).locator('.ant-alert').waitFor();
  });

  it('keeps limits and cases over a restart, and finds a closed case by its number', async () => {
    product = await product.restart();
    const boss = await desk('supervisor@demo');
    await boss.page.getByRole('button', { name: '规则' }).click();
    expect(await ruleOf(boss, '客服退费权限（元）').inputValue()).toBe('1.00');
    await boss.page.getByRole('button', { name: '工单' }).first().click();
    await boss.page.getByText('没有符合条件的工单').waitFor();
    await boss.page.getByText('已办结', { exact: true }).click();
    await boss.page.locator('.case-row').click();
    const number = await boss.page.locator('.cases-one .case-number span').first().innerText();
    await boss.page.getByText('未办结', { exact: true }).click();
    await boss.page.getByPlaceholder('按工单号查找').fill(number.toLowerCase());
    await boss.page.locator('.case-row', { hasText: number }).waitFor();
  });

  it('keeps what is half written on a case while something else is in front, and what is written on while an answer is on its way', async () => {
    const agent = await desk('agent2@demo', { width: 1440, height: 900 });
    await agent.goOnline();
    const one = await visitor('13800000003');
    await one.page.getByRole('button', { name: '转人工' }).click();
    await agent.accept();
    const about = agent.page.locator('.who-head');
    const away = async (): Promise<void> => {
      await about.getByText('简报').click();
      await about.getByText('工单').click();
    };
    await about.getByText('工单').click();
    const begin = agent.page.getByRole('button', { name: '登记工单' });
    await begin.click();
    const form = agent.page.getByRole('group', { name: '登记工单' });
    await form.locator('textarea').fill('宽带这个月断了三次');
    await away();
    await begin.click();
    expect(await form.locator('textarea').inputValue()).toBe('宽带这个月断了三次');
    await form.getByRole('button', { name: '登记' }).click();
    const pane = agent.page.locator('.who-scroll .case');
    const writing = pane.locator('.case-writing textarea');
    await writing.fill('师傅明天上午到');
    await away();
    await agent.page.locator('.case-row', { hasText: '宽带这个月断了三次' }).click();
    expect(await writing.inputValue()).toBe('师傅明天上午到');
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await agent.page.route('**/api/cases/*/note', async (route) => {
      await released;
      await route.continue();
    });
    await pane.getByRole('button', { name: '答复', exact: true }).click();
    await pane.locator('.case-writing .ant-btn-loading').waitFor();
    await writing.fill('师傅明天上午到，请留人在家');
    release();
    await pane.locator('.case-history').getByText('师傅明天上午到', { exact: true }).waitFor();
    await pane.locator('.case-writing .ant-btn-loading').waitFor({ state: 'detached' });
    expect(await writing.inputValue()).toBe('师傅明天上午到，请留人在家');
  });
});
