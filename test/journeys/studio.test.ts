/** Editors change what the assistant understands: nothing of a draft is live, publishing makes it live, restoring takes it back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectSubscriber } from '../support/clients.js';
import { Editor } from '../support/editor.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const DRONE = {
  id: 'drone_delivery',
  kind: 'faq',
  names: { 'zh-CN': '无人机送卡', en: 'SIM by drone' },
  skillGroup: 'general',
  examples: {
    'zh-CN': ['无人机送卡', '能用无人机把卡送来吗', '无人机配送手机卡', '怎么预约无人机送卡', '无人机送货上门收费吗', '我想让无人机送一张卡'],
    en: ['deliver my sim by drone', 'drone delivery for sim cards', 'can a drone bring my new sim', 'how do I book a drone delivery'],
  },
};
const ASKED = '想预约无人机送卡到家';

interface Intent {
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly version: number;
}

describe('the studio', () => {
  let product: Product;
  let editor: Editor;

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    editor = await Editor.signIn(product.url);
  });
  afterAll(() => product.dispose());

  it('shows the draft as the files say it', async () => {
    const { status, body } = await editor.get('/api/content/intents/balance_query');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'balance_query', kind: 'skill', verify: true, names: { en: 'Check balance' }, version: 1 });
    const { intents } = (await editor.get('/api/content/intents')).body as unknown as { intents: { id: string }[] };
    expect(intents.map(({ id }) => id)).toContain('human_agent');
    expect((await editor.get('/api/content/articles/apn-settings.en')).body).toMatchObject({ id: 'apn-settings', locale: 'en', body: expect.stringContaining('jbnet') as unknown });
  });

  it('keeps a draft out of every answer until it is published, then serves it, and takes it back', async () => {
    const subscriber = await connectSubscriber(product.url);
    expect((await editor.put('/api/content/intents/drone_delivery', DRONE)).status).toBe(200);
    expect(await editor.route(ASKED)).not.toBe('drone_delivery');
    const checked = await editor.post('/api/content/check');
    expect(checked.body).toMatchObject({ problems: [], regressions: [] });
    expect(await editor.route(ASKED)).not.toBe('drone_delivery');

    const published = await editor.post('/api/content/publish', { note: '无人机送卡上线' });
    expect(published).toMatchObject({ status: 200, body: { revision: 2, origin: 'draft', note: '无人机送卡上线' } });
    expect(await editor.route(ASKED)).toBe('drone_delivery');
    await subscriber.send('你好');
    await subscriber.told.until<{ from: string }>('message', ({ from }) => from === 'bot');

    const restored = await editor.post('/api/content/revisions/1/restore', { note: '先撤下' });
    expect(restored).toMatchObject({ status: 200, body: { revision: 3, origin: 'restore', restoredFrom: 1 } });
    expect(await editor.route(ASKED)).not.toBe('drone_delivery');
    expect((await editor.get('/api/content/intents/drone_delivery')).status).toBe(404);
    const { revisions } = (await editor.get('/api/content/revisions')).body as unknown as { revisions: { revision: number; by: { name: string } | null }[] };
    expect(revisions.map(({ revision, by }) => [revision, by === null])).toEqual([[3, false], [2, false], [1, true]]);
    subscriber.close();
  });

  it('tells an editor who saves over newer work, and keeps that work', async () => {
    const path = '/api/content/intents/thanks';
    const { etag, body } = await editor.get(path);
    const intent = body as unknown as Intent;
    const mine = { ...body, examples: { ...intent.examples, en: [...(intent.examples['en'] ?? []), 'ta very much indeed'] } };
    expect((await editor.put(path, mine, { 'if-match': etag ?? '' })).status).toBe(200);
    const late = await editor.put(path, { ...body, notes: 'late' }, { 'if-match': etag ?? '' });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await editor.get(path)).body).toMatchObject({ examples: { en: expect.arrayContaining(['ta very much indeed']) as unknown } });
    expect((await editor.put('/api/content/intents/brand_new', { ...DRONE, id: 'brand_new' }, { 'if-match': '"4"' })).status).toBe(409);
    await editor.put(path, body);
  });

  it('refuses what does not fit by file, line and reason, and changes nothing', async () => {
    const before = (await editor.get('/api/content/intents/balance_query')).body;
    for (const wrong of [{ ...before, kind: 'magic' }, { ...before, examples: 'none' }, { ...before, surprise: 1 }, { ...before, id: 'other_id' }, {}]) {
      const refused = await editor.put('/api/content/intents/balance_query', wrong);
      expect(refused).toMatchObject({ status: 400, body: { code: 'bad-request', problems: expect.arrayContaining([expect.objectContaining({ file: 'intents/balance_query.yaml' })]) as unknown } });
    }
    for (const id of ['../../etc/passwd', 'Balance', 'a'.repeat(90), '%00']) expect((await editor.put(`/api/content/intents/${encodeURIComponent(id)}`, DRONE)).status).toBe(400);
    expect((await editor.get('/api/content/intents/balance_query')).body).toEqual(before);
    expect((await editor.get('/api/content/intents/nothing_here')).status).toBe(404);
  });

  it('blocks a draft that gets golden questions wrong, names them, and lets it through only with a reason', async () => {
    const path = '/api/content/intents/points_query';
    const body = (await editor.get(path)).body as unknown as Intent;
    const twisted = { ...body, examples: { 'zh-CN': ['随便'], en: ['whatever'] } };
    await editor.put(path, twisted);
    const blocked = await editor.post('/api/content/publish', { note: 'oops' });
    expect(blocked.status).toBe(409);
    expect(JSON.stringify(blocked.body['gate'])).toContain('points_query');
    expect((await editor.get('/api/content/revisions')).body).toMatchObject({ revisions: [{ revision: 3 }, {}, {}] });
    const admin = await Editor.signIn(product.url, 'admin@demo');
    const { version } = (await admin.get('/api/settings/content')).body;
    expect((await admin.put('/api/settings/content', { version, value: { needsSecondPerson: false, onlyAdminsOverride: true } })).status).toBe(200);
    expect((await editor.get('/api/content/planned')).body).toMatchObject({ mayOverride: false });
    expect((await editor.post('/api/content/publish', { note: 'oops', override: { reason: '积分下线' } })).body).toMatchObject({ code: 'forbidden' });
    expect((await admin.get('/api/content/planned')).body).toMatchObject({ mayOverride: true });
    expect((await admin.put('/api/settings/content', { version: Number(version) + 1, value: { needsSecondPerson: false } })).status).toBe(200);
    const forced = await editor.post('/api/content/publish', { note: 'oops', override: { reason: '积分下线' } });
    expect(forced).toMatchObject({ status: 200, body: { revision: 4, overrideReason: '积分下线' } });
    expect((await editor.post('/api/content/revisions/3/restore')).status).toBe(200);
    expect(await editor.route('我有多少积分')).toBe('points_query');
  });

  it('publishes nothing from a draft that is not sound, or that changes nothing', async () => {
    expect((await editor.post('/api/content/publish', { note: 'same' })).status).toBe(409);
    const article = (await editor.get('/api/content/articles/apn-settings.en')).body;
    expect((await editor.put('/api/content/articles/apn-settings.en', { ...article, successor: 'no-such-article' })).status).toBe(200);
    const refused = await editor.post('/api/content/publish', { note: 'dangling' });
    expect(refused).toMatchObject({ status: 400, body: { problems: [{ file: 'knowledge-base/apn-settings.en.md' }] } });
    await editor.put('/api/content/articles/apn-settings.en', article);
  });

  it('takes files in row by row, tells what does not fit by row and column, and changes nothing unasked', async () => {
    const before = (await editor.get('/api/content/changes')).body;
    const faq = '问题,答案,意图,相似问法,生效,失效\n无人机多久到,两小时内送到。,drone_faq,无人机几点到|送卡要多久,2026-01-01,\n坏日期,答,drone_faq,,明天,\n=1+1,"=cmd|calc",drone_faq,,2026-01-01,2030-12-31\n';
    const preview = await editor.upload('/api/content/import/preview?name=faq.csv', faq);
    expect(preview).toMatchObject({ status: 200, body: { format: 'csv', rows: [{ row: 2, state: 'new' }, { row: 3, state: 'bad', problems: [{ file: 'faq.csv', line: 3, column: '生效', text: '日期写成 2026-03-01 这样的年月日' }] }, { row: 4, state: 'new' }] } });
    const whole = await editor.upload('/api/content/import?name=faq.csv', faq);
    expect(whole).toMatchObject({ status: 400, body: { problems: [{ line: 3, column: '生效' }] } });
    expect((await editor.get('/api/content/changes')).body).toEqual(before);
    const taken = await editor.upload('/api/content/import?name=faq.csv&rows=2,4', faq, 'en');
    expect(taken).toMatchObject({ status: 200, body: { taken: 2, changed: expect.arrayContaining(['intents/drone_faq.yaml']) as unknown } });
    expect((await editor.get('/api/content/changes')).body['changes']).toHaveLength((before['changes'] as unknown[]).length + 3);
    expect((await editor.upload('/api/content/import/preview?name=x.xlsx', 'no workbook', 'en')).body).toMatchObject({ problems: [{ text: expect.stringContaining('no Excel workbook') as unknown }] });

    const csv = await editor.download('csv');
    expect(csv.bytes.toString()).toContain(`"'=cmd|calc"`);
    for (const [format, ending] of [['csv', 'csv'], ['xlsx', 'xlsx'], ['rasa', 'yml'], ['yaml', 'yaml']] as const) {
      const { bytes } = await editor.download(format);
      const again = await editor.upload(`/api/content/import/preview?name=all.${ending}`, bytes);
      const { rows } = again.body as unknown as { rows: { state: string; label: string }[] };
      expect(rows.length).toBeGreaterThan(50);
      expect(rows.filter(({ state }) => state !== 'same')).toEqual([]);
    }
    for (const path of (taken.body as unknown as { changed: string[] }).changed) await editor.call('DELETE', `/api/content/${path.startsWith('intents') ? 'intents' : 'articles'}/${path.replace(/^.*\//, '').replace(/\.(yaml|md)$/, '')}`);
    expect((await editor.get('/api/content/changes')).body).toEqual(before);
  });

  it('explains beside the draft why it would answer so', async () => {
    const tried = await editor.post('/api/content/try', { messages: ['上个月账单', '为什么多了'], subscriber: '13800000001' });
    expect(tried.body).toMatchObject({ revision: 'draft', played: [{ intent: 'bill_query', reading: { entities: [{ kind: 'month' }] } }, { intent: 'bill_explain', rule: expect.any(String) as unknown }] });
    const asked = await editor.post('/api/content/try', { messages: ['发票怎么开', '话费多少'] });
    const [quoting, asking] = asked.body['played'] as readonly { said: string; lookedUp: { certainty: string; chance: number; articles: { id: string; score: number; reasons: Record<string, number> }[]; quoted: { articleId: string; text: string }[] } | null; reply: { verification: object | null } }[];
    const { certainty, articles = [], quoted = [] } = quoting?.lookedUp ?? {};
    expect(certainty).toBe('sure');
    // What is told of it is what was done: the first is the one quoted, in the words of the answer, and its reasons are all of its score.
    expect(quoted.map(({ articleId }) => articleId)).toEqual(quoted.map(() => articles[0]?.id));
    expect(quoted.some(({ text }) => quoting?.said.includes(text.split('\n')[0] ?? '-'))).toBe(true);
    for (const { score, reasons } of articles) expect(Object.values(reasons).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score);
    expect(asking).toMatchObject({ said: '', rule: 'clear-intent', lookedUp: null, reply: { verification: expect.any(Object) as unknown } });
  });

  it('publishes at its time what was fixed when it was asked for, once; and with two persons where that is set', async () => {
    const path = '/api/content/intents/thanks';
    const original = (await editor.get(path)).body;
    const noted = (notes: string) => editor.put(path, { ...original, notes });
    const planned = async (id: string) => ((await editor.get('/api/content/planned')).body['planned'] as { id: string; state: string; revision: number | null }[]).find((one) => one.id === id);
    const ended = async (id: string) => {
      for (;;) {
        const plan = await planned(id);
        if (plan && plan.state !== 'scheduled' && plan.state !== 'awaiting') return plan;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    const idOf = (answer: { body: Readonly<Record<string, unknown>> }) => (answer.body['planned'] as { id: string }).id;
    const latest = async () => ((await editor.get('/api/content/revisions')).body['revisions'] as { revision: number; note: string; by: { name: string }; approvedBy: { name: string } | null }[])[0];

    await noted('fixed');
    const asked = await editor.post('/api/content/publish', { note: 'on time', at: Date.now() + 3_600_000 });
    expect(asked).toMatchObject({ status: 200, body: { planned: { state: 'scheduled' } } });
    expect(await editor.post(`/api/content/planned/${idOf(asked)}/cancel`)).toMatchObject({ status: 200, body: { planned: { state: 'cancelled' } } });
    expect((await editor.post(`/api/content/planned/${idOf(asked)}/cancel`)).status).toBe(409);
    const revision = (await latest())?.revision ?? 0;
    // Not before the node is dead: what one dies over is left alone for minutes.
    const soon = await editor.post('/api/content/publish', { note: 'on time', at: Date.now() + 6000 });
    await noted('later words');
    product = await product.restart('SIGKILL');
    editor = await Editor.signIn(product.url);
    expect(await ended(idOf(soon))).toMatchObject({ state: 'published', revision: revision + 1 });
    expect(JSON.stringify((await editor.get(`/api/content/changes?from=${revision}&to=${revision + 1}`)).body)).toContain('fixed');
    expect((await editor.get(path)).body).toMatchObject({ notes: 'later words' });

    let admin = await Editor.signIn(product.url, 'admin@demo');
    const section = (await admin.get('/api/settings/content')).body;
    expect((await admin.put('/api/settings/content', { version: section['version'], value: { needsSecondPerson: true, onlyAdminsOverride: true } })).status).toBe(200);
    product = await product.restart('SIGKILL');
    [editor, admin] = [await Editor.signIn(product.url), await Editor.signIn(product.url, 'admin@demo')];
    expect([(await editor.get('/api/content/planned')).body, (await admin.get('/api/content/planned')).body]).toMatchObject([{ mayOverride: false }, { mayOverride: true }]);
    const waiting = await editor.post('/api/content/publish', { note: 'four eyes' });
    expect(waiting).toMatchObject({ status: 200, body: { planned: { state: 'awaiting' } } });
    expect((await editor.post(`/api/content/planned/${idOf(waiting)}/approve`)).status).toBe(403);
    // Whoever agrees sees what was asked for, whatever the draft says by now.
    await noted('written after it was asked for');
    const seen = JSON.stringify((await admin.get(`/api/content/planned/${idOf(waiting)}/changes`)).body);
    expect(seen).toContain('later words');
    expect(seen).not.toContain('written after');
    expect(await admin.post(`/api/content/planned/${idOf(waiting)}/approve`)).toMatchObject({ status: 200, body: { planned: { state: 'published', revision: revision + 2 } } });
    expect(await latest()).toMatchObject({ note: 'four eyes', by: { name: expect.any(String) as unknown }, approvedBy: { name: expect.any(String) as unknown } });
    await admin.put('/api/settings/content', { version: Number(section['version']) + 1, value: { needsSecondPerson: false } });

    const acts = ((await admin.get('/api/audit?limit=100')).body['entries'] as { act: string; target: string }[]).map(({ act }) => act);
    for (const act of ['content.saved', 'content.imported', 'content.published', 'content.restored', 'content.overridden', 'content.asked', 'content.approved', 'content.cancelled']) expect(acts).toContain(act);
  });

  it('replaces nothing of somebody else unseen, whoever says which version it was may', async () => {
    const admin = await Editor.signIn(product.url, 'admin@demo');
    const path = '/api/content/intents/unseen_work';
    const entry = { ...DRONE, id: 'unseen_work' };
    expect((await editor.put(path, entry)).status).toBe(200);
    expect((await editor.put(path, { ...entry, notes: 'mine again' })).status).toBe(200);
    const zh = await admin.put(path, { ...entry, notes: 'blind' }, { 'accept-language': 'zh-CN' });
    expect(zh).toMatchObject({ status: 428, body: { code: 'needs-version', title: expect.stringContaining('别人的改动') as unknown } });
    expect((await admin.put(path, { ...entry, notes: 'blind' })).body).toMatchObject({ code: 'needs-version', title: expect.stringContaining('Somebody else') as unknown });
    expect((await admin.call('DELETE', path)).status).toBe(428);
    const { body } = await admin.get(path);
    expect(body['notes']).toBe('mine again');
    expect((await admin.put(path, { ...body, notes: 'seen' })).status).toBe(200);
    expect((await editor.put(path, { ...body, notes: 'late' })).body).toMatchObject({ code: 'conflict' });
    expect((await editor.put(path, { ...entry, notes: 'all the same' }, { 'if-match': '*' })).status).toBe(200);
    expect((await editor.call('DELETE', path)).status).toBe(200);
  });

  it('takes no answer that leads to what would run or shows what lies elsewhere, and says which', async () => {
    const path = '/api/content/intents/leading_answer';
    const saying = (text: string) => editor.put(path, { ...DRONE, id: 'leading_answer', kind: 'faq', answers: { 'zh-CN': text, en: 'Fine.' } });
    for (const bad of ['[这里](javascript:alert(1))', '![图](https://elsewhere.example/x.png)']) {
      const refused = await saying(bad);
      expect(refused).toMatchObject({ status: 400, body: { problems: [{ file: 'intents/leading_answer.yaml' }] } });
    }
    expect((await saying('看[这里](https://example.com/a)或 http://example.com')).status).toBe(200);
    expect((await editor.call('DELETE', path)).status).toBe(200);
  });

  it('shows two editors at one text to each other', async () => {
    const admin = await Editor.signIn(product.url, 'admin@demo');
    const at = { path: 'intents/thanks.yaml' };
    expect((await editor.put('/api/content/editing', at)).body).toEqual({ editing: [] });
    expect((await admin.put('/api/content/editing', at)).body).toMatchObject({ editing: [{ ...at, who: { name: expect.any(String) as unknown } }] });
    await editor.put('/api/content/editing', { path: null, tab: 'another window' });
    expect((await admin.put('/api/content/editing', at)).body).toMatchObject({ editing: [at] });
    await editor.put('/api/content/editing', { path: null });
    expect((await admin.put('/api/content/editing', { path: null })).body).toEqual({ editing: [] });
    expect((await editor.put('/api/content/editing', { path: '../../etc' })).status).toBe(400);
  });

  it('is for editors: agents and strangers change nothing', async () => {
    const agent = await Editor.signIn(product.url, 'agent1@demo');
    expect((await agent.upload('/api/content/import?name=a.csv', '问题,意图\na,b\n')).status).toBe(403);
    expect((await agent.download('yaml')).status).toBe(403);
    for (const path of ['/api/content/intents', '/api/content/revisions', '/api/content/status']) expect((await agent.get(path)).status).toBe(403);
    expect((await agent.put('/api/content/intents/thanks', DRONE)).status).toBe(403);
    expect((await agent.post('/api/content/publish', { note: '' })).status).toBe(403);
    expect((await new Editor(product.url, 'nonsense').get('/api/content/intents')).status).toBe(401);
  });

  it('serves what was published after a crash, too', async () => {
    await editor.put('/api/content/intents/drone_delivery', DRONE);
    expect((await editor.post('/api/content/publish', { note: 'again' })).status).toBe(200);
    product = await product.restart('SIGKILL');
    editor = await Editor.signIn(product.url);
    expect(await editor.route(ASKED)).toBe('drone_delivery');
    const saved = (await editor.get('/api/content/intents/drone_delivery')).body;
    await editor.put('/api/content/intents/drone_delivery', { ...saved, notes: 'not published' });
    product = await product.restart('SIGKILL');
    editor = await Editor.signIn(product.url);
    // A draft that differs is checked again, instead of being thought to say what is in force.
    expect((await editor.get('/api/content/status')).body).toMatchObject({ draft: expect.stringMatching(/^(waiting|under-way|checked)$/) as unknown });
  });
});
