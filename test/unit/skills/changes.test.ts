/** Nothing changes without a card that says what will, and a tap on it makes the change once. */
import { describe, expect, it } from '@jest/globals';
import type { ConfirmableChange } from '../../../src/domain/account.js';
import { conversationId } from '../../../src/domain/ids.js';
import type { SkillAnswer, SkillRequest } from '../../../src/skills/skill.js';
import { cardOf, find, messageOf, numberOf, sceneOn, type Scene, slotsOf } from './scene.js';

const DAY = '2026-11-22';

function changeOf(answer: SkillAnswer): ConfirmableChange {
  if (answer.kind !== 'confirms') throw new Error(`${answer.kind} instead of a card to confirm`);
  return answer.change;
}

async function tap(scene: Scene, skill: string, last: number, asked: Partial<SkillRequest>): Promise<SkillAnswer> {
  const shown = await scene.ask(skill, last, asked);
  const { token } = cardOf(shown, 'confirm');
  const commit = find(scene.skills, skill).commit;
  if (commit === undefined) throw new Error('a skill that changes nothing');
  return commit(scene.request(skill, last, { ...asked, text: '', orderKey: token }), changeOf(shown));
}

describe('a card to confirm', () => {
  it.each([
    ['plan-change', 1, { text: '换成畅享39' }],
    ['plan-change', 1, { text: '我要39块的' }],
    ['plan-change', 1, { text: '畅享59换成畅享39' }],
    ['plan-change', 1, { slots: { plan: 'smooth-39' } }],
    ['data-pack-buy', 3, { text: '10G的' }],
    ['data-pack-buy', 3, { text: '来个一天的' }],
    ['data-pack-buy', 3, { slots: { product: 'pack-20g' } }],
    ['vas-cancel', 14, { text: '音乐包退掉' }],
    ['vas-cancel', 9, { text: '退订业务' }],
    ['sim-lost', 1, { text: '手机丢了' }],
  ] as const)('%s of number %d says everything in words, and changes nothing', async (skill, last, asked) => {
    const scene = sceneOn(DAY);
    const before = JSON.stringify(await scene.operator.account(numberOf(last)));
    const shown = await scene.ask(skill, last, asked);
    const card = cardOf(shown, 'confirm');
    const { text, buttons } = messageOf(shown);
    for (const { value } of card.rows) expect(text).toContain(value);
    expect(card.rows.slice(-3).map(({ name }) => name)).toEqual(['费用', '生效', '约束']);
    expect(card.expiresAt).toBe(scene.request(skill, last).now + 600_000);
    expect(text).toContain('10 分钟内有效');
    expect(text).toContain(card.undo);
    expect(buttons?.slice(0, 2).map(({ id }) => id)).toEqual(['confirm', 'cancel']);
    expect(JSON.stringify(await scene.operator.account(numberOf(last)))).toBe(before);
  });

  it('changes the plan on a tap, and takes it back on another', async () => {
    const scene = sceneOn(DAY);
    const done = await tap(scene, 'plan-change', 1, { text: 'Smooth 39', locale: 'en' });
    expect(messageOf(done).text).toMatch(/Smooth 39 from 1 December 2026. Order number D\d+/u);
    expect((await scene.operator.businessSystem.planHolding(numberOf(1))).next?.plan.id).toBe('smooth-39');
    const undone = await tap(scene, 'plan-change', 1, { text: '撤销换套餐', orderKey: 'turn-2' });
    expect(messageOf(undone).text).toContain('已撤销');
    expect((await scene.operator.businessSystem.planHolding(numberOf(1))).next).toBeNull();
  });

  it('buys one pack however often the same card is confirmed', async () => {
    const scene = sceneOn(DAY);
    const [one, two] = [await tap(scene, 'data-pack-buy', 3, { text: '5GB月包' }), await tap(scene, 'data-pack-buy', 3, { text: '5GB月包' })];
    expect(messageOf(one).text).toBe(messageOf(two).text);
    expect((await scene.operator.businessSystem.usage(numberOf(3))).buckets.filter(({ source }) => source === 'pack')).toHaveLength(1);
  });

  it('speeds a slowed line up again', async () => {
    const scene = sceneOn(DAY);
    await tap(scene, 'data-pack-buy', 12, { text: '10GB月包' });
    expect((await scene.operator.businessSystem.usage(numberOf(12))).isThrottled).toBe(false);
    expect(messageOf(await scene.ask('slow-data', 12)).text).toContain('没有被限速');
  });

  it('ends an extra, says so afterwards, and does not offer it again', async () => {
    const scene = sceneOn(DAY);
    await tap(scene, 'vas-cancel', 14, { text: '视频会员不要了' });
    expect(messageOf(await scene.ask('vas-query', 14)).text).toContain('已退订，用到 2026年11月30日');
    const again = await scene.ask('vas-cancel', 14);
    expect(messageOf(again).buttons?.map(({ value }) => value)).not.toContain('product=video-vip');
  });

  it('blocks a lost line, and unblocks it when it is found', async () => {
    const scene = sceneOn(DAY);
    await tap(scene, 'sim-lost', 1, { text: '手机被偷了' });
    expect((await scene.operator.businessSystem.profile(numberOf(1))).status).toBe('lost-suspended');
    expect((await scene.ask('sim-lost', 1, { text: '手机丢了' })).kind).toBe('answered');
    await tap(scene, 'sim-lost', 1, { text: 'found my fone, pls unblok the sim', orderKey: 'turn-2' });
    expect((await scene.operator.businessSystem.profile(numberOf(1))).status).toBe('active');
  });

  it('does nothing when the ground has shifted since the card was shown', async () => {
    const scene = sceneOn(DAY);
    const shown = changeOf(await scene.ask('vas-cancel', 14, { text: '音乐包' }));
    await tap(scene, 'vas-cancel', 14, { text: '音乐包', orderKey: 'turn-0' });
    const late = await find(scene.skills, 'vas-cancel').commit?.(scene.request('vas-cancel', 14, { orderKey: 'turn-9' }), shown);
    expect(late === undefined ? '' : messageOf(late).text).toContain('没有办理');
  });
});

