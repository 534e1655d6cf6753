/** Why the assistant would answer so: what it saw, what it thought of, how sure it is, which rule spoke. */
import { useWords } from '../frame/studio-context.js';
import type { Played } from '../link/wire.js';
import { percent } from '../publish/report-view.js';

const RANKED = 5;

export function Explained({ turn: { tokens, reading, reply, rule, intent } }: { readonly turn: Played }) {
  const words = useWords().try;
  const citations = reply.messages.flatMap((message) => message.citations ?? []);
  return (
    <dl className="card explained">
      <dt>{words.tokens}</dt>
      <dd><span className="hint">{tokens.canonical}</span> {tokens.words.map((word, index) => <span className="tag" key={index}>{word}</span>)}</dd>
      <dt>{words.ranking}</dt>
      <dd>
        <ol>
          {reading.ranking.slice(0, RANKED).map(({ intent: id, confidence }) => (
            <li key={id} className="ranked">
              <a href={`#/intents/${id}`}>{id}</a>
              <meter aria-label={id} min={0} max={1} value={confidence} />
              <span className="num">{percent(confidence)}</span>
            </li>
          ))}
        </ol>
        <span className="hint">{reading.isAccepted ? words.accepted : words.notAccepted} · {words.outOfScope(percent(reading.outOfScope))}</span>
      </dd>
      <dt>{words.decided}</dt>
      <dd>
        <code>{rule ?? '–'}</code> {intent === null ? null : <code>{intent}</code>} {reply.verification === null ? null : <span className="tag" data-tone="warn">{words.verification}</span>}
        {reply.handoff === null ? null : <span className="tag" data-tone="warn">{words.handoff(reply.handoff.skillGroup)}</span>}
      </dd>
      {reading.entities.length === 0 ? null : (
        <>
          <dt>{words.entities}</dt>
          <dd>{reading.entities.map(({ text, kind, value }, index) => <span className="tag" key={index}>{text} → {kind} {String(value)}</span>)}</dd>
        </>
      )}
      <dt>{words.mood}</dt>
      <dd>{words.moods[reading.mood.label]} {percent(reading.mood.score)} {reading.mood.cues.map((cue) => <span className="tag" key={cue}>{cue}</span>)}</dd>
      {citations.length === 0 ? null : (
        <>
          <dt>{words.citations}</dt>
          <dd>{citations.map(({ title, href }) => <a key={href} href={href} target="_blank" rel="noreferrer">{title}</a>)}</dd>
        </>
      )}
    </dl>
  );
}
