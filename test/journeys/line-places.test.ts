/** One person has one place in line, on whichever device and channel; and what a supervisor is called to while others wait or are owed something. */
import { describe, expect, it } from '@jest/globals';
import type { OwnCases } from '../../src/protocol/cases.js';
import type { QueuePlace, WireMessage } from '../../src/protocol/chat.js';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { idOf, inState, offeredTo, placeOf, told, withLineFloor } from '../support/line-floor.js';
import type { LineFloor } from '../support/line-floor.js';

interface Alert {
  readonly kind: string;
  readonly conversationId: string | null;
  readonly text: string;
}

let floor: LineFloor;
withLineFloor((opened) => {
  floor = opened;
});

const standsAt = (one: Subscriber, position: number) => one.told.until<QueuePlace>('queue', () => placeOf(one) === position);

describe('a place in line', () => {
  it('goes along to another channel for the same verified person, is free where they waited before, and comes back if they do', async () => {
    const first = await floor.waiting({ msisdn: '13800000012' });
    const behind = await floor.waiting();
    await standsAt(behind, 2);
    const token = await siteToken(floor.product.url, '13800000012');
    const phone = await connectSubscriber(floor.product.url, { token, page: 'wechat' });
    await phone.send('转人工');
    await inState(phone, 'queued');
    await standsAt(phone, 1);
    await inState(first, 'bot');
    await told(first, ({ from, text }) => from === 'system' && text.includes('另一个窗口'));

    const again = await first.request('handoff');
    expect(again).toMatchObject({ queued: true });
    await inState(phone, 'bot');
    await first.told.until('queue', () => placeOf(first) === 1);
    const agent = await floor.desk('agent1', 2);
    await offeredTo(agent, first);
    await offeredTo(agent, behind);
    // Nobody behind is moved back meanwhile.
    expect(new Set(behind.told.of<QueuePlace>('queue').map(({ position }) => position))).toEqual(new Set([2]));
    expect(agent.told.of<{ conversationId: string }>('offer').map(({ conversationId }) => conversationId)).toEqual([idOf(first), idOf(behind)]);
    phone.close();
  });

  it('is told to who asks how long it takes, in the language of the question, and nothing of the account instead', async () => {
    const first = await floor.waiting({ msisdn: '13800000020' });
    await standsAt(first, 1);
    const one = await connectSubscriber(floor.product.url, { token: await siteToken(floor.product.url, '13800000008') });
    await one.ask('流量还剩多少');
    await one.send('人工');
    await standsAt(one, 2);
    // The bare wish is nothing that an agent would have to be told.
    expect((await told(one, ({ card }) => card?.type === 'facts')).text).not.toContain('人工');
    for (const text of ['还要等多久', '等多久啊', '前面还有几个人', '我排第几位了？']) expect({ text, said: (await one.ask(text)).text }).toEqual({ text, said: expect.stringContaining('您排在第 2 位') });
    for (const text of ['how long do I have to wait?', 'how much longer', 'what is my place in line']) expect({ text, said: (await one.ask(text)).text }).toEqual({ text, said: expect.stringContaining('You are number 2 in line') });
    for (const text of ['好久能轮到我', '多少人在排队', '要等好久']) expect({ text, said: (await one.ask(text)).text }).toEqual({ text, said: expect.stringContaining('您排在第 2 位') });
    const due = await one.ask('充值多久到账');
    expect(due.text).not.toContain('您排在第');
    // Right after an article the bare question may be of it as well.
    await one.ask('怎么过户');
    const bare = await one.send('多久');
    const after = (part: string) => told(one, ({ from, text, seq }) => from === 'bot' && seq > Number(bare['seq']) && text.includes(part));
    expect((await after('当天生效')).seq).toBeLessThan((await after('您排在第 2 位')).seq);
    const complained = await one.send('给我个说法');
    await told(one, ({ from, intent, seq }) => from === 'bot' && intent === 'complaint' && seq > Number(complained['seq']));
    expect(one.messages.some(({ text }) => text.includes('适老'))).toBe(false);
    await Promise.all([first.request('end'), one.request('end')]);
    one.close();
  });

  it('is nobody else’s: a stranger who waits is left where they are', async () => {
    const [stranger, known] = [await floor.waiting(), await floor.waiting({ msisdn: '13800000013' })];
    await standsAt(known, 2);
    expect(stranger.conversation?.state).toBe('queued');
  });

  it('is free with one tap once the assistant has helped meanwhile', async () => {
    const one = await floor.waiting({ msisdn: '13800000001' });
    const behind = await floor.waiting();
    await standsAt(behind, 2);
    const answer = await one.ask('我这个月话费多少');
    expect(answer.buttons?.map(({ id }) => id)).toContain('line:leave');
    await one.press('line:leave');
    await inState(one, 'bot');
    await behind.told.until('queue', () => placeOf(behind) === 1);
  });
});

