/** Whether a sentence is in the language the answer is to be in: a name or a setting of the other may stand in it, a whole sentence may not. Pure. */
import type { Locale } from '../../domain/locale.js';

/** Fewer are a name, or what a phone calls a setting. */
const LEAST_LATIN = 5;
const LEAST_HAN = 4;

export function isInOtherLanguage(sentence: string, locale: Locale): boolean {
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = sentence.match(/[a-z]{2,}/giu)?.length ?? 0;
  return locale === 'zh-CN' ? han === 0 && words >= LEAST_LATIN : han >= LEAST_HAN && words < 2;
}
