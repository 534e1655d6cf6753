/** Routine questions through the door subscribers use: every figure is the account's, to the fen, wherever the account is kept. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { questionsFor } from '../support/account-questions.js';
import { accountOf, billTruth, balanceTruth, explanationTruth, monthName, sumsIn } from '../support/account-truth.js';
import type { Account, Truth } from '../support/account-truth.js';
import { startBusinessProcess } from '../support/business-process.js';
import type { BusinessProcess } from '../support/business-process.js';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { AccountDocument } from '../../src/adapters/operator/account-document.js';
import type { WireLocale, WireMessage } from '../../src/protocol/chat.js';

const CAST = Array.from({ length: 20 }, (_, index) => String(13_800_000_001 + index));
/** Business systems read their figures every few minutes. */
const READ_WITHIN_MS = 10 * 60_000;

/** Empty when the answer is right; else what is wrong with it, so that one run shows every wrong answer at once. */
function faultsOf(answer: WireMessage, truth: Truth): string[] {
  const { text, card } = answer;
  const faults = truth.says.filter((part) => !text.includes(part)).map((part) => `does not say ${part}`);
  const foreign = sumsIn(text).filter((fen) => truth.sumsFen.length > 0 && !truth.sumsFen.includes(fen));
  if (foreign.length > 0) faults.push(`says ${foreign.join(', ')} fen, which the account does not have`);
  if (truth.card === null) return faults;
  if (!fits(card, truth.card)) faults.push(`card ${JSON.stringify(card)} instead of ${JSON.stringify(truth.card)}`);
  if (truth.changes && card?.type === 'bill-change') {
    const pairs = (changes: readonly { beforeFen: number; afterFen: number }[]) => changes.map(({ beforeFen, afterFen }) => `${beforeFen} → ${afterFen}`).sort();
    if (pairs(card.changes).join() !== pairs(truth.changes).join()) faults.push(`changes ${pairs(card.changes).join()} instead of ${pairs(truth.changes).join()}`);
    const explained = card.changes.reduce((sum, { beforeFen, afterFen }) => sum + afterFen - beforeFen, 0);
    if (explained !== card.totalFen - card.previousTotalFen) faults.push('the items do not add up to the difference');
  }
  const asOf = card && 'asOf' in card ? card.asOf : 0;
  const ageMs = Date.now() - asOf;
  if (ageMs < 0 || ageMs > READ_WITHIN_MS || !text.includes(chinaClock(asOf)) || !/截至|as of/i.test(text)) faults.push('does not say as of when');
  return faults;
}

const chinaClock = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);

function fits(got: unknown, wanted: unknown): boolean {
  try {
    expect(got).toMatchObject(wanted as object);
    return true;
  } catch {
    return false;
  }
}

