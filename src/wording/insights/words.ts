/** Picks the words of exported figures by language. */
import { insights as en } from './en.js';
import { insights as zhCn } from './zh-cn.js';
import type { InsightsWording } from './zh-cn.js';

export function insightsWords(locale: 'zh-CN' | 'en'): InsightsWording {
  return locale === 'en' ? en : zhCn;
}
