/** The outermost part of the insights: language, looks, and whether somebody who may see them is signed in. The session is the desk's: one sign-in for all pages of staff. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { forgetSession, keepSession, loadSession } from '../desk/link/session.js';
import type { Session } from '../desk/link/session.js';
import type { SettingsStore } from '../desk/look/settings.js';
import { antdTheme } from '../desk/look/theme.js';
import { Shell } from './frame/shell.js';
import { PageSignIn } from '../desk/signin/page-sign-in.js';
import { InsightsContext, useWords, WordsContext } from './frame/insights-context.js';
import { InsightsApi } from './link/insights-api.js';
import { en } from './words/en.js';
import { zhCn } from './words/zh-cn.js';

export function App({ settings }: { readonly settings: SettingsStore }) {
  const { theme, locale } = useSyncExternalStore(settings.watch, settings.get);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  const words = locale === 'en' ? en : zhCn;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = words.name;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [locale, words, isDark]);
  const look = useMemo(() => antdTheme({ isDark, isStill, density: 'comfortable' }), [isDark, isStill]);
  return (
    <WordsContext value={words}>
      <QueryClientProvider client={queries}>
        <ConfigProvider theme={look} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
          <AntdApp component={false} message={{ maxCount: 3, duration: 3 }}>
            <Door settings={settings} isDark={isDark} />
          </AntdApp>
        </ConfigProvider>
      </QueryClientProvider>
    </WordsContext>
  );
}

function Door({ settings, isDark }: { readonly settings: SettingsStore; readonly isDark: boolean }) {
  const [session, setSession] = useState<Session | null>(() => loadSession(sessionStorage));
  const [why, setWhy] = useState<string | null>(null);
  const leave = useCallback((reason: string | null) => {
    forgetSession(sessionStorage);
    setWhy(reason);
    setSession(null);
  }, []);
  const { locale } = useSyncExternalStore(settings.watch, settings.get);
  const words = useWords();
  const tools = useMemo(
    () => session && { session, settings, isDark, leave, api: new InsightsApi(session.token, { locale, onSessionLost: () => leave('lost') }) },
    [session, settings, isDark, leave, locale],
  );
  const isWelcome = session !== null && session.staff.role !== 'agent';
  if (tools === null || !isWelcome) {
    const enter = (signedIn: Session): void => {
      keepSession(sessionStorage, signedIn);
      setSession(signedIn);
    };
    return <PageSignIn words={words.signIn} errors={words.errors} settings={settings} why={session !== null ? 'forbidden' : why} onSignedIn={enter} />;
  }
  return (
    <InsightsContext value={tools}>
      <Shell />
    </InsightsContext>
  );
}

function useMedia(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query]);
  return useSyncExternalStore(
    (watcher) => {
      media.addEventListener('change', watcher);
      return () => media.removeEventListener('change', watcher);
    },
    () => media.matches,
  );
}
