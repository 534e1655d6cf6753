/** What full text and kept vectors promise, on every engine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/adapters/store/store.js';
import type { Locale } from '../../src/domain/locale.js';
import type { SearchablePassage } from '../../src/ports/passage-search.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

function aPassage(id: string, texts: { names?: string; heading?: string; body?: string; locale?: Locale }): SearchablePassage {
  const { names = '', heading = '', body = '', locale = 'zh-CN' } = texts;
  return { id, articleId: `article-${id}`, locale, names: words(names), heading: words(heading), body: words(body) };
}

const filler = Array.from({ length: 12 }, (_, index) => aPassage(`filler-${index}`, { body: `套餐 规则 第${index} 条` }));

export function knowledgeSearchContract(engine: TestEngine): void {
  let database: TestDatabase;
  let store: Store;
  let other: Store;

  beforeAll(async () => {
    database = await engine.make();
    store = await database.open();
    other = await database.open();
  });
  afterAll(() => database.drop());

  async function shelved(passages: readonly SearchablePassage[]): Promise<(asked: string, locale?: Locale, most?: number) => Promise<readonly string[]>> {
    const shelf = randomUUID();
    await store.passages.fill(shelf, [...passages, ...filler], 1);
    return async (asked, locale = 'zh-CN', most = 10) => (await other.passages.find({ shelf, locale, words: words(asked), most })).map(({ id }) => id);
  }

  describe(`full text on ${engine.name}`, () => {
    it('finds two-character words, Latin words with digits, and numbers', async () => {
      const find = await shelved([aPassage('a', { body: '话费 余额 查询' }), aPassage('b', { body: 'esim 5g volte' }), aPassage('c', { body: '169 元' })]);
      expect(await find('余额')).toEqual(['a']);
      expect(await find('5g')).toEqual(['b']);
      expect(await find('169')).toEqual(['c']);
      expect(await find('没有 这些')).toEqual([]);
    });

    it('puts names before headings and headings before text', async () => {
      const find = await shelved([
        aPassage('text', { names: '甲 乙', heading: '丙 丁', body: '漫游 戊' }),
        aPassage('heading', { names: '甲 乙', heading: '漫游 丁', body: '己 戊' }),
        aPassage('names', { names: '漫游 乙', heading: '丙 丁', body: '己 戊' }),
      ]);
      expect(await find('漫游')).toEqual(['names', 'heading', 'text']);
    });

    it('weighs a rare word more than a common one', async () => {
      const find = await shelved([aPassage('rare', { body: '授权码 一 二 三' }), aPassage('common', { body: '套餐 规则 二 三' })]);
      expect((await find('套餐 授权码'))[0]).toBe('rare');
    });

    it('leaves nothing of a shelf that is no longer wanted half-way, and fills it anew', async () => {
      const shelf = randomUUID();
      const many = Array.from({ length: 250 }, (_, index) => aPassage(`many-${index}`, { body: `词${index}` }));
      let looks = 0;
      await expect(store.passages.fill(shelf, many, 1, () => (looks += 1) < 3)).rejects.toThrow();
      expect(looks).toBe(3);
      expect(await other.passages.has(shelf)).toBe(false);
      await store.passages.fill(shelf, many, 1, () => true);
      expect(await other.passages.find({ shelf, locale: 'zh-CN', words: ['词7'], most: 5 })).toHaveLength(1);
    });

    it('answers in the language asked for, and as many as asked for', async () => {
      const find = await shelved([aPassage('en', { body: 'esim', locale: 'en' }), ...['1', '2', '3'].map((id) => aPassage(id, { body: 'esim' }))]);
      expect(await find('esim', 'en')).toEqual(['en']);
      expect(await find('esim', 'zh-CN', 2)).toHaveLength(2);
    });

    it('reads what is asked as words only, never as a query of its own', async () => {
      const find = await shelved([aPassage('a', { body: '余额' })]);
      expect(await find(`余额" OR ( ' & ! : * NEAR 余额`)).toEqual(['a']);
      expect(await find('" \\ \' \0')).toEqual([]);
    });

    it('fills a shelf once, whoever fills it at once', async () => {
      const shelf = randomUUID();
      expect(await other.passages.has(shelf)).toBe(false);
      await Promise.all([store, engine.name === 'PostgreSQL' ? other : store].map((one) => one.passages.fill(shelf, [aPassage('a', { body: '余额' })], 1)));
      expect(await other.passages.has(shelf)).toBe(true);
      await store.passages.fill(shelf, [aPassage('b', { body: '余额' })], 2);
      expect((await other.passages.find({ shelf, locale: 'zh-CN', words: ['余额'], most: 10 })).map(({ id }) => id)).toEqual(['a']);
    });

    it('leaves nothing of a shelf that could not be filled', async () => {
      const shelf = randomUUID();
      const twice = aPassage('same', { body: '余额' });
      await expect(store.passages.fill(shelf, [twice, twice], 1)).rejects.toThrow();
      expect(await other.passages.has(shelf)).toBe(false);
      await store.passages.fill(shelf, [twice], 1);
      expect(await other.passages.find({ shelf, locale: 'zh-CN', words: ['余额'], most: 10 })).toHaveLength(1);
    });

    it('keeps the newest shelves and drops the rest with all their words', async () => {
      const shelves = Array.from({ length: 6 }, () => randomUUID());
      for (const [index, shelf] of shelves.entries()) await store.passages.fill(shelf, [aPassage('a', { body: '余额' })], 1000 + index);
      const held = await Promise.all(shelves.map((shelf) => store.passages.has(shelf)));
      expect(held).toEqual([false, false, true, true, true, true]);
      expect(await store.passages.find({ shelf: shelves[0] ?? '', locale: 'zh-CN', words: ['余额'], most: 10 })).toEqual([]);
    });
  });

  describe(`kept vectors on ${engine.name}`, () => {
    it('come back as they were, by model and text, also after a restart', async () => {
      const [one, two] = [Float32Array.of(0.25, -1, 3.5e-7), Float32Array.of(1, 0, 0)];
      await store.vectors.keep('small', new Map([['a', one], ['b', two]]));
      await store.vectors.keep('small', new Map([['a', two]]));
      const later = await database.open();
      expect(await later.vectors.find('small', ['a', 'b', 'c'])).toEqual(new Map([['a', one], ['b', two]]));
      expect(await later.vectors.find('large', ['a'])).toEqual(new Map());
      expect(await later.vectors.find('small', [])).toEqual(new Map());
    });
  });
}
