/** In which language or dialect somebody wants to be served, as a tag: what they said of it, else the one they write. Pure. */
import type { Locale } from '../domain/locale.js';

/** IETF tags; what has none of its own is a private one under Mandarin. */
const DIALECTS: readonly (readonly [tag: string, names: RegExp])[] = [
  ['yue', /粤语|广东话|白话|cantonese/iu],
  ['nan', /闽南[语话]|潮汕话|台语|hokkien/iu],
  ['wuu', /上海话|吴语|苏州话|温州话|shanghainese/iu],
  ['hak', /客家[话语]|hakka/iu],
  ['cmn-x-sichuan', /四川话|重庆话|川话|sichuanese/iu],
  ['bo', /藏语|藏文|tibetan/iu],
  ['ug', /维(吾尔)?语|维文|uyghur/iu],
];

export function languageWanted(texts: readonly string[], locale: Locale): string {
  for (const text of texts) {
    const spoken = DIALECTS.find(([, names]) => names.test(text));
    if (spoken) return spoken[0];
  }
  return locale;
}
