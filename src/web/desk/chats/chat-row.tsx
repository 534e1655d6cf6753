/** One chat in the list: who, what was said last, how long they have waited for a reply, what is unread. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsBeside } from '../../kit/words-beside.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { Elapsed } from '../look/elapsed.js';
import { Icon } from '../look/icons.js';
import { MoodTag } from '../look/tags.js';
import { TimeLeft } from '../look/time-left.js';
import { clockOf } from '../look/times.js';
import { emptyThread } from '../state/desk-state.js';
import type { Thread } from '../state/desk-state.js';
import { awaitedSince, countUnread, firstWordDue, lastSpoken } from '../state/thread-view.js';
import { useNames } from '../words/use-words.js';

/** Seconds a subscriber may wait for a reply before the figure turns warm. */
const WARN_AFTER = 60;

export const ChatRow = memo(function ChatRow({ id, kind }: { readonly id: string; readonly kind: 'mine' | 'watching' | 'recent' }) {
  const { t } = useTranslation();
  const { show } = useConsole();
  const thread = useDesk((state) => state.threads[id]) ?? emptyThread(id);
  const isShown = useDesk((state) => state.shownId === id);
  const unread = kind === 'mine' ? countUnread(thread) : 0;
  const { conversation } = thread;
  return (
    <li>
      <button
        type="button"
        className="chat-row plain"
        aria-current={isShown ? 'true' : undefined}
        data-kind={kind}
        data-unread={unread > 0}
        onClick={() => show(id)}
      >
        <span className="face" data-verified={conversation?.verified} aria-hidden="true">
          <Icon name="person" />
        </span>
        <span className="chat-row-main">
          <span className="chat-row-top">
            <b className="num">{conversation?.subscriber ?? t('chats.visitor')}</b>
            <ChatTime thread={thread} kind={kind} />
          </span>
          <span className="chat-row-bottom">
            <Preview thread={thread} />
            {conversation ? <MoodTag mood={conversation.mood} /> : null}
            {unread > 0 ? (
              <span className="count num" aria-label={t('chats.unread', { count: unread })}>
                {unread}
              </span>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
});

function ChatTime({ thread, kind }: { readonly thread: Thread; readonly kind: string }) {
  const { t } = useTranslation();
  const names = useNames();
  if (kind === 'recent') return <span className="chat-row-time">{names('endedShort', thread.ended ?? 'other')}</span>;
  const due = kind === 'mine' ? firstWordDue(thread) : null;
  if (due !== null) {
    return (
      <span className="chat-row-time" title={t('chats.firstWordDue')}>
        <span className="hidden">{t('chats.firstWordDue')}</span>
        <TimeLeft until={due} />
      </span>
    );
  }
  const since = awaitedSince(thread);
  if (since !== null) {
    return (
      <span className="chat-row-time" title={t('chats.awaiting')}>
        <span className="hidden">{t('chats.awaiting')}</span>
        <Elapsed since={since} warnAfter={WARN_AFTER} />
      </span>
    );
  }
  const last = lastSpoken(thread);
  return <span className="chat-row-time num">{last === null ? '' : clockOf(last.at)}</span>;
}

function Preview({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const draft = useDesk((state) => state.drafts[thread.id]?.reply ?? '');
  const isShown = useDesk((state) => state.shownId === thread.id);
  if (thread.outgoing.some((item) => item.status === 'failed'))
    return (
      <span className="chat-row-text" data-tone="bad">
        {t('chats.failed')}
      </span>
    );
  if (thread.isSubscriberTyping)
    return (
      <span className="chat-row-text" data-tone="live">
        {t('chats.typing')}
      </span>
    );
  if (draft.trim() !== '' && !isShown) {
    return (
      <span className="chat-row-text">
        <em>{t('chats.draft')}</em> {draft}
      </span>
    );
  }
  if (thread.unseenNote !== null) {
    return (
      <span className="chat-row-text" data-tone="note">
        <Icon name={thread.unseenNote.kind === 'whisper' ? 'eye' : 'pen'} size={13} />
        {thread.unseenNote.author.name}: {thread.unseenNote.text}
      </span>
    );
  }
  const last = lastSpoken(thread);
  const text = last === null ? (thread.conversation?.headline ?? '') : wordsBeside(last);
  const isMine = last?.from === 'agent';
  return (
    <span className="chat-row-text">
      {isMine ? <Icon name="baton" size={13} /> : null}
      {text || t(thread.messages.length > 0 ? 'chats.nothingSaid' : 'chats.notOpened')}
    </span>
  );
}
