/** Streamed pieces in, whole guarded sentences out: nothing leaves that was not judged, and after the first refusal nothing leaves at all. */
import type { RefusalReason, Verdict } from './guard.js';
import { sentenceEnd } from './sentence-end.js';

/** What came of a stream. `shown` is all that left, in order, exactly as the model wrote it. */
export interface GateResult {
  readonly shown: string;
  /** Null when every sentence passed and nothing was left over. */
  readonly refused: RefusalReason | null;
}

export interface GateOptions {
  readonly judge: (sentence: string) => Verdict;
  /** Gets what may be shown at once. */
  readonly onSentence?: (text: string) => void;
  /** All that may leave, in characters. */
  readonly mostChars?: number;
  /** Puts back what was masked, before the sentence is judged. */
  readonly restore?: (sentence: string) => string;
}

const MOST_CHARS = 1600;
/** A unit that does not end within this many characters is refused. */
const LONGEST_UNIT = 900;

export class SentenceGate {
  private pending = '';
  private shown = '';
  private refused: RefusalReason | null = null;

  constructor(private readonly options: GateOptions) {}

  /** False once nothing more can leave: whoever streams may stop. */
  push(piece: string): boolean {
    if (this.refused !== null) return false;
    this.pending += piece;
    this.release(false);
    return this.refused === null;
  }

  /** The stream ended as it should: what is left is the last sentence. */
  end(): GateResult {
    if (this.refused === null) this.release(true);
    return this.result();
  }

  /** The stream was cut: what is left is half a sentence and never shown. */
  cut(): GateResult {
    this.pending = '';
    return this.result();
  }

  private result(): GateResult {
    const isEmpty = this.shown.trim() === '' && this.refused === null;
    return { shown: this.shown.trimEnd(), refused: isEmpty ? 'empty' : this.refused };
  }

  private release(isLast: boolean): void {
    while (this.refused === null && this.pending !== '') {
      const end = sentenceEnd(this.pending, isLast);
      if (end === null || end > LONGEST_UNIT) {
        if (end !== null || this.pending.length > LONGEST_UNIT) this.refuse('too-long');
        return;
      }
      const sentence = this.pending.slice(0, end);
      this.pending = this.pending.slice(end);
      this.pass(sentence);
    }
  }

  private pass(masked: string): void {
    const sentence = this.options.restore?.(masked) ?? masked;
    if (this.shown.length + sentence.length > (this.options.mostChars ?? MOST_CHARS)) {
      this.refuse('too-long');
      return;
    }
    const verdict = this.options.judge(sentence);
    if (!verdict.isShown) {
      this.refuse(verdict.reason);
      return;
    }
    this.shown += sentence;
    this.options.onSentence?.(sentence);
  }

  private refuse(reason: RefusalReason): void {
    this.refused = reason;
    this.pending = '';
  }
}
