/** What the desk asks the server for when cases are filtered. */
import { describe, expect, it } from '@jest/globals';
import { caseQuery } from '../../../src/protocol/cases.js';
import { EVERYTHING, queryOf } from '../../../src/web/desk/cases/case-filter.js';

describe('a list of cases', () => {
  it('finds a whole number however it is typed, whatever else is chosen', () => {
    for (const typed of ['jb-20261128-0007', ' JB202611280007', 'ＪＢ－20261128－0007'])
      expect(queryOf({ ...EVERYTHING, state: 'closed', number: typed })).toEqual({ number: 'JB-20261128-0007' });
    expect(queryOf({ ...EVERYTHING, number: 'JB-2026' })).toEqual({ state: 'open' });
  });

  it('asks for deadlines only among what is open, and always in a way the server takes', () => {
    for (const scope of ['mine', 'all'] as const)
      for (const state of ['open', 'asked', 'closed'] as const)
        for (const due of ['anyDue', 'soon', 'late'] as const) {
          const query = queryOf({ scope, state, due, number: '' });
          expect(caseQuery.safeParse(query).success).toBe(true);
          expect('due' in query).toBe(state === 'open' && due !== 'anyDue');
        }
  });
});
