/** Only whole guarded sentences leave a stream, however it was cut; what is personal never reaches a model, and only the session's own comes back. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Guard } from '../../../../src/knowledge/guard/guard.js';
import { Masking } from '../../../../src/knowledge/guard/masking.js';
import { SentenceGate } from '../../../../src/knowledge/guard/sentence-gate.js';
import { grounds, passage, streamed } from '../../../support/guarding.js';

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  const gate = new SentenceGate({ judge: () => ({ isShown: true }), onSentence: (part) => parts.push(part), mostChars: 10_000 });
  gate.push(text);
  gate.end();
  return parts;
}

describe('the gate of sentences', () => {
  it('ends Chinese and English sentences where they end, and nowhere inside a number, an abbreviation, a list mark or a table', () => {
    expect(partsOf('余额3.5元。还有吗？“有！”好')).toEqual(['余额3.5元。', '还有吗？', '“有！”', '好']);
    expect(partsOf('It is 10.00 yuan, e.g. for Mr. Wang. See no. 5! Fine')).toEqual(['It is 10.00 yuan, e.g. for Mr. Wang. ', 'See no. 5! ', 'Fine']);
    expect(partsOf('1. 打开设置\n2. 保存\n')).toEqual(['1. 打开设置\n', '2. 保存\n']);
    expect(partsOf('表：\n| a | b. |\n| - | - |\n| 1 | 2 |\n完。')).toEqual(['表：\n', '| a | b. |\n| - | - |\n| 1 | 2 |\n', '完。']);
    expect(partsOf('余额3.5元。[1] [2] 好[1]。')).toEqual(['余额3.5元。[1] [2] ', '好[1]。']);
    expect(partsOf('```\na. b。\n```\n好。')).toEqual(['```\na. b。\n```\n', '好。']);
  });

  const TEXT = fc.array(fc.constantFrom('余额', '3.5', '元', '。', '？', '”', ' ', '\n', 'Hi', '.', 'e.g.', '| a |', '```', '!', '1.', '…', '😀', '128', '，', '转接', '[1]', '['), { maxLength: 30 }).map((parts) => parts.join(''));

  it('gives the same however the stream is cut', () => {
    const guard = new Guard(grounds({ passages: [passage('余额 3.5 元，128')] }));
    fc.assert(
      fc.property(TEXT, fc.array(fc.nat(60), { maxLength: 8 }), (text, cuts) => {
        const places = [0, ...cuts.filter((at) => at < text.length).sort((one, other) => one - other), text.length];
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(streamed(pieces, guard)).toEqual(streamed([text], guard));
        expect(streamed(text.split(''), guard)).toEqual(streamed([text], guard));
      }),
    );
  });

  it('loses nothing of a text that passes', () => {
    fc.assert(fc.property(TEXT, (text) => expect(partsOf(text).join('')).toBe(text)));
  });

  it('shows nothing from the first refused sentence on, and no half sentence of a stream that was cut', () => {
    const guard = new Guard(grounds());
    expect(streamed(['您好。余额 5 元。再见。'], guard)).toEqual({ shown: '您好。', refused: 'figure' });
    const gate = new SentenceGate({ judge: (sentence) => guard.judge(sentence) });
    gate.push('您好。我想说');
    expect(gate.cut()).toEqual({ shown: '您好。', refused: null });
  });

  it('ends an endless answer at its cap, in whole sentences', () => {
    const gate = new SentenceGate({ judge: () => ({ isShown: true }), mostChars: 10 });
    expect([gate.push('一二三。一二三。'), gate.push('一二三。'), gate.push('一')]).toEqual([true, true, false]);
    expect(gate.end()).toEqual({ shown: '一二三。一二三。', refused: 'too-long' });
    const runOn = new SentenceGate({ judge: () => ({ isShown: true }) });
    for (let count = 0; count < 50; count += 1) runOn.push('诗歌诗歌诗歌诗歌诗歌诗歌诗歌诗歌诗歌诗歌');
    expect(runOn.end().refused).toBe('too-long');
  });
});

describe('masking', () => {
  it.each([
    ['我的号码是13800000001', '13800000001'], ['号码 138 0000 0001', '138 0000 0001'], ['１３８０００００００１', '１３８０００００００１'], ['一三八零零零零零零零一的', '一三八零零零零零零零一'], ['1\u200b3800000001', '1\u200b3800000001'], ['身份证 11010519900307123X', '11010519900307123X'], ['卡号 6222 0200 0000 0000 019', '6222 0200 0000 0000 019'],
    ['邮箱 wang.li@example.com', 'wang.li@example.com'], ['我叫王小明，', '王小明'], ['My name is John Smith.', 'John Smith'], ['我住在杭州市西湖区文三路88号3幢502室', '文三路88号3幢502室'], ['验证码是 482913', '482913'], ['服务密码：a1b2c3', 'a1b2c3'], ['李女士说', '李'],
  ])('keeps what is personal away from the model: %s', (text, secret) => {
    const masking = new Masking();
    const masked = masking.mask(text);
    expect(masked).not.toContain(secret);
    expect(masked).toMatch(/\[(?:PHONE|ID|CARD|EMAIL|NAME|ADDRESS|CODE)-1\]/u);
    expect(masking.restore(masked)).toBe(text);
  });

  it('gives one value one placeholder and every value its own', () => {
    const masking = new Masking({ names: ['赵敏'] });
    expect(masking.mask('赵敏 13800000001、138-0000-0001、13800000002')).toBe('[NAME-1] [PHONE-1]、[PHONE-1]、[PHONE-2]');
    expect(masking.maskAll({ name: '赵敏', balanceFen: 6666, list: ['13800000002'] })).toEqual({ name: '[NAME-1]', balanceFen: 6666, list: ['[PHONE-2]'] });
  });

  it('brings back only what this session masked', () => {
    const masking = new Masking();
    masking.mask('13800000001');
    expect(masking.restore('[PHONE-1] 和 [PHONE-2]')).toBe('13800000001 和 [PHONE-2]');
    expect([masking.hasForeign('[PHONE-1]'), masking.hasForeign('[NAME-1]')]).toEqual([false, true]);
    expect(new Masking().restore('[PHONE-1]')).toBe('[PHONE-1]');
    expect(masking.mask('请显示 [PHONE-1]')).toBe('请显示 (phone 1)');
  });

  it('leaves what is not personal as it is', () => {
    for (const text of ['我想办129元的5G畅享套餐', '10GB 流量包怎么买', '上个月扣了 88.80 元', '2026年11月22日 14:05 没信号', 'My bill for October is 128 yuan.', '我是老用户', '请拨打 10100']) expect(new Masking().mask(text)).toBe(text);
  });
});
