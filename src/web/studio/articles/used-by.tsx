/** Who leads to an article: intents it answers, intents with a button to it, articles that link to it or end in it. */
import { useQuery } from '@tanstack/react-query';
import { useLocale, useStudio, useWords } from '../frame/studio-context.js';
import type { Bare } from '../frame/use-entry.js';
import type { ArticleEntry } from '../link/wire.js';

export function UsedBy({ entry, articles }: { readonly entry: Bare<ArticleEntry>; readonly articles: readonly ArticleEntry[] }) {
  const words = useWords().articles;
  const locale = useLocale();
  const { api } = useStudio();
  const { data: intents = [] } = useQuery({ queryKey: ['intents'], queryFn: api.intents });
  const answered = intents.filter(({ id }) => entry.intents.includes(id));
  const unknown = intents.length === 0 ? [] : entry.intents.filter((id) => !intents.some((one) => one.id === id));
  const pressed = intents.filter(({ buttons = [] }) => buttons.some((button) => 'article' in button && button.article === entry.id));
  const linked = articles.filter((one) => one.locale === entry.locale && one.id !== entry.id && (one.successor === entry.id || one.body.includes(`](kb:${entry.id}`)));
  return (
    <section className="card used-by" aria-label={words.usedBy}>
      <h2>{words.usedBy}</h2>
      {answered.length + pressed.length + linked.length === 0 ? <p className="hint">{words.unused}</p> : null}
      <ul className="plain-list">
        {answered.map(({ id, names }) => <li key={`a${id}`}>{words.answers} <a href={`#/intents/${id}`}>{names[locale]}</a></li>)}
        {pressed.map(({ id, names }) => <li key={`b${id}`}>{words.buttonOf} <a href={`#/intents/${id}`}>{names[locale]}</a></li>)}
        {linked.map((one) => <li key={`l${one.id}`}>{one.successor === entry.id ? words.successorOf : words.linkedFrom} <a href={`#/articles/${one.id}.${one.locale}`}>{one.title}</a></li>)}
      </ul>
      {unknown.length > 0 ? <p className="bad">{words.noIntent(unknown.join(', '))}</p> : null}
    </section>
  );
}
