/**
 * Every sentence the product speaks, by locale and area: `wordingFor('en').buttons.person`.
 * A new area is a folder with `zh-cn.ts` (the plain object, and its type) and `en.ts` (declared to be of that type),
 * and one line in `zh-cn.ts` and `en.ts` of this folder. An entry is a string or a function of one record of values.
 */
import * as en from './en.js';
import * as zhCn from './zh-cn.js';

export type Wording = typeof zhCn;

const BY_LOCALE: Readonly<Record<'zh-CN' | 'en', Wording>> = { 'zh-CN': zhCn, en };

export function wordingFor(locale: 'zh-CN' | 'en'): Wording {
  return BY_LOCALE[locale];
}
