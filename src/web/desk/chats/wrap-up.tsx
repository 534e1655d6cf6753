/** The time to write up the last chat: how much is left before another comes, and the way to be ready sooner. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk, useSecond } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import { elapsed } from '../look/times.js';
import { useSetPresence } from './presence-switch.js';

export function WrapUp() {
  const until = useDesk((state) => state.wrapUpUntil);
  const isOnline = useDesk((state) => state.status === 'online');
  return until === null || !isOnline ? null : <Left until={until} />;
}

function Left({ until }: { readonly until: number }) {
  const { t } = useTranslation();
  const setPresence = useSetPresence();
  const left = Math.ceil(until / 1000 - useSecond());
  if (left <= 0) return null;
  return (
    <section className="notify-question">
      <Icon name="pen" />
      <p className="num">{t('presence.wrapUp', { left: elapsed(left, (count) => t('time.days', { count })) })}</p>
      <footer>
        <Button size="small" onClick={() => setPresence('online')}>
          {t('presence.wrapUpDone')}
        </Button>
      </footer>
    </section>
  );
}
