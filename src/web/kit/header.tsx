/** Who one is talking to, and the tools: a person, more, and whatever the page adds. */
import type { ComponentChildren } from 'preact';
import { useChat, useSignal } from './chat-context.js';
import { Mark } from './icons.js';
import { Menu } from './menu.js';
import { PersonButton } from './person-button.js';

export function Header({ children }: { children?: ComponentChildren }) {
  const { client, strings } = useChat();
  const { conversation } = useSignal(client.thread);
  const link = useSignal(client.link);
  const agent = conversation?.state === 'live' ? (conversation.agent?.name ?? strings.agent) : null;
  const status = link === 'connecting' ? strings.connecting : agent === null ? strings.assistantRole : strings.agent;
  return (
    <header class="jb-header">
      <div class={agent === null ? 'jb-face' : 'jb-face jb-face-agent'} aria-hidden="true">{agent === null ? <Mark /> : [...agent][0]}</div>
      <div class="jb-title">
        <strong>{agent ?? strings.assistant}</strong>
        <span class={link === 'online' ? 'jb-on' : undefined}>{status}</span>
      </div>
      <PersonButton />
      <Menu />
      {children}
    </header>
  );
}
