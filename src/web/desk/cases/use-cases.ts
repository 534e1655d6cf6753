/** Cases as the pages hold them: read when they are shown, read anew when the server tells that one moved. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { DeskCase, DeskCaseWhole, WirePromise } from '../../../protocol/cases.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { OwnWords } from '../frame/use-report.js';
import type { Answer } from '../link/desk-socket.js';
import { standingOf } from '../state/desk-view.js';
import { actOnCase, fetchCase, fetchCases, fetchPromises, keepPromise } from './cases-api.js';
import type { CaseActs, CaseQuery } from './cases-api.js';

/** A burst of changes is one reading. */
const GATHER_MS = 300;

/** Once for the whole desk. */
export function useCaseNews(): void {
  const { client } = useTools();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.onCase(({ id }) => {
      void queries.invalidateQueries({ queryKey: ['case', id] });
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['cases'] });
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, queries]);
  useReadAfterAbsence();
  useAlertsOverWhenRead();
}

/** What is read of a case tells as much as what is told of it: it may have moved on while the link was down, and then calls nobody any more. */
function useAlertsOverWhenRead(): void {
  const { store } = useTools();
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const { alerts } = store.get();
        const read = alerts.length === 0 ? [] : casesRead(event.query.queryKey, event.query.state.data);
        for (const one of read) if (alerts.some(({ ofCase }) => ofCase?.id === one.id)) store.dispatch({ type: 'case', case: one });
      }),
    [store, queries],
  );
}

function casesRead([kind, of]: readonly unknown[], data: unknown): readonly DeskCase[] {
  if (kind === 'case') return [(data as DeskCaseWhole).case];
  return kind === 'cases' && of !== 'promises' ? (data as readonly DeskCase[]) : [];
}

/** What is read anew only when the server tells of it. */
const TOLD = ['case', 'cases', 'follow-ups'] as const;

/** What moved while the link was down was told to nobody here. */
function useReadAfterAbsence(): void {
  const { session, store } = useTools();
  const queries = useQueryClient();
  const isOnline = useDesk((state) => state.link === 'online');
  const wasOnline = useRef(false);
  const isAbsent = useRef(false);
  useEffect(() => {
    if (!isOnline) {
      isAbsent.current = wasOnline.current;
      return;
    }
    wasOnline.current = true;
    if (isAbsent.current) {
      for (const told of TOLD) void queries.invalidateQueries({ queryKey: [told] });
      const alerted = new Set(store.get().alerts.flatMap(({ ofCase }) => ofCase?.id ?? []));
      for (const id of alerted) void queries.prefetchQuery({ queryKey: ['case', id], queryFn: () => fetchCase(session.token, id) });
    }
    isAbsent.current = false;
  }, [isOnline, queries, session, store]);
}

/** The word of a change may be lost on its way here. */
const LOOK_AGAIN_MS = 60_000;

export function useCases(query: CaseQuery) {
  const { session } = useTools();
  return useQuery<readonly DeskCase[]>({ queryKey: ['cases', query], queryFn: () => fetchCases(session.token, query), placeholderData: (before) => before, refetchInterval: LOOK_AGAIN_MS });
}

/** Those of the person in a conversation. Of a chat that went elsewhere the answer may be no, and stays so until it is in other hands. */
export function useCasesHere(conversationId: string) {
  const { session } = useTools();
  const standing = useDesk((state) => standingOf(state, conversationId));
  return useQuery<readonly DeskCase[]>({
    queryKey: ['cases', { conversationId }, standing],
    queryFn: () => fetchCases(session.token, { conversationId }),
    retry: false,
  });
}

/** A promise is heard a moment after it was said. */
const LISTEN_AGAIN_MS = 10_000;

/** What was promised here beside any case, and the way to say that it was kept. */
export function usePromises(conversationId: string): { readonly promises: readonly WirePromise[]; readonly keep: (id: string) => void } {
  const { session } = useTools();
  const changed = useCaseChanged();
  const standing = useDesk((state) => standingOf(state, conversationId));
  const { data, error } = useQuery({
    queryKey: ['cases', 'promises', conversationId, standing],
    queryFn: () => fetchPromises(session.token, conversationId),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : LISTEN_AGAIN_MS),
    retry: false,
  });
  return { promises: error === null ? (data ?? []) : [], keep: (id) => void changed(keepPromise(session.token, id, conversationId)) };
}

const NEAR_MINUTES = '60';

/** One's own cases due within the hour, or overdue; deadlines draw near by themselves. */
export function useDueCount(): number {
  const { session } = useTools();
  const query: CaseQuery = { mine: '1', state: 'open', due: NEAR_MINUTES };
  const { data } = useQuery({ queryKey: ['cases', query], queryFn: () => fetchCases(session.token, query), refetchInterval: LOOK_AGAIN_MS });
  return data?.filter(({ dueAt }) => dueAt !== null).length ?? 0;
}

export function useCase(id: string) {
  const { session } = useTools();
  return useQuery<DeskCaseWhole>({ queryKey: ['case', id], queryFn: () => fetchCase(session.token, id), refetchInterval: LOOK_AGAIN_MS });
}

/** Does one thing with a case, and reads it anew whatever came of it. Resolves to whether it went well. */
export function useCaseAct(id: string): <Act extends keyof CaseActs>(name: Act, body: CaseActs[Act], own?: OwnWords) => Promise<boolean> {
  const { session } = useTools();
  const changed = useCaseChanged();
  return useCallback((name, body, own) => changed(actOnCase(session.token, id, { name, body }), own), [session, id, changed]);
}

export function useCaseChanged(): (asked: Promise<Answer>, own?: OwnWords) => Promise<boolean> {
  const queries = useQueryClient();
  const report = useReport();
  return useCallback(
    async (asked, own) => {
      const isDone = await report(asked, own);
      await Promise.all([queries.invalidateQueries({ queryKey: ['cases'] }), queries.invalidateQueries({ queryKey: ['case'] })]);
      return isDone;
    },
    [queries, report],
  );
}
