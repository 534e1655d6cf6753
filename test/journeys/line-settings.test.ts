/** Every setting of the line by its effect on somebody else: as it is, once a supervisor has changed it, and after a restart. */
import { describe, expect, it } from '@jest/globals';
import type { WireBoard } from '../../src/protocol/board.js';
import type { QueuePlace } from '../../src/protocol/chat.js';
import type { LineNow } from '../../src/protocol/desk.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { idOf, inState, offeredTo, passing, placeOf, told, withLineFloor } from '../support/line-floor.js';
import type { LineFloor } from '../support/line-floor.js';
import type { Offered } from '../support/line-floor.js';

/** Long enough for the line to have moved, had it been going to. */
const A_WHILE_MS = 4_000;
const COMES_WITHIN_MS = 20_000;
const NO_HEAD_START = { vip: 0, unhappy: 0, elder: 0, urgent: 0 };
const EVEN = { normal: 1, vip: 1, unhappy: 1, elder: 1, urgent: 1 };

let floor: LineFloor;
withLineFloor(async (opened) => {
  floor = opened;
  await floor.hire('zhonly', { languages: ['zh-CN'], skillGroups: ['general', 'billing'] });
  await floor.hire('enonly', { languages: ['en'], skillGroups: ['general', 'billing'] });
});

/** To whom it is offered, and the reason that is shown to them. */
async function firstOffer(one: Subscriber, desks: Readonly<Record<string, StaffClient>>): Promise<string> {
  return Promise.any(Object.entries(desks).map(async ([name, desk]) => `${name}, ${(await offeredTo(desk, one)).why?.rule}`));
}
/** What is wanted to come is waited for as long as a busy machine may need; what is not, for as long as it would take to come. */
async function within({ ms, late, wanted }: { ms: number; late: string; wanted: string }, event: Promise<string>): Promise<string> {
  event.catch(() => undefined);
  return Promise.race([event, passing(wanted === late ? ms : Math.max(ms, COMES_WITHIN_MS)).then(() => late)]);
}

async function byLanguage(): Promise<string> {
  const zhonly = await floor.desk('zhonly', 1);
  const enonly = await floor.desk('enonly', 1);
  return firstOffer(await floor.waiting({ locale: 'en' }), { zhonly, enonly });
}
/** The only one who speaks the language is busy, another is free. */
async function byPatience(wanted: string): Promise<string> {
  const enonly = await floor.desk('enonly', 1);
  await floor.serve(enonly, await floor.waiting({ locale: 'en' }));
  const zhonly = await floor.desk('zhonly', 1);
  return within({ ms: 3_000, late: 'waits', wanted }, firstOffer(await floor.waiting({ locale: 'en' }), { zhonly }));
}
/** The one who had this subscriber before has just finished; a colleague is idle for longer. */
async function byPrevious(): Promise<string> {
  const agent1 = await floor.desk('agent1', 2);
  const one = await floor.waiting({ msisdn: '13800000011' });
  await floor.serve(agent1, one);
  const agent2 = await floor.desk('agent2', 2);
  await agent1.request('close', { conversationId: idOf(one), disposition: 'solved' });
  const again = await floor.waiting({ msisdn: '13800000011' });
  return firstOffer(again, { agent1, agent2 });
}
/** One answers for the open case, another had the chat last. */
async function byCaseOwner(): Promise<string> {
  const agent1 = await floor.desk('agent1', 2);
  const first = await floor.waiting({ msisdn: '13800000014' });
  await floor.serve(agent1, first);
  await floor.call('POST', '/api/cases', { as: 'agent1@demo', body: { clientId: `case-${Date.now()}`, kind: 'complaint', title: '多次未解决', conversationId: idOf(first) } });
  await agent1.request('close', { conversationId: idOf(first), disposition: 'follow-up' });
  await agent1.request('presence', { status: 'away' });
  const agent2 = await floor.desk('agent2', 2);
  const second = await floor.waiting({ msisdn: '13800000014' });
  await floor.serve(agent2, second);
  await agent2.request('close', { conversationId: idOf(second), disposition: 'solved' });
  await agent1.request('presence', { status: 'online' });
  return firstOffer(await floor.waiting({ msisdn: '13800000014' }), { agent1, agent2 });
}

