/** Which writing a character belongs to, and which language a message is in. */
import type { Locale } from '../domain/locale.js';

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Lower-case Latin, with the accented letters of Latin-1 and Latin Extended-A. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7);
}

/** One Chinese character carries about as much as one Latin word, so those are what is weighed. */
export function localeOf(folded: string, fallback: Locale): Locale {
  let han = 0;
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    if (isHan(code)) han += 1;
    const letter = isLetter(code);
    if (letter && !isInWord) words += 1;
    isInWord = letter;
  }
  if (han === 0 && words === 0) return fallback;
  return han >= words ? 'zh-CN' : 'en';
}
