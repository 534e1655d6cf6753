/** Has a language model sum a conversation up for staff: what it says was done must have been said or recorded, and whatever does not stand is no summary at all. */
import type { Locale } from '../domain/locale.js';
import type { GuardedWriter } from './guarded-writer.js';
import type { RefusalReason } from './guard/guard.js';
import type { Recorded } from './guard/grounds.js';
import { legible } from './guard/legible.js';
import { breachOf } from './guard/manners.js';
import { claimsIn, unrecordedClaim } from './guard/promises.js';
import { FENCED, LANGUAGES } from './prompts.js';

/** One line of the talk. */
export interface SaidLine {
  readonly by: 'subscriber' | 'house';
  readonly text: string;
}

export interface SummaryWish {
  readonly conversationId: string;
  readonly locale: Locale;
  /** What was made of everything before; null at the beginning. */
  readonly before: string | null;
  readonly lines: readonly SaidLine[];
  /** Acts that the record knows of. */
  readonly recorded: ReadonlySet<Recorded>;
  readonly signal?: AbortSignal;
}

const MOST_TOKENS = 400;
const MOST_CHARS = 700;
const WITHIN_MS = 8000;
/** Told as the subscriber's own words. */
const AS_TOLD = /(?:客户|用户|对方)[^。！？;\n]{0,8}?(?:说|称|表示|反映|反馈|提到|认为|问|自述|要求|希望|想)|\b(?:customer|subscriber)\b[^.!?;\n]{0,20}?\b(?:says?|said|reports?|reported|claims?|claimed|states?|stated|mentions?|mentioned|asks?|asked|believes?|wants?|wanted|complains?|complained)\b/iu;

export class SummaryWriter {
  constructor(private readonly writer: GuardedWriter) {}

  /** Rejects with `ProductError('unavailable')` or `ModelFailure` when the model fails or the guard keeps it back. */
  async write({ conversationId, locale, before, lines, recorded, signal }: SummaryWish): Promise<string> {
    const earlier = before === null ? [] : [['summary', before] as const];
    const data = [...earlier, ['conversation', lines.map(({ by, text }) => `${SPEAKERS[by]}: ${text}`).join('\n')] as const];
    const alsoJudged = judging({ before, lines, recorded });
    const writing = { purpose: 'summary' as const, conversationId, system: prompt(locale), data, maxTokens: MOST_TOKENS, locale, reader: 'staff' as const, withinMs: WITHIN_MS, isKept: true, alsoJudged };
    const text = await this.writer.write(signal ? { ...writing, signal } : writing);
    return text.trim();
  }
}

const SPEAKERS: Readonly<Record<SaidLine['by'], string>> = { subscriber: 'Customer', house: 'Service' };

function prompt(locale: Locale): string {
  return [
    'You sum up, for the service agent who takes over, what has been said between a customer and the service of Jiebang Telecom (接棒通信).',
    'Say in this order: what the customer wants, what matters about it, what was tried or agreed and how it came out, what is still open.',
    `Write ${LANGUAGES[locale]}, plain sentences without headings or lists, at most five and at most 300 characters. Call them ${locale === 'en' ? '“the customer”' : '「客户」'} and nothing else.`,
    'A summary of everything before may stand first: carry on from it, and leave out what no longer matters.',
    'Report only what was said. Add no advice, no judgement and no guess; say of whatever the customer only claims that they say so. Copy figures, dates and names exactly; calculate nothing. Placeholders such as [PHONE-1] stay as they are.',
    FENCED,
  ].join('\n');
}

/** What the service is told to have done must have been said by it or recorded; what only the customer says is told as such. */
function judging({ before, lines, recorded }: Pick<SummaryWish, 'before' | 'lines' | 'recorded'>): (sentence: string) => RefusalReason | null {
  const claimedBy = (by: SaidLine['by']) => lines.filter((line) => line.by === by).flatMap(({ text }) => [...claimsIn(legible(text).text)]);
  const known = new Set<Recorded>([...recorded, ...claimedBy('house'), ...claimsIn(legible(before ?? '').text)]);
  const told = new Set<Recorded>([...known, ...claimedBy('subscriber')]);
  let length = 0;
  return (sentence) => {
    length += sentence.length;
    if (length > MOST_CHARS) return 'too-long';
    const { text } = legible(sentence);
    const breach = breachOf(text);
    if (breach === 'unbound' || breach === 'asks-secret') return breach;
    return unrecordedClaim(text, AS_TOLD.test(text) ? told : known) === null ? null : 'promise';
  };
}