const WHO = {
  vip: { msisdn: '13800000019' },
  unhappy: { says: '你们太差劲了，气死我了！给我转人工！' },
  elder: { msisdn: '13800000006' },
  urgent: { says: '我被诈骗了，骗子让我转账' },
} as const;
const IMPAIRED = { says: '我是盲人，看不见屏幕，转人工' } as const;

/** Where somebody of a rank stands who came after somebody of none. */
const placeBehind = (who: { msisdn?: string; says?: string }) => async (): Promise<string> => {
  await floor.waiting();
  const one = await floor.waiting(who);
  await one.told.until('queue');
  return `place ${placeOf(one)}`;
};
/** How much of her capacity the supervisor's board shows an agent to use for one such chat. */
const loadOf = (who: { msisdn?: string; says?: string }) => async (): Promise<string> => {
  const agent = await floor.desk('agent1', 5);
  await floor.serve(agent, await floor.waiting(who));
  const supervisor = await floor.desk('supervisor', 0);
  const board = (await supervisor.request('board', { on: true }))['board'] as WireBoard | undefined;
  const found = (board ?? (await supervisor.told.until<WireBoard>('board'))).agents.find(({ chats }) => chats === 1);
  return `load ${found?.load}`;
};
async function roomFor(wanted: string): Promise<string> {
  const agent = await floor.desk('agent1', 3);
  await floor.serve(agent, await floor.waiting(WHO.urgent));
  const next = await floor.waiting();
  return within({ ms: A_WHILE_MS, late: 'waits', wanted }, offeredTo(agent, next).then(() => 'offered'));
}
async function offerTime(): Promise<string> {
  const agent = await floor.desk('agent1', 1);
  const { expiresAt } = await offeredTo(agent, await floor.waiting());
  return expiresAt - Date.now() > 21_000 ? 'longer' : 'twenty seconds at most';
}
async function afterLapse(wanted: string): Promise<string> {
  const agent = await floor.desk('agent1', 1);
  const one = await floor.waiting();
  await offeredTo(agent, one);
  await agent.told.until<Offered & { reason: string }>('offer:withdrawn', ({ conversationId, reason }) => conversationId === idOf(one) && reason === 'lapsed');
  const away = agent.told.until('desk', () => agent.told.of<{ status: string }>('desk').at(-1)?.status === 'away');
  return within({ ms: 1_000, late: 'online', wanted }, away.then(() => 'away'));
}
async function accepting(): Promise<string> {
  const agent = await floor.desk('agent1', 1);
  const one = await floor.waiting();
  return Promise.any([offeredTo(agent, one).then(() => 'offered'), agent.told.until<{ reason: string }>('assigned', ({ reason }) => reason === 'auto').then(() => 'assigned')]);
}
async function silence(wanted: string): Promise<string> {
  const agent = await floor.desk('agent1', 1);
  const one = await floor.waiting();
  await Promise.any([inState(one, 'live'), offeredTo(agent, one).then(() => agent.request('accept', { conversationId: idOf(one) }))]);
  await inState(one, 'live');
  return within({ ms: 5_000, late: 'stays', wanted }, told(one, ({ text }) => text.includes('没有及时回复')).then(() => 'back in line'));
}
/** The subscriber goes on asking: it is the first question that has waited longest. */
async function unanswered(wanted: string): Promise<string> {
  const supervisor = await floor.desk('supervisor', 0);
  const agent = await floor.desk('agent1', 5);
  const one = await floor.waiting();
  await floor.serve(agent, one);
  await agent.send(idOf(one), '您好');
  const called = supervisor.told.until<{ kind: string }>('alert', ({ kind, conversationId }: { kind: string; conversationId?: string }) => kind === 'silent-agent' && conversationId === idOf(one));
  const asked = (async () => {
    for (let times = 0; times < 9; times += 1) {
      await one.send('在吗');
      await passing(1_000);
    }
  })();
  const seen = await within({ ms: 9_000, late: 'nobody is called', wanted }, called.then(() => 'a supervisor is called'));
  await asked;
  return seen;
}
async function afterService(wanted: string): Promise<string> {
  const agent = await floor.desk('agent1', 1);
  const [one, next] = [await floor.waiting(), await floor.waiting()];
  await floor.serve(agent, one);
  await agent.request('close', { conversationId: idOf(one), disposition: 'solved' });
  return within({ ms: A_WHILE_MS, late: 'later', wanted }, offeredTo(agent, next).then(() => 'at once'));
}
async function overCap(): Promise<string> {
  await floor.waiting();
  const ack = await (await floor.visitor()).request('handoff');
  return ack['queued'] === true ? 'waits too' : `is told: ${String(ack['reason'])}`;
}

