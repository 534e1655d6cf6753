/** Calls the agent back to a chat she has not said a word in, before it goes back to the line. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chime } from '../link/chime.js';
import { notify } from '../link/notice.js';
import { LAST_SECONDS } from '../look/time-left.js';
import type { DeskState } from '../state/desk-state.js';
import { firstWordDue } from '../state/thread-view.js';
import { useConsole } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';

interface Due {
  readonly id: string;
  readonly at: number;
  readonly who: string | null;
}

/** Answers the words for screen readers. */
export function useFirstWordAlarm(chime: Chime): string {
  const { t } = useTranslation();
  const { settings, ticker } = useTools();
  const { show } = useConsole();
  // As text, so that the same wait is the same value.
  const next = useDesk(nextDue);
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid('');
    if (next === '') return;
    const { id, at, who } = JSON.parse(next) as Due;
    const ring = (): void => {
      const { isSoundOn, volume, isNotifyOn } = settings.get();
      const title = t('notices.firstWord', { who: who ?? t('chats.visitor') });
      const body = t('notices.firstWordBody', { count: LAST_SECONDS });
      if (isSoundOn) chime.play('offer', volume);
      setSaid(`${title} ${body}`);
      const notice = notify(isNotifyOn, { title, body, tag: `first-word-${id}` });
      notice?.addEventListener('click', () => show(id));
    };
    // A time shorter than the last seconds is told by the countdown alone.
    const inMs = at - LAST_SECONDS * 1000 - ticker.serverNow();
    if (inMs < 0) return;
    const timer = setTimeout(ring, inMs);
    return () => clearTimeout(timer);
  }, [next, chime, settings, ticker, show, t]);
  return said;
}

/** The one that goes first; empty when none does. */
function nextDue({ mine, threads }: DeskState): string {
  const all = mine.flatMap((id): Due[] => {
    const thread = threads[id];
    const at = thread === undefined ? null : firstWordDue(thread);
    return at === null ? [] : [{ id, at, who: thread?.conversation?.subscriber ?? null }];
  });
  const [first] = all.sort((one, other) => one.at - other.at);
  return first === undefined ? '' : JSON.stringify(first);
}
