/** Tells the one process there is. */
import type { Fact } from '../../domain/facts.js';
import type { Bus } from '../../ports/bus.js';
import type { TroubleLog } from '../system/trouble-log.js';

export class MemoryBus implements Bus {
  readonly #logger: TroubleLog;
  /** Replaced when one comes or goes, so that whoever is being told of a fact is not disturbed. */
  #handlers: readonly { readonly handle: (fact: Fact) => unknown }[] = [];

  constructor(logger: TroubleLog) {
    this.#logger = logger;
  }

  publish(fact: Fact): void {
    for (const { handle } of this.#handlers) {
      try {
        const outcome = handle(fact);
        // A handler may be an async function; its failure would otherwise end the process.
        if (outcome instanceof Promise) outcome.catch((error: unknown) => this.#complain(fact, error));
      } catch (error) {
        this.#complain(fact, error);
      }
    }
  }

  subscribe(handler: (fact: Fact) => void): () => void {
    const entry = { handle: handler };
    this.#handlers = [...this.#handlers, entry];
    return () => {
      this.#handlers = this.#handlers.filter((other) => other !== entry);
    };
  }

  #complain(fact: Fact, error: unknown): void {
    this.#logger.error({ err: error, fact: fact.type }, 'a handler of the bus failed');
  }
}
