/** Answers in generated words from found passages: streamed, guarded sentence by sentence, cited, or not at all. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import type { LanguageModel } from '../ports/language-model.js';
import { CitationMarks, withoutMarks } from './citation-marks.js';
import { Guard } from './guard/guard.js';
import type { RefusalReason, Verdict } from './guard/guard.js';
import type { Grounds } from './guard/grounds.js';
import { isInOtherLanguage } from './guard/language.js';
import { SentenceGate } from './guard/sentence-gate.js';
import type { Draft, ModelTurn } from './model-turn.js';
import { groundedPrompt, groundedQuestion, saysUnknown } from './prompts.js';

const MOST_TOKENS = 500;
const MOST_CHARS = 900;

export interface GroundedDeps {
  readonly model: LanguageModel;
  /** Names of plans and products there are. */
  readonly names: () => Promise<readonly string[]>;
  readonly allowedHosts: readonly string[];
  readonly onWithheld: (reason: RefusalReason | 'uncited') => void;
}

export interface GroundedQuestion {
  readonly text: string;
  readonly locale: Locale;
  readonly passages: readonly Passage[];
  readonly turn: ModelTurn;
}

export interface GeneratedAnswer {
  /** Of the message whose pieces were already shown. */
  readonly id: string;
  readonly text: string;
  readonly passageIds: readonly string[];
}

export class GroundedComposer {
  constructor(private readonly deps: GroundedDeps) {}

  /** Null when the passages do not say, the model failed, or the guard kept it back: then nothing of it stays on the screen. */
  async compose(question: GroundedQuestion): Promise<GeneratedAnswer | null> {
    const { turn, passages } = question;
    if (!turn.mayAsk || passages.length === 0) return null;
    await turn.recorded();
    const writing = new Writing(new CitationMarks(passages), turn.draft());
    const system = groundedPrompt(question.locale);
    const guard = new Guard(await this.#grounds(question, system));
    const limit = turn.limit();
    const gate = new SentenceGate({
      judge: (sentence) => judged(withoutMarks(sentence), { guard, question }),
      restore: (sentence) => turn.masking.restore(sentence),
      onSentence: (sentence) => {
        limit.shown();
        writing.add(sentence);
      },
      mostChars: MOST_CHARS,
    });
    try {
      const content = groundedQuestion(passages, turn.masking.mask(question.text), turn.background());
      const first = Math.max(0, turn.leftMs);
      const request = { errand: turn.errand('answer'), system, messages: [{ role: 'user' as const, content }], maxTokens: MOST_TOKENS, withinMs: { first }, signal: limit.signal };
      await this.deps.model.complete(request, (piece) => {
        if (!gate.push(piece)) limit.stop();
      });
    } catch {
      return this.#takenBack(writing, gate.cut().refused);
    } finally {
      limit.close();
    }
    const { refused } = gate.end();
    if (refused !== null) return this.#takenBack(writing, refused);
    if (writing.isUnknown) return writing.isShown ? this.#takenBack(writing, null) : null;
    return writing.finished() ?? this.#takenBack(writing, 'uncited');
  }

  async #grounds({ locale, passages, turn }: GroundedQuestion, system: string): Promise<Grounds> {
    const names = await this.deps.names().catch(() => []);
    return {
      ...{ locale, passages, names },
      today: turn.today,
      toolResults: [],
      allowedHosts: this.deps.allowedHosts,
      recorded: new Set(turn.msisdn === null ? [] : (['signed-in'] as const)),
      ownMsisdn: turn.msisdn,
      secrets: [system],
    };
  }

  #takenBack(writing: Writing, reason: RefusalReason | 'uncited' | null): null {
    // "Empty" is what a failed call leaves behind, and is counted as the failure that it is.
    if (reason !== null && reason !== 'empty') this.deps.onWithheld(reason);
    writing.draft.cancel();
    return null;
  }
}

function judged(sentence: string, { guard, question: { turn, locale } }: { readonly guard: Guard; readonly question: GroundedQuestion }): Verdict {
  if (turn.masking.hasForeign(sentence)) return { isShown: false, reason: 'foreign-data' };
  return !saysUnknown(sentence) && isInOtherLanguage(sentence, locale) ? { isShown: false, reason: 'language' } : guard.judge(sentence);
}

/** The answer as it grows on the screen. */
class Writing {
  #text = '';
  isUnknown = false;
  isShown = false;

  constructor(
    private readonly marks: CitationMarks,
    readonly draft: Draft,
  ) {}

  add(sentence: string): void {
    const numbered = this.marks.numbered(sentence);
    this.#text += numbered;
    this.isUnknown ||= saysUnknown(sentence);
    if (this.isUnknown || numbered === '') return;
    this.isShown = true;
    this.draft.show(numbered);
  }

  /** Null when nothing says where it is from. */
  finished(): GeneratedAnswer | null {
    const ending = this.marks.cited.length > 0 ? '' : this.marks.attributed(this.#text);
    if (ending === null) return null;
    return { id: this.draft.id, text: `${this.#text.trim()}${ending}`, passageIds: this.marks.cited.map(({ id }) => id) };
  }
}
