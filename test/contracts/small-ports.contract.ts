/** What presence, one-time codes, orders and secrets promise. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/adapters/store/store.js';
import { parseMsisdn, type Msisdn } from '../../src/domain/ids.js';
import type { PendingCode } from '../../src/ports/one-time-codes.js';
import type { OrderRecord } from '../../src/ports/order-book.js';
import type { PresenceRow } from '../../src/ports/presence-board.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

const HOUR_MS = 3_600_000;

function aNumber(): Msisdn {
  const digits = String(Math.trunc(Math.random() * 1e9)).padStart(9, '0');
  const msisdn = parseMsisdn(`13${digits}`);
  if (msisdn === null) throw new Error('not a number');
  return msisdn;
}

function aCode(over: Partial<PendingCode> = {}): PendingCode {
  return { key: randomUUID(), msisdn: aNumber(), codeHash: 'hash', sentAt: START, expiresAt: START + 300_000, triesLeft: 5, ...over };
}

function aRow(over: Partial<PresenceRow> = {}): PresenceRow {
  return { staffId: aStaffId(), status: 'online', capacity: 3, leaseUntil: START + 15_000, isConnected: true, idleSince: START, lapses: 0, wrapUpUntil: 0, ...over };
}

export function smallPortsContract(engine: TestEngine): void {
  let database: TestDatabase;
  let store: Store;
  let other: Store;

  const opened = () => {
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());
  };

  describe(`the presence board on ${engine.name}`, () => {
    opened();

    it('shows what was set last', async () => {
      const row = aRow();
      await store.presence.set(row);
      await store.presence.set({ ...row, status: 'away', capacity: 1, isConnected: false });
      expect(await other.presence.find(row.staffId)).toEqual({ ...row, status: 'away', capacity: 1, isConnected: false });
      expect(await other.presence.find(aStaffId())).toBeNull();
    });

    it('renews the leases of those given and of nobody else', async () => {
      const [one, two, three] = [aRow(), aRow(), aRow()];
      for (const row of [one, two, three]) await store.presence.set(row);
      await store.presence.renew([one.staffId, two.staffId, aStaffId()], START + 99_000, false);
      await store.presence.renew([], START, true);
      const renewed = { leaseUntil: START + 99_000, isConnected: false };
      const rows = (await store.presence.all()).filter((row) => [one, two, three].some(({ staffId }) => staffId === row.staffId));
      expect(rows).toHaveLength(3);
      expect(rows).toEqual(expect.arrayContaining([{ ...one, ...renewed }, { ...two, ...renewed }, three]));
    });

    it('shows all rows as they are after every kind of change, whoever made it', async () => {
      const row = aRow();
      const by = engine.name === 'SQLite' ? store : other;
      const seen = async () => (await store.presence.all()).find(({ staffId }) => staffId === row.staffId);
      await by.presence.set(row);
      expect(await seen()).toEqual(row);
      expect(await store.presence.all()).toBe(await store.presence.all());
      await by.presence.set({ ...row, capacity: 7 });
      expect(await seen()).toMatchObject({ capacity: 7 });
      await by.presence.renew([row.staffId], START + 20_000, false);
      expect(await seen()).toMatchObject({ leaseUntil: START + 20_000, isConnected: false });
      await by.presence.touchIdle(row.staffId, START + 1, START + 2);
      expect(await seen()).toMatchObject({ idleSince: START + 1, wrapUpUntil: START + 2 });
      await by.presence.countLapse(row.staffId);
      expect(await seen()).toMatchObject({ lapses: 1 });
      await by.presence.clearLapses(row.staffId);
      expect(await seen()).toMatchObject({ lapses: 0 });
    });

    it('moves only the idle time and the wrap-up when a service ends', async () => {
      const row = aRow();
      await store.presence.set(row);
      await store.presence.touchIdle(row.staffId, START + 5, START + 9);
      expect(await store.presence.find(row.staffId)).toEqual({ ...row, idleSince: START + 5, wrapUpUntil: START + 9 });
    });

    it('counts lapses one by one, whoever counts at once, until they are cleared', async () => {
      const row = aRow();
      await store.presence.set(row);
      const counts = await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 === 0 ? store : other).presence.countLapse(row.staffId)));
      expect(counts.sort()).toEqual([1, 2, 3, 4, 5, 6]);
      await other.presence.clearLapses(row.staffId);
      expect(await store.presence.find(row.staffId)).toEqual(row);
      expect(await store.presence.countLapse(aStaffId())).toBe(0);
    });
  });

  describe(`one-time codes on ${engine.name}`, () => {
    opened();

    it('keeps one code for each key, the last', async () => {
      const code = aCode();
      await store.codes.put(code);
      const second = { ...code, codeHash: 'another', sentAt: START + 60_000, triesLeft: 5 };
      await store.codes.put(second);
      expect(await other.codes.find(code.key)).toEqual(second);
      await store.codes.remove(code.key);
      expect(await other.codes.find(code.key)).toBeNull();
    });

    it('gives out five tries and no more, whoever asks at once', async () => {
      const code = aCode();
      await store.codes.put(code);
      const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? store : other).codes.takeTry(code.key)));
      const left = tries.flatMap((taken) => (taken === null ? [] : [taken.triesLeft]));
      expect(left.sort()).toEqual([0, 1, 2, 3, 4]);
      expect(await store.codes.takeTry(code.key)).toBeNull();
      expect(await store.codes.takeTry('unknown\0')).toBeNull();
    });

    it('lets no more codes go to a number than its limit, whoever asks at once and wherever', async () => {
      const msisdn = aNumber();
      const limit = { restMs: 60_000, most: 3, withinMs: HOUR_MS };
      const ask = async (sentAt: number) => (await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other).codes.put(aCode({ msisdn, sentAt }), limit)))).filter(Boolean).length;
      expect([await ask(START), await ask(START + 59_999), await ask(START + 60_000), await ask(START + 120_000), await ask(START + 180_000)]).toEqual([1, 0, 1, 1, 0]);
      expect(await store.codes.sentTo(msisdn, 0)).toHaveLength(3);
    });

    it('remembers when codes were sent to a number, from whichever chat, newest first', async () => {
      const msisdn = aNumber();
      for (const minutes of [1, 3, 2]) await store.codes.put(aCode({ msisdn, sentAt: START + minutes }));
      const replaced = aCode({ msisdn, sentAt: START + 4 });
      await store.codes.put(replaced);
      await store.codes.put({ ...replaced, sentAt: START + 5 });
      await store.codes.remove(replaced.key);
      expect(await store.codes.sentTo(msisdn, START + 2)).toEqual([START + 5, START + 4, START + 3, START + 2]);
      expect(await store.codes.sentTo(aNumber(), START)).toEqual([]);
    });

    it('forgets what is older than any limit looks back', async () => {
      const old = aCode();
      await store.codes.put(old);
      await store.codes.put(aCode({ msisdn: old.msisdn, sentAt: START + 100 * HOUR_MS }));
      expect(await store.codes.find(old.key)).toBeNull();
      expect(await store.codes.sentTo(old.msisdn, 0)).toEqual([START + 100 * HOUR_MS]);
    });
  });

  describe(`the order book on ${engine.name}`, () => {
    opened();

    it('keeps the first record of a key, whoever asks at once', async () => {
      const msisdn = aNumber();
      const order = (id: string): OrderRecord => ({ key: 'k', id, msisdn, at: START, kind: 'plan', targetId: 'smooth-59', effectiveOn: '2026-12-01' });
      const answers = await Promise.all(['a', 'b', 'c', 'd'].map((id, index) => (index % 2 === 0 ? store : other).orders.put(order(id))));
      expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
      expect(await store.orders.of(msisdn)).toEqual([answers[0]]);
    });

    it('lists the records of a number, oldest first', async () => {
      const msisdn = aNumber();
      const ticket = (at: number): OrderRecord => ({ key: randomUUID(), id: `t-${at}`, msisdn, at, kind: 'ticket', ticketKind: 'fault', note: '没信号\0' });
      for (const at of [START + 2, START + 1, START + 3]) await store.orders.put(ticket(at));
      expect((await other.orders.of(msisdn)).map((record) => record.at)).toEqual([START + 1, START + 2, START + 3]);
      expect((await other.orders.of(msisdn))[0]).toMatchObject({ note: '没信号\0' });
    });
  });

  describe(`the server's secrets on ${engine.name}`, () => {
    opened();

    it('makes a secret once, the same for all who ask and after a restart', async () => {
      const answers = await Promise.all([store, other, store, other].map((one) => one.secrets.getOrCreate('visitor-tokens')));
      const [secret] = answers;
      expect(new Set(answers).size).toBe(1);
      expect(Buffer.from(secret ?? '', 'base64url')).toHaveLength(32);
      const later = await database.open();
      expect(await later.secrets.getOrCreate('visitor-tokens')).toBe(secret);
      expect(await later.secrets.getOrCreate('another')).not.toBe(secret);
    });
  });
}
