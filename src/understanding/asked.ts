/** Hears what is asked on in few words that name nothing, once for each text: the rules and the articles look at what was heard. Pure. */
import { ASKED_KINDS } from '../domain/asked.js';
import type { Asked, AskedKind } from '../domain/asked.js';
import { ASKED_WORDS, FILLERS } from './asked-words.js';
import { plainly } from './plainly.js';

type Tongue = keyof typeof FILLERS;

/** In characters; what is longer names something. */
const LONGEST = { zh: 30, en: 60 } as const;
const NONE: Asked = [];

/** What is looked for anywhere, what stands alone, and one look that tells whether any of the latter does: most messages name something. */
interface Heard {
  readonly within: readonly (readonly [AskedKind, RegExp])[];
  readonly alone: readonly (readonly [AskedKind, RegExp])[];
  readonly any: RegExp;
}

const HEARD: Readonly<Record<Tongue, Heard>> = { zh: heardIn('zh'), en: heardIn('en') };

function heardIn(tongue: Tongue): Heard {
  const [lead, end] = FILLERS[tongue];
  const words = ASKED_KINDS.flatMap((kind) => (ASKED_WORDS[kind][tongue] === undefined ? [] : [[kind, ASKED_WORDS[kind][tongue]] as const]));
  const led = words.flatMap(([, said]) => (typeof said === 'string' && !said.startsWith('^') ? [said] : []));
  const whole = words.flatMap(([, said]) => (typeof said === 'string' && said.startsWith('^') ? [said] : []));
  return {
    within: words.flatMap(([kind, said]) => (typeof said === 'string' ? [] : [[kind, said] as const])),
    alone: words.flatMap(([kind, said]) => (typeof said === 'string' ? [[kind, new RegExp(said.startsWith('^') ? said : `^${lead}(?:${said})${end}$`, 'u')] as const] : [])),
    any: new RegExp([`^${lead}(?:${led.join('|')})${end}$`, ...whole].join('|'), 'u'),
  };
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
  if (plain === '' || plain.length > LONGEST[tongue]) return NONE;
  const { within, alone, any } = HEARD[tongue];
  return [...(any.test(plain) ? alone : []), ...within].flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind] : []));
}
