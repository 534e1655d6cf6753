/** The log of sensitive acts in a browser: what was done to whom and why stands there in words, in both languages, after a restart, and for nobody else. */
import { describe, expect, it } from '@jest/globals';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import { DeskPage, PHONE, WIDE } from '../support/desk-page.js';

(hasBrowser ? describe : describe.skip)('the audit log', () => {
  const floor = DeskFloor.opened();

  const rowsOf = async ({ page }: DeskPage): Promise<string[]> => (await page.locator('.audit-table tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

  it('tells supervisors who looked, took over, changed the rules and was locked out, and keeps it', async () => {
    const agent = await floor.staff('agent1@demo');
    const one = await floor.subscriber('13800000004', ['查话费余额']);
    await one.request('handoff', {});
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    await agent.request('accept', { conversationId });
    await agent.request('reveal', { conversationId, reason: '用户要求回拨' });

    const boss = await floor.desk('supervisor@demo');
    const go = (name: string) => boss.page.getByRole('button', { name, exact: true }).click();
    await go('看板');
    await boss.page.getByRole('button', { name: '旁看' }).first().click();
    await boss.page.getByRole('button', { name: '接管' }).click();
    await boss.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    // Looking on she has a field, too: for whispers.
    await boss.page.locator('.composer[data-kind="reply"]').waitFor();
    await go('规则');
    const rules = boss.page.getByRole('region', { name: '工单时限与退费' });
    await boss.page.getByRole('spinbutton', { name: '客服退费权限（元）' }).fill('88');
    await rules.getByRole('button', { name: '保存' }).click();
    await boss.page.getByText('已保存').first().waitFor();

    const stranger = await DeskPage.open(floor.browser, floor.url);
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      const answered = stranger.page.waitForResponse('**/api/staff/login');
      await stranger.signIn('editor@demo', 'not it');
      await answered;
    }
    await stranger.signIn('editor@demo', 'not it');
    await stranger.page.getByText(/锁定 15 分钟/).waitFor();
    await stranger.close();

    await go('审计');
    await boss.page.locator('.audit-table tbody tr').first().waitFor();
    const rows = (await rowsOf(boss)).join('\n');
    for (const told of [/林晓 查看完整号码 原因：用户要求回拨/, /陈主管 旁看会话/, /陈主管 接管会话/, /陈主管 修改规则 工单时限与退费/, /系统 账号锁定 .+连续输错 5 次密码/, /陈主管 登录 用密码/]) expect(rows).toMatch(told);
    expect(rows).not.toContain('13800000004');
    expect(await boss.scan()).toEqual([]);
    await boss.page.setViewportSize(PHONE);
    expect(await boss.page.locator('.board-part').evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
    expect(await boss.scan()).toEqual([]);
    await boss.page.setViewportSize(WIDE);

    await boss.page.getByRole('combobox', { name: '操作' }).fill('接管');
    await boss.page.locator('.ant-select-item-option', { hasText: '接管会话' }).click();
    await boss.page.waitForFunction(() => document.querySelectorAll('.audit-table tbody tr').length === 1);
    await expect(rowsOf(boss)).resolves.toEqual([expect.stringMatching(/接管会话/)]);
    // From an entry to the chat it was about.
    await boss.page.getByRole('button', { name: '打开会话' }).click();
    await boss.timeline.waitFor();

    floor.product = await floor.product.restart('SIGKILL');
    const later = await floor.desk('supervisor@demo', { locale: 'en' });
    await later.page.getByRole('button', { name: 'Audit', exact: true }).click();
    await later.page.locator('.audit-table tbody tr').first().waitFor();
    const english = (await rowsOf(later)).join('\n');
    for (const told of [/Saw the whole number Reason: 用户要求回拨/, /Looked into a chat/, /Took over a chat/, /Changed the rules Cases: deadlines and refunds/, /The system Account locked/]) expect(english).toMatch(told);
    expect(english).not.toMatch(/\b[a-z-]+\.[a-z-]+\b/);
  });

  it('is not there for agents', async () => {
    const at = await floor.desk('agent1@demo');
    expect(await at.page.getByRole('button', { name: '审计', exact: true }).count()).toBe(0);
  });
});
