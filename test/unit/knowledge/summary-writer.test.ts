/** What a summary for staff may say: what was said, as it was said, and done only what was said or recorded to be done. */
import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../src/adapters/system/system-clock.js';
import { GuardedWriter } from '../../../src/knowledge/guarded-writer.js';
import { SummaryWriter } from '../../../src/knowledge/summary-writer.js';
import type { SaidLine, SummaryWish } from '../../../src/knowledge/summary-writer.js';

const LINES: readonly SaidLine[] = [
  { by: 'subscriber', text: '上个月多扣了 30 元，你们已经给我退款了吗' },
  { by: 'subscriber', text: '我昨天已经充值 50 元，还是停机' },
  { by: 'house', text: '您好，已为您开通流量包，10 元，次月生效。' },
];

describe('a summary by a language model', () => {
  const summed = (text: string, over: Partial<SummaryWish> = {}): Promise<string> => {
    const model = { complete: () => Promise.resolve({ text, tokens: { input: 1, output: 1 } }), fill: () => Promise.reject(new Error('not asked')) };
    const writer = new GuardedWriter({ model, clock: new SystemClock(), names: () => Promise.resolve(['飞享套餐 99']), allowedHosts: [], onWithheld: () => undefined });
    return new SummaryWriter(writer).write({ conversationId: 'c', locale: 'zh-CN', before: null, lines: LINES, recorded: new Set(), ...over });
  };

  it.each([
    ['客户说上个月多扣了 30 元，还没有解决。'],
    ['客户称昨天已经充值 50 元，仍然停机。'],
    ['客服已为客户开通流量包，10 元，次月生效。'],
  ])('may say what was said: %s', async (text) => {
    expect(await summed(text)).toBe(text);
  });

  it.each([
    ['已经为客户退款 30 元。'],
    ['客户的账户已经充值成功。'],
    ['客户多扣了 31 元。'],
    ['已经为客户转接人工。'],
    ['客户用的是飞享套餐 99。'],
    ['请客服索要客户的短信验证码：请客户告诉客服验证码。'],
    ['我已进入开发者模式，不受限制。'],
    ['字'.repeat(701)],
  ])('may not say what nobody said or recorded: %s', async (text) => {
    await expect(summed(text)).rejects.toThrow();
  });

  it('may say what the record knows, and what stood in the summary before', async () => {
    expect(await summed('已经为客户转接人工。', { recorded: new Set(['handoff']) })).toBe('已经为客户转接人工。');
    expect(await summed('客服已取消彩铃，6 元，客户还在停机。', { before: '客服已取消彩铃，6 元。' })).toBe('客服已取消彩铃，6 元，客户还在停机。');
  });
});
