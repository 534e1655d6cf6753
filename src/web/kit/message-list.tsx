/** The conversation itself: notice, rows, what is being written, and the scroll that follows the newest unless one reads further up. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Bubble, DraftBubble, OutgoingBubble, TypingBubble } from './bubble.js';
import type { WireMessage } from '../../protocol/chat.js';
import { useChat, useSignal } from './chat-context.js';
import { whenOf } from './format.js';
import { Greeting } from './greeting.js';
import { Icon } from './icons.js';
import { Survey } from './survey.js';
import type { Thread } from './thread.js';
import { countUnread, rowsOf, type Row } from './thread-view.js';

const NEAR_PX = 90;

/** `isSeen`: the list is in front of the subscriber's eyes, so what stands in it counts as read. */
export function MessageList({ isSeen }: { isSeen: boolean }) {
  const { client, strings } = useChat();
  const thread = useSignal(client.thread);
  const unread = countUnread(thread);
  const scroll = useFollowingScroll(thread, isSeen);
  const unreadAfter = useUnreadMark(thread, isSeen, scroll.isAway);
  const isWhole = thread.floor === 0;
  return (
    <div class="jb-log-frame">
      <div class="jb-log" ref={scroll.ref} onScroll={scroll.onScroll} role="log" aria-live="polite" aria-label={strings.log} tabIndex={0}>
        {isWhole ? <Greeting /> : <button class="jb-earlier" onClick={() => void client.loadEarlier()}>{strings.earlier}</button>}
        {rowsOf(thread, unreadAfter).map((row) => <RowView key={row.key} row={row} thread={thread} />)}
        {thread.typing !== null && thread.drafts.length === 0 && <TypingBubble from={thread.typing} />}
        {thread.survey !== 'none' && <Survey isDone={thread.survey === 'done'} reasons={thread.reasons} />}
      </div>
      {scroll.isAway && (
        <button class="jb-latest" onClick={scroll.toLatest} aria-label={strings.toLatest}>
          <Icon name="down" />
          {unread > 0 && <span>{strings.unreadCount(unread)}</span>}
        </button>
      )}
    </div>
  );
}

function RowView({ row, thread }: { row: Row; thread: Thread }) {
  const { strings } = useChat();
  switch (row.type) {
    case 'time':
      return <div class="jb-divider"><time dateTime={new Date(row.at).toISOString()}>{whenOf(row.at, Date.now(), strings)}</time></div>;
    case 'unread':
      return <div class="jb-divider jb-divider-unread"><span>{strings.newMessages}</span></div>;
    case 'message':
      return <Bubble message={row.message} isFirst={row.isFirst} isOpen={row.isOpen} receipt={receiptOf(row.message, thread)} />;
    case 'draft':
      return <DraftBubble text={row.draft.text} isFirst={row.isFirst} />;
    case 'outgoing':
      return <OutgoingBubble item={row.item} isFirst={row.isFirst} />;
  }
}

/** Under one's own words while they are the last: an answer says that they were read. */
function receiptOf(message: WireMessage, { messages, conversation }: Thread): 'sent' | 'read' | null {
  if (message.from !== 'subscriber' || message !== messages.findLast(({ from }) => from !== 'system')) return null;
  if (conversation?.state !== 'live' && conversation?.state !== 'queued') return null;
  return conversation.readSeq.agent >= message.seq ? 'read' : 'sent';
}

/** Read is what stands at the end of the list in front of the eye. The mark stays where the new began, until the subscriber goes. */
function useUnreadMark(thread: Thread, isSeen: boolean, isAway: boolean): number | null {
  const { client } = useChat();
  const [mark, setMark] = useState<number | null>(null);
  const wasSeen = useRef(false);
  useEffect(() => {
    if (!isSeen) setMark(null);
    else if ((isAway || !wasSeen.current) && countUnread(thread) > 0) setMark(thread.readSeq);
    wasSeen.current = isSeen;
    if (isSeen && !isAway) client.markRead();
  }, [isSeen, isAway, thread]);
  return mark;
}

function useFollowingScroll(thread: Thread, isSeen: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  const [isAway, setIsAway] = useState(false);
  const ownCount = thread.outgoing.length;
  const lastOwnCount = useRef(ownCount);
  // Before the first word, what is read first stands at the top: that this is an AI, and what is kept.
  const hasBegun = useRef(false);
  hasBegun.current = ownCount + thread.messages.length > 0;
  const toLatest = (): void => {
    const list = ref.current;
    if (list && hasBegun.current) list.scrollTop = list.scrollHeight;
  };
  useLayoutEffect(() => {
    if (isNear.current || ownCount > lastOwnCount.current) toLatest();
    lastOwnCount.current = ownCount;
  }, [thread, isSeen]);
  useEffect(() => {
    const list = ref.current;
    if (list === null) return;
    // The keyboard of a phone, a banner or a growing composer change the height without a scroll.
    const settle = () => isNear.current && toLatest();
    const observer = new ResizeObserver(settle);
    observer.observe(list);
    // Files and pictures take their room only once they have come. Ends with the list.
    new MutationObserver(settle).observe(list, { childList: true, subtree: true });
    list.addEventListener('load', settle, true);
    return () => observer.disconnect();
  }, []);
  const onScroll = (): void => {
    const list = ref.current;
    if (list === null) return;
    isNear.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
    setIsAway(!isNear.current);
  };
  return { ref, onScroll, isAway, toLatest };
}
