/** The account beside the chat, and changes put before the subscriber from there: the agent's browser and the subscriber's, at the same time. */
import { describe, expect, it } from '@jest/globals';
import { PHONE } from '../support/pages.js';
import type { SubscriberPage } from '../support/pages.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';

const SHOTS = process.env['SHOTS'];
/** Two browsers at once on a busy machine. */
const SLOWLY_MS = 120_000;

(hasBrowser ? describe : describe.skip)('the account at the desk', () => {
  const floor = DeskFloor.opened();

  async function talking(msisdn: string, wishes: Parameters<DeskFloor['visitor']>[1] = {}): Promise<{ at: DeskPage; one: SubscriberPage }> {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.visitor(msisdn, wishes);
    await one.page.getByRole('button', { name: /^(转人工|Agent|Talk to a person)/ }).first().click();
    await at.accept();
    await at.page.locator('.who-head').getByText('账户').click();
    return { at, one };
  }
  const choose = async ({ page }: DeskPage, field: string, option: string): Promise<void> => {
    await page.locator('.proposing .ant-select', { has: page.getByLabel(field) }).click();
    await page.locator('.ant-select-item-option:visible', { hasText: option }).click();
  };
  const shot = async (page: DeskPage['page'], name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };

  it('shows bills, tickets, extras and payments as rows that open', async () => {
    const { at } = await talking('13800000007');
    const bills = at.page.getByRole('region', { name: '账单' });
    await bills.locator('details').nth(5).waitFor();
    expect(await bills.locator('details').count()).toBe(6);
    await bills.locator('summary').first().click();
    await bills.locator('details[open] .facts').first().waitFor();
    const tickets = at.page.getByRole('region', { name: '报障单' });
    await tickets.locator('summary').first().click();
    await tickets.locator('details[open] .facts').waitFor();
    for (const name of ['增值业务', '缴费']) expect(await at.page.getByRole('region', { name }).locator('li').count()).toBeGreaterThan(0);
    expect(await at.scan()).toEqual([]);
    await shot(at.page, 'account-rows');
  }, SLOWLY_MS);

  it('puts a pack before the subscriber, whose tap alone makes it; both read what came of it', async () => {
    const { at, one } = await talking('13800000003', { size: PHONE });
    await choose(at, '要办的业务', '订流量包');
    await choose(at, '选哪一个', '10GB月包');
    await shot(at.page, 'propose-chosen');
    await at.page.getByRole('button', { name: '发出确认卡' }).click();
    await at.page.locator('.proposal-waiting').getByText('等用户确认').waitFor();
    const confirm = one.page.locator('.jb-decide .jb-primary');
    await confirm.waitFor();
    await shot(at.page, 'propose-waiting');
    await shot(one.page, 'propose-card-phone');
    // A question in between leaves the card where it can be tapped.
    await one.say('这个多少钱？');
    await at.bubble('them', '这个多少钱').waitFor();
    await at.write('18 元，用到月底');
    await one.page.locator('.jb-agent .jb-bubble', { hasText: '18 元' }).waitFor();
    await confirm.dblclick();
    await one.page.locator('.jb-event', { hasText: '受理单号' }).waitFor();
    await at.timeline.locator('.row-system', { hasText: '受理单号' }).waitFor();
    await at.page.locator('.proposal-waiting').waitFor({ state: 'detached' });
    await one.page.locator('.jb-decide').waitFor({ state: 'detached' });
    expect(await one.page.locator('.jb-event', { hasText: '受理单号' }).count()).toBe(1);
    await shot(at.page, 'propose-done');
    await shot(one.page, 'propose-done-phone');
    expect(await at.scan()).toEqual([]);
    expect(await one.scan()).toEqual([]);
  }, SLOWLY_MS);

  it('says on both screens that the subscriber would not, and that the agent thought better of it', async () => {
    const { at, one } = await talking('13800000005');
    await choose(at, '要办的业务', '挂失停机');
    await at.page.getByRole('button', { name: '发出确认卡' }).click();
    await one.page.locator('.jb-decide .jb-plain').click();
    for (const row of [one.page.locator('.jb-event'), at.timeline.locator('.row-system')]) await row.filter({ hasText: '您取消了' }).waitFor();
    await at.page.getByRole('button', { name: '发出确认卡' }).click();
    await at.page.getByRole('button', { name: '收回' }).click();
    for (const row of [one.page.locator('.jb-event'), at.timeline.locator('.row-system')]) await row.filter({ hasText: '收回了确认卡' }).waitFor();
    await one.page.locator('.jb-decide').waitFor({ state: 'detached' });
  }, SLOWLY_MS);

  it('tells the agent in words why a plan cannot be changed, ready to be told', async () => {
    const { at, one } = await talking('13800000008');
    await choose(at, '要办的业务', '换套餐');
    await choose(at, '选哪一个', '畅享39');
    await at.page.getByRole('button', { name: '发出确认卡' }).click();
    const refused = at.page.locator('.proposal-refused');
    await refused.getByText('合约').waitFor();
    await shot(at.page, 'propose-refused');
    await refused.getByRole('button', { name: '填入回复框' }).click();
    await at.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value.includes('合约'));
    expect(await one.page.locator('.jb-decide').count()).toBe(0);
  }, SLOWLY_MS);
});
