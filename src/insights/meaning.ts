/** How near two texts are in meaning: the features the router reads, weighed by how rare they are, and what it took them for. Pure. */
import type { FindingKind } from '../domain/finding.js';
import type { Locale } from '../domain/locale.js';
import type { Revision } from '../ports/published-content.js';
import { BLOCK, extract, FeatureBuffer } from '../understanding/features.js';

export interface Meaning {
  /** Unit length. */
  readonly features: ReadonlyMap<number, number>;
  readonly intents: ReadonlyMap<string, number>;
}

/** Character grams carry the sense in Chinese and words in English; pieces of words help with spelling only. */
const WEIGHTS: Readonly<Record<number, number>> = { [BLOCK.han]: 1, [BLOCK.word]: 1, [BLOCK.gram]: 0.35, [BLOCK.concept]: 1, [BLOCK.cue]: 0 };
const NO_CONCEPTS = { addTo: () => undefined };
/** Of likeness, what words make and what the router makes. */
const OF_WORDS = 0.8;
/** From here on two texts belong together. */
export const SAME_MEANING = 0.27;
/** What its examples share says that somebody complains, not about what. */
const COMPLAINT = 'complaint';
/** Who wants money back says by it that something was charged, not what; who complains about a wrong charge names the cause. */
const CLAIM = 'refund_dispute';
/** Whoever says so complains, whatever the router hears in it. */
const COMPLAINS = /投诉|举报|\bcomplain/iu;
/** Read in one go, so that messages are answered in between. */
const SLICE = 400;

/** Of one revision: its examples say what is common, its router what a text is about. */
export class Meanings {
  readonly #buffer = new FeatureBuffer();
  readonly #seen = new Map<number, number>();
  #texts = 0;
  readonly #complaining = new Map<number, number>();
  #complaints = 0;
  readonly #known = new Map<string, Meaning>();

  private constructor(
    private readonly revision: Revision,
    private readonly today: string,
  ) {}

  static async of(revision: Revision, today: string): Promise<Meanings> {
    const meanings = new Meanings(revision, today);
    const texts = [...revision.intents.values()].flatMap(({ examples }) => [...examples['zh-CN'], ...examples.en]);
    for (let from = 0; from < texts.length; from += SLICE) {
      for (const text of texts.slice(from, from + SLICE)) meanings.#see(text);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const complaint = revision.intents.get(COMPLAINT);
    for (const text of complaint ? [...complaint.examples['zh-CN'], ...complaint.examples.en] : []) meanings.#seeComplaint(text);
    return meanings;
  }

  /** Of a `case` only what it is about counts. */
  read(text: string, locale: Locale, kind: FindingKind = 'question'): Meaning {
    const key = `${kind} ${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    const { ranking } = this.revision.read(text, { today: this.today, locale });
    const telling = kind === 'question' ? ranking.slice(0, 5) : causesIn(text, ranking.slice(0, 5));
    const meaning = { features: this.#features(text, kind), intents: unit(new Map(telling.map(({ intent, confidence }) => [intent, confidence]))) };
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(key, meaning);
    return meaning;
  }

  /** What was read is read anew. */
  forget(): void {
    this.#known.clear();
  }

  #features(text: string, kind: FindingKind): ReadonlyMap<number, number> {
    const weights = new Map<number, number>();
    for (const [hash, weight] of featuresOf(this.revision.tokens(text).canonical, this.#buffer)) {
      const rare = rarity(this.#seen.get(hash) ?? 0, this.#texts) ** 2;
      weights.set(hash, weight * rare * (kind === 'case' ? (rarity(this.#complaining.get(hash) ?? 0, this.#complaints) / rarity(0, this.#complaints)) ** 2 : 1));
    }
    return unit(weights);
  }

  #seeComplaint(text: string): void {
    this.#complaints += 1;
    for (const hash of featuresOf(text.toLowerCase(), this.#buffer).keys()) this.#complaining.set(hash, (this.#complaining.get(hash) ?? 0) + 1);
  }

  #see(text: string): void {
    this.#texts += 1;
    for (const hash of featuresOf(text.toLowerCase(), this.#buffer).keys()) this.#seen.set(hash, (this.#seen.get(hash) ?? 0) + 1);
  }
}

/** Of what was heard, without what only says that somebody complains or wants money back. */
function causesIn<Heard extends { readonly intent: string }>(text: string, ranking: readonly Heard[]): readonly Heard[] {
  const isComplaint = ranking[0]?.intent === COMPLAINT || COMPLAINS.test(text);
  return ranking.filter(({ intent }) => intent !== COMPLAINT && (isComplaint || intent !== CLAIM));
}

export function likeness(one: Meaning, other: Meaning): number {
  return OF_WORDS * product(one.features, other.features) + (1 - OF_WORDS) * product(one.intents, other.intents);
}

/** The group whose examples are nearest, when they are near enough; null otherwise. */
export function nearest<Group extends { readonly examples: readonly string[] }>(text: Meaning, groups: readonly Group[], meaningOf: (text: string) => Meaning): Group | null {
  let best: Group | null = null;
  let most = SAME_MEANING;
  for (const group of groups) {
    const near = Math.max(0, ...group.examples.map((example) => likeness(text, meaningOf(example))));
    if (near < most) continue;
    most = near;
    best = group;
  }
  return best;
}

/** Of what so many of so many texts have. */
function rarity(having: number, all: number): number {
  return Math.log((all + 1) / (having + 0.5));
}

function featuresOf(text: string, buffer: FeatureBuffer): ReadonlyMap<number, number> {
  extract(text, NO_CONCEPTS, buffer, []);
  const weights = new Map<number, number>();
  for (let at = 0; at < buffer.count; at += 1) weights.set(buffer.hashes[at] ?? 0, WEIGHTS[buffer.blocks[at] ?? 0] ?? 0);
  return weights;
}

function unit<Key>(weights: ReadonlyMap<Key, number>): ReadonlyMap<Key, number> {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return length === 0 ? weights : new Map([...weights].map(([key, weight]) => [key, weight / length]));
}

function product<Key>(one: ReadonlyMap<Key, number>, other: ReadonlyMap<Key, number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}
