/** What is called out to supervisors, in both languages: each page shows its own. */
import type { Localised } from '../domain/locale.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationWording } from '../wording/conversation/zh-cn.js';

export type AlertWords = ConversationWording['alerts'];

export function inBoth(say: (words: AlertWords) => string): Localised {
  return { 'zh-CN': say(conversationWords('zh-CN').alerts), en: say(conversationWords('en').alerts) };
}
