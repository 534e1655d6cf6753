/** Pictures and variables of articles over HTTP: nothing of other places, and nothing that runs; and all of the content to files and back. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Editor } from '../support/editor.js';
import { smallPng } from '../support/pictures.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { filesAsBytes } from '../support/whole-database.js';

const ARTICLE = '/api/content/articles/apn-settings.zh-CN';

describe('articles with pictures and variables', () => {
  let product: Product;
  let editor: Editor;
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    editor = await Editor.signIn(product.url);
  });
  afterAll(() => product.dispose());

  it('are taken by what they hold, from editors only, and served as nothing but pictures', async () => {
    const agent = await Editor.signIn(product.url, 'agent1@demo');
    expect((await agent.upload('/api/content/images?name=a.png', smallPng(4, 3))).status).toBe(403);
    const taken = await editor.upload('/api/content/images?name=SIM%20tray.jpeg', smallPng(4, 3));
    expect(taken).toMatchObject({ status: 200, body: { name: expect.stringMatching(/^sim-tray-[0-9a-f]{12}\.png$/) as unknown, width: 4, height: 3 } });
    expect((await editor.upload('/api/content/images?name=SIM%20tray.jpeg', smallPng(4, 3))).body['name']).toBe(taken.body['name']);
    expect((await editor.get('/api/content/images')).body['images']).toHaveLength(1);
    for (const wrong of ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'GIF89a', Buffer.concat([smallPng(4, 3), Buffer.from('<script>')])]) expect((await editor.upload('/api/content/images?name=a.png', wrong)).status).toBe(415);
    expect((await editor.upload('/api/content/images?name=a.png', Buffer.alloc(6_000_000))).status).toBe(413);

    const served = await fetch(`${product.url}/kb-images/${String(taken.body['name'])}`);
    expect(served.status).toBe(200);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(smallPng(4, 3));
    expect(Object.fromEntries(served.headers)).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': expect.stringContaining('immutable') as unknown });
    for (const name of ['gone-0123456789ab.png', '..%2f..%2fetc%2fpasswd', 'x.svg']) expect((await fetch(`${product.url}/kb-images/${name}`)).status).toBe(404);
  });

  it('are shown by articles only with words, and only when they are here', async () => {
    const { body } = await editor.get(ARTICLE);
    const name = String((await editor.upload('/api/content/images?name=tray.png', smallPng(4, 3))).body['name']);
    for (const picture of ['![x](https://evil.example/a.png)', `![](/kb-images/${name})`, '![x](/kb-images/gone-0123456789ab.png)', '![x](/desk.png)']) {
      expect(await editor.put(ARTICLE, { ...body, body: `${picture}\n\n${String(body['body'])}` })).toMatchObject({ status: 400, body: { problems: [{ file: 'knowledge-base/apn-settings.zh-CN.md' }] } });
    }
    expect((await editor.get(ARTICLE)).body).toEqual(body);
    expect((await editor.put(ARTICLE, { ...body, body: `![卡托在侧面](/kb-images/${name})\n\n${String(body['body'])}` })).status).toBe(200);
    const quoted = await editor.post('/api/content/passages', { ...body, body: `![卡托在侧面](/kb-images/${name})` });
    expect(quoted.body).toEqual({ passages: [{ heading: '', text: '（图：卡托在侧面）', pictures: [{ text: '（图：卡托在侧面）', words: '卡托在侧面', href: `/kb-images/${name}` }] }] });
  });

  it('stand beside variables, which tell where they are used', async () => {
    const { body } = await editor.get(ARTICLE);
    expect((await editor.put('/api/content/variables', { hotline: '10000', hours: { 'zh-CN': '每天 8 点到 22 点', en: '8 to 22 daily' } }, { 'if-none-match': '*' })).status).toBe(200);
    expect((await editor.put('/api/content/variables', { hotline: '1' }, { 'if-match': '"9"' })).status).toBe(409);
    expect((await editor.put('/api/content/variables', { 'Bad Name': 'x' })).status).toBe(400);
    await editor.put(ARTICLE, { ...body, body: `${String(body['body'])}\n\n热线 {{hotline}}，{{hours}}。` });
    expect((await editor.get('/api/content/variables')).body).toMatchObject({ variables: { hotline: '10000' }, uses: { hotline: ['knowledge-base/apn-settings.zh-CN.md'] } });
    const quoted = await editor.post('/api/content/passages', { ...body, body: '热线 {{hotline}}，{{hours}}。' });
    expect(quoted.body).toEqual({ passages: [{ heading: '', text: '热线 10000，每天 8 点到 22 点。', pictures: [] }] });
    expect((await editor.post('/api/content/passages', { ...body, body: '{{nothing}}' })).status).toBe(400);
  });

  it('go to files and back by the command line, byte for byte, as single files too', () => {
    const folder = join(product.dataDir, 'out');
    const content = (...order: readonly string[]): string => execFileSync(process.execPath, ['dist/server/content.js', ...order], { env: { PATH: process.env['PATH'], DATA_DIR: product.dataDir, LANG: 'en_US.UTF-8' }, encoding: 'utf8', stdio: 'pipe' });
    const files = (below: string) => filesAsBytes(join(folder, below)).map(({ name, bytes }) => [name.slice(join(folder, below).length), bytes.toString('base64')] as const);
    content('export', join(folder, 'one'));
    expect(content('check', join(folder, 'one'))).toContain('sound: ');
    expect(content('import', join(folder, 'one'), '--force')).toContain('draft: 0 texts changed, 0 taken out');
    expect(content('diff', join(folder, 'one'))).toBe('');
    content('export', join(folder, 'all.xlsx'));
    expect(content('import', join(folder, 'all.xlsx'))).toContain(', 0 texts changed');
    appendFileSync(join(folder, 'one', 'knowledge-base', 'recharge-ways.zh-CN.md'), '\r\n最后一行，没有换行');
    expect(content('import', join(folder, 'one'), '--force')).toContain('draft: 1 text changed');
    content('export', join(folder, 'two'));
    expect(files('two')).toEqual(files('one'));
    expect(files('two').some(([name]) => name.startsWith('/knowledge-base/images/'))).toBe(true);
  });
});
