/** Picks the refusals by language. */
import { gateway as en } from './en.js';
import { gateway as zhCn } from './zh-cn.js';
import type { GatewayWording } from './zh-cn.js';

export function gatewayWords(locale: 'zh-CN' | 'en'): GatewayWording {
  return locale === 'en' ? en : zhCn;
}
