/** How well the articles answer the questions of the evaluation sets: counted, with the bars the product promises. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { askAll, counted, questionSet, told } from '../../support/question-sets.js';
import type { Counts } from '../../support/question-sets.js';
import { seededContent } from '../../support/seeded-content.js';

const results = new Map<string, Counts>();

beforeAll(async () => {
  const content = await seededContent();
  for (const name of ['questions', 'questions-blind']) {
    const counts = counted(await askAll(content, questionSet(name)));
    results.set(name, counts);
    process.stdout.write(told(name, counts));
  }
}, 300_000);

function of(name: string): Counts {
  const counts = results.get(name);
  if (!counts) throw new Error(`${name} was not asked`);
  return counts;
}

describe.each(['questions'])('the search of the knowledge base, by the set %s', (name) => {
  it('puts the right article first for at least 85 % of the questions that have one', () => {
    const { rightFirst, answerable } = of(name);
    expect(rightFirst / answerable).toBeGreaterThanOrEqual(0.85);
  });

  it('shows a wrong article as the answer to at most 3 % of all questions', () => {
    const { shownWrong, shownToUnanswerable, asked } = of(name);
    expect((shownWrong + shownToUnanswerable) / asked).toBeLessThanOrEqual(0.03);
  });
});
