/** All articles of the draft, with when they hold and which questions lead to them. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { NEW, OpenEntry } from '../frame/open-entry.js';
import { goTo, usePlace, useStudio, useTold, useWords } from '../frame/studio-context.js';
import { useAtWork } from '../frame/use-at-work.js';
import { useNames } from '../frame/use-names.js';
import { useRowsInSight } from '../frame/use-rows-in-sight.js';
import type { ArticleEntry } from '../link/wire.js';
import { seamsOf } from './validity.js';
import { ArticleEditor } from './article-editor.js';

export default function ArticlesPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const [, id] = usePlace();
  const { data: articles, error, isPending } = useQuery({ queryKey: ['articles'], queryFn: api.articles });
  if (isPending) return <p role="status" className="page">{words.loading}</p>;
  if (error) return <p role="alert" className="page">{told(error)}</p>;
  if (id === undefined) return <ArticleList articles={articles} />;
  return <OpenEntry<ArticleEntry> key={id} kind="articles" id={id}>{(start) => <ArticleEditor start={start} articles={articles} />}</OpenEntry>;
}

/** So many are drawn one under another in their own height; of more only those in sight, each on one line. */
const FEW = 200;
const ROW_PX = 45;

function ArticleList({ articles }: { readonly articles: readonly ArticleEntry[] }) {
  const words = useWords();
  const names = useNames();
  const { api } = useStudio();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const { data: changes = [] } = useQuery({ queryKey: ['changes'], queryFn: () => api.changes() });
  const at = new Map(useAtWork(null).map(({ path, who }) => [path, who.name]));
  const changed = new Map(changes.map(({ path, kind }) => [path, kind]));
  const byPlace = new Map(articles.map((one) => [`${one.id}.${one.locale}`, one]));
  const nextOf = ({ successor, locale }: ArticleEntry): readonly ArticleEntry[] => [byPlace.get(`${successor ?? ''}.${locale}`) ?? []].flat();
  const found = articles.filter(({ id: own, title, body, intents }) => [own, title, body, ...intents, ...intents.map(names.intent)].some((text) => text.toLowerCase().includes(wanted)));
  const sight = useRowsInSight<HTMLDivElement>(found.length, ROW_PX);
  const isLong = found.length > FEW;
  const [first, last] = isLong ? [sight.first, sight.last] : [0, found.length];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.articles}</h1>
        <Input.Search allowClear value={search} placeholder={words.articles.search} aria-label={words.articles.search} onChange={(event) => setSearch(event.target.value)} />
        <Button type="primary" onClick={() => goTo('articles', NEW)}>{words.articles.add}</Button>
      </div>
      <p className="hint" role="status">{words.articles.found(found.length)}</p>
      <div className="scroll" data-long={isLong || undefined} tabIndex={0} ref={sight.frame} onScroll={sight.onScroll}>
        <table className="sheet" aria-rowcount={found.length + 1}>
          <thead>
            <tr>
              <th scope="col">{words.articles.title}</th>
              <th scope="col">{words.intents.language}</th>
              <th scope="col">{words.articles.holds}</th>
              <th scope="col">{words.nav.intents}</th>
              <th scope="col">{words.intents.state}</th>
            </tr>
          </thead>
          <tbody>
            {first > 0 ? <tr aria-hidden style={{ height: first * sight.rowPx }} /> : null}
            {found.slice(first, last).map((article, offset) => {
              const path = `knowledge-base/${article.id}.${article.locale}.md`;
              const change = changed.get(path);
              return (
                <tr key={`${article.id}.${article.locale}`} aria-rowindex={first + offset + 2} style={isLong ? { height: sight.rowPx } : undefined}>
                  <th scope="row">
                    <a href={`#/articles/${article.id}.${article.locale}`}>{article.title}</a> <small>{article.id}</small>
                  </th>
                  <td>{article.locale === 'en' ? 'English' : '中文'}</td>
                  <td className="days">{article.validFrom} – {article.validTo ?? words.articles.open}{seamsOf([article, ...nextOf(article)]).map(({ kind, from, to }) => <span key={kind} className="tag" data-tone="bad">{words.articles[`${kind}Tag`](words.articles.days(from, to))}</span>)}</td>
                  <td>{article.intents.map(names.intent).join(names.comma)}</td>
                  <td>{change === undefined ? null : <span className="tag" data-tone="warn">{words.change[change]}</span>} {at.has(path) ? <span className="tag">{words.edit.isEditing(at.get(path) ?? '')}</span> : null}</td>
                </tr>
              );
            })}
            {last < found.length ? <tr aria-hidden style={{ height: (found.length - last) * sight.rowPx }} /> : null}
          </tbody>
        </table>
      </div>
    </div>
  );
}
