/** A language model's help for editors: other ways to say a phrase, and the draft of an article. An editor reads it before anything of it is saved. */
import type { Locale } from '../domain/locale.js';
import type { GuardedWriter } from './guarded-writer.js';
import { FENCED, LANGUAGES } from './prompts.js';

export interface PhraseWish {
  readonly text: string;
  readonly locale: Locale;
  readonly count: number;
}

/** What an article is to be drafted from: talks that ended well, questions nobody could answer, what is already written. */
export interface ArticleWish {
  readonly locale: Locale;
  readonly talks: readonly string[];
  readonly questions: readonly string[];
  readonly written: readonly string[];
}

export interface ArticleDraft {
  readonly title: string;
  readonly body: string;
  /** How subscribers would ask for it. */
  readonly asked: readonly string[];
  /** Sentences left out: they claimed what nothing given says, or held something personal. */
  readonly withheld: number;
}

const MOST_TOKENS = 1500;
const WITHIN_MS = 8000;
const MOST_ASKED = 8;

export class EditingHelp {
  constructor(private readonly writer: GuardedWriter) {}

  /** None twice, none the phrase itself. Rejects with `ProductError('unavailable')` when the model fails or nothing of it stands. */
  async variants({ text, locale, count }: PhraseWish): Promise<readonly string[]> {
    const system = [
      'You help the editors of a telecom operator’s assistant. Between <phrase> and </phrase> stands something a customer might type.',
      `Write ${count} other ways in which customers would type the same wish in ${LANGUAGES[locale]}: short, colloquial, each different in its words, some incomplete.`,
      'Keep every figure, product and place of the phrase and add none. One to a line, without numbers, quotes or explanation.',
      FENCED,
    ].join('\n');
    const written = await this.writer.writeWhatStands({ purpose: 'editing', conversationId: null, system, data: [['phrase', text]], maxTokens: MOST_TOKENS, locale, reader: 'staff', withinMs: WITHIN_MS });
    const lines = written.text.split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.、)])\s*/u, '').trim());
    const known = new Set([plain(text)]);
    return lines.filter((line) => line !== '' && !known.has(plain(line)) && known.add(plain(line))).slice(0, count);
  }

  /** Rejects as `variants` does. */
  async draftArticle({ locale, talks, questions, written }: ArticleWish): Promise<ArticleDraft> {
    const system = [
      'You draft a knowledge article for the editors of a telecom operator’s assistant. An editor checks and completes it.',
      `Write ${LANGUAGES[locale]}. First line: the title. Then an empty line and the article in Markdown: the answer in the first sentence, then what to do, step by step, with ## headings where there are several parts.`,
      `At the end up to ${MOST_ASKED} lines that begin with "? ": how customers would ask for it, in their words.`,
      'Use only what stands in the tags. Copy figures, dates and names exactly and calculate nothing. Where a fact is missing, write …… in its place. Nothing about a single customer: no names, numbers or cases.',
      FENCED,
    ].join('\n');
    const tagged = (tag: string, texts: readonly string[]) => texts.map((text): readonly [string, string] => [tag, text]);
    const data = [...tagged('talk', talks), ...tagged('question', questions), ...tagged('written', written)];
    const { text, withheld } = await this.writer.writeWhatStands({ purpose: 'editing', conversationId: null, system, data, maxTokens: MOST_TOKENS, locale, reader: 'staff', withinMs: WITHIN_MS });
    return { ...partsOf(text), withheld };
  }
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}

const ASKED = /^\s*[?？]\s*/u;

function partsOf(text: string): Omit<ArticleDraft, 'withheld'> {
  const lines = text.split('\n');
  const title = (lines[0] ?? '').replace(/^#+\s*/u, '').trim();
  const asked = lines.filter((line) => ASKED.test(line)).map((line) => line.replace(ASKED, '').trim());
  const body = lines.slice(1).filter((line) => !ASKED.test(line)).join('\n').trim();
  return { title, body, asked: asked.filter((line) => line !== '').slice(0, MOST_ASKED) };
}
