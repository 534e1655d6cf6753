/** Guarantees of passages and extracts: whole sentences, plain words, the article's own. */
import { describe, expect, it } from '@jest/globals';
import { langchainSplitter } from '../../../src/adapters/langchain/article-splitter.js';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import type { Article, Passage } from '../../../src/domain/article.js';

function article(body: string, locale: Article['locale'] = 'zh-CN'): Article {
  return { id: 'a', locale, title: '题', intents: [], plans: [], regions: [], validFrom: '2026-01-01', validTo: null, successor: null, keywords: [], body };
}

function passage(id: string, text: string, heading = ''): Passage {
  return { id, articleId: 'a', locale: 'zh-CN', heading, text };
}

describe('an article in passages', () => {
  it('is split at its headings, which stand apart from the text', async () => {
    const passages = await langchainSplitter().split(article('先说答案。\n\n## 怎么办\n\n点一下。'));
    expect(passages.map(({ id, heading, text }) => [id, heading, text])).toEqual([
      ['a.zh-CN#1', '', '先说答案。'],
      ['a.zh-CN#2', '怎么办', '点一下。'],
    ]);
  });

  it('never cuts a sentence, and loses none', async () => {
    const sentence = '这一句话大约有二十来个字，讲的是同一件事情。';
    const passages = await langchainSplitter().split(article(sentence.repeat(40)));
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) expect(text.endsWith('。')).toBe(true);
    expect(passages.map(({ text }) => text).join('')).toBe(sentence.repeat(40));
  });

  it('keeps English sentences whole as well', async () => {
    const sentence = 'This is one sentence about one and the same matter, at 0.10 yuan each. ';
    const passages = await langchainSplitter().split(article(sentence.repeat(40), 'en'));
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) expect(text).toMatch(/^This is .* each\.$/s);
  });

  it('reads as plain words: links by their text, a table by its rows', async () => {
    const body = '见[漫游包](kb:roaming-packs)，**免费**。\n\n| 包 | 元/天 | 流量 |\n| --- | --- | --- |\n| 港澳台 | 25 | 2GB |\n\n| 提示 | 怎么办 |\n| --- | --- |\n| 网络异常 | 换网络 |';
    const [only] = await langchainSplitter().split(article(body));
    expect(only?.text).toBe('见漫游包，免费。\n\n• 港澳台：元/天 25，流量 2GB\n\n• 网络异常：换网络');
  });
});

describe('an answer without a model', () => {
  const composer = offlineComposer();

  it('is an extract of the best passage and cites it', async () => {
    const answer = await composer.compose('怎么充值', [passage('p1', '在 App 里点“充值”，选金额付款，十分钟内到账。'), passage('p2', '别的。')], { locale: 'zh-CN' });
    expect(answer).toEqual({ text: '在 App 里点“充值”，选金额付款，十分钟内到账。', passageIds: ['p1'], isGenerated: false });
  });

  it('begins with the opening, which says the answer, and adds the section asked about where both are short', async () => {
    const section = passage('p2', '摔坏、进水。', '不在保修内');
    const answer = await composer.compose('手机坏了保修吗', [section, passage('p1', '一年内免费修。')], { locale: 'zh-CN' });
    expect(answer).toMatchObject({ text: '一年内免费修。\n不在保修内\n摔坏、进水。', passageIds: ['p1', 'p2'] });
    const long = await composer.compose('手机坏了保修吗', [section, passage('p1', '一年内免费修。'.repeat(40))], { locale: 'zh-CN' });
    expect(long?.passageIds[0]).toBe('p2');
  });

  it('is nothing when there is no passage', async () => {
    expect(await composer.compose('怎么充值', [], { locale: 'zh-CN' })).toBeNull();
  });

  it('ends at the end of a sentence when the passage is long', async () => {
    const long = '这一句话大约有二十来个字，讲的是同一件事情。'.repeat(20);
    const answer = await composer.compose('问题', [passage('p1', long)], { locale: 'zh-CN' });
    expect(answer?.text.endsWith('。')).toBe(true);
    expect(answer?.text.length).toBeLessThanOrEqual(220);
  });
});
