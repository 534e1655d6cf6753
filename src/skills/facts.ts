/** Rows of name and value, for answers that need no chart. */
import type { FactsCard } from '../domain/card.js';

export type Row = FactsCard['rows'][number];

export const factsCard = (title: string, asOf: number, rows: readonly Row[]): FactsCard => ({ type: 'facts', title, asOf, rows });
