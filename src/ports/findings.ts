/**
 * Groups of what came up again and again, with what belongs to each.
 *
 * Promises: an item is in one group, once, however often it is found; a group and its count change together. Changes of one
 * group happen one after another, each on the group as the one before left it. What resolves is durable.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { Refusal } from '../domain/errors.js';
import type { Finding, FindingItem, FindingKind, FindingState } from '../domain/finding.js';
import type { Locale } from '../domain/locale.js';

export interface FindingFilter {
  readonly kind: FindingKind;
  readonly state?: FindingState;
  readonly locale?: Locale;
}

/** `sources` null: all of them. `into`: a group that is there, or a new and empty one. */
export interface FindingMove {
  readonly from: string;
  readonly into: string | Finding;
  readonly sources: readonly string[] | null;
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
  /** `step` is the group with the item in it. `not-found`: the group went meanwhile, nothing is kept. */
  join(id: string, item: FindingItem, step: (one: Finding) => Finding): Promise<boolean | Refusal>;
  /** `conflict` when not all that was asked for is in the group any more. A group of which nothing is left goes. Resolves with the other one. */
  move(move: FindingMove, audit?: AuditEntry): Promise<Finding | Refusal>;
  isKnown(source: string): Promise<boolean>;
  find(id: string): Promise<Finding | null>;
  /** `not-found` for an unknown id. The step is pure and quick: it may run again. The entry of it is kept with it, as with `move`. */
  change(id: string, step: (one: Finding) => Finding | Refusal, audit?: AuditEntry): Promise<Finding | Refusal>;
  /** Lately asked first. */
  list(filter: FindingFilter, limit: number): Promise<readonly Finding[]>;
  /** Newest first. */
  items(id: string, limit: number): Promise<readonly FindingItem[]>;
  /** Of these groups, since then. */
  marks(ids: readonly string[], since: number): Promise<readonly ItemMark[]>;
}
