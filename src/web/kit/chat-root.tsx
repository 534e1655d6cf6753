/** The frame every page draws the chat in: hands the parts down and carries language, theme and type size. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ChatContext, useSignal, type ChatParts } from './chat-context.js';
import { useMedia } from './media.js';

export function ChatRoot({ parts, children }: { parts: ChatParts; children: ComponentChildren }) {
  const look = useSignal(parts.settings.look);
  const { conversation, messages, readSeq } = useSignal(parts.client.thread);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = look.theme === 'dark' || (look.theme === 'auto' && isSystemDark);
  const isLarge = look.isLarge ?? conversation?.elder ?? false;
  const { settings } = parts;
  const spoken = conversation?.locale;
  const before = useRef(spoken);
  // The page goes along with the language that was asked for in words; a first answer only confirms the page's own.
  useEffect(() => {
    if (!spoken) return;
    if (before.current) settings.change({ locale: spoken });
    before.current = spoken;
  }, [spoken]);
  // Said anew in words it counts more than what the menu was set to; what was read before a reload does not.
  const last = messages.at(-1);
  useEffect(() => {
    if (last?.intent === 'elder_mode' && last.seq > readSeq) settings.change({ isLarge: null });
  }, [last]);
  return (
    <ChatContext.Provider value={parts}>
      <div class="jb" lang={look.locale} data-theme={isDark ? 'dark' : 'day'} data-type={isLarge ? 'large' : 'normal'}>
        {children}
      </div>
    </ChatContext.Provider>
  );
}
