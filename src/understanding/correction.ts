/** Messages that correct what was said before: 「不是这个月,是上个月」「我问的是流量」, "no, I meant last month". */
import type { Found } from './entities/found.js';

export interface Correction {
  readonly kind: 'slot' | 'intent';
  /** What is meant instead, in the message. */
  readonly start: number;
  readonly end: number;
  /** What is taken back, if it is said: entities there do not count. */
  readonly dropped: { readonly start: number; readonly end: number } | null;
}

interface Rule {
  readonly pattern: RegExp;
  /** Which group holds what is meant and which what is taken back. */
  readonly meant: number;
  readonly dropped: number;
  /** What shows in the part that is meant that it is a story and no correction. */
  readonly unless?: RegExp;
}

/** "I asked for cash but I did not get all of it". */
const TOLD_ON = /\b(?:but|and|yet) (?:i|it|they|you|he|she|we|the|still|nothing|nobody|no one|never|was|got|ended up)\b/u;
const LEAD = '^(?:不对|不是的?,|错了|错啦|哎|诶|唉|喂|哦|噢|呃|嗯|那个|不好意思|我|说错了?|搞错了?|弄错了?|打错了?|更正一下|[,.! ])*';
const RULES: readonly Rule[] = [
  { pattern: new RegExp(`${LEAD}(?:(?:问|说|要|查|讲|指|想问|想查|要查|要问|想要)的)?(?:不是|唔系|并不是|不要|不查|不问)(?!说好|吧|吗)([^,.!?;]{1,14}?)[,.;! ]*(?:我?(?:问|说|要|查|讲|指|想问|想查|要查|要问)的)?我?(?:而是|是|系|要的?是|查的?是|问的?是|要查|想查|要问|想问|要|查)([^吗?]{1,40})$`, 'u'), meant: 2, dropped: 1 },
  { pattern: new RegExp(`${LEAD}(?:(?:问|说|要|查|讲|指|想问|想查)的)?是([^,.!?;]{1,14}?)[,.; ]*(?:而)?不是([^吗?,.]{1,16})[,.! ]*$`, 'u'), meant: 1, dropped: 2 },
  { pattern: /^(?:不对|不是|错了|哎|诶|不|喂|哦|no|你(?:听|理解|搞|弄)错了|[,.! ])*我(?:刚才|刚刚|明明|是|其实|现在)?(?:问|说|要|查|讲|指|想问|想查|要查|要问|想要|问你)的(?:是|就是|系|明明是)([^?]{1,40})$/u, meant: 1, dropped: 0 },
  { pattern: /^(?:不对|不是的?|错了|错啦|你(?:听|理解|搞|弄)错了|(?:我)?(?:说|打|搞|弄|讲|写)错了|更正一下|纠正一下)[啊哈了呀吧]*[,.!; ]+(?:应该)?(?:是|要|系)?([^?]{1,40})$/u, meant: 1, dropped: 0 },
  { pattern: /^(?:no|nope|sorry|wait|wrong|hang on|actually|oops|not that|[,.! ])*(?:i )?(?:(?:did not|didn't|don't|do not) (?:mean|want|ask (?:for|about)) )?\bnot (?:about |for )?(?:my |the )?([^,.;]{2,24}?)(?:[,.;-]+ ?| (?=but ))(?:but |i meant |i mean |it's |it is |rather )?(?:my |the )?([^?]{2,40})$/u, meant: 2, dropped: 1 },
  { pattern: /^(?:no|nope|sorry|wait|wrong|hang on|actually|oops|[,.! ])*(?:what )?i(?:'m| am| was)? ?(?:actually )?(?:meant|mean|said|asked|asking|talking|wanted)(?: for| about| to say)?\b[:, ]+(?:about |my |the )?([^?,.; ][^?,.;]{1,39}?)[,.; ]+(?:and )?not (?:about |for |my |the )*([^?,.;]{2,30})[.! ]*$/u, meant: 1, dropped: 2 },
  { pattern: /^(?:no|nope|sorry|wait|wrong|hang on|actually|oops|[,.! ])*(?:what )?i(?:'m| am| was)? ?(?:actually )?(?:meant|mean|said|asked|asking|talking|wanted|want to know|referring)(?: for| about| to say| to| was| is)?\b[:, ]+(?:about |my |the )?([^?]{2,60})$/u, meant: 1, dropped: 0, unless: TOLD_ON },
  { pattern: /^(?:no|nope|wrong|oops|not that(?: one)?|that's wrong|that is wrong|sorry,? (?:wrong|my mistake))[,.!; -]+(?:i meant |it's |it is |make it |the |my )?([^?]{2,40})$/u, meant: 1, dropped: 0 },
  { pattern: /^(?:actually|sorry|make (?:it|that)|i mean)[,: -]*(?:make (?:it|that) )?([^?]{2,30}?)(?: instead| rather)?$/u, meant: 1, dropped: 0 },
];

export function findCorrection(folded: string, entities: readonly Pick<Found, 'start' | 'end'>[]): Correction | null {
  if (folded.length > 80) return null;
  for (const [index, rule] of RULES.entries()) {
    const match = rule.pattern.exec(folded);
    if (match === null || rule.unless?.test(match[rule.meant] ?? '') === true) continue;
    const meant = spanOf(folded, match, rule.meant);
    if (meant === null) continue;
    const kind = isValue(folded, meant, entities) ? 'slot' : 'intent';
    // The last rule is too weak a sign to change the need by itself.
    if (index === RULES.length - 1 && kind === 'intent') continue;
    return { kind, ...meant, dropped: rule.dropped === 0 ? null : spanOf(folded, match, rule.dropped) };
  }
  return null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A group is looked for from the end or from the start, on the side of the pattern where it stands. */
function spanOf(folded: string, match: RegExpExecArray, group: number): Span | null {
  const text = match[group];
  if (text === undefined || text.trim() === '') return null;
  const isLast = match[0].endsWith(text);
  const start = isLast ? match.index + match[0].length - text.length : folded.indexOf(text, match.index);
  return { start, end: start + text.length };
}

const SMALL_WORDS = /[的了吧啊呀呢哈哦嘛么那个是要查看一下给我帮份 ,.!]|\b(?:the|my|for|of|in|it|is|one|plan|please|on|to|a|bill)\b/gu;

/** Only a value is left when the entities are taken out: it corrects a slot, not the need. */
function isValue(folded: string, span: Span, entities: readonly Pick<Found, 'start' | 'end'>[]): boolean {
  const inside = entities.filter((entity) => entity.start >= span.start && entity.end <= span.end);
  if (inside.length === 0) return false;
  let rest = '';
  for (let index = span.start; index < span.end; index += 1) {
    if (inside.every((entity) => index < entity.start || index >= entity.end)) rest += folded.charAt(index);
  }
  return rest.replace(SMALL_WORDS, '').length <= 2;
}
