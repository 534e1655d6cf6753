/** Guarantees of whole turns: what is done, once, and what is remembered; with skills and readings made up for the purpose. */
import { describe, expect, it } from '@jest/globals';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import { Assistant } from '../../../src/dialogue/assistant.js';
import type { ConfirmableChange } from '../../../src/domain/account.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, messageId, parseMsisdn, visitorId } from '../../../src/domain/ids.js';
import type { Message, MessageDraft } from '../../../src/domain/message.js';
import type { Reading } from '../../../src/domain/reading.js';
import type { Reply } from '../../../src/domain/reply.js';
import { Knowledge } from '../../../src/knowledge/knowledge.js';
import type { BusinessSystem } from '../../../src/ports/business-system.js';
import type { PublishedContent, Revision as PublishedRevision } from '../../../src/ports/published-content.js';
import type { Skill, SkillAnswer, SkillRequest } from '../../../src/skills/skill.js';
import { definition, INTENTS, memory, reading, surely } from './situations.js';

const NOW = 1_795_000_000_000;
const CHANGE: ConfirmableChange = { kind: 'plan', targetId: 'lite-19', priceDifferenceFen: -2000, effectiveOn: '2026-12-01', boundUntil: null };

const text = (words: string): MessageDraft => ({ from: 'bot', kind: 'text', text: words });
const says = (words: string, slots = {}): SkillAnswer => ({ kind: 'answered', messages: [text(words)], slots });

/** Plays turns against skills by id; `readings` says what each text is understood as. */
function table(skills: Readonly<Record<string, (request: SkillRequest) => SkillAnswer>>, readings: Readonly<Record<string, Reading>> = {}, { intents = INTENTS, business = {} as BusinessSystem, done = says('办好了') }: { readonly intents?: PublishedRevision['intents']; readonly business?: BusinessSystem; readonly done?: SkillAnswer } = {}) {
  const commits: { change: ConfirmableChange; orderKey: string }[] = [];
  const content: PublishedContent = {
    current: () => ({ number: 1, intents, articles: new Map(), passages: [], readsEmbeddings: false, tokens: (said) => ({ canonical: said, words: [said] }), read: (said) => readings[said] ?? reading({ text: said }) }),
  };
  const built = Object.entries(skills).map(([id, run]): Skill => ({
    id,
    run: (request) => Promise.resolve().then(() => run(request)),
    commit: (request, change) => {
      commits.push({ change, orderKey: request.orderKey });
      return Promise.resolve(done);
    },
  }));
  const knowledge = new Knowledge({ content, composer: offlineComposer(), business });
  const assistant = new Assistant({ content, skills: new Map(built.map((skill) => [skill.id, skill])), knowledge });
  let count = 0;
  const respond = (conversation: Conversation, said: string | { id: string; value?: string }, decidedIntent: string | null = null, now = NOW): Promise<Reply> => {
    count += 1;
    const action = typeof said === 'string' ? {} : { action: said };
    const message: Message = { id: messageId(`m${count}`), conversationId: conversation.id, seq: count, at: NOW, from: 'subscriber', kind: 'text', text: typeof said === 'string' ? said : said.id, ...action };
    return assistant.respond({ conversation, message, decidedIntent, now, today: '2026-11-22', onPiece: () => undefined, onCancel: () => undefined });
  };
  return { respond, commits };
}

function conversation(rest: Partial<Conversation> = {}): Conversation {
  const opened = newConversation({ id: conversationId('c1'), visitorId: visitorId('v1'), channel: 'web', locale: 'zh-CN', identity: null, now: NOW });
  return { ...opened, ...rest };
}

function signedIn(rest: Partial<Conversation> = {}): Conversation {
  const msisdn = parseMsisdn('13800000001');
  if (!msisdn) throw new Error('not a number');
  return conversation({ identity: { msisdn, via: 'site-token', at: NOW, stepUpUntil: null }, ...rest });
}

const EXPIRES_AT = NOW + 600_000;

