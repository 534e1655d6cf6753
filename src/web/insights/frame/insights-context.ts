/** What every part of the insights reaches for: the calls, the words, the session, and how figures are written. */
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { StaffTools } from '../../staff/staff-page.js';
import type { Unsaved } from '../../desk/link/unsaved.js';
import { OPERATOR_ZONE } from '../../../wording/operator-time.js';
import { InsightsError } from '../link/insights-api.js';
import type { InsightsApi } from '../link/insights-api.js';
import { zhCn } from '../words/zh-cn.js';
import type { Words } from '../words/zh-cn.js';

export interface InsightsTools extends StaffTools {
  readonly api: InsightsApi;
  readonly unsaved: Unsaved;
}

export const InsightsContext = createContext<InsightsTools | null>(null);
export const WordsContext = createContext<Words>(zhCn);

export function useInsights(): InsightsTools {
  const tools = use(InsightsContext);
  if (tools === null) throw new Error('outside the insights');
  return tools;
}

export function useWords(): Words {
  return use(WordsContext);
}

export function useLocale(): 'zh-CN' | 'en' {
  const { settings } = useInsights();
  return useSyncExternalStore(settings.watch, settings.get).locale;
}

/** What went wrong, as a sentence. */
export function useTold(): (error: unknown) => string {
  const { errors } = useWords();
  return (error) => {
    const code = error instanceof InsightsError ? error.code : 'internal';
    return code in errors ? errors[code as keyof typeof errors] : errors.internal;
  };
}

export interface Formats {
  readonly count: (value: number) => string;
  readonly share: (value: number | null) => string;
  readonly decimal: (value: number | null) => string;
  readonly seconds: (value: number | null) => string;
  readonly time: (at: number) => string;
  readonly day: (day: string) => string;
}

const NONE = '–';

export function useFormats(): Formats {
  const locale = useLocale();
  const { units } = useWords();
  return useMemo(() => {
    const count = new Intl.NumberFormat(locale);
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
    const brief = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: OPERATOR_ZONE });
    const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    return {
      count: (value) => count.format(value),
      share: (value) => (value === null ? NONE : share.format(value)),
      decimal: (value) => (value === null ? NONE : decimal.format(value)),
      seconds: (value) => (value === null ? NONE : value < 100 ? `${brief.format(value)} ${units.seconds}` : `${brief.format(value / 60)} ${units.minutes}`),
      time: (at) => time.format(at),
      day: (text) => day.format(Date.parse(`${text}T00:00:00Z`)),
    };
  }, [locale, units]);
}
