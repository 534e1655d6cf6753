/** A chat on offer, in a real browser: it can be answered on any screen and beside any other work. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import { DeskPage } from '../support/desk-page.js';
import { idOf, inState } from '../support/line-floor.js';
import { eventually } from '../support/until.js';

const SHOTS = process.env['SHOTS'];
const SLOWLY_MS = 120_000;
const LARGE_PX = 24;

(hasBrowser ? describe : describe.skip)('a chat on offer', () => {
  const floor = DeskFloor.opened();
  let large: Browser;
  beforeAll(async () => {
    large = await launchBrowser(findBrowser().path ?? '', { typePx: LARGE_PX });
    // What is looked at closely must not lapse meanwhile.
    await floor.set('line', { offerSeconds: 90 });
  });
  afterAll(() => large.close());

  const shot = async ({ page }: DeskPage, name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  /** An agent online with one chat in hand. */
  async function serving(at: DeskPage) {
    await at.goOnline();
    const one = await floor.subscriber('13800000004');
    await one.request('handoff', {});
    await at.accept();
    await at.write('您好');
    await at.bubble('me', '您好').waitFor();
    return one;
  }
  async function waiting(msisdn = '13800000001') {
    const one = await floor.subscriber(msisdn);
    await one.request('handoff', {});
    return one;
  }

  /** Every height at which the button of accepting stood, from its first moment on. */
  async function topsOfAccepting({ page }: DeskPage) {
    await page.evaluate(() => {
      const tops = new Set<number>();
      const look = (): void => {
        const button = document.querySelector('.offer .ant-btn-primary');
        if (button !== null) tops.add(Math.round(button.getBoundingClientRect().top));
        requestAnimationFrame(look);
      };
      look();
      Object.assign(globalThis, { topsOfAccepting: tops });
    });
    return () => page.evaluate(() => [...(globalThis as unknown as { topsOfAccepting: ReadonlySet<number> }).topsOfAccepting]);
  }

  it.each([
    { name: 'on a phone, in English', size: { width: 360, height: 740 }, locale: 'en', isLarge: false },
    { name: 'on a phone, in large type', size: { width: 360, height: 740 }, locale: 'zh-CN', isLarge: true },
    { name: 'on a tablet held upright', size: { width: 768, height: 1024 }, locale: 'zh-CN', isLarge: false },
    { name: 'on a small laptop, in large type', size: { width: 1280, height: 800 }, locale: 'en', isLarge: true },
  ] as const)(
    'is whole $name, with both answers in reach',
    async ({ name, size, locale, isLarge }) => {
      const one = await floor.subscriber('13800000004', ['上个月账单', '为什么涨了这么多']);
      await one.request('handoff', {});
      const at = await DeskPage.signedIn(isLarge ? large : floor.browser, floor.url, 'agent1@demo', { size, locale });
      const tops = await topsOfAccepting(at);
      await at.goOnline();
      await at.offer.locator('.offer-waited[data-known="true"]').waitFor();
      expect(await tops()).toHaveLength(1);
      await shot(at, `offer-${name}`);
      const parts = await at.page.locator('.offer, .offer button, .offer header > *').evaluateAll((all) =>
        all.map((part) => {
          const { left, right, bottom } = part.getBoundingClientRect();
          const card = part.closest('.offer')?.getBoundingClientRect();
          return { text: part.textContent, isInside: left >= (card?.left ?? 0) && right <= (card?.right ?? 0) && left >= 0 && right <= innerWidth && bottom <= innerHeight };
        }),
      );
      expect(parts.filter(({ isInside }) => !isInside)).toEqual([]);
      const lines = await at.page.locator('.offer header b').evaluate((title) => {
        const words = document.createRange();
        words.selectNodeContents(title);
        return words.getClientRects().length;
      });
      expect(lines).toBe(1);
      expect(await at.scan()).toEqual([]);
      await at.offer.locator('.ant-btn').last().click();
      await at.page.locator('.ant-dropdown-menu-item:visible').first().click();
      await at.offer.waitFor({ state: 'detached' });
      await at.close();
    },
    SLOWLY_MS,
  );

  it('lies over a dialog, is accepted from there, and leaves what is written in it alone', async () => {
    const at = await floor.desk();
    const one = await serving(at);
    await at.page.getByRole('button', { name: '结束', exact: true }).click();
    await at.dialog.locator('textarea').fill('账单已经说明');
    const other = await waiting();
    await at.offer.waitFor();
    await shot(at, 'offer-over-dialog');
    await at.offer.locator('.ant-btn-primary').click();
    await inState(other, 'live');
    await at.offer.waitFor({ state: 'detached' });
    expect(await at.dialog.locator('textarea').inputValue()).toBe('账单已经说明');
    await at.dialog.locator('.ant-btn-primary').click();
    await inState(one, 'closed');
    expect(other.conversation?.state).toBe('live');
    await eventually(() => at.chats.count(), (count) => count === 1);
  }, SLOWLY_MS);

  it('goes on with its time where it moves to another place, and is no chat of hers on the board', async () => {
    const at = await floor.desk();
    await serving(at);
    const board = await floor.desk('supervisor@demo');
    await board.page.locator('.rail-place', { hasText: '看板' }).click();
    const load = (): Promise<string[]> => board.page.locator('.board-table tr', { hasText: '林晓' }).first().locator('.num').allInnerTexts();
    await eventually(load, ([text]) => text === '1 / 3');
    const other = await waiting();
    await at.offer.waitFor();
    const left = (): Promise<number> => at.offer.locator('.offer-time > i').evaluate((bar) => Number.parseFloat(bar.style.scale));
    await eventually(left, (part) => part < 0.97);
    await at.page.keyboard.press('Alt+c');
    await at.page.locator('.offer-foot .offer').waitFor();
    expect(await left()).toBeLessThan(0.97);
    expect((await load())[0]).toBe('1 / 3');
    await other.request('end');
  }, SLOWLY_MS);

  /** Of what is on the screen: the whole of it within the screen, and nothing over its middle or its edges. */
  const inSight = (part: Locator): Promise<boolean> =>
    part.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, inset] = [(left + right) / 2, 3];
      const isFree = (y: number): boolean => element.contains(document.elementFromPoint(x, y));
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && [top + inset, (top + bottom) / 2, bottom - inset].every(isFree);
    });

  /** What the card lies over, of what is read or written on. */
  const lying = ({ offer }: DeskPage): Promise<string[]> =>
    offer.evaluate((card) => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      return [...document.querySelectorAll('.timeline, .composer, .cases-page')].flatMap((part) => {
        const read = part.getBoundingClientRect();
        return read.left < right && read.right > left && read.top < bottom - 1 && read.bottom > top + 1 ? [part.className] : [];
      });
    });

  it.each([
    { name: 'on a phone', size: { width: 360, height: 740 }, isLarge: false },
    { name: 'on a phone with its keyboard out', size: { width: 360, height: 430 }, isLarge: false },
    { name: 'on a phone held sideways', size: { width: 844, height: 390 }, isLarge: false },
    { name: 'on a phone in large type', size: { width: 360, height: 740 }, isLarge: true },
    { name: 'on a wide screen', size: { width: 1280, height: 800 }, isLarge: false },
  ])('$name leaves what is being written in sight, and can be declined and accepted from there', async ({ name, size, isLarge }) => {
    const at = await DeskPage.signedIn(isLarge ? large : floor.browser, floor.url, 'agent1@demo', { size });
    await serving(at);
    await at.field.fill('请稍等，我正在查您上个月的账单');
    // A note is chosen by a thumb that comes a little beside it.
    const isHit = at.page.locator('.composer .ant-segmented-item').last().evaluate((choice) => {
      const { left, right, top } = choice.getBoundingClientRect();
      return choice.contains(document.elementFromPoint((left + right) / 2, top - 8));
    });
    if (size.width < 500) expect(await isHit).toBe(true);
    for (const [nth, answer] of (['decline', 'accept'] as const).entries()) {
      const other = await waiting(['13800000001', '13800000011'][nth]);
      await at.offer.waitFor();
      await shot(at, `offer-writing-${name}-${answer}`);
      for (const part of [at.field, at.page.locator('.composer .ant-btn-primary'), at.offer.locator('.ant-btn-primary'), at.offer.getByRole('button', { name: /婉拒/ })]) {
        await eventually(async () => [answer, String(part), await inSight(part)], ([, , isInSight]) => isInSight === true);
      }
      // Nor over what is read, however wide the screen.
      for (const width of size.width > 1000 ? [768, size.width] : []) {
        await at.page.setViewportSize({ ...size, width });
        await at.bubble('me', '您好').waitFor();
        await eventually(() => lying(at), (over) => over.length === 0);
        await eventually(() => inSight(at.bubble('me', '您好')), (isInSight) => isInSight);
        await at.page.keyboard.press('Alt+c');
        await at.page.locator('.cases-page').waitFor();
        expect(await lying(at)).toEqual([]);
        await shot(at, `offer-writing-${name}-cases-${width}`);
        await at.page.keyboard.press('Alt+c');
        await at.field.focus();
      }
      expect(await at.field.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await at.overflow()).toBe(0);
      await at.offer.getByRole('button', { name: '详情' }).click();
      await at.offer.getByText('转人工原因').waitFor();
      await at.offer.getByRole('button', { name: answer === 'accept' ? /接入/ : /婉拒/ }).click();
      if (answer === 'decline') await at.page.locator('.ant-dropdown-menu-item:visible').first().click();
      await at.offer.waitFor({ state: 'detached' });
      if (answer === 'accept') await inState(other, 'live');
      else await eventually(() => at.page.evaluate(() => (document.activeElement as HTMLTextAreaElement | null)?.value), (text) => text === '请稍等，我正在查您上个月的账单');
      await other.request('end');
    }
    await at.close();
  }, SLOWLY_MS);

  it('to a colleague is made and taken back without a mouse, and on the smallest screen', async () => {
    const other = await floor.staff('agent2@demo', 'away');
    const at = await floor.desk();
    const one = await serving(at);
    await other.request('presence', { status: 'online' });
    for (const nth of [0, 1]) {
      await at.page.keyboard.press('Alt+t');
      await at.dialog.getByText('周航').waitFor();
      // The second time the list is there at once, and the field has to be in hand all the same.
      await at.page.locator('input:focus').and(at.page.getByPlaceholder('搜索同事或技能')).waitFor();
      await at.page.keyboard.type('周航');
      await at.page.keyboard.press('Enter');
      await at.dialog.locator('input[name="colleague"]:checked').waitFor();
      await at.page.keyboard.press('Control+Enter');
      await at.dialog.waitFor({ state: 'hidden' });
      await at.page.setViewportSize({ width: 360, height: 740 });
      const bar = at.page.locator('.thread-bar', { hasText: '等 周航 接手' });
      await eventually(() => inSight(bar.getByRole('button', { name: '取消邀请' })), (isInSight) => isInSight);
      await shot(at, `asked-${nth}`);
      await bar.getByRole('button', { name: '取消邀请' }).click();
      await bar.waitFor({ state: 'detached' });
      await at.page.setViewportSize({ width: 1440, height: 900 });
      await at.field.focus();
    }
    const asked = () => other.told.of<{ pass?: object }>('offer').filter(({ pass }) => pass !== undefined);
    await other.told.until('offer', () => asked().length >= 2);
    expect(asked()).toHaveLength(2);
    expect(one.conversation?.state).toBe('live');
  }, SLOWLY_MS);

  it('stays when it cannot be accepted just now, and can still be declined', async () => {
    const at = await floor.desk('agent2@demo');
    const giver = await floor.staff('agent1@demo', null);
    await serving(at);
    await at.page.locator('.presence-button:visible').click();
    for (const left of [2, 1]) {
      await at.page.locator('.presence-menu').getByRole('button').first().click();
      await at.page.getByText(`1 / ${left}`).waitFor();
    }
    await at.page.keyboard.press('Escape');
    await giver.request('presence', { status: 'online' });
    const one = await waiting();
    await giver.told.until('offer');
    await giver.request('accept', { conversationId: idOf(one) });
    await giver.request('transfer', { conversationId: idOf(one), to: { staffId: 'demo-agent2' }, note: '' });
    await at.offer.waitFor();
    await at.offer.locator('.ant-btn-primary').click();
    await at.page.getByText('已达接待上限').waitFor();
    await at.offer.getByRole('button', { name: /婉拒/ }).click();
    await at.page.locator('.ant-dropdown-menu-item:visible').first().click();
    const ended = await giver.told.until<{ outcome: string }>('pass:ended');
    expect(ended.outcome).toBe('declined');
    expect(one.conversation?.state).toBe('live');
  }, SLOWLY_MS);
});
