/** The frame of the insights: where one is, and where one may go; editors see the gaps, the figures are for supervisors. */
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { usePlace } from '../../desk/link/place.js';
import { Mark } from '../../desk/look/icons.js';
import { useInsights, useLocale, useWords } from './insights-context.js';

const PARTS = {
  figures: lazy(() => import('../figures/figures-page.js')),
  gaps: lazy(() => import('../findings/gaps-page.js')),
  causes: lazy(() => import('../findings/causes-page.js')),
  notices: lazy(() => import('../notices/notices-page.js')),
} as const;
type Part = keyof typeof PARTS;
const ORDER = Object.keys(PARTS) as readonly Part[];
const FOR_EDITORS: ReadonlySet<Part> = new Set<Part>(['gaps', 'causes', 'notices']);

export function Shell() {
  const words = useWords();
  const { session, settings, isDark, leave } = useInsights();
  const locale = useLocale();
  const mine = session.staff.role === 'editor' ? ORDER.filter((one) => FOR_EDITORS.has(one)) : ORDER;
  const [first] = usePlace();
  const part = mine.find((one) => one === first) ?? mine[0] ?? 'figures';
  const Page = PARTS[part];
  return (
    <div className="shell">
      <header className="top">
        <a className="skip" href={`#/${part}`} onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
          {words.nav.skip}
        </a>
        <Mark size={28} />
        <strong>{words.name}</strong>
        <nav aria-label={words.nav.label}>
          {mine.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === part ? 'page' : undefined}>
              {words.nav[one]}
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
