/** What the desk keeps from going astray, in a real browser: a search for a ready reply is never sent, a number that was shown is masked again, a dialog closes no other chat, and signing out gives none away unasked. */
import { describe, expect, it } from '@jest/globals';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';
import type { Subscriber } from '../support/clients.js';
import { inState } from '../support/line-floor.js';
import { eventually } from '../support/until.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

const MASKED = '138****0004';
const WHOLE = '13800000004';

(hasBrowser ? describe : describe.skip)('what could go astray at the desk', () => {
  const floor = DeskFloor.opened();

  it('a slash that found no ready reply leaves by no key and no button, and as it is behind a space', async () => {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.subscriber();
    await one.request('handoff', {});
    await at.accept();
    const send = at.page.locator('.composer .ant-btn-primary');
    await at.field.fill('/zzqq');
    await at.page.locator('.canned-foot', { hasText: '没有找到' }).waitFor();
    for (const key of ['Enter', 'Control+Enter', 'Meta+Enter']) await at.field.press(key);
    expect(await at.field.inputValue()).toBe('/zzqq');
    expect(await send.isDisabled()).toBe(true);
    // One that found something is a search as well, until it is chosen.
    await at.field.fill('/');
    await at.page.locator('.canned li').first().waitFor();
    expect(await send.isDisabled()).toBe(true);
    await at.field.fill(' /zzqq');
    await at.field.press('Enter');
    await one.told.until<{ text: string }>('message', ({ text }) => text.trim() === '/zzqq');
    expect(await at.bubbles('me')).toHaveLength(1);
  });

  it('a ready reply with something to fill in leaves by no key and no macro before it is filled in', async () => {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.nobodyKnown();
    await one.request('handoff', {});
    await at.accept();
    // Of somebody who is not signed in, plan and balance are not known.
    await at.field.fill('/dqtc');
    await at.page.locator('.canned li').first().waitFor();
    await at.field.press('Enter');
    await at.holds('您现在用的是“＿＿”，话费余额 ＿＿。');
    await at.field.press('Enter');
    await at.page.getByText('还有空（＿＿）没填').waitFor();
    expect(await at.page.locator('.composer .ant-btn-primary').isDisabled()).toBe(true);
    // Enter leads to what is missing: typing fills it in.
    await at.page.keyboard.type('畅享39');
    await at.field.press('Enter');
    await at.page.keyboard.type('¥5.00');
    await at.field.press('Enter');
    await one.told.until<{ text: string }>('message', ({ text }) => text === '您现在用的是“畅享39”，话费余额 ¥5.00。');
    expect(await at.bubbles('me')).toHaveLength(1);
  });

  async function revealed(at: DeskPage): Promise<void> {
    await at.page.getByRole('button', { name: '查看完整号码' }).click();
    await at.dialog.locator('.ant-btn-primary:disabled').waitFor();
    await at.dialog.getByRole('button', { name: '核对身份' }).click();
    await at.dialog.locator('.ant-btn-primary').click();
    await at.page.locator('.who-number', { hasText: WHOLE }).waitFor();
  }
  const masked = (at: DeskPage): Promise<void> => at.page.locator('.who-number', { hasText: MASKED }).waitFor();

  it('a number shown for a reason is masked again with a tap, on the way to another chat, and for good once the chat is no longer hers; nor are its words hers to take back', async () => {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.subscriber();
    await one.request('handoff', {});
    await at.accept();
    await masked(at);
    await at.write('您好');
    await at.page.locator('.bubble-recall').waitFor();
    await revealed(at);
    await at.page.getByRole('button', { name: '隐藏号码' }).click();
    await masked(at);
    await revealed(at);
    const other = await floor.subscriber('13800000006');
    await other.request('handoff', {});
    await at.accept();
    await at.chats.filter({ hasText: MASKED }).click();
    await masked(at);
    await revealed(at);
    const boss = await floor.staff('supervisor@demo', null);
    await boss.request('takeover', { conversationId: one.conversation?.id });
    await masked(at);
    for (const act of ['.who-reveal', '.bubble-recall']) await at.page.locator(act).waitFor({ state: 'detached' });
    expect(await at.page.locator('.console').innerText()).not.toContain(WHOLE);
  });

  async function serving(at: DeskPage): Promise<Subscriber> {
    await at.goOnline();
    const one = await floor.subscriber();
    await one.request('handoff', {});
    await at.accept();
    await at.write('您好');
    await at.bubble('me', '您好').waitFor();
    return one;
  }

  it('a dialog is about the chat it was opened for, whichever comes to the front while it opens', async () => {
    const at = await floor.desk();
    const one = await serving(at);
    const other = await floor.subscriber('13800000001');
    await other.request('handoff', {});
    await at.offer.waitFor();
    // Accepted, and the next key pressed before the server has answered.
    await at.page.evaluate(() => {
      for (const code of ['KeyA', 'KeyE']) document.dispatchEvent(new KeyboardEvent('keydown', { code, key: code.at(-1)?.toLowerCase() ?? '', altKey: true, bubbles: true }));
    });
    await inState(other, 'live');
    await at.dialog.locator('textarea').fill('这是第一位的小结');
    await eventually(() => at.chats.count(), (count) => count === 2);
    await at.dialog.locator('.ant-btn-primary').click();
    await inState(one, 'closed');
    expect(other.conversation?.state).toBe('live');
  });

  it('signing out with chats in hand asks first, and gives them back at once when that is meant', async () => {
    const at = await floor.desk();
    const one = await serving(at);
    const signOut = async (): Promise<void> => {
      await at.page.getByRole('button', { name: '我的账号' }).click();
      await at.page.getByRole('menuitem', { name: '退出登录' }).click();
      await at.page.getByText('您手上的 1 个会话会立即回到队列').waitFor();
    };
    await signOut();
    await at.page.locator('.ant-modal-confirm').getByRole('button', { name: '取消' }).click();
    await at.page.locator('.ant-modal-confirm').waitFor({ state: 'detached' });
    await at.write('我还在');
    await one.told.until<WireMessage>('message', ({ text }) => text === '我还在');
    expect(one.conversation?.state).toBe('live');
    await signOut();
    await at.page.locator('.ant-modal-confirm .ant-btn-dangerous').click();
    await one.told.until<WireConversation>('conversation', ({ state }) => state === 'queued');
    await at.page.locator('input[type="password"]').waitFor();
  });

  it('a chat passed to a colleague who left a moment ago stays, and it is said why', async () => {
    const at = await floor.desk();
    const one = await serving(at);
    const colleague = await floor.staff('agent2@demo');
    await at.page.getByRole('button', { name: '转接', exact: true }).click();
    await at.dialog.locator('.choice', { hasText: '周航' }).click();
    await colleague.request('presence', { status: 'offline' });
    await at.dialog.getByRole('button', { name: /^转\s?接$/ }).click();
    await at.page.getByText('同事刚刚离开了，会话仍在您手上').waitFor();
    expect(one.conversation?.state).toBe('live');
    await at.dialog.getByRole('button', { name: /^取\s?消$/ }).click();
  });
});
