/** Alerts for supervisors, until they are acknowledged. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import { clockOf } from '../look/times.js';
import { useConsole } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';

export function Alerts() {
  const { t } = useTranslation();
  const { store } = useTools();
  const { show } = useConsole();
  const alerts = useDesk((state) => state.alerts);
  const dismiss = (id: number): void => store.dispatch({ type: 'alert-dismissed', id });
  return (
    <section className="alerts" role="log" aria-label={t('alerts.label')}>
      {alerts.map(({ id, conversationId, text, at }) => (
        <article key={id} className="alert">
          <Icon name="flag" />
          <p>
            {text} <time className="num">{clockOf(at)}</time>
          </p>
          <footer>
            {conversationId === null ? null : (
              <Button
                size="small"
                onClick={() => {
                  show(conversationId);
                  dismiss(id);
                }}
              >
                {t('alerts.open')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => dismiss(id)}>
              {t('alerts.dismiss')}
            </Button>
          </footer>
        </article>
      ))}
    </section>
  );
}
