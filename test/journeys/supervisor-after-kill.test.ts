/** What a supervisor did and was warned of, in others' browsers and on their sockets: at once, and still after the product was killed. */
import { describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { staffToken } from '../support/clients.js';
import { idOf, inState } from '../support/line-floor.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';

/** Nobody answers for two minutes before a supervisor is called to it. */
const SLOWLY_MS = 300_000;

(hasBrowser ? describe : describe.skip)('a supervisor', () => {
  const floor = DeskFloor.opened();

  async function setLineCap(lineCap: number): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(floor.url, 'supervisor@demo')}` };
    const path = `${floor.url}/api/settings/line`;
    const { version, value } = (await (await fetch(path, { headers })).json()) as { version: number; value: object };
    await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ version, value: { ...value, lineCap } }) });
  }
  const rowOf = ({ page }: DeskPage, text: string) => page.locator('.board-table tr', { hasText: text });
  const toBoard = ({ page }: DeskPage) => page.getByRole('button', { name: /看板/ }).first().click();
  const warned = ({ page }: DeskPage, kind: string) => page.locator(`.board-alerts li[data-kind="${kind}"]`).first().waitFor({ timeout: 150_000 });

  it('finds all of it as it was: whispers, chats taken over, agents relieved, and what wants looking at', async () => {
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
    await setLineCap(1);
    const next = await floor.subscriber('13800000014');
    await next.request('handoff');
    await toBoard(boss);
    for (const kind of ['anger', 'promise-due', 'line-full']) await warned(boss, kind);

    floor.product = await floor.product.restart('SIGKILL');
    await boss.page.reload();
    await toBoard(boss);
    for (const kind of ['anger', 'promise-due', 'line-full']) await warned(boss, kind);
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
    await toBoard(boss);
    await warned(boss, 'silent-agent');
  }, SLOWLY_MS);
});
