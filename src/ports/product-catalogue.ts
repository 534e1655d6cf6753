/** What the operator sells. Changes rarely; may be kept for minutes. */
import type { Plan, PriceList, Product } from '../domain/account.js';

export interface ProductCatalogue {
  /** Withdrawn plans included, with `withdrawnOn` set. */
  plans(): Promise<readonly Plan[]>;
  products(): Promise<readonly Product[]>;
  priceList(): Promise<PriceList>;
}
