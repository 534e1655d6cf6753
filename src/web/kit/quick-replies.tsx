/** The answers offered under a message, as buttons; the one that brings a person looks like the one in the header. */
import type { WireButton } from '../../protocol/cards.js';
import { useChat } from './chat-context.js';
import { Icon } from './icons.js';

export function QuickReplies({ buttons }: { buttons: readonly WireButton[] }) {
  const { client } = useChat();
  if (buttons.length === 0) return null;
  return (
    <div class="jb-replies">
      {buttons.map((button) => (
        <button key={button.id + (button.value ?? '')} class={button.id === 'handoff' ? 'jb-reply jb-reply-person' : 'jb-reply'} onClick={(event) => press(event, () => client.act(actionOf(button), button.label))}>
          {button.id === 'handoff' && <Icon name="person" />}
          {button.label}
        </button>
      ))}
    </div>
  );
}

export function actionOf(button: WireButton): { id: string; value?: string } {
  return button.value === undefined ? { id: button.id } : { id: button.id, value: button.value };
}

/** The pressed button vanishes with the question; the keyboard's place stays in the conversation instead of being lost. */
export function press(event: Event, act: () => void): void {
  const log = event.currentTarget instanceof Element ? event.currentTarget.closest<HTMLElement>('.jb-log') : null;
  log?.focus({ preventScroll: true });
  act();
}
