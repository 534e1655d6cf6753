/** What the list of cases is asked for, and how the server is asked; pure. */
import type { CaseQuery } from './cases-api.js';

export interface CaseFilter {
  readonly scope: 'mine' | 'all';
  readonly state: 'open' | 'asked' | 'closed';
  readonly due: 'anyDue' | 'soon' | 'late';
  /** As it was typed; a whole number finds its case whatever else is chosen. */
  readonly number: string;
}

export const EVERYTHING: CaseFilter = { scope: 'all', state: 'open', due: 'anyDue', number: '' };

const SOON_MINUTES = '1440';
const WHOLE = /^JB-?(\d{8})-?(\d{4,6})$/i;

export function queryOf({ scope, state, due, number }: CaseFilter): CaseQuery {
  const [, day, count] = WHOLE.exec(number.normalize('NFKC').trim()) ?? [];
  const whose = scope === 'mine' ? { mine: '1' } : {};
  if (day !== undefined && count !== undefined) return { ...whose, number: `JB-${day}-${count}` };
  const by = state !== 'open' || due === 'anyDue' ? {} : { due: due === 'late' ? '0' : SOON_MINUTES };
  return { ...whose, state, ...by };
}
