/** What answers in words the choice put where nobody can come, and what is said of a call-back that stands. */
import { describe, expect, it } from '@jest/globals';
import { asksWhenCalled, choiceSaid, declinesCall, movesCall, ownTime } from '../../../src/conversation/choice-words.js';
import { minuteOf } from '../../../src/domain/calendar.js';

/** Ten in the evening in China; the call is offered for nine in the morning after. */
const NOW = Date.parse('2026-12-31T22:00:00+08:00');
const CALL_AT = Date.parse('2027-01-01T09:00:00+08:00');
const said = (text: string, now = NOW, callAt: number | null = CALL_AT) => choiceSaid(text, { callAt, now });

describe('the choice where nobody can come', () => {
  it.each(['给我回电', '打给我吧', '明天上午打给我', '明天9点给我打电话', '上午9点打给我', '那就到时候打给我', '回电', 'call me', 'call me at 9', 'please call me tomorrow', 'call me tomorrow morning', 'call me tomorrow at 9am', 'call me back then'])('takes 「%s」 for the call-back', (text) => {
    expect(said(text)).toBe('call-back');
  });

  it.each(['下午3点打给我', '后天打给我', '今天打给我', '明天10点给我打电话', 'call me at 3 pm', 'call me today'])('does not promise another time with 「%s」', (text) => {
    expect(said(text)).toBeNull();
  });

  it.each([['1', 'call-back'], ['第一个', 'call-back'], ['选第二个', 'message'], ['最后一个', 'assistant'], ['the first one', 'call-back'], ['2', 'message'], ['the last one', 'assistant']])('takes 「%s」 by its place in the list', (text, choice) => {
    expect(said(text)).toBe(choice);
  });

  it('counts from the first that is there, where no call can be offered', () => {
    expect([said('1', NOW, null), said('第二个', NOW, null), said('3', NOW, null), said('第八个')]).toEqual(['message', 'assistant', null, null]);
  });

  it.each([['下午3点打给我', '2027-01-01 15:00'], ['后天上午打给我', '2027-01-02 09:00'], ['明天下午三点半', '2027-01-01 15:30'], ['1月5号下午两点吧', '2027-01-05 14:00'], ['下周一10点给我打电话', '2027-01-04 10:00'], ['call me tomorrow at 3 pm', '2027-01-01 15:00'], ['tomorrow afternoon please', '2027-01-01 14:00'], ['call me on friday at 11:30', '2027-01-01 11:30']])('hears in 「%s」 a time of one’s own', (text, at) => {
    expect(minuteOf(ownTime(text, { now: NOW }) ?? 0)).toBe(at);
  });

  it.each(['明天几号', '上个月3号的话费', '查3月账单', '明天去营业厅办过户', 'what happened on friday at 3 pm', 'my bill of 3 may'])('hears no time to be called at in 「%s」', (text) => {
    expect(ownTime(text, { now: NOW })).toBeNull();
  });

  it('counts days in China, also right after midnight', () => {
    const after = Date.parse('2027-01-01T00:10:00+08:00');
    expect(said('明天上午打给我', after)).toBeNull();
    expect(said('今天上午打给我', after)).toBe('call-back');
  });

  it.each(['留言', '我留个言', '那就留言吧', '给你们留个话', 'leave a message', "i'll leave a message"])('takes 「%s」 for a message', (text) => {
    expect(said(text)).toBe('message');
  });

  it.each(['算了', '继续问小接', '那问你吧', 'never mind', 'go on with the assistant'])('takes 「%s」 for the assistant', (text) => {
    expect(said(text)).toBe('assistant');
  });

  it.each(['查余额', '留言功能怎么开通', '电话打不出去', '呼叫转移怎么设置', 'my phone cannot call', 'call forwarding', 'why did nobody call me back'])('leaves 「%s」 to the assistant', (text) => {
    expect(said(text)).toBeNull();
  });
});

describe('a call-back that stands', () => {
  it.each(['几点打给我', '什么时候给我打电话', '回电是几点', 'when will you call me', 'what time will someone call me back'])('is what 「%s」 asks for', (text) => {
    expect(asksWhenCalled(text)).toBe(true);
  });

  it.each(['什么时候打折', '什么时候来电显示', 'when will you call it a day'])('is not what 「%s」 asks for', (text) => {
    expect(asksWhenCalled(text)).toBe(false);
  });

  it.each(['算了不用打了', '不用回电了', '取消回电', 'never mind, do not call me', 'cancel the call-back'])('is not wanted after 「%s」', (text) => {
    expect(declinesCall(text)).toBe(true);
  });

  it.each([['改成明天下午打给我', '2027-01-01 14:00'], ['能不能改到下午三点', '2027-01-01 15:00'], ['推迟到后天上午10点', '2027-01-02 10:00'], ['换个时间', null], ['can you make it tomorrow afternoon', '2027-01-01 14:00'], ['change it to 3pm', '2027-01-01 15:00'], ['can we move the call to saturday', '2027-01-02 00:00'], ['reschedule', null]])('is moved by 「%s」', (text, at) => {
    const moved = movesCall(text, { now: NOW, callAt: CALL_AT });
    expect(moved && (moved.at === null ? null : minuteOf(moved.at))).toBe(at);
    expect(moved).not.toBeNull();
  });

  it.each(['换个套餐', '改成畅享59', '推迟还款', '改密码', 'change my plan', 'make it 10 GB', 'move to another network'])('is not moved by 「%s」', (text) => {
    expect(movesCall(text, { now: NOW, callAt: CALL_AT })).toBeNull();
  });

  it.each(['不用了', '取消呼叫转移', '别打扰我', "don't call forward"])('is not what 「%s」 declines', (text) => {
    expect(declinesCall(text)).toBe(false);
  });
});
