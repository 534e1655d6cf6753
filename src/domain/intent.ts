/** An intent as editors write it and as the revision in force serves it. */
import type { Channel } from './conversation.js';
import type { EntityKind } from './reading.js';
import type { Locale, Localised } from './locale.js';
import type { SkillGroup } from './staff.js';

/** The intent of the catalogue by which a person is asked for. */
export const PERSON_INTENT = 'human_agent';

export type IntentKind = 'skill' | 'faq' | 'handoff' | 'control';

export interface Slot {
  readonly name: string;
  readonly entity: EntityKind | 'text';
  readonly isRequired: boolean;
  readonly ask: Localised | null;
  /** How a text looks that fills it, e.g. the number of an order. */
  readonly pattern?: string;
}

/** What is said on each channel; `any` where the channel has no words of its own. */
export type AnswersByChannel = Readonly<Partial<Record<Channel | 'any', string>>>;

/** Leads to another intent, an article, or a person; under its own name where no label is given. */
export type IntentButton = { readonly label?: Localised } & ({ readonly intent: string } | { readonly article: string } | { readonly person: true });

export interface IntentDefinition {
  readonly id: string;
  readonly kind: IntentKind;
  readonly names: Localised;
  readonly skill: string | null;
  readonly needsVerified: boolean;
  readonly skillGroup: SkillGroup;
  readonly isUrgent: boolean;
  readonly slots: readonly Slot[];
  readonly examples: Readonly<Record<Locale, readonly string[]>>;
  readonly notes: string;
  /** Absent where the operator says nothing of its own: an article or a sentence of ours answers. */
  readonly answers?: Readonly<Partial<Record<Locale, AnswersByChannel>>>;
  readonly buttons?: readonly IntentButton[];
  /** Messages that look so have this intent, whatever the model thinks. */
  readonly patterns?: readonly string[];
  /** First and last day on which it is served, "YYYY-MM-DD". */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Absent: for every plan, or everywhere. */
  readonly plans?: readonly string[];
  readonly regions?: readonly string[];
  /** Who looks after it; for colleagues. */
  readonly owner?: string;
}

export function isInForce({ validFrom, validTo }: Pick<IntentDefinition, 'validFrom' | 'validTo'>, today: string): boolean {
  return (validFrom === undefined || validFrom <= today) && (validTo === undefined || today <= validTo);
}

/** The words for this channel, or for any; null when the operator wrote none in this language. */
export function answerOf({ answers }: Pick<IntentDefinition, 'answers'>, locale: Locale, channel: Channel): string | null {
  const own = answers?.[locale];
  return own?.[channel] ?? own?.any ?? null;
}
