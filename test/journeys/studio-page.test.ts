/** The editors' studio in a real browser. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { Editor } from '../support/editor.js';
import { DeskPage, PHONE } from '../support/desk-page.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const chromium = findBrowser();

(chromium.path === null ? describe.skip : describe)('the studio in a browser', () => {
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

  async function studio(wishes: Parameters<typeof DeskPage.open>[2] = {}): Promise<DeskPage> {
    const opened = await DeskPage.restored(browser, product.url, 'editor@demo', { ...wishes, path: '/studio' });
    await opened.page.locator('nav').waitFor();
    return opened;
  }

  it('shows an article as the subscriber will see it, without anything that could run', async () => {
    const opened = await studio({ locale: 'en', isDark: true, size: PHONE });
    const { page } = opened;
    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    await page.locator('.markdown').fill('# Hello\n\n<img src=x onerror="document.title=1"><script>document.title=2</script>\n\n[bad](javascript:alert(1)) **bold**');
    await page.locator('.preview strong').waitFor();
    expect(await page.locator('.preview :is(script, img, [onerror], a[href^="javascript"])').count()).toBe(0);
    for (const part of ['intents', 'articles', 'revisions', 'try']) {
      await page.goto(`${product.url}/studio#/${part}`);
      await page.locator('h1').waitFor();
      expect(await opened.scan()).toEqual([]);
      expect(await opened.overflow()).toBe(0);
    }
    await opened.close();
  });

  it('moves a phrase in one step: gone here and there at once, whatever becomes of the page, and back again', async () => {
    const opened = await studio();
    const { page } = opened;
    const editor = await Editor.signIn(product.url);
    const phrases = async (id: string) => ((await editor.get(`/api/content/intents/${id}`)).body as { examples: Record<string, readonly string[]> }).examples['zh-CN'] ?? [];
    const [moved = '', unsaved = ''] = await phrases('thanks');
    const before = [await phrases('thanks'), await phrases('goodbye')];
    await page.goto(`${product.url}/studio#/intents/thanks`);
    await page.locator('.grid-row input[data-row="1"]').fill(`${unsaved}呀`);
    await page.getByRole('checkbox', { name: '选择第 1 句' }).check();
    await page.getByRole('combobox', { name: '移到其他意图…' }).focus();
    // With the arrows one looks through the list; nothing goes anywhere by that.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('combobox', { name: '移到其他意图…' }).selectOption('goodbye');
    expect(await phrases('thanks')).toEqual(before[0]);
    await page.getByRole('button', { name: '移过去' }).click();
    await page.getByText('已移 1 句到').waitFor();
    expect([(await phrases('thanks')).includes(moved), (await phrases('goodbye')).includes(moved)]).toEqual([false, true]);
    await page.getByRole('button', { name: '撤销' }).click();
    await eventually(async () => [await phrases('thanks'), await phrases('goodbye')], (now) => JSON.stringify(now) === JSON.stringify(before));
    // What was typed and not saved is still here, and nowhere else.
    await eventually(() => page.locator('.grid-row input[data-row="1"]').inputValue(), (phrase) => phrase === `${unsaved}呀`);
    await page.getByRole('checkbox', { name: '选择第 1 句' }).check();
    await page.getByRole('combobox', { name: '移到其他意图…' }).selectOption('goodbye');
    await page.getByRole('button', { name: '移过去' }).click();
    await eventually(() => phrases('goodbye'), (now) => now.includes(moved));
    await opened.close();
    expect(await phrases('thanks')).toEqual(before[0]?.filter((phrase) => phrase !== moved));
    // A colleague saved one of the two meanwhile: neither is changed.
    const whole = await Promise.all(['thanks', 'goodbye'].map(async (id) => (await editor.get(`/api/content/intents/${id}`)).body));
    await editor.put('/api/content/intents/goodbye', { ...whole[1], notes: 'by a colleague' });
    expect((await editor.put('/api/content/intents', { intents: whole.map((one) => ({ ...one, owner: 'me' })) })).body).toMatchObject({ code: 'conflict' });
    expect((await editor.get('/api/content/intents/thanks')).body).not.toHaveProperty('owner');
  });

  it('gives a message back that could not be tried, and plays it once', async () => {
    const opened = await studio();
    const { page } = opened;
    await page.setViewportSize({ width: 1024, height: 560 });
    await page.goto(`${product.url}/studio#/try`);
    await page.getByLabel('用哪一版').selectOption('force');
    const field = page.getByRole('textbox', { name: '说点什么' });
    const send = page.getByRole('button', { name: '发送' });
    const own = page.locator('.turn .bubble.me');
    await field.fill('怎么充值');
    await send.click();
    await own.first().waitFor();
    await page.route('**/api/content/try', (route) => route.abort(), { times: 1 });
    await field.fill('话费多少');
    await send.click();
    await page.locator('.ant-alert-error').waitFor();
    expect(await field.inputValue()).toBe('话费多少');
    await send.click();
    await own.nth(1).waitFor();
    expect(await own.allInnerTexts()).toEqual(['怎么充值', '话费多少']);
    // What was answered last is what she looks at.
    await eventually(() => own.nth(1).evaluate((bubble) => bubble.getBoundingClientRect().bottom < innerHeight && bubble.contains(document.elementFromPoint(bubble.getBoundingClientRect().right - 8, bubble.getBoundingClientRect().top + 8))), (isInSight) => isInSight);
    await opened.close();
  });

  it('keeps what is written on while a save is on its way, and says when the entry was deleted meanwhile', async () => {
    const opened = await studio();
    const { page } = opened;
    const editor = await Editor.signIn(product.url);
    let release: () => void = () => undefined;
    const hold = async (path: string): Promise<void> => {
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route(path, async (route) => {
        if (route.request().method() === 'PUT') await released;
        await route.continue();
      });
    };
    const saving = page.locator('.page-head .ant-btn-loading');
    const save = page.getByRole('button', { name: '保存到草稿', exact: true });
    const title = page.getByLabel('标题', { exact: true });

    await hold('**/api/content/articles/apn-settings.en');
    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    await title.fill('Access points');
    await save.click();
    await saving.waitFor();
    await title.fill('Access points of phones');
    release();
    await saving.waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('Access points of phones');
    await save.click();
    await eventually(async () => (await editor.get('/api/content/articles/apn-settings.en')).body, (article) => (article as { title: string }).title === 'Access points of phones');

    await hold('**/api/content/variables');
    await page.goto(`${product.url}/studio#/variables`);
    await page.getByRole('button', { name: '加一个变量' }).click();
    const row = page.locator('.variables tbody tr').last();
    await row.locator('input').nth(0).fill('shop_hours');
    await row.locator('input').nth(1).fill('九点到六点');
    await row.locator('input').nth(2).fill('nine to six');
    await save.click();
    await saving.waitFor();
    await row.locator('input').nth(2).fill('nine to seven');
    release();
    await saving.waitFor({ state: 'detached' });
    await page.getByText('有未保存的改动').waitFor();
    await save.click();
    await page.getByText('有未保存的改动').waitFor({ state: 'detached' });
    expect(((await editor.get('/api/content/variables')).body as { variables: Record<string, unknown> }).variables['shop_hours']).toEqual({ 'zh-CN': '九点到六点', en: 'nine to seven' });

    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    await title.fill('Access points, once more');
    const { version } = (await editor.get('/api/content/articles/apn-settings.en')).body as { version: number };
    await editor.call('DELETE', '/api/content/articles/apn-settings.en', { headers: { 'if-match': `"${version}"` } });
    await save.click();
    await page.getByText('没有这一条，可能已被删除').waitFor();
    expect(await title.inputValue()).toBe('Access points, once more');
    await save.click();
    await eventually(async () => (await editor.get('/api/content/articles/apn-settings.en')).status, (status) => status === 200);
    await opened.close();
  });

  it('keeps a move that could not be taken back ready to be taken back, and what was typed meanwhile', async () => {
    const opened = await studio();
    const { page } = opened;
    const editor = await Editor.signIn(product.url);
    const phrases = async (id: string) => ((await editor.get(`/api/content/intents/${id}`)).body as { examples: Record<string, readonly string[]> }).examples['zh-CN'] ?? [];
    const row = (at: number) => page.locator(`.grid-row input[data-row="${at}"]`);
    const [moved = '', second = '', third = ''] = await phrases('greeting');
    const before = [await phrases('greeting'), await phrases('goodbye')];
    await page.goto(`${product.url}/studio#/intents/greeting`);
    await page.getByRole('checkbox', { name: '选择第 1 句' }).check();
    await page.getByRole('combobox', { name: '移到其他意图…' }).selectOption('goodbye');
    // Typed while the move is on its way.
    await page.route('**/api/content/intents', async (route) => {
      if (route.request().method() === 'PUT') await row(2).fill(`${third}哟`);
      await route.continue();
    });
    await page.getByRole('button', { name: '移过去' }).click();
    await page.getByText('已移 1 句到').waitFor();
    await eventually(async () => [await row(0).inputValue(), await row(1).inputValue()].join(' '), (rows) => rows === `${second} ${third}哟`);
    await page.unroute('**/api/content/intents');
    // The server is away for a moment.
    await page.route('**/api/content/intents', (route) => (route.request().method() === 'PUT' ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' }) : route.continue()));
    await page.getByRole('button', { name: '撤销' }).click();
    await page.locator('.ant-message-error').waitFor();
    expect([await row(0).inputValue(), await row(1).inputValue()]).toEqual([second, `${third}哟`]);
    await page.unroute('**/api/content/intents');
    await page.getByRole('button', { name: '撤销' }).click();
    await eventually(async () => [await phrases('greeting'), await phrases('goodbye')], (now) => JSON.stringify(now) === JSON.stringify(before));
    await eventually(() => row(0).inputValue(), (phrase) => phrase === moved);
    expect(await row(2).inputValue()).toBe(`${third}哟`);
    await opened.close();
  });

  it('adds a plan when it is meant, and not when the arrow keys pass it in the list', async () => {
    const opened = await studio();
    const { page } = opened;
    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    const plans = page.getByRole('group', { name: '限套餐' });
    const list = plans.getByRole('combobox', { name: '加一个套餐……' });
    // The plans are asked for apart from the text: until they are here, an arrow has nowhere to go.
    await list.locator('option').nth(3).waitFor({ state: 'attached' });
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const [, first = '', second = ''] = await list.locator('option').allInnerTexts();
    expect(await plans.locator('.tag').count()).toBe(0);
    await plans.getByRole('button', { name: `加上“${second}”` }).waitFor();
    await page.keyboard.press('Enter');
    expect(await plans.locator('.tag').innerText()).toContain(second);
    await page.keyboard.press('ArrowDown');
    expect(await plans.locator('.tag').count()).toBe(1);
    await plans.getByRole('button', { name: `加上“${first}”` }).click();
    expect(await plans.locator('.tag').allInnerTexts()).toEqual([expect.stringContaining(second), expect.stringContaining(first)]);
    // With the pointer it is meant.
    const [, third = ''] = await list.locator('option').allInnerTexts();
    await list.selectOption({ label: third });
    expect(await plans.locator('.tag').last().innerText()).toContain(third);
    expect(await opened.scan()).toEqual([]);
    await opened.close();
  });

  it('says below the field which places nobody knows, and in the check which texts are limited to them', async () => {
    const opened = await studio();
    const { page } = opened;
    const editor = await Editor.signIn(product.url);
    await page.goto(`${product.url}/studio#/articles/apn-settings.en`);
    const field = page.getByLabel('限地区（空为全部）');
    await field.fill('浙江省, 沪上, 杭州-西湖');
    await field.blur();
    await page.getByText('不认得这些地方：沪上。').waitFor();
    await page.getByRole('button', { name: '保存到草稿' }).click();
    await page.getByText('已保存到草稿').waitFor();
    expect((await editor.get('/api/content/articles/apn-settings.en')).body).toMatchObject({ regions: ['浙江', '沪上', '杭州-西湖'] });
    expect((await editor.post('/api/content/check')).body).toMatchObject({ unknownPlaces: [{ path: 'knowledge-base/apn-settings.en.md', places: ['沪上'] }] });
    await page.goto(`${product.url}/insights#/notices/${encodeURIComponent('杭洲')}`);
    await page.getByText('不认得这些地方：杭洲。').waitFor();
    await opened.close();
  });

  it('shows on a phone, without scrolling aside, why a row of a file does not fit', async () => {
    const opened = await studio({ size: PHONE });
    const { page } = opened;
    await page.goto(`${product.url}/studio#/exchange`);
    await page.locator('input[type="file"]').setInputFiles({ name: 'faq.csv', mimeType: 'text/csv', buffer: Buffer.from('问题,答案,意图,生效\n怎么查余额,在应用里查。,balance_query,明天\n') });
    const why = page.locator('.preview-rows .bad li');
    await why.waitFor();
    expect(await why.innerText()).toContain('生效');
    const box = await why.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await opened.scan()).toEqual([]);
    await opened.close();
  });

  it('publishes nothing at a time that has passed, and says of what waits what became of it', async () => {
    const opened = await studio();
    const { page } = opened;
    await page.goto(`${product.url}/studio#/articles/five-g-enable.zh-CN`);
    await page.locator('.markdown').fill(`${await page.locator('.markdown').inputValue()}\n\n到时才上线的一句。`);
    await page.getByRole('button', { name: '保存到草稿' }).click();
    await page.locator('nav a .count').waitFor();
    await page.goto(`${product.url}/studio#/publish`);
    const at = (ms: number): string => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16);
    await page.locator('input[type="datetime-local"]').fill(at(-3_600_000));
    await page.getByRole('button', { name: '到时发布' }).click();
    await page.getByText('定时的时间已经过去').waitFor();
    expect(await page.locator('.planned').count()).toBe(0);
    await page.locator('input[type="datetime-local"]').fill(at(3_600_000));
    expect(await page.getByText('定时的时间已经过去').count()).toBe(0);
    await page.getByRole('button', { name: '到时发布' }).click();
    const waiting = page.locator('.planned li', { hasText: '已定时' });
    await waiting.getByRole('button', { name: '看改动' }).click();
    await waiting.getByText('到时才上线的一句。').waitFor({ state: 'attached' });
    await waiting.getByRole('button', { name: '取消' }).click();
    await page.locator('.planned li', { hasText: '已取消' }).waitFor();
    await opened.close();
  });

  it('is pressed with a thumb, the insights too', async () => {
    const opened = await studio({ size: PHONE, isTouch: true });
    const { page } = opened;
    for (const [part, ready] of [['intents', '.sheet'], ['intents/bill_query', '.grid-row'], ['articles', '.sheet'], ['articles/apn-settings.zh-CN', '.preview p'], ['variables', 'h1'], ['exchange', '.file'], ['publish', 'h1'], ['revisions', '.revisions'], ['try', '.say']] as const) {
      await page.goto(`${product.url}/studio#/${part}`);
      await page.locator(ready).first().waitFor();
      expect([part, await opened.hardToHit(), await opened.overflow()]).toEqual([part, [], 0]);
    }
    await page.locator('.say input').fill('怎么开发票');
    await page.locator('.say button').tap();
    await page.locator('.ranked').first().waitFor();
    expect(await opened.hardToHit()).toEqual([]);
    await opened.close();
    const figures = await DeskPage.restored(browser, product.url, 'supervisor@demo', { size: PHONE, isTouch: true, path: '/insights' });
    for (const [part, ready] of [['figures', '.tile'], ['gaps', 'h1'], ['causes', 'h1'], ['notices/%E6%9D%AD%E5%B7%9E', 'form']] as const) {
      await figures.page.goto(`${product.url}/insights#/${part}`);
      await figures.page.locator(ready).first().waitFor();
      expect([part, await figures.hardToHit(), await figures.overflow()]).toEqual([part, [], 0]);
    }
    await figures.close();
  });

  it('lets no agent in', async () => {
    const opened = await DeskPage.open(browser, product.url, { path: '/studio' });
    await opened.signIn('agent1@demo', 'demo');
    await opened.page.getByText('没有编辑内容的权限').waitFor();
    await opened.close();
  });
});
