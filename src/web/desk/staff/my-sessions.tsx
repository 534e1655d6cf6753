/** One's own sign-ins, in the settings: one of them ended, or all but this one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { useNames } from '../words/use-words.js';
import { endOtherSessions, endOwnSession, fetchOwnSessions } from './accounts-api.js';
import { SessionList } from './session-list.js';

export function MySessions() {
  const { t } = useTranslation();
  const names = useNames();
  const { session } = useTools();
  const report = useReport();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['my-sessions'], queryFn: () => fetchOwnSessions(session.token), staleTime: 0 });
  const act = async (asked: ReturnType<typeof endOtherSessions>): Promise<void> => {
    await report(asked);
    await queries.invalidateQueries({ queryKey: ['my-sessions'] });
  };
  return (
    <>
      <h2>{t('sessions.title')}</h2>
      {error === null ? null : <p role="alert">{names('errors', error.message)}</p>}
      {data === undefined && error === null ? <Skeleton active title={false} /> : <SessionList sessions={data ?? []} onEnd={(id) => void act(endOwnSession(session.token, id))} />}
      {(data?.length ?? 0) > 1 ? (
        <Button danger onClick={() => void act(endOtherSessions(session.token))}>
          {t('sessions.endOthers')}
        </Button>
      ) : null}
    </>
  );
}
