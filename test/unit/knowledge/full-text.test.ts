/** Full text of a revision whose passages could not be filed at once. */
import { describe, expect, it } from '@jest/globals';
import { FullText } from '../../../src/knowledge/full-text.js';
import type { PassageSearch } from '../../../src/ports/passage-search.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { HandClock } from '../../support/hand-clock.js';

const passage = { id: 'p', articleId: 'a', locale: 'en', heading: 'Post', text: 'sim by post' } as const;
const article = { id: 'a', locale: 'en', title: 'Post', keywords: [], asked: [] };
const revision = { number: 1, articles: new Map([['a.en', article]]), passages: [passage] } as unknown as Revision;
const question = { text: 'post', locale: 'en' } as const;

describe('full text', () => {
  it('is given up where its node stops while it is being filed, and nobody is told of trouble', async () => {
    const troubles: unknown[] = [];
    let stop: () => void = () => undefined;
    const search: PassageSearch = {
      has: () => Promise.resolve(false),
      fill: (_shelf, _passages, _at, isWanted = () => true) => {
        expect(isWanted()).toBe(true);
        stop();
        return isWanted() ? Promise.resolve() : Promise.reject(new Error('no longer wanted'));
      },
      find: () => Promise.resolve([]),
    };
    const segmenter = { isReady: true, words: (texts: readonly string[]) => Promise.resolve(texts.map((text) => text.split(' '))), close: () => Promise.resolve() };
    const fullText = new FullText({ segmenter, search, clock: new HandClock(), onTrouble: (error) => troubles.push(error) });
    stop = () => fullText.stop();
    expect(await fullText.prepare(revision)).toBeNull();
    expect(troubles).toEqual([]);
  });

  it('is tried again after the store was away, not at every question, and then ranks', async () => {
    const clock = new HandClock();
    let [isAway, tries] = [true, 0];
    const search: PassageSearch = {
      has: () => {
        tries += 1;
        return isAway ? Promise.reject(new Error('away')) : Promise.resolve(false);
      },
      fill: () => Promise.resolve(),
      find: () => Promise.resolve([{ id: 'p', articleId: 'a', score: 2 }]),
    };
    const troubles: unknown[] = [];
    const segmenter = { isReady: true, words: (texts: readonly string[]) => Promise.resolve(texts.map((text) => text.split(' '))), close: () => Promise.resolve() };
    const fullText = new FullText({ segmenter, search, clock, onTrouble: (error) => troubles.push(error) });
    expect(await fullText.prepare(revision)).toBeNull();
    isAway = false;
    expect(await fullText.shares(revision, question)).toBeNull();
    await fullText.prepare(revision);
    expect([tries, troubles.length]).toEqual([1, 1]);
    clock.advance(30_000);
    await fullText.prepare(revision);
    expect((await fullText.shares(revision, question))?.get('a')).toBeGreaterThan(0);
  });
});
