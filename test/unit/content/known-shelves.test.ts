/** Guarantees of shelves that several revisions share: the same articles are indexed once, and what was changed is served at once. */
import { describe, expect, it } from '@jest/globals';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import { allTexts, directoryFiles } from '../../../src/content/content-files.js';
import { KnownShelves } from '../../../src/content/known-shelves.js';
import { revisionOf } from '../../../src/content/published.js';
import type { ContentText } from '../../../src/domain/content.js';
import { Knowledge } from '../../../src/knowledge/knowledge.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { HandClock } from '../../support/hand-clock.js';
import { seededParts } from '../../support/seeded-content.js';

const ROOT = `${import.meta.dirname}/../../..`;
const TODAY = '2026-11-28';
const QUESTION = 'APN怎么设置';

describe('articles of several revisions', () => {
  const clock = new HandClock(Date.parse(`${TODAY}T04:00:00Z`));
  const answers = async (knowledge: Knowledge, revision: Revision): Promise<string> => {
    const { ranking, entities, outOfScope } = revision.read(QUESTION, { today: TODAY });
    const found = await knowledge.find({ text: QUESTION, locale: 'zh-CN', today: TODAY, ranking, entities, outOfScope, revision, msisdn: null });
    return found.kind === 'answer' ? found.answer.text : found.kind;
  };

  it('are one copy where they are the same, and each revision answers from its own', async () => {
    const texts = await allTexts(directoryFiles(ROOT));
    const parts = { ...(await seededParts()), shelves: new KnownShelves() };
    const first = await revisionOf(1, texts, parts);
    const golden: ContentText = { path: 'golden/unread.yaml', text: '[]\n' };
    const same = await revisionOf(2, [...texts, golden], parts);
    const edited = await revisionOf(3, texts.map(({ path, text }) => ({ path, text: path.includes('apn-settings') ? text.replaceAll('jbnet', 'jbnew') : text })), parts);
    const restored = await revisionOf(4, texts, parts);

    expect(same.articles).toBe(first.articles);
    expect(same.passages).toBe(first.passages);
    expect(edited.articles).not.toBe(first.articles);
    expect(restored.articles).toBe(first.articles);

    const knowledge = new Knowledge({ content: { current: () => first }, composer: offlineComposer(), business: createDemoOperator({ clock }).businessSystem });
    for (const revision of [first, edited, restored]) await knowledge.makeReady(revision, () => Promise.resolve());
    expect(await answers(knowledge, first)).toContain('jbnet');
    expect(await answers(knowledge, edited)).toContain('jbnew');
    expect(await answers(knowledge, restored)).toContain('jbnet');
  });

  it('are given to whoever computed the same meanwhile', () => {
    const shelves = new KnownShelves();
    const shelf = { articles: new Map(), passages: [] };
    expect(shelves.known('one')).toBeUndefined();
    expect(shelves.keep('one', shelf)).toBe(shelf);
    expect(shelves.keep('one', { articles: new Map(), passages: [] }).articles).toBe(shelf.articles);
    expect(shelves.known('one')?.passages).toBe(shelf.passages);
  });
});