interface Row {
  readonly path: string;
  readonly change: object;
  /** What holds besides, before and after. */
  readonly given?: object;
  readonly effect: (wanted: string) => Promise<string>;
  readonly before: string;
  readonly after: string;
}

/** All of one list may be in force at once. */
const LISTS: readonly (readonly Row[])[] = [
  [
    { path: 'languagePatienceSeconds', change: { languagePatienceSeconds: 0 }, effect: byPatience, before: 'waits', after: 'zhonly, longest-idle' },
    { path: 'headStartMinutes.vip', change: { headStartMinutes: { vip: 0 } }, effect: placeBehind(WHO.vip), before: 'place 1', after: 'place 2' },
    { path: 'headStartMinutes.unhappy', change: { headStartMinutes: { unhappy: 0 } }, effect: placeBehind(WHO.unhappy), before: 'place 1', after: 'place 2' },
    { path: 'headStartMinutes.elder', change: { headStartMinutes: { elder: 0 } }, effect: placeBehind(WHO.elder), before: 'place 1', after: 'place 2' },
    { path: 'headStartMinutes.elder, said of oneself', change: { headStartMinutes: { elder: 0 } }, effect: placeBehind(IMPAIRED), before: 'place 1', after: 'place 2' },
    { path: 'headStartMinutes.urgent', change: { headStartMinutes: { urgent: 0 } }, effect: placeBehind(WHO.urgent), before: 'place 1', after: 'place 2' },
    { path: 'weights.normal', change: { weights: { normal: 3 } }, effect: loadOf({}), before: 'load 1', after: 'load 3' },
    { path: 'weights.vip', change: { weights: { vip: 3 } }, effect: loadOf(WHO.vip), before: 'load 1', after: 'load 3' },
    { path: 'weights.unhappy', change: { weights: { unhappy: 3 } }, effect: loadOf(WHO.unhappy), before: 'load 1', after: 'load 3' },
    { path: 'weights.elder', change: { weights: { elder: 3 } }, effect: loadOf(WHO.elder), before: 'load 1', after: 'load 3' },
    { path: 'weights.urgent', change: { weights: { urgent: 3 } }, effect: roomFor, before: 'offered', after: 'waits' },
    { path: 'offerSeconds', change: { offerSeconds: 60 }, effect: offerTime, before: 'twenty seconds at most', after: 'longer' },
    { path: 'silentAgentSeconds', change: { silentAgentSeconds: 3 }, effect: unanswered, before: 'nobody is called', after: 'a supervisor is called' },
    { path: 'wrapUpSeconds', change: { wrapUpSeconds: 60 }, effect: afterService, before: 'at once', after: 'later' },
  ],
  [
    { path: 'isLanguageMatched', change: { isLanguageMatched: false }, effect: byLanguage, before: 'enonly, language', after: 'zhonly, longest-idle' },
    { path: 'isPreviousAgentFirst', change: { isPreviousAgentFirst: false }, effect: byPrevious, before: 'agent1, previous-agent', after: 'agent2, longest-idle' },
    { path: 'isCaseOwnerFirst', change: { isCaseOwnerFirst: false }, given: { isPreviousAgentFirst: false }, effect: byCaseOwner, before: 'agent1, case-owner', after: 'agent2, longest-idle' },
    { path: 'isAgeing', change: { isAgeing: false }, given: { headStartMinutes: NO_HEAD_START }, effect: placeBehind(WHO.vip), before: 'place 2', after: 'place 1' },
    { path: 'lapsesUntilAway', change: { lapsesUntilAway: 1 }, given: { offerSeconds: 5 }, effect: afterLapse, before: 'online', after: 'away' },
  ],
  [
    { path: 'isAutoAccept', change: { isAutoAccept: true }, effect: accepting, before: 'offered', after: 'assigned' },
    { path: 'firstReplySeconds', change: { firstReplySeconds: 2 }, effect: silence, before: 'stays', after: 'back in line' },
    { path: 'lineCap', change: { lineCap: 1 }, effect: overCap, before: 'waits too', after: 'is told: full' },
  ],
];

