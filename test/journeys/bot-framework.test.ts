/** The Bot Framework's door: signed Activities of several channels against a stand-in of its connector that enforces its rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, staffToken } from '../support/clients.js';
import { ConnectorStandIn, tapsOf } from '../support/connector-stand-in.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('the Bot Framework', () => {
  const channel = new ConnectorStandIn();
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({ env: { ...(await channel.start()), LOG_LEVEL: 'warn', PUBLIC_URL: 'https://chat.operator.example' } });
  });
  afterAll(async () => {
    await product.dispose();
    await channel.stop();
  });

  it('greets who arrives, says that it is an AI, and not twice', async () => {
    const arrived = (id: string) => channel.activity('c-new', { type: 'conversationUpdate', membersAdded: [{ id }], text: undefined });
    expect((await channel.push(product.url, arrived('bot-1'))).status).toBe(200);
    expect((await channel.push(product.url, arrived('user-of-c-new'))).status).toBe(200);
    expect((await channel.push(product.url, arrived('user-of-c-new'))).status).toBe(200);
    expect((await channel.until('c-new', () => true)).text).toContain('AI 助手');
    expect(channel.of('c-new')).toHaveLength(1);
  });

  it('signs in by number and code, and tells the balance in words and on a card', async () => {
    await channel.say(product.url, 'c-money', '话费余额');
    const form = await channel.until('c-money', ({ text }) => text.includes('手机号'));
    const submit = tapsOf(form).get('提交');
    expect(submit).toBeDefined();
    await channel.push(product.url, channel.activity('c-money', { text: undefined, value: { ...(submit?.value as object), value: '13800000001' } }));
    await channel.until('c-money', ({ text }) => text.includes('验证码'));
    const { code } = (await (await fetch(`${product.url}/demo/sms/13800000001`)).json()) as { code: string };
    await channel.say(product.url, 'c-money', code);
    const account = (await (await fetch(`${product.url}/demo/accounts/13800000001`)).json()) as { balance: { balanceFen: number } } & { balanceFen?: number };
    const yuan = ((account.balanceFen ?? account.balance.balanceFen) / 100).toFixed(2);
    const answer = await channel.until('c-money', ({ text }) => text.includes(yuan));
    expect(JSON.stringify(answer.activity['attachments'])).toContain('AdaptiveCard');
    expect(JSON.stringify(answer.activity['attachments'])).toContain(yuan);
  });

  it('takes a tap as an action: the change is asked for and confirmed on the card, once', async () => {
    await channel.say(product.url, 'c-money', '换成畅享39套餐');
    const asked = await channel.until('c-money', ({ activity }) => JSON.stringify(activity).includes('"confirm"'));
    const confirm = [...tapsOf(asked).entries()].find(([, { value }]) => JSON.stringify(value).includes('"id":"confirm"'))?.[1];
    const tap = () => channel.activity('c-money', { text: undefined, value: confirm?.value });
    const said = () => channel.of('c-money').filter(({ type }) => type === 'message');
    const before = said().length;
    await channel.push(product.url, tap());
    const done = await channel.until('c-money', (reply) => said().indexOf(reply) >= before);
    await channel.push(product.url, tap());
    const again = await channel.until('c-money', (reply) => said().indexOf(reply) > before);
    expect(again.text).not.toBe(done.text);
  });

  it('draws hero cards where adaptive ones are not known, and numbers where there are no buttons', async () => {
    await channel.say(product.url, 'c-slack', 'How do I top up my phone?', { channelId: 'slack', locale: 'en-GB' });
    const slack = await channel.until('c-slack', ({ type }) => type === 'message');
    expect(slack.text).toMatch(/[a-z]{3}/i);
    expect(JSON.stringify(slack.activity['attachments'] ?? [])).not.toContain('AdaptiveCard');
    await channel.say(product.url, 'c-sms', '你好', { channelId: 'sms' });
    const sms = await channel.until('c-sms', ({ type }) => type === 'message');
    expect(sms.text).toContain('1. ');
    expect(sms.activity['attachments']).toBeUndefined();
    await channel.say(product.url, 'c-sms', '1', { channelId: 'sms' });
    await channel.until('c-sms', ({ text }) => text !== sms.text && text !== '');
  });

  it('stands in the line, is told the place, and the agent speaks, from whichever door it was asked', async () => {
    await channel.say(product.url, 'c-person', '转人工');
    const asked = await channel.until('c-person', ({ name }) => name === 'handoff.initiate');
    expect(asked.value).toMatchObject({ handoffId: expect.any(String), skill: 'general', verified: false });
    expect(asked.activity['relatesTo']).toMatchObject({ user: { id: 'user-of-c-person' }, conversation: { id: 'c-person' } });
    expect(JSON.stringify(asked.activity['attachments'])).toContain('转人工');
    await channel.push(product.url, channel.activity('c-person', { type: 'event', name: 'handoff.status', value: { state: 'accepted' } }));
    const place = await channel.until('c-person', ({ text }) => /第 \d+ 位/.test(text));
    expect(place.text).toContain('第 1 位');
    const agent = await connectStaff(product.url, 'agent1@demo');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId })).ok).toBe(true);
    await channel.until('c-person', ({ text }) => /已接入/.test(text));
    await channel.until('c-person', ({ name, value }) => name === 'handoff.status' && (value as { state: string }).state === 'accepted');
    await agent.request('typing', { conversationId, on: true });
    await channel.until('c-person', ({ type }) => type === 'typing');
    expect((await agent.send(conversationId, '您好，我来帮您看。')).ok).toBe(true);
    expect((await channel.until('c-person', ({ text }) => text.includes('我来帮您看'))).text).toContain('【客服');
    const photo = channel.file('router.png', PNG);
    await channel.push(product.url, channel.activity('c-person', { text: '路由器的灯是红的', attachments: [{ contentType: 'image/png', contentUrl: photo, name: 'router.png' }, { contentType: 'text/html', content: '<p>x</p>' }] }));
    await agent.told.until<{ attachment?: { name: string } }>('message', ({ attachment }) => attachment?.name === 'router.png');
    await channel.push(product.url, channel.activity('c-person', { text: undefined, attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/secret.png', name: 'x.png' }] }));
    await agent.told.until<{ text: string; attachment?: unknown }>('message', ({ text, attachment }) => attachment === undefined && text.includes('x.png'));
    await agent.request('close', { conversationId, disposition: 'solved' });
    const survey = await channel.until('c-person', ({ text }) => text.includes('1 到 5'));
    await channel.until('c-person', ({ name, value }) => name === 'handoff.status' && (value as { state: string }).state === 'completed');
    const statuses = channel.of('c-person').filter(({ name }) => name === 'handoff.status').map(({ value }) => value);
    expect(statuses).toEqual(['accepted', 'completed'].map((state) => expect.objectContaining({ state, handoffId: (asked.value as { handoffId: string }).handoffId })));
    const five = [...tapsOf(survey).entries()].find(([label]) => label.startsWith('5'))?.[1];
    await channel.push(product.url, channel.activity('c-person', { text: five?.text, value: five?.value }));
    await channel.until('c-person', ({ text }) => text.includes('感谢您的评价'));
    await channel.say(product.url, 'c-person', '怎么开发票');
    await channel.until('c-person', ({ text }) => text.includes('发票'));
    await channel.push(product.url, channel.activity('c-person', { text: five?.text, value: five?.value }));
    await channel.until('c-person', ({ text }) => text.includes('评价已经截止'));
    agent.close();
  });

  it.each([
    ['slack', '1 很不满意', true],
    ['sms', '1', false],
  ])('takes on %s a score that comes as words, and one that comes too late for no rating of what has begun since', async (channelId, words, isLabelled) => {
    const c = `c-score-${channelId}`;
    const say = (text: string) => channel.say(product.url, c, text, { channelId });
    const supervisor = await staffToken(product.url, 'supervisor@demo');
    const lows = async (id: string) => {
      const response = await fetch(`${product.url}/api/follow-ups?state=all`, { headers: { authorization: `Bearer ${supervisor}` } });
      return ((await response.json()) as { followUps: { conversationId: string; score: number }[] }).followUps.filter(({ conversationId }) => conversationId === id).map(({ score }) => score);
    };
    const agent = await connectStaff(product.url, 'agent1@demo');
    await say('转人工');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId })).ok).toBe(true);
    await agent.request('close', { conversationId, disposition: 'solved' });
    const survey = await channel.until(c, ({ text }) => text.includes('1 到 5'));
    expect([...tapsOf(survey).values()].map(({ text }) => text).includes(words)).toBe(isLabelled);
    await say(words);
    await channel.until(c, ({ text }) => text.includes('感谢您的评价'));
    expect(await lows(conversationId)).toEqual([1]);
    await say('怎么开发票');
    await channel.until(c, ({ text }) => text.includes('发票'));
    await say('5 很满意');
    await channel.until(c, ({ text }) => text.includes('评价已经截止'));
    expect(await lows(conversationId)).toEqual([1]);
    agent.close();
  });

  it('takes an agent’s words back there too, once, also when the channel is away or can only remove; and links to files it cannot carry', async () => {
    const agent = await connectStaff(product.url, 'agent1@demo');
    await channel.say(product.url, 'c-recall', '转人工');
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    expect((await agent.request('accept', { conversationId })).ok).toBe(true);
    const said = async (text: string) => {
      const { seq } = await agent.send(conversationId, text);
      const reply = await channel.until('c-recall', (one) => one.text.includes(text));
      return { seq, id: reply.id };
    };
    const [first, second] = [await said('您的密码是一二三'), await said('这句也说错了')];
    channel.trouble = { status: 503, times: 1 };
    expect((await agent.request('recall', { conversationId, seq: first.seq })).ok).toBe(true);
    await until(() => channel.changed.some(({ id }) => id === first.id), 30_000);
    expect(channel.changed.filter(({ id }) => id === first.id)).toEqual([{ id: first.id, conversation: 'c-recall', text: expect.stringContaining('撤回') }]);
    channel.canUpdate = false;
    expect((await agent.request('recall', { conversationId, seq: second.seq })).ok).toBe(true);
    await until(() => channel.changed.some(({ id }) => id === second.id), 30_000);
    expect(channel.changed.find(({ id }) => id === second.id)?.text).toBeNull();
    channel.canUpdate = true;

    const form = new FormData();
    form.append('conversationId', conversationId);
    form.append('file', new Blob(['第一步：拔下电源。']), '步骤.txt');
    const uploaded = await fetch(`${product.url}/api/attachments`, { method: 'POST', headers: { authorization: `Bearer ${await staffToken(product.url, 'agent1@demo')}` }, body: form });
    const { id } = (await uploaded.json()) as { id: string };
    expect((await agent.request('send', { conversationId, clientId: 'file-1', attachment: { id } })).ok).toBe(true);
    const { activity } = await channel.until('c-recall', ({ activity: { attachments } }) => JSON.stringify(attachments ?? []).includes(id));
    const [{ contentUrl }] = activity['attachments'] as [{ contentUrl: string }];
    expect(contentUrl.startsWith('https://chat.operator.example/api/attachments/')).toBe(true);
    const opened = await fetch(contentUrl.replace('https://chat.operator.example', product.url));
    expect({ status: opened.status, text: await opened.text() }).toEqual({ status: 200, text: '第一步：拔下电源。' });
    expect((await fetch(contentUrl.replace('https://chat.operator.example', product.url).replace(/pass=\d+/, `pass=${Date.now() + 9e8}`))).status).toBe(401);
    await agent.request('close', { conversationId, disposition: 'solved' });
    agent.close();
  });

  it('takes the same Activity once, and answers in order through a busy and a refusing service and a crash', async () => {
    channel.trouble = { status: 429, times: 1, headers: { 'retry-after': '1' } };
    const twice = channel.activity('c-trouble', { text: '你们几点上班' });
    await Promise.all([channel.push(product.url, twice), channel.push(product.url, twice), channel.push(product.url, twice)]);
    await channel.until('c-trouble', ({ type }) => type === 'message');
    channel.tokensGiven.push('somebody-else-fetched-one');
    channel.trouble = { status: 502, times: 1 };
    await channel.say(product.url, 'c-trouble', '怎么开发票');
    await until(() => channel.trouble.times === 0);
    product = await product.restart('SIGKILL');
    await channel.until('c-trouble', ({ text }) => text.includes('发票'));
    // Nobody answered the platform before the crash: it sends again what is answered already.
    await channel.push(product.url, twice);
    await channel.say(product.url, 'c-trouble', '谢谢');
    await channel.until('c-trouble', ({ text }) => /客气|谢|不用/.test(text));
    expect(channel.of('c-trouble').filter(({ type }) => type === 'message')).toHaveLength(3);
  });

  it('lets nobody in whose token is not the channel\u2019s own', async () => {
    const activity = channel.activity('c-evil', { text: '话费余额' });
    const tokens: (string | null)[] = [
      ...[null, '', 'x', 'a.b.c'],
      ...readFileSync(join(import.meta.dirname, '../support/forged-tokens.txt'), 'utf8').trim().split('\n'),
      await channel.sign({}, true),
      await channel.sign({ issuer: 'https://api.botframework.com.evil' }),
      await channel.sign({ audience: 'another-bot' }),
      await channel.sign({ lifeSeconds: -600 }),
    ];
    for (const token of tokens) expect({ token, ...(await channel.push(product.url, activity, { token })) }).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await channel.push(product.url, activity, { serviceUrl: 'https://somewhere.example/' })).status).toBe(403);
    expect((await channel.push(product.url, activity, { serviceUrl: null })).status).toBe(403);
    expect((await channel.push(product.url, { ...activity, channelId: 'telegram' })).status).toBe(403);
    expect((await channel.push(product.url, { ...activity, serviceUrl: 'http://10.0.0.1/' }, { serviceUrl: 'http://10.0.0.1/' })).status).toBe(403);
    expect((await channel.push(product.url, `{"text":"${'x'.repeat(300_000)}"}`, { token: null })).status).toBe(401);
    expect(channel.of('c-evil')).toEqual([]);
  });

  it('answers what is no Activity with a code, and passes over what it does not know', async () => {
    const good = channel.activity('c-odd', { text: 'x' });
    const bad: unknown[] = [{}, [], '"x"', 'not json', { ...good, type: 7 }, { ...good, conversation: { id: '' } }, { ...good, conversation: { id: 'a\u0000b' } }, { ...good, channelId: '../x' }, { ...good, serviceUrl: 'file:///etc/passwd' }, { ...good, from: null }, { ...good, text: '' }, { ...good, value: { jiebang: { id: 'rate', value: '9' } } }];
    for (const activity of bad) expect({ activity, ...(await channel.push(product.url, activity)) }).toMatchObject({ status: expect.any(Number), body: { code: expect.stringMatching(/^bad-/) } });
    expect((await channel.push(product.url, { ...good, text: '长'.repeat(5000) })).body).toMatchObject({ code: 'too-long' });
    expect((await channel.push(product.url, { ...good, text: 'x'.repeat(400_000) })).body).toMatchObject({ code: 'too-long' });
    for (const type of ['messageReaction', 'installationUpdate', 'hologram', 'invoke', 'endOfConversation', 'typing', 'event']) expect((await channel.push(product.url, { ...good, type })).status).toBe(200);
    const group = channel.activity('c-group', { text: '话费余额', conversation: { id: 'c-group', isGroup: true } });
    await channel.push(product.url, group);
    expect((await channel.until('c-group', () => true)).text).toContain('一对一');
    expect([...new Set(channel.of('c-odd').map(({ text }) => text))]).toEqual(['内容太长了，请分几条发送。']);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });
});

describe('a hub outside that takes the handoffs', () => {
  const channel = new ConnectorStandIn();
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({ env: { ...(await channel.start()), HANDOFF: 'external', HANDOFF_ANSWER_SECONDS: '10', HANDOFF_DONE_MINUTES: '0.25' } });
  });
  afterAll(async () => {
    await product.dispose();
    await channel.stop();
  });

  const askedIn = async (conversation: string): Promise<string> => {
    await channel.say(product.url, conversation, '转人工');
    const { value } = await channel.until(conversation, ({ name }) => name === 'handoff.initiate');
    return (value as { handoffId: string }).handoffId;
  };
  const answer = (conversation: string, value: object) => channel.push(product.url, channel.activity(conversation, { type: 'event', text: undefined, name: 'handoff.status', from: { id: 'hub', role: 'bot' }, value }));

  it('has the conversation alone once it accepted, and gives it back when it is done', async () => {
    const agent = await connectStaff(product.url, 'agent1@demo');
    const handoffId = await askedIn('h-taken');
    expect((await answer('h-taken', { state: 'accepted', handoffId: 'another' })).status).toBe(200);
    expect((await answer('h-taken', { state: 'no such state' })).body).toMatchObject({ code: 'bad-request' });
    expect((await answer('h-taken', { state: 'accepted', handoffId })).status).toBe(200);
    await channel.until('h-taken', ({ text }) => text.includes('人工客服已接入'));
    const before = channel.of('h-taken').length;
    await channel.say(product.url, 'h-taken', '怎么开发票');
    await answer('h-taken', { state: 'completed', handoffId });
    await channel.until('h-taken', ({ text }) => text.includes('小接继续为您服务'));
    expect(channel.of('h-taken').slice(before).filter(({ type }) => type === 'message')).toHaveLength(1);
    await channel.say(product.url, 'h-taken', '怎么开发票');
    await channel.until('h-taken', ({ text }) => text.includes('发票'));
    expect(agent.told.of('offer')).toEqual([]);
    agent.close();
  });

  it('has a conversation no longer once nothing was heard of it for long: the subscriber is told, and the hub that it is done', async () => {
    const handoffId = await askedIn('h-forgotten');
    await answer('h-forgotten', { state: 'accepted', handoffId });
    await channel.until('h-forgotten', ({ text }) => text.includes('人工客服已接入'));
    await channel.until('h-forgotten', ({ text }) => text.includes('很久没有消息'));
    await channel.until('h-forgotten', ({ name, value }) => name === 'handoff.status' && (value as { state: string }).state === 'completed');
    await channel.say(product.url, 'h-forgotten', '怎么开发票');
    await channel.until('h-forgotten', ({ text }) => text.includes('发票'));
  });

  it('is not waited for when it refuses or says nothing: both are told with a choice, and recorded', async () => {
    const [refused] = await Promise.all([askedIn('h-refused'), askedIn('h-silent')]);
    await answer('h-refused', { state: 'failed', message: 'nobody is there', handoffId: refused });
    expect((await channel.until('h-refused', ({ text }) => text.includes('接不上'))).text).not.toBe('');
    const late = await channel.until('h-silent', ({ text }) => text.includes('还没有客服能接入'));
    expect([...tapsOf(late).keys()]).toContain('留言');
    await channel.until('h-silent', ({ name, value }) => name === 'handoff.status' && (value as { state: string }).state === 'failed');
    const token = await staffToken(product.url, 'supervisor@demo');
    const { days } = (await (await fetch(`${product.url}/api/line/figures`, { headers: { authorization: `Bearer ${token}` } })).json()) as { days: { endings: Record<string, number> }[] };
    expect(days[0]?.endings).toMatchObject({ accepted: 2, failed: 1, 'timed-out': 1 });
  });
});

describe('the Bot Framework without an id', () => {
  it('is there in the demo on loopback only, and then answers nobody but this machine', async () => {
    const open = await startProduct();
    const post = (serviceUrl: string) =>
      fetch(`${open.url}/api/messages`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ type: 'message', id: '1', channelId: 'emulator', serviceUrl, conversation: { id: 'c' }, from: { id: 'u' }, text: '你好' }),
      });
    try {
      expect((await post('http://127.0.0.1:9/')).status).toBe(200);
      for (const url of ['http://169.254.169.254/', 'https://example.com/', 'http://127.0.0.1.example.com/', 'http://[::ffff:10.0.0.1]/']) expect((await post(url)).status).toBe(403);
    } finally {
      await open.dispose();
    }
    const shut = await startProduct({ env: { HOST: '0.0.0.0' } });
    try {
      const url = shut.url.replace('0.0.0.0', '127.0.0.1');
      expect((await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(404);
    } finally {
      await shut.dispose();
    }
  });
});
