/** Full text of the articles of one language in memory: how well each article's title, keywords, headings and body match a question. */
import type { Article, Passage } from '../domain/article.js';
import { fold } from '../understanding/fold.js';
import { Phrases } from './phrases.js';
import { charactersOf, questionTerms, sensesOf, termsOf } from './terms.js';
import { asksHowToEnd, tellsEnding } from './ending.js';

const WEIGHTS = { title: 2.5, keywords: 2.5, asked: 1.6, headings: 1.6, body: 1 } as const;
type Field = keyof typeof WEIGHTS;
const FIELDS = Object.keys(WEIGHTS) as Field[];

/** Saturation of repeated terms and correction for length, as BM25 has them. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

/** What a word of the same meaning counts beside the word itself, and how far it is worth it where it stands. */
const KINDRED = 0.8;
const KINDRED_NAMED = 0.75;
const KINDRED_TOLD = 0.4;

/** Articles begin with the answer; a later passage must fit this much better. */
const OPENING = 0.2;
/** To whoever asks how to end something, the section that says it is worth more than those that only name the thing. */
const ENDING = 0.6;

interface Sum {
  score: number;
  covered: number;
  named: number;
}

interface Entry {
  readonly article: Article;
  readonly passages: readonly Passage[];
}

/** How one article matches; all shares are of the question's weight, 0 to 1. */
export interface Match {
  readonly article: Article;
  readonly passages: readonly Passage[];
  /** BM25 over the fields, divided by the most the question could reach. */
  readonly score: number;
  /** Of the question's terms, those found anywhere in the article. */
  readonly coverage: number;
  /** Those found in title, keywords or headings. */
  readonly named: number;
  /** Longest keyword that stands in the question as it is, in characters. */
  readonly keyword: number;
  /** Chinese characters of the question that title and keywords have, by rarity. */
  readonly characters: number;
  /** How much the question is like one of those that the article is known to be asked by. */
  readonly like: number;
  /** How many terms the question has that say anything. */
  readonly asked: number;
}

export class ArticleIndex {
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly namedIn = new Map<string, Set<number>>();
  private readonly entries: Entry[] = [];
  /** Which entries have a Chinese character in title or keywords. */
  private readonly havingCharacter = new Map<string, number[]>();
  /** Title and keywords by their first two characters. */
  private readonly keywords = new Map<string, { readonly word: string; readonly index: number }[]>();
  private readonly passageTerms = new Map<string, ReadonlySet<string>>();
  private readonly phrases: Phrases;

  constructor(articles: readonly Article[], passages: readonly Passage[], isFilledLater = false) {
    this.phrases = new Phrases(articles.map(({ title, asked = [] }) => [title, ...asked]));
    if (!isFilledLater) for (const _step of this.filling(articles, passages)) continue;
  }

  /** The same in many short steps, for a product that answers meanwhile. */
  static async slowly(articles: readonly Article[], passages: readonly Passage[], pause: () => Promise<void>): Promise<ArticleIndex> {
    const made = new ArticleIndex(articles, passages, true);
    for (const _step of made.filling(articles, passages)) await pause();
    return made;
  }

  private *filling(articles: readonly Article[], passages: readonly Passage[]): Generator<void> {
    const byArticle = grouped(passages);
    const counted: Record<Field, readonly string[]>[] = [];
    for (const article of articles) {
      counted.push(fieldsOf(article, byArticle.get(`${article.id}.${article.locale}`) ?? []));
      yield;
    }
    const average = (field: Field): number => counted.reduce((sum, fields) => sum + fields[field].length, 0) / Math.max(1, counted.length);
    const averages = Object.fromEntries(FIELDS.map((field) => [field, average(field)])) as Record<Field, number>;
    for (const [index, article] of articles.entries()) {
      const own = byArticle.get(`${article.id}.${article.locale}`) ?? [];
      const names = [article.title, ...article.keywords];
      for (const character of charactersOf(names.join(' '))) listed(this.havingCharacter, character, index);
      for (const word of names.map(fold)) listed(this.keywords, word.slice(0, 2), { word, index });
      this.entries.push({ article, passages: own });
      for (const passage of own) this.passageTerms.set(passage.id, new Set(termsOf(`${passage.heading}\n${passage.text}`)));
      const fields = counted[index];
      if (fields) this.add(index, fields, averages);
      yield;
    }
  }

