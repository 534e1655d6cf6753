/** What the home page links to is there. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HELP_ARTICLES } from '../../../src/web/site/offerings.js';

describe('the help centre on the home page', () => {
  it('links only to articles that exist in both languages', () => {
    const ids = [...HELP_ARTICLES.flat().map((article) => article.id), 'home-169-broadband', 'enterprise-services'];
    const missing = ids.flatMap((id) => ['zh-CN', 'en'].map((locale) => `knowledge-base/${id}.${locale}.md`)).filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });
});
