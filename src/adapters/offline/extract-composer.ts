/** Answers without a model: the best passage as a short extract, in the article's own words. */
import type { Passage } from '../../domain/article.js';
import type { AnswerComposer } from '../../ports/answer-composer.js';

/** What is read at a glance; a passage rarely is longer. */
const MOST_CHARS = { 'zh-CN': 220, en: 520 } as const;

export function offlineComposer(): AnswerComposer {
  return {
    compose: (_question, passages, { locale }) => {
      const used = chosen(passages, MOST_CHARS[locale]);
      if (used.length === 0) return Promise.resolve(null);
      const text = used.map((passage) => extract(passage, MOST_CHARS[locale])).join('\n');
      return Promise.resolve({ text, passageIds: used.map(({ id }) => id), isGenerated: false });
    },
  };
}

/** Articles open with the answer: a section that fits the words goes behind the opening where both can be read at a glance. */
function chosen([best, ...rest]: readonly Passage[], most: number): readonly Passage[] {
  if (!best) return [];
  const opening = best.heading === '' ? undefined : rest.find(({ heading }) => heading === '');
  if (opening && lengthOf(opening) + lengthOf(best) <= most) return [opening, best];
  // Some headings carry the question and the passage only half the answer; a very short one takes the next along.
  const isShort = best.text.length < most / 12;
  return isShort && rest[0] ? [best, rest[0]] : [best];
}

const lengthOf = ({ heading, text }: Passage): number => heading.length + text.length;

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
