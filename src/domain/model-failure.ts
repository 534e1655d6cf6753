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

export class ModelFailure extends ProductError {
  constructor(
    readonly kind: ModelFailureKind,
    cause?: unknown,
  ) {
    super('unavailable', `the model failed: ${kind}`, cause);
    this.name = 'ModelFailure';
  }
}
