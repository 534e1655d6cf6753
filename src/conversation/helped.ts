/** A language model's help as a value: what it wrote, or that it is not to be had. */
import { ProductError, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';

export async function helped<Help>(help: Promise<Help> | undefined): Promise<Help | Refusal> {
  if (!help) return refuse('unavailable', 'no language model is configured');
  try {
    return await help;
  } catch (error) {
    if (error instanceof ProductError) return refuse(error.code, error.message);
    throw error;
  }
}
