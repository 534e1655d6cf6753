/** Hears what is asked on in few words that name nothing, once for each text: the rules and the articles look at what was heard. Pure. */
import { ASKED_KINDS } from '../domain/asked.js';
import type { Asked, AskedKind } from '../domain/asked.js';
import { ASKED_WORDS, FILLERS } from './asked-words.js';
import { plainly } from './plainly.js';

type Tongue = keyof typeof FILLERS;

/** In characters; what is longer names something. */
const LONGEST = { zh: 30, en: 60 } as const;
const NONE: Asked = [];

type Listened = readonly (readonly [AskedKind, RegExp])[];

/** Some of what stands alone, and one look that tells whether any of them does. */
interface Group {
  readonly any: RegExp;
  readonly each: Listened;
}

/** What is looked for anywhere, what stands alone, and one look that tells whether any of the latter does: most messages name something. */
interface Heard {
  readonly within: Listened;
  readonly alone: readonly Group[];
  readonly any: RegExp;
}

/** In a group; all of them one by one would take most of the time. */
const IN_GROUP = 10;

const HEARD: Readonly<Record<Tongue, Heard>> = { zh: heardIn('zh'), en: heardIn('en') };

function heardIn(tongue: Tongue): Heard {
  const words = ASKED_KINDS.flatMap((kind) => (ASKED_WORDS[kind][tongue] === undefined ? [] : [[kind, ASKED_WORDS[kind][tongue]] as const]));
  const alone = words.flatMap(([kind, said]) => (typeof said === 'string' ? [[kind, said] as const] : []));
  const groups = Array.from({ length: Math.ceil(alone.length / IN_GROUP) }, (_none, index) => alone.slice(index * IN_GROUP, (index + 1) * IN_GROUP));
  return {
    within: words.flatMap(([kind, said]) => (typeof said === 'string' ? [] : [[kind, said] as const])),
    alone: groups.map((group) => ({ any: anyOf(tongue, group.map(([, said]) => said)), each: group.map(([kind, said]) => [kind, anyOf(tongue, [said])] as const) })),
    any: anyOf(tongue, alone.map(([, said]) => said)),
  };
}

/** What begins with ^ is all that is said; the rest stands between the fillers. */
function anyOf(tongue: Tongue, said: readonly string[]): RegExp {
  const [lead, end] = FILLERS[tongue];
  const led = said.filter((one) => !one.startsWith('^'));
  const whole = said.filter((one) => one.startsWith('^'));
  return new RegExp([...(led.length === 0 ? [] : [`^${lead}(?:${led.join('|')})${end}$`]), ...whole].join('|'), 'u');
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
  const found = within.flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind] : []));
  if (!any.test(plain)) return found;
  const standing = alone.flatMap((group) => (group.any.test(plain) ? group.each.flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind] : [])) : []));
  return [...standing, ...found];
}
