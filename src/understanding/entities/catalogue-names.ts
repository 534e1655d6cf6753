/** Plans and products named in a message, by their names, by parts of them and with slips: 「畅亨39」「39的套餐」「129那个」. */
import { fold } from '../fold.js';
import { isHan, isLetter } from '../script.js';
import type { Catalogue, CatalogueItem } from '../training-set.js';
import { matches } from './found.js';
import type { Found } from './found.js';
import { PhraseFinder } from './phrases.js';
import type { Phrase } from './phrases.js';

interface Named {
  readonly kind: 'plan' | 'product';
  readonly id: string;
}

interface Fuzzy {
  readonly word: string;
  readonly named: Named;
}

const NONE: readonly Fuzzy[] = [];

function keep(into: Map<number, Fuzzy[]>, code: number, one: Fuzzy): void {
  const held = into.get(code);
  if (held === undefined) into.set(code, [one]);
  else held.push(one);
}

/** A plan's number is its price; said with a word for "plan" near, it names the plan if only one has it. */
const PRICED = /(?<![\d.])(\d{2,3})(?:元|块钱|块|yuan)?(?: ?的?(?:那个|这个|那款|这款|那种|档|套餐|plan)|(?= ?(?:元|块)?(?:每月|一个?月)的?套餐))|(?:套餐|plan) ?(\d{2,3})(?!\d)/gu;

export class CatalogueFinder {
  private readonly finder: PhraseFinder<Named>;
  /** Long names by their first and by their second character: one of the two must stand where it should. */
  private readonly byFirst = new Map<number, Fuzzy[]>();
  private readonly bySecond = new Map<number, Fuzzy[]>();
  private readonly byPrice = new Map<string, Named | null>();

  constructor(catalogue: Catalogue) {
    const items = [...named(catalogue.plans, 'plan'), ...named(catalogue.products, 'product')];
    this.finder = new PhraseFinder(uniquely(items.flatMap(phrasesOf)));
    for (const { item, named: value } of items) {
      for (const word of item.names.map(squeeze)) {
        if (word.length < 4 || !hasHan(word)) continue;
        keep(this.byFirst, word.charCodeAt(0), { word, named: value });
        keep(this.bySecond, word.charCodeAt(1), { word, named: value });
      }
    }
    for (const { item, named: value } of items) {
      const price = value.kind === 'plan' ? item.names.map((name) => /(\d{2,3})$/u.exec(squeeze(name))?.[1]).find((found) => found !== undefined) : undefined;
      if (price !== undefined) this.byPrice.set(price, this.byPrice.has(price) ? null : value);
    }
  }

  find(folded: string): Found[] {
    const found: Found[] = this.finder.find(folded).map(({ start, end, value }) => ({ start, end, kind: value.kind, value: value.id }));
    const hasDigit = /\d/u.test(folded);
    if (found.length === 0) found.push(...this.slipped(folded));
    if (hasDigit && found.every((one) => one.kind !== 'plan')) found.push(...this.priced(folded));
    return found;
  }

  /** One Chinese character may be wrong while the rest, digits above all, agrees. */
  private slipped(folded: string): Found[] {
    const found: Found[] = [];
    const add = (start: number, { word, named: value }: Fuzzy): void => {
      if (start >= 0 && start + word.length <= folded.length && differsByOneHan(folded, start, word)) found.push({ start, end: start + word.length, kind: value.kind, value: value.id });
    };
    for (let at = 0; at < folded.length; at += 1) {
      const code = folded.charCodeAt(at);
      for (const one of this.byFirst.get(code) ?? NONE) add(at, one);
      // With the first character right as well it was looked at already.
      for (const one of this.bySecond.get(code) ?? NONE) if (folded.charCodeAt(at - 1) !== one.word.charCodeAt(0)) add(at - 1, one);
    }
    return found;
  }

  private priced(folded: string): Found[] {
    const found: Found[] = [];
    for (const match of matches(PRICED, folded)) {
      const value = this.byPrice.get(match[1] ?? match[2] ?? '');
      if (value !== undefined && value !== null) found.push({ start: match.index, end: match.index + match[0].length, kind: 'plan', value: value.id });
    }
    return found;
  }
}

function named(items: readonly CatalogueItem[], kind: Named['kind']): { item: CatalogueItem; named: Named }[] {
  return items.map((item) => ({ item, named: { kind, id: item.id } }));
}

function squeeze(name: string): string {
  return fold(name).replace(/\s+/gu, '');
}

function hasHan(text: string): boolean {
  return [...text].some((character) => isHan(character.charCodeAt(0)));
}

/** The name, without spaces, with a space before its number, and without the network's generation in front. */
function phrasesOf({ item, named: value }: { item: CatalogueItem; named: Named }): Phrase<Named>[] {
  const texts = new Set<string>();
  for (const name of item.names) {
    const plain = fold(name).trim();
    const tight = squeeze(name);
    const spaced = tight.replace(/(\D)(\d{2,3})$/u, '$1 $2');
    for (const text of [plain, tight, spaced, plain.replace(/^[45]g ?/u, ''), tight.replace(/^[45]g/u, '')]) if (text.length >= 2) texts.add(text);
  }
  texts.add(item.id.toLowerCase());
  return [...texts].map((text) => ({ text, value }));
}

/** A wording that fits two entries names neither. */
function uniquely(phrases: readonly Phrase<Named>[]): Phrase<Named>[] {
  const owners = new Map<string, Set<string>>();
  for (const { text, value } of phrases) owners.set(text, (owners.get(text) ?? new Set()).add(value.id));
  return phrases.filter(({ text }) => owners.get(text)?.size === 1);
}

function differsByOneHan(folded: string, start: number, word: string): boolean {
  let wrong = 0;
  let right = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = folded.charCodeAt(start + index);
    const wanted = word.charCodeAt(index);
    if (code === wanted) {
      if (isHan(wanted)) right += 1;
      continue;
    }
    if (!isHan(wanted) || isLetter(code) || (code >= 48 && code <= 57)) return false;
    wrong += 1;
    if (wrong > 1) return false;
  }
  const after = folded.charCodeAt(start + word.length);
  const hasDigits = /\d/u.test(word);
  return wrong === 1 && right >= (hasDigits ? 1 : 3) && !(after >= 48 && after <= 57);
}
