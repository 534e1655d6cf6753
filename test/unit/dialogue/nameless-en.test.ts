/** Guarantees of English that names nothing: it belongs to the answer before it, and what names a thing of its own does not. */
import { describe, expect, it } from '@jest/globals';
import { lookedUpInEnglish, namelessInEnglish } from '../../../src/dialogue/nameless-en.js';

describe('what is asked on in English in words that name nothing', () => {
  it.each([
    ['balance_query', 'does it expire', 'balance_query'], ['balance_query', 'is that enough till the end of the month', 'balance_query'],
    ['data_usage_query', 'so when does it reset', 'data_usage_query'], ['roaming_international', 'how much left', 'data_usage_query'],
    ['bill_explain', 'is it paid', 'bill_query'], ['bill_query', 'when do i have to pay', 'bill_query'], ['bill_query', 'ok cancel them', 'vas_cancel'], ['call_services', 'cancel it please', 'vas_cancel'],
    ['voice_usage_query', 'and texts', 'voice_usage_query'], ['voice_usage_query', 'how many did i send', 'voice_usage_query'], ['slow_data', 'until when', 'slow_data'],
    ['slow_data', 'why', 'slow_data'], ['slow_data', 'how much to fix it', 'data_pack_buy'], ['slow_data', 'fix it', 'data_pack_buy'],
    ['no_signal', 'how long', 'no_signal'], ['recharge_not_received', "that's too long", 'recharge_not_received'], ['broadband_fault', 'who will come', 'broadband_fault'],
    ['complaint', 'who is handling it', 'ticket_progress'], ['plan_recommend', 'do i lose my discount', 'contract_end'], ['contract_end', 'can i get out of it', 'contract_end'],
    ['points_query', 'about to expire', 'points_query'], ['member_benefits', 'when do they expire', 'points_query'],
  ])('after %s, "%s" asks for %s', (topic, text, intent) => {
    expect(namelessInEnglish(topic, text)?.intent).toBe(intent);
  });

  it('says what is looked up in vain by its own words', () => {
    expect(namelessInEnglish('points_query', 'how do i get more')).toEqual({ intent: 'member_benefits', said: 'how are points earned' });
    expect(namelessInEnglish('no_signal', 'cancel it')?.said).toBe('cancel the report');
    expect(lookedUpInEnglish('broadband_fault', 'do i have to pay for it')).toMatch(/visit/);
  });

  it.each([
    ['bill_query', 'cancel my broadband'], ['voice_usage_query', 'texts do not arrive'], ['balance_query', 'and texts'], ['bill_query', 'cancel the music pack'], ['balance_query', 'when does my contract expire'], ['data_usage_query', 'reset my password'], ['bill_query', 'is my phone unlocked'],
    ['slow_data', 'why is my bill so high'], ['no_signal', 'how long is my contract'], ['no_signal', 'cancel my plan'], ['points_query', 'use my phone abroad'], ['points_query', 'how do i get more data'],
    ['contract_end', 'cancel my number'], ['store_locator', 'is it paid'], ['balance_query', 'cancel them'], ['complaint', 'who are you'], ['plan_current', 'do i lose my number'],
  ])('after %s, "%s" has its own reading', (topic, text) => {
    expect(namelessInEnglish(topic, text)).toBeNull();
    expect(lookedUpInEnglish(topic, text)).toBeNull();
  });
});