describe('what the operator says itself', () => {
  const intents = new Map([
    ...INTENTS,
    ['drone', definition('drone', 'faq', { answers: { 'zh-CN': { any: '无人机送卡', wechat: '点菜单送卡' } }, buttons: [{ intent: 'recharge' }, { intent: 'over' }, { person: true }] })],
    ['over', definition('over', 'faq', { validTo: '2026-11-21', answers: { 'zh-CN': { any: '旧活动' } } })],
    ['vip', definition('vip', 'faq', { plans: ['gold'], answers: { 'zh-CN': { any: '金卡权益' } } })],
    ['thanks', definition('thanks', 'control', { answers: { 'zh-CN': { any: '不客气呀' } } })],
  ]);
  const readings = { 无人机: surely('drone'), 谢谢您帮我弄好了: surely('thanks'), 金卡都有什么权益呢: surely('vip') };
  const holding = (id: string) => ({ planHolding: () => Promise.resolve({ plan: { id } }), profile: () => Promise.reject(new Error('down')) }) as unknown as BusinessSystem;

  it('is said for its channel, with its buttons, and without those whose time is over', async () => {
    const { respond } = table({}, readings, { intents });
    const [web] = (await respond(conversation(), '无人机')).messages;
    expect(web).toMatchObject({ text: '无人机送卡', intent: 'drone', buttons: [{ id: 'intent:recharge' }, { id: 'handoff' }] });
    expect((await respond(conversation({ channel: 'wechat' }), '无人机')).messages[0]?.text).toBe('点菜单送卡');
    expect((await respond(conversation(), '谢谢您帮我弄好了')).messages[0]?.text).toBe('不客气呀');
    expect((await respond(conversation(), { id: 'intent:over' })).messages[0]?.text).not.toBe('旧活动');
  });

  it('is for the holders of its plan; a stranger may read it', async () => {
    const gold = table({}, readings, { intents, business: holding('gold') });
    const other = table({}, readings, { intents, business: holding('lite') });
    expect((await gold.respond(signedIn(), '金卡都有什么权益呢')).messages[0]?.text).toBe('金卡权益');
    expect((await other.respond(signedIn(), '金卡都有什么权益呢')).messages[0]?.text).not.toBe('金卡权益');
    expect((await other.respond(conversation(), '金卡都有什么权益呢')).messages[0]?.text).toBe('金卡权益');
  });
});

describe('a change to the account', () => {
  const confirms = (): SkillAnswer => ({ kind: 'confirms', change: CHANGE, message: { ...text('确认吗'), card: { type: 'confirm', token: 't1', title: '', rows: [], undo: '', expiresAt: EXPIRES_AT } }, told: { fee: '', starts: '', binds: '', undo: '', what: '' }, slots: {} });

  it('is made by the tap on its open card, exactly as it was shown, and only once', async () => {
    const { respond, commits } = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') });
    const shown = await respond(signedIn(), '换套餐');
    expect(commits).toEqual([]);
    const done = await respond(signedIn({ memory: shown.memory }), { id: 'confirm' });
    const again = await respond(signedIn({ memory: done.memory }), { id: 'confirm' });
    expect(commits).toEqual([{ change: CHANGE, orderKey: 'c1:t1' }]);
    expect(again.messages[0]?.text).toContain('失效');
  });

  it('that came too late counts as not made, and is not taken back', async () => {
    const gone: SkillAnswer = { kind: 'answered', messages: [text('条件变了，没有办理')], slots: {}, isUndone: true };
    const late = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') }, { done: gone });
    const tapped = await late.respond(signedIn({ memory: (await late.respond(signedIn(), '换套餐')).memory }), { id: 'confirm' });
    expect(tapped.memory.made).toBeUndefined();
    const back = await late.respond(signedIn({ memory: tapped.memory }), '取消');
    expect(back).toMatchObject({ rule: 'takes-back', messages: [{ text: expect.stringContaining('没有办理任何变更') }] });
    const made = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') });
    const done = await made.respond(signedIn({ memory: (await made.respond(signedIn(), '换套餐')).memory }), { id: 'confirm' });
    expect(done.memory.made).toBe('balance_query');
  });

  it('carries the same order key however often the tap is worked on', async () => {
    const { respond, commits } = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') });
    const shown = await respond(signedIn(), '换套餐');
    await respond(signedIn({ memory: shown.memory }), { id: 'confirm' });
    await respond(signedIn({ memory: shown.memory }), { id: 'confirm' });
    expect(new Set(commits.map(({ orderKey }) => orderKey)).size).toBe(1);
  });

  it('is not made by a tap that comes when the card has expired, and the same card is one tap away', async () => {
    const { respond, commits } = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') });
    const { memory } = await respond(signedIn(), '换套餐');
    const late = await respond(signedIn({ memory }), { id: 'confirm' }, null, EXPIRES_AT);
    const later = await respond(signedIn({ memory: late.memory }), { id: 'confirm' }, null, EXPIRES_AT + 1);
    expect(commits).toEqual([]);
    expect(late.messages[0]?.text).toContain('10 分钟，没有做任何变更');
    expect(late.messages[0]).toMatchObject({ buttons: [{ id: 'intent:balance_query', value: `plan=${CHANGE.targetId}` }, { id: 'handoff' }] });
    expect(later.messages[0]?.text).toContain('没有做任何变更');
    await respond(signedIn({ memory }), { id: 'confirm' }, null, EXPIRES_AT - 1);
    expect(commits).toHaveLength(1);
  });

  it('is not made by anything else that is said while the card is open', async () => {
    const { respond, commits } = table({ 'balance-query': confirms }, { 换套餐: surely('balance_query') });
    const shown = await respond(signedIn(), '换套餐');
    for (const said of ['好的', '可以', '会扣多少钱', '取消']) await respond(signedIn({ memory: shown.memory }), said);
    expect(commits).toEqual([]);
  });
});

