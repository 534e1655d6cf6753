/** The desk's outermost part: language, looks, and whether somebody is signed in. */
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { DeskContext, useSettings } from './frame/desk-context.js';
import { startDesk } from './frame/start-desk.js';
import { passwordLinkIn } from './link/password-link.js';
import { forgetSession, keepSession, loadSession } from './link/session.js';
import { endSession } from './link/staff-api.js';
import type { Session } from './link/session.js';
import type { SettingsStore } from './look/settings.js';
import { antdTheme } from './look/theme.js';
import { typeScale } from './look/type-size.js';
import { TOUCH, useMedia } from './look/use-media.js';
import { PASSWORD_CHOSEN } from './signin/password-chosen.js';
import { makeI18n } from './words/i18n.js';

const ChoosePassword = lazy(() => import('./signin/choose-password.js'));
const SignIn = lazy(() => import('./signin/sign-in.js'));
const Console = lazy(() => import('./frame/console.js'));

export function App({ settings }: { readonly settings: SettingsStore }) {
  const { theme, density, locale } = useSettings(settings);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isTouch = useMedia(TOUCH);
  const [i18n] = useState(() => makeI18n(locale));
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = i18n.t('app.name', { lng: locale });
    void i18n.changeLanguage(locale);
  }, [i18n, locale]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    document.documentElement.dataset['density'] = density;
  }, [isDark, density]);
  const look = useMemo(() => antdTheme({ isDark, isStill, isTouch, density, scale: typeScale() }), [isDark, isStill, isTouch, density]);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ConfigProvider theme={look} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
          <AntdApp component={false} message={{ maxCount: 3, duration: 3 }}>
            <Suspense>
              <Door settings={settings} />
            </Suspense>
          </AntdApp>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Door({ settings }: { readonly settings: SettingsStore }) {
  const [session, setSession] = useState<Session | null>(() => loadSession(sessionStorage));
  const [whyLeft, setWhyLeft] = useState<string | null>(null);
  const queries = useQueryClient();
  const leave = useCallback((why: string | null) => {
    const left = loadSession(sessionStorage);
    if (why === null && left !== null) void endSession(left.token);
    forgetSession(sessionStorage);
    // What was read in one name is not shown to the next who signs in here.
    queries.clear();
    setWhyLeft(why);
    setSession(null);
  }, [queries]);
  const [link, setLink] = useState(() => passwordLinkIn(location.hash));
  useEffect(() => {
    // Opened in a tab that shows the desk already, the link loads no page.
    const look = (): void => setLink((held) => passwordLinkIn(location.hash) ?? held);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  if (link !== null) {
    const done = (): void => {
      history.replaceState(null, '', location.pathname);
      leave(PASSWORD_CHOSEN);
      setLink(null);
    };
    return <ChoosePassword link={link} onDone={done} />;
  }
  if (session === null) {
    return (
      <SignIn
        settings={settings}
        whyLeft={whyLeft}
        onSignedIn={(signedIn) => {
          keepSession(sessionStorage, signedIn);
          setSession(signedIn);
        }}
      />
    );
  }
  return <Inside key={session.token} session={session} settings={settings} onLeave={leave} />;
}

function Inside({
  session,
  settings,
  onLeave,
}: {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly onLeave: (why: string | null) => void;
}) {
  const [tools, setTools] = useState<ReturnType<typeof startDesk>['tools'] | null>(null);
  useEffect(() => {
    const started = startDesk({ session, settings, onLeave });
    setTools(started.tools);
    return started.stop;
  }, [session, settings, onLeave]);
  return tools === null ? null : (
    <DeskContext value={tools}>
      <Console />
    </DeskContext>
  );
}
