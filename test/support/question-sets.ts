/** Asks a set of questions of the shipped articles, as somebody who is not signed in, and counts what came first and what was shown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jiebaSegmenter } from '../../src/adapters/jieba/jieba-segmenter.js';
import { offlineComposer } from '../../src/adapters/offline/extract-composer.js';
import { demoCatalogue } from '../../src/adapters/operator/catalogue.js';
import type { Store } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { Locale } from '../../src/domain/locale.js';
import { FullText } from '../../src/knowledge/full-text.js';
import { Knowledge } from '../../src/knowledge/knowledge.js';
import type { Question } from '../../src/knowledge/question.js';
import type { BusinessSystem } from '../../src/ports/business-system.js';
import type { PublishedContent } from '../../src/ports/published-content.js';

export interface Asked {
  readonly text: string;
  readonly locale: Locale;
  /** Null: no article answers it. */
  readonly article: string | null;
  /** Others that answer it as well, settled when the question was written. */
  readonly also?: readonly string[];
}

export interface Result extends Asked {
  readonly first: string | null;
  readonly shown: string | null;
  readonly said: string;
}

export interface Counts {
  readonly asked: number;
  readonly answerable: number;
  readonly rightFirst: number;
  readonly shownRight: number;
  readonly shownWrong: number;
  readonly shownToUnanswerable: number;
}

const TODAY = '2026-11-22';

export function questionSet(name: string): readonly Asked[] {
  const file = join(import.meta.dirname, '..', 'evaluation', `${name}.jsonl`);
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Asked);
}

/** Nobody is signed in, so the account is never read. Without a store there is no full text either. */
export async function knowledgeOn(content: PublishedContent, store: Store | null): Promise<Knowledge> {
  const names = async (): Promise<readonly string[]> => [...(await demoCatalogue.plans()), ...(await demoCatalogue.products())].flatMap(({ name }) => Object.values(name));
  const fullText = store && new FullText({ segmenter: jiebaSegmenter(names), search: store.passages, clock: new SystemClock() });
  const knowledge = new Knowledge({ content, composer: offlineComposer(), business: {} as BusinessSystem, ...(fullText ? { fullText } : {}) });
  await knowledge.prepare();
  return knowledge;
}

export async function askAll(content: PublishedContent, knowledge: Knowledge, asked: readonly Asked[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const one of asked) results.push(await ask(content, knowledge, one));
  return results;
}

async function ask(content: PublishedContent, knowledge: Knowledge, one: Asked): Promise<Result> {
  const { ranking, entities, outOfScope } = content.current().read(one.text, { today: TODAY, locale: one.locale });
  const question: Question = { text: one.text, locale: one.locale, today: TODAY, ranking, entities, outOfScope, msisdn: null };
  const found = await knowledge.find(question);
  const [first] = await knowledge.candidates(question);
  const answer = found.kind === 'answer' ? found.answer : null;
  return { ...one, first: first?.article.id ?? null, shown: answer?.citations[0]?.articleId ?? null, said: answer?.text ?? '' };
}

export const isRight = ({ article, also = [] }: Asked, found: string | null): boolean => found !== null && (found === article || also.includes(found));

export function counted(results: readonly Result[]): Counts {
  const answerable = results.filter(({ article }) => article !== null);
  return {
    asked: results.length,
    answerable: answerable.length,
    rightFirst: answerable.filter((one) => isRight(one, one.first)).length,
    shownRight: answerable.filter((one) => isRight(one, one.shown)).length,
    shownWrong: answerable.filter((one) => one.shown !== null && !isRight(one, one.shown)).length,
    shownToUnanswerable: results.filter(({ article, shown }) => article === null && shown !== null).length,
  };
}

export function told(name: string, counts: Counts): string {
  const share = (count: number): string => `${((100 * count) / counts.answerable).toFixed(1)} %`;
  const { rightFirst, shownRight, shownWrong, shownToUnanswerable, asked, answerable } = counts;
  return `${name}: right first ${share(rightFirst)}, shown right ${share(shownRight)}, shown wrong ${share(shownWrong)}, shown to unanswerable ${shownToUnanswerable} of ${asked - answerable}\n`;
}
