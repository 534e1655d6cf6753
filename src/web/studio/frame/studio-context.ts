/** What every part of the studio reaches for: the calls, the words, the session, and where the editor is. */
import { createContext, use, useSyncExternalStore } from 'react';
import type { StaffTools } from '../../staff/staff-page.js';
import { OPERATOR_ZONE } from '../../../wording/operator-time.js';
export { goTo, usePlace } from '../../desk/link/place.js';
import { StudioError } from '../link/studio-api.js';
import type { StudioApi } from '../link/studio-api.js';
import type { Unsaved } from '../../desk/link/unsaved.js';
import { zhCn } from '../words/zh-cn.js';
import type { Words } from '../words/zh-cn.js';

export interface StudioTools extends StaffTools {
  readonly api: StudioApi;
  readonly unsaved: Unsaved;
}

export const StudioContext = createContext<StudioTools | null>(null);
export const WordsContext = createContext<Words>(zhCn);

export function useStudio(): StudioTools {
  const tools = use(StudioContext);
  if (tools === null) throw new Error('outside the studio');
  return tools;
}

export function useWords(): Words {
  return use(WordsContext);
}

export function useLocale(): 'zh-CN' | 'en' {
  const { settings } = useStudio();
  return useSyncExternalStore(settings.watch, settings.get).locale;
}

/** What went wrong, as a sentence. */
export function useTold(): (error: unknown) => string {
  const { errors } = useWords();
  return (error) => {
    const code = error instanceof StudioError ? error.code : 'internal';
    return code in errors ? errors[code as keyof typeof errors] : errors.internal;
  };
}

export function useTime(): (at: number) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: OPERATOR_ZONE });
  return (at) => format.format(at);
}
