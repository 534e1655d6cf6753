/** The frame every page draws the chat in: hands the parts down and carries language, theme and type size. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChatContext, useSignal, type ChatParts } from './chat-context.js';
import { useMedia } from './media.js';

export function ChatRoot({ parts, children }: { parts: ChatParts; children: ComponentChildren }) {
  const look = useSignal(parts.settings.look);
  const { conversation } = useSignal(parts.client.thread);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = look.theme === 'dark' || (look.theme === 'auto' && isSystemDark);
  const isLarge = look.isLarge ?? conversation?.elder ?? false;
  const { settings } = parts;
  useFollowed(conversation?.locale, (locale) => settings.change({ locale }));
  useFollowed(conversation?.elder, () => settings.change({ isLarge: null }));
  return (
    <ChatContext.Provider value={parts}>
      <div class="jb" lang={look.locale} data-theme={isDark ? 'dark' : 'day'} data-type={isLarge ? 'large' : 'normal'}>
        {children}
      </div>
    </ChatContext.Provider>
  );
}

/** What the assistant is asked for in words the page goes along with; a first answer only confirms the page's own. */
function useFollowed<Said>(said: Said | undefined, follow: (said: Said) => void): void {
  const [last, setLast] = useState<Said | undefined>(undefined);
  useEffect(() => {
    if (said === undefined || said === last) return;
    if (last !== undefined) follow(said);
    setLast(said);
  }, [said]);
}