describe('what may not be done', () => {
  it.each([
    [2, 'plan-change', '换成59的', '逾期'],
    [8, 'plan-change', '降到39', '合约期内'],
    [1, 'plan-change', '银龄29', '60 岁'],
    [1, 'plan-change', '校园36', '学生'],
    [1, 'plan-change', '4G飞享58', '停止新办'],
    [18, 'data-pack-buy', '5GB月包', '停机'],
    [1, 'vas-cancel', '退音乐包', '没有订「音乐包」'],
    [1, 'sim-lost', '我要解挂', '没有挂失'],
  ] as const)('number %d, %s, 「%s」: the reason is said, and a person is offered or a choice', async (last, skill, text, reason) => {
    const answer = await sceneOn(DAY).ask(skill, last, { text });
    expect(answer.kind).not.toBe('confirms');
    expect(messageOf(answer).text).toContain(reason);
  });

  it('downgrades are asked for among the cheaper plans only', async () => {
    const { text } = messageOf(await sceneOn(DAY).ask('plan-change', 1, { text: '想降档' }));
    expect(text).toContain('轻享19');
    expect(text).not.toContain('5G畅行99');
  });
});

describe('tickets', () => {
  it.each([
    ['recharge-not-received', 11, { report: 'yes' }, 'payment'],
    ['slow-data', 1, { report: 'yes' }, 'fault'],
    ['no-signal', 1, { report: 'yes' }, 'fault'],
    ['broadband-fault', 10, { visit: '2026-11-24-am' }, 'fault'],
  ] as const)('%s of number %d opens one, once for one turn, and shows it in the progress', async (skill, last, slots, kind) => {
    const scene = sceneOn(DAY);
    const answer = await scene.ask(skill, last, { slots });
    expect(messageOf(await scene.ask(skill, last, { slots })).text).toBe(messageOf(answer).text);
    const [ticket, ...others] = await scene.operator.network.tickets(numberOf(last));
    expect(ticket?.kind).toBe(kind);
    expect(others).toEqual([]);
    const [opened, ...more] = scene.cases.all;
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ msisdn: numberOf(last), ticketId: ticket?.id });
    expect(messageOf(answer).text).toContain(opened?.number);
    // What is owed next: a first answer where one is promised, else the end of it.
    const dueAt = opened?.firstAnswer?.dueAt ?? opened?.close.dueAt;
    expect(messageOf(answer).promises).toMatchObject([{ dueAt, caseId: opened?.id }]);
    const progress = await scene.ask('ticket-progress', last);
    expect(messageOf(progress).text).toContain(opened?.number);
    expect(messageOf(progress).text).not.toContain(ticket?.id);
    expect(cardOf(progress, 'cases').rows).toMatchObject([{ name: opened?.number, dueAt }]);
    // What was ordered is not ordered once more by what is said next.
    for (const name of Object.keys(slots)) expect(slotsOf(answer)).not.toHaveProperty(name);
  });

  it.each([
    ['recharge-not-received', 11, { report: 'yes' }, '充值还没到'],
    ['slow-data', 1, { report: 'yes' }, '上网还是很慢'],
    ['no-signal', 1, { report: 'yes' }, '还是没信号'],
    ['broadband-fault', 10, { visit: '2026-11-24-am' }, '宽带还没修好'],
  ] as const)('%s of number %d asked again, in another chat too: where it stands, and no second ticket', async (skill, last, slots, text) => {
    const scene = sceneOn(DAY);
    const first = await scene.ask(skill, last, { slots });
    const elsewhere = { conversationId: conversationId('another'), orderKey: 'turn-2' };
    const number = scene.cases.all[0]?.number ?? '';
    for (const more of [{ text }, { text, slots }]) {
      const told = messageOf(await scene.ask(skill, last, { ...elsewhere, ...more }));
      expect(told.text).toContain(number);
      expect(told.text).not.toBe(messageOf(first).text);
      expect(told.buttons?.map(({ id, value }) => `${id} ${value ?? ''}`)).toEqual(['intent:ticket_progress ', 'handoff ']);
    }
    if (skill === 'broadband-fault') expect(messageOf(await scene.ask(skill, last, { text })).text).toContain('11月24日上午');
    expect(scene.cases.all).toHaveLength(1);
    expect(await scene.operator.network.tickets(numberOf(last))).toHaveLength(1);
  });

  it('a missing payment that the operator already traces is told of by its own ticket, and the case joins it', async () => {
    const scene = sceneOn(DAY);
    const { id } = await scene.operator.network.openTicket(numberOf(11), 'payment', 'by phone', 'elsewhere');
    expect(messageOf(await scene.ask('recharge-not-received', 11, { text: '充值还没到' })).text).toContain(id);
    // In a channel without cards the words alone count down.
    expect(messageOf(await scene.ask('ticket-progress', 11)).text).toMatch(new RegExp(`${id}.*（还有 \\d+ (天|小时)`, 'u'));
    await scene.ask('recharge-not-received', 11, { slots: { report: 'yes' } });
    expect(scene.cases.all).toMatchObject([{ ticketId: id }]);
    expect(await scene.operator.network.tickets(numberOf(11))).toHaveLength(1);
  });

  it.each([
    ['broadband-fault', 10, '帮我报修宽带', '断电'],
    ['no-signal', 1, '没信号，帮我报修', '飞行模式'],
    ['slow-data', 1, '网慢，报修', '飞行模式'],
  ] as const)('%s: who asks for a repair is not told to try steps first', async (skill, last, text, step) => {
    const scene = sceneOn(DAY);
    expect(messageOf(await scene.ask(skill, last, { text: '' })).text).toContain(step);
    const told = messageOf(await scene.ask(skill, last, { text })).text;
    expect(told).not.toContain(step);
    expect(told).toContain('登记报修');
  });

  it.each([
    ['in the small hours', '2026-11-21T16:30:00Z', ['2026-11-23-am', '2026-11-23-pm']],
    ['in the evening', '2026-11-22T12:00:00Z', ['2026-11-23-am', '2026-11-23-pm', '2026-11-24-am']],
  ])('no visit is offered that would come after the repair was to be done: %s', async (_when, at, offered) => {
    const now = Date.parse(at);
    const answer = await sceneOn(DAY).ask('broadband-fault', 10, { text: '宽带断了', now, today: '2026-11-22' });
    expect(messageOf(answer).buttons?.flatMap(({ value }) => value ?? [])).toEqual(offered.map((visit) => `visit=${visit}`));
  });

  it('no visit is booked for a day that is past, or broken', async () => {
    for (const visit of ['2026-11-22-am', '2020-01-01-pm', 'tomorrow', '2026-11-24']) {
      const scene = sceneOn(DAY);
      expect(messageOf(await scene.ask('broadband-fault', 10, { slots: { visit } })).text).toContain('刚刚测了');
      expect(await scene.operator.network.tickets(numberOf(10))).toEqual([]);
    }
  });

  it('a visitor learns of an outage by city, and is asked who it is only for a report', async () => {
    const { skills, request } = sceneOn(DAY);
    const visitor = { ...request('no-signal', 1), msisdn: null };
    const run = (more: Partial<SkillRequest>): Promise<SkillAnswer> => find(skills, 'no-signal').run({ ...visitor, ...more });
    expect(await run({})).toMatchObject({ kind: 'asks', slot: 'city' });
    expect(messageOf(await run({ slots: { city: '宁波' } })).text).toContain('抢修');
    expect(messageOf(await run({ entities: [{ kind: 'city', value: '杭州', text: '杭州', start: 0, end: 2 }] })).text).toContain('没有网络故障');
    expect(await run({ slots: { report: 'yes' } })).toEqual({ kind: 'needs-verification', level: 'basic' });
  });
});

