/** Every event of a whole journey fits the schema it is documented with, and carries nothing the documents do not name. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { chatEvents, wireMessage } from '../../src/protocol/chat.js';
import { deskEvents, openedConversation } from '../../src/protocol/desk.js';
import { parsedText, problem } from '../../src/protocol/http.js';
import { asyncApiDocument, openApiDocument } from '../../src/protocol/documents.js';
import { VERSION } from '../../src/protocol/version.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

type Schemas = Readonly<Record<string, z.ZodType>>;

/** What does not fit, by event; unknown keys count, since parsing leaves them out. */
function misfits(client: Client, schemas: Schemas): string[] {
  return client.told.all.flatMap(({ event, payload }) => {
    const schema = schemas[event];
    if (schema === undefined) return [`${event} is not documented`];
    return misfit(event, schema, payload);
  });
}

function misfit(what: string, schema: z.ZodType, payload: unknown): string[] {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return [`${what}: ${parsed.error.message} in ${JSON.stringify(payload)}`];
  const [kept, sent] = [JSON.stringify(sorted(parsed.data)), JSON.stringify(sorted(payload))];
  return kept === sent ? [] : [`${what}: ${sent} has more than ${kept}`];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => left.localeCompare(right)).map(([key, inner]) => [key, sorted(inner)]));
}

describe('the protocol', () => {
  let product: Product;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
  });
  afterAll(async () => {
    for (const one of open) one.close();
    await product.dispose();
  });

  async function subscriber(msisdn: string | null, auth: object = {}): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, { ...(msisdn === null ? {} : { token: await siteToken(product.url, msisdn) }), ...auth });
    open.push(one);
    return one;
  }
  async function staff(email: string): Promise<StaffClient> {
    const one = await connectStaff(product.url, email, null);
    open.push(one);
    return one;
  }

  it.each([
    ['/openapi.json', openApiDocument(VERSION)],
    ['/asyncapi.json', asyncApiDocument(VERSION)],
  ])('serves %s as the schemas make it', async (path, document) => {
    const response = await fetch(`${product.url}${path}`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('describes the messages of every kind of answer', async () => {
    const asked: readonly [string, string | null, readonly string[]][] = [
      ['zh-CN', '13800000004', ['你好', '查下余额', '流量还剩多少', '通话分钟还剩多少', '上个月账单', '为什么多了', '我现在是什么套餐', '有没有更划算的套餐推荐给我', '怎么充值', '帮我换成畅享39', '取消', '账单', '今天天气怎么样', '我要查上个月的通话详单', '谢谢']],
      ['en', '13800000014', ['hello', "what's my balance", "last month's bill", 'which add-ons am I subscribed to', 'how many points do I have?', 'cancel video membership']],
      ['zh-CN', null, ['查下余额', '13900000001', '12', '取消', '我要退费，被多扣了钱', '10月', '再见']],
    ];
    const kinds = new Set<string>();
    for (const [locale, msisdn, texts] of asked) {
      const one = await subscriber(msisdn, { locale });
      for (const text of texts) await one.ask(text);
      await one.request('end');
      expect(misfits(one, chatEvents)).toEqual([]);
      const history = (await one.request('history', { limit: 200 }))['messages'] as WireMessage[];
      expect(history.flatMap((message) => misfit('history', wireMessage, message))).toEqual([]);
      for (const { kind, card } of one.messages) kinds.add(card?.type ?? kind);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['text', 'balance', 'usage', 'bill', 'bill-change', 'facts', 'form', 'confirm', 'comparison']));
  });

  it('describes everything a subscriber and two agents are told from the line to the survey', async () => {
    const one = await subscriber('13800000007');
    await one.ask('上个月账单');
    await one.request('handoff', { reason: '账单不对' });
    const [agent, other, supervisor] = [await staff('agent1@demo'), await staff('agent2@demo'), await staff('supervisor@demo')];
    const conversationId = one.conversation?.id ?? '';
    const offered = (who: StaffClient) => who.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === conversationId);
    await one.told.until('queue');
    await agent.request('presence', { status: 'online' });
    await offered(agent);
    await agent.request('decline', { conversationId });
    await other.request('presence', { status: 'online' });
    await offered(other);
    await other.request('accept', { conversationId });
    const opened = await other.request('open', { conversationId });
    const { ok, ...content } = opened;
    expect(ok).toBe(true);
    expect(misfit('open', openedConversation, content)).toEqual([]);
    await other.send(conversationId, '您好');
    await other.request('typing', { conversationId, on: true });
    await one.request('typing', { on: true });
    await one.request('read', { seq: 2 });
    await other.request('note', { conversationId, text: '备注' });
    await supervisor.request('whisper', { conversationId, text: '悄悄话' });
    await other.told.until<{ kind: string }>('note', ({ kind }) => kind === 'whisper');
    await other.request('return', { conversationId });
    await one.told.until<WireConversation>('conversation', ({ state, lastSeq }) => state === 'bot' && lastSeq > 4);
    await one.request('handoff');
    await offered(agent);
    await one.request('end');
    await one.told.until('survey');
    const isEmpty = ({ waiting }: { waiting: unknown[] }): boolean => waiting.length === 0;
    for (const who of [agent, other]) await who.told.until('queue', isEmpty);

    expect(misfits(one, chatEvents)).toEqual([]);
    for (const who of [agent, other, supervisor]) expect(misfits(who, deskEvents)).toEqual([]);
    const names = (client: Client): string[] => [...new Set(client.told.all.map(({ event }) => event))];
    expect(names(one)).toEqual(expect.arrayContaining(['conversation', 'message', 'queue', 'typing', 'survey']));
    expect(names(other)).toEqual(expect.arrayContaining(['desk', 'queue', 'offer', 'assigned', 'released', 'conversation', 'message', 'note', 'typing']));
  });

  it('describes what a text is understood as, and how a request is refused', async () => {
    const token = await staffToken(product.url, 'editor@demo');
    const post = (body: object, bearer: string) =>
      fetch(`${product.url}/api/nlu/parse`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify(body) });
    for (const text of ['上个月账单多少钱', 'what is my balance', '今天天气怎么样', '转人工', '气死我了，又扣我 50 块']) {
      expect(misfit(text, parsedText, await (await post({ text }, token)).json())).toEqual([]);
    }
    // Words that no intent is sure of, and a person all the same: nothing that is answered is out of scope.
    expect(await (await post({ text: '给我整个明白人' }, token)).json()).toMatchObject({ intent: 'human_agent', decision: 'handoff' });
    const refused = [await post({ text: '' }, token), await post({ text: 'hi' }, 'nobody'), await fetch(`${product.url}/no/such/page`)];
    for (const response of refused) expect(misfit('problem', problem, await response.json())).toEqual([]);
  });
});
