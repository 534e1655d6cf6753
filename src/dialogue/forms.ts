/** Forms of facts: at most one question for each, whatever is said counts as the answer, and then it goes on. Pure. */
import type { FormInProgress } from '../domain/dialogue-memory.js';
import type { IntentDefinition, Slot } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Entity } from '../domain/reading.js';
import { enFormats, zhFormats } from '../wording/formats.js';

export type SlotsForm = Extract<FormInProgress, { kind: 'slots' }>;
export type Slots = Readonly<Record<string, string>>;

/** What the message already tells: each entity fills one slot of its kind, in the order in which they are told. */
export function prefilled(definition: IntentDefinition, entities: readonly Entity[], known: Slots = {}): Slots {
  const left = [...entities];
  const filled: Record<string, string> = { ...known };
  for (const slot of definition.slots) {
    if (filled[slot.name] !== undefined) continue;
    const at = left.findIndex(({ kind }) => kind === slot.entity || (slot.entity === 'text' && kind === 'product'));
    const [entity] = at < 0 ? [] : left.splice(at, 1);
    if (entity) filled[slot.name] = slot.entity === 'text' ? entity.text : String(entity.value);
  }
  return filled;
}

export function nextQuestion(definition: IntentDefinition, filled: Slots): Slot | null {
  return definition.slots.find(({ name, isRequired }) => isRequired && filled[name] === undefined) ?? null;
}

/** "2026年10月、视频会员、15.00 元": what was told, as a person would read it. */
export function factsTold(definition: IntentDefinition, filled: Slots, { locale, unknown }: { locale: Locale; unknown: string }): string {
  const told = definition.slots.flatMap((slot) => (filled[slot.name] === undefined ? [] : [display(slot, filled[slot.name] ?? '', { locale, unknown })]));
  return (locale === 'en' ? enFormats : zhFormats).list(told);
}

function display(slot: Slot, value: string, { locale, unknown }: { locale: Locale; unknown: string }): string {
  if (value === '') return unknown;
  const formats = locale === 'en' ? enFormats : zhFormats;
  if (slot.entity === 'amount' && /^\d+$/.test(value)) return formats.amount(Number(value));
  if (slot.entity === 'month' && /^\d{4}-\d{2}$/.test(value)) return formats.month(value);
  if (slot.entity === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  return value;
}

/** A button may carry one slot: `product=pack-5g`, or just the value of the intent's first slot. */
export function slotsOfButton(definition: IntentDefinition | undefined, value: string | undefined): Slots {
  if (value === undefined || value === '') return {};
  const named = /^([a-zA-Z][a-zA-Z0-9]*)=(.+)$/.exec(value);
  if (named?.[1] !== undefined && named[2] !== undefined) return { [named[1]]: named[2] };
  const slot = definition?.slots[0];
  return slot ? { [slot.name]: value } : { value };
}
