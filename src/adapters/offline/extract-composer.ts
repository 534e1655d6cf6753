/** Answers without a model: the best passage as a short extract, in the article's own words. */
import type { Passage } from '../../domain/article.js';
import type { AnswerComposer } from '../../ports/answer-composer.js';

/** What is read at a glance; a passage rarely is longer. */
const MOST_CHARS = { 'zh-CN': 220, en: 520 } as const;

export function offlineComposer(): AnswerComposer {
  return {
    compose: (_question, [best, ...rest], { locale }) => {
      if (!best) return Promise.resolve(null);
      // Some headings carry the question and the passage only half the answer; a very short one takes the next along.
      const isShort = best.text.length < MOST_CHARS[locale] / 12;
      const used = isShort && rest[0] ? [best, rest[0]] : [best];
      const text = used.map((passage) => extract(passage, MOST_CHARS[locale])).join('\n');
      return Promise.resolve({ text, passageIds: used.map(({ id }) => id), isGenerated: false });
    },
  };
}

function extract({ heading, text }: Passage, most: number): string {
  const titled = heading === '' ? text : `${heading}\n${text}`;
  return titled.length <= most ? titled : cut(titled, most);
}

/** Cuts at the end of a line or sentence, never inside one. */
function cut(text: string, most: number): string {
  const head = text.slice(0, most);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('。') + 1, head.lastIndexOf('；') + 1, head.lastIndexOf('. ') + 1);
  return end > most / 3 ? head.slice(0, end).trimEnd() : `${head.trimEnd()}…`;
}
