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
  useFollowedLanguage(parts, conversation?.locale);
  return (
    <ChatContext.Provider value={parts}>
      <div class="jb" lang={look.locale} data-theme={isDark ? 'dark' : 'day'} data-type={isLarge ? 'large' : 'normal'}>
        {children}
      </div>
    </ChatContext.Provider>
  );
}

/** When the assistant is asked to speak another language, its page goes along; a first answer only confirms the page's own. */
function useFollowedLanguage({ settings }: ChatParts, spoken: 'zh-CN' | 'en' | undefined): void {
  const [last, setLast] = useState<typeof spoken>(undefined);
  useEffect(() => {
    if (spoken === undefined || spoken === last) return;
    if (last !== undefined) settings.change({ locale: spoken });
    setLast(spoken);
  }, [spoken]);
}
