/** Messages in languages the assistant does not speak: told by their writing, or by a few words of every day. Pure. */
import { hasHan, heardOnce } from '../domain/heard.js';

export type OtherLanguage = 'ja' | 'ko' | 'ru' | 'ar' | 'th' | 'fr' | 'es' | 'other';

const WRITING: readonly (readonly [OtherLanguage, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['other', /[\p{Script=Hebrew}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Armenian}\p{Script=Georgian}]/gu],
];
/** Words that English does not have; two of them, or one with marks of its own, are no slip. */
const WORDS: readonly (readonly [OtherLanguage, RegExp])[] = [
  ['fr', /\b(?:bonjour|merci|quel(?:le)?|est|mon|mes|je|vous|votre|combien|pourquoi|facture|forfait|solde|comment|avez|voudrais|reste)\b/giu],
  ['es', /[¿¡]|\b(?:hola|gracias|cu[aá]l|cu[aá]nto|saldo|mi|factura|quiero|por qu[eé]|c[oó]mo|necesito|tengo|datos|ayuda|puedo)\b/giu],
  ['other', /\b(?:guten|danke|bitte|wie viel|meine?|rechnung|guthaben|ol[aá]|obrigad[oa]|quanto|fatura|xin chào|bao nhiêu|tôi|saya|berapa|pulsa)\b/giu],
];
const LEAST_SHARE = 0.25;

/** A sign that is written in neither Chinese nor any Latin letters: most texts hold none. */
const OTHER_SIGN = /[^\p{Script=Han}\p{Script=Latin}\p{P}\p{S}\p{N}\s]/u;

function writtenIn(text: string): OtherLanguage | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return WRITING.find(([, signs]) => {
    const count = text.match(signs)?.length ?? 0;
    return count >= 2 && count / letters >= LEAST_SHARE;
  })?.[0] ?? null;
}

/** Null where Chinese or English is spoken, with a foreign sign among it for decoration. */
export const otherLanguageOf = heardOnce((text): OtherLanguage | null => {
  const written = OTHER_SIGN.test(text) ? writtenIn(text) : null;
  if (written !== null || hasHan(text)) return written;
  const spoken = text.split(/\s+/u).length;
  return WORDS.find(([, words]) => {
    const count = text.match(words)?.length ?? 0;
    return count >= 2 && count / spoken >= LEAST_SHARE;
  })?.[0] ?? null;
});
