/** Asks for suggested replies when the agent wants them, and forgets them when the talk has moved on. */
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Suggested } from '../../../protocol/desk.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { useDeskKey } from '../frame/use-shortcuts.js';

export interface SuggestionState {
  readonly isLoading: boolean;
  /** Null while none were asked for. */
  readonly found: Suggested['drafts'] | null;
  readonly ask: () => void;
  readonly close: () => void;
}

export function useSuggestions(conversationId: string, isAllowed: boolean): SuggestionState {
  const { client } = useTools();
  const report = useReport();
  const { mutate, reset, data, isPending } = useMutation({
    mutationFn: async (): Promise<Suggested['drafts'] | null> => {
      const answer = await client.suggest(conversationId);
      void report(Promise.resolve(answer));
      return answer.ok ? answer.drafts : null;
    },
  });
  const ask = useCallback(() => {
    if (isAllowed) mutate();
  }, [isAllowed, mutate]);
  useDeskKey('suggest', ask);
  return { isLoading: isPending, found: data ?? null, ask, close: reset };
}
