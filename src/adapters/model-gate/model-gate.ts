/** Every call of a model passes here: the breaker, the day's budget, and the count of what it cost. */
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import { dayOf } from '../../domain/calendar.js';
import { ModelFailure } from '../../domain/model-failure.js';
import type { ModelFailureKind } from '../../domain/model-failure.js';
import type { Clock } from '../../ports/clock.js';
import type { Errand, TokenCount } from '../../ports/language-model.js';
import type { ModelLedger } from '../../ports/model-ledger.js';
import type { ModelMetrics } from '../../telemetry/model-metrics.js';

export interface GateSettings {
  readonly dailyTokens: number | null;
  readonly breakerMs: number;
  /** Of a million tokens. */
  readonly prices: { readonly input: number; readonly output: number };
}

export interface GateWorld {
  readonly ledger: ModelLedger;
  readonly clock: Clock;
  readonly metrics: ModelMetrics;
  readonly trouble: (error: unknown) => void;
  /** Left alone from now on, for the failure that was one too many; or asked again, then null. */
  readonly turned: (failure: GateFailure | null) => void;
}

/** What may be told of a failure: an answer of the endpoint repeats what it was asked. */
export interface GateFailure {
  readonly kind: ModelFailureKind;
  /** Of HTTP; null when there was no answer. */
  readonly status: number | null;
}

const FAILURES_TO_OPEN = 5;
const STATES = { [CircuitState.Closed]: 0, [CircuitState.HalfOpen]: 1, [CircuitState.Open]: 2, [CircuitState.Isolated]: 2 } as const;

export class ModelGate {
  readonly #breaker: CircuitBreakerPolicy;
  #last: unknown = null;
  #isLeftAlone = false;

  constructor(
    private readonly settings: GateSettings,
    private readonly world: GateWorld,
  ) {
    // Who was told to stop did not fail.
    const counts = handleWhen((error) => !(error instanceof ModelFailure && error.kind === 'stopped'));
    this.#breaker = circuitBreaker(counts, { halfOpenAfter: settings.breakerMs, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) });
    this.#breaker.onStateChange((state) => world.metrics.breaker.set(STATES[state]));
    this.#breaker.onBreak(() => this.#turn(true));
    this.#breaker.onReset(() => this.#turn(false));
    world.metrics.breaker.set(0);
  }

  /** Runs the call, or rejects at once with `ModelFailure` of kind `shut` or `spent`. */
  async through<Result extends { readonly tokens: TokenCount }>(errand: Errand, call: () => Promise<Result>): Promise<Result> {
    const { clock, metrics } = this.world;
    const begun = clock.now();
    try {
      await this.#checkBudget();
      const result = await this.#breaker.execute(() => call().catch((error: unknown) => this.#failed(error)));
      metrics.calls.inc({ purpose: errand.purpose, outcome: 'whole' });
      this.#count(errand, result.tokens, clock.now() - begun);
      return result;
    } catch (error) {
      const failure = error instanceof BrokenCircuitError ? new ModelFailure('shut', error) : error;
      metrics.calls.inc({ purpose: errand.purpose, outcome: failure instanceof ModelFailure ? failure.kind : 'garbage' });
      if (failure instanceof ModelFailure && failure.spent) this.#count(errand, failure.spent, clock.now() - begun);
      throw failure;
    } finally {
      metrics.seconds.observe({ purpose: errand.purpose }, (clock.now() - begun) / 1000);
    }
  }

  /** Not again for each time that it was asked in vain whether it is back. */
  #turn(isLeftAlone: boolean): void {
    if (isLeftAlone !== this.#isLeftAlone) this.world.turned(isLeftAlone ? toldOf(this.#last) : null);
    this.#isLeftAlone = isLeftAlone;
  }

  #failed(error: unknown): never {
    this.#last = error;
    throw error;
  }

  async #checkBudget(): Promise<void> {
    const { dailyTokens } = this.settings;
    if (dailyTokens === null) return;
    const { ledger, clock } = this.world;
    if ((await ledger.tokensOn(dayOf(clock.now()))) >= dailyTokens) throw new ModelFailure('spent');
  }

  /** Nobody waits for the books. */
  #count({ purpose, conversationId }: Errand, tokens: TokenCount, ms: number): void {
    const { ledger, clock, metrics, trouble } = this.world;
    const { prices } = this.settings;
    metrics.tokens.inc({ direction: 'input' }, tokens.input);
    metrics.tokens.inc({ direction: 'output' }, tokens.output);
    const costMicros = tokens.input * prices.input + tokens.output * prices.output;
    ledger.add({ conversationId, purpose, day: dayOf(clock.now()), tokens, ms, costMicros }).catch(trouble);
  }
}

function toldOf(error: unknown): GateFailure {
  if (!(error instanceof ModelFailure)) return { kind: 'garbage', status: null };
  const { status } = (error.cause ?? {}) as { readonly status?: unknown };
  return { kind: error.kind, status: typeof status === 'number' ? status : null };
}
