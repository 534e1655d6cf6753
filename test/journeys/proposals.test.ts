/** What an agent puts before the subscriber: nothing before the tap, once with it, in the agent's name, and never over the subscriber's head. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireAccount } from '../../src/protocol/account.js';
import type { DeskConversation } from '../../src/protocol/desk.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

interface Account {
  readonly plan: { readonly plan: { readonly id: string }; readonly next: { readonly plan: { readonly id: string } } | null };
  readonly usage: { readonly buckets: readonly { readonly source: string }[] };
  readonly subscriptions: readonly { readonly productId: string; readonly endsOn: string | null }[];
  readonly tickets: readonly unknown[];
  readonly profile: { readonly status: string };
}
let made = 0;
const clientId = (): string => `p${(made += 1)}`;

describe.each(engines())('what an agent proposes, on $name', (engine) => {
  let product: Product;
  let env: Record<string, string>;
  const clients: Client[] = [];

  beforeAll(async () => {
    env = { ...(await engine.env()), RATE_LIMIT: 'off' };
    product = await startProduct({ env });
  });
  afterAll(async () => {
    await product.dispose();
    await engine.dispose();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      await client.request('end').catch(() => undefined);
      client.close();
    }
  });

  async function subscriber(auth: object): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, auth);
    clients.push(one);
    return one;
  }
  async function agent(email = 'agent1@demo'): Promise<StaffClient> {
    const one = await connectStaff(product.url, email);
    clients.push(one);
    return one;
  }
  const account = async (msisdn: string): Promise<Account> => (await (await fetch(`${product.url}/demo/accounts/${msisdn}`)).json()) as Account;
  const packsOf = async (msisdn: string): Promise<number> => (await account(msisdn)).usage.buckets.filter(({ source }) => source === 'pack').length;
  /** In conversation with the agent: verified, when a number is named. */
  async function live(msisdn: string | null): Promise<{ one: Subscriber; staff: StaffClient; id: string }> {
    const staff = await agent();
    const one = await subscriber(msisdn === null ? {} : { token: await siteToken(product.url, msisdn) });
    await one.ask('你好');
    await one.request('handoff', {});
    const id = one.conversation?.id ?? '';
    await staff.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === id);
    expect(await staff.request('accept', { conversationId: id })).toMatchObject({ ok: true });
    return { one, staff, id };
  }
  const card = (one: Subscriber, seq: unknown) => one.told.until<WireMessage>('message', (message) => message.seq === seq);
  const outcome = (one: Client, after: number) => one.told.until<WireMessage>('message', ({ seq, from, kind }) => seq > after && from === 'system' && kind === 'text');
  const confirmOf = (message: WireMessage): string => message.buttons?.find(({ id }) => id === 'confirm')?.value ?? '';
  async function propose(at: { staff: StaffClient; one: Subscriber; id: string }, kind: string, target?: string): Promise<WireMessage> {
    const put = await at.staff.request('propose', { conversationId: at.id, clientId: clientId(), kind, ...(target === undefined ? {} : { target }) });
    expect(put).toMatchObject({ ok: true, shown: true });
    return card(at.one, put['seq']);
  }
  async function audited(id: string): Promise<{ act: string; staff: { name: string } | null; detail: string }[]> {
    const token = await staffToken(product.url, 'admin@demo');
    const answer = await fetch(`${product.url}/api/audit?conversationId=${id}`, { headers: { authorization: `Bearer ${token}` } });
    return ((await answer.json()) as { entries: { act: string; staff: { name: string } | null; detail: string }[] }).entries;
  }

  it('shows the assistant’s own card in the agent’s name, changes nothing, and on the tap changes once, told to both', async () => {
    const at = await live('13800000004');
    const before = await packsOf('13800000004');
    const shown = await propose(at, 'pack', 'pack-10g');
    expect(shown).toMatchObject({ from: 'agent', kind: 'card', card: { type: 'confirm' } });
    expect(shown.agentName).toBeTruthy();
    expect(shown.buttons?.map(({ id }) => id)).toEqual(['confirm', 'cancel']);
    await at.one.told.until<WireConversation>('conversation', ({ proposal }) => proposal?.seq === shown.seq);
    expect(await packsOf('13800000004')).toBe(before);
    await Promise.all([at.one.press('confirm', confirmOf(shown)), at.one.press('confirm', confirmOf(shown))]);
    const told = await outcome(at.one, shown.seq);
    expect(told.text).toMatch(/已生效.*受理单号/);
    expect((await outcome(at.staff, shown.seq)).text).toBe(told.text);
    await at.one.told.until<WireConversation>('conversation', ({ proposal, lastSeq }) => proposal === undefined && lastSeq > shown.seq);
    expect(await packsOf('13800000004')).toBe(before + 1);
    // Another tap on the card that is over is answered by saying so.
    await at.one.press('confirm', confirmOf(shown));
    expect((await outcome(at.one, told.seq)).text).toContain('没有做任何变更');
    expect(await packsOf('13800000004')).toBe(before + 1);
    expect(at.one.messages.filter(({ from, seq }) => from === 'bot' && seq >= shown.seq)).toEqual([]);
    const acts = await audited(at.id);
    for (const act of ['change.proposed', 'change.confirmed']) expect(acts.find((entry) => entry.act === act)?.staff?.name).toBe(shown.agentName);
  });

  it('changes a plan, ends an extra, blocks a lost line and frees it again, each as its own card says', async () => {
    const at = await live('13800000001');
    const opened = await at.staff.request('account', { conversationId: at.id });
    const { plans, plan, extras, bills, payments } = opened['account'] as WireAccount;
    expect(bills).toHaveLength(6);
    expect(payments.length).toBeGreaterThan(0);
    const target = plans.find(({ id }) => id !== plan?.id)?.id ?? '';
    const tapped = async (kind: string, id?: string): Promise<void> => {
      const shown = await propose(at, kind, id);
      await at.one.press('confirm', confirmOf(shown));
      expect((await outcome(at.one, shown.seq)).text).not.toContain('没有做任何变更');
    };
    await tapped('plan', target);
    expect((await account('13800000001')).plan.next?.plan.id).toBe(target);
    const extra = extras.find(({ endsOn }) => endsOn === null);
    expect(extra).toBeDefined();
    await tapped('extra-off', extra?.id);
    expect((await account('13800000001')).subscriptions.find(({ productId }) => productId === extra?.id)?.endsOn).toEqual(expect.any(String));
    await tapped('suspend-lost');
    expect((await account('13800000001')).profile.status).toBe('lost-suspended');
    await tapped('resume-line');
    expect((await account('13800000001')).profile.status).toBe('active');
  });

  it('files a report by the subscriber’s tap below the steps, once, with its case', async () => {
    const at = await live('13800000003');
    const before = (await account('13800000003')).tickets.length;
    const shown = await propose(at, 'data-report');
    const report = shown.buttons?.[0];
    expect(report).toMatchObject({ id: 'intent:slow_data', value: 'report=yes' });
    await Promise.all([at.one.press('intent:slow_data', 'report=yes'), at.one.press('intent:slow_data', 'report=yes')]);
    expect((await outcome(at.one, shown.seq)).text).toMatch(/JB-\d{8}-\d{4}/);
    expect((await account('13800000003')).tickets).toHaveLength(before + 1);
  });

  it('tells both of a “no”, of a card taken back, and of one that a new one replaced', async () => {
    const at = await live('13800000005');
    const before = await packsOf('13800000005');
    const first = await propose(at, 'pack', 'pack-10g');
    await at.one.press('cancel');
    expect((await outcome(at.staff, first.seq)).text).toContain('取消');
    const second = await propose(at, 'pack', 'pack-10g');
    expect(await at.staff.request('propose:withdraw', { conversationId: at.id })).toMatchObject({ ok: true });
    await at.one.press('confirm', confirmOf(second));
    expect((await outcome(at.one, second.seq)).text).toContain('没有做任何变更');
    const third = await propose(at, 'pack', 'pack-10g');
    const fourth = await propose(at, 'pack', 'pack-10g');
    await at.one.press('confirm', confirmOf(third));
    expect((await outcome(at.one, fourth.seq)).text).toContain('没有做任何变更');
    expect(await packsOf('13800000005')).toBe(before);
    const tapped = await at.one.press('confirm', confirmOf(fourth));
    await outcome(at.one, Number(tapped['seq']));
    expect(await packsOf('13800000005')).toBe(before + 1);
  });

  it('tells the agent why something cannot be put, and puts nothing', async () => {
    const at = await live('13800000008');
    const wish = { conversationId: at.id, kind: 'plan' };
    const opened = await at.staff.request('account', { conversationId: at.id });
    const { plans, plan } = opened['account'] as WireAccount;
    const dearer = plans.find(({ monthlyFen }) => monthlyFen < (plan?.monthlyFen ?? 0))?.id;
    const refused = await at.staff.request('propose', { ...wish, clientId: clientId(), target: dearer ?? 'smooth-39' });
    expect(refused).toMatchObject({ ok: true, shown: false, reason: expect.stringContaining('合约') });
    expect(await at.staff.request('propose', { ...wish, clientId: clientId() })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await at.staff.request('propose', { ...wish, clientId: clientId(), kind: 'refund' })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await at.staff.request('propose', { ...wish, clientId: clientId(), target: 'nothing-like-it' })).toMatchObject({ ok: true, shown: false });
    expect(at.one.conversation?.proposal).toBeUndefined();
  });

  it('is the owner’s alone, and for a verified subscriber; nobody can tap in the subscriber’s place', async () => {
    const at = await live('13800000006');
    const other = await agent('agent2@demo');
    const boss = await agent('supervisor@demo');
    const wish = { conversationId: at.id, kind: 'pack', target: 'pack-10g' };
    for (const one of [other, boss]) expect(await one.request('propose', { ...wish, clientId: clientId() })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    expect(await other.request('account', { conversationId: at.id })).toMatchObject({ ok: false });
    const shown = await propose(at, 'pack', 'pack-10g');
    const before = await packsOf('13800000006');
    expect(await at.staff.request('send', { conversationId: at.id, clientId: clientId(), action: { id: 'confirm' } })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    await at.staff.send(at.id, '确认');
    // The subscriber's words are the agent's to answer; only a tap counts.
    await at.one.send('确认');
    // With the conversation the card goes: whoever takes over asks for herself.
    expect(await boss.request('takeover', { conversationId: at.id })).toMatchObject({ ok: true });
    await at.one.press('confirm', confirmOf(shown));
    expect((await outcome(at.one, shown.seq)).text).toContain('没有做任何变更');
    expect(await packsOf('13800000006')).toBe(before);
    const visitor = await live(null);
    expect(await visitor.staff.request('propose', { ...wish, conversationId: visitor.id, clientId: clientId() })).toMatchObject({ ok: false, error: { code: 'unverified' } });
  });

  it('puts one card however often the page sends it', async () => {
    const at = await live('13800000007');
    const wish = { conversationId: at.id, kind: 'pack', target: 'pack-10g', clientId: clientId() };
    const [first, second] = await Promise.all([at.staff.request('propose', wish), at.staff.request('propose', wish)]);
    expect(second?.['seq']).toBe(first?.['seq']);
    await card(at.one, first?.['seq']);
    const opened = await at.staff.request('open', { conversationId: at.id });
    expect((opened['messages'] as WireMessage[]).filter(({ card: shown }) => shown?.type === 'confirm')).toHaveLength(1);
    expect((opened['conversation'] as DeskConversation).proposal?.seq).toBe(first?.['seq']);
  });

  it('makes a tap that was acknowledged just before kill -9, once', async () => {
    const msisdn = '13800000010';
    const before = await packsOf(msisdn);
    const rounds = 2;
    for (let round = 0; round < rounds; round += 1) {
      const at = await live(msisdn);
      const shown = await propose(at, 'pack', 'pack-10g');
      const { resumeToken } = at.one.conversation ?? { resumeToken: '' };
      expect(await at.one.press('confirm', confirmOf(shown))).toMatchObject({ ok: true });
      for (const client of clients.splice(0)) client.close();
      product = await product.restart('SIGKILL');
      const back = await subscriber({ resumeToken, afterSeq: shown.seq });
      const told = await outcome(back, shown.seq);
      expect(told.text).not.toContain('没有做任何变更');
      expect(back.messages.filter(({ from, kind }) => from === 'system' && kind === 'text')).toHaveLength(1);
      expect(await packsOf(msisdn)).toBe(before + round + 1);
      expect((await audited(at.id)).filter(({ act }) => act === 'change.confirmed')).toHaveLength(1);
    }
  });
});
