/** Has a language model write something for staff: what is personal is masked before, the guard stands behind, and what it keeps back is no text at all. */
import { dayOf } from '../domain/calendar.js';
import { ProductError } from '../domain/errors.js';
import type { Locale } from '../domain/locale.js';
import type { Clock } from '../ports/clock.js';
import type { CompletionRequest, LanguageModel } from '../ports/language-model.js';
import { Guard } from './guard/guard.js';
import type { RefusalReason } from './guard/guard.js';
import type { Grounds, Recorded } from './guard/grounds.js';
import { hasPlaceholder, Masking } from './guard/masking.js';
import { sentenceEnd } from './guard/sentence-end.js';
import { fenced, UNKNOWN } from './prompts.js';

export interface WriterDeps {
  readonly model: LanguageModel;
  readonly clock: Clock;
  /** Names of plans and products there are. */
  readonly names: () => Promise<readonly string[]>;
  readonly allowedHosts: readonly string[];
  readonly onWithheld: (reason: RefusalReason) => void;
}

export interface Writing {
  readonly purpose: CompletionRequest['errand']['purpose'];
  readonly conversationId: string | null;
  readonly system: string;
  /** Tag and text: all that the model is given, and all that its text may stand on. */
  readonly data: readonly (readonly [string, string])[];
  readonly maxTokens: number;
  readonly locale?: Locale;
  /** What else each sentence has to bear, whatever the guard says of it. */
  readonly alsoJudged?: (sentence: string) => RefusalReason | null;
  /** Kept in the record: what identifies somebody comes back in part only. */
  readonly isKept?: boolean;
  /** `subscriber`: meant to be sent on, so it may promise nothing. */
  readonly reader: 'staff' | 'subscriber';
  readonly withinMs?: number;
  readonly signal?: AbortSignal;
}

const NOTHING_RECORDED: ReadonlySet<Recorded> = new Set();
const HOST = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/giu;

export class GuardedWriter {
  constructor(private readonly deps: WriterDeps) {}

  /** Rejects with `ProductError('unavailable')` when the model fails or the guard keeps its text back. */
  async write(writing: Writing): Promise<string> {
    const { written, masking, judge } = await this.#written(writing);
    const reason = written === '' ? 'empty' : masking.hasForeign(written) ? 'foreign-data' : (sentencesOf(written).map(judge).find((breach) => breach !== null) ?? null);
    if (reason === null) return writing.isKept === true ? masking.restoreInPart(written) : masking.restore(written);
    this.deps.onWithheld(reason);
    throw new ProductError('unavailable', 'what the model wrote was kept back');
  }

  /** For texts about nobody: each sentence by itself, without those that the guard keeps back or that hold something personal. Rejects like `write` when nothing stands. */
  async writeWhatStands(writing: Writing): Promise<{ readonly text: string; readonly withheld: number }> {
    const { written, judge } = await this.#written(writing);
    const sentences = sentencesOf(written);
    const standing = sentences.filter((sentence) => {
      const reason = hasPlaceholder(sentence) ? 'foreign-data' : judge(sentence);
      if (reason !== null) this.deps.onWithheld(reason);
      return reason === null;
    });
    const text = standing.join('').trim();
    if (text === '') throw new ProductError('unavailable', 'nothing the model wrote stands');
    return { text, withheld: sentences.length - standing.length };
  }

  async #written(writing: Writing): Promise<{ written: string; masking: Masking; judge: (sentence: string) => RefusalReason | null }> {
    const { purpose, conversationId, system, data, maxTokens, withinMs, signal } = writing;
    const masking = new Masking();
    const content = data.map(([tag, text]) => fenced(tag, masking.mask(text))).join('\n\n');
    const request = { errand: { purpose, conversationId }, system, messages: [{ role: 'user' as const, content }], maxTokens };
    const limits = { ...(withinMs === undefined ? {} : { withinMs: { end: withinMs } }), ...(signal ? { signal } : {}) };
    const { text } = await this.deps.model.complete({ ...request, ...limits });
    const guard = new Guard(await this.#grounds(writing, content));
    const judge = (sentence: string): RefusalReason | null => {
      const verdict = writing.reader === 'staff' ? guard.judgeForStaff(sentence) : guard.judge(sentence);
      return verdict.isShown ? (writing.alsoJudged?.(sentence) ?? null) : verdict.reason;
    };
    const written = withoutFence(text, data.map(([tag]) => tag));
    return { written: saysItCannot(written) ? '' : written, masking, judge };
  }

  async #grounds({ locale = 'zh-CN', system }: Writing, content: string): Promise<Grounds> {
    const names = await this.deps.names().catch(() => []);
    return {
      ...{ locale, names, passages: [], toolResults: [content], recorded: NOTHING_RECORDED, ownMsisdn: null, secrets: [system] },
      today: dayOf(this.deps.clock.now()),
      allowedHosts: [...this.deps.allowedHosts, ...(content.match(HOST) ?? [])],
    };
  }
}

/** The word by which a model is to say that it has no answer is none, asked for or not. */
function saysItCannot(text: string): boolean {
  return text.replace(/[\s\p{P}]+/gu, '') === UNKNOWN;
}

function withoutFence(text: string, tags: readonly string[]): string {
  const [first = 'text'] = tags;
  return text.replace(new RegExp(`^\\s*<${first}>\\s*|\\s*</${first}>\\s*$`, 'gu'), '').trim();
}

function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = Math.max(1, sentenceEnd(rest, true) ?? rest.length);
    sentences.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return sentences;
}
