/** An intent as editors write it and as the revision in force serves it. */
import type { EntityKind } from './reading.js';
import type { Locale, Localised } from './locale.js';
import type { SkillGroup } from './staff.js';

export type IntentKind = 'skill' | 'faq' | 'handoff' | 'control';

export interface Slot {
  readonly name: string;
  readonly entity: EntityKind | 'text';
  readonly isRequired: boolean;
  readonly ask: Localised | null;
}

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
}
