/** Picks the assistant's own sentences by language. */
import { en } from './en.js';
import { zhCn } from './zh-cn.js';
import type { DialogueWording } from './zh-cn.js';

export function dialogueWords(locale: 'zh-CN' | 'en'): DialogueWording {
  return locale === 'en' ? en : zhCn;
}
