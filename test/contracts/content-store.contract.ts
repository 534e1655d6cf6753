/** What the store of content promises: nothing is overwritten unseen, what was published never changes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { ContentAuthor, ContentText, RevisionNote } from '../../src/domain/content.js';
import { staffId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

const EDITOR: ContentAuthor = { staffId: staffId('editor'), name: '小编' };

function aNote(number: number, over: Partial<RevisionNote> = {}): RevisionNote {
  return { number, origin: 'draft', note: '', at: START, by: EDITOR, restoredFrom: null, overrideReason: null, approvedBy: null, ...over };
}

export function contentStoreContract(engine: TestEngine): void {
  describe(`the store of content on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    const edit = (path: string, text: string | null, version?: number | null) =>
      store.content.editDraft({ changes: [{ path, text, ...(version === undefined ? {} : { version }) }], by: EDITOR, at: START });
    const draftOf = async (path: string) => (await other.content.draft()).find((one) => one.path === path) ?? null;

    it('begins empty', async () => {
      expect(await store.content.latestNumber()).toBe(0);
      expect(await store.content.revisions()).toEqual([]);
      expect(await store.content.textsOf(1)).toBeNull();
    });

    it('keeps a text as it was written, to the last byte', async () => {
      const text = '﻿名: "引号" \\ \r\n\t🙂 \u200d e\u0301\n\n';
      expect(await edit('intents/bytes.yaml', text, null)).toBe('changed');
      expect(await draftOf('intents/bytes.yaml')).toEqual({ path: 'intents/bytes.yaml', text, version: 1, changedBy: EDITOR, changedAt: START });
    });

    it('refuses a change begun on an older version, and changes nothing else of that edit either', async () => {
      await edit('intents/a.yaml', 'one', null);
      expect(await edit('intents/a.yaml', 'two', 1)).toBe('changed');
      const late = { changes: [{ path: 'intents/b.yaml', text: 'new', version: null }, { path: 'intents/a.yaml', text: 'three', version: 1 }], by: null, at: START };
      expect(await other.content.editDraft(late)).toEqual({ conflicts: ['intents/a.yaml'] });
      expect((await draftOf('intents/a.yaml'))?.text).toBe('two');
      expect(await draftOf('intents/b.yaml')).toBeNull();
    });

    it('refuses to add a text that is there, to change one that is gone, and to take out one that was changed', async () => {
      await edit('intents/c.yaml', 'one', null);
      expect(await edit('intents/c.yaml', 'again', null)).toEqual({ conflicts: ['intents/c.yaml'] });
      expect(await edit('intents/never.yaml', 'x', 3)).toEqual({ conflicts: ['intents/never.yaml'] });
      await edit('intents/c.yaml', 'two', 1);
      expect(await edit('intents/c.yaml', null, 1)).toEqual({ conflicts: ['intents/c.yaml'] });
      expect(await edit('intents/c.yaml', null, 2)).toBe('changed');
      expect(await draftOf('intents/c.yaml')).toBeNull();
    });

    it('does not take a text that was taken out and written anew for the one that was read before', async () => {
      await edit('intents/anew.yaml', 'old', null);
      expect(await other.content.editDraft({ changes: [{ path: 'intents/anew.yaml', text: null, version: 1 }], by: EDITOR, at: START })).toBe('changed');
      expect(await other.content.editDraft({ changes: [{ path: 'intents/anew.yaml', text: 'theirs', version: null }], by: EDITOR, at: START })).toBe('changed');
      for (const text of ['mine', null]) expect(await edit('intents/anew.yaml', text, 1)).toEqual({ conflicts: ['intents/anew.yaml'] });
      const anew = await draftOf('intents/anew.yaml');
      expect(anew?.text).toBe('theirs');
      for (const text of [null, 'once more']) await edit('intents/anew.yaml', text);
      expect((await draftOf('intents/anew.yaml'))?.version).toBeGreaterThan(anew?.version ?? 0);
    });

    it('tells one of two editors who save the same text at the same moment', async () => {
      await edit('intents/race.yaml', 'start', null);
      const both = await Promise.all([store, other].map(({ content }, index) => content.editDraft({ changes: [{ path: 'intents/race.yaml', text: `from ${index}`, version: 1 }], by: EDITOR, at: START })));
      expect(both.filter((one) => one === 'changed')).toHaveLength(1);
      const kept = await draftOf('intents/race.yaml');
      expect(kept?.text).toBe(`from ${both.indexOf('changed')}`);
    });

    it('publishes a number once, and keeps every revision as it was', async () => {
      const texts: ContentText[] = Array.from({ length: 450 }, (_, index) => ({ path: `knowledge-base/${String(index).padStart(4, '0')}.md`, text: `text ${index % 300}` }));
      const both = await Promise.all([store, other].map(({ content }, index) => content.publish({ revision: aNote(1, { note: `from ${index}` }), texts })));
      expect([...both].sort()).toEqual(['published', 'taken']);
      await store.content.publish({ revision: aNote(2, { origin: 'restore', restoredFrom: 1, overrideReason: 'because' }), texts: texts.slice(0, 3) });
      expect(await other.content.latestNumber()).toBe(2);
      expect(await other.content.textsOf(1)).toEqual(texts);
      expect(await other.content.textsOf(2)).toEqual(texts.slice(0, 3));
      expect((await other.content.revisions()).map(({ number, note }) => [number, note])).toEqual([[2, ''], [1, `from ${both.indexOf('published')}`]]);
    });

    it('lets a publication bring along those draft texts that nobody changed since', async () => {
      await edit('intents/mine.yaml', 'old', null);
      await edit('intents/free.yaml', 'old', null);
      await edit('intents/mine.yaml', 'still being written', 1);
      const changes = [{ path: 'intents/mine.yaml', text: 'restored', version: 1 }, { path: 'intents/free.yaml', text: 'restored', version: 1 }];
      await store.content.publish({ revision: aNote(3), texts: [{ path: 'intents/free.yaml', text: 'restored' }], draft: { changes, by: EDITOR, at: START } });
      expect((await draftOf('intents/mine.yaml'))?.text).toBe('still being written');
      expect((await draftOf('intents/free.yaml'))?.text).toBe('restored');
    });

    it('publishes while an editor saves one of those texts, and loses nothing of hers', async () => {
      const paths = Array.from({ length: 12 }, (_, index) => `intents/many-${index}.yaml`);
      for (const path of paths) await edit(path, 'v0', null);
      for (let round = 1; round <= 8; round += 1) {
        const versions = new Map((await store.content.draft()).map(({ path, version }) => [path, version]));
        const changes = paths.map((path) => ({ path, text: `restored ${round}`, version: versions.get(path) ?? null }));
        const publishing = store.content.publish({ revision: aNote(100 + round), texts: [], draft: { changes, by: EDITOR, at: START } });
        const saving = paths.toReversed().map((path) => other.content.editDraft({ changes: [{ path, text: `hers ${round}`, version: versions.get(path) ?? null }], by: EDITOR, at: START }));
        const [published, ...saved] = await Promise.all([publishing, ...saving]);
        expect(published).toBe('published');
        const now = new Map((await store.content.draft()).map(({ path, text }) => [path, text]));
        expect(paths.toReversed().map((path) => now.get(path))).toEqual(saved.map((outcome) => (outcome === 'changed' ? `hers ${round}` : `restored ${round}`)));
      }
    });
  });
}
