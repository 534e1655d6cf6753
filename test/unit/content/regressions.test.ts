/** What the gate counts as worse: each golden question in each language by itself. */
import { describe, expect, it } from '@jest/globals';
import { regressionsOf } from '../../../src/content/gate.js';
import type { BenchResult, FailedQuestion } from '../../../src/content/gate.js';
import type { Locale } from '../../../src/domain/locale.js';

const failed = (locale: Locale): FailedQuestion => ({ text: '5G', locale, expected: 'network_5g', got: 'plan_change', confidence: 0.4 });
const benchOf = (...questions: readonly FailedQuestion[]): BenchResult => ({ asked: 2, right: 2 - questions.length, failed: questions, byIntent: [], confusions: [], calibration: [] });

describe('a golden question', () => {
  it('that goes wrong in one language already is worse when it goes wrong in the other as well', () => {
    expect(regressionsOf(benchOf(failed('en')), benchOf(failed('en'), failed('zh-CN')))).toEqual([failed('zh-CN')]);
    expect(regressionsOf(benchOf(failed('en')), benchOf(failed('en')))).toEqual([]);
  });
});
