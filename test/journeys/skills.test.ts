/** Changes and secrets of an account through the chat's socket: one card makes one change, and a secret needs a fresh code. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { accountOf } from '../support/account-truth.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { AccountDocument } from '../../src/adapters/operator/account-document.js';
import type { WireLocale, WireMessage } from '../../src/protocol/chat.js';

const WANG = '13800000001';
const CHEN = '13800000003';
const CAO = '13800000012';
const ZHU = '13800000014';

describe('changes and secrets', () => {
  let product: Product;
  const open: Subscriber[] = [];

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(async () => {
    for (const one of open) one.close();
    await product.dispose();
  });

  async function signedIn(msisdn: string, locale: WireLocale = 'zh-CN'): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, msisdn), locale });
    open.push(one);
    return one;
  }

  async function answerTo(one: Subscriber, ack: Promise<{ readonly [key: string]: unknown }>): Promise<WireMessage> {
    const { seq } = await ack;
    return one.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > Number(seq));
  }

  const termsOf = ({ card }: WireMessage) => (card?.type === 'confirm' ? { names: card.rows.slice(-3).map(({ name }) => name), empty: card.rows.filter(({ value }) => value === ''), undo: card.undo, openMs: (card.expiresAt ?? 0) - Date.now() } : null);

  it.each([
    [CHEN, 'zh-CN', '订10G流量包', ['费用', '生效', '约束']],
    [WANG, 'zh-CN', '换成畅享39套餐', ['费用', '生效', '约束']],
    [ZHU, 'en', 'cancel my music extra', ['Cost', 'Starts', 'Binds you']],
    [ZHU, 'en', 'I lost my phone, block my SIM', ['Cost', 'Starts', 'Binds you']],
  ] as const)('are shown to %s in %s with cost, start, bond, undo and a term: %s', async (msisdn, locale, asked, names) => {
    const shown = await (await signedIn(msisdn, locale)).ask(asked);
    const terms = termsOf(shown);
    expect(terms).toMatchObject({ names, empty: [] });
    expect(terms?.undo.length).toBeGreaterThan(5);
    expect(terms?.openMs).toBeGreaterThan(9 * 60_000);
    expect(terms?.openMs).toBeLessThanOrEqual(10 * 60_000);
  });

  it('are made once by two taps in the same moment', async () => {
    const one = await signedIn(CHEN);
    const shown = await one.ask('订10G流量包');
    const token = shown.card?.type === 'confirm' ? shown.card.token : '';
    const taps = await Promise.all([one.press('confirm', token), one.press('confirm', token)]);
    const last = Math.max(...taps.map(({ seq }) => Number(seq)));
    await one.told.until<WireMessage>('message', ({ from, text }) => from === 'bot' && text.includes('已经用过或失效'));
    expect(one.messages.filter(({ from, text, seq }) => from === 'bot' && seq > last - 2 && text.includes('受理单号'))).toHaveLength(1);
    const left = await one.ask('流量还剩多少');
    expect(left.text.match(/10 GB/gu)?.length).toBeGreaterThan(0);
    expect(left.card?.type === 'usage' ? left.card.buckets.filter(({ total }) => total === 10_240) : []).toHaveLength(1);
  });

  it('are not made by a button of an earlier card, which says so and leaves the open card as it is', async () => {
    const one = await signedIn(CAO);
    const buttonOf = (message: WireMessage, id: string): string | undefined => message.buttons?.find((button) => button.id === id)?.value;
    const earlier = await one.ask('换成畅享39套餐');
    const open = await one.ask('订10G流量包');
    const confirmed = await answerTo(one, one.press('confirm', buttonOf(earlier, 'confirm')));
    expect(confirmed.text).toMatch(/已经失效[\s\S]*没有做任何变更[\s\S]*10 ?GB/u);
    expect(buttonOf(confirmed, 'confirm')).toBe(buttonOf(open, 'confirm'));
    expect((await answerTo(one, one.press('cancel', buttonOf(earlier, 'cancel')))).text).toContain('已经失效');
    // Clients that name no card mean the one that is open.
    expect((await answerTo(one, one.press('confirm'))).text).toMatch(/10 ?GB[\s\S]*受理单号/u);
    expect((await answerTo(one, one.press('cancel', buttonOf(open, 'cancel')))).text).toContain('已经用过或失效');
    expect(one.messages.filter(({ from }) => from === 'subscriber').map(({ text }) => text)).toEqual(expect.arrayContaining(['确认办理', '先不办']));
  });

  it('show the PUK only after a fresh code, also to those whose page signed them in', async () => {
    const one = await signedIn(WANG);
    const asked = await one.ask('我的PUK码是多少');
    expect(asked.card).toMatchObject({ type: 'form', form: 'verify.code' });
    expect(asked.text).not.toMatch(/\d{8}/u);
    const { code } = (await (await fetch(`${product.url}/demo/sms/${WANG}`)).json()) as { code: string };
    const told = await answerTo(one, one.send(code));
    expect(told.text).toMatch(/PUK 码是 \d{8}/u);
  });

  it('name plan advice whose sums are those of the account', async () => {
    const one = await signedIn(WANG);
    const { card } = await one.ask('按我的用量推荐个套餐');
    const account = accountOf((await (await fetch(`${product.url}/demo/accounts/${WANG}`)).json()) as AccountDocument);
    const months = account.bills.slice(0, 3);
    expect(card?.type).toBe('comparison');
    const options = card?.type === 'comparison' ? card.options : [];
    const now = options.find(({ id }) => id === 'smooth-59');
    const overFen = months.flatMap(({ items }) => items).filter(({ kind }) => kind.startsWith('overage')).reduce((sum, { amountFen }) => sum + amountFen, 0);
    expect(now?.averageFen).toBe((now?.monthlyFen ?? 0) + Math.round(overFen / months.length));
  });

  it.each([
    ['13800000008', '营业厅周末几点关门', 'store-hours-guangdong'],
    [null, '上海的营业厅几点开门', 'store-hours-shanghai'],
    [null, '4G飞享58还可以办理吗', 'smooth-59-plan'],
  ] as const)('leave what holds for one place or plan only, or is withdrawn, to the right article: %s asks %s', async (msisdn, asked, article) => {
    const one = msisdn === null ? await connectSubscriber(product.url) : await signedIn(msisdn);
    open.push(one);
    const { citations } = await one.ask(asked);
    expect(citations?.[0]?.articleId).toBe(article);
  });

  it('never answer from an article of another place than the one asked about', async () => {
    const one = await connectSubscriber(product.url);
    open.push(one);
    const { citations = [] } = await one.ask('成都的营业厅几点开门');
    for (const { articleId } of citations) expect(articleId).not.toMatch(/store-hours-(?:guangdong|shanghai)/u);
  });
});