describe('identity', () => {
  const needs = (request: SkillRequest): SkillAnswer => (request.msisdn === null ? { kind: 'needs-verification', level: 'basic' } : says(`号码 ${request.msisdn}`));

  it('is asked for with the question kept, and the question is answered after it', async () => {
    const { respond } = table({ 'balance-query': needs }, { 我的余额: surely('balance_query') });
    const asked = await respond(conversation(), '我的余额');
    expect(asked.verification).toEqual({ level: 'basic', pendingText: '我的余额', pendingIntent: 'balance_query' });
    const answered = await respond(signedIn({ memory: asked.memory }), '我的余额', 'balance_query');
    expect(answered.messages[0]?.text).toBe('号码 13800000001');
  });

  it('is never taken from what is said', async () => {
    const { respond } = table({ 'balance-query': needs }, { '查 13900000002 的余额': surely('balance_query', { entities: [{ kind: 'msisdn', value: '13900000002', start: 2, end: 13, text: '13900000002' }] }) });
    expect((await respond(signedIn(), '查 13900000002 的余额')).messages[0]?.text).toBe('号码 13800000001');
  });

  it('serves several needs with one sign-in, after which the whole message is answered', async () => {
    const need = (intent: string, said: string) => ({ start: 0, end: said.length, text: said, ranking: [{ intent, confidence: 0.9 }], isAccepted: true });
    const two = surely('balance_query', { needs: [need('balance_query', '余额'), need('data_usage_query', '流量')] });
    const { respond } = table({ 'balance-query': needs, 'data-usage-query': needs }, { 余额和流量: two });
    const asked = await respond(conversation(), '余额和流量');
    expect(asked.verification).toEqual({ level: 'basic', pendingText: '余额和流量', pendingIntent: null });
    expect((await respond(signedIn(), '余额和流量')).messages).toHaveLength(2);
  });
});

describe('a skill in trouble', () => {
  it('becomes a plain sentence and the offer of a person, never a guess or a crash', async () => {
    const fails = (): SkillAnswer => {
      throw new Error('the business system is on fire');
    };
    const reply = await table({ 'balance-query': fails }, { 我的余额: surely('balance_query') }).respond(signedIn(), '我的余额');
    expect(reply.messages[0]?.buttons).toContainEqual(expect.objectContaining({ id: 'handoff' }));
    expect(reply.memory).toMatchObject({ failedTurns: 1, hasOfferedPerson: true, tried: [{ intent: 'balance_query', outcome: 'failed' }] });
  });

  it('that does not exist yet brings a person', async () => {
    const reply = await table({}, { 我的余额: surely('balance_query') }).respond(signedIn(), '我的余额');
    expect(reply.handoff).toMatchObject({ reason: 'intent', skillGroup: 'general' });
  });
});

