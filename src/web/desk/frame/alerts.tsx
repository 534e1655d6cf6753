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
  const dismiss = (...ids: readonly number[]): void => {
    for (const id of ids) store.dispatch({ type: 'alert-dismissed', id });
  };
  return (
    <section className="alerts" role="log" aria-label={t('alerts.label')}>
      {alerts.map(({ id, conversationId, text, at }) => (
        <article key={id} className="alert">
          <Icon name="flag" />
          <p>
            {text} <time className="num">{clockOf(at)}</time>
          </p>
          <button type="button" className="square" aria-label={t('alerts.dismiss')} title={t('alerts.dismiss')} onClick={() => dismiss(id)}>
            <Icon name="close" size={16} />
          </button>
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
        </article>
      ))}
      {alerts.length < 2 ? null : (
        <Button size="small" className="alerts-all" onClick={() => dismiss(...alerts.map(({ id }) => id))}>
          {t('alerts.dismissAll', { count: alerts.length })}
        </Button>
      )}
    </section>
  );
}
