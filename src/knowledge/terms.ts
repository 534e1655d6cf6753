/** Texts as the terms they are found by: pairs of Chinese characters, stemmed English words, numbers. */
import { heardOnce } from '../domain/heard.js';
import { fold } from '../understanding/fold.js';
import { stem } from '../understanding/stem.js';
import { SYNONYMS } from './synonyms.js';

const RUNS = /\p{Script=Han}+|[a-z0-9][a-z0-9.+'-]*/gu;

/** Words that ask, order or fill, in either language: they say nothing about which article answers. */
const ENGLISH_STOP = new Set(
  `a an the i me my we us our you your it its he she they them this that these those is are am was were be been do does did done doing have has had
  can could would will shall should may might must to of in on at for from by with as and or but if so not no yes what which who whom how when where why
  there here any some all just only also too very please want need like get got know tell about into out up off than then now more much many
  i'm i've don't can't it's what's`.split(/\s+/),
);

const CHINESE_STOP = new RegExp(
  [
    '怎么(样|办|弄|搞|回事|能|才|会)?|咋(办|弄|整|回事)?|如何|为什么|为啥|什么(时候)?|啥(时候)?|哪(里|儿|个|些|种)|几时|多久|多长时间|多少|几个|是不是|能不能|可不可以|可以|能否|会不会|有没有',
    '请问|帮(我|忙)|麻烦|想(要|问|知道)?|我(们|的)?|你(们|的)?|他(们|的)?|她(们|的)?|这(个|种|样|边|里)?|那(个|种|样|边|里)?|一下|一个|一点|的话|如果|因为|所以|但是|而且|还是|还有|就是|不是|已经|现在|刚才|刚刚|一直|老是|总是|突然',
    // Not where they are half of a word: 过户, 会员, 到账, 地址.
    '吗|呢|吧|啊|呀|哦|嘛|了(?!解)|的|地(?![址区方图])|得|着(?!急)|过(?![户期滤])|是|在(?![线网])|有(?!效)|要|会(?![员议])|能|也|都|就|才|又|再|还(?![款机])|很|太|把|被|给|让|跟|和|与|及(?!时)|或|对(?![账方公])|向|从|到(?![账帐期])',
  ].join('|'),
  'gu',
);


/** Terms in order, with repetition, for counting. */
export function termsOf(text: string): string[] {
  const found: string[] = [];
  for (const [run] of fold(text).matchAll(RUNS)) {
    if (run.charCodeAt(0) > 0x2e80) pairs(run, found);
    else word(run, found);
  }
  return found;
}

/** A word of the question that has others of its meaning, each as the terms it is found by. */
export interface Sense {
  readonly spoken: readonly string[];
  readonly others: readonly (readonly string[])[];
}

const LATIN = /[a-z0-9]/;
const SENSES = SYNONYMS.map((words) => words.map((word) => ({ sought: LATIN.test(word) ? ` ${word} ` : word, sense: senseOf(word, words) })));

function senseOf(word: string, words: readonly string[]): Sense {
  return { spoken: termsOf(word), others: words.filter((other) => other !== word).map(termsOf) };
}

interface Sought {
  readonly words: number;
  readonly place: number;
  readonly sought: string;
}

/** By their first two characters. */
const BEGINNING = begun();

function begun(): ReadonlyMap<string, readonly Sought[]> {
  const beginning = new Map<string, Sought[]>();
  for (const [words, all] of SENSES.entries()) {
    for (const [place, { sought }] of all.entries()) {
      const start = sought.slice(0, 2);
      beginning.set(start, [...(beginning.get(start) ?? []), { words, place, sought }]);
    }
  }
  return beginning;
}

/** Words of the question that the articles may have under another name. */
export const sensesOf = heardOnce((question): readonly Sense[] => {
  const folded = ` ${fold(question).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  // Of words that mean the same the first one counts.
  const first = new Map<number, number>();
  const look = (start: string, at: number): void => {
    for (const { words, place, sought } of BEGINNING.get(start) ?? []) {
      if (place < (first.get(words) ?? Infinity) && folded.startsWith(sought, at)) first.set(words, place);
    }
  };
  for (let at = 0; at < folded.length; at += 1) {
    look(folded.charAt(at), at);
    if (at + 2 <= folded.length) look(folded.slice(at, at + 2), at);
  }
  return [...first].sort(([one], [other]) => one - other).flatMap(([words, place]) => SENSES[words]?.[place]?.sense ?? []);
});

/** Of a question: what only asks or fills is left out, unless nothing else is there. */
export function questionTerms(text: string): readonly string[] {
  const folded = fold(text);
  const bare = folded.replace(CHINESE_STOP, ' ');
  const terms = new Set(termsOf(bare));
  return terms.size > 0 ? [...terms] : [...new Set(termsOf(folded))];
}

function pairs(run: string, into: string[]): void {
  if (run.length === 1) into.push(run);
  for (let at = 0; at + 2 <= run.length; at += 1) into.push(run.slice(at, at + 2));
}

function word(run: string, into: string[]): void {
  const plain = run.replace(/^[.'+-]+|[.'-]+$/g, '');
  if (plain === '' || ENGLISH_STOP.has(plain)) return;
  into.push(stem(plain.replace(/'s$/, '')));
}

const COMMON = new Set([...'的了吗呢吧啊我你他她们是在有怎么样什哪这那个能可以要想不没会就都也还和跟把被给到去来多少一下请问办']);
const IS_HAN = /\p{Script=Han}/u;

/** Single Chinese characters that carry meaning: short questions often share no pair with an article, but its characters. */
export function charactersOf(text: string): ReadonlySet<string> {
  return new Set([...fold(text)].filter((character) => IS_HAN.test(character) && !COMMON.has(character)));
}