describe('what is remembered', () => {
  const answers = (request: SkillRequest): SkillAnswer => says('账单', { month: request.slots['month'] ?? '2026-10' });

  it('is the topic and its slots, through thanks and greetings', async () => {
    const { respond } = table({ 'bill-query': answers }, { 账单给我看看: surely('bill_query'), 谢谢您帮我弄好了: surely('thanks') });
    const first = await respond(signedIn(), '账单给我看看');
    const thanked = await respond(signedIn({ memory: first.memory }), '谢谢您帮我弄好了');
    expect(thanked.memory.topic).toEqual({ intent: 'bill_query', slots: { month: '2026-10' }, at: NOW });
  });

  it('stays small however long the conversation is', async () => {
    const { respond } = table({ 'bill-query': answers }, { 账单给我看看: surely('bill_query') });
    let kept = memory();
    for (let turn = 0; turn < 40; turn += 1) kept = (await respond(signedIn({ memory: { ...kept, recent: kept.recent.map((said) => `${said}${turn}`) } }), '账单给我看看')).memory;
    expect(kept.recent).toHaveLength(6);
    expect(kept.moods).toHaveLength(6);
    expect(kept.tried).toEqual([{ intent: 'bill_query', outcome: 'answered', at: NOW }]);
    expect(kept.turns).toBe(40);
  });

  it('survives being stored: it is plain data', async () => {
    const { respond } = table({ 'bill-query': answers }, { 账单给我看看: surely('bill_query') });
    const { memory: kept } = await respond(signedIn(), '账单给我看看');
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });
});

describe('waiting for a person', () => {
  it('goes on being helped, and may leave the line once answered', async () => {
    const { respond } = table({ 'balance-query': () => says('余额 10 元') }, { 我的余额: surely('balance_query') });
    const reply = await respond(signedIn({ state: 'queued' }), '我的余额');
    expect(reply.handoff).toBeNull();
    expect(reply.messages.at(-1)?.buttons).toContainEqual(expect.objectContaining({ id: 'line:leave' }));
  });

  it('is not queued twice by asking again', async () => {
    const { respond } = table({}, { 转人工: reading({ asksForPerson: true }) });
    expect((await respond(conversation({ state: 'queued' }), '转人工')).handoff).toBeNull();
    expect((await respond(conversation(), '转人工')).handoff).toMatchObject({ reason: 'asked' });
  });

  it('is headed by the topic alone when the message asks for nothing else, and by its words when they say more', async () => {
    const person = { asksForPerson: true };
    const { respond } = table({}, { 转人工: surely('human_agent', person), 余额不对转人工: surely('balance_query', person) });
    const onBalance = { memory: memory({ topic: { intent: 'balance_query', slots: {}, at: NOW } }) };
    expect((await respond(conversation(onBalance), '转人工')).handoff).toMatchObject({ reason: 'asked', headline: 'balance_query 名称' });
    expect((await respond(conversation(onBalance), '余额不对转人工')).handoff).toMatchObject({ headline: 'balance_query 名称：余额不对转人工' });
    expect((await respond(conversation(), '转人工')).handoff).toMatchObject({ headline: '转人工' });
  });

  it('is headed by all of a wish with its month, charge and amount; a longer one ends after a word', async () => {
    const wish = 'get me a person please, I was charged 45.00 twice for the video membership in October';
    const { respond } = table({}, { [wish]: surely('balance_query', { asksForPerson: true }), [`${wish} and ${wish}`]: surely('balance_query', { asksForPerson: true }) });
    expect((await respond(conversation(), wish)).handoff?.headline).toContain(wish);
    expect((await respond(conversation(), `${wish} and ${wish}`)).handoff?.headline).toMatch(/October and get me a…$/u);
  });

  it('comes first for fraud, sooner for elders, and with a headline in the subscriber\'s words', async () => {
    const { respond } = table({}, { 钱被骗走了: surely('fraud_report'), 我要投诉: surely('complaint') });
    expect((await respond(conversation(), '钱被骗走了')).handoff).toMatchObject({ reason: 'fraud', priority: 4, skillGroup: 'security', headline: 'fraud_report 名称：钱被骗走了' });
    expect((await respond(conversation({ isElderMode: true }), '我要投诉')).handoff).toMatchObject({ priority: 3 });
  });
});
