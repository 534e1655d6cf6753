/** What a closing summary starts from. */
import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { closingFacts } from '../../../src/web/desk/acts/closing-facts.js';
import { BRIEF } from './builders.js';

const t = ((key: string, values: object) => `${key} ${Object.values(values).join()}`) as unknown as TFunction;

describe('the facts of a closing summary', () => {
  it('are what was said and tried, and nothing where nothing was', () => {
    const tried = [{ intent: 'bill', label: '查账单', outcome: '已回答', at: 1 }];
    expect(closingFacts({ ...BRIEF, summary: '多扣了钱', tried }, t)).toBe('close.asked 多扣了钱\nclose.tried 查账单 · 已回答');
    expect(closingFacts({ ...BRIEF, reason: '重新排队', summary: '' }, t)).toBe('');
  });

  it('tell of each step how it ended, and leave out the first ones whole where not all fit', () => {
    const step = (intent: string, outcome: string) => ({ intent, label: intent, outcome, at: 1 });
    expect(closingFacts({ ...BRIEF, summary: 'x', tried: [step('bill', '要求验证'), step('plan', '已取消'), step('bill', '已回答')] }, t)).toBe('close.asked x\nclose.tried plan · 已取消 / bill · 已回答');
    const many = Array.from({ length: 40 }, (_, at) => step(`step-${at}`, '已回答'));
    const facts = closingFacts({ ...BRIEF, summary: 'x', tried: many }, t);
    expect(facts).toMatch(/^close\.asked x\nclose\.tried step-\d+ · 已回答 .* \/ step-39 · 已回答$/u);
    expect(facts.length).toBeLessThanOrEqual(200);
  });
});
