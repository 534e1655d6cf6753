/** Long sums in short slices, so that a message that comes meanwhile is not kept waiting. */

/** Milliseconds of work after which others come first; one item more may be under way. A message passes the loop several times on its way. */
const SLICE_MS = 4;

/** What waits in the event loop is done first. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Long enough for a message to be stored by the thread that writes, so that it does not wait for a slice at every step of its way. */
const REST_MS = 2;

/** For a sum in many small steps that nobody waits for: once a slice is full the loop is left to others for a moment. */
export function pausing(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun <= SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    begun = performance.now();
  };
}

export async function inSlices<Item, Result>(items: readonly Item[], task: (item: Item) => Result | Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > SLICE_MS) {
      await othersFirst();
      begun = performance.now();
    }
    const result = task(item);
    // What is there already is not awaited: thousands of readings would each take a turn of their own.
    results.push(result instanceof Promise ? await result : result);
  }
  return results;
}
