/** Two editors at one entry: nothing of either goes unseen. */
import { describe, expect, it } from '@jest/globals';
import { mergedLines } from '../../../src/web/studio/link/merge-lines.js';
import { merged } from '../../../src/web/studio/link/merge.js';

describe('what two editors did to one entry', () => {
  it('keeps what only one of them changed, list entries of both, and rewritten paragraphs of both', () => {
    const base = { title: 'Fees', keywords: ['fee'], body: 'First.\n\nSecond.\n\nThird.', validTo: null };
    const mine = { ...base, keywords: ['fee', 'mine'], body: 'First, by me.\n\nSecond.\n\nThird.' };
    const theirs = { ...base, title: 'Charges', keywords: ['fee', 'theirs'], body: 'First.\n\nSecond.\n\nThird, by them.\n\nFourth.' };
    expect(merged(base, mine, theirs)).toEqual({
      value: { title: 'Charges', keywords: ['fee', 'theirs', 'mine'], body: 'First, by me.\n\nSecond.\n\nThird, by them.\n\nFourth.', validTo: null },
      clashes: [],
    });
  });

  it('tells where both changed the same: of a text both wordings stand, of a field mine, with theirs told', () => {
    const base = { title: 'Fees', body: 'Ten yuan.\n\nMonthly.' };
    const mine = { title: 'Our fees', body: 'Eleven yuan.\n\nMonthly.' };
    const theirs = { title: 'Your fees', body: 'Twelve yuan.\n\nMonthly.' };
    expect(merged(base, mine, theirs)).toEqual({
      value: { title: 'Our fees', body: 'Eleven yuan.\nTwelve yuan.\n\nMonthly.' },
      clashes: [{ field: 'title', theirs: 'Your fees' }, { field: 'body', theirs: null }],
    });
    expect(merged({ names: { en: 'A' } }, { names: { en: 'B' } }, { names: { en: 'C' } }).clashes).toEqual([{ field: 'names', theirs: 'C' }]);
  });

  it('loses no line of either, whatever both wrote', () => {
    const words = ['a', 'b', 'c', '', 'd'];
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const text = (): string[] => Array.from({ length: next(8) }, () => words[next(words.length)] ?? '');
    for (let round = 0; round < 500; round++) {
      const [base, mine, theirs] = [text(), text(), text()];
      const { text: both } = mergedLines(base.join('\n'), mine.join('\n'), theirs.join('\n'));
      const left = new Set(both.split('\n'));
      for (const line of [...mine, ...theirs]) if (!base.join('\n').split('\n').includes(line)) expect(left).toContain(line);
      expect(mergedLines(base.join('\n'), mine.join('\n'), base.join('\n'))).toEqual({ text: mine.join('\n'), isClash: false });
      expect(mergedLines(base.join('\n'), base.join('\n'), theirs.join('\n'))).toEqual({ text: theirs.join('\n'), isClash: false });
    }
  });
});