describe('several extras on one card', () => {
  it('are each ended once however often the tap is worked on, and one that is refused holds up no other', async () => {
    const scene = sceneOn(DAY);
    const shown = await scene.ask('vas-cancel', 14, { text: '全部退订' });
    const { commit } = find(scene.skills, 'vas-cancel');
    if (shown.kind !== 'confirms' || !commit) throw new Error('no card');
    const alone = await scene.ask('vas-cancel', 14, { text: '云盘退订' });
    if (alone.kind !== 'confirms') throw new Error('no card');
    await commit(scene.request('vas-cancel', 14, { orderKey: 'elsewhere' }), alone.change);
    const tap = () => commit(scene.request('vas-cancel', 14, { orderKey: 'card' }), shown.change);
    const first = messageOf(await tap()).text;
    expect(first).toContain('6 项已退订');
    expect(first).toContain('没有办成：云盘');
    expect(messageOf(await tap()).text).toBe(first);
    expect(messageOf(await scene.ask('vas-cancel', 14, { text: '全部退订' })).text).toContain('都已退订');
  });
});

describe('one’s own records', () => {
  it.each([['导出你们保存的我的信息'], ['I want a copy of my data']])('「%s」 offers the copy for ten minutes', async (text) => {
    const scene = sceneOn(DAY);
    const { now } = scene.request('privacy-request', 1);
    expect(messageOf(await scene.ask('privacy-request', 1, { text })).copyUntil).toBe(now + 600_000);
  });

  it('are erased by the tap on the card alone, and only while the code is fresh', async () => {
    const scene = sceneOn(DAY);
    const asked = await scene.ask('privacy-request', 1, { text: '把我的聊天记录删除' });
    expect(asked).toMatchObject({ kind: 'confirms', change: { kind: 'erase-data' } });
    expect(scene.personal.erased).toEqual([]);
    const { commit } = find(scene.skills, 'privacy-request');
    if (asked.kind !== 'confirms' || !commit) throw new Error('no card');
    expect(await commit(scene.request('privacy-request', 1, { isSteppedUp: false }), asked.change)).toEqual({ kind: 'needs-verification', level: 'step-up' });
    expect(scene.personal.erased).toEqual([]);
    expect(messageOf(await commit(scene.request('privacy-request', 1), asked.change)).text).toContain('已经删除');
    expect(scene.personal.erased).toEqual([numberOf(1)]);
    expect(await scene.operator.network.tickets(numberOf(1))).toMatchObject([{ kind: 'privacy' }]);
  });

  it('are asked about before anything is done when the words say neither, or both', async () => {
    for (const text of ['我的个人信息', '我想导出然后删除我的信息']) {
      const answer = await sceneOn(DAY).ask('privacy-request', 1, { text });
      expect(messageOf(answer).buttons?.map(({ value }) => value)).toEqual(['request=export', 'request=delete', undefined]);
    }
  });
});
