/** Readings that are kept are the readings that would be made anew: for every language, day and mood before. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { keptReadings } from '../../../src/content/kept-readings.js';
import type { ReadingContext, Revision } from '../../../src/ports/published-content.js';
import { seededContent } from '../../support/seeded-content.js';

const TEXTS = ['话费余额', '上个月账单', 'how much data do I have left', '你们太气人了!!!', '昨天的流量', '转人工', ''];
const CONTEXTS: readonly ReadingContext[] = [
  { today: '2026-11-22' },
  { today: '2026-12-01' },
  { today: '2026-11-22', locale: 'en' },
  { today: '2026-11-22', locale: 'zh-CN', previousMoods: [0.9, 0.95] },
  { today: '2026-11-22', locale: 'zh-CN', previousMoods: [] },
];

describe('kept readings', () => {
  let revision: Revision;
  let asked: string[];
  let read: Revision['read'];

  /** What has a vector is never kept, and this model looks at none. */
  const anew = (text: string, context: ReadingContext) => revision.read(text, { ...context, embedding: new Float32Array(0) });

  beforeAll(async () => {
    revision = (await seededContent()).current();
    asked = [];
    read = keptReadings((text, context) => {
      asked.push(text);
      return revision.read(text, context);
    });
  });

  it('are the same as those made anew, the first time, the second and the third', () => {
    for (const round of [1, 2, 3]) {
      for (const context of CONTEXTS) for (const text of TEXTS) expect({ round, ...read(text, context) }).toEqual({ round, ...anew(text, context) });
    }
  });

  it('are made twice for each day and language, whatever the mood before, and long texts and vectors every time', () => {
    asked.length = 0;
    for (const previousMoods of [[], [0.9], [0.2, 0.3], [0.5]]) read('我的积分', { today: '2026-11-22', locale: 'zh-CN', previousMoods });
    expect(asked).toHaveLength(2);
    for (const locale of ['zh-CN', 'zh-CN', 'zh-CN', 'en'] as const) read('我的积分', { today: '2026-11-23', locale });
    expect(asked).toHaveLength(5);
    const long = '我想问一下'.repeat(20);
    for (const text of [long, long, long]) read(text, { today: '2026-11-22' });
    for (const embedding of [new Float32Array(3), new Float32Array(3), new Float32Array(3)]) read('我的积分', { today: '2026-11-22', locale: 'zh-CN', embedding });
    expect(asked).toHaveLength(11);
  });
});
