/** Fetches the panel of one's cases when it is first asked for, and opens it over the chat. */
import type { ChatParts } from './chat-context.js';

export interface CasesPanelParts {
  readonly server: string;
  readonly token: () => string | null;
  readonly locale: 'zh-CN' | 'en';
  /** Returns the way to stop listening. */
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
    window.JiebangCases?.(host, { server, token: () => client.resumeToken, locale: settings.look.get().locale, onMoved: (listen) => client.movedCase.watch(listen), onClosed });
  };
  if (window.JiebangCases) return show();
  const script = document.createElement('script');
  script.src = `${server}/my-cases.js`;
  script.onload = show;
  document.head.append(script);
}
