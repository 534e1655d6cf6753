/**
 * Alerts as they are kept for pages that were away.
 *
 * Promises: one id is kept once. Those of a case are kept with the change of the case or promise they are of (`CaseBook`), and are over when
 * the case moves on. Words that are erased or kept long enough go from here as well.
 */
import type { Alert } from '../domain/alert.js';

export interface AlertBook {
  add(alert: Alert): Promise<void>;
  /** Raised at that time or later and not over, oldest first; of more than `limit` the newest. */
  since(at: number, limit: number): Promise<readonly Alert[]>;
  prune(before: number): Promise<void>;
}
