/** Lists to pick from in words: their lines as choices, and the one that is the cheapest, the dearest, the largest or the smallest. Pure. */
import type { Plan, Product } from '../domain/account.js';
import type { Choice } from '../domain/dialogue-memory.js';

export const EXTREMES = ['cheapest', 'dearest', 'largest', 'smallest'] as const;
export type Extreme = (typeof EXTREMES)[number];

export function planChoice({ id, monthlyFen, dataMb }: Pick<Plan, 'id' | 'monthlyFen' | 'dataMb'>, priceFen = monthlyFen): Choice {
  return { intent: 'plan_change', value: `plan=${id}`, priceFen, dataMb };
}

export function productChoice(intent: 'data_pack_buy' | 'vas_cancel', id: string, { priceFen, dataMb = 0 }: Partial<Pick<Product, 'dataMb'>> & Pick<Product, 'priceFen'>): Choice {
  return { intent, value: `product=${id}`, priceFen, dataMb };
}

interface Measures<Item> {
  readonly priceFen: (item: Item) => number;
  readonly dataMb: (item: Item) => number;
  /** 2 for the next after the extreme. */
  readonly nth?: number;
}

/** Of equals the first; by size only where there are sizes. */
export function extremeOf<Item>(items: readonly Item[], extreme: Extreme, { priceFen, dataMb, nth = 1 }: Measures<Item>): Item | undefined {
  const isBySize = extreme === 'largest' || extreme === 'smallest';
  if (isBySize && items.every((item) => dataMb(item) === 0)) return undefined;
  const measure = isBySize ? dataMb : priceFen;
  const sign = extreme === 'cheapest' || extreme === 'smallest' ? 1 : -1;
  return [...items].sort((one, other) => sign * (measure(one) - measure(other)))[nth - 1];
}

/** 「给我换最便宜的套餐」 arrives with the extreme in the place of an id. */
export function extremeIn(value: string | undefined): Extreme | null {
  return EXTREMES.find((extreme) => extreme === value) ?? null;
}
