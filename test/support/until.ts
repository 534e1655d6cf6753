/** Waits for what becomes so outside the test, and leaves the processor to those who make it so. */

/** What is only a few turns of the event loop away is seen at once. */
const TURNS = 50;
const LOOK_EVERY_MS = 10;
const ASK_EVERY_MS = 50;

/** Looks again until it is so. */
export async function until(isSo: () => boolean, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (let looks = 0; !isSo(); looks += 1) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms`);
    await new Promise((resolve) => (looks < TURNS ? setImmediate(resolve) : setTimeout(resolve, LOOK_EVERY_MS)));
  }
}

/** Asks again until the answer fits. */
export async function eventually<Answer>(ask: () => Promise<Answer>, fits: (answer: Answer) => boolean, withinMs = 20_000): Promise<Answer> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > end) throw new Error(`no fitting answer within ${withinMs} ms: ${JSON.stringify(answer).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
