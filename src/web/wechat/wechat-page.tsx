/** Header, words, quick entries and the bottom bar, filling exactly what the phone's keyboard leaves free. */
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../kit/banner.js';
import { useChat } from '../kit/chat-context.js';
import { Header } from '../kit/header.js';
import { useMedia, usePageVisible } from '../kit/media.js';
import { MessageList } from '../kit/message-list.js';
import { BottomBar } from './bottom-bar.js';

export function WechatPage() {
  const { look, strings } = useChat();
  const frame = useVisibleHeight();
  const isSeen = usePageVisible();
  const hasKeyboard = useMedia('(pointer: fine)');
  useEffect(() => {
    document.title = strings.title;
    document.documentElement.lang = look.locale;
  }, [look.locale]);
  return (
    <main class="wx" ref={frame}>
      <h1 class="jb-unseen">{strings.title}</h1>
      <Header />
      <Banner />
      <MessageList isSeen={isSeen} />
      <BottomBar focusOn={hasKeyboard} />
    </main>
  );
}

/** Where the keyboard only covers the page (iOS), the visual viewport tells how much is left. */
function useVisibleHeight() {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const view = window.visualViewport;
    if (view === null) return;
    const fit = (): void => {
      // Pinch zoom shrinks the viewport too and must not squeeze the page.
      if (frame.current === null || view.scale > 1.01) return;
      frame.current.style.height = `${view.height}px`;
      window.scrollTo(0, 0);
    };
    view.addEventListener('resize', fit);
    return () => view.removeEventListener('resize', fit);
  }, []);
  return frame;
}
