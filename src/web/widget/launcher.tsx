/** The round button with its badge, the place in line or what is unread, and the panel it opens. */
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../kit/banner.js';
import { useChat, useSignal } from '../kit/chat-context.js';
import { Composer } from '../kit/composer.js';
import { Header } from '../kit/header.js';
import { Icon, Mark } from '../kit/icons.js';
import { useMedia, usePageVisible } from '../kit/media.js';
import { MessageList } from '../kit/message-list.js';
import type { Signal } from '../kit/signal.js';
import { useVisibleArea } from '../kit/visible-area.js';
import { countUnread } from '../kit/thread-view.js';

export function Launcher({ isOpen }: { isOpen: Signal<boolean> }) {
  const { client, strings } = useChat();
  const isShown = useSignal(isOpen);
  const thread = useSignal(client.thread);
  const unread = countUnread(thread);
  const place = thread.queue && strings.queuePlace(thread.queue.position);
  const button = useRef<HTMLButtonElement>(null);
  const wasShown = useRef(false);
  useEffect(() => {
    if (isShown) client.start();
    else if (wasShown.current) button.current?.focus();
    wasShown.current = isShown;
  }, [isShown]);
  const news = place ?? (unread > 0 && strings.unreadCount(unread));
  return (
    <>
      {isShown && <Panel onClose={() => isOpen.set(false)} />}
      <button ref={button} class="jb-launcher" hidden={isShown} onClick={() => isOpen.set(true)} aria-label={news ? `${strings.open} (${news})` : strings.open}>
        <Mark />
        {news && !isShown && <span class="jb-badge">{place ?? (unread > 99 ? '99+' : unread)}</span>}
      </button>
    </>
  );
}

function Panel({ onClose }: { onClose: () => void }) {
  const { strings } = useChat();
  const isSeen = usePageVisible();
  const panel = useRef<HTMLElement>(null);
  // On a phone the field would call up the keyboard over the very words one came to read.
  const hasKeyboard = useMedia('(pointer: fine)');
  useVisibleArea(panel, { isFilling: useMedia('(max-width: 32.5em)') });
  useEffect(() => {
    if (!hasKeyboard) panel.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Key code 229: of an input method, though the composition may have ended just before.
    if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
    onClose();
    // With the panel gone the key is let go over the page, which is not to hear of it.
    addEventListener('keyup', (up) => up.stopImmediatePropagation(), { capture: true, once: true });
  };
  return (
    <section ref={panel} tabIndex={-1} class="jb-panel" role="dialog" aria-label={strings.title} onKeyDown={onKeyDown}>
      <Header>
        <button class="jb-tool" onClick={onClose} aria-label={strings.close}><Icon name="close" /></button>
      </Header>
      <Banner />
      <MessageList isSeen={isSeen} />
      <Composer focusOn={hasKeyboard} />
    </section>
  );
}
