/** Where the agent writes: a reply, or a note the subscriber never sees. Drafts are kept per chat and per kind. */
import { Button, Input, Segmented } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useCallback, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BLANK } from '../canned/canned-texts.js';
import { CANNED_LIST, cannedOption, CannedList } from '../canned/canned-list.js';
import { useCanned } from '../canned/use-canned.js';
import { useConsole } from '../frame/console-context.js';
import { useSettings, useTools } from '../frame/desk-context.js';
import { useDeskKey } from '../frame/use-shortcuts.js';
import { Icon } from '../look/icons.js';
import { EMPTY_DRAFTS } from '../state/desk-state.js';
import type { Thread } from '../state/desk-state.js';
import type { Standing } from '../state/desk-view.js';
import { KnownAlready } from './known-already.js';
import { Suggestions } from './suggestions.js';
import { useComposer } from './use-composer.js';
import type { Composing, Kind } from './use-composer.js';
import { useSendingFiles } from './use-sending-files.js';
import type { SendingFiles } from './use-sending-files.js';
import { useRewriting } from './use-rewriting.js';
import { useSuggestions } from './use-suggestions.js';
import { WritingTools } from './writing-tools.js';

const WARN_LEFT = 400;
const LABELS = { reply: 'composer.label', note: 'composer.noteLabel', whisper: 'composer.whisperLabel' } as const;
const PLACEHOLDERS = { reply: 'composer.placeholder', note: 'composer.notePlaceholder', whisper: 'composer.whisperPlaceholder' } as const;
const VERBS = { reply: 'composer.send', note: 'composer.save', whisper: 'composer.tell' } as const;

export function Composer({ thread, standing }: { readonly thread: Thread; readonly standing: Standing }) {
  const { t } = useTranslation();
  const composing = useComposer(thread, standing);
  const suggestions = useSuggestions(thread.id, standing === 'mine');
  const field = useRef<TextAreaRef>(null);
  const focus = useCallback(() => field.current?.focus({ cursor: 'end' }), []);
  useDeskKey('focus', focus);
  useFocusOnArrival(focus);
  const use = useSuggestion(thread.id, focus);
  const { kind } = composing;
  const canned = useCanned(thread, { text: composing.text, canUse: kind === 'reply', change: composing.change });
  // What is typed to find a ready reply is no reply.
  const canSend = composing.canSend && !canned.isOpen;
  const rewriting = useRewriting(thread.id, composing);
  const files = useSendingFiles(thread.id, kind === 'reply');
  return (
    <section className="composer" data-kind={kind}>
      <Suggestions state={suggestions} onUse={use} onLeave={focus} />
      <CannedList canned={canned} />
      <ComposerTop composing={composing}>
        {standing === 'mine' && kind === 'reply' ? <WritingTools suggestions={suggestions} rewriting={rewriting} hasText={canSend} /> : null}
      </ComposerTop>
      <Input.TextArea
        ref={field}
        value={composing.text}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 9 }}
        aria-label={t(LABELS[kind])}
        placeholder={t(PLACEHOLDERS[kind])}
        {...(canned.isOpen ? { 'aria-controls': CANNED_LIST, 'aria-activedescendant': cannedOption(canned.at) } : {})}
        onChange={(event) => composing.change(event.target.value)}
        onKeyDown={(event) => {
          if (canned.onKeyDown(event)) return;
          composing.onKeyDown(event);
          if (event.defaultPrevented && composing.hasBlank) selectBlank(event.currentTarget);
        }}
        onBlur={composing.onBlur}
        onPaste={files.onPaste}
      />
      {kind === 'reply' ? <KnownAlready thread={thread} draft={composing.text} /> : null}
      <ComposerFoot composing={composing} canSend={canSend} files={files} />
    </section>
  );
}

function ComposerTop({ composing, children }: { readonly composing: Composing; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { setMode } = useConsole();
  const { kind, kinds } = composing;
  return (
    <div className="composer-top">
      <Segmented<Kind>
        size="small"
        value={kind}
        onChange={(chosen) => setMode(chosen === 'note' ? 'note' : 'reply')}
        options={kinds.map((one) => ({ value: one, label: t(`composer.${one}`) }))}
      />
      {kind === 'reply' ? null : <span className="composer-private">{t('thread.notShown')}</span>}
      {children}
    </div>
  );
}

/** Where something has to be written before this can be sent. */
function selectBlank(field: HTMLTextAreaElement): void {
  const at = field.value.indexOf(BLANK);
  if (at >= 0) field.setSelectionRange(at, at + BLANK.length);
}

function ComposerFoot({ composing: { kind, left, hasBlank, submit }, canSend, files }: { readonly composing: Composing; readonly canSend: boolean; readonly files: SendingFiles }) {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { sendKey } = useSettings(settings);
  const keys = t(sendKey === 'enter' ? 'composer.hintEnter' : 'composer.hintCtrl');
  const said = left < 0 ? t('composer.over', { count: -left }) : hasBlank ? t('composer.blank', { blank: BLANK }) : left < WARN_LEFT ? t('composer.left', { count: left }) : keys;
  return (
    <div className="composer-foot">
      <span className="composer-hint" data-tone={left < 0 || hasBlank ? 'bad' : undefined}>
        {said}
      </span>
      {kind === 'reply' ? <Clip files={files} /> : null}
      <Button type="primary" disabled={!canSend} onClick={submit} icon={<Icon name={kind === 'reply' ? 'send' : 'pen'} size={16} />}>
        {t(VERBS[kind])}
      </Button>
    </div>
  );
}

function Clip({ files }: { readonly files: SendingFiles }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const chosen = (): void => {
    const { current } = field;
    if (current === null) return;
    files.send([...(current.files ?? [])]);
    current.value = '';
  };
  return (
    <>
      <input ref={field} type="file" multiple hidden aria-label={t('files.add')} onChange={chosen} />
      <Button type="text" className="composer-clip" loading={files.isSending} icon={<Icon name="clip" />} aria-label={t('files.add')} title={t('files.add')} onClick={() => field.current?.click()} />
    </>
  );
}

/** Into the reply, after what is already there; never sent by itself. */
function useSuggestion(conversationId: string, focus: () => void): (chosen: string) => void {
  const { store } = useTools();
  const { setMode } = useConsole();
  return (chosen) => {
    const { reply } = store.get().drafts[conversationId] ?? EMPTY_DRAFTS;
    setMode('reply');
    store.dispatch({ type: 'draft', conversationId, mode: 'reply', text: reply.trim() === '' ? chosen : `${reply}\n${chosen}` });
    focus();
  };
}

/** On a phone the keyboard would cover the conversation before it was read. */
function useFocusOnArrival(focus: () => void): void {
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) focus();
  }, [focus]);
}
