/** The frame of a page of staff: where one is, where one may go, the looks and the language, and the way out. */
import { Button } from 'antd';
import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Mark } from '../desk/look/icons.js';
import type { StaffTools } from './staff-page.js';

export interface FrameWords {
  readonly label: string;
  readonly skip: string;
  readonly light: string;
  readonly dark: string;
  readonly otherLanguage: string;
  readonly signOut: string;
}

interface FrameProps {
  readonly tools: StaffTools;
  readonly name: string;
  readonly nav: FrameWords;
  readonly loading: string;
  /** In the order of the head; `mark` beside the label. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly mark?: ReactNode }[];
  readonly part: string;
  readonly children: ReactNode;
}

const GAP_PX = 8;

export function StaffFrame({ tools: { session, settings, isDark, leave }, name, nav, loading, parts, part, children }: FrameProps) {
  const { locale } = useSyncExternalStore(settings.watch, settings.get);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is longer than the screen: where one is must not lie beyond its edge.
  useEffect(() => void bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), [part, locale]);
  // The head stays in sight and is taller on a phone and in large type: what is scrolled to comes to stand below it.
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const page = document.documentElement;
    const watcher = new ResizeObserver(() => (page.style.scrollPaddingTop = `${(head.current?.offsetHeight ?? 0) + GAP_PX}px`));
    if (head.current) watcher.observe(head.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <div className="shell">
      <header className="top" ref={head}>
        <a className="skip" href={`#/${part}`} onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}>
          {nav.skip}
        </a>
        <Mark size={28} />
        <strong>{name}</strong>
        <nav aria-label={nav.label} ref={bar}>
          {parts.map(({ id, label, mark }) => (
            <a key={id} href={`#/${id}`} aria-current={id === part ? 'page' : undefined}>
              {label}
              {mark}
            </a>
          ))}
        </nav>
        <div className="top-end">
          <Button size="small" type="text" onClick={() => settings.change({ theme: isDark ? 'light' : 'dark' })}>{isDark ? nav.light : nav.dark}</Button>
          <Button size="small" type="text" lang={other} onClick={() => settings.change({ locale: other })}>{nav.otherLanguage}</Button>
          <Button size="small" type="text" title={session.staff.name} onClick={() => leave(null)}>{nav.signOut}</Button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p role="status">{loading}</p>}>{children}</Suspense>
      </main>
    </div>
  );
}
