/** Appearance, language, transcript and the end of the conversation, behind one button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat, useSignal } from './chat-context.js';
import { useFiles } from './files.js';
import { openCasesPanel } from './cases-panel.js';
import { Icon } from './icons.js';
import type { Theme } from './settings.js';

export function Menu() {
  const chat = useChat();
  const { strings } = chat;
  const [isOpen, setIsOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event): void => {
      if (frame.current !== null && !event.composedPath().includes(frame.current)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  const openCases = (): void => {
    setIsOpen(false);
    openCasesPanel(chat, frame.current?.closest('.jb-header')?.parentElement ?? null, () => button.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };
  return (
    <div class="jb-menu" ref={frame} onKeyDown={onKeyDown}>
      <button ref={button} class="jb-tool" aria-label={strings.menu} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}><Icon name="menu" /></button>
      {isOpen && <MenuSheet onDone={close} onCases={openCases} />}
    </div>
  );
}

function MenuSheet({ onDone, onCases }: { onDone: () => void; onCases: () => void }) {
  const { client, settings, look, strings } = useChat();
  const isElder = useSignal(client.thread).conversation?.elder ?? false;
  const themes: readonly (readonly [Theme, string])[] = [['auto', strings.themeAuto], ['day', strings.themeDay], ['dark', strings.themeDark]];
  const speak = (locale: 'zh-CN' | 'en'): void => {
    settings.change({ locale });
    client.relocate();
  };
  return (
    <div class="jb-sheet" role="group" aria-label={strings.menu}>
      <Choice label={strings.appearance} options={themes} chosen={look.theme} onChoose={(theme) => settings.change({ theme })} />
      <Choice label={strings.language} options={[['zh-CN', '中文'], ['en', 'English']]} chosen={look.locale} onChoose={speak} />
      <label class="jb-item">
        <span>{strings.largeType}</span>
        <input type="checkbox" role="switch" checked={look.isLarge ?? isElder} onChange={(event) => settings.change({ isLarge: event.currentTarget.checked })} />
      </label>
      <button class="jb-item" onClick={onCases}>{strings.cases}</button>
      <Transcript />
      <EndItem onDone={onDone} />
    </div>
  );
}

function Choice<Value extends string>(props: { label: string; options: readonly (readonly [Value, string])[]; chosen: Value; onChoose: (value: Value) => void }) {
  return (
    <div class="jb-item" role="group" aria-label={props.label}>
      <span>{props.label}</span>
      <div class="jb-segments">
        {props.options.map(([value, name]) => (
          <button key={value} aria-pressed={value === props.chosen} onClick={() => props.onChoose(value)}>{name}</button>
        ))}
      </div>
    </div>
  );
}

function Transcript() {
  const { client, server, strings } = useChat();
  const { load } = useFiles();
  const [hasFailed, setHasFailed] = useState(false);
  const id = useSignal(client.thread).conversation?.id;
  const download = async (): Promise<void> => {
    const { resumeToken } = client;
    if (id === undefined || resumeToken === null) return;
    setHasFailed(!(await load().then((files) => files.downloadTranscript({ server, conversationId: id, resumeToken, name: strings.transcriptFile }), () => false)));
  };
  return (
    <button class="jb-item" disabled={id === undefined} onClick={() => void download()}>
      <span>{strings.transcript}</span>
      {hasFailed && <small class="jb-bad" role="alert">{strings.transcriptFailed}</small>}
    </button>
  );
}

function EndItem({ onDone }: { onDone: () => void }) {
  const { client, strings } = useChat();
  const [isAsking, setIsAsking] = useState(false);
  const state = useSignal(client.thread).conversation?.state;
  const end = (): void => {
    void client.end();
    onDone();
  };
  if (!isAsking) return <button class="jb-item jb-bad" disabled={state === undefined || state === 'closed'} onClick={() => setIsAsking(true)}>{strings.end}</button>;
  return (
    <div class="jb-item jb-ask" role="group" aria-label={strings.endAsk}>
      <span>{strings.endAsk}</span>
      <button class="jb-danger" onClick={end}>{strings.end}</button>
      <button class="jb-plain" onClick={() => setIsAsking(false)}>{strings.cancel}</button>
    </div>
  );
}
