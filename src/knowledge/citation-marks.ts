/** Marks like [2] in a generated text: which passage a sentence stands on, told to the reader by the number of its article. */
import type { Passage } from '../domain/article.js';

const MARK = /\s*[[【]\s*(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\s*[\]】]/gu;
/** Of a text without marks, the pairs of characters that a passage must share to be its source. */
const SHARED = 0.45;

export function withoutMarks(text: string): string {
  return text.replace(MARK, '');
}

export class CitationMarks {
  readonly #cited: Passage[] = [];
  readonly #articles: string[] = [];

  constructor(private readonly passages: readonly Passage[]) {}

  get cited(): readonly Passage[] {
    return this.#cited;
  }

  /** The sentence with its marks numbered by article, in the order in which they are named; marks that lead nowhere are left out. */
  numbered(sentence: string): string {
    return sentence.replace(MARK, (_, numbers: string) => {
      const found = numbers.split(/[,，、]/u).flatMap((number) => this.passages[Number(number) - 1] ?? []);
      return [...new Set(found.map((passage) => ` [${this.#cite(passage)}]`))].join('');
    });
  }

  /** For a text without any mark: the mark of the passage that it plainly repeats, or null. */
  attributed(text: string): string | null {
    const pairs = pairsOf(text);
    const shares = this.passages.map((passage) => ({ passage, share: shareOf(pairs, pairsOf(passage.text)) }));
    const [best] = shares.sort((one, other) => other.share - one.share);
    return best && best.share >= SHARED ? ` [${this.#cite(best.passage)}]` : null;
  }

  #cite(passage: Passage): number {
    if (!this.#cited.includes(passage)) this.#cited.push(passage);
    const known = this.#articles.indexOf(passage.articleId);
    return known >= 0 ? known + 1 : this.#articles.push(passage.articleId);
  }
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = [...text.toLowerCase().replace(/[\s\p{P}]+/gu, '')];
  return new Set(plain.slice(1).map((character, index) => `${plain[index] ?? ''}${character}`));
}

function shareOf(pairs: ReadonlySet<string>, among: ReadonlySet<string>): number {
  return [...pairs].filter((pair) => among.has(pair)).length / Math.max(1, pairs.size);
}