const USUAL = {
  ...{ isLanguageMatched: true, languagePatienceSeconds: 60, isCaseOwnerFirst: true, isPreviousAgentFirst: true, isAgeing: true },
  ...{ headStartMinutes: { vip: 5, unhappy: 15, elder: 30, urgent: 240 }, weights: EVEN, offerSeconds: 20, lapsesUntilAway: 3 },
  ...{ isAutoAccept: false, firstReplySeconds: 60, silentAgentSeconds: 120, wrapUpSeconds: 0, lineCap: 0, longestWaitMinutes: 60 },
};

function merged(...changes: readonly object[]): object {
  const whole: Record<string, unknown> = {};
  for (const change of changes) {
    for (const [key, value] of Object.entries(change)) whole[key] = typeof value === 'object' ? { ...(whole[key] as object | undefined), ...(value as object) } : (value as unknown);
  }
  return whole;
}

for (const [index, rows] of LISTS.entries()) {
  describe(`settings of the line, ${index + 1} of ${LISTS.length}`, () => {
    it.each(rows)('$path changes what others see at once', async ({ change, given = {}, effect, before, after }) => {
      await floor.set('line', merged(USUAL, given));
      expect(await effect(before)).toBe(before);
      await floor.clear();
      await floor.set('line', merged(USUAL, given, change));
      expect(await effect(after)).toBe(after);
    });

    it('hold after a restart, all of them', async () => {
      await floor.set('line', merged(USUAL, ...rows.map(({ given = {} }) => given), ...rows.map(({ change }) => change)));
      await floor.restart();
      const seen: Record<string, string> = {};
      for (const { path, effect, after } of rows) {
        seen[path] = await effect(after);
        await floor.clear();
      }
      expect(seen).toEqual(Object.fromEntries(rows.map(({ path, after }) => [path, after])));
    }, 300_000);
  });
}

describe('the longest wait, and what an admin lets somebody do', () => {
  /** Of an agent for other matters: how long it may take for whoever waits, and whether she has the board. */
  const seenOf = async (name: string): Promise<string> => {
    const desk = await floor.desk(name, 1);
    const one = await floor.waiting();
    const { eta } = await one.told.until<QueuePlace>('queue');
    const why = eta === null ? 'nobody is there' : (await offeredTo(desk, one)).why?.rule;
    const { ok } = await desk.request('board', { on: true });
    await floor.clear();
    return `${why}, ${ok ? 'has the board' : 'no board'}`;
  };

  it('are kept to after a restart: who waited that long is asked how to go on, and groups and role count', async () => {
    await floor.set('line', { ...USUAL, longestWaitMinutes: 1 });
    const profile = { languages: ['zh-CN'], skillGroups: ['security'] };
    const id = await floor.hire('narrow', profile);
    expect(await seenOf('narrow')).toBe('nobody is there, no board');
    const staff = { email: 'narrow@journeys.example', name: 'narrow', isActive: true, ...profile };
    await floor.call('PUT', `/api/staff/${id}`, { as: 'admin@demo', body: { ...staff, role: 'supervisor', skillGroups: ['security', 'general'] } });
    expect(await seenOf('narrow')).toBe('longest-idle, has the board');
    await floor.restart();
    const [agent, served] = [await floor.desk('agent1', 1), await floor.waiting()];
    await floor.serve(agent, served);
    const supervisor = await floor.desk('supervisor', 0);
    const one = await floor.waiting();
    await passing(45_000);
    // Whoever comes back from an agent has not waited while they were served.
    await agent.request('presence', { status: 'away' });
    const givenBackAt = Date.now();
    expect(await agent.request('transfer', { conversationId: idOf(served), to: { skill: 'general' }, note: '' })).toMatchObject({ ok: true });
    await agent.told.until<LineNow>('queue', ({ waiting }) => waiting.some(({ conversationId, waitingSince }) => conversationId === idOf(served) && waitingSince >= givenBackAt));
    await one.told.until<QueuePlace>('queue', ({ position }) => position === 2);
    expect(one.conversation?.state).toBe('queued');
    await supervisor.told.until<{ kind: string }>('alert', ({ kind }) => kind === 'line-slow');
    const choice = await told(one, ({ buttons }) => buttons?.some(({ id }) => id === 'person:callback') ?? false);
    expect(choice.text).not.toBe('');
    await inState(one, 'bot');
    expect(served.conversation?.state).toBe('queued');
    await served.request('end');
    expect(await seenOf('narrow')).toBe('longest-idle, has the board');
  }, 150_000);
});
