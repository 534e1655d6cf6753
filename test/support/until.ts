/** Waits for something that arrives from outside the test, by looking again at every turn of the event loop. */
export async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not so within ${withinMs} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Asks again until the answer fits. */
export async function eventually<Answer>(ask: () => Promise<Answer>, fits: (answer: Answer) => boolean, withinMs = 10_000): Promise<Answer> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`no fitting answer within ${withinMs} ms: ${JSON.stringify(answer).slice(0, 2000)}`);
  }
}
