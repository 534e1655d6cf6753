/** What was told to one webhook, newest first, with what was sent and what came back; and sending it again. */
import { Button, Modal, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WireDelivery, WireWebhook } from '../../../protocol/neighbours.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { dateOf } from './dates.js';
import { fetchDeliveries, replay } from './programs-api.js';

const LOOK_AGAIN_MS = 3_000;
const TONE = { pending: 'warn', delivered: 'good', failed: 'bad' } as const;

export function Deliveries({ webhook, onClose }: { readonly webhook: WireWebhook; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const { data, refetch } = useQuery({ queryKey: ['deliveries', webhook.id], queryFn: () => fetchDeliveries(session.token, webhook.id), refetchInterval: LOOK_AGAIN_MS });
  const again = (id: string): void => void report(replay(session.token, webhook.id, id)).then(() => refetch());
  return (
    <Modal open width="47.5rem" title={`${t('programs.log')}: ${webhook.url}`} footer={null} onCancel={onClose}>
      {data === undefined ? <Skeleton active /> : data.length === 0 ? <p className="board-none">{t('programs.noLog')}</p> : null}
      <ul className="programs-log">
        {(data ?? []).map((delivery) => (
          <li key={delivery.id}>
            <details>
              <summary>
                <time className="num">{dateOf(delivery.createdAt)}</time> <b>{delivery.event}</b>{' '}
                <span className="tag" data-tone={TONE[delivery.state]}>{t(`programs.states.${delivery.state}`)}</span> <Outcome delivery={delivery} />
              </summary>
              <pre tabIndex={0}>{delivery.body}</pre>
            </details>
            <Button size="small" onClick={() => again(delivery.id)}>{t('programs.again')}</Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function Outcome({ delivery: { outcome, attempts } }: { readonly delivery: WireDelivery }) {
  const { t } = useTranslation();
  if (outcome === null) return null;
  return (
    <small className="num">
      {outcome.status ?? outcome.error ?? t('programs.noAnswer')} · {outcome.tookMs} ms · {t('programs.attempts', { count: attempts })}
    </small>
  );
}
