/** Names and characteristics as the Open APIs carry them. */
import type { Localised } from '../../../domain/locale.js';
import type { Characteristics, Named } from './shapes.js';

/** One name serves both languages where the system knows no second. */
export function nameOf({ name, names }: Named, otherwise: string): Localised {
  return names === undefined ? { 'zh-CN': name ?? otherwise, en: name ?? otherwise } : { 'zh-CN': names['zh-CN'], en: names.en };
}

export function characteristic(list: Characteristics, name: string): string | null {
  return list.find((entry) => entry.name === name)?.value ?? null;
}

export const isTrue = (text: string | null): boolean => text === 'true' || text === '1' || text === 'yes';

/** The text when it is one of the words, else the other word. */
export function oneOf<Word extends string>(words: readonly Word[], text: string | null | undefined, otherwise: Word): Word {
  return words.find((word) => word === text) ?? otherwise;
}
