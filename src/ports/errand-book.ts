/**
 * What is still to be done after changes of the record.
 *
 * Promises: of all who take an errand one gets it, and the next only after a while, each time a longer one, so that what fails stands in nobody's
 * way. An errand is there with the change that left it (`Step.beside`), both or neither, and until somebody says that it is done. Words
 * that are erased or kept long enough go from here as well.
 */
import type { Errand } from '../domain/errand.js';

export interface ErrandBook {
  /** Left before that time, and not taken lately: what nobody took first, then oldest first. */
  due(question: { readonly before: number; readonly now: number; readonly limit: number }): Promise<readonly Errand[]>;
  /** False when somebody else took it. */
  take(id: string, now: number): Promise<boolean>;
  done(id: string): Promise<void>;
}
