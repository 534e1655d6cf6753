/** Counts what happens thousands of times a second; the registry is told only when somebody asks it. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  add(kind: string, outcome = ''): void {
    let outcomes = this.#counts.get(kind);
    if (outcomes === undefined) this.#counts.set(kind, (outcomes = new Map()));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }

  forEach(tell: (kind: string, outcome: string, count: number) => void): void {
    for (const [kind, outcomes] of this.#counts) for (const [outcome, count] of outcomes) tell(kind, outcome, count);
  }
}
