/** What is called out about cases and promises, in both languages: each page shows its own. */
import type { Localised } from '../domain/locale.js';
import type { CasesWording } from '../wording/cases/zh-cn.js';
import { wordingFor } from '../wording/wording.js';

export function inBoth(say: (words: CasesWording['alerts']) => string): Localised {
  return { 'zh-CN': say(wordingFor('zh-CN').cases.alerts), en: say(wordingFor('en').cases.alerts) };
}
