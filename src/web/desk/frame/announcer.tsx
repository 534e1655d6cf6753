/** Makes sure nothing new is missed: sound, desktop notice, the tab's title, and words for screen readers. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chime } from '../link/chime.js';
import { notify } from '../link/notice.js';
import { totalUnread, unreadOfEach } from '../state/desk-view.js';
import { countNews } from '../state/thread-view.js';
import { useConsole } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';
import { useFirstWordAlarm } from './use-first-word-alarm.js';

/** A ring that is not heard is no ring; it repeats while the offer stands. */
const RING_AGAIN_MS = 5000;

export function Announcer() {
  const { t } = useTranslation();
  const unread = useDesk(totalUnread);
  const offer = useDesk((state) => state.offers[0] ?? null);
  const [chime] = useState(() => new Chime());
  useOfferAlarm(chime);
  useMessageAlarm(chime);
  useAlertAlarm(chime);
  const urgent = useFirstWordAlarm(chime);
  useEffect(() => {
    const name = t('app.name');
    document.title = offer ? `${t('notices.titleOffer')} · ${name}` : unread > 0 ? `(${unread}) ${name}` : name;
  }, [offer, unread, t]);
  return (
    <p className="hidden" role="alert">
      {offer ? t('offer.announce', { headline: offer.headline }) : urgent}
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

/** Of a chat that is not in front, or of any while the page is not looked at. */
function useMessageAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings, store } = useTools();
  const { show } = useConsole();
  const counts = useDesk(unreadOfEach);
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const { mine, threads, shownId } = store.get();
    const known = before.current;
    const now = new Map(mine.map((id) => [id, threads[id] === undefined ? 0 : countNews(threads[id])]));
    before.current = now;
    const news = mine.filter((id) => (now.get(id) ?? 0) > (known.get(id) ?? 0) && (id !== shownId || !document.hasFocus()));
    const thread = threads[news.at(-1) ?? ''];
    if (!thread) return;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    const who = thread.conversation?.subscriber ?? t('chats.visitor');
    const notice = notify(isNotifyOn, {
      title: t('notices.newMessage', { who }),
      body: thread.messages.findLast(({ from }) => from === 'subscriber')?.text ?? '',
      tag: `message-${thread.id}`,
    });
    if (notice) notice.onclick = () => show(thread.id);
  }, [counts, chime, settings, store, show, t]);
}

/** A promise nearly due, a customer getting angry: what calls somebody has to be heard in another window too. */
function useAlertAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings } = useTools();
  const alert = useDesk((state) => state.alerts[0] ?? null);
  const told = useRef(0);
  useEffect(() => {
    if (alert === null || alert.id <= told.current) return;
    told.current = alert.id;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    notify(isNotifyOn, { title: t('alerts.label'), body: alert.text, tag: `alert-${alert.id}` });
  }, [alert, chime, settings, t]);
}
