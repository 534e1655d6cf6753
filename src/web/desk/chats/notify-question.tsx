/** Asks once, politely, whether the browser may show notices; the browser's own question comes only after a yes. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings, useTools } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';

export function NotifyQuestion() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { isNotifyOn, isNotifyAskedLater } = useSettings(settings);
  const [permission, setPermission] = useState(() => (typeof Notification === 'undefined' ? 'denied' : Notification.permission));
  if (!isNotifyOn || isNotifyAskedLater || permission !== 'default') return null;
  return (
    <section className="notify-question">
      <Icon name="bell" />
      <p>{t('notices.ask')}</p>
      <footer>
        <Button size="small" onClick={() => void Notification.requestPermission().then(setPermission)}>
          {t('notices.allow')}
        </Button>
        <Button size="small" type="text" onClick={() => settings.change({ isNotifyAskedLater: true })}>
          {t('notices.later')}
        </Button>
      </footer>
    </section>
  );
}
