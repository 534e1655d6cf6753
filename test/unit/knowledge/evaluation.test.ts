/** How well the articles answer the questions of the evaluation sets: counted, with the bars the product promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEngines } from '../../support/databases.js';
import type { TestDatabase } from '../../support/databases.js';
import type { Published } from '../../../src/content/published.js';
import type { Knowledge } from '../../../src/knowledge/knowledge.js';
import { askAll, counted, knowledgeOn, questionSet, told } from '../../support/question-sets.js';
import type { Counts } from '../../support/question-sets.js';
import { seededContent } from '../../support/seeded-content.js';

const SETS = ['questions', 'questions-blind', 'questions-fresh'] as const;

describe.each(await testEngines())('the search of the knowledge base on $name', (engine) => {
  const results = new Map<string, Counts>();
  let database: TestDatabase;
  let knowledge: Knowledge;
  let content: Published;

  beforeAll(async () => {
    content = await seededContent();
    database = await engine.make();
    knowledge = await knowledgeOn(content, await database.open());
    for (const name of SETS) {
      const counts = counted(await askAll(content, knowledge, questionSet(name)));
      results.set(name, counts);
      process.stdout.write(told(`${name} on ${engine.name}`, counts));
    }
  }, 300_000);
  afterAll(() => database.drop());

  function of(name: string): Counts {
    const counts = results.get(name);
    if (!counts) throw new Error(`${name} was not asked`);
    return counts;
  }

  it.each(['你们的云电脑套餐怎么开', '你们有没有儿童手表卡', '智能门锁怎么安装', '云游戏会员怎么取消', '视频会议怎么开通'])('shows no article about another thing: %s', async (text) => {
    const [asked] = await askAll(content, knowledge, [{ text, locale: 'zh-CN', article: null }]);
    expect(asked?.shown).toBeNull();
  });

  it.each(['流量超出套餐以后怎么收费', '家庭网怎么开', '自动冲值怎么取消', '加油包怎么取消', '电子发票怎么开'])('shows the article about a thing that has another name there, or that people name so: %s', async (text) => {
    const [asked] = await askAll(content, knowledge, [{ text, locale: 'zh-CN', article: null }]);
    expect(asked?.shown).not.toBeNull();
  });

  it.each(SETS)('puts the right article first for at least 85 %% of the questions that have one: %s', (name) => {
    const { rightFirst, answerable } = of(name);
    expect(rightFirst / answerable).toBeGreaterThanOrEqual(0.85);
  });

  it.each(SETS)('shows a wrong article as the answer to at most 3 %% of all questions: %s', (name) => {
    const { shownWrong, shownToUnanswerable, asked } = of(name);
    expect((shownWrong + shownToUnanswerable) / asked).toBeLessThanOrEqual(0.03);
  });
});
