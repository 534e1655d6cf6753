/** Drafts of a reply for an agent to edit: in a model's words where there is one, else and besides the article that fits. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import type { GuardedWriter } from './guarded-writer.js';
import type { Knowledge } from './knowledge.js';
import { FENCED, LANGUAGES, MANNERS, UNKNOWN } from './prompts.js';
import type { Question } from './question.js';

export interface ReplyDraft {
  readonly text: string;
  readonly source: 'model' | 'article' | 'canned';
  /** Of the article or the canned reply. */
  readonly title: string | null;
}

export interface DraftWish {
  readonly question: Question;
  readonly conversationId: string;
  /** The conversation so far, as lines of who said what. */
  readonly talk: string;
  /** What the account says, in words. */
  readonly account: readonly string[];
}

/** An agent waits for it, pen in hand. */
const WITHIN_MS = 5000;
const MOST_TOKENS = 400;
const PERHAPS_OPENED = 2;

export class ReplyDrafts {
  constructor(private readonly deps: { readonly knowledge: Knowledge; readonly writer: GuardedWriter | null }) {}

  /** The model's first. Never rejects because of the model. */
  async draft(wish: DraftWish): Promise<readonly ReplyDraft[]> {
    const [written, articles] = await Promise.all([this.#written(wish), this.#ofArticles(wish.question)]);
    return written === null ? articles : [{ text: written, source: 'model', title: null }, ...articles];
  }

  /** An agent sees at once whether it fits: what would only be named to a subscriber is opened for her. */
  async #ofArticles(question: Question): Promise<readonly ReplyDraft[]> {
    const { knowledge } = this.deps;
    const found = await knowledge.find(question);
    if (found.kind === 'nothing') return [];
    const answers = found.kind === 'answer' ? [found.answer] : await Promise.all(found.articles.slice(0, PERHAPS_OPENED).map(({ id }) => knowledge.open(id, question)));
    return answers.flatMap((answer) => (answer ? [{ text: answer.text, source: 'article' as const, title: answer.citations[0]?.title ?? null }] : []));
  }

  /** What the articles in force say nearest to a question, as text. */
  async passagesOn(question: Question): Promise<readonly string[]> {
    return (await this.deps.knowledge.nearest(question)).map(asText);
  }

  async #written({ question, conversationId, talk, account }: DraftWish): Promise<string | null> {
    const { writer, knowledge } = this.deps;
    if (!writer) return null;
    const { locale } = question;
    const passages = (await knowledge.nearest(question)).map((passage): readonly [string, string] => ['passage', asText(passage)]);
    const known = account.length === 0 ? [] : [['account', account.join('\n')] as const];
    const data = [...passages, ...known, ['conversation', talk] as const];
    const writing = { purpose: 'suggestion' as const, conversationId, system: prompt(locale), data, maxTokens: MOST_TOKENS, locale, reader: 'subscriber' as const, withinMs: WITHIN_MS };
    const text = await writer.write(writing).catch(() => null);
    return text === null || text.includes(UNKNOWN) ? null : text;
  }
}

function prompt(locale: Locale): string {
  return [
    'You draft what a service agent of Jiebang Telecom (接棒通信) might send next to her customer. She reads and changes it first.',
    'Answer what the customer asked last, from the passages and the account alone.',
    `Write ${LANGUAGES[locale]}, warm and plain, at most four short sentences, no greeting, no name.`,
    MANNERS,
    `If they do not answer it, answer with the one word ${UNKNOWN}.`,
    FENCED,
  ].join('\n');
}

function asText({ heading, text }: Passage): string {
  return `${heading}\n${text}`;
}
