/** Hears what is asked on in few words that name nothing, once for each text: the rules and the articles look at what was heard. Pure. */
import { ASKED_KINDS } from '../domain/asked.js';
import type { Asked, AskedKind } from '../domain/asked.js';
import { ASKED_WORDS, FILLERS } from './asked-words.js';
import { plainly } from './plainly.js';

type Tongue = keyof typeof FILLERS;

/** In characters; what is longer names something. */
const LONGEST = { zh: 30, en: 60 } as const;
const PATTERNS = { zh: patternsOf('zh'), en: patternsOf('en') };
const NONE: Asked = [];

function patternsOf(tongue: Tongue): readonly (readonly [AskedKind, RegExp])[] {
  const [lead, end] = FILLERS[tongue];
  return ASKED_KINDS.flatMap((kind) => {
    const words = ASKED_WORDS[kind][tongue];
    if (words === undefined) return [];
    if (typeof words !== 'string') return [[kind, words] as const];
    return [[kind, new RegExp(words.startsWith('^') ? words : `^${lead}(?:${words})${end}$`, 'u')] as const];
  });
}

/** As the patterns see it: one case, no mark at the end, dialect put plainly; in Chinese no gaps either. */
export function plainOf(text: string): string {
  const said = isChinese(text) ? plainly(text).replace(/[\s,，、]+/gu, '') : text.normalize('NFKC').replace(/[’‘]/gu, "'").replace(/[\s,]+/gu, ' ');
  return said.toLowerCase().trim().replace(/[\p{P}\p{S}\s]+$/gu, '');
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

export function askedIn(text: string): Asked {
  if (text.length > LONGEST.en) return NONE;
  const tongue = isChinese(text) ? 'zh' : 'en';
  const plain = plainOf(text);
  return plain === '' || plain.length > LONGEST[tongue] ? NONE : PATTERNS[tongue].flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind] : []));
}
