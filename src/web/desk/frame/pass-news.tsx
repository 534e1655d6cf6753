/** Says what came of asking a colleague: once, and when it can be seen. */
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notify, onceLooking } from '../link/notice.js';
import { useNames } from '../words/use-words.js';
import { useDesk, useTools } from './desk-context.js';

export function PassNews() {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { message } = App.useApp();
  const { settings, store } = useTools();
  const ended = useDesk((state) => state.passEnded);
  const myId = useDesk((state) => state.staff?.id);
  const told = useRef(ended);
  useEffect(() => {
    if (ended === null || ended === told.current) return;
    told.current = ended;
    const { pass, outcome, reason, conversationId } = ended;
    if (pass.from.staffId !== myId || outcome === 'withdrawn') return;
    const who = store.get().threads[conversationId]?.conversation?.subscriber ?? t('chats.visitor');
    const said = t(`team.outcomes.${outcome}`, { name: pass.to.name, who });
    const text = reason === undefined ? said : t('team.because', { said, reason: nameOf('offer.reasons', reason) });
    notify(settings.get().isNotifyOn, { title: text, body: '', tag: `pass-${conversationId}` });
    onceLooking(() => void (outcome === 'accepted' ? message.success(text) : message.warning(text, REFUSED_S)));
  }, [ended, myId, message, settings, store, nameOf, t]);
  return null;
}

/** Somebody else was to have it by now; this has to be read. */
const REFUSED_S = 8;
