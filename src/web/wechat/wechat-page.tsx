/** Header, words, quick entries and the bottom bar, filling exactly what the phone's keyboard leaves free. */
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../kit/banner.js';
import { useChat } from '../kit/chat-context.js';
import { Header } from '../kit/header.js';
import { useMedia, usePageVisible } from '../kit/media.js';
import { MessageList } from '../kit/message-list.js';
import { useVisibleArea } from '../kit/visible-area.js';
import { BottomBar } from './bottom-bar.js';

export function WechatPage() {
  const { look, strings } = useChat();
  const frame = useRef<HTMLElement>(null);
  useVisibleArea(frame, { isFilling: true, onFit: () => window.scrollTo(0, 0) });
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
