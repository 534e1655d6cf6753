/** A language model between the likeliest wishes and on the account, against the real product and a scripted endpoint. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

/** Neither clear to the router nor in an article. */
const UNCLEAR = '帮我看看我的情况划不划算';
/** Between two intents, one of which the model may choose. */
const UNSURE = '我的情况适合哪种';
const NOT_UNDERSTOOD = '没太明白';
const OWN = '13800000001';

let model: ModelServer;
let product: Product;
beforeAll(async () => {
  model = await startModelServer();
  product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, LLM_BREAKER_SECONDS: '1' } });
});
afterAll(async () => {
  await product.dispose();
  await model.close();
});
beforeEach(() => {
  Object.assign(model, { mode: 'good', answer: 'UNKNOWN', calls: [], filled: { topic: 'unsure' }, isByteByByte: false, pieceMs: 0 });
  model.requests.length = 0;
});

describe('a message the router is unsure of', () => {
  let subscriber: Subscriber;
  beforeEach(async () => {
    subscriber = await connectSubscriber(product.url);
  });
  afterEach(() => subscriber.close());

  it('is answered as the model chose among the candidates', async () => {
    model.filled = { topic: 'plan_recommend' };
    const answer = await subscriber.ask(UNSURE);
    expect(answer.text).not.toContain(NOT_UNDERSTOOD);
    expect(answer.buttons?.map(({ id }) => id)).toEqual(['verify.cancel']);
    expect(JSON.stringify(model.requests)).toContain('plan_recommend');
  });

  it('is none of our business when the model says so', async () => {
    model.filled = { topic: 'out_of_scope' };
    expect((await subscriber.ask(UNSURE)).text).toContain('不在我的服务范围');
  });

  it.each([
    ['is unsure as well', { topic: 'unsure' }],
    ['names what is not among the candidates', { topic: 'human_agent' }],
    ['fills in nonsense', { wish: 1 }],
  ])('is asked about as without a model when it %s', async (_what, filled) => {
    model.filled = filled;
    expect((await subscriber.ask(UNSURE)).text).toContain(NOT_UNDERSTOOD);
  });

  it('is asked about in time when the model is too slow', async () => {
    model.mode = 'slow-start';
    const begun = performance.now();
    expect((await subscriber.ask(UNSURE)).text).toContain(NOT_UNDERSTOOD);
    // The model itself would take a minute.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a question of whoever is signed in', () => {
  let subscriber: Subscriber;
  beforeEach(async () => {
    subscriber = await connectSubscriber(product.url, { token: await siteToken(product.url, OWN) });
  });
  afterEach(() => subscriber.close());

  it('is answered from what the tools tell', async () => {
    model.calls = [{ name: 'read_plan', args: {} }];
    model.answer = '这是您现在的套餐情况，供您参考。';
    const answer = await subscriber.ask(UNCLEAR);
    expect(JSON.stringify(model.requests)).toContain('<account>');
    expect(answer).toMatchObject({ ai: true, text: model.answer, buttons: [{ id: 'intent:plan_current' }, { id: 'handoff' }] });
    const told = model.requests.at(-1)?.messages.find(({ role }) => role === 'tool');
    expect(String(told?.content)).toMatch(/\d/);
  });

  it('shows no figure that no tool told', async () => {
    model.calls = [{ name: 'read_balance', args: {} }];
    model.answer = '您每月能省 73.21 元。';
    const answer = await subscriber.ask(UNCLEAR);
    expect(answer.ai).toBeUndefined();
    expect(JSON.stringify(subscriber.told.all)).not.toContain('73.21');
  });

  it('prepares a change as a card that changes nothing before the tap, and once with it', async () => {
    model.calls = [{ name: 'prepare_data_pack', args: { named: '10G' } }];
    const shown = await subscriber.ask(UNCLEAR);
    expect(shown.card).toMatchObject({ type: 'confirm' });
    const account = async () => JSON.stringify(await (await fetch(`${product.url}/demo/accounts/${OWN}`)).json());
    const before = await account();
    const { token } = shown.card as { token: string };
    await subscriber.press('confirm', token);
    const done = await subscriber.told.until<{ seq: number; from: string; text: string }>('message', ({ from, seq }) => from === 'bot' && seq > shown.seq);
    expect(done.text).not.toContain('失效');
    const after = await account();
    expect(after).not.toBe(before);
    await subscriber.press('confirm', token);
    await subscriber.told.until<{ seq: number; text: string }>('message', ({ seq, text }) => seq > done.seq && text.includes('失效'));
    expect(await account()).toBe(after);
  });

  it('reaches nobody else’s account, whatever the tools are asked with', async () => {
    // Calls every tool on offer with the number of another.
    model.mode = 'obedient';
    model.answer = null;
    await subscriber.ask(UNCLEAR);
    const told = model.requests.flatMap(({ messages }) => messages).filter(({ role }) => role === 'tool').map(({ content }) => String(content));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((text) => /^(Refused|There is no such tool|Not done)/.test(text))).toBe(true);
    expect(subscriber.messages.some(({ card }) => card?.type === 'confirm')).toBe(false);
    // What a tool refused with is said to nobody.
    Object.assign(model, { mode: 'good', calls: [{ name: 'read_balance', args: { msisdn: '13800000002' } }] });
    expect((await subscriber.ask(UNCLEAR)).ai).toBeUndefined();
    expect(JSON.stringify(subscriber.told.all)).not.toContain('Refused');
  });
});
