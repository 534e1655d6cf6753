/** Doors of outside channels on two nodes: asked on one, served by an agent on the other, and told once and in order when a node is killed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff } from '../support/clients.js';
import { ConnectorStandIn } from '../support/connector-stand-in.js';
import { postgresEngine, redisUrl } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';
import { WechatKfStandIn } from '../support/wechat-kf-stand-in.js';

const engine = postgresEngine();
const redis = await redisUrl();
const describeCluster = engine && redis !== null ? describe : describe.skip;
const WAIT_MS = 60_000;

describeCluster('the doors of two nodes', () => {
  const service = new WechatKfStandIn();
  const channel = new ConnectorStandIn();
  let here: Product;
  let there: Product;

  beforeAll(async () => {
    const env = { ...(await engine?.env()), REDIS_URL: redis ?? '', RATE_LIMIT: 'off', ...(await service.start()), ...(await channel.start()) };
    here = await startProduct({ env });
    there = await startProduct({ env });
    service.url = here.url;
  });
  afterAll(async () => {
    await Promise.all([here.dispose(), there.dispose()]);
    await Promise.all([service.stop(), channel.stop()]);
    await engine?.dispose();
  });

  it('bring a question from one node to an agent on the other, and the agent’s words back', async () => {
    const agent = await connectStaff(there.url, 'agent1@demo');
    await service.say('wmTwo', '转人工');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId })).ok).toBe(true);
    await service.until('wmTwo', ({ text }) => text.includes('已接入'));
    await service.say('wmTwo', '在另一台机器上吗');
    await agent.told.until<WireMessage>('message', ({ text }) => text === '在另一台机器上吗');
    expect((await agent.send(conversationId, '在的。')).ok).toBe(true);
    await service.until('wmTwo', ({ text }) => text.includes('在的。'));
    await agent.request('close', { conversationId, disposition: 'solved' });
    agent.close();
    // Both nodes were announced to and both tell; each word went once.
    expect(service.to('wmTwo').filter(({ text }) => text.includes('在的。'))).toHaveLength(1);
  });

  it('take what is announced on both at once a single time, with one token for both', async () => {
    service.put('wmBoth', { msgtype: 'text', text: { content: '怎么开发票' } });
    const [one, two] = [service.announce(), (async () => { service.url = there.url; return service.announce(); })()];
    await Promise.all([one, two]);
    service.url = here.url;
    await service.until('wmBoth', ({ text }) => text.includes('发票'));
    expect(service.to('wmBoth')).toHaveLength(1);
    expect(service.tokensGiven).toHaveLength(1);
  });

  it('tell everything once and in order when the node that serves is killed', async () => {
    service.isAway = true;
    channel.trouble = { status: 503, times: 1 };
    await service.say('wmKilled', '怎么充话费');
    await channel.say(here.url, 'c-killed', '怎么充话费');
    await channel.say(here.url, 'c-killed', '怎么开发票');
    await here.stop('SIGKILL');
    service.isAway = false;
    service.url = there.url;
    // Nobody announces anything any more: the node that lives finds what was announced to the dead one.
    await service.until('wmKilled', ({ text }) => text.includes('充'));
    const said = () => channel.of('c-killed').filter(({ type }) => type === 'message').map(({ text }) => text);
    await until(() => said().some((text) => text.includes('发票')), WAIT_MS);
    await service.say('wmKilled', '怎么开发票');
    await service.until('wmKilled', ({ text }) => text.includes('发票'));
    expect(service.to('wmKilled')).toHaveLength(2);
    expect(said().filter((text) => text.includes('发票'))).toHaveLength(1);
    expect(said().findIndex((text) => text.includes('充'))).toBeLessThan(said().findIndex((text) => text.includes('发票')));
    here = await here.restart();
    expect((await fetch(`${here.url}/readyz`)).status).toBe(200);
  });
});
