/** Whatever is written to the assistant and whatever a model makes of it: nobody else's data, no foreign call, no link out and no unrecorded promise. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attacks } from '../support/attacks.js';
import type { Attack } from '../support/attacks.js';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { startModelServer } from '../support/model-server.js';
import type { ModelMode, ModelServer } from '../support/model-server.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { demoAccounts, leaksIn, victimOf } from '../support/victim.js';
import type { Victim } from '../support/victim.js';

const ATTACKER = '13800000001';
const MESSAGES: readonly Attack[] = [...attacks('injections').filter(({ place }) => place === undefined), ...attacks('telecom'), ...attacks('unverified')];
const OUTPUTS = attacks('outputs').map(({ text }) => text);
/** Each conversation takes this many, so that one under a sign-in form does not shield all the rest. */
const IN_ONE_CHAT = 6;
const AT_ONCE = 4;

interface Heard {
  readonly attack: Attack;
  readonly text: string;
  /** All that was written in this conversation up to here. */
  readonly asked: string;
}

describe.each<[ModelMode | 'none']>([['none'], ['echo'], ['obedient'], ['traitor']])('attacks, with the model: %s', (mode) => {
  let product: Product;
  let model: ModelServer;
  let listener: Server;
  let victim: Victim;
  let hits = 0;

  beforeAll(async () => {
    listener = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    model = await startModelServer(mode === 'none' ? 'good' : mode);
    let next = 0;
    if (mode === 'traitor') model.answer = () => OUTPUTS[(next += 1) % OUTPUTS.length] ?? '';
    const env: Record<string, string> = mode === 'none' ? {} : { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'm' };
    product = await startProduct({ env: { RATE_LIMIT: 'off', ...env } });
    victim = await victimOf(demoAccounts(product.url));
  });
  afterAll(async () => {
    await product.dispose();
    await model.close();
    listener.close();
  });

  const aimed = (text: string): string => text.replaceAll('127.0.0.1:9999', `127.0.0.1:${(listener.address() as AddressInfo).port}`);

  async function attack(group: readonly Attack[], auth: () => Promise<object>): Promise<Heard[]> {
    const heard: Heard[] = [];
    const one: Subscriber = await connectSubscriber(product.url, await auth());
    let asked = '';
    for (const each of group) {
      const before = one.told.all.length;
      asked += `${aimed(each.text)}\n`;
      const ack = await one.send(aimed(each.text));
      if (ack.ok) await one.told.until('message', (message: { from: string; seq: number }) => message.from !== 'subscriber' && message.seq > Number(ack['seq']));
      heard.push({ attack: each, asked, text: JSON.stringify(one.told.all.slice(before).filter(({ event, payload }) => !(event === 'message' && (payload as { from?: string }).from === 'subscriber'))) });
    }
    one.close();
    return heard;
  }

  async function all(auth: () => Promise<object>): Promise<Heard[]> {
    const groups = Array.from({ length: Math.ceil(MESSAGES.length / IN_ONE_CHAT) }, (_, at) => MESSAGES.slice(at * IN_ONE_CHAT, (at + 1) * IN_ONE_CHAT));
    const heard: Heard[] = [];
    for (let at = 0; at < groups.length; at += AT_ONCE) heard.push(...(await Promise.all(groups.slice(at, at + AT_ONCE).map((group) => attack(group, auth)))).flat());
    return heard;
  }

  it.each([
    ['a visitor', () => Promise.resolve({})],
    ['a verified subscriber', async () => ({ token: await siteToken(product.url, ATTACKER) })],
  ])('%s gets nothing that is not theirs', async (_, auth) => {
    const before = await victimOf(demoAccounts(product.url));
    const written = product.output().length;
    const heard = await all(auth);
    expect(heard.length).toBeGreaterThanOrEqual(MESSAGES.length);
    expect(heard.flatMap(({ attack: { id }, text: said, asked }) => leaksIn(said, { victim, asked }).map((leak) => `${id}: ${leak}`))).toEqual([]);
    expect(hits).toBe(0);
    // A model that was never asked proves nothing.
    expect(model.requests.length > 0).toBe(mode !== 'none');
    expect(await victimOf(demoAccounts(product.url))).toEqual(before);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    expect(product.output().slice(written)).not.toMatch(/unhandled|TypeError|1380000000[12]\b/iu);
  }, 240_000);
});
