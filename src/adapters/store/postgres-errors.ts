/** What went wrong while PostgreSQL was asked, and what is then known of the transaction. */
import { ProductError } from '../../domain/errors.js';

/** An error the server sent ended the transaction without a commit; a lost connection leaves it open whether it took place. */
export function isFromServer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'severity' in error;
}

export function lostWhileCommitting(error: unknown): ProductError {
  return new ProductError('unavailable', 'the connection was lost while committing; the change may be stored or not', error);
}
