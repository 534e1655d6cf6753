/** Says over the top edge when the connection is gone; nothing below it moves. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import { useDesk } from './desk-context.js';

/** A blink of the network is not worth a word. */
const SAY_AFTER_MS = 1200;

export function LinkNotice() {
  const { t } = useTranslation();
  const link = useDesk((state) => state.link);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (link === 'online') {
      setIsLong(false);
      return;
    }
    const timer = setTimeout(() => setIsLong(true), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [link]);
  return (
    <div className="link-notice" role="status" data-on={isLong && link !== 'online'}>
      {isLong && link !== 'online' ? (
        <>
          <Icon name="refresh" size={16} />
          {t(link === 'offline' ? 'link.offline' : 'link.connecting')}
        </>
      ) : null}
    </div>
  );
}
