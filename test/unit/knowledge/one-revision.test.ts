/** An answer under way while another revision goes live says what one of them says, not half of each. */
import { describe, expect, it } from '@jest/globals';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import type { Article } from '../../../src/domain/article.js';
import { Knowledge } from '../../../src/knowledge/knowledge.js';
import type { Question } from '../../../src/knowledge/question.js';
import type { AnswerComposer } from '../../../src/ports/answer-composer.js';
import type { BusinessSystem } from '../../../src/ports/business-system.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { reading } from '../dialogue/situations.js';

function revision(number: number, word: string): Revision {
  const article: Article = { id: 'drone', locale: 'zh-CN', title: `无人机送卡（${word}）`, intents: ['drone'], plans: [], regions: [], validFrom: '2026-01-01', validTo: null, successor: null, keywords: ['无人机', '送卡'], asked: ['无人机送卡要多久'], body: word };
  const passages = [{ id: `drone-${word}`, articleId: 'drone', locale: 'zh-CN' as const, heading: '', text: `无人机送卡要${word}。` }];
  return { number, intents: new Map(), articles: new Map([['drone.zh-CN', article]]), passages, readsEmbeddings: false, tokens: (said) => ({ canonical: said, words: [said] }), read: (said) => reading({ text: said }) };
}

const ASKED: Question = { text: '无人机送卡要多久', locale: 'zh-CN', today: '2026-11-22', ranking: [{ intent: 'drone', confidence: 0.97 }], entities: [], msisdn: null, outOfScope: 0.02 };

describe('a question', () => {
  const was = revision(1, '两小时');
  const is = revision(2, '三天');

  /** Another revision goes live while the answer is being put together. */
  function overtaken(): Knowledge {
    let current = was;
    const composer: AnswerComposer = { compose: async (text, passages, options) => ((current = is), await Promise.resolve(), offlineComposer().compose(text, passages, options)) };
    return new Knowledge({ content: { current: () => current }, composer, business: {} as BusinessSystem });
  }

  it('is answered and cited by the revision it was looked up in', async () => {
    const found = await overtaken().find(ASKED);
    expect(found).toMatchObject({ kind: 'answer', answer: { text: expect.stringContaining('两小时') as unknown, citations: [{ title: '无人机送卡（两小时）' }] } });
  });

  it('of a turn is answered by the revision the turn was read with, though another is in force by now', async () => {
    const knowledge = new Knowledge({ content: { current: () => is }, composer: offlineComposer(), business: {} as BusinessSystem });
    expect(await knowledge.find({ ...ASKED, revision: was })).toMatchObject({ kind: 'answer', answer: { text: expect.stringContaining('两小时') as unknown, citations: [{ title: '无人机送卡（两小时）' }] } });
    expect(await knowledge.open('drone', { ...ASKED, revision: was })).toMatchObject({ citations: [{ title: '无人机送卡（两小时）' }] });
    expect(await knowledge.nearest({ ...ASKED, revision: was })).toMatchObject([{ text: '无人机送卡要两小时。' }]);
    expect(await knowledge.find(ASKED)).toMatchObject({ kind: 'answer', answer: { text: expect.stringContaining('三天') as unknown } });
  });
});
