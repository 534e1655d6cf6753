/** In which language to reply: the conversation's, unless the message clearly is in the other. Pure. */
import type { Decision } from '../domain/decision.js';
import { heardOnce } from '../domain/heard.js';
import type { Locale } from '../domain/locale.js';
import type { Situation } from './situation.js';

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]{2,}(?:'[a-z]+)?/gi;

const scriptsIn = heardOnce((text) => ({ han: text.match(HAN)?.length ?? 0, words: text.match(LATIN_WORD)?.length ?? 0 }));

export function languageOf(situation: Situation, decision: Decision): Locale {
  const { text, locale, action } = situation;
  if (decision.kind === 'courtesy' && decision.intent === 'language_en') return 'en';
  if (decision.kind === 'courtesy' && decision.intent === 'language_zh') return 'zh-CN';
  if (action) return locale;
  const { han, words } = scriptsIn(text);
  // Pinyin and product names are Latin too: the router has told them from English.
  const written = han + words > 0 ? situation.reading.locale : locale;
  if (locale === 'en') return han >= 2 || written === 'zh-CN' ? 'zh-CN' : 'en';
  // One word alone may be a name.
  return han === 0 && written === 'en' && words >= 2 ? 'en' : 'zh-CN';
}
