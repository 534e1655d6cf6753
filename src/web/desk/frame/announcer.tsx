/** Makes sure nothing new is missed: sound, desktop notice, the tab's title, and words for screen readers. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chime } from '../link/chime.js';
import { notify } from '../link/notice.js';
import { totalUnread, unreadOfEach } from '../state/desk-view.js';
import { newsSince } from '../state/news.js';
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
  useNoteAlarm(chime);
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

/** Of a chat that is not in sight: another is in front, or another page of the desk, or the page is not looked at. */
function useMessageAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings, store, ticker } = useTools();
  const { show } = useConsole();
  const seenId = useSeenId();
  const counts = useDesk(unreadOfEach);
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const begunAt = ticker.serverNow() - performance.now();
    const news = newsSince(before.current, store.get(), { begunAt, seenId: seenId() });
    before.current = news.counts;
    if (news.told.length === 0) return;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    for (const { id, conversation, messages } of news.told) {
      const title = t('notices.newMessage', { who: conversation?.subscriber ?? t('chats.visitor') });
      const body = messages.findLast(({ from }) => from === 'subscriber')?.text ?? '';
      notify(isNotifyOn, { title, body, tag: `message-${id}` })?.addEventListener('click', () => show(id));
    }
  }, [counts, chime, settings, store, ticker, seenId, show, t]);
}

/** A note of a colleague or a supervisor's whisper is for her, and often about the next words she says. */
function useNoteAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { show } = useConsole();
  const seenId = useSeenId();
  const note = useDesk((state) => state.noteForMe);
  const told = useRef(note);
  useEffect(() => {
    if (note === null || note === told.current) return;
    told.current = note;
    const { conversationId, kind, author, text } = note;
    if (seenId() === conversationId) return;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    const title = `${t(kind === 'whisper' ? 'thread.whisper' : 'thread.note')} · ${author.name}`;
    notify(isNotifyOn, { title, body: text, tag: `note-${conversationId}` })?.addEventListener('click', () => show(conversationId));
  }, [note, chime, settings, seenId, show, t]);
}

function useSeenId(): () => string | null {
  const { store } = useTools();
  const { place } = useConsole();
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  return useCallback(() => (latest.current === 'chats' && document.hasFocus() ? store.get().shownId : null), [store]);
}

/** A promise nearly due, a customer getting angry: what calls somebody has to be heard in another window too. */
function useAlertAlarm(chime: Chime): void {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { show } = useConsole();
  const alert = useDesk((state) => state.alerts[0] ?? null);
  const told = useRef(0);
  useEffect(() => {
    if (alert === null || alert.id <= told.current) return;
    told.current = alert.id;
    const { isSoundOn, volume, isNotifyOn } = settings.get();
    if (isSoundOn) chime.play('message', volume);
    const { id, text, conversationId } = alert;
    const notice = notify(isNotifyOn, { title: t('alerts.label'), body: text, tag: `alert-${id}` });
    if (conversationId !== null) notice?.addEventListener('click', () => show(conversationId));
  }, [alert, chime, settings, show, t]);
}
