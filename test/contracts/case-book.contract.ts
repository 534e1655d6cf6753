/** What every CaseBook promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Case } from '../../src/domain/case.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { alerting, askingFirst, askingSolved, newCase, noting } from '../../src/domain/case-steps.js';
import type { CaseOpening } from '../../src/domain/case-steps.js';
import { isRefusal, refuse } from '../../src/domain/errors.js';
import { caseId, conversationId, messageId, parseMsisdn, visitorId, type Msisdn } from '../../src/domain/ids.js';
import { breaking, keeping, nearlyDue } from '../../src/domain/promise.js';
import type { PromiseMade } from '../../src/domain/promise.js';
import type { CaseBook } from '../../src/ports/case-book.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

const HOUR = 3_600_000;

function aNumber(): Msisdn {
  const msisdn = parseMsisdn(`13${String(Math.trunc(Math.random() * 1e9)).padStart(9, '0')}`);
  if (msisdn === null) throw new Error('not a number');
  return msisdn;
}

function aCase(over: Partial<CaseOpening> = {}, now = START): Case {
  const opening: CaseOpening = {
    ...{ kind: 'complaint', source: randomUUID(), msisdn: aNumber(), visitorId: visitorId(randomUUID()), conversationId: conversationId(randomUUID()) },
    ...{ locale: 'zh-CN', title: '宽带三天没修好，我要投诉', by: 'subscriber' },
    ...over,
  };
  return newCase(caseId(randomUUID()), opening, { now, rules: CASE_RULES });
}

function aPromise(over: Partial<PromiseMade> = {}): PromiseMade {
  return {
    ...{ id: randomUUID(), caseId: null, conversationId: conversationId(randomUUID()), messageId: messageId(randomUUID()), msisdn: aNumber() },
    ...{ by: { staffId: aStaffId(), name: '李娜' }, text: '我们会在 24 小时内回复您。', madeAt: START, dueAt: START + 24 * HOUR },
    ...{ state: 'open', endedAt: null, isNearTold: false },
    ...over,
  };
}

const person = () => ({ staffId: aStaffId(), name: '李娜' });

export function caseBookContract(engine: TestEngine): void {
  describe(`the case book on ${engine.name}`, () => {
    let database: TestDatabase;
    let book: CaseBook;
    let other: CaseBook;

    beforeAll(async () => {
      database = await engine.make();
      book = (await database.open()).cases;
      other = (await database.open()).cases;
    });
    afterAll(() => database.drop());

    it('keeps one case for each source, however many ask at once, and gives it one number', async () => {
      const source = randomUUID();
      const opened = await Promise.all([book, other, book, other].map((one) => one.open(aCase({ source }))));
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      const [first] = opened;
      expect(first?.number).toMatch(/^JB-20251122-\d{4}$/);
      expect(first && (await other.find(first.id))).toEqual(first);
      expect(await book.find(caseId('nobody\0'))).toBeNull();
    });

    it('counts numbers by day, each given once', async () => {
      const day = START + 40 * 24 * HOUR;
      const numbers = (await Promise.all([book, other, book].map((one) => one.open(aCase({}, day))))).map(({ number }) => number);
      expect([...numbers].sort()).toEqual(['JB-20260101-0001', 'JB-20260101-0002', 'JB-20260101-0003']);
      expect((await book.list({ number: 'JB-20260101-0002' }, 5)).map(({ number }) => number)).toEqual(['JB-20260101-0002']);
    });

    it('tells what was changed since a time, the newest first', async () => {
      const day = START + 400 * 24 * HOUR;
      const [first, second] = [await book.open(aCase({}, day)), await book.open(aCase({}, day + 1_000))];
      await other.change(first.id, (one) => ({ ...one, updatedAt: day + 5_000 }));
      expect(await book.changedSince(day + 1_000, 10)).toEqual([{ id: first.id, version: first.version + 1, at: day + 5_000 }, { id: second.id, version: second.version, at: day + 1_000 }]);
      expect(await book.changedSince(day + 1_000, 1)).toHaveLength(1);
      expect(await book.changedSince(day + 5_001, 10)).toEqual([]);
    });

    it('makes changes one after another, whichever node asks', async () => {
      const { id } = await book.open(aCase());
      const by = person();
      const write = (index: number) => (index % 2 ? book : other).change(id, (one) => noting(one, { by, text: String(index), now: START, isPublic: false }));
      await Promise.all(Array.from({ length: 12 }, (_, index) => write(index)));
      const stored = await book.find(id);
      expect(stored?.version).toBe(13);
      expect(stored?.history.filter(({ kind }) => kind === 'note').map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
    });

    it('lets one of many claim the ownership', async () => {
      const { id } = await book.open(aCase());
      await Promise.all([book, other, book, other].map((one) => one.change(id, (found) => askingFirst(found, person(), START))));
      const stored = await book.find(id);
      expect(stored?.history.filter(({ kind }) => kind === 'owner')).toHaveLength(1);
    });

    it('leaves nothing behind of a change that is refused, that gives back what it got, or whose case is unknown', async () => {
      const opened = await book.open(aCase());
      expect(await book.change(opened.id, () => refuse('conflict'))).toEqual({ refused: 'conflict' });
      expect(await book.change(opened.id, (one) => one)).toEqual(opened);
      expect(await book.find(opened.id)).toEqual(opened);
      expect(await book.change(caseId('nobody'), (one) => one)).toMatchObject({ refused: 'not-found' });
    });

    it('finds cases by subscriber, conversation, person, kind and stage, and mixes nobody with anybody', async () => {
      const [lina, wang] = [person(), person()];
      const mine = await book.open(aCase({ owner: lina, kind: 'fault' }));
      const handed = await book.open(aCase({ owner: wang, kind: 'refund' }));
      await book.change(handed.id, (one) => ({ ...one, handler: lina }));
      const ids = async (filter: Parameters<CaseBook['list']>[0]) => (await other.list(filter, 10)).map(({ id }) => id).sort();
      expect(await ids({ staffId: lina.staffId })).toEqual([mine.id, handed.id].sort());
      expect(await ids({ ownerId: lina.staffId })).toEqual([mine.id]);
      expect(await ids({ handlerId: lina.staffId })).toEqual([mine.id, handed.id].sort());
      expect(await ids({ staffId: lina.staffId, kind: 'refund' })).toEqual([handed.id]);
      expect(await ids({ staffId: lina.staffId, stages: ['asked'] })).toEqual([]);
      expect(await ids({ msisdn: mine.msisdn ?? aNumber() })).toEqual([mine.id]);
      expect(await ids({ conversationId: mine.conversationId ?? conversationId('-') })).toEqual([mine.id]);
      expect(await ids({ msisdn: aNumber() })).toEqual([]);
    });

    it('lists what is due first, then what has no deadline running', async () => {
      const owner = person();
      const later = await book.open(aCase({ owner, kind: 'privacy-request' }));
      const soon = await book.open(aCase({ owner, kind: 'message' }));
      const done = await book.open(aCase({ owner }));
      await book.change(done.id, (one) => askingSolved(one, { by: owner, text: '', now: START }));
      expect((await book.list({ ownerId: owner.staffId }, 10)).map(({ id }) => id)).toEqual([soon.id, later.id, done.id]);
      expect((await book.list({ ownerId: owner.staffId }, 1)).map(({ id }) => id)).toEqual([soon.id]);
      expect((await book.list({ ownerId: owner.staffId, dueBy: START + 25 * HOUR }, 10)).map(({ id }) => id)).toEqual([soon.id]);
    });

    it('shows the sweep each deadline once when it is near and once when it has passed', async () => {
      const { id } = await book.open(aCase({ kind: 'message' }));
      const due = START + 24 * HOUR;
      const sees = async (now: number) => (await book.due({ near: now + HOUR, now, limit: 1_000 })).some((one) => one.id === id);
      expect(await sees(due - 2 * HOUR)).toBe(false);
      expect(await sees(due - HOUR)).toBe(true);
      await book.change(id, (one) => alerting(one, 1, due - HOUR));
      expect(await sees(due - 1)).toBe(false);
      expect(await sees(due)).toBe(true);
      const claims = await Promise.all([book, other, book].map((one) => one.change(id, (found) => alerting(found, 2, due))));
      expect(claims.filter((claim) => !isRefusal(claim))).toHaveLength(1);
      expect(await sees(due + HOUR)).toBe(false);
    });

    it('gives a refund that was approved and is not paid to one who asks, and to the next ever later', async () => {
      const { id } = await book.open(aCase());
      const refund = { month: '2026-10', itemCode: 'vip', item: '会员', chargedFen: 100, refundFen: 200, state: 'approved', proposedBy: person(), decidedBy: null, orderId: null } as const;
      await book.change(id, (one) => ({ ...one, refund }));
      const taken = async (now: number) => (await Promise.all([book, other, book].map((one) => one.takeUnpaid(now)))).filter((one) => one?.id === id).length;
      expect(await taken(START)).toBe(0);
      await other.change(id, (one) => noting(one, { by: person(), text: 'n', isPublic: false, now: START + 29_000 }));
      expect(await taken(START + 30_000)).toBe(1);
      expect(await taken(START + 60_000)).toBe(0);
      expect(await taken(START + 90_000)).toBe(1);
      expect(await taken(START + 150_000)).toBe(0);
      await book.change(id, (one) => ({ ...one, refund: { ...refund, state: 'paid', orderId: 'o' } }));
      expect(await taken(START + 99 * HOUR)).toBe(0);
    });

    it('keeps each promise once and finds it by case, conversation, subscriber and state', async () => {
      const made = aPromise({ caseId: caseId(randomUUID()) });
      const added = await Promise.all([book, other, book].map((one) => one.addPromise(made)));
      expect(added.filter(Boolean)).toHaveLength(1);
      const { caseId: ofCase, conversationId: conversation, msisdn } = made;
      expect(await other.promises({ ...(ofCase ? { caseId: ofCase } : {}) }, 5)).toEqual([made]);
      expect(await other.promises({ conversationId: conversation, state: 'open' }, 5)).toEqual([made]);
      expect(await other.promises({ ...(msisdn ? { msisdn } : {}), state: 'kept' }, 5)).toEqual([]);
      expect(await book.changePromise(made.id, (one) => keeping(one, START + 1))).toMatchObject({ state: 'kept', endedAt: START + 1 });
      expect(await book.changePromise('nobody', (one) => one)).toMatchObject({ refused: 'not-found' });
    });

    it('shows the sweep a promise once when it is near, and until it is kept or broken once it has passed', async () => {
      const made = aPromise({ dueAt: START + 5 * HOUR });
      await book.addPromise(made);
      const sees = async (now: number) => (await book.duePromises({ near: now + HOUR, now, limit: 1_000 })).some(({ id }) => id === made.id);
      expect(await sees(START)).toBe(false);
      expect(await sees(START + 4 * HOUR)).toBe(true);
      expect(await book.changePromise(made.id, nearlyDue)).toMatchObject({ isNearTold: true });
      expect(await book.changePromise(made.id, nearlyDue)).toEqual({ refused: 'gone' });
      expect(await sees(START + 4 * HOUR)).toBe(false);
      expect(await sees(START + 5 * HOUR)).toBe(true);
      const now = START + 5 * HOUR;
      const claims = await Promise.all([book, other].map((one) => one.changePromise(made.id, (found) => breaking(found, now))));
      expect(claims.filter((claim) => !isRefusal(claim))).toHaveLength(1);
      expect(await sees(START + 9 * HOUR)).toBe(false);
    });
  });
}
