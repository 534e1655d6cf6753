/** However a message is written, the classifier reads one and the same form. */
import { describe, expect, it } from '@jest/globals';
import { Canon } from '../../../src/understanding/canon.js';
import { fold } from '../../../src/understanding/fold.js';
import { EMPTY_LEXICON, parseLexicon } from '../../../src/understanding/lexicon.js';
import { smallContent } from './small-content.js';

const canon = new Canon(smallContent().lexicon);

describe('normalising', () => {
  it('folds character for character, so that positions stay', () => {
    const text = '幫我查帳單，ＡＢＣ１２é';
    expect(fold(text)).toBe('帮我查帐单,abc12e');
    expect(fold(text)).toHaveLength(text.length);
  });

  it('reads a simplified character that is also traditional as it stands', () => {
    expect(fold('什么 干净 皇后')).toBe('什么 干净 皇后');
  });

  it.each([
    ['查华费', '查话费'],
    ['cha huafei', '查话费'],
    ['cha hua fei', '查话费'],
    ['仲有几多刘量', '还有多少流量'],
    ['嗯那个查话费', '查话费'],
    ['查话费😡😡', '查话费'],
    ['查查查查话费!!!!', '查查话费!'],
  ])('reads %s as %s', (text, wanted) => {
    expect(canon.ofText(text)).toBe(wanted);
  });

  it('replaces Latin wordings as whole words only', () => {
    expect(canon.ofText('change it')).toBe('change it');
  });

  it('leaves a message that is only filler as it is', () => {
    expect(canon.ofText('嗯')).toBe('嗯');
  });

  it('opens English contractions, with and without the apostrophe', () => {
    expect(canon.ofText("I can't")).toBe('i can not');
    expect(canon.ofText('i cant')).toBe('i can not');
    expect(canon.ofText('it won’t')).toBe('it will not');
    // Initials of Chinese words are none where an apostrophe goes before.
    expect(new Canon({ ...EMPTY_LEXICON, pinyin: [{ from: 'll', to: '流量', source: 'pinyin' }] }).ofText("I'll pay, cx ll")).toBe('i will pay, cx 流量');
  });

  it('blurs figures but keeps the generations of the network and the authorities', () => {
    expect(canon.ofText('充50')).toBe(canon.ofText('充80'));
    expect(canon.ofText('开5g')).toBe('开5g');
    expect(canon.ofText('打12315')).toBe('打12315');
  });
});

describe('the lexicon', () => {
  it('accepts lists, maps and headings, and names what is wrong', () => {
    const { lexicon, problems } = parseLexicon({
      typos: { 华费: '话费' },
      dialects: { yue: [{ from: '睇', to: '看' }], sichuan: { 好多钱: '多少钱' } },
      pinyin: [['hf', '话费'], { from: '', to: '没有' }, 7],
      fillers: { 'zh-CN': ['嗯'], en: ['um'] },
    });
    expect(lexicon.typos).toEqual([{ from: '华费', to: '话费', source: 'typos' }]);
    expect(lexicon.dialects.map(({ source }) => source)).toEqual(['yue', 'sichuan']);
    expect(lexicon.pinyin).toEqual([{ from: 'hf', to: '话费', source: 'pinyin' }]);
    expect(lexicon.fillers).toEqual(['嗯', 'um']);
    expect(problems.length).toBe(2);
  });
});
