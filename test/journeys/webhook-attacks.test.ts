/** Pushes with bad intent at the doors of outside channels, rightly signed and sealed: refused, nothing fetched, nothing stored, nobody disturbed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attacks } from '../support/attacks.js';
import { connectSubscriber } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { BOT, ConnectorStandIn } from '../support/connector-stand-in.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { CORP, WechatKfStandIn, xmlOf } from '../support/wechat-kf-stand-in.js';
import { ACCOUNT, WechatStandIn } from '../support/wechat-stand-in.js';
import { WechatCipher } from '../../src/gateway/wechat/wechat-crypto.js';

const REFUSED = [400, 403, 413];

describe('pushes with bad intent', () => {
  const account = new WechatStandIn();
  const service = new WechatKfStandIn();
  const channel = new ConnectorStandIn();
  const hits: string[] = [];
  const listener = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('<!ENTITY who "x">');
  });
  let product: Product;
  let bystander: Subscriber;
  let host = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
    const wechat = { WECHAT_APP_ID: ACCOUNT.appId, WECHAT_APP_SECRET: ACCOUNT.appSecret, WECHAT_TOKEN: ACCOUNT.token, WECHAT_AES_KEY: ACCOUNT.aesKey, WECHAT_API_URL: await account.start() };
    product = await startProduct({ env: { ...wechat, ...(await service.start()), ...(await channel.start()), DIRECT_LINE_SECRET: 'secret-of-this-test', RATE_LIMIT: 'off' } });
    service.url = product.url;
    bystander = await connectSubscriber(product.url);
  });
  afterAll(async () => {
    bystander.close();
    await product.dispose();
    await Promise.all([account.stop(), service.stop(), channel.stop(), new Promise((resolve) => listener.close(resolve))]);
  });

  it.each(attacks('webhooks').map(({ kind, text }) => [kind, text] as const))('%s is refused at every door that takes XML', async (_kind, template) => {
    const text = template.replaceAll('{{LISTENER}}', host).replaceAll('{{LONG}}', '大'.repeat(40_000));
    const sealedFor = (aesKey: string, receiver: string) => xmlOf({ ToUserName: 'x', Encrypt: new WechatCipher(aesKey).seal(text, receiver) });
    const answers = {
      plain: (await account.pushRaw(product.url, text)).status,
      sealed: (await account.pushRaw(product.url, sealedFor(ACCOUNT.aesKey, ACCOUNT.appId))).status,
      serviceSealed: (await service.push(sealedFor(CORP.aesKey, CORP.corpId))).status,
      servicePlain: (await service.push(text)).status,
      // Doors that take JSON take no XML either, whoever signs it.
      bot: (await channel.push(product.url, text)).status,
      directLine: (await fetch(`${product.url}/v3/directline/conversations`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer secret-of-this-test' }, body: text })).status,
    };
    expect(Object.entries(answers).filter(([, status]) => !REFUSED.includes(status))).toEqual([]);
    expect(hits).toEqual([]);
  });

  it('leave nothing behind, and everybody else is answered', async () => {
    expect([...account.sent.filter(({ to }) => to.startsWith('o-')), ...service.sent]).toEqual([]);
    expect((await bystander.ask('怎么充话费')).text).toContain('充');
    await service.say('wmAfter', '怎么充话费');
    await service.until('wmAfter', ({ text }) => text.includes('充'));
    expect(product.output()).not.toContain(BOT.password);
  });
});
