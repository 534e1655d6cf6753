/**
 * Stored settings by section, as whole values.
 *
 * Promises: a section's version counts up by one with each change, from 0 for one never changed; of several changes
 * begun from one version exactly one is stored; what `put` resolves with is durable, together with its entry in the history.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { StaffId } from '../domain/ids.js';

export interface StoredSection {
  readonly section: string;
  readonly version: number;
  readonly value: object;
  /** Epoch ms. */
  readonly changedAt: number;
  readonly changedBy: StaffId;
}

export interface SettingsBook {
  /** Every section that was ever changed. */
  all(): Promise<readonly StoredSection[]>;
  find(section: string): Promise<StoredSection | null>;
  /** Stores the value as version `basedOn + 1`; `conflict` when the stored version is no longer `basedOn`. With the entry of it, both or neither. */
  put(change: Omit<StoredSection, 'version'> & { readonly basedOn: number }, audit?: AuditEntry): Promise<StoredSection | 'conflict'>;
  /** Every value a section ever had, newest first. */
  history(section: string, limit: number): Promise<readonly StoredSection[]>;
}
