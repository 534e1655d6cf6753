/**
 * Keys of programs. The key itself is never stored, only its hash.
 *
 * Promises: a hash stands for one key at most; what is revoked stays revoked.
 */
import type { ApiKey } from '../domain/api-key.js';
import type { AuditEntry } from '../domain/audit.js';

export interface ApiKeyBook {
  /** The entry of it is kept with it, as with `revoke`. */
  add(key: ApiKey, hash: string, audit?: AuditEntry): Promise<void>;
  findByHash(hash: string): Promise<ApiKey | null>;
  /** Newest first, revoked ones too. */
  list(): Promise<readonly ApiKey[]>;
  /** False when there is no such key that is not revoked yet. */
  revoke(id: string, at: number, audit?: AuditEntry): Promise<boolean>;
  used(id: string, at: number): Promise<void>;
}
