/** Guarantees of what editors add to a reading: patterns in linear time, dates that are kept. */
import { describe, expect, it } from '@jest/globals';
import { servedReading } from '../../../src/content/served-reading.js';
import type { IntentDefinition } from '../../../src/domain/intent.js';
import { compilePattern, patternOf } from '../../../src/understanding/editor-patterns.js';
import { INTENTS, reading, surely } from '../dialogue/situations.js';

const [base] = [...INTENTS.values()];

function anIntent(id: string, over: Partial<IntentDefinition>): IntentDefinition {
  if (!base) throw new Error('no intents');
  return { ...base, id, ...over };
}

describe('a reading with what editors add', () => {
  it('hears an intent only on the days it is served', () => {
    const served = servedReading([anIntent('summer_sale', { validFrom: '2026-06-01', validTo: '2026-08-31' })]);
    const heard = surely('summer_sale');
    expect(served(heard, '2026-08-31')).toEqual(heard);
    for (const day of ['2026-05-31', '2026-09-01']) expect(served(heard, day)).toMatchObject({ isAccepted: false, ranking: expect.not.arrayContaining([expect.objectContaining({ intent: 'summer_sale' })]) });
  });

  it('goes by a pattern whatever the model thought, except against a wish for a person', () => {
    const served = servedReading([anIntent('card_broken', { patterns: ['充值卡.*(坏|刮)'] })]);
    expect(served(reading({ text: '充值卡刮坏了怎么办' }), '2026-06-01')).toMatchObject({ isAccepted: true, ranking: [{ intent: 'card_broken' }] });
    expect(served(reading({ text: '余额' }), '2026-06-01')).toEqual(reading({ text: '余额' }));
    const person = reading({ text: '充值卡坏了转人工', asksForPerson: true });
    expect(served(person, '2026-06-01')).toEqual(person);
  });

  it('compiles each pattern once, however many there are', () => {
    const compiled: string[] = [];
    const intents = Array.from({ length: 80 }, (_, one) => anIntent(`intent_${one}`, { patterns: Array.from({ length: 20 }, (__, other) => `第${one}项业务${other}号`) }));
    const served = servedReading(intents, (source) => (compiled.push(source), patternOf(source)));
    for (const text of ['余额', '第79项业务19号', '第79项业务19号怎么办']) served(reading({ text }), '2026-06-01');
    expect(compiled).toHaveLength(1600);
    expect(new Set(compiled).size).toBe(1600);
    expect(served(reading({ text: '第79项业务19号' }), '2026-06-01')).toMatchObject({ ranking: [{ intent: 'intent_79' }] });
  });

  it('runs no pattern longer than a moment, whatever is written and sent', () => {
    const patterns = ['(a|aa)+$', '(a|a?)+$', '^(\\s*\\S*)*$', '^(([\\u4e00-\\u9fff]+)\\s?)+$', '\\s+$', '^[\\w.]+@([\\w]+\\.?)+$', '^(1[3-9]\\d*)*$', '(.*x)*z', '^(a{1,30}){1,10}$'];
    const texts = ['a'.repeat(2000), `${' '.repeat(2000)}!`, `a@${'a'.repeat(2000)}!`, '13'.repeat(1000), '中文 '.repeat(600), 'x'.repeat(2000)];
    for (const source of patterns) {
      const pattern = compilePattern(source.replaceAll('\\u4e00-\\u9fff', '一-鿿'));
      if (typeof pattern === 'string') continue;
      for (const text of texts) {
        pattern.find(text);
        const begun = performance.now();
        pattern.find(text);
        expect(performance.now() - begun).toBeLessThan(500);
      }
    }
    expect(compilePattern('(?<=y)z')).toMatch(/./);
    expect(compilePattern('(.+)+\\1z')).toMatch(/./);
  });
});
