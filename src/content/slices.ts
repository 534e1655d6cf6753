/** Long sums in short slices, so that a message that comes meanwhile is not kept waiting. */

/** Milliseconds of work after which others come first; one item more may be under way. */
const SLICE_MS = 8;

export async function inSlices<Item, Result>(items: readonly Item[], task: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > SLICE_MS) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      begun = performance.now();
    }
    results.push(task(item));
  }
  return results;
}
