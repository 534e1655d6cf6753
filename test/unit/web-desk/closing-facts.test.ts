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
});