describe('routine questions', () => {
  const open: Subscriber[] = [];
  afterAll(() => {
    for (const one of open) one.close();
  });

  async function signedIn(product: Product, msisdn: string, locale: WireLocale = 'zh-CN'): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, msisdn), locale });
    open.push(one);
    return one;
  }
  async function document(product: Product, msisdn: string): Promise<Account> {
    return accountOf((await (await fetch(`${product.url}/demo/accounts/${msisdn}`)).json()) as AccountDocument);
  }

  /** One conversation with everything in it; returns what was wrong, by subscriber and question. */
  async function wrongAnswers(product: Product, msisdn: string, locale: WireLocale): Promise<string[]> {
    const account = await document(product, msisdn);
    const subscriber = await signedIn(product, msisdn, locale);
    const wrong: string[] = [];
    for (const { text, truth } of questionsFor(account, locale, Number(msisdn.slice(-2)))) {
      const answer = await subscriber.ask(text);
      const [fault, ...more] = faultsOf(answer, truth);
      if (fault !== undefined) wrong.push(`${msisdn} 「${text}」 answered as ${answer.intent}: ${fault} (and ${more.length} more)`);
    }
    return wrong;
  }
  async function wrongAnswersOf(product: Product, cast: readonly string[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const msisdn of cast) {
      const both = await Promise.all((['zh-CN', 'en'] as const).map((locale) => wrongAnswers(product, msisdn, locale)));
      wrong.push(...both.flat());
    }
    return wrong;
  }

  describe.each(engines())('on $name', (engine) => {
    let product: Product;
    beforeAll(async () => {
      product = await startProduct({ env: { ...(await engine.env()), RATE_LIMIT: 'off' } });
    });
    afterAll(async () => {
      await product.dispose();
      await engine.dispose();
    });

    it('are answered from the account for the whole cast, in both languages, in free words, with what the bills differ in', async () => {
      const cast = engine.name === 'SQLite' ? CAST : CAST.slice(0, 5);
      expect(await wrongAnswersOf(product, cast)).toEqual([]);
    });

    it('are followed up in context: the month before, the one before that, and why', async () => {
      const account = await document(product, '13800000004');
      const [newest, before, earlier] = account.bills as [Account['bills'][0], Account['bills'][0], Account['bills'][0]];
      const inOrder: readonly [string, Truth][] = [
        ['我还有多少话费', balanceTruth(account, 'zh-CN')],
        ['那上个月账单呢', billTruth(account, newest, 'zh-CN')],
        ['那再上个月呢', billTruth(account, before, 'zh-CN')],
        ['再往前一个月呢', billTruth(account, earlier, 'zh-CN')],
        ['为什么多了', explanationTruth(account, earlier, 'zh-CN')],
        ['谢谢', { card: null, says: [], sumsFen: [] }],
        [`那${monthName(newest.month, 'zh-CN')}的呢`, explanationTruth(account, newest, 'zh-CN')],
      ];
      const subscriber = await signedIn(product, '13800000004');
      for (const [text, truth] of inOrder) expect([text, ...faultsOf(await subscriber.ask(text), truth)]).toEqual([text]);
    });
  });

  describe('with the business system in another process, its figures drawn anew', () => {
    let business: BusinessProcess;
    let product: Product;
    beforeAll(async () => {
      business = await startBusinessProcess();
      product = await startProduct({ env: { BSS_URL: business.url, RATE_LIMIT: 'off' } });
    });
    afterAll(async () => {
      await product.dispose();
      await business.kill();
    });

    /** What was read is told for some seconds, so that each trouble is of a subscriber whose account nobody has read yet. */
    it.each([
      ['killed', '13800000005'],
      ['frozen', '13800000006'],
    ] as const)('get a plain sentence and a person while it is %s, and figures again afterwards', async (trouble, msisdn) => {
      const subscriber = await signedIn(product, msisdn);
      const truth = balanceTruth(accountOf(await business.account(msisdn)), 'zh-CN');
      if (trouble === 'killed') await business.kill();
      else business.freeze();
      for (const text of ['查下余额', '上个月账单', '流量还剩多少']) {
        const answer = await subscriber.ask(text);
        expect(answer.card).toBeUndefined();
        expect(answer.text).not.toMatch(/\d/);
        expect(answer.text.length).toBeGreaterThan(10);
        expect(answer.buttons?.map(({ id }) => id)).toContain('handoff');
      }
      expect((await subscriber.ask('怎么充值')).citations?.length).toBeGreaterThan(0);
      expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
      expect(await subscriber.request('handoff')).toMatchObject({ ok: true, queued: true });

      if (trouble === 'killed') await business.restart();
      else business.goOn();
      // After several failures the system is left alone for a moment.
      while ((await fetch(`${product.url}/demo/accounts/${msisdn}`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
      const other = await signedIn(product, msisdn);
      expect(faultsOf(await other.ask('查下余额'), truth)).toEqual([]);
      await subscriber.request('end');
    });

    it('are answered with that process’s figures', async () => {
      for (const msisdn of CAST.slice(0, 3)) {
        const [shown, kept] = [await document(product, msisdn), accountOf(await business.account(msisdn))];
        expect({ ...shown, asOf: null }).toEqual({ ...kept, asOf: null });
      }
      expect({ seed: business.seed, wrong: await wrongAnswersOf(product, CAST) }).toEqual({ seed: business.seed, wrong: [] });
    });
  });
});
