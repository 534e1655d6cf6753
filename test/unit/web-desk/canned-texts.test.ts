/** Ready replies: found by title, words and pinyin initials, and filled with what the desk knows. */
import { describe, expect, it } from '@jest/globals';
import type { WireCannedReply } from '../../../src/protocol/canned.js';
import { fillIn, findReplies, textFor, variablesOf } from '../../../src/web/desk/canned/canned-texts.js';
import { BRIEF } from './builders.js';

const reply = (title: string, search: string, over: Partial<WireCannedReply> = {}): WireCannedReply => ({ id: title, shared: true, folder: '结束', title, search, text: { 'zh-CN': `${title}。`, en: '' }, macro: null, ...over });
const [BYE, WAIT] = [reply('结束语', 'jsy jieshuyu js jieshu'), reply('请稍等', 'qsd qingshaodeng')];

describe('a ready reply', () => {
  it.each(['jsy', 'jieshu', '结束', 'JSY'])('is found by %s, its own title before others', (sought) => {
    expect(findReplies([WAIT, BYE], sought)[0]?.title).toBe('结束语');
  });

  it('is found only when every word fits, and all are shown while nothing is sought', () => {
    expect(findReplies([WAIT, BYE], 'jsy qsd')).toEqual([]);
    expect(findReplies([WAIT, BYE], ' ')).toEqual([WAIT, BYE]);
  });

  it('speaks the subscriber’s language where it can', () => {
    expect(textFor(reply('a', 'a', { text: { 'zh-CN': '好', en: 'Fine' } }), 'en')).toBe('Fine');
    expect(textFor(BYE, 'en')).toBe('结束语。');
  });

  it('is filled with what is known, and leaves a blank where nothing is', () => {
    const known = variablesOf({ ...BRIEF, account: [{ name: '当前套餐', value: '5G畅行99' }] }, '林晓');
    expect(fillIn('{{subscriber.name}}您好，我是{{agent.name}}，套餐 {{ plan }}，余额 {{balance}}', known)).toBe('您好，我是林晓，套餐 5G畅行99，余额 ＿＿');
    expect(fillIn('Hello {{subscriber.name}}, hi', {})).toBe('Hello, hi');
    // In the subscriber's language, as the assistant said it.
    expect(fillIn('You are on {{plan}}.', variablesOf({ ...BRIEF, account: [{ name: '当前套餐', value: '畅享59', told: 'Smooth 59' }] }, '林晓'))).toBe('You are on Smooth 59.');
  });
});
