/** Why the assistant would answer so: what it saw, what it thought of, how sure it is, which rule spoke. */
import { useWords } from '../frame/studio-context.js';
import { IntentLink, useNames } from '../frame/use-names.js';
import type { LookedUp, Played, Reason } from '../link/wire.js';
import { percent } from '../publish/report-view.js';

const RANKED = 5;

export function Explained({ turn: { tokens, reading, reply, rule, intent, lookedUp } }: { readonly turn: Played }) {
  const { try: words, intents, groups } = useWords();
  const kinds: Readonly<Record<string, string>> = intents.entities;
  const skillGroups: Readonly<Record<string, string>> = groups;
  const names = useNames();
  const citations = reply.messages.flatMap((message) => message.citations ?? []);
  return (
    <dl className="card explained">
      <dt>{words.tokens}</dt>
      <dd><span className="hint">{tokens.canonical}</span> {tokens.words.map((word, index) => <span className="tag" key={index}>{word}</span>)} <span className="hint">{words.tokensHint}</span></dd>
      <dt>{words.ranking}</dt>
      <dd>
        <ol>
          {reading.ranking.slice(0, RANKED).map(({ intent: id, confidence }) => (
            <li key={id} className="ranked">
              <IntentLink id={id} />
              <meter aria-label={names.intent(id)} min={0} max={1} value={confidence} />
              <span className="num">{percent(confidence)}</span>
            </li>
          ))}
        </ol>
        <span className="hint">{reading.isAccepted ? words.accepted : words.notAccepted} · {words.outOfScope(percent(reading.outOfScope))}</span>
      </dd>
      <dt>{words.decided}</dt>
      <dd>
        <span title={rule ?? ''}>{rule === null ? '–' : names.route(rule)}</span> {intent === null ? null : <span className="tag" title={intent}>{names.intent(intent)}</span>} {reply.verification === null ? null : <span className="tag" data-tone="warn">{words.verification}</span>}
        {reply.handoff === null ? null : <span className="tag" data-tone="warn">{words.handoff(skillGroups[reply.handoff.skillGroup] ?? reply.handoff.skillGroup)}</span>}
      </dd>
      {reading.entities.length === 0 ? null : (
        <>
          <dt>{words.entities}</dt>
          <dd>{reading.entities.map(({ text, kind, value }, index) => <span className="tag" key={index}>{text} → {kinds[kind] ?? kind} {valueOf(kind, value)}</span>)}</dd>
        </>
      )}
      <dt>{words.mood}</dt>
      <dd>{words.moods[reading.mood.label]} <span className="hint">{words.upset(percent(reading.mood.score))}</span> {reading.mood.cues.map((cue) => <span className="tag" key={cue}>{cueIn(cue, words.cues)}</span>)}</dd>
      {lookedUp === null ? null : <LookedUpArticles found={lookedUp} />}
      {citations.length === 0 ? null : (
        <>
          <dt>{words.citations}</dt>
          <dd>{citations.map(({ title, href }) => <a key={href} href={href} target="_blank" rel="noreferrer">{title}</a>)}</dd>
        </>
      )}
    </dl>
  );
}

/** What moved the mood: the word and what it shows, or a sign without a word. */
function cueIn(cue: string, names: Readonly<Record<string, string>>): string {
  const [group = '', ...word] = cue.split(':');
  const name = names[group] ?? group;
  return word.length === 0 ? name : `${word.join(':')} · ${name}`;
}

/** What is sold has been named by its words; its id says nothing to an editor. */
const KNOWN_BY_ID: ReadonlySet<string> = new Set(['plan', 'product']);

/** Money is counted in fen and data in MB. */
function valueOf(kind: string, value: string | number): string {
  if (KNOWN_BY_ID.has(kind)) return '';
  if (kind === 'amount') return `¥${(Number(value) / 100).toFixed(2)}`;
  return kind === 'data' ? `${value} MB` : String(value);
}

/** Which articles were weighed, what spoke for each, and the very passages that were quoted. */
function LookedUpArticles({ found: { certainty, chance, articles, quoted } }: { readonly found: LookedUp }) {
  const words = useWords().try;
  return (
    <>
      {articles.length === 0 ? null : (
        <>
          <dt>{words.articles}</dt>
          <dd>
            <ol className="looked-up">
              {articles.map(({ id, locale, title, score, reasons }) => (
                <li key={id}>
                  <a href={`#/articles/${id}.${locale}`}>{title}</a>
                  <span className="hint">{words.because}{reasonsIn(reasons, score).map(([reason, share]) => `${words.reasons[reason]} ${percent(share)}`).join(' · ')}</span>
                </li>
              ))}
            </ol>
            <span className="hint">{words.chance[certainty](percent(chance))}</span>
          </dd>
        </>
      )}
      {quoted.length === 0 ? null : (
        <>
          <dt>{words.quoted}</dt>
          <dd>{quoted.map(({ heading, text }) => <blockquote key={`${heading} ${text}`}><strong>{heading}</strong> {text}</blockquote>)}</dd>
        </>
      )}
    </>
  );
}

const TELLING = 0.05;

/** What weighs most first, each as its share of the score; what hardly weighs is left out. */
function reasonsIn(reasons: LookedUp['articles'][number]['reasons'], score: number): readonly (readonly [Reason, number])[] {
  const shares = (Object.entries(reasons) as [Reason, number][]).map(([reason, part]) => [reason, score > 0 ? Math.min(1, part / score) : 0] as const);
  return shares.filter(([, share]) => share >= TELLING).sort(([, one], [, other]) => other - one);
}
