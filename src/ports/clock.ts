/** Time, handed in so that tests hold it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. A pending task never keeps the process alive. */
  after(delayMs: number, task: () => void): () => void;
}
