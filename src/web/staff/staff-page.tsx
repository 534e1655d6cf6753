/** The outermost part of a page of staff beside the desk: language, looks, and whether somebody who may see it is signed in. The session is the desk's: one sign-in for all. */
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { forgetSession, keepSession, loadSession } from '../desk/link/session.js';
import { endSession } from '../desk/link/staff-api.js';
import type { Session } from '../desk/link/session.js';
import type { SettingsStore } from '../desk/look/settings.js';
import { antdTheme } from '../desk/look/theme.js';
import { typeScale } from '../desk/look/type-size.js';
import { TOUCH, useMedia } from '../desk/look/use-media.js';
import { PageSignIn } from '../desk/signin/page-sign-in.js';
import type { SignInWords } from '../desk/signin/page-sign-in.js';

export interface StaffPageWords {
  readonly name: string;
  readonly signIn: SignInWords;
  readonly errors: Readonly<Record<string, string>> & { readonly internal: string };
}

/** What every part of a page is handed. */
export interface StaffTools {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly isDark: boolean;
  readonly leave: (why: string | null) => void;
}

interface StaffPageProps {
  readonly settings: SettingsStore;
  /** In the language chosen. */
  readonly words: StaffPageWords;
  readonly isWelcome: (role: Session['staff']['role']) => boolean;
  readonly children: (tools: StaffTools) => ReactNode;
}

export function StaffPage({ settings, words, isWelcome, children }: StaffPageProps) {
  const { theme, locale } = useSyncExternalStore(settings.watch, settings.get);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isTouch = useMedia(TOUCH);
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = words.name;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [locale, words, isDark]);
  const look = useMemo(() => antdTheme({ isDark, isStill, isTouch, density: 'comfortable', scale: typeScale() }), [isDark, isStill, isTouch]);
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={look} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <AntdApp component={false} message={{ maxCount: 3, duration: 3 }}>
          <Door settings={settings} words={words} isDark={isDark} isWelcome={isWelcome}>
            {children}
          </Door>
        </AntdApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

function Door({ settings, words, isDark, isWelcome, children }: StaffPageProps & { readonly isDark: boolean }) {
  const [session, setSession] = useState<Session | null>(() => loadSession(sessionStorage));
  const [why, setWhy] = useState<string | null>(null);
  const queries = useQueryClient();
  const leave = useCallback((reason: string | null) => {
    const left = loadSession(sessionStorage);
    if (reason === null && left !== null) void endSession(left.token);
    forgetSession(sessionStorage);
    // What was read in one name is not shown to the next who signs in here.
    queries.clear();
    setWhy(reason);
    setSession(null);
  }, [queries]);
  const tools = useMemo(() => session && { session, settings, isDark, leave }, [session, settings, isDark, leave]);
  if (tools !== null && isWelcome(tools.session.staff.role)) return children(tools);
  const enter = (signedIn: Session): void => {
    keepSession(sessionStorage, signedIn);
    setSession(signedIn);
  };
  return <PageSignIn words={words.signIn} errors={words.errors} settings={settings} why={session !== null ? 'forbidden' : why} onSignedIn={enter} />;
}
