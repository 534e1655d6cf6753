/** Sets up the two languages of the desk; keys are checked by the compiler. */
import i18next from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';
import type { Words } from './zh-cn.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk';
    resources: { desk: Words };
  }
}

export type DeskLocale = 'zh-CN' | 'en';

export function makeI18n(locale: DeskLocale): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    defaultNS: 'desk',
    resources: { 'zh-CN': { desk: zhCn }, en: { desk: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}
