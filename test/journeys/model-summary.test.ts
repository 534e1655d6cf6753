/** Summaries by a language model, against the real product and a scripted endpoint: beside the facts, never in their way, guarded, kept, extended, copied and erased. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WireBrief } from '../../src/protocol/desk.js';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { textOf } from '../support/model-answers.js';
import type { ChatRequest } from '../support/model-answers.js';
import { postgresEngine, redisUrl } from '../support/engines.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelMode, ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';
import { tablesAsText } from '../support/whole-database.js';

interface Told {
  readonly conversationId: string;
  readonly brief: WireBrief;
}

/** Asks for a summary of a talk, and for nothing else. */
const isSummary = ({ messages }: ChatRequest): boolean => textOf(messages[0] ?? { role: '', content: '' }).startsWith('You sum up');
const TROUBLE = '你好，我家宽带断了三天，光猫 LOS 灯一直是红的，联系电话 13912345678';
const SUMMARY = '客户说宽带断了三天，光猫 LOS 灯是红的，联系电话是 [PHONE-1]，还没有解决。';

describe('summaries by a language model', () => {
  let model: ModelServer;
  let product: Product;
  let agent: StaffClient;
  let subscriber: Subscriber;
  beforeAll(async () => {
    model = await startModelServer();
    product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, RATE_LIMIT: 'off', LLM_BREAKER_SECONDS: '1' } });
    agent = await connectStaff(product.url, 'agent1@demo');
  });
  afterAll(async () => {
    agent.close();
    await product.dispose();
    await model.close();
  });
  beforeEach(async () => {
    Object.assign(model, { mode: 'good', answer: sayingInSummaries(SUMMARY), isByteByByte: false, pieceMs: 0 });
    model.requests.length = 0;
    subscriber = await connectSubscriber(product.url);
  });
  afterEach(async () => {
    subscriber.close();
    const id = subscriber.conversation?.id;
    if (id !== undefined) await agent.request('close', { conversationId: id, disposition: 'solved' });
  });
  /** Answers questions from the passages as ever, and talks with this. */
  const sayingInSummaries = (text: string) => (request: ChatRequest) => (isSummary(request) ? text : 'UNKNOWN');
  const summaries = () => model.requests.filter(isSummary);
  const idOf = (): string => subscriber.conversation?.id ?? '';
  const offered = () => agent.told.until<Told>('offer', ({ conversationId }) => conversationId === idOf());
  const told = (fits: (brief: WireBrief) => boolean) => agent.told.until<Told>('brief', ({ conversationId, brief }) => conversationId === idOf() && fits(brief));
  const opened = async (): Promise<WireBrief> => ((await agent.request('open', { conversationId: idOf() })) as unknown as { brief: WireBrief }).brief;
  const upToNow = () => agent.request('summary', { conversationId: idOf() });

  it('comes to the brief after the offer, which waits for no model, with the facts beside it and numbers kept back', async () => {
    // Still writing when the offer comes, also on a busy machine.
    model.pieceMs = 400;
    await subscriber.ask(TROUBLE);
    model.requests.length = 0;
    await subscriber.send('转人工');
    const { brief } = await offered();
    expect(brief.modelSummary).toBeUndefined();
    expect(brief.summary).toContain('宽带断了三天');
    const later = (await told(({ modelSummary }) => modelSummary !== undefined)).brief;
    expect(later.modelSummary).toEqual({ text: SUMMARY.replace('[PHONE-1]', '139****5678'), at: expect.any(Number), ai: true });
    expect({ ...later, modelSummary: undefined }).toEqual({ ...brief, modelSummary: undefined });
    expect(JSON.stringify(model.requests)).not.toContain('13912345678');
    // Nothing of it reaches the subscriber, and who looks again is not made to pay again.
    expect(JSON.stringify(subscriber.told.all)).not.toContain('客户说宽带');
    await agent.request('accept', { conversationId: idOf() });
    await upToNow();
    const asked = summaries().length;
    expect(await opened()).toMatchObject({ modelSummary: { ai: true } });
    expect(await upToNow()).toMatchObject({ summary: later.modelSummary });
    expect(summaries()).toHaveLength(asked);
  });

  it.each<[string, string]>([
    ['a figure nobody gave', '客户说宽带断了三天，已经减免 30 元。'],
    ['an act nobody recorded', '客户说宽带断了三天，客服已经为客户退款。'],
    ['a plan nobody named', '客户想办「飞享尊贵套餐」，宽带断了三天。'],
    ['a link elsewhere', '宽带断了三天，见 https://evil.example/x 。'],
    ['a wish for a secret', '宽带断了三天，请客户把短信验证码发给客服。'],
    ['somebody else’s number', '客户的另一个号码是 13800000002，宽带断了三天。'],
    ['a placeholder that was never given', '客户的电话是 [PHONE-9]，宽带断了三天。'],
  ])('keeps back a summary with %s: the facts stay alone', async (_what, text) => {
    for (const isByteByByte of [false, true]) {
      Object.assign(model, { mode: 'traitor', answer: sayingInSummaries(text), isByteByByte });
      await subscriber.send(TROUBLE);
      await subscriber.send('转人工');
      await offered();
      await agent.request('accept', { conversationId: idOf() });
      expect(await upToNow()).toMatchObject({ ok: true, summary: null });
      expect(summaries().length).toBeGreaterThan(0);
      expect(await opened()).toMatchObject({ summary: expect.stringContaining('宽带') });
      expect(JSON.stringify(agent.told.all)).not.toContain(text.slice(-12));
    }
    expect(await (await fetch(`${product.url}/metrics`)).text()).toMatch(/jiebang_model_withheld_total\{reason="\w+/);
  });

  it.each<[ModelMode]>([['slow-start'], ['429'], ['500'], ['cut'], ['garbage'], ['empty'], ['echo']])('leaves the facts alone when the model is %s, and keeps no half of it', async (mode) => {
    await subscriber.ask(TROUBLE);
    Object.assign(model, { mode, ...(mode === 'echo' ? { answer: null } : {}) });
    await subscriber.send('转人工');
    expect((await offered()).brief.modelSummary).toBeUndefined();
    await agent.request('accept', { conversationId: idOf() });
    expect(await agent.request('summary', { conversationId: idOf() })).toMatchObject({ ok: true, summary: null });
    expect((await opened()).modelSummary).toBeUndefined();
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    // The breaker may have opened; a whole answer closes it for the next.
    model.mode = 'good';
    for (let whole = false; !whole; ) {
      const other = await connectSubscriber(product.url);
      model.answer = null;
      whole = (await other.ask('手机怎么开通5G功能')).ai === true;
      other.close();
    }
  });

  it('is begun for a long conversation beside its turns, extended by what was said since, and stands for the whole in later calls', async () => {
    const said = Array.from({ length: 7 }, (_, at) => `第 ${at + 1} 次说：机顶盒的遥控器按了没反应，换过电池，重启过盒子`);
    model.answer = (request) => (isSummary(request) ? '客户说机顶盒的遥控器按了没反应，换过电池。' : 'UNKNOWN');
    for (const text of said) await subscriber.ask(text);
    await until(() => summaries().length > 0);
    const [first] = summaries();
    expect(textOf(first?.messages[1] ?? { role: '', content: '' })).not.toContain('<summary>');
    model.answer = (request) => (isSummary(request) ? '客户说遥控器按了没反应，换过电池，想换一个新的。' : 'UNKNOWN');
    for (const text of ['我想换一个新的遥控器', '电视是去年买的', '盒子也是去年装的']) await subscriber.ask(text);
    const given = () => summaries().map(({ messages }) => textOf(messages[1] ?? { role: '', content: '' }));
    await until(() => given().some((text) => text.includes('去年')));
    const extended = given().filter((text) => text.startsWith('<summary>\n客户说'));
    expect(extended.join('')).toContain('我想换一个新的');
    // What is in the summary is not told the model once more.
    expect(extended.join('')).not.toContain('第 1 次说');
    await subscriber.send('转人工');
    const { brief } = await offered();
    expect(brief.modelSummary?.text).toContain('遥控器');
    await agent.request('accept', { conversationId: idOf() });
    model.requests.length = 0;
    await agent.request('suggest', { conversationId: idOf() });
    const drafting = model.requests.filter((request) => !isSummary(request)).map(({ messages }) => messages.map(textOf).join('\n'));
    expect(drafting.join('\n')).toContain('in short: 客户说');
    expect(drafting.join('\n')).not.toContain('第 1 次说');
    await agent.send(idOf(), '好的，给您登记换新');
    const closing = await agent.request('summary', { conversationId: idOf() });
    expect(closing).toMatchObject({ ok: true, summary: { text: expect.stringContaining('遥控器'), ai: true } });
    const stranger = await connectStaff(product.url, 'agent2@demo', null);
    expect(await stranger.request('summary', { conversationId: idOf() })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    stranger.close();
  });

  it('is written in the language of the desk that reads it', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'agent1@demo')}`, 'accept-language': 'en' };
    const inEnglish = () => fetch(`${product.url}/api/desk/summary`, { method: 'POST', headers, body: JSON.stringify({ conversationId: idOf() }) });
    await subscriber.send(TROUBLE);
    await subscriber.send('转人工');
    await offered();
    await told(({ modelSummary }) => modelSummary !== undefined);
    await agent.request('accept', { conversationId: idOf() });
    model.answer = sayingInSummaries('The customer says that the broadband has been down.');
    expect(await (await inEnglish()).json()).toMatchObject({ summary: { text: 'The customer says that the broadband has been down.', ai: true } });
    expect(textOf(summaries().at(-1)?.messages[0] ?? { role: '', content: '' })).toContain('Write English');
    expect((await opened()).modelSummary?.text).toContain('客户说');
  });

  it('goes with the words it was made of: in the copy, not after the erasure, not after they were taken back', async () => {
    subscriber.close();
    subscriber = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000006') });
    model.answer = sayingInSummaries('客户说宽带断了三天，暗号是水母灯塔。');
    await subscriber.send(`${TROUBLE}，暗号是水母灯塔`);
    await subscriber.send('转人工');
    await offered();
    await told(({ modelSummary }) => modelSummary !== undefined);
    await agent.request('accept', { conversationId: idOf() });
    await agent.send(idOf(), '师傅明天带水母灯塔过去');
    const sent = await agent.told.until<WireMessage>('message', ({ text }) => text.startsWith('师傅明天'));
    model.answer = sayingInSummaries('客户说宽带断了三天，客服说师傅明天带水母灯塔过去。');
    expect(await agent.request('summary', { conversationId: idOf() })).toMatchObject({ summary: { text: expect.stringContaining('师傅') } });
    await agent.request('recall', { conversationId: idOf(), seq: sent.seq });
    model.mode = '500';
    expect(await agent.request('summary', { conversationId: idOf() })).toMatchObject({ summary: null });
    model.mode = 'good';
    model.answer = sayingInSummaries('客户说宽带断了三天，暗号是水母灯塔。');
    for (let text = ''; !text.includes('水母'); ) text = JSON.stringify(await agent.request('summary', { conversationId: idOf() }));
    await agent.request('return', { conversationId: idOf() });

    const next = (from: number) => subscriber.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > from && message.card?.type !== 'cases' && !message.text.includes('JB-'));
    const code = async () => ((await (await fetch(`${product.url}/demo/sms/13800000006`)).json()) as { code: string }).code;
    const steppedUp = async (text: string): Promise<WireMessage> => {
      const form = await next(Number((await subscriber.send(text))['seq']));
      return form.kind === 'form' ? next(Number((await subscriber.send(await code()))['seq'])) : form;
    };
    const offer = await steppedUp('导出你们保存的我的个人信息');
    const copies = await Promise.all((offer.links ?? []).map(async ({ href }) => (await fetch(product.url + href)).text()));
    expect(copies).toHaveLength(2);
    for (const copy of copies) expect(copy).toContain('客户说宽带断了三天，暗号是水母灯塔。');
    await steppedUp('把我的记录全部删除');
    await subscriber.press('confirm');
    await subscriber.told.until<WireMessage>('message', ({ text }) => text.startsWith('已经删除'));
    const tables = await tablesAsText({ databaseUrl: null, dataDir: product.dataDir });
    expect([...tables].filter(([, text]) => text.includes('水母灯塔')).map(([name]) => name)).toEqual([]);
  });
});

const engine = postgresEngine();
const redis = await redisUrl();

(engine && redis !== null ? describe : describe.skip)('summaries on two nodes over PostgreSQL', () => {
  it('are written on whichever node the words come in, told to the agent on the other, and grow there', async () => {
    const model = await startModelServer();
    const env = { ...(await engine?.env()), REDIS_URL: redis ?? '', RATE_LIMIT: 'off', OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url };
    const [here, there] = [await startProduct({ env }), await startProduct({ env })];
    const [subscriber, agent] = [await connectSubscriber(here.url), await connectStaff(there.url, 'agent1@demo')];
    const summed = () => model.requests.filter(isSummary);
    const last = () => textOf(summed().at(-1)?.messages[1] ?? { role: '', content: '' });
    model.answer = (request) => (isSummary(request) ? SUMMARY : 'UNKNOWN');
    await subscriber.ask(TROUBLE);
    await subscriber.send('转人工');
    const { conversationId } = await agent.told.until<Told>('offer');
    const { brief } = await agent.told.until<Told>('brief', (told) => told.brief.modelSummary !== undefined);
    expect(brief.modelSummary).toMatchObject({ text: SUMMARY.replace('[PHONE-1]', '139****5678'), ai: true });
    await agent.request('accept', { conversationId });
    const asked = summed().length;
    expect(await agent.request('summary', { conversationId })).toMatchObject({ summary: brief.modelSummary });
    expect(summed()).toHaveLength(asked);
    // What is said on one node goes into the summary that is asked for on the other, on top of what there was.
    model.answer = (request) => (isSummary(request) ? '客户说宽带断了三天，师傅昨天没有来。' : 'UNKNOWN');
    await subscriber.send('师傅昨天也没有来');
    await agent.told.until<WireMessage>('message', ({ text }) => text === '师傅昨天也没有来');
    expect(await agent.request('summary', { conversationId })).toMatchObject({ summary: { text: '客户说宽带断了三天，师傅昨天没有来。' } });
    expect(last()).toContain('<summary>\n客户说宽带断了三天，光猫');
    // A running one, begun on the node where the talk goes on.
    const long = await connectSubscriber(here.url);
    model.answer = (request) => (isSummary(request) ? '客户说机顶盒的遥控器按了没反应。' : 'UNKNOWN');
    const before = summed().length;
    for (let at = 1; at <= 7; at += 1) await long.ask(`第 ${at} 次说：机顶盒的遥控器按了没反应，换过电池，重启过盒子`);
    await until(() => summed().length > before);
    await agent.request('close', { conversationId, disposition: 'solved' });
    await long.send('转人工');
    const handed = await agent.told.until<Told>('offer', (told) => told.conversationId === long.conversation?.id);
    expect(handed.brief.modelSummary ?? (await agent.told.until<Told>('brief', (told) => told.conversationId === handed.conversationId && told.brief.modelSummary !== undefined)).brief.modelSummary).toMatchObject({ text: '客户说机顶盒的遥控器按了没反应。' });
    for (const client of [subscriber, long, agent]) client.close();
    await Promise.all([here.dispose(), there.dispose()]);
    await engine?.dispose();
    await model.close();
  }, 240_000);
});

describe('summaries and the books', () => {
  it('are counted with their conversation, and end with the day’s budget', async () => {
    const model = await startModelServer();
    model.answer = '客户说宽带断了三天。';
    const product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, LLM_DAILY_BUDGET: '60' } });
    const agent = await connectStaff(product.url, 'agent1@demo');
    const first = await connectSubscriber(product.url);
    await first.request('handoff', { reason: '' });
    const { conversationId } = await agent.told.until<Told>('offer');
    await agent.request('accept', { conversationId });
    await first.send('我家宽带断了三天，一直没有人来修');
    expect(await agent.request('summary', { conversationId })).toMatchObject({ summary: { text: '客户说宽带断了三天。' } });
    const metrics = async () => (await fetch(`${product.url}/metrics`)).text();
    expect(await metrics()).toContain('jiebang_model_calls_total{purpose="summary",outcome="whole"} 1');
    await first.send('今天也还没有人来，请你们快一点');
    expect(await agent.request('summary', { conversationId })).toMatchObject({ ok: true, summary: { text: '客户说宽带断了三天。' } });
    expect(await metrics()).toContain('jiebang_model_calls_total{purpose="summary",outcome="spent"}');
    first.close();
    agent.close();
    await product.dispose();
    await model.close();
  });

  it('are none without a model: the brief is of facts alone', async () => {
    const product = await startProduct();
    const agent = await connectStaff(product.url, 'agent1@demo');
    const subscriber = await connectSubscriber(product.url);
    await subscriber.ask(TROUBLE);
    await subscriber.send('转人工');
    const { conversationId, brief } = await agent.told.until<Told>('offer');
    expect(brief.modelSummary).toBeUndefined();
    expect(brief.summary).toContain('宽带断了三天');
    await agent.request('accept', { conversationId });
    expect(await agent.request('summary', { conversationId })).toMatchObject({ ok: true, summary: null });
    agent.close();
    subscriber.close();
    await product.dispose();
  });
});
