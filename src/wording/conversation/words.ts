/** Picks the conversation's sentences by language. */
import { en } from './en.js';
import { zhCn } from './zh-cn.js';
import type { ConversationWording } from './zh-cn.js';

export function conversationWords(locale: 'zh-CN' | 'en'): ConversationWording {
  return locale === 'en' ? en : zhCn;
}
