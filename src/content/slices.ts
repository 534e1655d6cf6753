/** Long sums in short slices, so that a message that comes meanwhile is not kept waiting. */

/** Readings take tens of microseconds each: a slice is a few milliseconds. */
const SLICE = 100;

/** A file of content takes some milliseconds to parse: each is a slice of its own. */
export const ONE_FILE = 1;

export async function inSlices<Item, Result>(items: readonly Item[], task: (item: Item) => Result, slice = SLICE): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % slice === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    results.push(task(item));
  }
  return results;
}
