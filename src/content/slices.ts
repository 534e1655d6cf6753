/** Long sums in short slices, so that a message that comes meanwhile is not kept waiting. */

/** Readings take tens of microseconds each: a slice is a few milliseconds. */
const SLICE = 100;

export async function inSlices<Item, Result>(items: readonly Item[], task: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % SLICE === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    results.push(task(item));
  }
  return results;
}
