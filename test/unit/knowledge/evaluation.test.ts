/** How well the articles answer the questions of the evaluation set: counted, with the bars the product promises. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import type { Locale } from '../../../src/domain/locale.js';
import { Knowledge } from '../../../src/knowledge/knowledge.js';
import type { Question } from '../../../src/knowledge/question.js';
import type { BusinessSystem } from '../../../src/ports/business-system.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { seededContent } from '../../support/seeded-content.js';

interface Asked {
  readonly text: string;
  readonly locale: Locale;
  /** Null: no article answers it. */
  readonly article: string | null;
}

const TODAY = '2026-11-22';
const file = join(import.meta.dirname, '..', '..', 'evaluation', 'questions.jsonl');
const asked = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Asked);
const answerable = asked.filter(({ article }) => article !== null);

interface Result extends Asked {
  readonly first: string | null;
  readonly shown: string | null;
}

let results: readonly Result[] = [];

async function ask(content: PublishedContent, knowledge: Knowledge, one: Asked): Promise<Result> {
  const { ranking, entities, outOfScope } = content.current().read(one.text, { today: TODAY, locale: one.locale });
  const question: Question = { text: one.text, locale: one.locale, today: TODAY, ranking, entities, outOfScope, msisdn: null };
  const found = await knowledge.find(question);
  const [first] = await knowledge.candidates(question);
  return { ...one, first: first?.article.id ?? null, shown: found.kind === 'answer' ? (found.answer.citations[0]?.articleId ?? null) : null };
}

beforeAll(async () => {
  const content = await seededContent();
  // Nobody is signed in, so the account is never read.
  const knowledge = new Knowledge({ content, composer: offlineComposer(), business: {} as BusinessSystem });
  results = await Promise.all(asked.map((one) => ask(content, knowledge, one)));
  const share = (count: number): string => `${((100 * count) / answerable.length).toFixed(1)} %`;
  const right = results.filter((one) => one.article !== null && one.first === one.article).length;
  const shownRight = results.filter((one) => one.article !== null && one.shown === one.article).length;
  const shownWrong = results.filter((one) => one.article !== null && one.shown !== null && one.shown !== one.article).length;
  const needless = results.filter((one) => one.article === null && one.shown !== null).length;
  process.stdout.write(`questions: right first ${share(right)}, shown right ${share(shownRight)}, shown wrong ${share(shownWrong)}, shown to unanswerable ${needless} of ${asked.length - answerable.length}\n`);
}, 300_000);

describe('the search of the knowledge base', () => {
  it('puts the right article first for at least 85 % of the questions that have one', () => {
    const right = results.filter((one) => one.article !== null && one.first === one.article);
    expect(right.length / answerable.length).toBeGreaterThanOrEqual(0.85);
  });

  it('shows a wrong article as the answer to at most 3 % of all questions', () => {
    const wrong = results.filter(({ shown, article }) => shown !== null && shown !== article);
    expect(wrong.length / asked.length).toBeLessThanOrEqual(0.03);
  });
});
