/** Where somebody is signed in: by what, from where, since when, and the way to end it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireStaffSession } from '../../../protocol/staff.js';
import { useDates } from '../cards/use-dates.js';
import { deviceName } from './device-name.js';
import './sessions.css';

export function SessionList({ sessions, onEnd }: { readonly sessions: readonly WireStaffSession[]; readonly onEnd: (id: string) => void }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  return (
    <ul className="sessions">
      {sessions.map(({ id, device, address, createdAt, seenAt, isHere }) => (
        <li key={id}>
          <span title={device}>
            <b>{deviceName(device) ?? t('sessions.unknown')}</b>
            {isHere ? <span className="tag">{t('sessions.here')}</span> : null}
          </span>
          <small className="num">
            {address === undefined ? null : `${address} · `}
            {t('sessions.since', { time: moment(createdAt) })}
            {seenAt === undefined ? null : ` · ${t('sessions.seen', { time: moment(seenAt) })}`}
          </small>
          {isHere ? null : (
            <Button size="small" onClick={() => onEnd(id)}>
              {t('sessions.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
