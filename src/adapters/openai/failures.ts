/** What went wrong, from what the library threw. */
import { APIConnectionError, APIError } from 'openai';
import { ModelFailure } from '../../domain/model-failure.js';

export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIConnectionError) return new ModelFailure('unreachable', error);
  if (error instanceof APIError && typeof error.status === 'number') {
    if (error.status === 429) return new ModelFailure('busy', error);
    return new ModelFailure(error.status >= 500 ? 'server' : 'refused', error);
  }
  if (error instanceof SyntaxError) return new ModelFailure('garbage', error);
  return new ModelFailure('cut', error);
}

/** Refused for how it was asked, before a word was generated: asking more plainly is no second try. */
export function isComplaint(error: unknown): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 422);
}
