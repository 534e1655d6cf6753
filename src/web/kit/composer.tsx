/** Where the subscriber writes. Enter sends, except while an input method is still composing; Shift+Enter breaks the line. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_TEXT } from '../../protocol/limits.js';
import { useChat, useSignal } from './chat-context.js';
import { Clip } from './files.js';
import { Icon } from './icons.js';

/** The count appears when this many characters are left. */
const WARN_LEFT = 200;

/** `focusOn`: focus the field when this turns true. `children`: what a page puts after the field. */
export function Composer({ focusOn, onFocus, children }: { focusOn: boolean; onFocus?: () => void; children?: ComponentChildren }) {
  const { client, strings } = useChat();
  const thread = useSignal(client.thread);
  const text = useSignal(client.draft);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusOn) field.current?.focus({ preventScroll: true });
  }, [focusOn]);
  useEffect(() => grow(field.current), [text]);
  const over = text.length - MAX_TEXT;
  const canSend = text.trim() !== '' && over <= 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!canSend) return;
    client.send(text.trim());
    client.draft.set('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Some input methods end the composition before the key event; they still report key code 229.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !isComposing) submit(event);
  };
  return (
    <form class="jb-composer" onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        onInput={(event) => {
          client.draft.set(event.currentTarget.value);
          client.noteWriting(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => onFocus?.()}
        placeholder={thread.conversation?.state === 'closed' ? strings.placeholderClosed : strings.placeholder}
        aria-label={strings.placeholder}
        aria-invalid={over > 0}
        enterkeyhint="send"
      />
      {over > -WARN_LEFT && <span class={over > 0 ? 'jb-count jb-count-over' : 'jb-count'} role="status">{over > 0 ? strings.tooLong(over) : -over}</span>}
      <Clip />
      {children}
      <button class="jb-send" disabled={!canSend} aria-label={strings.send}><Icon name="send" /></button>
    </form>
  );
}

function grow(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  // An empty field would be as high as its placeholder needs.
  if (field.value !== '') field.style.height = `${field.scrollHeight}px`;
}
