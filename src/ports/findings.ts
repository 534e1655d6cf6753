/**
 * Groups of what came up again and again, with what belongs to each.
 *
 * Promises: an item is in one group, once, however often it is found; a group and its count change together. Changes of one
 * group happen one after another, each on the group as the one before left it. What resolves is durable.
 */
import type { Refusal } from '../domain/errors.js';
import type { Finding, FindingItem, FindingKind, FindingState } from '../domain/finding.js';
import type { Locale } from '../domain/locale.js';

export interface FindingFilter {
  readonly kind: FindingKind;
  readonly state?: FindingState;
  readonly locale?: Locale;
}

/** When one item of a group came, and why. */
export interface ItemMark {
  readonly findingId: string;
  readonly at: number;
  readonly why: string;
  readonly area: string | null;
}

export interface Findings {
  /** False when an item of this source is known, or its conversation was erased meanwhile; the same holds for `join`. */
  add(finding: Finding, item: FindingItem): Promise<boolean>;
  /** `step` is the group with the item in it. */
  join(id: string, item: FindingItem, step: (one: Finding) => Finding): Promise<boolean>;
  isKnown(source: string): Promise<boolean>;
  find(id: string): Promise<Finding | null>;
  /** `not-found` for an unknown id. The step is pure and quick: it may run again. */
  change(id: string, step: (one: Finding) => Finding | Refusal): Promise<Finding | Refusal>;
  /** Lately asked first. */
  list(filter: FindingFilter, limit: number): Promise<readonly Finding[]>;
  /** Newest first. */
  items(id: string, limit: number): Promise<readonly FindingItem[]>;
  /** Of these groups, since then. */
  marks(ids: readonly string[], since: number): Promise<readonly ItemMark[]>;
}
