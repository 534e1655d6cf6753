/** Follow-ups of low ratings as the board holds them: read when it is shown, read anew when the server tells of one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { z } from 'zod';
import type { followUpHand, followUpNote, WireFollowUp } from '../../../protocol/follow-ups.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { callApi, readApi } from '../link/api.js';

const PATH = '/api/follow-ups';
const KEY = ['follow-ups'];
/** The word of a change may be lost on its way here. */
const LOOK_AGAIN_MS = 60_000;

export interface FollowUpActs {
  readonly take: undefined;
  readonly hand: z.input<typeof followUpHand>;
  readonly note: z.input<typeof followUpNote>;
  readonly done: z.input<typeof followUpNote>;
}

/** What is not done yet, newest first. */
export function useFollowUps() {
  const { session, client } = useTools();
  const queries = useQueryClient();
  useEffect(() => client.onFollowUp(() => void queries.invalidateQueries({ queryKey: KEY })), [client, queries]);
  return useQuery({ queryKey: KEY, queryFn: async () => (await readApi<{ followUps: readonly WireFollowUp[] }>(session.token, `${PATH}?state=due`)).followUps, refetchInterval: LOOK_AGAIN_MS });
}

/** Resolves to whether it went well; the list is read anew in any case. */
export function useFollowUpAct(id: string): <Act extends keyof FollowUpActs>(name: Act, body: FollowUpActs[Act]) => Promise<boolean> {
  const { session } = useTools();
  const queries = useQueryClient();
  const report = useReport();
  return useCallback(
    async (name, body) => {
      const isDone = await report(callApi(session.token, `${PATH}/${encodeURIComponent(id)}/${name}`, { method: 'POST', ...(body === undefined ? {} : { body }) }));
      await queries.invalidateQueries({ queryKey: KEY });
      return isDone;
    },
    [session, id, queries, report],
  );
}
