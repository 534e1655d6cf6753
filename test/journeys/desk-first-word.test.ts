/** The time for a first word, seen at the desk before it runs out; what is left of a chat that went; and a floor without anybody. */
import { describe, expect, it } from '@jest/globals';
import type { WireBoard } from '../../src/protocol/board.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import { NARROW } from '../support/desk-page.js';
import { eventually } from '../support/until.js';

const SHORT_S = 26;

(hasBrowser ? describe : describe.skip)('the first word', () => {
  const floor = DeskFloor.opened();

  it('has a countdown in the list and above the chat, which ends with the word and not with a note', async () => {
    const agent = await floor.desk();
    await agent.goOnline();
    const one = await floor.subscriber('13800000004', ['转人工']);
    await agent.accept();
    const left = agent.page.locator('.thread-who .elapsed');
    const inList = agent.chats.locator('.chat-row-time');
    await agent.page.locator('.thread-who', { hasText: '首次回复还剩' }).waitFor();
    await expect(left.innerText()).resolves.toMatch(/^(1:00|0:[2-5]\d)$/);
    await expect(inList.innerText()).resolves.toMatch(/到时还没有回复，会话退回排队/);
    await agent.page.locator('.composer .ant-segmented-item', { hasText: '内部备注' }).click();
    await agent.write('先看看账单');
    await agent.page.locator('.row-note', { hasText: '先看看账单' }).waitFor();
    expect(await agent.page.locator('.thread-who').innerText()).toContain('首次回复还剩');
    await agent.page.locator('.composer .ant-segmented-item', { hasText: '回复' }).first().click();
    await agent.write('您好，我在');
    await one.told.until<{ text: string }>('message', ({ text }) => text === '您好，我在');
    await agent.page.locator('.thread-who', { hasText: '接待' }).waitFor();
    await inList.filter({ hasText: '退回排队' }).waitFor({ state: 'detached' });
    // What is taken back was no word: the time for one begins anew, until there is one that stands.
    await agent.page.locator('.bubble-recall').click();
    await one.told.until('message:recall');
    await agent.page.locator('.thread-who', { hasText: '首次回复还剩' }).waitFor();
    await agent.write('您好，请讲');
    await one.told.until<{ text: string }>('message', ({ text }) => text === '您好，请讲');
    await agent.page.locator('.thread-who', { hasText: '接待' }).waitFor();
    // The same from the record, on a page that was not there when it was said.
    await agent.page.reload();
    await agent.chats.first().click();
    await agent.page.locator('.thread-who', { hasText: '接待' }).waitFor();
    expect(await agent.page.locator('.thread-who').innerText()).not.toContain('首次回复');
  });

  it('is called for aloud in the last twenty seconds; unsaid, the chat goes, and its cases are neither asked for again nor denied', async () => {
    await floor.set('line', { firstReplySeconds: SHORT_S });
    const boss = await floor.desk('supervisor@demo');
    const agent = await floor.desk();
    await agent.goOnline();
    await floor.subscriber('13800000004', ['转人工']);
    await agent.accept();
    await agent.page.locator('.who-head .ant-segmented-item', { hasText: '工单' }).click();
    await agent.page.getByText('这位用户没有工单').waitFor();
    await agent.page.locator('.thread-who .elapsed[data-tone="bad"]').waitFor();
    await agent.page.locator('p.hidden[role="alert"]', { hasText: '没有回复，会话会退回排队' }).waitFor({ state: 'attached' });
    await agent.page.getByText('超时未回复，会话已回到队列').waitFor({ timeout: 40_000 });
    await agent.page.getByText('会话不在您名下，看不到这位用户的工单').waitFor();
    expect(await agent.page.getByText('这位用户没有工单').count()).toBe(0);
    // What was promised is listened for every ten seconds where it may be heard.
    await expect(agent.page.waitForRequest(/\/api\/promises/, { timeout: 11_000 })).rejects.toThrow('Timeout');
    await boss.page.locator('.alert', { hasText: '没有及时回复' }).getByRole('button', { name: '知道了' }).click();
    await boss.page.locator('.alert', { hasText: '没有及时回复' }).waitFor({ state: 'detached' });
    await floor.set('line', { firstReplySeconds: 60 });
  });

  it('leaves the number whole in the list, however long the wait and whatever the mood', async () => {
    const agent = await floor.desk('agent1@demo', { size: NARROW, locale: 'en' });
    await agent.goOnline();
    await floor.subscriber('13800000009', ['我上月视频会员被扣了两次钱，气死了', '转人工']);
    await agent.accept();
    await agent.chats.locator('.tag').waitFor();
    const number = agent.chats.locator('.chat-row-top b');
    expect(await number.innerText()).toBe('138****0009');
    expect(await number.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
  });

  it('cannot be said by nobody: who waits while no agent is online is on the board and told to supervisors until somebody is', async () => {
    const page = await floor.desk('supervisor@demo');
    const boss = await floor.staff('supervisor@demo', null);
    await floor.subscriber('13800000004', ['转人工']);
    // A moment without anybody is no trouble yet; the board is asked until it is one.
    const asked = async () => (await boss.request('board', { on: true }))['board'] as WireBoard;
    const { alerts } = await eventually(asked, (board) => board.alerts.some(({ kind }) => kind === 'nobody-there'), 60_000);
    expect(alerts).toContainEqual(expect.objectContaining({ kind: 'nobody-there', count: 1, conversationId: null }));
    expect(await boss.told.until<{ kind: string; text: string }>('alert', ({ kind }) => kind === 'nobody-there')).toMatchObject({ text: '1 人在排队，没有在线的客服可以接待。' });
    const called = page.page.locator('.alert', { hasText: '没有在线的客服可以接待' });
    await called.waitFor();
    await page.page.locator('.rail-count', { hasText: '1' }).waitFor();
    await floor.staff('agent1@demo');
    await eventually(asked, (board) => board.alerts.every(({ kind }) => kind !== 'nobody-there'));
    await called.waitFor({ state: 'detached' });
  });
});
