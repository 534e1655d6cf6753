/** What the operator sells. Changes rarely; may be kept for minutes. */
import type { Plan, Product } from '../domain/account.js';

export interface ProductCatalogue {
  /** Withdrawn plans included, with `withdrawnOn` set. */
  plans(): Promise<readonly Plan[]>;
  products(): Promise<readonly Product[]>;
}