  private add(index: number, fields: Readonly<Record<Field, readonly string[]>>, averages: Readonly<Record<Field, number>>): void {
    for (const field of FIELDS) {
      const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * fields[field].length) / (averages[field] || 1);
      for (const term of fields[field]) {
        const posting = this.postings.get(term) ?? new Map<number, number>();
        posting.set(index, (posting.get(index) ?? 0) + WEIGHTS[field] / length);
        this.postings.set(term, posting);
        if (field === 'body') continue;
        const named = this.namedIn.get(term) ?? new Set<number>();
        this.namedIn.set(term, named.add(index));
      }
    }
  }

  /** Rarity of a term; one that no article has weighs as much as the rarest that one has. */
  private weightOf(term: string): number {
    const count = this.postings.get(term)?.size ?? 0.5;
    return Math.log(1 + (this.entries.length - count + 0.5) / (count + 0.5));
  }

  private rarityOf(character: string): number {
    return Math.log(1 + this.entries.length / (1 + (this.havingCharacter.get(character)?.length ?? 0)));
  }

  /** Every article that shares a term with the question, in no order. */
  match(question: string): readonly Match[] {
    const own = questionTerms(question);
    const total = this.weightOfAll(own) || 1;
    const sums = new Map<number, Sum>();
    for (const term of own) this.count(term, this.weightOf(term), sums);
    this.countSenses(question, new Set(own), sums);
    const characters = charactersOf(question);
    const likeness = this.phrases.likenessOf(own, characters);
    const keyword = this.longestKeywords(fold(question));
    const { shared, most } = this.sharedCharacters(characters);
    return [...sums].flatMap(([index, sum]) => {
      const entry = this.entries[index];
      if (!entry) return [];
      const { article, passages } = entry;
      const share = (part: number): number => Math.min(1, part / total);
      return [{ article, passages, score: share(sum.score), coverage: share(sum.covered), named: share(sum.named), keyword: keyword.get(index) ?? 0, characters: (shared[index] ?? 0) / most, like: likeness[index] ?? 0, asked: own.length }];
    });
  }

  /** By entry, the length of the longest of its keywords that stands in the question. */
  private longestKeywords(folded: string): ReadonlyMap<number, number> {
    const longest = new Map<number, number>();
    const look = (start: string, at: number): void => {
      for (const { word, index } of this.keywords.get(start) ?? []) {
        if (word.length > (longest.get(index) ?? 0) && folded.startsWith(word, at)) longest.set(index, word.length);
      }
    };
    for (let at = 0; at < folded.length; at += 1) {
      look(folded.charAt(at), at);
      if (at + 2 <= folded.length) look(folded.slice(at, at + 2), at);
    }
    return longest;
  }

  /** By entry, how much the question's characters weigh that it has too; and how much all of them do. */
  private sharedCharacters(characters: ReadonlySet<string>): { readonly shared: Float64Array; readonly most: number } {
    const shared = new Float64Array(this.entries.length);
    let most = 0;
    for (const character of characters) {
      const weight = this.rarityOf(character);
      most += weight;
      for (const index of this.havingCharacter.get(character) ?? []) shared[index] = (shared[index] ?? 0) + weight;
    }
    return { shared, most: most || 1 };
  }

  private count(term: string, weight: number, sums: Map<number, Sum>): void {
    for (const [index, frequency] of this.postings.get(term) ?? []) {
      const sum = sumOf(sums, index);
      sum.score += (weight * frequency) / (frequency + SATURATION);
      sum.covered += weight;
      if (this.namedIn.get(term)?.has(index)) sum.named += weight;
    }
  }

  /** An article that says it in another word counts nearly as one that says it in the question's own; never both. */
  private countSenses(question: string, own: ReadonlySet<string>, sums: Map<number, Sum>): void {
    for (const { spoken, others } of sensesOf(question)) {
      const weight = KINDRED * this.weightOfAll(spoken);
      // 「超了」 is cut to 超 where fillers are left out: who says 「超了」 was not counted by the question's own terms.
      const isCounted = spoken.every((term) => own.has(term));
      const saidSo = isCounted ? this.having(spoken, this.postings) : new Set<number>();
      const ways = isCounted ? others : [spoken, ...others];
      const named = new Set(ways.flatMap((terms) => [...this.having(terms, this.namedIn)]));
      for (const index of new Set(ways.flatMap((terms) => [...this.having(terms, this.postings)]))) {
        if (saidSo.has(index)) continue;
        const sum = sumOf(sums, index);
        sum.score += weight * (named.has(index) ? KINDRED_NAMED : KINDRED_TOLD);
        sum.covered += weight;
        if (named.has(index)) sum.named += weight;
      }
    }
  }

  private weightOfAll(terms: readonly string[]): number {
    return terms.reduce((sum, term) => sum + this.weightOf(term), 0);
  }

  /** Articles that have every one of these terms. */
  private having(terms: readonly string[], where: ReadonlyMap<string, ReadonlySet<number> | ReadonlyMap<number, number>>): ReadonlySet<number> {
    const [first, ...rest] = terms;
    const all = first === undefined ? [] : [...(where.get(first)?.keys() ?? [])];
    return new Set(all.filter((index) => rest.every((term) => where.get(term)?.has(index))));
  }

  /** Articles that no term leads to, for those whose intent does. */
  withoutTerms(wanted: (article: Article) => boolean): readonly Match[] {
    return this.entries.filter(({ article }) => wanted(article)).map(({ article, passages }) => ({ article, passages, score: 0, coverage: 0, named: 0, keyword: 0, characters: 0, like: 0, asked: 0 }));
  }

  /** The passages of an article, the one that answers best first. */
  rankPassages(question: string, passages: readonly Passage[]): readonly { readonly passage: Passage; readonly coverage: number }[] {
    const terms = questionTerms(question);
    const senses = sensesOf(question);
    const total = this.weightOfAll(terms) || 1;
    const isEnding = asksHowToEnd(question);
    return passages
      .map((passage, index) => {
        const own = this.passageTerms.get(passage.id) ?? new Set<string>();
        const says = (spoken: readonly string[]): boolean => spoken.length > 0 && spoken.every((term) => own.has(term));
        const kindred = senses.filter(({ spoken, others }) => (!says(spoken) || !spoken.every((term) => terms.includes(term))) && [spoken, ...others].some(says));
        const found = this.weightOfAll(terms.filter((term) => own.has(term))) + kindred.reduce((sum, { spoken }) => sum + KINDRED * this.weightOfAll(spoken), 0);
        return { passage, coverage: Math.min(1, found / total) + (index === 0 ? OPENING : 0) + (isEnding && tellsEnding(passage.heading) ? ENDING : 0) };
      })
      .sort((one, other) => other.coverage - one.coverage);
  }
}

function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function sumOf(sums: Map<number, Sum>, index: number): Sum {
  const known = sums.get(index);
  if (known) return known;
  const fresh: Sum = { score: 0, covered: 0, named: 0 };
  sums.set(index, fresh);
  return fresh;
}

function grouped(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    listed(groups, `${passage.articleId}.${passage.locale}`, passage);
  }
  return groups;
}

function fieldsOf(article: Article, passages: readonly Passage[]): Record<Field, readonly string[]> {
  return {
    title: termsOf(article.title),
    keywords: article.keywords.flatMap(termsOf),
    asked: (article.asked ?? []).flatMap(termsOf),
    headings: passages.flatMap(({ heading }) => termsOf(heading)),
    body: passages.flatMap(({ text }) => termsOf(text)),
  };
}
