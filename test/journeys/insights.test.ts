/** What supervisors and editors see of the service, in a real browser and over HTTP, from conversations that really took place. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { connectStaff, connectSubscriber, siteToken } from '../support/clients.js';
import { DeskPage, NARROW, PHONE } from '../support/desk-page.js';
import { Editor } from '../support/editor.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();
jest.setTimeout(120_000);

interface Figures {
  readonly to: string;
  readonly total: { readonly conversations: number; readonly outcomes: Record<string, number>; readonly handoffs: Record<string, number>; readonly waits: { readonly count: number }; readonly intents: readonly { intent: string }[] };
}

(chromium.path === null ? describe.skip : describe)('the insights', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    browser = await launchBrowser(chromium.path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await product.dispose();
  });

  async function insights(email: string, wishes: Parameters<typeof DeskPage.open>[2] = {}): Promise<DeskPage> {
    const opened = await DeskPage.open(browser, product.url, { ...wishes, path: '/insights' });
    await opened.signIn(email, 'demo');
    await opened.page.locator('h1').waitFor();
    return opened;
  }

  it('count what took place, for supervisors only, and say so on the page and in the file', async () => {
    const { url } = product;
    const happy = await connectSubscriber(url, { token: await siteToken(url, '13800000004') });
    await happy.ask('查话费');
    const waiting = await connectSubscriber(url, { token: await siteToken(url, '13800000005') });
    const agent = await connectStaff(url, 'agent1@demo');
    await waiting.request('handoff');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    await agent.request('accept', { conversationId });
    await agent.send(conversationId, '您好，我来帮您');
    const supervisor = await Editor.signIn(url, 'supervisor@demo');
    const figures = async (): Promise<Figures> => (await supervisor.get('/api/insights/figures?compare=1')).body as unknown as Figures;
    const counted = await eventually(figures, ({ total }) => total.waits.count === 1 && total.outcomes['person'] === 1);
    expect(counted.total).toMatchObject({ conversations: 2, outcomes: { assistant: 1, person: 1 }, handoffs: { asked: 1, accepted: 1 }, intents: [{ intent: 'balance_query', count: 1 }] });

    for (const [email, status] of [['agent1@demo', 403], ['editor@demo', 403]] as const) expect((await (await Editor.signIn(url, email)).get('/api/insights/figures')).status).toBe(status);
    for (const query of ['from=2026-13-01', 'from=2026-11-02&to=2026-11-01', 'from=2020-01-01', 'days=3']) expect((await supervisor.get(`/api/insights/figures?${query}`)).status).toBe(400);

    const opened = await insights('supervisor@demo', { locale: 'en' });
    const { page } = opened;
    await page.locator('.tile', { hasText: 'Conversations' }).locator('.tile-value', { hasText: '2' }).first().waitFor();
    await page.locator('.tile', { hasText: 'Containment' }).getByText('50%').waitFor();
    await page.locator('.chart canvas').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export CSV' }).click()]);
    const rows = parse(readFileSync((await file.path()) ?? '', 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['Day'] === 'Total')).toMatchObject({ Conversations: '2', 'Answered by the assistant': '1', 'To a person': '1' });
    expect(rows.find((row) => row['Day'] === rows.at(6)?.['Day'])).toMatchObject({ Conversations: '2' });
    await page.getByText('Custom').click();
    await page.locator('input[name="from"]').fill('2026-02-01');
    await page.locator('input[name="to"]').fill('2026-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Choose a first and a last day').waitFor();
    await page.locator('input[name="to"]').fill('2026-02-07');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('No conversations in this range yet').waitFor();
    expect(opened.complaints).toEqual([]);
    await opened.close();
    for (const client of [happy, waiting, agent]) client.close();
  });

  it.each([['zh-CN', false, NARROW], ['en', true, PHONE]] as const)('can be read by everybody: %s, dark %s', async (locale, isDark, size) => {
    const opened = await insights('admin@demo', { locale, isDark, size });
    for (const part of ['figures']) {
      await opened.page.goto(`${product.url}/insights#/${part}`);
      await opened.page.locator('.page h1').waitFor();
      expect(await opened.scan()).toEqual([]);
      expect(await opened.overflow()).toBe(0);
    }
    await opened.close();
  });

  it('let no agent in', async () => {
    const opened = await insights('agent1@demo');
    await opened.page.getByText('没有查看运营看板的权限').waitFor();
    await opened.close();
  });
});
