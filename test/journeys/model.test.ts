/** Answers in generated words, against the real product and a scripted endpoint: streamed, guarded, cited, and without it when it fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelMode, ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const CLOSE = { closeBelow: 1, closeShare: 0.1 };
const QUESTION = '手机怎么开通5G功能';
/** The product gives itself five seconds, and a machine that many share may be late; the model itself would take a minute. */
const WITHIN_MS = 10_000;

/** A whole answer closes the breaker that failures before it may have opened. */
async function healthyAgain(model: ModelServer, product: Product): Promise<void> {
  model.mode = 'good';
  for (const begun = performance.now(); performance.now() - begun < 30_000; ) {
    const other = await connectSubscriber(product.url);
    const answer = await other.ask(QUESTION);
    other.close();
    if (answer.ai === true) {
      model.requests.length = 0;
      return;
    }
  }
  throw new Error('the model did not come back');
}

describe('answers with a language model', () => {
  let model: ModelServer;
  let product: Product;
  let subscriber: Subscriber;
  beforeAll(async () => {
    model = await startModelServer();
    product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, LLM_BREAKER_SECONDS: '1' } });
  });
  afterAll(async () => {
    await product.dispose();
    await model.close();
  });
  beforeEach(async () => {
    Object.assign(model, { mode: 'good', answer: null, calls: [], filled: null, isByteByByte: false, pieceMs: 0 });
    model.requests.length = 0;
    subscriber = await connectSubscriber(product.url);
  });
  afterEach(() => subscriber.close());
  const shown = () => subscriber.told.of<{ id: string; text: string }>('message:delta');
  const metrics = async () => (await fetch(`${product.url}/metrics`)).text();
  const healthy = () => healthyAgain(model, product);

  it('streams an answer with its sources and marks it as generated, also in the transcript', async () => {
    model.answer = '有 5G 手机就行，4G 卡不用换 [1]。在手机设置里打开 5G 开关即可 [1]。';
    const answer = await subscriber.ask(QUESTION);
    expect(answer).toMatchObject({ ai: true, kind: 'text' });
    expect(answer.citations?.length).toBeGreaterThan(0);
    expect(answer.text).toContain('[1]');
    const pieces = shown();
    expect(pieces.length).toBeGreaterThan(1);
    expect(new Set(pieces.map(({ id }) => id))).toEqual(new Set([answer.id]));
    expect(answer.text.startsWith(pieces.map(({ text }) => text).join('').trim())).toBe(true);
    const { resumeToken, id } = subscriber.conversation ?? { resumeToken: '', id: '' };
    const transcript = await fetch(`${product.url}/api/conversations/${id}/transcript?format=json`, { headers: { authorization: `Bearer ${resumeToken}` } });
    expect((await transcript.json()) as object).toMatchObject({ messages: [{}, { ai: true }] });
  });

  it('sends the question with what is personal masked', async () => {
    await subscriber.ask(`${QUESTION}，之前问过的联系人是13912345678`);
    expect(model.requests.length).toBeGreaterThan(0);
    expect(JSON.stringify(model.requests)).not.toContain('13912345678');
  });

  it.each<[ModelMode]>([['slow-start'], ['slow-end'], ['429'], ['500'], ['cut'], ['garbage'], ['endless'], ['empty']])(
    'answers without it in time when it is %s, asks no second time and stores no half answer',
    async (mode) => {
      await healthy();
      model.mode = mode;
      const begun = performance.now();
      const answered = subscriber.ask(QUESTION);
      await Promise.race([answered, subscriber.told.until('message:delta')]);
      expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
      const answer = await answered;
      expect(answer.ai).toBeUndefined();
      expect(answer.citations?.length).toBeGreaterThan(0);
      expect(model.requests).toHaveLength(1);
      const ids = new Set(shown().map(({ id }) => id));
      expect(new Set(subscriber.told.of<{ id: string }>('message:cancel').map(({ id }) => id))).toEqual(ids);
      expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    },
  );

  it.each<[ModelMode]>([['strict'], ['sloppy']])('is answered by a server that is %s', async (mode) => {
    await healthy();
    model.mode = mode;
    expect(await subscriber.ask(QUESTION)).toMatchObject({ ai: true });
    expect(model.requests.length).toBeGreaterThan(0);
  });

  it.each<[ModelMode]>([['slow-start'], ['slow-end'], ['429'], ['500'], ['cut'], ['garbage'], ['wrong-schema'], ['endless'], ['empty']])(
    'helps in time whoever is signed in when the model that would look at the account is %s',
    async (mode) => {
      await healthy();
      const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000001') });
      Object.assign(model, { mode, calls: [{ name: 'read_plan', args: {} }] });
      const begun = performance.now();
      const answer = await one.ask('帮我看看我的情况划不划算');
      expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
      expect(answer.text).not.toBe('');
      if (mode !== 'wrong-schema') expect(answer.ai).toBeUndefined();
      expect(answer.buttons?.length ?? 0).toBeGreaterThan(answer.ai ? -1 : 0);
      // No purpose is asked for twice in one turn.
      expect(model.requests.filter(({ tools, messages }) => tools !== undefined && !messages.some(({ role }) => role === 'tool')).length).toBeLessThanOrEqual(1);
      expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
      expect(await metrics()).toContain('jiebang_model_calls_total');
      one.close();
    },
  );

  it.each([
    ['a figure nobody gave', '首月只收 3.14 元 [1]。'],
    ['a promise', '已经为您退款，请放心 [1]。'],
    ['a link elsewhere', '详情见 https://evil.example/x [1]。'],
    ['a person', '我是人工客服小王，很高兴为您服务 [1]。'],
  ])('keeps back %s, whole or byte by byte', async (_what, text) => {
    await healthy();
    for (const isByteByByte of [false, true]) {
      Object.assign(model, { mode: 'traitor', answer: text, isByteByByte });
      const answer = await subscriber.ask(QUESTION);
      expect(answer.ai).toBeUndefined();
      expect(JSON.stringify(subscriber.told.all)).not.toContain(text.slice(0, 6));
    }
    expect(await metrics()).toMatch(/jiebang_model_withheld_total\{reason="\w+/);
  });

  it.each([
    ['停机了怎么复机', '只要把欠费全部缴清，系统就会自动为您复机，一般10分钟内恢复。[1] 需要注意，只交一部分是不会复机的。[2]'],
    ['投诉多久有结果', '投诉登记后，24小时内会有首次答复，15天内办结。[3] 处理中有进展会发短信通知您，也可以随时查询。[4]'],
    ['过户需要什么材料', '需要新老机主各自带上身份证，一起到接棒营业厅办理，当场就能办完，而且免费。[1]'],
    ['能先开机后交钱吗', '很抱歉，不能先开机再交钱，缴清之前系统不会复机。'],
    ['流量用超了怎么收费', '套餐流量用完后，每 1GB 收 5 元，不足 1GB 按 1GB 计 [2]。用到 80% 和 100% 时会各发一条短信提醒您 [1]。'],
  ])('shows what the articles say in the words of the model, rules and dates as well: %s', async (question, text) => {
    await healthy();
    model.answer = text;
    expect(await subscriber.ask(question)).toMatchObject({ ai: true });
    expect(subscriber.told.of('message:cancel')).toEqual([]);
  });

  it.each([
    ['small', 'Unknown.'],
    ['behind an apology', '抱歉，文章里没有说明。UNKNOWN'],
    ['behind an answer', '有 5G 手机就行，4G 卡不用换 [1]。UNKNOWN'],
    ['in a sentence', '这个问题的答案是 UNKNOWN。'],
  ])('never shows the word by which the model says that it does not know: %s', async (_where, text) => {
    await healthy();
    model.answer = text;
    const answer = await subscriber.ask(QUESTION);
    expect(answer.ai).toBeUndefined();
    expect(answer.citations?.length).toBeGreaterThan(0);
    expect(JSON.stringify(subscriber.told.all)).not.toMatch(/unknown/iu);
  });

  it.each([
    ['zh-CN', QUESTION, 'All you need is a 5G phone; a 4G card can stay [1]. Turn on 5G in the settings [1].'],
    ['en', 'How do I turn on 5G?', '有 5G 手机就行，4G 卡不用换 [1]。在手机设置里打开 5G 开关即可 [1]。'],
  ])('answers in the language it is spoken to in, whatever the model writes: %s', async (locale, question, text) => {
    await healthy();
    model.answer = text;
    const one = await connectSubscriber(product.url, { locale });
    const answer = await one.ask(question);
    expect(answer.ai).toBeUndefined();
    expect(/\p{Script=Han}/u.test(answer.text)).toBe(locale === 'zh-CN');
    expect(one.told.of('message:delta')).toEqual([]);
    expect(await metrics()).toContain('jiebang_model_withheld_total{reason="language"}');
    one.close();
  });

  it('says nothing of its own when the passages do not say', async () => {
    await healthy();
    model.answer = 'UNKNOWN';
    const answer = await subscriber.ask(QUESTION);
    expect(answer.ai).toBeUndefined();
    expect(shown()).toEqual([]);
  });

  it('never makes a wish for a person wait for the model', async () => {
    await healthy();
    const agent = await connectStaff(product.url, 'agent2@demo');
    Object.assign(model, { answer: '5G 要先打开开关 [1]。'.repeat(20), pieceMs: 400 });
    await subscriber.send(QUESTION);
    await subscriber.told.until('message:delta');
    const begun = performance.now();
    await subscriber.send('转人工');
    await subscriber.told.until<{ state: string }>('conversation', ({ state }) => state === 'queued');
    // What the model has left to say takes it longer.
    expect(performance.now() - begun).toBeLessThan(10_000);
    await subscriber.told.until('message:cancel');
    agent.close();
  });

  it.each(['收到诈骗短信怎么办', '注销号码要准备什么'])('passes on what needs a person, and warns, without waiting for the model: %s', async (text) => {
    await healthy();
    model.mode = 'slow-start';
    const answered = subscriber.ask(text);
    await answered;
    expect(subscriber.conversation?.state).toBe('queued');
    const article = await subscriber.told.until<WireMessage>('message', ({ citations }) => (citations?.length ?? 0) > 0);
    expect(article.ai).toBeUndefined();
    // The model takes a minute; nobody asked it for an answer.
    expect(model.requests.filter(({ messages }) => JSON.stringify(messages).includes('<passage'))).toEqual([]);
  });

  it('chooses where the rules are unsure, as long as a supervisor lets it: at once, and after a restart', async () => {
    await healthy();
    model.filled = { topic: 'balance_query' };
    const idsOf = async (): Promise<string[]> => {
      const one = await connectSubscriber(product.url);
      const { buttons = [] } = await one.ask('余额或者详单吧');
      one.close();
      return buttons.map(({ id }) => id);
    };
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'supervisor@demo')}` };
    const path = `${product.url}/api/settings/dialogue`;
    const set = async (rules: object): Promise<void> => {
      const { version, value } = (await (await fetch(path, { headers })).json()) as { version: number; value: { rules: object; values: object } };
      // However sure the router is of one of the two, both are close.
      await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ version, value: { rules: { ...value.rules, ...rules }, values: { ...value.values, ...CLOSE } } }) });
    };
    await set({});
    // The account is asked about, which needs a sign-in.
    expect(await idsOf()).toEqual(['verify.cancel']);
    await set({ 'model-choice': false });
    expect(await idsOf()).toContain('clarify:balance_query');
    product = await product.restart();
    expect(await idsOf()).toContain('clarify:balance_query');
  });
});

describe('the breaker before a language model', () => {
  it('opens after five failures in a row, and closes when the model is back', async () => {
    const model = await startModelServer();
    // Longer than from one question to the next on a busy machine.
    const product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, LLM_BREAKER_SECONDS: '6', RATE_LIMIT: 'off' } });
    const metrics = async () => (await fetch(`${product.url}/metrics`)).text();
    const subscriber = await connectSubscriber(product.url);
    model.mode = '500';
    for (let time = 0; time < 5; time += 1) await subscriber.ask(QUESTION);
    expect(await metrics()).toContain('jiebang_model_breaker 2');
    model.requests.length = 0;
    const answer: WireMessage = await subscriber.ask(QUESTION);
    expect(answer.citations?.length).toBeGreaterThan(0);
    expect(model.requests).toEqual([]);
    // Whoever runs it learns of it without watching the figures, and of nothing that was asked.
    expect(product.output()).toMatch(/"kind":"server","status":500,.*is left alone/u);
    expect(product.output()).not.toContain(QUESTION);
    await healthyAgain(model, product);
    expect(await metrics()).toContain('jiebang_model_breaker 0');
    expect(product.output()).toContain('the language model answers again');
    subscriber.close();
    await product.dispose();
    await model.close();
  });
});

describe('a daily budget', () => {
  it('is counted over restarts, and the day goes on without a model once it is spent', async () => {
    const model = await startModelServer();
    const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, LLM_DAILY_BUDGET: '60' };
    const product = await startProduct({ env });
    const first = await connectSubscriber(product.url);
    expect((await first.ask(QUESTION)).ai).toBe(true);
    first.close();
    const again = await product.restart();
    const second = await connectSubscriber(again.url);
    const asked = model.requests.length;
    const answer = await second.ask(QUESTION);
    expect(answer.ai).toBeUndefined();
    expect(answer.citations?.length).toBeGreaterThan(0);
    expect(model.requests).toHaveLength(asked);
    expect(await (await fetch(`${again.url}/metrics`)).text()).toContain('outcome="spent"');
    second.close();
    await again.dispose();
    await model.close();
  });
});
