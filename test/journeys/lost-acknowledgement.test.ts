/** The acknowledgement is lost at the very moment the line breaks: what arrived is shown as said, once, and nobody is asked to say it again. */
import { describe, expect, it } from '@jest/globals';
import { BadLine } from '../support/bad-line.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import { eventually, until } from '../support/until.js';
import type { WireMessage } from '../../src/protocol/chat.js';

const HEARD = '这句已经到了';
const UNHEARD = '这句没有出去';

(hasBrowser ? describe : describe.skip)('words whose acknowledgement was lost', () => {
  const floor = DeskFloor.opened();

  it('of an agent whose chat went back to the line meanwhile stand as said, and only what never arrived is her draft', async () => {
    const at = await floor.desk();
    const line = await BadLine.of(at.context);
    await at.page.reload();
    await at.goOnline();
    const one = await floor.subscriber();
    await one.request('handoff', {});
    await at.accept();
    await at.write('您好');
    await one.told.until<WireMessage>('message', ({ text }) => text === '您好');
    line.deafen();
    await at.write(HEARD);
    await one.told.until<WireMessage>('message', ({ text }) => text === HEARD);
    await line.cut();
    await at.page.locator('.link-notice', { hasText: '连接已断开' }).waitFor();
    await at.write(UNHEARD);
    await until(() => one.messages.some(({ text }) => text.includes('连接中断')), 40_000);
    line.mend();
    await at.page.getByText('这个会话已回到排队或由同事接手，不在您名下了').waitFor();
    await at.page.locator('.ended-draft', { hasText: UNHEARD }).waitFor();
    expect(await at.page.locator('.ended-draft blockquote').innerText()).toBe(UNHEARD);
    await at.accept();
    await at.holds(UNHEARD);
    await at.bubble('me', HEARD).waitFor();
    expect((await at.bubbles('me')).filter((text) => text.includes(HEARD))).toHaveLength(1);
    expect(one.messages.filter(({ text }) => text === HEARD)).toHaveLength(1);
  });

  it.each([
    ['on the same page', false],
    ['after the page was loaded anew without a line', true],
  ])('of a subscriber stand as said once the line is back %s', async (_name, isReloaded) => {
    const at = await floor.visitor('13800000004');
    at.isOfflineMeant = true;
    const line = await BadLine.of(at.context);
    await at.page.reload();
    await at.openChat();
    await at.say('您好');
    const staff = await floor.staff('supervisor@demo', null);
    const idKept = () => at.page.evaluate(() => Object.values(localStorage).map((text) => (JSON.parse(String(text)) as { conversationId?: string }).conversationId).find((id) => id !== undefined) ?? null);
    const conversationId = await eventually(idKept, (id) => id !== null);
    const recorded = async (): Promise<string[]> => ((await staff.request('open', { conversationId }))['messages'] as WireMessage[] | undefined)?.filter(({ from }) => from === 'subscriber').map(({ text }) => text) ?? [];
    // Up to here nothing is lost: the words are there, and the page knows it.
    await eventually(recorded, (texts) => texts.includes('您好'));
    await at.page.locator('.jb-sending').first().waitFor({ state: 'detached' });
    line.deafen();
    await at.say(HEARD);
    await eventually(recorded, (texts) => texts.includes(HEARD));
    await line.cut();
    if (isReloaded) {
      await at.page.reload();
      await at.openChat();
    }
    await at.say(UNHEARD);
    expect(await at.page.locator('.jb-retry').count()).toBe(0);
    line.mend();
    await eventually(recorded, (texts) => texts.includes(UNHEARD), 30_000);
    await at.page.locator('.jb-sending').first().waitFor({ state: 'detached' });
    expect((await recorded()).filter((text) => text !== '您好')).toEqual([HEARD, UNHEARD]);
    expect((await at.bubbles('own')).map((text) => text.trim()).filter((text) => text !== '您好')).toEqual([HEARD, UNHEARD]);
    expect(await at.page.locator('.jb-retry').count()).toBe(0);
  });
});
