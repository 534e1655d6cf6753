/** The frame of the studio: where one is, where one can go, and what is in force. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Mark } from '../../desk/look/icons.js';
import { useLocale, usePlace, useStudio, useWords } from './studio-context.js';

const PARTS = {
  intents: lazy(() => import('../intents/intents-page.js')),
  articles: lazy(() => import('../articles/articles-page.js')),
  exchange: lazy(() => import('../exchange/exchange-page.js')),
  publish: lazy(() => import('../publish/publish-page.js')),
  revisions: lazy(() => import('../revisions/revisions-page.js')),
  try: lazy(() => import('../trying/try-page.js')),
} as const;
type Part = keyof typeof PARTS;
const ORDER = Object.keys(PARTS) as readonly Part[];

export function Shell() {
  const words = useWords();
  const { api, session, settings, isDark, leave } = useStudio();
  const locale = useLocale();
  const [first = 'intents'] = usePlace();
  const part = ORDER.find((one) => one === first) ?? 'intents';
  const Page = PARTS[part];
  const { data: changes } = useQuery({ queryKey: ['changes'], queryFn: () => api.changes() });
  return (
    <div className="shell">
      <header className="top">
        <a className="skip" href={`#/${part}`} onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
          {words.nav.skip}
        </a>
        <Mark size={28} />
        <strong>{words.name}</strong>
        <nav aria-label={words.nav.label}>
          {ORDER.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === part ? 'page' : undefined}>
              {words.nav[one]}
              {one === 'publish' && changes !== undefined && changes.length > 0 ? <span className="count" title={words.nav.changes(changes.length)}>{changes.length}</span> : null}
            </a>
          ))}
        </nav>
        <div className="top-end">
          <Button size="small" type="text" onClick={() => settings.change({ theme: isDark ? 'light' : 'dark' })}>{isDark ? words.nav.light : words.nav.dark}</Button>
          <Button size="small" type="text" lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => settings.change({ locale: locale === 'en' ? 'zh-CN' : 'en' })}>{words.nav.otherLanguage}</Button>
          <Button size="small" type="text" title={session.staff.name} onClick={() => leave(null)}>{words.nav.signOut}</Button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <Page />
        </Suspense>
      </main>
    </div>
  );
}
