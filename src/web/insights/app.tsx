/** The insights: for supervisors, and in part for editors, in their language. */
import { useMemo, useSyncExternalStore } from 'react';
import { Unsaved } from '../desk/link/unsaved.js';
import type { SettingsStore } from '../desk/look/settings.js';
import { StaffPage } from '../staff/staff-page.js';
import type { StaffTools } from '../staff/staff-page.js';
import { Shell } from './frame/shell.js';
import { InsightsContext, WordsContext } from './frame/insights-context.js';
import { InsightsApi } from './link/insights-api.js';
import { en } from './words/en.js';
import { zhCn } from './words/zh-cn.js';

export function App({ settings }: { readonly settings: SettingsStore }) {
  const { locale } = useSyncExternalStore(settings.watch, settings.get);
  const words = locale === 'en' ? en : zhCn;
  return (
    <WordsContext value={words}>
      <StaffPage settings={settings} words={words} isWelcome={(role) => role !== 'agent'}>
        {(tools) => <Inside tools={tools} locale={locale} />}
      </StaffPage>
    </WordsContext>
  );
}

function Inside({ tools, locale }: { readonly tools: StaffTools; readonly locale: string }) {
  const whole = useMemo(() => ({ ...tools, api: new InsightsApi(tools.session.token, { locale, onSessionLost: () => tools.leave('lost') }), unsaved: new Unsaved(sessionStorage, 'insights', tools.session.staff.id) }), [tools, locale]);
  return (
    <InsightsContext value={whole}>
      <Shell />
    </InsightsContext>
  );
}
