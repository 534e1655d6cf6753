/** A refund that two people agreed on and the business system does not take, at the desk in a real browser: it is seen, called for, and ended. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { startBusinessProcess } from '../support/business-process.js';
import type { BusinessProcess } from '../support/business-process.js';
import { connectSubscriber, siteToken } from '../support/clients.js';
import { DeskPage } from '../support/desk-page.js';
import { startLyingSystem } from '../support/lying-business-system.js';
import type { LyingSystem } from '../support/lying-business-system.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();
const CHARGED_TWICE = '13800000009';
const NOT_TAKEN = 409;
const SHOTS = process.env['SHOTS'];

async function shot({ page }: DeskPage, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

(chromium.path === null ? describe.skip : describe)('a refund that the business system does not take', () => {
  let business: BusinessProcess;
  let operator: LyingSystem;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    business = await startBusinessProcess();
    operator = await startLyingSystem(business.url);
    operator.meddle(({ method, path }, answer) => (path.endsWith('/adjustBalance') ? (method === 'POST' ? NOT_TAKEN : []) : answer));
    product = await startProduct({ env: { RATE_LIMIT: 'off', BSS_URL: operator.url } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
    await operator.close();
    await business.kill();
  });

  it('calls the supervisor, who sees it in the case and ends it', async () => {
    const agent = await DeskPage.signedIn(browser, product.url, 'agent1@demo');
    const boss = await DeskPage.signedIn(browser, product.url, 'supervisor@demo');
    await agent.goOnline();
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, CHARGED_TWICE) });
    await one.request('handoff', {});
    await agent.accept();
    await agent.page.locator('.who-head .ant-segmented-item', { hasText: '工单' }).click();
    await agent.page.getByRole('button', { name: '登记工单' }).click();
    const form = agent.page.getByRole('group', { name: '登记工单' });
    await form.locator('.ant-select').click();
    await agent.page.locator('.ant-select-item-option', { hasText: '退费' }).click();
    await form.locator('textarea').fill('视频会员被扣了两次');
    await form.getByRole('button', { name: '登记' }).click();
    const pane = agent.page.locator('.who-scroll .case');
    await pane.getByRole('button', { name: /双倍返还/ }).click();
    await agent.page.locator('.ant-modal-confirm .ant-btn-primary').click();
    await pane.locator('.case-refund').getByText('业务系统不受理').waitFor();
    // Ending it is for who approves.
    expect(await pane.getByRole('button', { name: '终止退费' }).count()).toBe(0);

    const number = await pane.locator('.case-number span').first().innerText();
    const called = boss.page.locator('.alert', { hasText: number }).filter({ hasText: '会再试' });
    await called.waitFor();
    await boss.page.getByRole('button', { name: '工单' }).first().click();
    await boss.page.locator('.case-row', { hasText: number }).click();
    const refund = boss.page.locator('.cases-one .case-refund');
    await refund.getByText('业务系统不受理').waitFor();
    expect(await boss.scan()).toEqual([]);
    await shot(boss, 'refund-stuck');
    // Asked once more it is refused once more, and offered under no other name.
    expect(await boss.page.locator('.cases-one').getByRole('button', { name: /双倍返还/ }).count()).toBe(0);
    const tries = (): number => operator.seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/adjustBalance')).length;
    const before = tries();
    await refund.getByRole('button', { name: '再试一次' }).click();
    await eventually(() => Promise.resolve(tries()), (times) => times > before);
    await boss.page.locator('.ant-message', { hasText: '业务系统不受理' }).waitFor();
    await refund.getByRole('button', { name: '终止退费' }).click();
    await refund.getByRole('button', { name: '终止退费' }).waitFor({ state: 'detached' });
    await called.waitFor({ state: 'detached' });
    // Who ended it approved nothing and refused nothing.
    await refund.getByText('已终止', { exact: true }).waitFor();
    await refund.getByText('林晓 提出 · 陈主管 终止').waitFor();
    await boss.page.locator('.cases-one .case-history').getByText('终止退费').first().waitFor();
    await shot(boss, 'refund-ended');
    expect([...agent.complaints, ...boss.complaints]).toEqual([]);
    one.close();
    for (const each of [agent, boss]) await each.close();
  }, 120_000);
});
