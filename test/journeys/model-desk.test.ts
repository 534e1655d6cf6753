/** A language model's help at the desk, against the real product and a scripted endpoint. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

interface Desk {
  readonly subscriber: Subscriber;
  readonly agent: StaffClient;
  readonly conversationId: string;
}

async function passedOn(url: string): Promise<Desk> {
  const agent = await connectStaff(url, 'agent1@demo');
  const subscriber = await connectSubscriber(url);
  await subscriber.send('我要转人工');
  const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
  await agent.request('accept', { conversationId });
  return { subscriber, agent, conversationId };
}

describe('a language model at the desk', () => {
  let model: ModelServer;
  let product: Product;
  let desk: Desk;
  beforeAll(async () => {
    model = await startModelServer();
    product = await startProduct({ env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url } });
    desk = await passedOn(product.url);
  });
  afterAll(async () => {
    desk.agent.close();
    desk.subscriber.close();
    await product.dispose();
    await model.close();
  });

  it('gives the agent’s own words back in another tone and in the other language, and sends nothing by itself', async () => {
    const { agent, conversationId, subscriber } = desk;
    model.answer = '您好，您的账单是 59 元，请放心。';
    const rephrased = await agent.request('rephrase', { conversationId, text: '账单 59 元', tone: 'warm' });
    expect(rephrased).toMatchObject({ ok: true, text: model.answer });
    model.answer = 'Your bill is 59 yuan.';
    expect(await agent.request('translate', { conversationId, text: '账单 59 元', to: 'en' })).toMatchObject({ ok: true, text: model.answer });
    expect(subscriber.messages.some(({ text }) => text.includes('59'))).toBe(false);
  });

  it('sends no number along, gives it back in its place, and shows no figure that the agent did not write', async () => {
    const { agent, conversationId } = desk;
    model.requests.length = 0;
    model.answer = '请拨打 [PHONE-1] 联系我们。';
    expect(await agent.request('rephrase', { conversationId, text: '打 13912345678 找我们', tone: 'formal' })).toMatchObject({ ok: true, text: '请拨打 13912345678 联系我们。' });
    expect(JSON.stringify(model.requests)).not.toContain('13912345678');
    for (const invented of ['您的账单是 58 元。', '账单 59 元，详见 https://evil.example/x 。', '请打 [PHONE-7]。']) {
      model.answer = invented;
      expect(await agent.request('rephrase', { conversationId, text: '账单 59 元', tone: 'warm' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    }
    model.answer = '我已经为您把 59 元的套餐改好了。';
    expect(await agent.request('rephrase', { conversationId, text: '59 元套餐已改好', tone: 'warm' })).toMatchObject({ ok: true });
  });

  it('says that it is unavailable when the model is, and takes no wish of the wrong shape', async () => {
    const { agent, conversationId } = desk;
    model.mode = '500';
    expect(await agent.request('rephrase', { conversationId, text: '账单 59 元', tone: 'short' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    model.mode = 'good';
    expect(await agent.request('rephrase', { conversationId, text: '账单 59 元', tone: 'rude' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await agent.request('translate', { conversationId, text: '账单', to: 'fr' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('a desk without a language model', () => {
  it('refuses to rephrase and to translate, and still suggests', async () => {
    const product = await startProduct();
    const { agent, conversationId, subscriber } = await passedOn(product.url);
    expect(await agent.request('rephrase', { conversationId, text: '好', tone: 'warm' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await agent.request('translate', { conversationId, text: '好', to: 'en' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await agent.request('suggest', { conversationId })).toMatchObject({ ok: true });
    agent.close();
    subscriber.close();
    await product.dispose();
  });
});
