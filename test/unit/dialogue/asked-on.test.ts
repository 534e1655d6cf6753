/** Guarantees of what is asked on in few words after an answer: it belongs to that answer, and what names a thing of its own does not. */
import { describe, expect, it } from '@jest/globals';
import { rowFor } from '../../../src/dialogue/asked-on.js';
import { askedIn } from '../../../src/understanding/asked.js';

const carriedOn = (topic: string, text: string) => rowFor(topic, askedIn(text), text);

describe('what is asked on', () => {
  it.each([
    ['ticket_progress', '咋还没好', 'ticket_progress'], ['complaint', '谁在弄', 'ticket_progress'], ['refund_dispute', '多久到账', 'ticket_progress'], ['refund_dispute', '要是不退呢', 'ticket_progress'], ['ticket_progress', '给我个准话', 'ticket_progress'],
    ['data_usage_query', '够不够用', 'data_usage_query'], ['balance_query', '够用到月底不', 'balance_query'], ['data_usage_query', '不够用咋办', 'data_pack_buy'], ['plan_current', '一个月多少钱', 'plan_current'], ['vas_query', '这个是啥', 'vas_query'],
    ['slow_data', '为啥', 'slow_data'], ['slow_data', '充多少能好', 'data_pack_buy'], ['balance_query', '咋就剩这么点了', 'bill_explain'], ['no_signal', '咋办嘛', 'no_signal'], ['arrears_suspension', '要交多少', 'arrears_suspension'],
    ['arrears_suspension', '那还能接电话不', 'arrears_suspension'], ['arrears_suspension', '怎么恢复', 'arrears_suspension'], ['contract_end', '违约金多少', 'contract_end'], ['voice_usage_query', '上个月打了多少', 'voice_usage_query'],
    ['bill_query', '跟谁打得最多', 'call_detail'], ['recharge_not_received', '刚刚', 'recharge_not_received'], ['broadband_fault', '能早点来不', 'broadband_fault'], ['ticket_progress', 'who is working on it', 'ticket_progress'],
    ['slow_data', '好久恢复', 'slow_data'], ['no_signal', '到底啥时候', 'no_signal'], ['bill_explain', '咋退', 'refund_dispute'], ['plan_recommend', '贵不贵', 'plan_recommend'], ['plan_recommend', '换了合算不', 'plan_recommend'], ['bill_explain', '咋避免', 'plan_recommend'],
    ['ticket_progress', '我等不了那么久', 'ticket_progress'], ['ticket_progress', '能快点不', 'ticket_progress'], ['arrears_suspension', '我昨天就交了', 'recharge_not_received'], ['data_usage_query', '那咋办', 'data_pack_buy'], ['plan_recommend', '有啥推荐', 'plan_recommend'],
    ['data_usage_query', 'is it enough?', 'data_usage_query'], ['slow_data', 'why is that', 'slow_data'], ['contract_end', 'how much is the penalty', 'contract_end'],
    ['balance_query', 'does it expire', 'balance_query'], ['balance_query', 'is that enough till the end of the month', 'balance_query'],
    ['data_usage_query', 'so when does it reset', 'data_usage_query'], ['roaming_international', 'how much left', 'data_usage_query'],
    ['bill_explain', 'is it paid', 'bill_query'], ['bill_query', 'when do i have to pay', 'bill_query'], ['bill_query', 'ok cancel them', 'vas_cancel'], ['call_services', 'cancel it please', 'vas_cancel'],
    ['voice_usage_query', 'and texts', 'voice_usage_query'], ['voice_usage_query', 'how many did i send', 'voice_usage_query'], ['slow_data', 'until when', 'slow_data'],
    ['slow_data', 'why', 'slow_data'], ['slow_data', 'how much to fix it', 'data_pack_buy'], ['slow_data', 'fix it', 'data_pack_buy'],
    ['no_signal', 'how long', 'no_signal'], ['recharge_not_received', "that's too long", 'recharge_not_received'], ['broadband_fault', 'who will come', 'broadband_fault'],
    ['complaint', 'who is handling it', 'ticket_progress'], ['plan_recommend', 'do i lose my discount', 'contract_end'], ['contract_end', 'can i get out of it', 'contract_end'],
    ['points_query', 'about to expire', 'points_query'], ['member_benefits', 'when do they expire', 'points_query'],
  ])('of %s is heard in 「%s」', (topic, text, intent) => {
    expect(carriedOn(topic, text)?.intent).toBe(intent);
  });

  it.each([
    ['ticket_progress', '我的宽带还没好'], ['ticket_progress', '给我个人工'], ['data_usage_query', '话费够用到月底吗'], ['slow_data', '充多少话费有优惠'], ['balance_query', '为什么停机了'], ['arrears_suspension', '接不到验证码怎么办'],
    ['no_signal', '卡丢了怎么办'], ['contract_end', '宽带违约金多少'], ['voice_usage_query', '上个月账单多少'], ['plan_current', '畅享39多少钱一个月'], ['vas_query', '转人工'], ['broadband_fault', '能早点挂失吗'], ['balance_query', '够了'], ['bill_explain', '怎么退宽带'], ['plan_recommend', '换了手机怎么办'], ['bill_explain', '怎么避免诈骗'], ['ticket_progress', '网速能快点吗'],
    ['bill_query', 'cancel my broadband'], ['voice_usage_query', 'texts do not arrive'], ['balance_query', 'and texts'], ['bill_query', 'cancel the music pack'], ['balance_query', 'when does my contract expire'], ['data_usage_query', 'reset my password'], ['bill_query', 'is my phone unlocked'],
    ['slow_data', 'why is my bill so high'], ['no_signal', 'how long is my contract'], ['no_signal', 'cancel my plan'], ['points_query', 'use my phone abroad'], ['points_query', 'how do i get more data'],
    ['contract_end', 'cancel my number'], ['store_locator', 'is it paid'], ['balance_query', 'cancel them'], ['complaint', 'who are you'], ['slow_data', 'do i lose my number'],
  ])('of %s is not heard in 「%s」', (topic, text) => {
    expect(carriedOn(topic, text)).toBeNull();
  });

  it('says what is looked up in vain by its own words', () => {
    expect(carriedOn('points_query', 'how do i get more')).toMatchObject({ intent: 'member_benefits', said: { en: 'how are points earned' } });
    expect(carriedOn('no_signal', 'cancel it')?.said?.en).toBe('cancel the report');
  });
});
