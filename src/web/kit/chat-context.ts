/** What every part of the page needs at hand, and the hook that redraws a part when a value changes. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ChatClient } from './chat-client.js';
import { stringsFor, type Look, type Settings } from './settings.js';
import type { Signal } from './signal.js';
import type { Strings } from './strings.js';

export interface ChatParts {
  readonly client: ChatClient;
  readonly settings: Settings;
  /** Origin the articles and the transcript are on. */
  readonly server: string;
}

export const ChatContext = createContext<ChatParts | null>(null);

export function useChat(): ChatParts & { readonly look: Look; readonly strings: Strings } {
  const parts = useContext(ChatContext);
  if (parts === null) throw new Error('A part of the chat was drawn outside of it');
  const look = useSignal(parts.settings.look);
  return { ...parts, look, strings: stringsFor(look.locale) };
}

export function useSignal<Value>(signal: Signal<Value>): Value {
  const [, redraw] = useState({});
  useEffect(() => {
    redraw({});
    return signal.watch(() => redraw({}));
  }, [signal]);
  return signal.get();
}
