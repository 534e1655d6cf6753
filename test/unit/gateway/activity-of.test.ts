/** What was said, as Activities of each kind of channel; and Activities, as what somebody said. */
import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/domain/card.js';
import { conversationId, messageId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import { activityOf } from '../../../src/gateway/bot-framework/activity-of.js';
import { lookOf } from '../../../src/gateway/bot-framework/channel-looks.js';
import { clientIdOf, localeOf, spokenOf } from '../../../src/gateway/bot-framework/spoken.js';
import { labelled } from '../../../src/gateway/channels/plain-text.js';

const said = (over: Partial<Message>): Message => ({ id: messageId('m'), conversationId: conversationId('c'), seq: 1, at: 0, from: 'bot', kind: 'text', text: '您好', ...over });
const on = (channel: string, message: Message, isLast = true) => activityOf(message, { locale: 'zh-CN', look: lookOf(channel), isLast, attachments: [] });
const person = { id: 'handoff', label: '转人工' };
const balance: Card = { type: 'balance', asOf: 0, balanceFen: 1234, creditFen: 0, owedFen: 0, expiresOn: null, lastTopUp: null };
const confirm: Card = { type: 'confirm', token: 't-1', title: '换套餐', rows: [{ name: '套餐', value: '畅享39' }], undo: '可随时改回', expiresAt: 1 };

describe('what was said as an Activity', () => {
  it('always has the whole meaning in words, and the card beside them where the channel draws it', () => {
    for (const channel of ['msteams', 'directline', 'slack', 'sms']) expect(on(channel, said({ card: balance })).text).toBe('您好');
    expect(JSON.stringify(on('msteams', said({ card: balance })).attachments)).toContain('12.34 元');
    expect(on('slack', said({ card: balance })).attachments?.[0]).toMatchObject({ contentType: 'application/vnd.microsoft.card.hero', content: { title: '账户余额' } });
    expect(on('sms', said({ card: balance })).attachments).toBeUndefined();
  });

  it('has its buttons as the channel knows them, and suggests only what may still be pressed', () => {
    const message = said({ buttons: [person] });
    expect(on('directline', message).suggestedActions?.actions[0]).toMatchObject({ type: 'messageBack', displayText: '转人工', value: { jiebang: { id: 'handoff' } } });
    expect(on('directline', message, false).suggestedActions).toBeUndefined();
    expect(on('msteams', message).attachments?.[0]?.content).toMatchObject({ buttons: [{ type: 'messageBack', title: '转人工' }] });
    expect(on('slack', message).attachments?.[0]?.content).toMatchObject({ buttons: [{ type: 'imBack', value: '转人工' }] });
    expect(on('sms', message).text).toContain('1. 转人工');
  });

  it('tells where a link leads, an article by its words alone, and leaves words of an agent as they are', () => {
    const text = '请看[说明](kb:esim-setup)或[官网](https://a.example/x)，[https://b.example](https://b.example)，**今天**有效，138****0001 和 139****0002，[1] (见下)。';
    expect(on('sms', said({ text })).text).toBe('请看说明或官网（https://a.example/x），https://b.example，今天有效，138****0001 和 139****0002，[1] (见下)。');
    expect(on('sms', said({ text, from: 'agent' })).text).toContain(text);
  });

  it('names its sources once, whether its own words name them or not', () => {
    const citations = [{ articleId: 'a', title: '发票怎么开', href: '/kb/a' }];
    for (const text of ['三天内开出。\n（来源：发票怎么开）', '三天内开出。']) expect(on('slack', said({ text, citations })).text?.split('发票怎么开')).toHaveLength(2);
  });

  it('asks to confirm with the token of the very card', () => {
    const [card] = on('msteams', said({ card: confirm, buttons: [{ id: 'confirm', label: '确认' }, { id: 'cancel', label: '取消' }] })).attachments ?? [];
    expect(card?.content).toMatchObject({ actions: [{ data: { jiebang: { id: 'confirm', value: 't-1' } } }, { data: { jiebang: { id: 'cancel', value: 't-1' } } }] });
  });

  it('marks what a model wrote and names the agent who speaks', () => {
    expect(on('msteams', said({ ai: true })).entities).toMatchObject([{ additionalType: ['AIGeneratedContent'] }]);
    expect(on('msteams', said({ from: 'agent', author: { staffId: 's' as never, name: '林晓' } })).text).toBe('【客服 林晓】您好');
  });
});

describe('an Activity as what somebody said', () => {
  it('is the same message by the same id, and another without', () => {
    expect(clientIdOf('a-1', {})).toBe('bf-a-1');
    expect(clientIdOf('长'.repeat(300), {})).toMatch(/^bf-[!-~]{43}$/);
    expect(clientIdOf(null, { timestamp: 1 })).not.toBe(clientIdOf(null, { timestamp: 2 }));
  });

  it('brings a tap back as an action, a form\u2019s field as its value, and never what does not fit', () => {
    const tap = (value: unknown) => spokenOf({ type: 'message', id: '1', value });
    expect(tap({ jiebang: { id: 'confirm', value: 't-1' } })).toMatchObject({ kind: 'said', said: { action: { id: 'confirm', value: 't-1' } } });
    expect(tap({ jiebang: { id: 'verify.number' }, value: '13800000001' })).toMatchObject({ said: { action: { id: 'verify.number', value: '13800000001' } } });
    expect(tap({ jiebang: { id: 'rate', value: '5|3' } })).toMatchObject({ kind: 'rated', tapped: { score: 5, service: 3 } });
    expect(tap({ jiebang: { id: 'rate', value: '5' } })).toMatchObject({ kind: 'rated', tapped: { score: 5, service: null } });
    for (const value of ['6|3', '5|x', '5|', '']) expect(tap({ jiebang: { id: 'rate', value } })).toMatchObject({ kind: 'unfit' });
    expect(tap({ jiebang: { id: 'no such <id>' } })).toMatchObject({ kind: 'unfit' });
    expect(tap({ other: 1 })).toMatchObject({ kind: 'unfit' });
  });

  it('knows a button again by its label, but only of what was said last', () => {
    expect(labelled('转人工', [said({ buttons: [person] })])).toEqual(person);
    expect(labelled('转人工', [said({ buttons: [person] }), said({ seq: 2 })])).toBeNull();
  });

  it('hears the language of the channel', () => {
    expect([localeOf('zh-Hans-CN'), localeOf('zh-TW'), localeOf('en-US'), localeOf('de'), localeOf(null), localeOf('')]).toEqual(['zh-CN', 'zh-CN', 'en', 'en', null, null]);
  });
});
