/** What is named in a message is found where it stands, in its normal form. */
import { describe, expect, it } from '@jest/globals';
import { CatalogueFinder } from '../../../src/understanding/entities/catalogue-names.js';
import { findEntities } from '../../../src/understanding/entities/entities.js';
import { numberOf } from '../../../src/understanding/entities/numerals.js';
import { fold } from '../../../src/understanding/fold.js';
import { smallContent } from './small-content.js';

const finder = new CatalogueFinder(smallContent().catalogue);

function found(text: string, today = '2026-11-22'): string[] {
  return findEntities(text, fold(text), today, finder).map(({ kind, text: piece, value }) => `${kind} ${piece} ${value}`);
}

describe('entities', () => {
  it.each([
    ['上个月的账单', 'month 上个月 2026-10'],
    ['上上个月花了多少', 'month 上上个月 2026-09'],
    ['去年12月的', 'month 去年12月 2025-12'],
    ['九月份账单', 'month 九月份 2026-09'],
    ['十二月的账单', 'month 十二月 2025-12'],
    ['二零二五年三月', 'month 二零二五年三月 2025-03'],
    ['my bill for last month', 'month last month 2026-10'],
    ['the September bill', 'month September 2026-09'],
    ["last november's bill", 'month last november 2025-11'],
  ])('places %s in its month', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });

  it('steps over the turn of the year', () => {
    expect(found('上个月', '2027-01-31')).toEqual(['month 上个月 2026-12']);
    expect(found('two months ago', '2027-01-05')).toEqual(['month two months ago 2026-11']);
  });

  it.each([
    ['昨天断网了', 'date 昨天 2026-11-21'],
    ['上周五交的', 'date 上周五 2026-11-13'],
    ['11月3号充的', 'date 11月3号 2026-11-03'],
    ['三天前', 'date 三天前 2026-11-19'],
    ['I paid on 3 November', 'date 3 November 2026-11-03'],
    ['it broke yesterday', 'date yesterday 2026-11-21'],
    ['come tomorrow afternoon', 'date tomorrow 2026-11-23'],
  ])('places %s on its day', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });

  it('knows no thirty-first of February', () => {
    expect(found('2月31号')).not.toContainEqual(expect.stringContaining('date'));
  });

  it.each([
    ['充五十块', 'amount 五十块 5000'],
    ['一百二十块五', 'amount 一百二十块五 12050'],
    ['扣了我9块9', 'amount 9块9 990'],
    ['充了一百二', 'amount 一百二 12000'],
    ['fifty yuan', 'amount fifty yuan 5000'],
    ['top up fifty', 'amount fifty 5000'],
    ['please recharge 30 to my number', 'amount 30 3000'],
    ['¥20.5', 'amount ¥20.5 2050'],
  ])('counts %s in fen', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });

  it.each([
    ['买10个G', 'data 10个G 10240'],
    ['还剩500兆', 'data 500兆 500'],
    ['还剩5百兆', 'data 5百兆 500'],
    ['两个半G够吗', 'data 两个半G 2560'],
    ['1.5GB left', 'data 1.5GB 1536'],
  ])('counts %s in MB', (text, wanted) => {
    expect(found(text)).toEqual([wanted]);
  });

  it.each(['我要开5G', '500兆宽带', '256G的手机', '上海路', 'may I ask', '人工费'])('finds nothing in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds a phone number however it is grouped', () => {
    expect(found('号码是138 0013 8000')).toEqual(['msisdn 138 0013 8000 13800138000']);
    expect(found('+86-138-0013-8000')).toContainEqual(expect.stringContaining('13800138000'));
    expect(found('编号123456789012345')).toEqual([]);
  });

  it('tells cities from countries, and roaming destinations by code', () => {
    expect(found('我在广州要去日本')).toEqual(['city 广州 广州', 'country 日本 JP']);
    expect(found('roaming in hong kong')).toEqual(['country hong kong HK']);
  });

  it('knows plans by name, by price and with one character wrong', () => {
    expect(found('畅享39多少钱')).toEqual(['plan 畅享39 smooth-39']);
    expect(found('畅亨39多少钱')).toEqual(['plan 畅亨39 smooth-39']);
    expect(found('换成129的套餐')).toEqual(['plan 129的套餐 5g-129']);
    expect(found('is 5g go 129 any good')).toEqual(['plan 5g go 129 5g-129']);
    expect(found('取消彩铃')).toEqual(['product 彩铃 crbt']);
  });

  it('takes a price that two plans share for none of them', () => {
    const twins = new CatalogueFinder({ plans: [{ id: 'one', names: ['甲套餐39'] }, { id: 'other', names: ['乙套餐39'] }], products: [] });
    expect(twins.find(fold('39的套餐'))).toEqual([]);
  });

  it('keeps positions of the original in traditional and full-width writing', () => {
    const text = '我想查上個月嘅帳單，１０個Ｇ';
    const [month, data] = findEntities(text, fold(text), '2026-11-22', finder);
    expect(text.slice(month?.start, month?.end)).toBe('上個月');
    expect(data).toMatchObject({ kind: 'data', value: 10240, text: '１０個Ｇ' });
  });

  it.each([
    ['一百二', 120],
    ['一百零二', 102],
    ['两千零五', 2005],
    ['三万五', 35000],
    ['十五', 15],
    ['廿三', 23],
    ['1,200', 1200],
    ['半', 0.5],
  ])('reads %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});
