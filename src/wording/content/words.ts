/** Picks what an editor is told by language. */
import { en } from './en.js';
import { zhCn } from './zh-cn.js';
import type { ContentWording } from './zh-cn.js';

export type { ContentWording };

export function contentWords(locale: 'zh-CN' | 'en'): ContentWording {
  return locale === 'en' ? en : zhCn;
}
