/** Fetches the panel of one's cases when it is first asked for, and opens it over the chat. */
import type { ChatParts } from './chat-context.js';

export interface CasesPanelParts {
  readonly server: string;
  readonly token: () => string | null;
  readonly locale: 'zh-CN' | 'en';
  /** Also when the connection is back: what was told meanwhile went past. Returns the way to stop listening. */
  readonly onMoved: (listen: () => void) => () => void;
  readonly onClosed: () => void;
}

declare global {
  interface Window {
    JiebangCases?: (host: HTMLElement, parts: CasesPanelParts) => void;
  }
}

export function openCasesPanel({ client, settings, server }: ChatParts, over: Element | null, onClosed: () => void): void {
  const show = (): void => {
    const host = document.createElement('div');
    over?.append(host);
    window.JiebangCases?.(host, { server, token: () => client.resumeToken, locale: settings.look.get().locale, onMoved: (listen) => movesOf(client, listen), onClosed });
  };
  if (window.JiebangCases) return show();
  const script = document.createElement('script');
  script.src = `${server}/my-cases.js`;
  script.onload = show;
  document.head.append(script);
}

function movesOf(client: ChatParts['client'], listen: () => void): () => void {
  const stops = [client.movedCase.watch(listen), client.link.watch(() => client.link.get() === 'online' && listen())];
  return () => stops.forEach((stop) => stop());
}
