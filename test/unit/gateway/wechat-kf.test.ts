/** Entries of WeChat Customer Service read, and words written for it: pure parts of the door. */
import { expect, it } from '@jest/globals';
import { conversationId, messageId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import { heardOf } from '../../../src/gateway/wechat-kf/kf-heard.js';
import { actionOf, outgoingId, partsOf, scoreOf } from '../../../src/gateway/wechat-kf/kf-messages.js';
import { channelWords } from '../../../src/wording/channels/words.js';

const WORDS = channelWords('zh-CN');
const entry = (over: object) => ({ msgid: 'm1', send_time: 1_700_000_000, origin: 3, open_kfid: 'wk1', external_userid: 'wm1', msgtype: 'text', text: { content: '你好' }, ...over });
const message = (over: Partial<Message>): Message => ({ id: messageId('m'), conversationId: conversationId('c'), seq: 1, at: 0, from: 'bot', kind: 'text', text: '您好', ...over });

it('reads who, when and what', () => {
  expect(heardOf(entry({}), WORDS)).toEqual({ id: 'm1', person: { account: 'wk1', userId: 'wm1' }, at: 1_700_000_000_000, heard: { kind: 'said', words: '你好', press: null, file: null, wordless: null } });
  expect(heardOf(entry({ text: { content: '转人工', menu_id: 'handoff' } }), WORDS)?.heard).toMatchObject({ press: 'handoff' });
  expect(heardOf(entry({ origin: 5, servicer_userid: 'lisi' }), WORDS)?.heard).toEqual({ kind: 'servicer-said', words: '你好', servicer: 'lisi' });
});

it.each([null, 7, {}, entry({ msgid: 5 }), entry({ msgid: '' }), entry({ external_userid: 'wm 1' }), entry({ open_kfid: undefined }), entry({ msgtype: 'event', event: {} }), entry({ msgtype: 'event', event: { event_type: 'of the future' } })])(
  'passes over what is no entry, or says nothing: %j',
  (given) => {
    expect(heardOf(given, WORDS)).toBeNull();
  },
);

it('never stumbles over a body that is not what its kind says', () => {
  for (const msgtype of ['text', 'image', 'voice', 'video', 'file', 'location', 'link', 'business_card', 'miniprogram', 'msgmenu', '__proto__', 'constructor']) {
    for (const body of [undefined, null, 'x', 3, [], { content: 4, title: {}, media_id: 9 }]) {
      expect(heardOf({ ...entry({}), msgtype, text: undefined, [msgtype]: body }, WORDS)?.heard).toMatchObject({ kind: 'said', file: null });
    }
  }
});

it('joins what was said and puts buttons into one menu', () => {
  const parts = partsOf([message({ text: '一' }), message({ text: '二', buttons: [{ id: 'clarify', value: 'a', label: '甲' }, { id: 'handoff', label: '转人工' }] })], { locale: 'zh-CN', isTight: false });
  expect(parts).toEqual([{ kind: 'menu', text: '一\n\n二', choices: [{ id: 'clarify|a', label: '甲' }, { id: 'handoff', label: '转人工' }] }]);
  expect(partsOf([message({ text: '二', buttons: [{ id: 'handoff', label: '转人工' }] })], { locale: 'zh-CN', isTight: true })).toEqual([{ kind: 'text', text: '二\n\n回复数字即可选择：\n1. 转人工' }]);
});

it('cuts what is too long, and says a long text before its menu', () => {
  const parts = partsOf([message({ text: '长'.repeat(1000), buttons: [{ id: 'handoff', label: '标'.repeat(60) }] })], { locale: 'zh-CN', isTight: false });
  expect(parts.map(({ kind }) => kind)).toEqual(['text', 'text', 'menu']);
  for (const part of parts) if (part.kind === 'text') expect(Buffer.byteLength(part.text)).toBeLessThanOrEqual(2048);
  const menu = parts.at(-1);
  expect(menu?.kind === 'menu' ? Buffer.byteLength(menu.choices[0]?.label ?? '') : 0).toBeLessThanOrEqual(128);
});

it('knows a choice again by its id, or by its label when the id was too long', () => {
  expect(actionOf('handoff')).toEqual({ id: 'handoff' });
  expect(actionOf('case:solved|a|b')).toEqual({ id: 'case:solved', value: 'a|b' });
  expect(actionOf('#2')).toBeNull();
  const [part] = partsOf([message({ buttons: [{ id: 'confirm', value: 'x'.repeat(80), label: '确认' }] })], { locale: 'zh-CN', isTight: false });
  expect(part).toMatchObject({ choices: [{ id: '#1', label: '确认' }] });
});

it('asks how it was in the one message that is left, by a menu while the words leave room for it', () => {
  const survey = [1, 2, 3, 4, 5].map((score) => ({ id: 'rate', value: `${score}|7`, label: `${score}` }));
  const [short] = partsOf([message({ text: '再见' })], { locale: 'zh-CN', isTight: true, survey });
  expect(short).toMatchObject({ kind: 'menu', text: expect.stringMatching(/^再见\n\n.*1 到 5/) });
  expect(short?.kind === 'menu' ? short.choices.map(({ id }) => scoreOf(id)) : []).toEqual([1, 2, 3, 4, 5].map((score) => ({ score, service: 7 })));
  const [long, ...rest] = partsOf([message({ text: '长'.repeat(400) })], { locale: 'zh-CN', isTight: true, survey });
  expect([long?.kind, rest]).toEqual(['text', []]);
  expect(long?.kind === 'text' ? long.text : '').toContain('请回复数字 1 到 5');
  expect(partsOf([message({ text: '长'.repeat(400) })], { locale: 'zh-CN', isTight: false, survey }).map(({ kind }) => kind)).toEqual(['text', 'menu']);
  for (const choice of ['rate', 'rate|6|7', 'rate|5|x', 'handoff']) expect(scoreOf(choice)).toBeNull();
});

it('gives the same words the same id, within what the platform takes', () => {
  expect(outgoingId(['a', 1])).toBe(outgoingId(['a', 1]));
  expect(outgoingId(['a', 1])).not.toBe(outgoingId(['a', 2]));
  expect(outgoingId(['a', 1])).toMatch(/^[0-9a-zA-Z_-]{32}$/);
});
