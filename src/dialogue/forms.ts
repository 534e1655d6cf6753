/** Forms of facts: at most one question for each, whatever is said counts as the answer, and then it goes on. Pure. */
import type { FormInProgress } from '../domain/dialogue-memory.js';
import type { IntentDefinition, Slot } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Entity } from '../domain/reading.js';
import { patternOf } from '../understanding/editor-patterns.js';
import { enFormats, zhFormats } from '../wording/formats.js';

export type SlotsForm = Extract<FormInProgress, { kind: 'slots' }>;
export type Slots = Readonly<Record<string, string>>;

/** What the message already tells: each entity fills one slot of its kind, in the order in which they are told. */
export function prefilled(definition: IntentDefinition, { entities, text }: { readonly entities: readonly Entity[]; readonly text: string }, known: Slots = {}): Slots {
  const left = [...entities];
  const filled: Record<string, string> = { ...known };
  for (const slot of definition.slots) {
    if (filled[slot.name] !== undefined) continue;
    if (slot.pattern !== undefined) {
      const value = patternOf(slot.pattern)?.find(text);
      if (value) filled[slot.name] = value;
      continue;
    }
    const at = left.findIndex(({ kind }) => kind === slot.entity || (slot.entity === 'text' && kind === 'product'));
    const [entity] = at < 0 ? [] : left.splice(at, 1);
    if (entity) filled[slot.name] = slot.entity === 'text' ? entity.text : String(entity.value);
  }
  return filled;
}

export function nextQuestion(definition: IntentDefinition, filled: Slots): Slot | null {
  return definition.slots.find(({ name, isRequired }) => isRequired && filled[name] === undefined) ?? null;
}

interface Telling {
  readonly locale: Locale;
  readonly unknown: string;
  /** Stands for an address that was typed: the operator repeats none. */
  readonly link: string;
}

/** Longer than any fact that a form asks for. */
const LONGEST_FACT = 60;
/** Addresses and markup: what a reader could follow, or a page could mistake for its own. */
const FOLLOWABLE = /\[[^\]]*\]\([^)]*\)?|[a-z][a-z0-9+.-]*:\/\/\S*|\b(?:www\.|(?:javascript|data|mailto):)\S*|(?:\d{1,3}\.){3}\d{1,3}\S*|(?:[a-z0-9-]+\.)+[a-z]{2,18}(?![\w.])(?:[:/]\S*)?|<[^>]*>?/giu;

/** What is read back or passed on, without what could be followed. */
export function withoutLinks(text: string, link: string): string {
  return text.replace(FOLLOWABLE, link);
}

/** "2026年10月、视频会员、15.00 元": what was told, as a person would read it. */
export function factsTold(definition: IntentDefinition, filled: Slots, telling: Telling): string {
  const { locale } = telling;
  const told = definition.slots.flatMap((slot) => (filled[slot.name] === undefined ? [] : [display(slot, filled[slot.name] ?? '', telling)]));
  return (locale === 'en' ? enFormats : zhFormats).list(told);
}

function display(slot: Slot, value: string, { locale, unknown, link }: Telling): string {
  if (value === '') return unknown;
  const formats = locale === 'en' ? enFormats : zhFormats;
  if (slot.entity === 'amount' && /^\d+$/.test(value)) return formats.amount(Number(value));
  if (slot.entity === 'month' && /^\d{4}-\d{2}$/.test(value)) return formats.month(value);
  if (slot.entity === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  return shortened(withoutLinks(value, link));
}

function shortened(fact: string): string {
  const characters = [...fact.replace(/\s+/gu, ' ').trim()];
  return characters.length <= LONGEST_FACT ? characters.join('') : `${characters.slice(0, LONGEST_FACT).join('')}…`;
}

/** A button may carry one slot: `product=pack-5g`, or just the value of the intent's first slot. */
export function slotsOfButton(definition: IntentDefinition | undefined, value: string | undefined): Slots {
  if (value === undefined || value === '') return {};
  const named = /^([a-zA-Z][a-zA-Z0-9]*)=(.+)$/.exec(value);
  if (named?.[1] !== undefined && named[2] !== undefined) return { [named[1]]: named[2] };
  const slot = definition?.slots[0];
  return slot ? { [slot.name]: value } : { value };
}
