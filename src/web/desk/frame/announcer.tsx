/** Makes sure nothing new is missed: sound, desktop notice, the tab's title, and words for screen readers. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chime } from '../link/chime.js';
import { totalUnread } from '../state/desk-view.js';
import { countUnread, lastSpoken } from '../state/thread-view.js';
import { useConsole } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';

/** A ring that is not heard is no ring; it repeats while the offer stands. */
const RING_AGAIN_MS = 5000;

export function Announcer() {
  const { t } = useTranslation();
  const unread = useDesk(totalUnread);
  const offer = useDesk((state) => state.offers[0] ?? null);
  const [chime] = useState(() => new Chime());
  useOfferAlarm(chime);
  useMessageAlarm(chime, unread);
  useEffect(() => {
    const name = t('app.name');
    document.title = offer ? `${t('notices.titleOffer')} · ${name}` : unread > 0 ? `(${unread}) ${name}` : name;
  }, [offer, unread, t]);
  return (
    <p className="hidden" role="alert">
      {offer ? t('offer.announce', { headline: offer.headline }) : ''}
    </p>
  );
}

function useOfferAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings } = useTools();
  const offer = useDesk((state) => state.offers[0] ?? null);
  const id = offer?.conversationId ?? null;
  const headline = offer?.headline ?? '';
  useEffect(() => {
    if (id === null) return;
    const ring = (): void => {
      const { isSoundOn, volume } = settings.get();
      if (isSoundOn) chime.play('offer', volume);
    };
    ring();
    const again = setInterval(ring, RING_AGAIN_MS);
    const notice = notify(settings.get().isNotifyOn, { title: t('notices.newOffer'), body: headline, tag: `offer-${id}` });
    return () => {
      clearInterval(again);
      notice?.close();
    };
  }, [id, headline, chime, settings, t]);
}

function useMessageAlarm(chime: Chime, unread: number): void {
  const { t } = useTranslation();
  const { settings, store } = useTools();
  const { show } = useConsole();
  const before = useRef(unread);
  useEffect(() => {
    const isMore = unread > before.current;
    before.current = unread;
    if (!isMore) return;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    const { mine, threads } = store.get();
    const thread = mine.map((id) => threads[id]).find((candidate) => candidate !== undefined && countUnread(candidate) > 0);
    if (!thread) return;
    const who = thread.conversation?.subscriber ?? t('chats.visitor');
    const notice = notify(isNotifyOn, {
      title: t('notices.newMessage', { who }),
      body: lastSpoken(thread)?.text ?? '',
      tag: `message-${thread.id}`,
    });
    if (notice) notice.onclick = () => show(thread.id);
  }, [unread, chime, settings, store, show, t]);
}

/** Only while the page is not looked at: whoever sees it needs no second notice. */
function notify(
  isOn: boolean,
  { title, body, tag }: { readonly title: string; readonly body: string; readonly tag: string },
): Notification | null {
  if (!isOn || document.hasFocus() || typeof Notification === 'undefined' || Notification.permission !== 'granted') return null;
  const notice = new Notification(title, { body, tag });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
  return notice;
}
