/**
 * What is still to be done after changes of the record.
 *
 * Promises: an errand is there with the change that left it (`Step.beside`), both or neither, and until somebody says that it is done. Words
 * that are erased or kept long enough go from here as well.
 */
import type { Errand } from '../domain/errand.js';

export interface ErrandBook {
  /** Left before that time, oldest first. */
  due(question: { readonly before: number; readonly limit: number }): Promise<readonly Errand[]>;
  done(id: string): Promise<void>;
}
