/** 「我的进度」 as a file of its own, fetched when it is first opened: one's cases with stages and countdowns, and the answer to "is it solved?". */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnCase, OwnCases, WirePromise } from '../../protocol/cases.js';
import type { CasesPanelParts } from '../kit/cases-panel.js';
import { timeLeft } from '../kit/time-left.js';
import { confirmCase, fetchCases } from './cases-api.js';
import { stylesOfCases } from './styles.js';
import { wordsFor } from './words.js';

const TICK_MS = 1000;
/** Promises are not told of, and the word of a case may be lost on its way here. */
const LOOK_AGAIN_MS = 60_000;

function Panel({ parts, onClose }: { parts: CasesPanelParts; onClose: () => void }) {
  const words = wordsFor(parts.locale);
  const [held, setHeld] = useState<OwnCases | null | 'failed'>(null);
  const now = useNow();
  const asked = useRef(0);
  const load = (): void => {
    asked.current += 1;
    const mine = asked.current;
    // An answer that was overtaken shows what no longer is.
    void fetchCases(parts).then((found) => mine === asked.current && setHeld((before) => (found === 'failed' && before !== null ? before : found)));
  };
  useEffect(() => {
    load();
    const again = setInterval(load, LOOK_AGAIN_MS);
    const stop = parts.onMoved(load);
    return () => (clearInterval(again), stop());
  }, []);
  const frame = useRef<HTMLElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  // Once: every second it is drawn anew.
  useEffect(() => closing.current?.focus(), []);
  // The site may close the chat around it, which takes it out of the page and tells it nothing.
  useEffect(() => void (frame.current?.isConnected === false && onClose()), [now]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && frame.current) keepInside(event, frame.current);
    if (event.key !== 'Escape') return;
    // The chat around it would close as well.
    event.stopPropagation();
    onClose();
  };
  return (
    <section ref={frame} class="jbc" role="dialog" aria-modal="true" aria-label={words.title} onKeyDown={onKeyDown}>
      <header>
        <h2>{words.title}</h2>
        <button class="jbc-close" aria-label={words.close} onClick={onClose} ref={closing}>×</button>
      </header>
      <div class="jbc-list" tabIndex={0}>
        {held === null && <p role="status">{words.loading}</p>}
        {held === 'failed' && <p role="alert">{words.failed} <button onClick={load}>{words.retry}</button></p>}
        {held !== null && held !== 'failed' && <Held held={held} now={now} parts={parts} onDone={load} />}
      </div>
    </section>
  );
}

/** Past the last place the first comes again: the chat behind is covered. */
function keepInside(event: KeyboardEvent, frame: HTMLElement): void {
  const places = [...frame.querySelectorAll<HTMLElement>('button:not(:disabled), [tabindex="0"]')];
  const [from, to] = event.shiftKey ? [places[0], places.at(-1)] : [places.at(-1), places[0]];
  if (event.target !== from) return;
  event.preventDefault();
  to?.focus();
}

function Held({ held: { cases, promises }, ...rest }: { held: OwnCases; now: number; parts: CasesPanelParts; onDone: () => void }) {
  const words = wordsFor(rest.parts.locale);
  return (
    <>
      {cases.length + promises.length === 0 && <p>{words.none}</p>}
      {promises.length > 0 && (
        <article class="jbc-case">
          <h3>{words.promises}</h3>
          {promises.map((made) => <Promised key={made.id} made={made} now={rest.now} locale={rest.parts.locale} />)}
        </article>
      )}
      {cases.map((one) => <CaseItem key={one.id} one={one} {...rest} />)}
    </>
  );
}

function Promised({ made, now, locale }: { made: WirePromise; now: number; locale: CasesPanelParts['locale'] }) {
  const words = wordsFor(locale);
  return (
    <div class="jbc-promise">
      <p>{made.text}</p>
      <p class="jbc-number">{words.promisedBy(made.by ?? words.byAssistant)}</p>
      <p class="jbc-left" data-late={made.dueAt <= now}><time role="timer" dateTime={new Date(made.dueAt).toISOString()}>{timeLeft(made.dueAt, now, locale)}</time></p>
    </div>
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
      {due && <p class="jbc-left" data-late={due.at <= now}><time role="timer" dateTime={new Date(due.at).toISOString()}>{timeLeft(due.at, now, parts.locale)}</time></p>}
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
