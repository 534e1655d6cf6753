/** What the composer writes and how it leaves: which kind, whose draft, what counts as sending. */
import { useCallback } from 'react';
import type { KeyboardEvent } from 'react';
import { MAX_TEXT } from '../../../protocol/limits.js';
import { BLANK } from '../canned/canned-texts.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk, useSettings, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { ComposerMode, Thread } from '../state/desk-state.js';
import type { Standing } from '../state/desk-view.js';
import { useTypingHint } from './use-typing-hint.js';

/** A supervisor looking on whispers where an agent would reply. */
export type Kind = 'reply' | 'note' | 'whisper';

export interface Composing {
  readonly kind: Kind;
  readonly kinds: readonly Kind[];
  readonly text: string;
  /** Characters still allowed; negative when there are too many. */
  readonly left: number;
  /** A ready reply has a place for what is not known, and it is not filled in yet. */
  readonly hasBlank: boolean;
  readonly canSend: boolean;
  readonly change: (text: string) => void;
  readonly submit: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

export function useComposer(thread: Thread, standing: Standing): Composing {
  const { store } = useTools();
  const kinds = kindsFor(thread, standing);
  const { mode } = useConsole();
  const kind = (mode === 'reply' ? kinds.find((one) => one !== 'note') : 'note') ?? 'note';
  const slot: ComposerMode = kind === 'reply' ? 'reply' : 'note';
  const text = useDesk((state) => state.drafts[thread.id]?.[slot] ?? '');
  const setText = useCallback(
    (next: string) => store.dispatch({ type: 'draft', conversationId: thread.id, mode: slot, text: next }),
    [store, thread.id, slot],
  );
  const hint = useTypingHint(thread.id, kind === 'reply');
  const send = useSend(thread.id, kind);
  const left = MAX_TEXT - text.length;
  const hasBlank = kind === 'reply' && text.includes(BLANK);
  const canSend = text.trim() !== '' && left >= 0 && !hasBlank;
  const submit = async (): Promise<void> => {
    if (!canSend) return;
    hint.stopped();
    setText('');
    if (await send(text)) return;
    // What was begun meanwhile stays.
    const begun = store.get().drafts[thread.id]?.[slot] ?? '';
    setText(begun.trim() === '' ? text : `${text}\n${begun}`);
  };
  const change = (next: string): void => {
    setText(next);
    if (next.trim() !== '') hint.writing();
  };
  const onKeyDown = useSendKey(() => void submit());
  return { kind, kinds, text, left, hasBlank, canSend, change, submit: () => void submit(), onKeyDown, onBlur: hint.stopped };
}

function kindsFor(thread: Thread, standing: Standing): readonly Kind[] {
  if (standing === 'mine' || standing === 'helping') return ['reply', 'note'];
  return thread.conversation?.state === 'live' ? ['whisper', 'note'] : ['note'];
}

/** Resolves to whether the text may leave the field; a reply shows its own fate in the conversation. */
function useSend(conversationId: string, kind: Kind): (text: string) => Promise<boolean> {
  const { client } = useTools();
  const report = useReport();
  return async (text) => {
    if (kind !== 'reply') return report(client.notes.add(conversationId, { kind, text }));
    void client.sender.send(conversationId, text);
    return true;
  };
}

function useSendKey(submit: () => void): (event: KeyboardEvent) => void {
  const { settings } = useTools();
  const { sendKey } = useSettings(settings);
  return (event) => {
    // While the input method is open, Enter chooses a word.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    const isSend = sendKey === 'enter' ? !event.shiftKey && !event.altKey : event.ctrlKey || event.metaKey;
    if (event.key !== 'Enter' || !isSend) return;
    event.preventDefault();
    submit();
  };
}
