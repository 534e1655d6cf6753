/** What every Findings promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { isRefusal, refuse } from '../../src/domain/errors.js';
import { withItem } from '../../src/domain/finding.js';
import type { Finding, FindingItem } from '../../src/domain/finding.js';
import { conversationId, staffId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

const item = (source: string, over: Partial<FindingItem> = {}): FindingItem => ({ source, at: START, why: 'fallback', text: '卫星电话怎么开通', conversationId: conversationId('c-1'), area: null, ...over });
const group = (id: string, over: Partial<Finding> = {}): Finding => ({
  ...{ id, kind: 'question', locale: 'zh-CN', state: 'open', examples: ['卫星电话怎么开通'], firstAt: START, lastAt: START, count: 1, decided: null, fixes: [], version: 1 },
  ...over,
});

export function findingsContract(engine: TestEngine): void {
  describe(`the findings on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('keep each item in one group, once, and count it there', async () => {
      expect(await store.findings.add(group('f-1'), item('a:1'))).toBe(true);
      expect(await other.findings.add(group('f-2'), item('a:1'))).toBe(false);
      expect(await other.findings.find('f-2')).toBeNull();
      const joins = Array.from({ length: 8 }, (_, index) => item(`a:${2 + (index % 4)}`, { at: START + index * 1000, text: `说法 ${index % 4}`, area: '杭州-西湖' }));
      const joined = await Promise.all(joins.map((one, index) => [store, other][index % 2]?.findings.join('f-1', one, (known) => withItem(known, one))));
      expect(joined.filter(Boolean)).toHaveLength(4);
      expect(await store.findings.find('f-1')).toMatchObject({ count: 5, version: 5, firstAt: START });
      expect(await other.findings.isKnown('a:3')).toBe(true);
      expect(await other.findings.isKnown('b:1')).toBe(false);
      expect((await other.findings.items('f-1', 3)).map(({ at }) => at)).toEqual([...(await store.findings.items('f-1', 3)).map(({ at }) => at)].sort((one, two) => two - one));
      expect(await other.findings.marks(['f-1', 'f-9'], START + 1)).toHaveLength((await other.findings.items('f-1', 99)).filter(({ at }) => at > START).length);
    });

    it('change one after another, and not at all when refused', async () => {
      await store.findings.add(group('f-3'), item('c:1'));
      await Promise.all(Array.from({ length: 6 }, (_, index) => [store, other][index % 2]?.findings.change('f-3', (one) => ({ ...one, count: one.count + 1 }))));
      expect(await store.findings.find('f-3')).toMatchObject({ count: 7, version: 7 });
      expect(await other.findings.change('f-3', () => refuse('conflict'))).toEqual({ refused: 'conflict' });
      expect(await store.findings.change('nobody', (one) => one)).toMatchObject({ refused: 'not-found' });
      expect(await store.findings.find('f-3')).toMatchObject({ version: 7 });
    });

    it('move items whole or not at all, and a group goes once nothing is left of it', async () => {
      const texts = ['手表怎么定位', '手表定位不准', '门票怎么换'];
      await store.findings.add(group('m-1', { examples: texts.slice(0, 1) }), item('m:0', { text: texts[0] ?? '' }));
      for (const [index, text] of texts.slice(1).entries()) await store.findings.join('m-1', item(`m:${index + 1}`, { text, at: START + index + 1 }), (one) => withItem(one, item('', { text, at: START + index + 1 })));
      const empty = group('m-2', { examples: [], firstAt: 0, lastAt: 0, count: 0 });
      expect(await other.findings.move({ from: 'm-1', into: empty, sources: ['m:2', 'a:1'] })).toMatchObject({ refused: 'conflict' });
      expect(await store.findings.find('m-2')).toBeNull();
      // Of two who move the same, one does.
      const both = await Promise.all([store, other].map(({ findings }, index) => findings.move({ from: 'm-1', into: { ...empty, id: `m-2${index}` }, sources: ['m:2'] })));
      expect(both.filter(isRefusal)).toMatchObject([{ refused: 'conflict' }]);
      const [apart] = both.filter((one) => !isRefusal(one));
      expect(apart).toMatchObject({ examples: ['门票怎么换'], count: 1, firstAt: START + 2, lastAt: START + 2 });
      expect(await other.findings.find('m-1')).toMatchObject({ examples: texts.slice(0, 2), count: 2, lastAt: START + 1 });

      const fix = { kind: 'rule', ref: 'r', text: '', at: START, by: { staffId: staffId('s'), name: '编辑' } } as const;
      await store.findings.change('m-1', (one) => ({ ...one, fixes: [fix] }));
      await store.findings.add(group('m-3', { examples: ['儿童手表定位'] }), item('m:9', { text: '儿童手表定位' }));
      // What comes meanwhile is in one of the two, or is told that its group went.
      const [merged, joined] = await Promise.all([store.findings.move({ from: 'm-1', into: 'm-3', sources: null }), other.findings.join('m-1', item('m:4'), (one) => withItem(one, item('m:4')))]);
      const expected = joined === true ? 4 : 3;
      if (joined !== true) expect(joined).toMatchObject({ refused: 'not-found' });
      expect(merged).toMatchObject({ count: expected, fixes: [fix], absorbed: ['m-1'] });
      expect((merged as Finding).examples).toEqual(expect.arrayContaining(['儿童手表定位', ...texts.slice(0, 2)]));
      expect(await other.findings.find('m-1')).toBeNull();
      expect(await other.findings.items('m-3', 9)).toHaveLength(expected);
      expect(await other.findings.isKnown('m:4')).toBe(joined === true);
      expect(await store.findings.move({ from: 'm-1', into: 'm-3', sources: null })).toMatchObject({ refused: 'not-found' });
      expect(await store.findings.move({ from: 'm-3', into: 'm-9', sources: null })).toMatchObject({ refused: 'not-found' });
      expect(await store.findings.items('m-3', 9)).toHaveLength(expected);
    });

    it('list what is asked for, lately asked first', async () => {
      const late = START + 1_000_000;
      await store.findings.add(group('f-4', { lastAt: late, locale: 'en' }), item('d:1'));
      await store.findings.add(group('f-5', { lastAt: late + 1, kind: 'case', locale: 'en' }), item('d:2'));
      await store.findings.add(group('f-6', { lastAt: late + 2, locale: 'en' }), item('d:3'));
      await store.findings.change('f-6', (one) => ({ ...one, state: 'ignored' }));
      const ids = async (filter: Parameters<typeof store.findings.list>[0], limit = 10) => (await other.findings.list(filter, limit)).map(({ id }) => id);
      expect(await ids({ kind: 'question', locale: 'en' })).toEqual(['f-6', 'f-4']);
      expect(await ids({ kind: 'question', locale: 'en', state: 'open' })).toEqual(['f-4']);
      expect(await ids({ kind: 'case' })).toEqual(['f-5']);
      expect(await ids({ kind: 'question' }, 1)).toEqual(['f-6']);
    });
  });
}
