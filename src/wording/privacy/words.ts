/** Picks the words of privacy by language. */
import { privacy as en } from './en.js';
import { privacy as zhCn } from './zh-cn.js';
import type { PrivacyWording } from './zh-cn.js';

export function privacyWords(locale: 'zh-CN' | 'en'): PrivacyWording {
  return locale === 'en' ? en : zhCn;
}
