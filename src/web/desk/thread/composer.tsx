/** Where the agent writes: a reply, or a note the subscriber never sees. Drafts are kept per chat and per kind. */
import { Button, Input, Segmented } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useCallback, useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TEXT } from '../../../protocol/limits.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk, useSettings, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { useDeskKey } from '../frame/use-shortcuts.js';
import { Icon } from '../look/icons.js';
import type { ComposerMode, Thread } from '../state/desk-state.js';
import type { Standing } from '../state/desk-view.js';
import { Suggestions } from './suggestions.js';
import { useSuggestions } from './use-suggestions.js';
import { useTypingHint } from './use-typing-hint.js';

const WARN_LEFT = 400;

interface ComposerProps {
  readonly thread: Thread;
  readonly standing: Standing;
}

/** A supervisor looking on whispers where an agent would reply. */
type Kind = 'reply' | 'note' | 'whisper';

export function Composer({ thread, standing }: ComposerProps) {
  const { t } = useTranslation();
  const { store, settings } = useTools();
  const { mode, setMode } = useConsole();
  const { sendKey } = useSettings(settings);
  const mayWhisper = standing === 'watching' && thread.conversation?.state === 'live';
  const kind: Kind = standing === 'mine' ? mode : mode === 'reply' && mayWhisper ? 'whisper' : 'note';
  const slot: ComposerMode = kind === 'reply' ? 'reply' : 'note';
  const text = useDesk((state) => state.drafts[thread.id]?.[slot] ?? '');
  const setText = useCallback(
    (next: string) => store.dispatch({ type: 'draft', conversationId: thread.id, mode: slot, text: next }),
    [store, thread.id, slot],
  );
  const field = useRef<TextAreaRef>(null);
  const hint = useTypingHint(thread.id, kind === 'reply');
  const send = useSend(thread.id, kind);
  const suggestions = useSuggestions(thread.id, standing === 'mine');
  const focus = useCallback(() => field.current?.focus({ cursor: 'end' }), []);
  useDeskKey('focus', focus);
  useFocusOnArrival(focus);
  const left = MAX_TEXT - text.length;
  const canSend = text.trim() !== '' && left >= 0;
  const submit = async (): Promise<void> => {
    if (!canSend) return;
    hint.stopped();
    suggestions.close();
    setText('');
    if (!(await send(text))) setText(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While the input method is open, Enter chooses a word.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    const isSend = sendKey === 'enter' ? !event.shiftKey && !event.altKey : event.ctrlKey || event.metaKey;
    if (event.key !== 'Enter' || !isSend) return;
    event.preventDefault();
    void submit();
  };
  const kinds = standing === 'mine' ? (['reply', 'note'] as const) : mayWhisper ? (['whisper', 'note'] as const) : (['note'] as const);
  return (
    <section className="composer" data-kind={kind}>
      <Suggestions
        state={suggestions}
        onUse={(chosen) => {
          setMode('reply');
          store.dispatch({
            type: 'draft',
            conversationId: thread.id,
            mode: 'reply',
            text: text.trim() === '' || slot !== 'reply' ? chosen : `${text}\n${chosen}`,
          });
          suggestions.close();
          focus();
        }}
      />
      <div className="composer-top">
        <Segmented
          size="small"
          value={kind}
          onChange={(chosen) => setMode(chosen === 'note' ? 'note' : 'reply')}
          options={kinds.map((one) => ({ value: one, label: t(`composer.${one}`) }))}
        />
        {kind === 'reply' ? null : <span className="composer-private">{t('thread.notShown')}</span>}
        {standing === 'mine' ? (
          <Button
            size="small"
            type="text"
            icon={<Icon name="spark" size={16} />}
            loading={suggestions.isLoading}
            onClick={suggestions.ask}
            className="composer-suggest"
          >
            {t(suggestions.isLoading ? 'composer.suggesting' : 'composer.suggest')}
          </Button>
        ) : null}
      </div>
      <Input.TextArea
        ref={field}
        value={text}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 9 }}
        aria-label={t(kind === 'reply' ? 'composer.label' : kind === 'note' ? 'composer.noteLabel' : 'composer.whisperLabel')}
        placeholder={t(
          kind === 'reply' ? 'composer.placeholder' : kind === 'note' ? 'composer.notePlaceholder' : 'composer.whisperPlaceholder',
        )}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value.trim() !== '') hint.writing();
        }}
        onKeyDown={onKeyDown}
        onBlur={hint.stopped}
      />
      <div className="composer-foot">
        <span className="composer-hint" data-tone={left < 0 ? 'bad' : undefined}>
          {left < 0
            ? t('composer.over', { count: -left })
            : left < WARN_LEFT
              ? t('composer.left', { count: left })
              : t(sendKey === 'enter' ? 'composer.hintEnter' : 'composer.hintCtrl')}
        </span>
        <Button
          type="primary"
          disabled={!canSend}
          onClick={() => void submit()}
          icon={<Icon name={kind === 'reply' ? 'send' : 'pen'} size={16} />}
        >
          {t(kind === 'reply' ? 'composer.send' : kind === 'note' ? 'composer.save' : 'composer.tell')}
        </Button>
      </div>
    </section>
  );
}

/** Resolves to whether the text may leave the field; a reply shows its own fate in the conversation. */
function useSend(conversationId: string, kind: Kind): (text: string) => Promise<boolean> {
  const { client } = useTools();
  const report = useReport();
  return async (text) => {
    if (kind !== 'reply') return report(client.addNote(conversationId, kind, text));
    void client.sender.send(conversationId, text);
    return true;
  };
}

/** On a phone the keyboard would cover the conversation before it was read. */
function useFocusOnArrival(focus: () => void): void {
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) focus();
  }, [focus]);
}
