/** Words of the trade grouped by what they mean, so that an unseen wording meets a seen one. */
import { CONCEPT_WORDS } from './concept-words.js';
import { PhraseFinder } from './entities/phrases.js';
import type { Phrase } from './entities/phrases.js';
import { BLOCK, hashText } from './features.js';
import type { FeatureBuffer } from './features.js';

const SEED = 0x2545f491;
/** Pairs of more concepts than this would only repeat what the message says already. */
const MOST = 10;

export class Concepts {
  private readonly finder: PhraseFinder<number>;
  private readonly found: number[] = [];

  constructor(lines: string = CONCEPT_WORDS) {
    const phrases: Phrase<number>[] = [];
    for (const line of lines.split('\n')) {
      const [name, wordings] = line.split(': ');
      if (name === undefined || wordings === undefined) continue;
      const value = hashText(name, SEED);
      for (const text of wordings.split(' ')) if (text !== '') phrases.push({ text, value });
    }
    this.finder = new PhraseFinder(phrases);
  }

  /** Each concept found, and each pair of them in whatever order. */
  addTo(text: string, into: FeatureBuffer): void {
    const { found } = this;
    found.length = 0;
    for (const hit of this.finder.find(text)) if (!found.includes(hit.value) && found.length < MOST) found.push(hit.value);
    for (let one = 0; one < found.length; one += 1) {
      const first = found[one] ?? 0;
      into.add(first, BLOCK.concept);
      for (let other = one + 1; other < found.length; other += 1) into.add(pairHash(first, found[other] ?? 0), BLOCK.concept);
    }
  }
}

function pairHash(one: number, other: number): number {
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  return (Math.imul(low ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)) >>> 0;
}
