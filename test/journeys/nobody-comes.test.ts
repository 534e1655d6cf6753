/** When nobody can come: outside business hours and over the cap there is a choice, and what is promised is stored. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const CLOSED = Array.from({ length: 7 }, () => []);
const ALWAYS = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);

interface Option {
  readonly id: string;
  readonly label: string;
  readonly at?: number;
}

describe('when nobody can come', () => {
  let product: Product;
  let supervisor: string;

  beforeAll(async () => {
    product = await startProduct({ env: { DEMO: '1', RATE_LIMIT: 'off' } });
    supervisor = await staffToken(product.url, 'supervisor@demo');
  });
  afterAll(() => product.dispose());

  const headers = () => ({ 'content-type': 'application/json', authorization: `Bearer ${supervisor}` });
  const get = async (path: string) => (await fetch(`${product.url}${path}`, { headers: headers() })).json() as Promise<Record<string, never>>;
  const set = async (section: string, change: object) => {
    const { version, value } = (await get(`/api/settings/${section}`)) as unknown as { version: number; value: object };
    const response = await fetch(`${product.url}/api/settings/${section}`, { method: 'PUT', headers: headers(), body: JSON.stringify({ version, value: { ...value, ...change } }) });
    expect(response.status).toBe(200);
  };
  const tomorrow = () => new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
  /** Closed, but for the whole of tomorrow: that day. */
  const close = async (): Promise<string> => {
    const day = tomorrow();
    await set('hours', { week: CLOSED, groups: [], holidays: [{ day, name: '', groups: [], spans: [{ from: '09:00', to: '18:00' }] }] });
    return day;
  };

  beforeEach(async () => {
    await set('hours', { week: ALWAYS, groups: [], holidays: [] });
    await set('line', { lineCap: 0 });
  });

  const answer = (subscriber: Subscriber, after: number) => subscriber.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > after);

  it('offers a call-back at the next opening, a message or the assistant, by tap and by words, and nobody joins the line', async () => {
    const day = await close();
    const tapped = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000001') });
    const ack = await tapped.request('handoff', {});
    expect(ack).toMatchObject({ ok: true, queued: false, reason: 'closed' });
    const options = ack['options'] as Option[];
    expect(options.map(({ id }) => id)).toEqual(['person:callback', 'person:message', 'person:assistant']);
    expect(options[0]?.at).toBe(Date.parse(`${day}T09:00:00+08:00`));
    const shown = await tapped.told.until<WireMessage>('message', (message) => message.buttons?.some(({ id }) => id === 'person:callback') ?? false);
    const typed = await connectSubscriber(product.url, {});
    await typed.send('转人工');
    const same = await typed.told.until<WireMessage>('message', (message) => message.buttons?.some(({ id }) => id === 'person:callback') ?? false);
    expect(same.buttons).toEqual(shown.buttons);
    expect(typed.messages.some(({ text }) => text.includes('马上为您转接'))).toBe(false);
    expect([tapped.conversation?.state, typed.conversation?.state]).toEqual(['bot', 'bot']);
    tapped.close();
    typed.close();
  });

  it('keeps to every part of the hours: the week, a group’s own, a holiday and the time zone, at once and after a restart', async () => {
    // Two zones: where it is about noon, and where it is about midnight.
    const shift = 12 - new Date().getUTCHours();
    const zone = (ahead: number): string => (ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`);
    const ahead = shift > 0 ? shift - 12 : shift + 12;
    const dayThere = (days: number) => new Date(Date.now() + ahead * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    const at = (day: string, hour: string) => Date.parse(`${day}T${hour}:00Z`) - ahead * 3_600_000;
    const byDay = Array.from({ length: 7 }, () => [{ from: '06:00', to: '20:00' }]);
    const told = async (says: string): Promise<string | number> => {
      const one = await connectSubscriber(product.url, { locale: 'zh-CN' });
      await one.send(says);
      const choice = (message: WireMessage) => message.buttons?.find(({ id }) => id === 'person:callback' || id === 'line:leave') !== undefined;
      const came = await Promise.race([one.told.until<WireMessage>('message', choice), one.told.until<{ state: string }>('conversation', ({ state }) => state === 'queued')]);
      await one.request('end', {});
      one.close();
      const callback = 'state' in came ? undefined : came.buttons?.find(({ id }) => id === 'person:callback');
      return callback === undefined ? 'waits' : Number(callback.value);
    };
    const [GENERAL, OUT_OF_ORDER] = ['转人工', '我要报修宽带，转人工'];
    expect([await told(GENERAL), await told(OUT_OF_ORDER)]).toEqual(['waits', 'waits']);
    await set('hours', { timezone: zone(shift), week: byDay });
    expect(await told(GENERAL)).toBe('waits');
    // It is night there: before six of one and the same day, or of the next one.
    const opening = [0, 1].map((days) => at(dayThere(days), '06:00')).find((time) => time > Date.now());
    await set('hours', { timezone: zone(ahead) });
    expect(await told(GENERAL)).toBe(opening);
    const holiday = new Date((opening ?? 0) + ahead * 3_600_000).toISOString().slice(0, 10);
    await set('hours', { groups: [{ group: 'technical', week: ALWAYS }], holidays: [{ day: holiday, name: '盘点', groups: ['general'], spans: [{ from: '09:30', to: '12:00' }] }] });
    const seen = async () => [await told(GENERAL), await told(OUT_OF_ORDER)];
    expect(await seen()).toEqual([at(holiday, '09:30'), 'waits']);
    product = await product.restart();
    expect(await seen()).toEqual([at(holiday, '09:30'), 'waits']);
    await set('hours', { timezone: 'Asia/Shanghai' });
  });

  it('stores a call-back with its time, for a verified number at once and for others with the number they give', async () => {
    await close();
    const known = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000002') });
    const { options } = (await known.request('handoff', {})) as unknown as { options: Option[] };
    const at = String(options[0]?.at);
    const pressed = await known.press('person:callback', at);
    expect((await answer(known, Number(pressed['seq']))).text).toMatch(/JB-\d{8}-\d{4}.*09:00/);
    const stranger = await connectSubscriber(product.url, {});
    await stranger.request('handoff', {});
    const asked = await stranger.press('person:callback', at);
    expect((await answer(stranger, Number(asked['seq']))).text).toContain('手机号码');
    expect((await stranger.ask('13912345678')).text).toMatch(/JB-\d{8}-\d{4}/);
    known.close();
    stranger.close();
  });

  it('stores a message, and goes on with the assistant for whoever prefers that', async () => {
    const open = await close();
    const subscriber = await connectSubscriber(product.url, {});
    await subscriber.request('handoff', {});
    const asked = await subscriber.press('person:message');
    await answer(subscriber, Number(asked['seq']));
    // Answered when somebody is there, and not at this hour of the night, when nobody would be.
    const [, day] = /JB-\d{8}-\d{4}，最晚 (.+) 前答复您/.exec((await subscriber.ask('宽带三天没修好了，请尽快处理')).text) ?? [];
    const opening = new Date(Date.parse(`${open}T00:00:00Z`) + 86_400_000);
    expect(day).toBe(`${opening.getUTCMonth() + 1}月${opening.getUTCDate()}日 09:00`);
    const back = await subscriber.press('person:assistant');
    expect((await answer(subscriber, Number(back['seq']))).text).toContain('我在');
    subscriber.close();
  });

  it('takes no more than the cap, but for what is urgent', async () => {
    const first = await connectSubscriber(product.url, {});
    expect(await first.request('handoff', {})).toMatchObject({ queued: true });
    await set('line', { lineCap: 1 });
    const second = await connectSubscriber(product.url, {});
    expect(await second.request('handoff', {})).toMatchObject({ queued: false, reason: 'full' });
    expect(await first.request('handoff', {})).toMatchObject({ queued: true });
    const urgent = await connectSubscriber(product.url, {});
    await urgent.send('我被诈骗了，骗子让我转账');
    await urgent.told.until<{ state: string }>('conversation', ({ state }) => state === 'queued');
    for (const one of [first, second, urgent]) {
      await one.request('end', {});
      one.close();
    }
  });

  it('asks who waits to choose when the group goes home, and writes down how each handoff ended', async () => {
    const subscriber = await connectSubscriber(product.url, {});
    expect(await subscriber.request('handoff', {})).toMatchObject({ queued: true });
    await close();
    await subscriber.told.until<{ state: string }>('conversation', ({ state }) => state === 'bot');
    await subscriber.told.until<WireMessage>('message', (message) => message.buttons?.some(({ id }) => id === 'person:message') ?? false);
    const { days } = (await get('/api/line/figures')) as unknown as { days: { asked: number; open: number; endings: Record<string, number> }[] };
    const [today] = days;
    expect(today?.endings['failed']).toBeGreaterThanOrEqual(2);
    expect(Object.values(today?.endings ?? {}).reduce((sum, count) => sum + count, today?.open ?? 0)).toBe(today?.asked);
    subscriber.close();
  });

  it('counts who was served, and whether the wait ended within the range shown first', async () => {
    const agent = await connectStaff(product.url, 'agent1@demo');
    const subscriber = await connectSubscriber(product.url, {});
    await subscriber.request('handoff', {});
    const id = subscriber.conversation?.id ?? '';
    const offer = await agent.told.until<{ conversationId: string; why?: { rule: string; text: string } }>('offer', ({ conversationId }) => conversationId === id);
    expect(offer.why).toEqual({ rule: 'longest-idle', text: expect.any(String) });
    await subscriber.told.until('queue');
    await agent.request('accept', { conversationId: id });
    await subscriber.told.until<{ state: string }>('conversation', ({ state }) => state === 'live');
    const figures = (await get('/api/line/figures')) as unknown as { days: { endings: Record<string, number> }[]; ranges: { shown: number; within: number } };
    expect(figures.days[0]?.endings['accepted']).toBe(1);
    expect(figures.ranges).toMatchObject({ shown: 1, within: 1 });
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain('jiebang_wait_range_hit_ratio 1');
    subscriber.close();
    agent.close();
  });

  it('says so while no agent is online, by words and by tap, and connects at once only when one is', async () => {
    const asked = async (says: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> => {
      const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000006'), locale });
      const { seq } = await one.send(says);
      await one.told.until<{ state: string }>('conversation', ({ state }) => state === 'queued');
      const told = one.messages.filter((message) => message.from === 'bot' && message.seq > Number(seq)).map(({ text }) => text);
      await one.request('end', {});
      one.close();
      return told.join('\n');
    };
    const NOT_NOW = /^(?![\s\S]*(?:马上为您转接|正在为您优先|connecting you))/u;
    for (const says of ['转人工', '我要投诉你们', '我被诈骗了，骗子让我转账']) {
      expect(await asked(says)).toMatch(/排队转接[\s\S]*暂未上线/u);
      expect(await asked(says)).toMatch(NOT_NOW);
    }
    expect(await asked('talk to a human', 'en')).toMatch(/in line for a person[\s\S]*No agent is online yet/u);
    const tapped = await connectSubscriber(product.url, { locale: 'zh-CN' });
    await tapped.request('handoff', {});
    await tapped.told.until<WireMessage>('message', ({ from, text }) => from === 'system' && text.includes('暂未上线'));
    await tapped.request('end', {});
    tapped.close();
    const agent = await connectStaff(product.url, 'agent1@demo');
    expect(await asked('转人工')).toContain('马上为您转接人工客服');
    agent.close();
  });

  it('offers a call-back to whoever waits and asks to be called, and keeps the place', async () => {
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000015'), locale: 'zh-CN' });
    await one.request('handoff', {});
    const offered = await one.ask('能不能打电话给我');
    expect(offered.buttons?.map(({ id }) => id)).toEqual(['person:callback', 'line:leave']);
    const pressed = await one.press('person:callback', offered.buttons?.[0]?.value);
    expect((await answer(one, Number(pressed['seq']))).text).toMatch(/已登记回电，工单 JB-/u);
    expect(one.conversation?.state).toBe('queued');
    expect((await one.ask('can you call me instead?')).buttons?.map(({ id }) => id)).toEqual(['person:callback', 'line:leave']);
    await one.request('end', {});
    one.close();
  });

  it('keeps what was answered beside a wish that nobody can take up now', async () => {
    await close();
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000007') });
    const { seq } = await one.send('查话费余额，还有我们公司要开集团号');
    await one.told.until<WireMessage>('message', ({ buttons }) => buttons?.some(({ id }) => id === 'person:message') ?? false);
    const told = one.messages.filter((message) => message.seq > Number(seq)).map(({ text }) => text).join('\n');
    expect(told).toMatch(/余额是[\s\S]*不在服务时间/u);
    expect(told).not.toContain('转接');
    one.close();
  });
});
