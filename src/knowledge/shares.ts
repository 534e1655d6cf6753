/** Rankings of articles from elsewhere, brought to one measure: each article's best passage as a share of the best of all. Pure. */

/** By article, 0 to 1; who is not in it has nothing. */
export type Shares = ReadonlyMap<string, number>;

export function sharesOfBest(hits: readonly { readonly articleId: string; readonly score: number }[]): Shares {
  const best = new Map<string, number>();
  for (const { articleId, score } of hits) best.set(articleId, Math.max(score, best.get(articleId) ?? 0));
  const top = Math.max(0, ...best.values());
  return top === 0 ? new Map() : new Map([...best].map(([articleId, score]) => [articleId, score / top]));
}

/** The mean of what both say, again as shares of the best; with one of them silent the other alone. */
export function fused(one: Shares | null, other: Shares | null): Shares | null {
  if (one === null || other === null) return one ?? other;
  const articles = new Set([...one.keys(), ...other.keys()]);
  return sharesOfBest([...articles].map((articleId) => ({ articleId, score: (one.get(articleId) ?? 0) + (other.get(articleId) ?? 0) })));
}
