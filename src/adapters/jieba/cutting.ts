/** Loads the dictionary, which takes a while, and cuts texts by it. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { TRADE_WORDS } from './trade-words.js';

const WORD = /[\p{L}\p{N}]+/gu;

export type Cut = (text: string) => readonly string[];

/** `names`: what the operator calls its plans and products. */
export function loadCutting(names: readonly string[]): Cut {
  const jieba = Jieba.withDict(dict);
  const own = [...new Set([...TRADE_WORDS, ...names.flatMap(wordsIn)])];
  jieba.loadDict(Buffer.from(own.map((word) => `${word} 100000 n`).join('\n')));
  return (text) => jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true).flatMap(wordsIn);
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
