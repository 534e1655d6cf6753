/** What of an intent goes into the draft: nothing that its kind does not have, for the page no longer shows it and nobody could take it out. */
import { describe, expect, it } from '@jest/globals';
import { cleaned } from '../../../src/web/studio/intents/cleaned.js';

const FAQ = {
  id: 'data_left',
  kind: 'faq',
  names: { 'zh-CN': '剩余流量', en: 'Data left' },
  skillGroup: 'general',
  examples: { 'zh-CN': ['还剩多少流量', ' '], en: ['how much data is left'] },
  answers: { 'zh-CN': '在首页看', en: 'See the first page' },
  slots: [{ name: 'month', entity: 'text', required: true, ask: null, pattern: '[0-9]+' }],
};

describe('an intent on its way into the draft', () => {
  it('has all that its kind has', () => {
    expect(cleaned(FAQ)).toEqual({ ...FAQ, examples: { 'zh-CN': ['还剩多少流量'], en: ['how much data is left'] } });
  });

  it('made one that the program answers, has no answers of its own any more, which would be refused', () => {
    expect(cleaned({ ...FAQ, kind: 'skill', skill: 'usage' })).not.toHaveProperty('answers');
    expect(cleaned({ ...FAQ, kind: 'skill', skill: 'usage' })).toMatchObject({ skill: 'usage' });
    expect(cleaned({ ...FAQ, skill: 'usage' })).not.toHaveProperty('skill');
  });

  it('asks for a text by a pattern and for nothing else', () => {
    const [slot] = cleaned({ ...FAQ, slots: [{ ...FAQ.slots[0], name: 'month', entity: 'month' }] }).slots ?? [];
    expect(slot).toEqual({ name: 'month', entity: 'month', required: true, ask: null });
  });
});
