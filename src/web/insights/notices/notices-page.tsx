/** Outage notices: what runs, what has been, and the form of a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { goTo, usePlace } from '../../desk/link/place.js';
import type { WireNotice } from '../../../protocol/notices.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { NoticeCard } from './notice-card.js';
import { NoticeForm } from './notice-form.js';
import { placeOf } from './notice-fields.js';

const FRESH_MS = 10_000;

/** Led here by another area, the form is another one. */
export default function NoticesPage() {
  const [, area = ''] = usePlace();
  return <Notices key={area} area={area} />;
}

function Notices({ area }: { readonly area: string }) {
  const words = useWords();
  const { notices } = words;
  const { api, unsaved } = useInsights();
  const told = useTold();
  const queries = useQueryClient();
  /** Undefined until something is chosen: what was left is open. */
  const [chosen, setEditing] = useState<WireNotice | 'new' | null | undefined>(area === '' ? undefined : 'new');
  const { data, error } = useQuery({ queryKey: ['notices'], queryFn: () => api.notices(), refetchInterval: FRESH_MS });
  const isLeft = (notice: WireNotice | null): boolean => unsaved.get(placeOf(notice, area)) !== null;
  const left = isLeft(null) ? 'new' : (data?.find((one) => one.end === null && isLeft(one)) ?? null);
  const editing = chosen === undefined ? left : chosen;
  useEffect(() => {
    if (chosen === undefined && left !== null) setEditing(left);
  }, [chosen, left]);
  const close = (): void => {
    setEditing(null);
    // After a reload it would be open again.
    if (area !== '') goTo('notices');
  };
  const done = (): void => {
    close();
    void queries.invalidateQueries({ queryKey: ['notices'] });
  };
  const standOnNewest = async (known: WireNotice): Promise<number> => {
    const now = await queries.fetchQuery({ queryKey: ['notices'], queryFn: () => api.notices() }).catch(() => []);
    const newest = now.find((one) => one.id === known.id) ?? known;
    setEditing(newest);
    return newest.version;
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{notices.title}</h1>
        {editing === null ? <Button type="primary" onClick={() => setEditing('new')}>{notices.start}</Button> : null}
      </div>
      <p className="hint">{notices.lead}</p>
      {editing === null ? null : <NoticeForm key={editing === 'new' ? 'new' : editing.id} notice={editing === 'new' ? null : editing} area={area} onDone={done} onConflict={async () => (editing === 'new' ? null : standOnNewest(editing))} onClose={close} />}
      <div role="alert" className="said">{error ? <Alert type="error" showIcon title={told(error)} /> : null}</div>
      {data === undefined ? (
        error ? null : <p role="status">{words.loading}</p>
      ) : data.length === 0 ? (
        <p className="card hint" role="status">{notices.none}</p>
      ) : (
        <ol className="findings">
          {data.map((one) => (
            <NoticeCard key={one.id} notice={one} isHeld={editing !== null} onChange={() => setEditing(one)} onDone={done} />
          ))}
        </ol>
      )}
    </div>
  );
}
