/** 「我的进度」 as a file of its own, fetched when it is first opened: one's cases with stages and countdowns, and the answer to "is it solved?". */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OwnCase } from '../../protocol/cases.js';
import type { CasesPanelParts } from '../kit/cases-panel.js';
import { confirmCase, fetchCases } from './cases-api.js';
import { stylesOfCases } from './styles.js';
import { leftUntil, wordsFor } from './words.js';

const TICK_MS = 20_000;

function Panel({ parts, onClose }: { parts: CasesPanelParts; onClose: () => void }) {
  const words = wordsFor(parts.locale);
  const [cases, setCases] = useState<readonly OwnCase[] | null | 'failed'>(null);
  const now = useNow();
  const load = (): void => void fetchCases(parts).then(setCases);
  useEffect(() => {
    load();
    return parts.onMoved(load);
  }, []);
  return (
    <section class="jbc" role="dialog" aria-modal="true" aria-label={words.title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2>{words.title}</h2>
        <button class="jbc-close" aria-label={words.close} onClick={onClose} ref={(node) => node?.focus()}>×</button>
      </header>
      <div class="jbc-list">
        {cases === null && <p role="status">{words.loading}</p>}
        {cases === 'failed' && <p role="alert">{words.failed} <button onClick={load}>{words.retry}</button></p>}
        {Array.isArray(cases) && cases.length === 0 && <p>{words.none}</p>}
        {Array.isArray(cases) && cases.map((one: OwnCase) => <CaseItem key={one.id} one={one} now={now} parts={parts} onDone={load} />)}
      </div>
    </section>
  );
}

function CaseItem({ one, now, parts, onDone }: { one: OwnCase; now: number; parts: CasesPanelParts; onDone: () => void }) {
  const words = wordsFor(parts.locale);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const answer = async (solved: boolean): Promise<void> => {
    setIsBusy(true);
    setHasFailed(!(await confirmCase(parts, one.id, solved)));
    setIsBusy(false);
    onDone();
  };
  const due = one.due;
  return (
    <article class="jbc-case" data-stage={one.stage}>
      <h3>{one.kindName}<span>{one.stageName}</span></h3>
      <p class="jbc-number">{one.number}{one.owner !== null && ` · ${words.owner(one.owner)}`}</p>
      <p class="jbc-title">{one.title}</p>
      <p class="jbc-next">{one.next}</p>
      {due && <p class="jbc-left" data-late={due.at <= now}><time dateTime={new Date(due.at).toISOString()}>{leftUntil(due.at, now, parts.locale)}</time></p>}
      {one.steps.length > 0 && <ul>{one.steps.map((step) => <li key={step.at}>{step.text}</li>)}</ul>}
      {one.stage === 'asked' && (
        <div class="jbc-ask" role="group" aria-label={one.next}>
          <button class="jbc-yes" disabled={isBusy} onClick={() => void answer(true)}>{words.yes}</button>
          <button disabled={isBusy} onClick={() => void answer(false)}>{words.no}</button>
        </div>
      )}
      {hasFailed && <p role="alert">{words.failed}</p>}
    </article>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function open(host: HTMLElement, parts: CasesPanelParts): void {
  const root = host.getRootNode() as Document | ShadowRoot;
  if (!root.adoptedStyleSheets.includes(stylesOfCases)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, stylesOfCases];
  const close = (): void => {
    render(null, host);
    host.remove();
    parts.onClosed();
  };
  render(<Panel parts={parts} onClose={close} />, host);
}

window.JiebangCases = open;
