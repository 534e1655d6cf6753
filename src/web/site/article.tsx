/** One article of the help centre, as citations open it. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireLocale } from '../../protocol/chat.js';
import { renderArticle } from './article-body.js';
import { DemoSession } from './demo-session.js';
import { Frame } from './frame.js';
import { getJson } from './page-config.js';
import './site.css';
import { momentOfField } from '../../wording/operator-time.js';
import { SiteLook, useWords } from './site-look.js';
import { addWidget, ask } from './widget-tag.js';

interface Article {
  readonly id: string;
  readonly title: string;
  readonly locale: WireLocale;
  readonly body: string;
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly successor?: string | null;
}

function ArticlePage({ look, id }: { look: SiteLook; id: string }) {
  const { locale, words } = useWords(look);
  const [article, setArticle] = useState<Article | null | 'loading'>('loading');
  useEffect(() => void getJson<Article>(`/api/kb/${encodeURIComponent(id)}?locale=${locale}`).then(setArticle), [id, locale]);
  useEffect(() => {
    document.title = `${article === null || article === 'loading' ? words.article.back : article.title} · ${words.brand}`;
  }, [article, words]);
  return (
    <Frame look={look}>
      <main class="article wide">
        <a class="back" href="/#help">← {words.article.back}</a>
        {article === 'loading' && <p role="status">{words.article.loading}</p>}
        {article === null && (
          <>
            <h1>{words.article.missing}</h1>
            <p>{words.article.missingText}</p>
          </>
        )}
        {article !== null && article !== 'loading' && <Body article={article} look={look} />}
        <div class="article-ask">
          <span>{words.article.ask}</span>
          <button class="button" onClick={() => ask()}>{words.article.askButton}</button>
        </div>
      </main>
    </Frame>
  );
}

function Body({ article, look }: { article: Article; look: SiteLook }) {
  const { locale, words } = useWords(look);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(renderArticle(article.body, locale)), [article, locale]);
  const isExpired = Boolean(article.validTo) && momentOfField(`${article.validTo}T23:59:59`) < Date.now();
  return (
    <article lang={article.locale}>
      <h1>{article.title}</h1>
      <p class="valid">{words.article.from(article.validFrom)}{article.validTo ? ` ${words.article.until(article.validTo)}` : ''}</p>
      {isExpired && (
        <p class="expired" role="note">
          {words.article.expired} {article.successor ? <a href={`/kb/${article.successor}?locale=${locale}`}>{words.article.successor}</a> : null}
        </p>
      )}
      <div class="prose" ref={place} />
    </article>
  );
}

const page = document.querySelector('#page');
const id = location.pathname.split('/').pop() ?? '';
if (page !== null) {
  const look = new SiteLook(localStorage, new URL(location.href), navigator.language);
  const session = new DemoSession(sessionStorage);
  document.documentElement.lang = look.locale;
  render(<ArticlePage look={look} id={id} />, page);
  addWidget({ locale: look.locale, token: session.player.get()?.token ?? null });
}
