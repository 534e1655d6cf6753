/** When what failed is tried again: ever less often, and never given up. Pure. */

const DOUBLINGS = 20;

/** `tries`: how often it was tried so far. */
export function nextTry(now: number, tries: number, { firstMs, mostMs }: { readonly firstMs: number; readonly mostMs: number }): number {
  return now + Math.min(firstMs * 2 ** Math.min(tries, DOUBLINGS), mostMs);
}
