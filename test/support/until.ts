/** Waits for something that arrives from outside the test, by looking again at every turn of the event loop. */
export async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not so within ${withinMs} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
