/** One-time codes with the time in the test's hand: five minutes, five tries, one a minute, eight an hour, for one chat and one number. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { conversationId } from '../../../src/domain/ids.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { CODE_LIFE_MS, CODE_TRIES, CODES_AN_HOUR, RESEND_AFTER_MS, Verification } from '../../../src/identity/verification.js';
import type { OneTimeCodes, PendingCode, SendingLimit } from '../../../src/ports/one-time-codes.js';
import { HandClock } from '../../support/hand-clock.js';

const HERE = conversationId('here');
const THERE = conversationId('there');
const MINE = '13800000001' as Msisdn;
const OTHER = '13800000002' as Msisdn;

class CodesInMemory implements OneTimeCodes {
  readonly kept = new Map<string, PendingCode>();
  readonly #sendings: { msisdn: Msisdn; at: number }[] = [];

  async put(code: PendingCode, limit?: SendingLimit): Promise<boolean> {
    const sent = this.#sendings.filter(({ msisdn, at }) => msisdn === code.msisdn && at >= code.sentAt - (limit?.withinMs ?? 0));
    if (limit && (sent.length >= limit.most || sent.some(({ at }) => at > code.sentAt - limit.restMs))) return false;
    this.kept.set(code.key, code);
    this.#sendings.push({ msisdn: code.msisdn, at: code.sentAt });
    return true;
  }
  async find(key: string): Promise<PendingCode | null> {
    return this.kept.get(key) ?? null;
  }
  async takeTry(key: string): Promise<PendingCode | null> {
    const code = this.kept.get(key);
    if (!code || code.triesLeft === 0) return null;
    const taken = { ...code, triesLeft: code.triesLeft - 1 };
    this.kept.set(key, taken);
    return taken;
  }
  async remove(key: string): Promise<void> {
    this.kept.delete(key);
  }
  async sentTo(msisdn: Msisdn, since: number): Promise<readonly number[]> {
    return this.#sendings.filter((sent) => sent.msisdn === msisdn && sent.at >= since).map(({ at }) => at).reverse();
  }
}

describe('one-time codes', () => {
  let clock: HandClock;
  let codes: CodesInMemory;
  let phone: Map<Msisdn, string>;
  let isNetworkUp: boolean;
  let verification: Verification;
  let made: number;

  beforeEach(() => {
    clock = new HandClock();
    codes = new CodesInMemory();
    phone = new Map();
    isNetworkUp = true;
    made = 0;
    const ids = { next: () => 'id', secret: () => 'secret', digits: (count: number) => String((made += 111_111)).padStart(count, '0') };
    const texts = {
      send: (to: Msisdn, _text: string, code: string | null) => {
        if (!isNetworkUp) return Promise.reject(new Error('no network'));
        phone.set(to, code ?? '');
        return Promise.resolve();
      },
    };
    verification = new Verification({ codes, texts, clock, ids, secret: 'of this test' }, (code) => `code ${code}`);
  });
  const codeOn = (msisdn: Msisdn): string => phone.get(msisdn) ?? '';

  it('verify the number they were sent to, once', async () => {
    expect(await verification.request(HERE, MINE)).toEqual({ kind: 'sent' });
    expect(await verification.check(HERE, MINE, codeOn(MINE))).toEqual({ kind: 'verified', msisdn: MINE });
    expect(await verification.check(HERE, MINE, codeOn(MINE))).toEqual({ kind: 'not-here' });
  });

  it('are kept only as a hash', async () => {
    await verification.request(HERE, MINE);
    expect(JSON.stringify([...codes.kept.values()])).not.toContain(codeOn(MINE));
  });

  it('live five minutes, to the millisecond', async () => {
    await verification.request(HERE, MINE);
    clock.advance(CODE_LIFE_MS - 1);
    expect(await verification.isAwaited(HERE, MINE)).toBe(true);
    expect((await verification.check(HERE, MINE, 'wrong!')).kind).toBe('wrong');
    clock.advance(1);
    expect(await verification.isAwaited(HERE, MINE)).toBe(false);
    expect(await verification.check(HERE, MINE, codeOn(MINE))).toEqual({ kind: 'expired' });
    expect(CODE_LIFE_MS).toBe(300_000);
  });

  it('allow five tries, after which the right code does not help either', async () => {
    await verification.request(HERE, MINE);
    const answers = [];
    for (let tries = 0; tries < CODE_TRIES; tries += 1) answers.push(await verification.check(HERE, MINE, '000000'));
    expect(answers).toEqual([...[4, 3, 2, 1].map((triesLeft) => ({ kind: 'wrong', triesLeft })), { kind: 'used-up' }]);
    expect(await verification.check(HERE, MINE, codeOn(MINE))).toEqual({ kind: 'used-up' });
    expect(await verification.request(HERE, MINE)).toMatchObject({ kind: 'too-soon', counts: 'used-up' });
  });

  it('are sent again after a minute and not before; the new one replaces the old one and its tries', async () => {
    await verification.request(HERE, MINE);
    const first = codeOn(MINE);
    await verification.check(HERE, MINE, '000000');
    clock.advance(RESEND_AFTER_MS - 1_000);
    expect(await verification.request(HERE, MINE)).toEqual({ kind: 'too-soon', waitSeconds: 1, counts: 'here' });
    clock.advance(1_000);
    expect(await verification.request(HERE, MINE)).toEqual({ kind: 'sent' });
    expect(await verification.check(HERE, MINE, first)).toEqual({ kind: 'wrong', triesLeft: 4 });
    expect((await verification.check(HERE, MINE, codeOn(MINE))).kind).toBe('verified');
  });

  it('count a minute for the number, not for the chat that asks', async () => {
    await verification.request(HERE, MINE);
    expect(await verification.request(THERE, MINE)).toMatchObject({ kind: 'too-soon', counts: 'elsewhere' });
    expect((await verification.request(THERE, OTHER)).kind).toBe('sent');
  });

  it('go out at most eight times an hour to one number, from however many chats', async () => {
    for (let sent = 0; sent < CODES_AN_HOUR; sent += 1) {
      expect((await verification.request(conversationId(`chat-${sent}`), MINE)).kind).toBe('sent');
      clock.advance(RESEND_AFTER_MS);
    }
    expect(await verification.request(HERE, MINE)).toEqual({ kind: 'too-many' });
    clock.advance(3_600_000);
    expect((await verification.request(HERE, MINE)).kind).toBe('sent');
  });

  it('count for the chat they were asked in and no other', async () => {
    await verification.request(HERE, MINE);
    expect(await verification.check(THERE, MINE, codeOn(MINE))).toEqual({ kind: 'not-here' });
    expect((await verification.check(HERE, MINE, codeOn(MINE))).kind).toBe('verified');
  });

  it('count for the number they were sent to, whatever number the form shows by then', async () => {
    await verification.request(HERE, OTHER);
    expect(await verification.check(HERE, MINE, codeOn(OTHER))).toEqual({ kind: 'not-here' });
    expect(await verification.isAwaited(HERE, MINE)).toBe(false);
  });

  it('say so when the text message could not be handed over', async () => {
    isNetworkUp = false;
    expect(await verification.request(HERE, MINE)).toEqual({ kind: 'not-sent' });
  });
});
