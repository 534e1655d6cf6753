/** What a supervisor did and was warned of, in others' browsers and on their sockets: at once, and still after the product was killed. */
import { describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { staffToken } from '../support/clients.js';
import { idOf, inState } from '../support/line-floor.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';

/** Several browsers at once on a busy machine. */
const SLOWLY_MS = 180_000;
const WARNINGS = ['anger', 'promise-due', 'line-full', 'silent-agent'] as const;

(hasBrowser ? describe : describe.skip)('a supervisor', () => {
  const floor = DeskFloor.opened();

  async function setLine(change: object): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(floor.url, 'supervisor@demo')}` };
    const path = `${floor.url}/api/settings/line`;
    const { version, value } = (await (await fetch(path, { headers })).json()) as { version: number; value: object };
    await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ version, value: { ...value, ...change } }) });
  }
  const rowOf = ({ page }: DeskPage, text: string) => page.locator('.board-table tr', { hasText: text });
  const toBoard = ({ page }: DeskPage) => page.getByRole('button', { name: /看板/ }).first().click();
  const warned = ({ page }: DeskPage, kind: string) => page.locator(`.board-alerts li[data-kind="${kind}"]`).first().waitFor({ timeout: 30_000 });

  it('finds all of it as it was: whispers, chats taken over, agents relieved, offers declined, and what wants looking at', async () => {
    const relieved = await floor.staff('agent2@demo');
    const [taken, given] = [await floor.subscriber('13800000005'), await floor.subscriber('13800000011')];
    for (const one of [taken, given]) {
      await one.request('handoff');
      await relieved.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === idOf(one));
      expect(await relieved.request('accept', { conversationId: idOf(one) })).toMatchObject({ ok: true });
    }
    const boss = await floor.desk('supervisor@demo');
    await toBoard(boss);
    await rowOf(boss, '138****0005').getByRole('button', { name: '旁看' }).click();
    await boss.page.getByRole('button', { name: '接管' }).click();
    await boss.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    // As long as the question is closing, it takes the keys.
    await boss.page.locator('.ant-modal-confirm').waitFor({ state: 'hidden' });
    await boss.write('我是主管，我来处理');
    await taken.told.until<WireMessage>('message', ({ text }) => text === '我是主管，我来处理');
    await toBoard(boss);
    await rowOf(boss, '周航').first().getByRole('button', { name: '全部转出' }).click();
    await boss.page.locator('.ant-modal .ant-btn-primary').click();
    await inState(given, 'queued');

    const at = await floor.desk('agent1@demo');
    await at.goOnline();
    await at.accept();
    await at.write('我 1 小时内给您回电');
    await given.send('你们就是骗子！乱扣我的钱，太气人了，我要投诉到工信部！');
    await rowOf(boss, '138****0011').getByRole('button', { name: '旁看' }).click();
    await boss.page.locator('.composer .ant-segmented-item', { hasText: '悄悄话' }).click();
    await boss.write('先看看账单');
    const whisper = at.page.locator('.row-note[data-kind="whisper"]', { hasText: '先看看账单' });
    await whisper.waitFor();
    await setLine({ lineCap: 1, silentAgentSeconds: 15 });
    const next = await floor.subscriber('13800000014');
    await next.request('handoff');
    await at.offer.getByRole('button', { name: /婉拒/ }).click();
    await at.page.getByRole('menuitem', { name: '手上正忙' }).click();
    await toBoard(boss);
    const declined = boss.page.getByRole('list', { name: '没人接的' }).getByText('林晓 婉拒（手上正忙）');
    await declined.waitFor();
    for (const kind of WARNINGS) await warned(boss, kind);

    floor.product = await floor.product.restart('SIGKILL');
    await boss.page.reload();
    await toBoard(boss);
    for (const kind of WARNINGS) await warned(boss, kind);
    await declined.waitFor();
    await at.page.reload();
    await at.chats.first().click();
    await whisper.waitFor();
    expect((await floor.resumed(given)).messages.map(({ text }) => text)).not.toContain('先看看账单');
    const back = await floor.staff('agent2@demo', null);
    expect(await back.told.until<{ status: string }>('desk')).toMatchObject({ status: 'away', mine: [] });
    await boss.page.getByRole('button', { name: '会话' }).first().click();
    await boss.chats.first().click();
    await boss.write('重启以后还是我');
    const again = await floor.resumed(taken);
    await again.told.until<WireMessage>('message', ({ text }) => text === '重启以后还是我');
  }, SLOWLY_MS);

  it('sets hours, a holiday and a ready reply that does the rest; others find them in their browsers at once, and after the product was killed', async () => {
    await setLine({ lineCap: 0 });
    const boss = await floor.desk('supervisor@demo');
    await toRules(boss);
    await boss.page.getByRole('button', { name: '管理快捷回复' }).click();
    await shareMacro(boss);
    const hours = boss.page.getByRole('region', { name: '服务时间' });
    const [at, one] = [await floor.desk('agent1@demo'), await floor.visitor('13800000004')];
    await at.goOnline();

    // Stock-taking of all groups: nobody is there before half past nine of the third day.
    for (const [index, day] of [0, 1, 2].map(dayThere).entries()) {
      await hours.getByRole('button', { name: '加一个节假日' }).click();
      const holiday = hours.locator('.rules-holiday').nth(index);
      await holiday.getByLabel('日期').fill(day);
      await holiday.getByLabel('名称').fill('盘点');
      if (index === 2) await holiday.getByLabel('时段').fill('09:30-12:00');
    }
    // Which day is refused is marked, so that it can be put right.
    await hours.getByLabel('周二').first().fill('22:00-06:00');
    await hours.getByRole('button', { name: '保存' }).click();
    await hours.locator('input[aria-invalid="true"]').waitFor();
    expect(await hours.locator('input[aria-invalid="true"]').evaluateAll((fields) => fields.map((field) => field.getAttribute('aria-label')))).toEqual(['周二']);
    await hours.getByLabel('周二').first().fill('00:00-24:00');
    await hours.getByRole('button', { name: '保存' }).click();
    await hours.getByText('上次改动：陈主管').waitFor();
    const nobodyComes = async (): Promise<void> => {
      await one.page.getByRole('button', { name: '转人工', exact: true }).last().click();
      await one.page.getByRole('button', { name: /09:30/ }).last().waitFor();
    };
    await nobodyComes();
    one.isOfflineMeant = true;
    floor.product = await floor.product.restart('SIGKILL');
    await one.page.reload();
    await one.openChat();
    await nobodyComes();
    expect(await at.offer.count()).toBe(0);

    await boss.page.reload();
    await toRules(boss);
    await hours.locator('.rules-holiday').nth(2).waitFor();
    while ((await hours.locator('.rules-holiday').count()) > 0) await hours.locator('.rules-holiday').first().getByRole('button', { name: '删除' }).click();
    await hours.getByRole('button', { name: '保存' }).click();
    await boss.page.getByText('已保存').waitFor();
    await one.page.getByRole('button', { name: '转人工', exact: true }).last().click();
    await at.accept();
    await runMacro(at);
    await one.page.locator('.jb-agent .jb-bubble', { hasText: '已为您登记，专员会联系您' }).waitFor();
    await one.page.locator('.jb-survey').waitFor();
    await boss.page.getByRole('button', { name: '工单' }).first().click();
    await boss.page.locator('.case-row', { hasText: '投诉' }).first().waitFor();
  }, SLOWLY_MS);

  const toRules = ({ page }: DeskPage) => page.getByRole('button', { name: '规则' }).first().click();
  const dayThere = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

  async function shareMacro({ page, dialog }: DeskPage): Promise<void> {
    await dialog.getByRole('button', { name: '新建' }).click();
    await dialog.getByLabel('标题').fill('转投诉专员');
    await dialog.getByLabel('文件夹').fill('投诉');
    await dialog.locator('textarea').first().fill('已为您登记，专员会联系您');
    for (const [field, option] of [['登记工单', '登记投诉工单'], ['结束会话', '待跟进']] as const) {
      await dialog.locator('.ant-select', { has: page.getByLabel(field) }).click();
      await page.locator('.ant-select-item-option:visible', { hasText: option }).click();
    }
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('转投诉专员').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  async function runMacro({ page, field }: DeskPage): Promise<void> {
    await field.fill('/ztszy');
    await page.locator('.canned li[aria-selected="true"]', { hasText: '转投诉专员' }).waitFor();
    await field.press('Control+Enter');
  }
});
