/** A day with its time, the same in both languages. */
import { operatorField } from '../../../wording/operator-time.js';

export function dateOf(at: number): string {
  return operatorField(at).replace('T', ' ');
}
