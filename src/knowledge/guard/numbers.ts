/** Numbers in every spelling a model may choose: 1,280 and 1.28k, 一千二百八十, twenty-five, 1.2万. */
import { ENGLISH_NUMBER, HAN_NUMBER, englishNumberOf, numberOf } from '../../understanding/entities/numerals.js';

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, k: 1e3, w: 1e4, 千: 1e3, 百: 100 };
/** Digits as they are grouped here: "1,280", "1 280" is two numbers. */
const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const HAN = `${HAN_NUMBER}+(?:点[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖]+)?`;

/** One capture group's worth of any number; the scale is part of it. */
export const ANY_NUMBER = `(?:${DIGITS}(?: ?[万亿]|[kw千百](?![a-z兆瓦]))?|${HAN}|${ENGLISH_NUMBER})`;
export const DIGIT_NUMBER = `(?:${DIGITS}(?: ?[万亿]|[kw](?![a-z]))?)`;
export const HAN_ONLY = `(?:${HAN})`;
export const ENGLISH_ONLY = ENGLISH_NUMBER;

export function valueOf(text: string): number | null {
  const plain = text.trim();
  if (/^[a-z]/u.test(plain)) return englishNumberOf(plain.replace(/^a /u, ''));
  const scaled = /^([\d,.]+) ?([万亿kw千百])$/u.exec(plain);
  if (scaled) {
    const value = numberOf(scaled[1] ?? '');
    return value === null ? null : value * (SCALES[scaled[2] ?? ''] ?? 1);
  }
  return numberOf(plain);
}
