/** Says over the top edge when the connection is gone, and what that means for the chats in hand; nothing below it moves. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import { useDesk } from './desk-context.js';

/** A blink of the network is not worth a word. */
const SAY_AFTER_MS = 1200;
/** What the server waits before it gives the chats to others. */
const GRACE_MS = 15_000;

export function LinkNotice() {
  const { t } = useTranslation();
  const link = useDesk((state) => state.link);
  const hasChats = useDesk((state) => state.mine.length > 0);
  const isSaid = useAfter(SAY_AFTER_MS, link !== 'online');
  const isLong = useAfter(GRACE_MS, link === 'offline');
  return (
    <div className="link-notice" role="status" data-on={isSaid}>
      {isSaid ? (
        <>
          <Icon name="refresh" size={16} />
          {t(link !== 'offline' ? 'link.connecting' : isLong && hasChats ? 'link.offlineLong' : 'link.offline')}
        </>
      ) : null}
    </div>
  );
}

/** True once it has been so for that long. */
function useAfter(ms: number, isSo: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    setIsOver(false);
    if (!isSo) return;
    const timer = setTimeout(() => setIsOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms, isSo]);
  return isOver && isSo;
}
