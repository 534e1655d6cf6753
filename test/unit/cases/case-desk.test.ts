/** What happens to cases on the floor: owners, promises, deadlines and refunds, on two nodes over one database. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { DemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { openCaseDesk } from '../../../src/cases/case-desk.js';
import type { CaseDesk } from '../../../src/cases/case-desk.js';
import { CaseSweep } from '../../../src/cases/case-sweep.js';
import type { CaseRoom } from '../../../src/cases/room.js';
import type { Case } from '../../../src/domain/case.js';
import { CASE_RULES } from '../../../src/domain/case-rules.js';
import { noting } from '../../../src/domain/case-steps.js';
import { isRefusal, ProductError, refuse } from '../../../src/domain/errors.js';
import type { Refusal } from '../../../src/domain/errors.js';
import type { Fact } from '../../../src/domain/facts.js';
import { messageId, parseMsisdn, staffId } from '../../../src/domain/ids.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { Role, Staff } from '../../../src/domain/staff.js';
import { adding, aConversation, changed } from '../../contracts/record-builders.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually } from '../../support/until.js';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T02:00:00Z');
const DOUBLED = parseMsisdn('13800000009');
const [sqlite] = await testEngines();

const aMember = (id: string, role: Role = 'agent'): Staff => ({ id: staffId(id), email: `${id}@x`, name: id, role, skillGroups: ['billing'], languages: ['zh-CN'], isActive: true });
const [lina, wang, boss] = [aMember('lina'), aMember('wang'), aMember('boss', 'supervisor')];

let database: TestDatabase;
let store: Store;
let clock: HandClock;
let operator: DemoOperator;
let bus: MemoryBus;
let facts: Fact[];
let room: CaseRoom;
let desk: CaseDesk;
let sweeps: readonly CaseSweep[];

function done<Value extends object>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused} ${value.detail ?? ''}`);
  return value;
}

const alerts = () => facts.flatMap((fact) => (fact.type === 'alert.raised' ? [fact] : []));
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

beforeEach(async () => {
  if (!sqlite) throw new Error('SQLite is always there');
  clock = new HandClock(NOW);
  database = await sqlite.make();
  store = await database.open(clock);
  operator = createDemoOperator({ clock, orderBook: store.orders });
  bus = new MemoryBus({ error: () => undefined, warn: () => undefined });
  facts = [];
  bus.subscribe((fact) => facts.push(fact));
  room = {
    ...{ book: store.cases, log: store.log, waitingLine: store.line, board: store.presence, staff: store.staff, errands: store.errands, bus, clock, ids: new SystemIds(clock) },
    ...{ business: operator.businessSystem, orders: operator.orders, rules: () => CASE_RULES },
    onTrouble: (error) => {
      throw error;
    },
  };
  desk = openCaseDesk(room);
  sweeps = [new CaseSweep(room), new CaseSweep(room)];
});
afterEach(async () => {
  desk.stop();
  await database.drop();
});

async function aTalk(): Promise<Conversation> {
  const identity = DOUBLED === null ? null : { msisdn: DOUBLED, via: 'site-token' as const, at: NOW, stepUpUntil: null };
  const conversation = aConversation({ identity });
  await changed(store.log, adding(conversation, { from: 'subscriber', kind: 'text', text: '视频会员扣了我两次' }));
  return conversation;
}

async function aCaseIn(conversation: Conversation, kind: Case['kind'] = 'refund'): Promise<Case> {
  const wish = { kind, source: `${conversation.id}:1`, title: '重复扣费', msisdn: DOUBLED, conversationId: conversation.id, locale: 'zh-CN' } as const;
  return (await desk.cases.openFor(wish)).case;
}

async function says(conversation: Conversation, by: Staff, text: string): Promise<void> {
  const draft = { from: 'agent', kind: 'text', text, author: { staffId: by.id, name: by.name } } as const;
  const { messages } = await changed(store.log, adding(conversation, draft));
  for (const message of messages) bus.publish({ type: 'message.added', conversationId: conversation.id, channel: conversation.channel, message, ownerId: by.id });
}

describe('a case', () => {
  it('is one for each matter of a conversation: who asks again adds to it', async () => {
    const talk = await aTalk();
    const first = await aCaseIn(talk);
    const again = await desk.cases.openFor({ kind: 'refund', source: 'another turn', title: '快点', msisdn: DOUBLED, conversationId: talk.id, locale: 'zh-CN' });
    expect(again).toMatchObject({ isNew: false, case: { id: first.id } });
    expect(again.case.history.at(-1)).toMatchObject({ by: 'subscriber', text: '快点' });
  });

  it('is owned by the first agent who takes the conversation, and stays hers when another takes over and the subscriber says no', async () => {
    const talk = await aTalk();
    const opened = await aCaseIn(talk);
    await desk.start();
    const take = async (by: Staff) => {
      const owner = { staffId: by.id, name: by.name, since: clock.now() };
      await changed(store.log, { id: talk.id, step: (now) => ({ conversation: { ...now, state: 'live', owner }, additions: [], result: null }) });
      bus.publish({ type: 'agent.assigned', conversationId: talk.id, staffId: by.id, reason: 'accepted' });
      for (let round = 0; round < 20; round += 1) await settled();
    };
    await take(lina);
    await take(wang);
    done(await desk.cases.handTo(lina, opened.id, { staffId: wang.id, name: wang.name }));
    done(await desk.cases.askSolved(wang, opened.id, '已核对'));
    const again = done(await desk.cases.confirm(opened.id, { isSolved: false, comment: '没退' }));
    expect(again).toMatchObject({ owner: { staffId: 'lina' }, handler: { staffId: 'lina' }, stage: 'working', reopened: 1 });
  });

  it('belongs to its number, or to the conversation of somebody unknown, and to nobody else', async () => {
    const talk = await aTalk();
    const own = await aCaseIn(talk);
    const anonymous = await desk.cases.openFor({ kind: 'message', source: 'm', title: '请回电', msisdn: null, conversationId: aConversation().id, locale: 'zh-CN' });
    const elsewhere = { conversationId: aConversation().id, msisdn: null };
    expect(await desk.cases.ownCase(own.id, elsewhere)).toBeNull();
    expect(await desk.cases.ownCase(own.id, { conversationId: talk.id, msisdn: null })).toBeNull();
    expect(await desk.cases.ownCase(own.id, { ...elsewhere, msisdn: DOUBLED })).not.toBeNull();
    expect(await desk.cases.ownCase(anonymous.case.id, { ...elsewhere, msisdn: DOUBLED })).toBeNull();
  });
});

describe('a call-back', () => {
  const at = NOW + 3 * HOUR;
  const promised = () => desk.cases.open({ kind: 'call-back', source: 'cb', title: '回电：宽带', msisdn: DOUBLED, visitorId: null, conversationId: null, locale: 'zh-CN', callAt: at, by: 'subscriber' });
  const arrives = async (one: Staff, idleSince: number) => {
    await store.staff.save(one, null);
    await store.presence.set({ staffId: one.id, status: 'online', capacity: 3, leaseUntil: at + HOUR, isConnected: true, idleSince, lapses: 0, wrapUpUntil: 0 });
  };
  const sweepBoth = async () => (await Promise.all(sweeps.map((sweep) => sweep.sweep()))).reduce((sum, count) => sum + count, 0);
  const due = () => alerts().filter(({ kind }) => kind === 'call-back-due');

  it('is given when its time comes to one who is there and longest idle, who is told, once over all nodes', async () => {
    const one = await promised();
    await arrives(wang, NOW);
    await arrives(lina, NOW + 1);
    await arrives(boss, NOW + 2);
    clock.set(at - HOUR);
    await sweepBoth();
    expect(due()).toEqual([]);
    clock.set(at - 60_000);
    await sweepBoth();
    await sweepBoth();
    expect(await desk.cases.find(one.id)).toMatchObject({ handler: { staffId: 'wang' }, owner: { staffId: 'wang' } });
    expect(due()).toMatchObject([{ staffIds: ['wang'], text: { 'zh-CN': expect.stringContaining(one.number), en: expect.stringContaining('Call back now') } }]);
  });

  it('waits for whoever comes when nobody is there, and leaves one that somebody has already with them', async () => {
    const waiting = await promised();
    const taken = await desk.cases.open({ kind: 'call-back', source: 'cb2', title: '回电', msisdn: DOUBLED, visitorId: null, conversationId: null, locale: 'zh-CN', callAt: at, by: 'subscriber', owner: { staffId: lina.id, name: lina.name } });
    await store.staff.save(wang, null);
    await store.presence.set({ staffId: wang.id, status: 'online', capacity: 3, leaseUntil: at, isConnected: true, idleSince: NOW, lapses: 0, wrapUpUntil: 0 });
    clock.set(at);
    await sweepBoth();
    expect(due()).toEqual([]);
    await arrives(boss, NOW);
    await sweepBoth();
    expect(await desk.cases.find(waiting.id)).toMatchObject({ handler: { staffId: 'boss' } });
    expect(await desk.cases.find(taken.id)).toMatchObject({ handler: { staffId: 'lina' } });
    expect(due()).toHaveLength(1);
  });

  it('is given however many stand before it that somebody has, or that were asked for without a time', async () => {
    const others = { kind: 'call-back', title: '回电', msisdn: DOUBLED, visitorId: null, conversationId: null, locale: 'zh-CN', by: 'subscriber' } as const;
    for (let index = 0; index < 60; index += 1) {
      await desk.cases.open({ ...others, source: `had ${index}`, callAt: at - HOUR, owner: { staffId: lina.id, name: lina.name } });
      await desk.cases.open({ ...others, source: `untimed ${index}`, closeBy: at - HOUR });
    }
    const one = await promised();
    await arrives(wang, NOW);
    clock.set(at);
    await sweepBoth();
    expect(await desk.cases.find(one.id)).toMatchObject({ handler: { staffId: 'wang' } });
  });
});

describe('the sweep', () => {
  it('does not call a case overdue that was answered between being looked up and being told of', async () => {
    const opened = await aCaseIn(await aTalk());
    clock.advance(24 * HOUR);
    const answeredFirst = new Proxy(store.cases, {
      get: (book, name) => {
        const value: unknown = Reflect.get(book, name);
        if (name !== 'due' || typeof value !== 'function') return typeof value === 'function' ? (value.bind(book) as unknown) : value;
        return async (question: Parameters<typeof book.due>[0]) => {
          const due = await book.due(question);
          done(await desk.cases.note(lina, opened.id, { text: '查到了', isPublic: true }));
          return due;
        };
      },
    });
    expect(await new CaseSweep({ ...room, book: answeredFirst }).sweep()).toBe(0);
    const after = await desk.cases.find(opened.id);
    expect(after).toMatchObject({ alerted: 0, priority: 0 });
    expect(after?.history.map(({ kind }) => kind)).not.toContain('overdue');
    clock.advance(14 * 24 * HOUR);
    expect(await sweeps[0]?.sweep()).toBe(1);
  });

  it('tells of a deadline once when it is near and once when it has passed, however many nodes look', async () => {
    const opened = await aCaseIn(await aTalk());
    await desk.cases.note(lina, opened.id, { text: '在查', isPublic: false });
    const sweepAll = async () => (await Promise.all([...sweeps, ...sweeps].map((sweep) => sweep.sweep()))).reduce((sum, count) => sum + count, 0);
    expect(await sweepAll()).toBe(0);
    clock.advance(23 * HOUR);
    expect(await sweepAll()).toBe(1);
    expect(await sweepAll()).toBe(0);
    clock.advance(HOUR);
    expect(await sweepAll()).toBe(1);
    expect(await sweepAll()).toBe(0);
    expect(alerts().map(({ kind, staffIds }) => [kind, staffIds])).toEqual([['case-near-due', ['lina']], ['case-overdue', ['lina']]]);
    expect(alerts().map(({ text }) => text)).toEqual([{ 'zh-CN': expect.stringMatching(/^工单快到期了，.+ 前要答复：JB-/), en: expect.any(String) }, { 'zh-CN': expect.stringMatching(/^工单已超时，应在 .+ 前答复：JB-/), en: expect.any(String) }]);
    expect((await desk.cases.find(opened.id))?.priority).toBe(1);
  });

  it('alerts who promised before it is too late, and escalates what was broken', async () => {
    const talk = await aTalk();
    const opened = await aCaseIn(talk);
    await desk.start();
    await says(talk, lina, '您好，我今天下午给您回电。您今天能接电话吗？');
    const [made] = await eventually(() => desk.cases.promisesOf(opened.id), (made) => made.length > 0);
    expect(made).toMatchObject({ text: '您好，我今天下午给您回电。', by: { staffId: 'lina' }, state: 'open', dueAt: NOW + 8 * HOUR });
    clock.set(NOW + 7 * HOUR);
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    clock.set(NOW + 8 * HOUR);
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    expect(alerts().map(({ kind, staffIds }) => [kind, staffIds])).toEqual([['promise-near-due', ['lina']], ['promise-broken', ['lina']]]);
    expect(alerts().map(({ text }) => text)).toEqual([{ 'zh-CN': expect.stringMatching(/的承诺快到期了，.+ 前要兑现：JB-.+今天下午给您回电/), en: expect.stringContaining('is nearly due') }, { 'zh-CN': expect.stringContaining('的承诺没有兑现'), en: expect.stringContaining('was not kept') }]);
    const escalated = await desk.cases.find(opened.id);
    expect(escalated).toMatchObject({ priority: 1 });
    expect(escalated?.history.map(({ kind }) => kind)).toContain('promise-broken');
  });

  it('is silent about a promise that was kept', async () => {
    const talk = await aTalk();
    const opened = await aCaseIn(talk);
    await desk.start();
    await says(talk, lina, '我今天下午给您回电。');
    const [made] = await eventually(() => desk.cases.promisesOf(opened.id), (made) => made.length > 0);
    done(await desk.cases.keepPromise(lina, opened.id, made?.id ?? ''));
    clock.set(NOW + 9 * HOUR);
    for (const sweep of sweeps) await sweep.sweep();
    expect(alerts()).toEqual([]);
    expect(await desk.cases.keepPromise(lina, opened.id, 'nobody')).toMatchObject({ refused: 'not-found' });
  });

  it('calls nothing broken that an answer kept, though the node went down before it was marked', async () => {
    const talk = await aTalk();
    const opened = await aCaseIn(talk);
    const by = { staffId: lina.id, name: lina.name };
    const about = { id: 'made', caseId: opened.id, conversationId: talk.id, messageId: messageId('said'), msisdn: null, by, text: '24小时内回复您' };
    await store.cases.addPromise({ ...about, madeAt: NOW, dueAt: NOW + 24 * HOUR, state: 'open', endedAt: null, isNearTold: false });
    clock.set(NOW + HOUR);
    await store.cases.change(opened.id, (one) => noting(one, { by, text: '已经退回', now: clock.now(), isPublic: true }));
    clock.set(NOW + 24 * HOUR + 1);
    for (const sweep of sweeps) await sweep.sweep();
    expect(alerts().filter(({ kind }) => kind.startsWith('promise'))).toEqual([]);
    expect(await desk.cases.promisesOf(opened.id)).toMatchObject([{ id: 'made', state: 'kept' }]);
  });

  it('knows who has a chat that was accepted while no node listened', async () => {
    const talk = await aTalk();
    const opened = await aCaseIn(talk);
    const owner = { staffId: lina.id, name: lina.name, since: NOW };
    await changed(store.log, { id: talk.id, step: (now) => ({ conversation: { ...now, state: 'live', owner }, additions: [], result: null }) });
    await desk.start();
    await desk.start();
    expect((await desk.cases.find(opened.id))?.owner?.staffId).toBe('lina');
  });
});

describe('a double charge', () => {
  const wish = { month: '2026-10', itemCode: 'video-vip' };
  const balance = async () => (DOUBLED === null ? 0 : (await operator.businessSystem.balance(DOUBLED)).balanceFen);

  it('is found on the account, not in what anybody says', async () => {
    const opened = await aCaseIn(await aTalk());
    expect(await desk.refunds.wrongCharges(opened)).toEqual([expect.objectContaining(wish)]);
    expect(await desk.refunds.propose(lina, opened.id, { ...wish, month: '2026-09' })).toMatchObject({ refused: 'not-found' });
    expect(await desk.refunds.wrongCharges({ ...opened, msisdn: parseMsisdn('13800000001') })).toEqual([]);
  });

  it('goes back twice over within the agent’s authority, once, and is in the audit log', async () => {
    const opened = await aCaseIn(await aTalk());
    const before = await balance();
    const paid = done(await desk.refunds.propose(lina, opened.id, wish));
    const { refund } = paid;
    expect(refund).toMatchObject({ state: 'paid', refundFen: 2 * (refund?.chargedFen ?? 0) });
    expect((await balance()) - before).toBe(refund?.refundFen);
    expect(await desk.refunds.propose(lina, opened.id, wish)).toMatchObject({ refused: 'conflict' });
    const other = await aCaseIn(await aTalk(), 'complaint');
    expect(await desk.refunds.propose(wang, other.id, wish)).toMatchObject({ refused: 'not-found' });
    expect((await balance()) - before).toBe(refund?.refundFen);
    expect((await store.audit.list({ act: 'refund.proposed', limit: 5 })).map(({ target, staff }) => [target, staff?.id])).toEqual([[opened.number, 'lina']]);
  });

  it('above it waits until a second person has approved', async () => {
    const strict = openCaseDesk({ ...room, rules: () => ({ ...CASE_RULES, agentRefundFen: 100 }) });
    const opened = await aCaseIn(await aTalk());
    const before = await balance();
    expect(done(await strict.refunds.propose(lina, opened.id, wish)).refund?.state).toBe('waits');
    expect(await balance()).toBe(before);
    expect(alerts().map(({ kind, text }) => [kind, text])).toEqual([['refund-waits', { 'zh-CN': expect.stringMatching(/提出退费 .+ 元，等另一位审批：JB-/), en: expect.stringContaining('a second person has to approve') }]]);
    expect(await strict.refunds.decide(wang, opened.id, true)).toMatchObject({ refused: 'forbidden' });
    const paid = done(await strict.refunds.decide(boss, opened.id, true));
    expect(paid.refund).toMatchObject({ state: 'paid', decidedBy: { staffId: 'boss' } });
    expect((await balance()) - before).toBe(paid.refund?.refundFen);
  });

  it('is paid when asked for again, once, where the business system was away after the approval', async () => {
    let isAway = true;
    const orders: CaseRoom['orders'] = {
      ...operator.orders,
      refund: (...order) => (isAway ? Promise.reject(new ProductError('unavailable', 'away')) : operator.orders.refund(...order)),
    };
    const far = openCaseDesk({ ...room, orders });
    const opened = await aCaseIn(await aTalk());
    const before = await balance();
    await expect(far.refunds.propose(lina, opened.id, wish)).rejects.toThrow('away');
    expect((await far.cases.find(opened.id))?.refund?.state).toBe('approved');
    isAway = false;
    const [paid] = (await Promise.all([far.refunds.propose(wang, opened.id, wish), far.refunds.propose(lina, opened.id, wish)])).map(done);
    expect(paid?.refund).toMatchObject({ state: 'paid', proposedBy: { staffId: 'lina' } });
    expect((await balance()) - before).toBe(paid?.refund?.refundFen);
  });

  it('is paid by whoever sweeps next, once, where the node went down right after the approval', async () => {
    const dying = openCaseDesk({ ...room, orders: { ...operator.orders, refund: () => new Promise(() => undefined) } });
    const opened = await aCaseIn(await aTalk());
    const before = await balance();
    void dying.refunds.propose(lina, opened.id, wish);
    const found = () => eventually(() => store.cases.find(opened.id), (one) => one?.refund !== null);
    expect((await found())?.refund?.state).toBe('approved');
    // Whoever approved it may still be paying.
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    expect(await balance()).toBe(before);
    clock.advance(60_000);
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    const paid = await found();
    expect(paid).toMatchObject({ refund: { state: 'paid' }, firstAnswer: { metAt: clock.now() } });
    expect(paid?.history.filter(({ kind }) => kind === 'refund-paid')).toHaveLength(1);
    expect((await balance()) - before).toBe(paid?.refund?.refundFen);
  });

  it('is tried again ever less often while the business system is away, and keeps no other from being paid', async () => {
    let tries: string[] = [];
    const orders: CaseRoom['orders'] = {
      ...operator.orders,
      refund: (msisdn) => {
        tries.push(msisdn);
        return msisdn === DOUBLED ? Promise.reject(new ProductError('unavailable', 'away')) : Promise.resolve({ orderId: 'o' });
      },
    };
    const far = { ...room, orders, onTrouble: () => undefined };
    const opened = await aCaseIn(await aTalk());
    await expect(openCaseDesk(far).refunds.propose(lina, opened.id, wish)).rejects.toThrow('away');
    const other = await desk.cases.openFor({ kind: 'refund', source: 'other', title: '重复扣费', msisdn: parseMsisdn('13800000001'), conversationId: aConversation().id, locale: 'zh-CN' });
    await store.cases.change(other.case.id, (one) => ({ ...one, refund: { month: '2026-10', itemCode: 'x', item: 'X', chargedFen: 100, refundFen: 200, state: 'approved' as const, proposedBy: { staffId: lina.id, name: 'lina' }, decidedBy: null, orderId: null } }));
    tries = [];
    const sweep = new CaseSweep(far);
    for (let second = 0; second < 600; second += 5) {
      clock.advance(5_000);
      await sweep.sweep();
    }
    expect((await store.cases.find(other.case.id))?.refund?.state).toBe('paid');
    expect(tries.filter((msisdn) => msisdn === DOUBLED).length).toBeGreaterThan(2);
    expect(tries.filter((msisdn) => msisdn === DOUBLED).length).toBeLessThan(7);
  });

  it('that the business system will not take is told to supervisors once, tried on, and ended by one of them', async () => {
    let answer: Refusal | null = refuse('conflict', 'closed-account');
    const orders: CaseRoom['orders'] = { ...operator.orders, refund: (...order) => (answer ? Promise.resolve(answer) : operator.orders.refund(...order)) };
    const far = { ...room, orders, onTrouble: () => undefined };
    const strict = openCaseDesk(far);
    const opened = await aCaseIn(await aTalk());
    expect(await strict.refunds.propose(lina, opened.id, wish)).toMatchObject({ refused: 'conflict' });
    const sweep = new CaseSweep(far);
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(60_000);
      await sweep.sweep();
    }
    const called = alerts().filter(({ kind }) => kind === 'refund-stuck');
    expect(called).toMatchObject([{ staffIds: ['lina'], text: { 'zh-CN': expect.stringMatching(/业务系统不受理.+退费 .+ 元：JB-/), en: expect.stringContaining('does not take') }, ofCase: { id: opened.id } }]);
    expect(await store.cases.find(opened.id)).toMatchObject({ refund: { state: 'approved', isStuck: true } });
    const standing = async () => (await store.alerts.since(0, 50)).filter(({ kind }) => kind === 'refund-stuck').length;
    expect(await standing()).toBe(1);
    expect(await strict.refunds.decide(wang, opened.id, false)).toMatchObject({ refused: 'forbidden' });
    expect(await strict.refunds.decide(boss, opened.id, true)).toMatchObject({ refused: 'wrong-state' });
    const ended = done(await strict.refunds.decide(boss, opened.id, false));
    expect(ended.refund).toMatchObject({ state: 'refused', decidedBy: { staffId: 'boss' } });
    expect(ended.history.at(-1)).toMatchObject({ kind: 'refund-ended' });
    expect(alerts().at(-1)).toMatchObject({ kind: 'refund-ended', staffIds: ['lina'], toOneself: { staffId: 'lina', text: { 'zh-CN': expect.stringContaining('业务系统不受理') } } });
    expect((await store.audit.list({ act: 'refund.ended', limit: 5 })).map(({ target }) => target)).toEqual([opened.number]);
    expect(await standing()).toBe(0);
    answer = null;
    clock.advance(3_600_000);
    await sweep.sweep();
    expect((await store.cases.find(opened.id))?.refund?.state).toBe('refused');
    // Proposed anew it is another one.
    expect(done(await strict.refunds.propose(lina, opened.id, wish)).refund).toMatchObject({ state: 'paid' });
  });

  it('that was paid in the moment it was ended counts as paid', async () => {
    let pay: (() => void) | null = null;
    let isFirst = true;
    const orders: CaseRoom['orders'] = {
      ...operator.orders,
      refund: async (...order) => {
        if (isFirst) {
          isFirst = false;
          return refuse('conflict', 'not now');
        }
        await new Promise<void>((resolve) => (pay = resolve));
        return operator.orders.refund(...order);
      },
    };
    const far = openCaseDesk({ ...room, orders });
    const opened = await aCaseIn(await aTalk());
    await far.refunds.propose(lina, opened.id, wish);
    const again = far.refunds.propose(lina, opened.id, wish);
    await eventually(() => Promise.resolve(pay), (asked) => asked !== null);
    done(await far.refunds.decide(boss, opened.id, false));
    (pay as (() => void) | null)?.();
    expect(done(await again).refund).toMatchObject({ state: 'paid' });
    expect((await store.cases.find(opened.id))?.refund?.state).toBe('paid');
  });

  it('is told to who proposed it when the second person would not', async () => {
    const strict = openCaseDesk({ ...room, rules: () => ({ ...CASE_RULES, agentRefundFen: 100 }) });
    const opened = await aCaseIn(await aTalk());
    done(await strict.refunds.propose(lina, opened.id, wish));
    const before = await balance();
    expect(done(await strict.refunds.decide(boss, opened.id, false)).refund?.state).toBe('refused');
    expect(await balance()).toBe(before);
    expect(alerts().at(-1)).toMatchObject({
      kind: 'refund-refused',
      staffIds: ['lina'],
      text: { 'zh-CN': expect.stringMatching(/没有同意 .+ 提出的退费 .+ 元：JB-/) },
      toOneself: { staffId: 'lina', text: { 'zh-CN': expect.stringMatching(/没有同意您提出的退费/), en: expect.stringContaining('you proposed') } },
    });
  });
});
