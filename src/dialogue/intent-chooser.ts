/** Where the router is unsure, a language model may choose among its candidates, or say that it is none of our business; late or in doubt, it says nothing. */
import type { IntentDefinition } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { FormRequest, LanguageModel } from '../ports/language-model.js';
import type { ModelTurn } from '../knowledge/model-turn.js';
import { FENCED, fenced } from '../knowledge/prompts.js';
import { OUT_OF_SCOPE } from './situation.js';

/** Later than this the question back is the better answer. */
const WITHIN_MS = 1500;
const MOST_TOKENS = 40;
const EXAMPLES = 3;

const UNSURE = 'unsure';

const SYSTEM = [
  'You sort what a customer of a telecom operator has just said into one of the topics given, by its id.',
  `Answer ${OUT_OF_SCOPE} when it has nothing to do with the operator, and ${UNSURE} when it could be several topics or none of them.`,
  'What was asked before only helps to understand what is asked now.',
  FENCED,
].join('\n');

export interface Choosing {
  readonly text: string;
  readonly locale: Locale;
  /** Best first. */
  readonly candidates: readonly IntentDefinition[];
  readonly turn: ModelTurn;
}

export class IntentChooser {
  constructor(private readonly model: LanguageModel) {}

  /** One of the candidates, `OUT_OF_SCOPE`, or null: then it is decided without the model. */
  async choose(choosing: Choosing): Promise<string | null> {
    const { turn, candidates } = choosing;
    if (!turn.mayAsk || candidates.length === 0) return null;
    await turn.recorded();
    const limit = turn.limit();
    try {
      const { value } = await this.model.fill({ ...requestOf(choosing), signal: limit.signal });
      return value === UNSURE ? null : value;
    } catch {
      turn.failed();
      return null;
    } finally {
      limit.close();
    }
  }
}

function requestOf({ text, locale, candidates, turn }: Choosing): FormRequest<string> {
  const choices = [...candidates.map(({ id }) => id), OUT_OF_SCOPE, UNSURE];
  const topics = candidates.map(({ id, names, examples }) => `${id}: ${names[locale]} (${examples[locale].slice(0, EXAMPLES).join(' / ')})`).join('\n');
  return {
    errand: turn.errand('routing'),
    system: SYSTEM,
    messages: [{ role: 'user', content: [fenced('topics', topics), ...turn.background(), fenced('said', turn.masking.mask(text))].join('\n\n') }],
    maxTokens: MOST_TOKENS,
    withinMs: { end: Math.max(0, Math.min(WITHIN_MS, turn.leftMs)) },
    form: {
      name: 'topic',
      schema: { type: 'object', properties: { topic: { type: 'string', enum: choices } }, required: ['topic'], additionalProperties: false },
      read: (value) => {
        const { topic } = (value ?? {}) as { readonly topic?: unknown };
        return typeof topic === 'string' && choices.includes(topic) ? topic : null;
      },
    },
  };
}
