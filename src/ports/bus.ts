/** Tells every node what happened. At most once and only a hint: whoever needs certainty reads the log. */
import type { Fact } from '../domain/facts.js';

export interface Bus {
  /** Never throws and never waits; handlers on this node run before it returns. */
  publish(fact: Fact): void;
  /** A handler that throws is logged and disturbs nobody. Returns the way to stop listening. */
  subscribe(handler: (fact: Fact) => void): () => void;
}
