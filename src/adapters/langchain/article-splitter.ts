/** Splits articles at their headings, and what is still long at paragraphs and sentence ends of either language. */
import type { Article, Passage } from '../../domain/article.js';
import type { ArticleSplitter } from '../../ports/article-splitter.js';
import { plainText } from './plain-text.js';

/** What fits a phone's screen as one answer. */
const PASSAGE_CHARS = { 'zh-CN': 260, en: 700 } as const;

/** Stands behind every sentence end while splitting, since the splitter would otherwise begin a passage with the full stop. */
const SENTENCE_END = '\u0001';

interface Section {
  readonly heading: string;
  readonly text: string;
}

export function langchainSplitter(): ArticleSplitter {
  return {
    split: async (article) => {
      const sections = sectionsOf(article.body);
      const cut = await Promise.all(sections.map((section) => (isLong(article, section) ? cutSection(article, section) : [section])));
      return cut.flat().map(
        ({ heading, text }, index): Passage => ({
          id: `${article.id}.${article.locale}#${index + 1}`,
          articleId: article.id,
          locale: article.locale,
          heading,
          text,
        }),
      );
    },
  };
}

function isLong(article: Article, section: Section): boolean {
  return section.text.length > PASSAGE_CHARS[article.locale];
}

function sectionsOf(body: string): Section[] {
  return body
    .split(/^(?=#{1,6} )/m)
    .map((part) => {
      const heading = /^#{1,6} (.*)$/m.exec(part.split('\n', 1)[0] ?? '');
      return heading ? { heading: plainText(heading[1] ?? ''), text: plainText(part.slice(heading[0].length)) } : { heading: '', text: plainText(part) };
    })
    .filter(({ text }) => text !== '');
}

/** Loaded only when an article is long: the library takes a fifth of a second. */
async function cutSection(article: Article, section: Section): Promise<Section[]> {
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: PASSAGE_CHARS[article.locale],
    chunkOverlap: 0,
    separators: ['\n\n', '\n', SENTENCE_END],
    keepSeparator: false,
  });
  const marked = section.text.replace(/([。！？；]|[.!?](?=\s))/g, `$1${SENTENCE_END}`);
  const texts = await splitter.splitText(marked);
  return texts.map((text) => ({ heading: section.heading, text: text.replaceAll(SENTENCE_END, '').trim() }));
}
