/** Picks the words of outside channels by language. */
import { channels as en } from './en.js';
import { channels as zhCn } from './zh-cn.js';
import type { ChannelWording } from './zh-cn.js';

export function channelWords(locale: 'zh-CN' | 'en'): ChannelWording {
  return locale === 'en' ? en : zhCn;
}
