/** The calendar of an article and of those before and after it, with the days that none or two of them cover. */
import { operatorDay } from '../../../wording/operator-time.js';
import { useWords } from '../frame/studio-context.js';
import { chainOf, seamsOf, spansOf } from './validity.js';
import type { Held } from './validity.js';

export function ValidityView({ article, articles }: { readonly article: Held; readonly articles: readonly Held[] }) {
  const words = useWords().articles;
  const chain = chainOf(articles, article);
  const { spans, today } = spansOf(chain, operatorDay(Date.now()));
  const seams = seamsOf(chain);
  const titleOf = (id: string): string => chain.find((one) => one.id === id)?.title || id;
  return (
    <section className="card" aria-label={words.calendar}>
      <h2>{words.calendar}</h2>
      <ol className="spans">
        {spans.map(({ held, start, end }) => (
          <li key={held.id} aria-current={held.id === article.id ? 'true' : undefined}>
            <span className="span-name">{held.id === article.id ? <strong>{held.title || held.id}</strong> : <a href={`#/articles/${held.id}.${held.locale}`}>{held.title || held.id}</a>}</span>
            <span className="span-track" aria-hidden="true">
              <i className="span-bar" style={{ insetInlineStart: `${start * 100}%`, width: `${Math.max(1, (end - start) * 100)}%` }} />
              <i className="span-today" style={{ insetInlineStart: `${today * 100}%` }} />
            </span>
            <span className="hint">{held.validFrom} – {held.validTo ?? words.open}</span>
          </li>
        ))}
      </ol>
      {seams.length === 0 ? <p className="hint">{chain.length > 1 ? words.seamless : words.alone}</p> : null}
      <ul className="plain-list" role="status">
        {seams.map(({ kind, from, to, before, after }) => <li key={`${before}${after}`} className="bad">{words[kind](titleOf(before), titleOf(after), words.days(from, to))}</li>)}
      </ul>
    </section>
  );
}
