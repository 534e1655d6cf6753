/** Long sums in short slices, so that a message that comes meanwhile is not kept waiting. */

/** Milliseconds of work after which others come first; one item more may be under way. A message passes the loop several times on its way. */
const SLICE_MS = 4;

export async function inSlices<Item, Result>(items: readonly Item[], task: (item: Item) => Result | Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > SLICE_MS) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      begun = performance.now();
    }
    const result = task(item);
    // What is there already is not awaited: thousands of readings would each take a turn of their own.
    results.push(result instanceof Promise ? await result : result);
  }
  return results;
}
