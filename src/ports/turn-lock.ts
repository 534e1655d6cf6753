/** One holder at a time for a named thing, on all nodes: a conversation's turn, the matching of the line. */
export interface TurnLock {
  /** Waits its turn in order of asking, runs the task, lets go even when it throws. A node that dies lets go. */
  run<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
  /** Like `run`, but answers null at once when somebody has it. */
  tryRun<Result>(name: string, task: () => Promise<Result>): Promise<Result | null>;
}
