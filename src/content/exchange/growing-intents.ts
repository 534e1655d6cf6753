/** Intents that rows add phrases to: each is read once and written once, however many rows name it. */
import { intentJson, intentText } from '../intent-text.js';
import type { Json } from '../intent-text.js';
import { LONGEST_EXAMPLE, MOST_EXAMPLES } from '../intent-file.js';
import { LOCALES } from '../../domain/locale.js';
import type { Locale } from '../../domain/locale.js';
import type { ContentWording } from '../../wording/content/words.js';

interface Growing {
  readonly previous: string | null;
  readonly json: Json;
  readonly known: Readonly<Record<Locale, Set<string>>>;
  isChanged: boolean;
}

type Fault = (faults: ContentWording['faults']) => string;

export class GrowingIntents {
  private readonly growing = new Map<string, Growing>();

  constructor(private readonly textOf: (id: string) => string | null) {}

  has(id: string): boolean {
    return this.growing.has(id) || this.textOf(id) !== null;
  }

  /** Whether anything was added; or what is wrong with the phrases, and then nothing was. `name` is for an intent there is none of yet. */
  add(id: string, name: string, { locale, phrases }: { readonly locale: Locale; readonly phrases: readonly string[] }): boolean | Fault {
    const one = this.growing.get(id) ?? this.read(id, name);
    const known = one.known[locale];
    const fresh = [...new Set(phrases)].filter((phrase) => !known.has(phrase));
    if (fresh.some((phrase) => phrase.length > LONGEST_EXAMPLE)) return (faults) => faults.cellTooLong(LONGEST_EXAMPLE);
    if (known.size + fresh.length > MOST_EXAMPLES) return (faults) => faults.tooMany(MOST_EXAMPLES);
    this.growing.set(id, one);
    for (const phrase of fresh) known.add(phrase);
    one.isChanged ||= fresh.length > 0 || one.previous === null;
    return fresh.length > 0;
  }

  changed(): readonly string[] {
    return [...this.growing].flatMap(([id, { isChanged }]) => (isChanged ? [id] : []));
  }

  /** As its file. */
  written(id: string): string {
    const one = this.growing.get(id) ?? this.read(id, id);
    const was = (one.json as { readonly examples?: Readonly<Record<string, readonly unknown[]>> }).examples ?? {};
    const examples = Object.fromEntries(LOCALES.map((locale) => [locale, [...(was[locale] ?? []), ...[...one.known[locale]].slice(new Set((was[locale] ?? []).map(String)).size)]]));
    return intentText({ ...one.json, examples }, one.previous);
  }

  private read(id: string, name: string): Growing {
    const previous = this.textOf(id);
    const json: Json = previous === null ? { id, kind: 'faq', names: { 'zh-CN': name, en: name }, skillGroup: 'general', slots: [], examples: { 'zh-CN': [], en: [] } } : intentJson(previous);
    const was = (json as { readonly examples?: Readonly<Record<string, readonly unknown[]>> }).examples ?? {};
    return { previous, json, known: { 'zh-CN': new Set((was['zh-CN'] ?? []).map(String)), en: new Set((was['en'] ?? []).map(String)) }, isChanged: false };
  }
}
