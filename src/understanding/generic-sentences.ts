/** Everything that ships to show a model what is none of its business. */
import { GENERIC_EN } from './generic-en.js';
import { GENERIC_ZH } from './generic-zh.js';

export function linesOf(block: string): string[] {
  return block
    .split(/[|\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const GENERIC_SENTENCES: readonly string[] = [...linesOf(GENERIC_ZH), ...linesOf(GENERIC_EN)];
