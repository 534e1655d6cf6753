/** The figures of the chosen range, kept fresh while they are looked at. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WireFigures } from '../../../protocol/insights.js';
import { useInsights } from '../frame/insights-context.js';
import type { Range } from '../link/insights-api.js';

export type Choice = { readonly kind: 'today' | 'week' | 'month' } | { readonly kind: 'custom'; readonly from: string; readonly to: string };

const LENGTH = { today: 1, week: 7, month: 28 } as const;
const DAY_MS = 86_400_000;
const FRESH_MS = 30_000;

/** Null for today, and until the operator's today is known. */
export function rangeOf(choice: Choice, today: string | null): Range | null {
  if (choice.kind === 'custom') return { from: choice.from, to: choice.to };
  if (today === null || choice.kind === 'today') return null;
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - (LENGTH[choice.kind] - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from, to: today };
}

export function useFigures(choice: Choice, isComparing: boolean) {
  const { api } = useInsights();
  const { data: today = null } = useQuery({ queryKey: ['today'], queryFn: async () => (await api.figures(null, false)).to, refetchInterval: FRESH_MS });
  const range = rangeOf(choice, today);
  const figures = useQuery<WireFigures>({
    queryKey: ['figures', range, isComparing],
    queryFn: () => api.figures(range, isComparing),
    enabled: today !== null || choice.kind === 'custom',
    placeholderData: keepPreviousData,
    refetchInterval: FRESH_MS,
  });
  return { today, range, figures };
}