describe('a supervisor is called', () => {
  it('to a promise that is nearly due, and so is the agent who made it', async () => {
    await floor.set('cases', { nearMinutes: 1440 });
    const supervisor = await floor.desk('supervisor', 0);
    const agent = await floor.desk('agent1', 1);
    const one = await floor.waiting({ msisdn: '13800000016' });
    await floor.serve(agent, one);
    await agent.send(idOf(one), '我会在2小时内给您答复。');
    const due = ({ kind, conversationId }: Alert) => kind === 'promise-near-due' && conversationId === idOf(one);
    const [toSupervisor, toAgent] = await Promise.all([supervisor.told.until<Alert>('alert', due), agent.told.until<Alert>('alert', due)]);
    expect(toSupervisor.text).toMatch(/^林晓 的承诺快到期了.+2小时/);
    // To whom it is about it is said as their own.
    expect(toAgent).toEqual({ ...toSupervisor, text: expect.stringMatching(/^您的承诺快到期了.+2小时/) });
    // And who was promised sees it running, though there is no case.
    const response = await fetch(`${floor.product.url}/api/cases`, { headers: { authorization: `Bearer ${one.conversation?.resumeToken ?? ''}` } });
    const { cases, promises } = (await response.json()) as OwnCases;
    expect(cases).toEqual([]);
    expect(promises).toEqual([expect.objectContaining({ text: '我会在2小时内给您答复。', state: 'open' })]);
    await floor.set('cases', { nearMinutes: 60 });
  });

  it('to a line that will soon have waited too long, while something can still be done', async () => {
    await floor.set('line', { longestWaitMinutes: 1 });
    const supervisor = await floor.desk('supervisor', 0);
    const one = await floor.waiting();
    const alert = await new Promise<Alert>((resolve) => supervisor.socket.on('alert', (raised: Alert) => raised.kind === 'line-slow' && resolve(raised)));
    expect(alert).toMatchObject({ conversationId: null });
    expect(one.conversation?.state).toBe('queued');
    await floor.set('line', { longestWaitMinutes: 60 });
  });

  it('when the time of a promised call-back has come, and so is the agent who gets it', async () => {
    // A zone where it is about noon, so that the opening a few minutes from now is today.
    const hour = new Date().getUTCHours();
    const ahead = 12 - hour;
    const at = new Date(Date.now() + ahead * 3_600_000 + 3 * 60_000);
    const opensAt = at.toISOString().slice(11, 16);
    const week = Array.from({ length: 7 }, () => [{ from: opensAt, to: '24:00' }]);
    await floor.set('hours', { timezone: ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`, week });
    const supervisor = await floor.desk('supervisor', 0);
    const agent = await floor.desk('agent1', 1);
    const one = await floor.visitor({ msisdn: '13800000017' });
    const { options } = (await one.request('handoff')) as unknown as { options: { id: string; at?: number }[] };
    const callAt = options.find(({ id }) => id === 'person:callback')?.at ?? 0;
    expect(callAt - Date.now()).toBeLessThan(5 * 60_000);
    const pressed = await one.press('person:callback', String(callAt));
    const taken = await one.told.until<WireMessage>('message', ({ from, seq }) => from === 'bot' && seq > Number(pressed['seq']));
    const number = /JB-\d{8}-\d{4}/.exec(taken.text)?.[0] ?? 'none';
    const due = ({ kind, text }: Alert) => kind === 'call-back-due' && text.includes(number);
    await Promise.all([agent, supervisor].map((staff) => staff.told.until<Alert>('alert', due)));
    const { cases } = (await floor.call('GET', `/api/cases?number=${number}`, { as: 'agent1@demo' })) as unknown as { cases: { handler: { name: string } | null; owner: { name: string } | null }[] };
    expect(cases).toMatchObject([{ handler: { name: '林晓' }, owner: { name: '林晓' } }]);
    await floor.set('hours', { timezone: 'Asia/Shanghai', week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]) });
  });
});
