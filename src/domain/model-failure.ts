/** How asking a model can fail, told apart for the metrics; to everybody else it is simply unavailable. */
import { ProductError } from './errors.js';

export const MODEL_FAILURES = [
  'slow-start',
  'slow-end',
  'busy',
  'server',
  'refused',
  'cut',
  'garbage',
  'schema',
  'endless',
  'empty',
  'stopped',
  'unreachable',
  /** Not asked at all: the breaker is open, or the day's tokens are spent. */
  'shut',
  'spent',
] as const;
export type ModelFailureKind = (typeof MODEL_FAILURES)[number];

/** Nothing was generated: what was asked was turned away, or never came through. */
const COSTS_NOTHING: ReadonlySet<ModelFailureKind> = new Set<ModelFailureKind>(['busy', 'server', 'refused', 'stopped', 'unreachable', 'shut', 'spent']);

/** The failure with what it cost; where nothing was answered yet, only a question that was taken cost something. */
export function withCost(failure: ModelFailure, spent: NonNullable<ModelFailure['spent']>): ModelFailure {
  return spent.output === 0 && COSTS_NOTHING.has(failure.kind) ? failure : new ModelFailure(failure.kind, failure.cause, spent);
}

export class ModelFailure extends ProductError {
  constructor(
    readonly kind: ModelFailureKind,
    cause?: unknown,
    /** What was asked and answered before it failed: the provider counts it all the same. */
    readonly spent: { readonly input: number; readonly output: number } | null = null,
  ) {
    super('unavailable', `the model failed: ${kind}`, cause);
    this.name = 'ModelFailure';
  }
}
