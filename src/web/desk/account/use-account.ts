/** The account of the conversation in front, read when it is shown and again after something was confirmed. */
import { useQuery } from '@tanstack/react-query';
import type { WireAccount } from '../../../protocol/account.js';
import { useTools } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';

/** `account` reads the business system: not with every message, only when an outcome may have changed it. */
export function useAccount({ id, messages, conversation }: Thread) {
  const { client } = useTools();
  const lastOutcome = messages.findLast(({ from, kind }) => from === 'system' && kind === 'text')?.seq ?? 0;
  return useQuery<WireAccount>({
    queryKey: ['account', id, conversation?.verified, lastOutcome],
    queryFn: async () => {
      const answer = await client.account(id);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.account;
    },
    enabled: conversation?.verified === true,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
    staleTime: 60_000,
    retry: false,
  });
}
