/** The log of sensitive acts, for supervisors and admins: who did what, when, to whom and why; read and never changed. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireAuditEntry } from '../../../protocol/http.js';
import { useConsole } from '../frame/console-context.js';
import { useTools } from '../frame/desk-context.js';
import { readApi } from '../link/api.js';
import { useWhen } from '../look/use-when.js';
import { auditZhCn } from '../words/audit-zh-cn.js';
import { useNames } from '../words/use-words.js';
import '../board/board.css';
import { aboutEntry } from './about-entry.js';
import './audit.css';

const PAGE = 100;
/** What the select says for no choice. */
const EVERY = '';

export default function AuditPage() {
  const { t } = useTranslation();
  const names = useNames();
  const [act, setAct] = useState(EVERY);
  const { entries, error, isWhole, readOn, isReading } = useAudit(act);
  const acts = useMemo(() => Object.keys(auditZhCn.audit.acts).map((value) => ({ value, label: names('audit.acts', value) })), [names]);
  return (
    <main className="board" aria-label={t('audit.title')}>
      <h2>
        {t('audit.title')}
        <Select className="audit-acts" showSearch={{ optionFilterProp: 'label' }} aria-label={t('audit.act')} value={act} onChange={setAct} options={[{ value: EVERY, label: t('audit.every') }, ...acts]} />
      </h2>
      <section className="board-part" aria-label={t('audit.title')}>
        <p className="board-none">{t('audit.lead')}</p>
        {error === null ? null : <p role="alert">{names('errors', error.message)}</p>}
        {entries === null && error === null ? <Skeleton active /> : null}
        {entries?.length === 0 ? <p>{t('audit.none')}</p> : null}
        {entries === null || entries.length === 0 ? null : <Entries entries={entries} />}
        {isWhole ? null : (
          <Button loading={isReading} onClick={readOn}>
            {t('audit.more')}
          </Button>
        )}
      </section>
    </main>
  );
}

/** Page by page, newest first. */
function useAudit(act: string): { readonly entries: readonly WireAuditEntry[] | null; readonly error: Error | null; readonly isWhole: boolean; readonly isReading: boolean; readonly readOn: () => void } {
  const { session } = useTools();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', act],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: String(PAGE), ...(act === EVERY ? {} : { act }), ...(pageParam === null ? {} : { before: String(pageParam.at), beforeId: pageParam.id }) });
      return readApi<{ entries: readonly WireAuditEntry[] }>(session.token, `/api/audit?${query.toString()}`);
    },
    initialPageParam: null as Pick<WireAuditEntry, 'at' | 'id'> | null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? null : (entries.at(-1) ?? null)),
    retry: false,
    refetchOnMount: 'always',
  });
  return { entries: data?.pages.flatMap(({ entries }) => entries) ?? null, error, isWhole: !hasNextPage, isReading: isFetchingNextPage, readOn: () => void fetchNextPage() };
}

function Entries({ entries }: { readonly entries: readonly WireAuditEntry[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const when = useWhen();
  return (
    <table className="board-table audit-table">
      <thead>
        <tr>
          {(['when', 'who', 'act', 'about'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`audit.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="num">{when(entry.at)}</td>
            <th scope="row">{entry.staff?.name ?? t('audit.house')}</th>
            <td>{names('audit.acts', entry.act)}</td>
            <td className="audit-about">
              <About entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function About({ entry }: { readonly entry: WireAuditEntry }) {
  const { t, i18n } = useTranslation();
  const { show } = useConsole();
  const { conversationId } = entry;
  return (
    <>
      <span>{aboutEntry(entry, t, i18n.language === 'en' ? 'en' : 'zh-CN')}</span>
      {conversationId === null ? null : (
        <Button size="small" onClick={() => show(conversationId)}>
          {t('audit.chat')}
        </Button>
      )}
    </>
  );
}
