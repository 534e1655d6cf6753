/** What agents promise is heard, with its time; what they ask, advise, report or hedge is not. */
import { describe, expect, it } from '@jest/globals';
import { promisesIn } from '../../../src/cases/promises-in.js';
import { minuteOf } from '../../../src/domain/calendar.js';

/** Sunday 22 November 2026, 10:00 in China. */
const NOW = Date.parse('2026-11-22T02:00:00Z');

const PROMISES: readonly (readonly [string, string])[] = [
  ['我们会在24小时内回复您。', '2026-11-23 10:00'],
  ['24 小时内给您答复', '2026-11-23 10:00'],
  ['这笔钱今天退款到账。', '2026-11-22 23:59'],
  ['今天下午三点前给您回电', '2026-11-22 15:00'],
  ['今天下午给您回个电话联系您', '2026-11-22 18:00'],
  ['师傅明天上午上门。', '2026-11-23 12:00'],
  ['明天给您处理好', '2026-11-23 23:59'],
  ['后天之前一定修好', '2026-11-24 23:59'],
  ['半小时内联系您', '2026-11-22 10:30'],
  ['两个小时内安排师傅上门', '2026-11-22 12:00'],
  ['3个工作日内退还到您的话费账户', '2026-11-25 23:59'],
  ['1-3个工作日内退款', '2026-11-25 23:59'],
  ['二十四小时之内恢复', '2026-11-23 10:00'],
  ['您放心，我今晚就跟进', '2026-11-22 23:59'],
  ['周五前给您结果', '2026-11-27 23:59'],
  ['下周一回访您', '2026-11-23 23:59'],
  ['月底前返还30元', '2026-11-30 23:59'],
  ['11月25日修好', '2026-11-25 23:59'],
  ['请放心，我下班前给您回复', '2026-11-22 18:00'],
  ['请耐心等待，48小时内修复', '2026-11-24 10:00'],
  ['本周内一定解决', '2026-11-22 23:59'],
  ['30分钟内给您回电话，打给您这个号', '2026-11-22 10:30'],
  ["I'll call you back within 24 hours.", '2026-11-23 10:00'],
  ['We will refund you today.', '2026-11-22 23:59'],
  ['It will be refunded today', '2026-11-22 23:59'],
  ['Refunded today, I promise', '2026-11-22 23:59'],
  ['You will get a reply in two hours', '2026-11-22 12:00'],
  ["An engineer will visit tomorrow morning.", '2026-11-23 12:00'],
  ['We are going to fix it by Friday', '2026-11-27 23:59'],
  ["You'll hear from me by 5 pm", '2026-11-22 17:00'],
  ['The money will be returned within 3 working days', '2026-11-25 23:59'],
  ['Your line will be repaired in the next 48 hours', '2026-11-24 10:00'],
  ["I will let you know by the end of the day", '2026-11-22 23:59'],
  ['Someone will contact you in half an hour', '2026-11-22 10:30'],
];

const NOT: readonly string[] = [
  '好的，我马上看一下',
  '您今天用了3GB流量',
  '24小时内有人联系过您吗？',
  '您今天能收到短信吗',
  '请您在24小时内回复短信确认',
  '您可以今天去营业厅办理退费',
  '如果明天还没修好，再联系我们',
  '今天已经退款到账了',
  '昨天已为您处理',
  '刚刚已经给您退款，今天到账了',
  '我不能保证24小时内修好',
  '我尽量今天给您答复',
  '一般3个工作日内到账',
  '流量包24小时内有效',
  '套餐明天生效',
  '什么时候给您回电方便，今天还是明天？',
  '稍后给您回复',
  '今后我们会注意处理态度，明白您的心情',
  '按规定投诉15天内办结',
  '您需要在3天内联系银行',
  'Did they call you back within 24 hours?',
  'Will it be fixed today?',
  'You can return it within 7 days',
  'Please reply within 24 hours',
  'If it is not fixed by tomorrow, call us',
  'It was refunded today',
  'Your refund has been sent today',
  "I can't promise it will be fixed today",
  'We will try to call you today',
  'You will be charged tomorrow',
  'You used 3 GB today',
  'It usually arrives within 3 working days',
  "I'll look into it",
  'We have already refunded it, it will show today',
];

describe('the promises in a message', () => {
  it.each(PROMISES)('hears %s', (text, due) => {
    expect(promisesIn(text, NOW).map(({ dueAt }) => minuteOf(dueAt))).toEqual([due]);
  });

  it.each(NOT)('hears no promise in %s', (text) => {
    expect(promisesIn(text, NOW)).toEqual([]);
  });

  it('hears two in one sentence and keeps the words of each', () => {
    const found = promisesIn('您好，24小时内回复您，3天内修好。还有别的需要吗？', NOW);
    expect(found.map(({ text, dueAt }) => [text, minuteOf(dueAt)])).toEqual([['24小时内回复您', '2026-11-23 10:00'], ['3天内修好。', '2026-11-25 10:00']]);
  });

  it('tells sentences apart in English', () => {
    const found = promisesIn('You used 3 GB today. I will call you back within 2 hours. Is that all right?', NOW);
    expect(found.map(({ text }) => text)).toEqual(['I will call you back within 2 hours.']);
  });

  it('counts working days over a weekend', () => {
    const friday = Date.parse('2026-11-27T02:00:00Z');
    expect(promisesIn('1个工作日内给您答复', friday).map(({ dueAt }) => minuteOf(dueAt))).toEqual(['2026-11-30 23:59']);
  });

  it('knows midnight, hours of the afternoon and the Monday that comes next', () => {
    // A Monday, ten in the morning in China.
    const now = Date.parse('2026-11-23T10:00:00+08:00');
    const due = (text: string): string => new Date((promisesIn(text, now)[0]?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 16);
    expect(due('今晚12点前给您回电')).toBe('2026-11-24T00:00');
    expect(due('今天三点前给您回电')).toBe('2026-11-23T15:00');
    expect(due('明天三点前给您回电')).toBe('2026-11-24T15:00');
    expect(due('明早9点给您回电')).toBe('2026-11-24T09:00');
    expect(due('明天凌晨2点前恢复')).toBe('2026-11-24T02:00');
    expect(due('明天8点前给您回电')).toBe('2026-11-24T08:00');
    expect(due('We will call you tonight by 12')).toBe('2026-11-24T00:00');
    expect(due('We will call you tonight at 8')).toBe('2026-11-23T20:00');
    expect(due('I will call you next Monday')).toBe('2026-11-30T23:59');
    expect(due('I will call you on Monday')).toBe('2026-11-23T23:59');
  });

  it('takes no number of something for a span: nobody promises a century, and counting its days would stop the house', () => {
    for (const text of ['订单2026112200001个工作日内给您处理好', '订单2026112200001天内给您处理好', 'We will fix 2026112200001 within 99999999 business days']) expect(promisesIn(text, NOW)).toEqual([]);
    expect(promisesIn('365天内给您退款', NOW)).toHaveLength(1);
  });

  it('hears none for a time that is already over', () => {
    const evening = Date.parse('2026-11-22T12:00:00Z');
    expect(promisesIn('今天下午给您回电', evening)).toEqual([]);
  });
});
