/** What no intent and no article covers, for whoever is signed in: a language model looks at the account and prepares changes; guarded, and only a tap changes. */
import type { Locale } from '../domain/locale.js';
import type { ModelTurn } from '../knowledge/model-turn.js';
import { Guard } from '../knowledge/guard/guard.js';
import type { RefusalReason, Verdict } from '../knowledge/guard/guard.js';
import type { Grounds } from '../knowledge/guard/grounds.js';
import { isInOtherLanguage } from '../knowledge/guard/language.js';
import { SentenceGate } from '../knowledge/guard/sentence-gate.js';
import { FENCED, fenced, LANGUAGES, MANNERS, saysUnknown, UNKNOWN } from '../knowledge/prompts.js';
import type { ToolAssistant } from '../ports/tool-assistant.js';
import { accountTools } from './account-tools.js';
import type { AccountTools } from './account-tools.js';
import type { Means } from './means.js';
import { intentButtons, personButton, say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

const MOST_TOKENS = 400;
const MOST_CHARS = 700;
/** The figures behind the words, as the assistant's own cards. */
const MOST_NEXT = 2;

function prompt(locale: Locale, today: string): string {
  return [
    'You write for Xiaojie (小接), the automatic assistant of Jiebang Telecom (接棒通信), to one of its customers, who is signed in.',
    `Today is ${today}. Use the tools to look at the account of this customer; there is no other account. Answer from what they tell, and from nothing else.`,
    'When the customer wants a change, call the tool that prepares it: it shows a card, and only the customer can confirm it.',
    `Write ${LANGUAGES[locale]}, plain and warm, at most four short sentences.`,
    MANNERS,
    `If the tools do not answer the question, answer with the one word ${UNKNOWN}.`,
    FENCED,
  ].join('\n');
}

export interface AccountHelpDeps {
  readonly assistant: ToolAssistant;
  /** Names of plans and products there are. */
  readonly names: () => Promise<readonly string[]>;
  readonly allowedHosts: readonly string[];
  readonly onWithheld: (reason: RefusalReason) => void;
}

export class AccountHelp {
  constructor(private readonly deps: AccountHelpDeps) {}

  /** Null when nobody is signed in, the tools do not say, the model failed, or the guard kept it back: then nothing of it stays on the screen. */
  async answer(means: Means, work: Work): Promise<Outcome | null> {
    const { model: turn, locale, situation } = work;
    if (!turn?.mayAsk || turn.msisdn === null || situation.action) return null;
    await turn.recorded();
    const system = prompt(locale, turn.today);
    const offered = accountTools(means, work, (text) => turn.masking.mask(text));
    const answering = new Answering(turn, { offered, grounds: await this.#grounds(turn, locale, system) });
    const limit = turn.limit();
    try {
      const request = { errand: turn.errand('tools'), system, question: questionOf(work, turn), tools: offered.tools, maxTokens: MOST_TOKENS, signal: limit.signal };
      await this.deps.assistant.answer(request, (piece) => {
        if (!answering.push(piece)) limit.stop();
        else if (answering.isShown) limit.shown();
      });
    } catch {
      return offered.prepared ? answering.replacedBy(offered.prepared) : this.#takenBack(answering);
    } finally {
      limit.close();
    }
    if (offered.prepared) return answering.replacedBy(offered.prepared);
    const text = answering.whole();
    if (text === null) return this.#takenBack(answering);
    const buttons = [...intentButtons(work, offered.asked.slice(0, MOST_NEXT)), personButton(work)];
    return { messages: [{ ...say(work, text, { buttons }), ai: true, id: answering.id }], result: 'answered' };
  }

  async #grounds(turn: ModelTurn, locale: Locale, system: string): Promise<Grounds> {
    const names = await this.deps.names().catch(() => []);
    const { today, msisdn } = turn;
    return { locale, today, names, passages: [], toolResults: [], allowedHosts: this.deps.allowedHosts, recorded: new Set(['signed-in']), ownMsisdn: msisdn, secrets: [system] };
  }

  #takenBack(answering: Answering): null {
    if (answering.refused !== null && answering.refused !== 'empty') this.deps.onWithheld(answering.refused);
    answering.cancel();
    return null;
  }
}

function questionOf({ situation }: Work, turn: ModelTurn): string {
  return [...turn.background(), fenced('question', turn.masking.mask(situation.text))].join('\n\n');
}

interface Standing {
  readonly offered: AccountTools;
  readonly grounds: Grounds;
}

/** The answer as it grows: every sentence stands on what the tools have told by then. */
class Answering {
  readonly #turn: ModelTurn;
  readonly #draft: ReturnType<ModelTurn['draft']>;
  readonly #gate: SentenceGate;
  #guard: { readonly told: number; readonly guard: Guard } | null = null;
  #text = '';
  #isUnknown = false;
  #shownChars = 0;
  refused: RefusalReason | null = null;

  constructor(turn: ModelTurn, standing: Standing) {
    this.#turn = turn;
    this.#draft = turn.draft();
    this.#gate = new SentenceGate({
      judge: (sentence) => this.#judge(sentence, standing),
      restore: (sentence) => turn.masking.restore(sentence),
      onSentence: (sentence) => {
        this.#text += sentence;
        this.#isUnknown ||= saysUnknown(sentence);
        // Before a tool told anything there is nothing that an answer could stand on.
        if (this.#isUnknown || standing.offered.told.length === 0) return;
        this.#draft.show(this.#text.slice(this.#shownChars));
        this.#shownChars = this.#text.length;
      },
      mostChars: MOST_CHARS,
    });
  }

  get id(): string {
    return this.#draft.id;
  }

  get isShown(): boolean {
    return this.#shownChars > 0;
  }

  push(piece: string): boolean {
    return this.#gate.push(piece);
  }

  /** Null unless all of it was shown and says something; what no tool stands behind was not. */
  whole(): string | null {
    const { refused } = this.#gate.end();
    this.refused = refused;
    return refused !== null || this.#shownChars < this.#text.length || this.#isUnknown ? null : this.#text.trim();
  }

  /** A card says it better than what was written on the way to it. */
  replacedBy(prepared: Outcome): Outcome {
    if (this.isShown) this.#draft.cancel();
    return prepared;
  }

  cancel(): void {
    this.refused ??= this.#gate.cut().refused;
    if (this.isShown || !this.#isUnknown) this.#draft.cancel();
    else this.#turn.failed();
  }

  #judge(sentence: string, standing: Standing): Verdict {
    if (this.#turn.masking.hasForeign(sentence)) return { isShown: false, reason: 'foreign-data' };
    return !saysUnknown(sentence) && isInOtherLanguage(sentence, standing.grounds.locale) ? { isShown: false, reason: 'language' } : this.#guardOf(standing).judge(sentence);
  }

  #guardOf({ offered, grounds }: Standing): Guard {
    const told = offered.told.length;
    if (this.#guard?.told !== told) this.#guard = { told, guard: new Guard({ ...grounds, toolResults: [...offered.told] }) };
    return this.#guard.guard;
  }
}
